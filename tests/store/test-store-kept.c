// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The tables that are kept beside the rows: which organisation is merged into which, and when each was last spoken with. */
#include "figures-fixture.h"
#include "spil-statement.h"
#include "spil-store-private.h"
#include "spil-sync-store.h"

/* "a>b": @a is merged, with @b as its head; of all that were put in by a key of one letter. */
static char *
describe_merged (SpilStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT o.name || '>' || h.name FROM merged m JOIN organisation o ON o.id = m.organisation "
      "JOIN organisation h ON h.id = m.head ORDER BY o.name",
      &error);

  while (spil_statement_step (statement, &error) == SPIL_STEP_ROW)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", spil_statement_get_text (statement, 0));
  g_assert_no_error (error);
  return g_strdup (text->str);
}

/* "a1": the last contact moment with @a was on the first of the month; "a-": there was none. */
static char *
describe_reached (SpilStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT o.name, r.time FROM reached r JOIN organisation o ON o.id = r.organisation ORDER BY o.name",
      &error);

  while (spil_statement_step (statement, &error) == SPIL_STEP_ROW) {
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", spil_statement_get_text (statement, 0));
    if (spil_statement_is_null (statement, 1))
      g_string_append (text, "-");
    else
      g_string_append_printf (
          text, "%d",
          (int) spil_day_between (day (2017, 12, 31),
                                  spil_time_day (spil_time (spil_statement_get_integer (statement, 1)))));
  }
  g_assert_no_error (error);
  return g_strdup (text->str);
}

static void
assert_sound (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
assert_kept (SpilStore *store, const char *merged, const char *reached)
{
  g_autofree char *merged_there = describe_merged (store);
  g_autofree char *reached_there = describe_reached (store);

  g_assert_cmpstr (merged_there, ==, merged);
  g_assert_cmpstr (reached_there, ==, reached);
  assert_sound (store);
}

static void
put_organisations (Book *book, const char *names)
{
  for (const char *name = names; *name != '\0'; name++) {
    const char key[] = { *name, '\0' };
    g_autofree char *pair = g_strdup_printf ("name=%s", key);

    put (book, key, "organisation", pair, "kind=employer", NULL);
  }
}

static void
put_contact (Book *book, const char *key, const char *organisation, int in_january, const char *corrects)
{
  g_autofree char *with = g_strdup_printf ("organisation=@%s", organisation);
  g_autofree char *time = g_strdup_printf ("time=2018-01-%02dT12:00", in_january);
  g_autofree char *reverses = corrects != NULL ? g_strdup_printf ("reverses=@%s", corrects) : NULL;

  put (book, key, "contact", with, time, "kind=called", reverses, NULL);
}

/* @into NULL: on its own again. */
static void
merge (Book *book, const char *key, const char *into)
{
  SpilAction *action = spil_action_new ("Merged");
  g_auto (SpilValue) value = into != NULL ? spil_value_id (id_of (book, into)) : SPIL_VALUE_INIT;

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, key)),
                      SPIL_ORGANISATION_MERGED_INTO, &value);
  commit (book->store.store, action);
}

static void
test_reached (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;

  put_organisations (book, "abc");
  assert_kept (store, "", "a- b- c-");
  put_contact (book, "c3", "a", 3, NULL);
  put_contact (book, "c2", "a", 2, NULL);
  put_contact (book, "c8", "b", 8, NULL);
  put_contact (book, "c9", "b", 9, NULL);
  assert_kept (store, "", "a3 b9 c-");
  /* What corrects counts, what is corrected does not, whichever was the later. */
  put_contact (book, "c7", "a", 7, "c3");
  assert_kept (store, "", "a7 b9 c-");
  put_contact (book, "c1", "b", 1, "c9");
  assert_kept (store, "", "a7 b8 c-");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_kept (store, "", "a7 b9 c-");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_kept (store, "", "a3 b9 c-");
  g_assert_true (spil_store_redo (store, NULL, NULL));
  assert_kept (store, "", "a7 b9 c-");
}

static void
test_deleted (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  SpilAction *action = spil_action_new ("Deleted");

  put_organisations (book, "ab");
  put_contact (book, "c3", "a", 3, NULL);
  merge (book, "a", "b");
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "b"));
  merge (book, "a", NULL);
  commit (store, action);
  assert_kept (store, "", "a3");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_kept (store, "", "a3 b-");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_kept (store, "a>b", "b3");
}

static void
test_merged (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;

  put_organisations (book, "abcd");
  put_contact (book, NULL, "a", 3, NULL);
  put_contact (book, NULL, "b", 5, NULL);
  put_contact (book, NULL, "c", 7, NULL);
  merge (book, "a", "b");
  assert_kept (store, "a>b", "b5 c7 d-");
  merge (book, "b", "c");
  assert_kept (store, "a>c b>c", "c7 d-");
  put_contact (book, "c9", "a", 9, NULL);
  assert_kept (store, "a>c b>c", "c9 d-");
  put_contact (book, NULL, "a", 1, "c9");
  assert_kept (store, "a>c b>c", "c7 d-");
  merge (book, "c", "d");
  assert_kept (store, "a>d b>d c>d", "d7");
  merge (book, "b", NULL);
  assert_kept (store, "a>b c>d", "b5 d7");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_kept (store, "a>d b>d c>d", "d7");
}

/* Two laptops may merge each into the other; the smallest id, which is that of the first, is the head then. */
static void
test_circle (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;

  put_organisations (book, "abcde");
  put_contact (book, NULL, "c", 4, NULL);
  merge (book, "e", "d");
  merge (book, "d", "c");
  merge (book, "c", "b");
  merge (book, "b", "d");
  assert_kept (store, "c>b d>b e>b", "a- b4");
}

static gboolean
hand_over (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  SpilStore *from = ((SpilStore **) user_data)[0];
  SpilId device = spil_store_get_device (from);

  return spil_import_entry (((SpilImport **) user_data)[1], &device, entry, NULL, error);
}

/* Another laptop comes to the same, and so do rows that are made anew. */
static void
test_elsewhere (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  g_autoptr (GError) error = NULL;
  char *dir = make_dir ();
  SpilStore *other = spil_store_create (dir, &error);
  SpilImport *import = spil_import_begin (other, &error);
  gpointer both[] = { store, import };
  SpilId device = spil_store_get_device (store);

  put_organisations (book, "abcd");
  merge (book, "a", "b");
  merge (book, "b", "c");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  merge (book, "c", "d");
  spil_store_each_entry (store, &device, 1, G_MAXINT64, hand_over, both, &error);
  g_assert_no_error (error);
  spil_import_finish (import, NULL, &error);
  g_assert_no_error (error);
  spil_import_free (import);
  assert_kept (other, "a>b c>d", "b- d-");
  spil_store_close (other);
  remove_dir (dir);
}

/* The numbers in `dialled`, without those that are turned round. */
static void
assert_dialled (SpilStore *store, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStatement)
      statement = spil_connection_take (store->connection, "SELECT key FROM dialled ORDER BY key", &error);
  g_auto (GStrv) numbers = g_strsplit (expected, " ", -1);
  int n_turned = 0;

  while (spil_statement_step (statement, &error) == SPIL_STEP_ROW)
    if (spil_statement_get_text (statement, 0)[0] == '<')
      n_turned++;
    else
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", spil_statement_get_text (statement, 0));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpint (n_turned, ==, (int) g_strv_length (numbers));
  assert_sound (store);
}

static void
test_dialled (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  SpilAction *action = spil_action_new ("Changed");
  g_auto (SpilValue) value = spil_value_text ("038 7654321, 06 87654321");

  put (book, "a", "organisation", "name=a", "kind=employer", "phone=+31 (0)38 123 45 67", NULL);
  put (book, "p", "person", "organisation=@a", "name=Anna Proef", "phone=06-12345678", NULL);
  assert_dialled (store, "381234567 612345678");
  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "a")),
                      SPIL_ORGANISATION_PHONE, &value);
  commit (store, action);
  assert_dialled (store, "387654321 612345678 687654321");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_dialled (store, "381234567 612345678");
  action = spil_action_new ("Deleted");
  spil_action_delete (action, spil_entity (SPIL_ENTITY_PERSON), id_of (book, "p"));
  commit (store, action);
  assert_dialled (store, "381234567");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  assert_dialled (store, "381234567 612345678");
}

/* A database from before there were such tables has them once it is opened. */
static void
test_older (Book *book, gconstpointer data)
{
  put_organisations (book, "abc");
  put_contact (book, NULL, "a", 3, NULL);
  merge (book, "a", "b");
  spil_store_close (book->store.store);
  run_sql (book->store.dir,
           "DROP TABLE merged; DROP TABLE reached; DROP TABLE dialled; UPDATE meta SET fingerprint = ''");
  book->store.store = spil_store_open (book->store.dir, NULL);
  assert_kept (book->store.store, "a>b", "b3 c-");
}

static void
test_check (Book *book, gconstpointer data)
{
  static const char *const spoiled[] = {
    "UPDATE reached SET time = 1",
    "DELETE FROM reached",
    "DELETE FROM merged",
    "UPDATE dialled SET key = '1' WHERE key LIKE '<%'",
    "UPDATE merged SET head = (SELECT id FROM organisation WHERE name = 'c')",
  };

  put_organisations (book, "abc");
  merge (book, "a", "b");
  put (book, NULL, "organisation", "name=d", "kind=employer", "phone=038-1234567", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (spoiled); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) faults = NULL;

    g_test_message ("%s", spoiled[i]);
    assert_sound (book->store.store);
    run_sql (book->store.dir, spoiled[i]);
    faults = spil_store_check (book->store.store, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (faults->len, ==, 1);
    spil_store_close (book->store.store);
    run_sql (book->store.dir, "UPDATE meta SET fingerprint = ''");
    book->store.store = spil_store_open (book->store.dir, NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/store/kept/" name, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("reached", test_reached);
  ADD ("deleted", test_deleted);
  ADD ("merged", test_merged);
  ADD ("circle", test_circle);
  ADD ("elsewhere", test_elsewhere);
  ADD ("dialled", test_dialled);
  ADD ("older", test_older);
  ADD ("check", test_check);
#undef ADD

  return g_test_run ();
}

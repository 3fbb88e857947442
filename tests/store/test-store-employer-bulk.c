// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-employer-bulk.h"

#define BIT(name) (1 << SPIL_URGENCY_##name)

static void
put_employers (Book *book)
{
  put (book, "ark", "organisation", "name=Ark", "kind=employer", "tags=Zorg, bouw", NULL);
  put (book, "bos", "organisation", "name=Bos", "kind=employer", NULL);
  put (book, "cel", "organisation", "name=Cel", "kind=employer", NULL);
  put (book, NULL, "engagement", "organisation=@ark", "tier=b", "mobility_broker=Noor",
       "sustainability_broker=Bo", "cadence=30", "urgency=parking", NULL);
  put (book, NULL, "engagement", "organisation=@bos", "tier=a", "sustainability_broker=Ada", NULL);
}

static char *
dump_rows (Book *book, SpilEntityNumber entity, const int *fields)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GString *text = g_string_new (NULL);

  spil_query_sort_by_age (query);
  rows = spil_store_list (book->store.store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    for (const int *field = fields; *field != 0; field++) {
      g_autofree char *value = spil_record_format (rows->pdata[i], *field);

      g_string_append_printf (text, "%s%s", value, field[1] != 0 ? "|" : "\n");
    }
  return g_string_free_and_steal (text);
}

static char *
dump_relations (Book *book)
{
  static const int fields[] = { SPIL_ENGAGEMENT_TIER,
                                SPIL_ENGAGEMENT_MOBILITY_BROKER,
                                SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER,
                                SPIL_ENGAGEMENT_CADENCE,
                                SPIL_ENGAGEMENT_URGENCY,
                                0 };

  return dump_rows (book, SPIL_ENTITY_ENGAGEMENT, fields);
}

static char *
dump_tags (Book *book)
{
  static const int fields[] = { SPIL_ORGANISATION_NAME, SPIL_ORGANISATION_TAGS, 0 };

  return dump_rows (book, SPIL_ENTITY_ORGANISATION, fields);
}

static char *
dump_actions (Book *book)
{
  static const int fields[] = { SPIL_NEXT_ACTION_TEXT, SPIL_NEXT_ACTION_DUE, SPIL_NEXT_ACTION_OWNER, 0 };

  return dump_rows (book, SPIL_ENTITY_NEXT_ACTION, fields);
}

// Carries @edit out for all three and gives how many of them change.
static int64_t
carry_out (Book *book, const SpilEmployerEdit *edit)
{
  const SpilId ids[] = { id_of (book, "ark"), id_of (book, "bos"), id_of (book, "cel"), spil_id_new () };
  g_autoptr (GError) error = NULL;
  int64_t n_changed = -1;
  g_autoptr (SpilAction) action = spil_employer_bulk_action (book->store.store, ids, G_N_ELEMENTS (ids), edit,
                                                             "Changed", &n_changed, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (action);
  g_assert_true (spil_store_commit (book->store.store, action, &error));
  g_assert_no_error (error);
  return n_changed;
}

#define ARK "B|Noor|Bo|30|Parking problems\n"
#define BOS "A||Ada||\n"

static void
test_relations (void)
{
  static const struct
  {
    SpilEmployerEdit edit;
    int64_t n_changed;
    const char *relations;
  } cases[] = {
    { { 0 }, 0, ARK BOS },
    { { .tier = SPIL_TIER_A }, 2, "A|Noor|Bo|30|Parking problems\n" BOS "A||||\n" },
    { { .tier = -1 }, 2, "|Noor|Bo|30|Parking problems\n||Ada||\n" },
    { { .mobility_broker = "Ada" }, 3, "B|Ada|Bo|30|Parking problems\nA|Ada|Ada||\n|Ada|||\n" },
    { { .mobility_broker = "" }, 1, "B||Bo|30|Parking problems\n" BOS },
    { { .sustainability_broker = "Ada" }, 2, "B|Noor|Ada|30|Parking problems\n" BOS "||Ada||\n" },
    { { .cadence = 60 }, 3, "B|Noor|Bo|60|Parking problems\nA||Ada|60|\n|||60|\n" },
    { { .cadence = -1 }, 1, "B|Noor|Bo||Parking problems\n" BOS },
    { { .add_urgency = BIT (MOVING) },
      3,
      "B|Noor|Bo|30|Parking problems, Moving premises\nA||Ada||Moving premises\n||||Moving premises\n" },
    { { .remove_urgency = BIT (PARKING) }, 1, "B|Noor|Bo|30|\n" BOS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    Book book;
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *undone = NULL;

    g_test_message ("case %d", (int) i);
    book_set_up (&book, NULL);
    put_employers (&book);
    before = dump_relations (&book);
    g_assert_cmpint (carry_out (&book, &cases[i].edit), ==, cases[i].n_changed);
    after = dump_relations (&book);
    g_assert_cmpstr (after, ==, cases[i].relations);
    // One step takes all of it back.
    if (cases[i].n_changed > 0) {
      g_assert_true (spil_store_undo (book.store.store, NULL, &error));
      g_assert_no_error (error);
      undone = dump_relations (&book);
      g_assert_cmpstr (undone, ==, before);
    }
    book_tear_down (&book, NULL);
  }
}

static void
test_tags_of_many (Book *book, gconstpointer data)
{
  const SpilEmployerEdit edit = { .add_tag = "netwerk", .remove_tag = "ZORG" };
  g_autofree char *tags = NULL;
  g_autofree char *relations = NULL;

  put_employers (book);
  g_assert_cmpint (carry_out (book, &edit), ==, 3);
  tags = dump_tags (book);
  g_assert_cmpstr (tags, ==, "Ark|bouw, netwerk\nBos|netwerk\nCel|netwerk\n");
  // Nobody gets a relation for it.
  relations = dump_relations (book);
  g_assert_cmpstr (relations, ==, ARK BOS);
  g_assert_cmpint (carry_out (book, &edit), ==, 0);
}

static void
test_next_actions (Book *book, gconstpointer data)
{
  SpilEmployerEdit edit = { .action_text = "Uitnodigen", .action_due = day (2018, 12, 3) };
  g_autofree char *actions = NULL;

  put_employers (book);
  g_assert_cmpint (carry_out (book, &edit), ==, 3);
  actions = dump_actions (book);
  g_assert_cmpstr (actions, ==, "Uitnodigen|03-12-2018|Noor\nUitnodigen|03-12-2018|Ada\nUitnodigen|03-12-2018|\n");
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tags;
    const char *add;
    const char *remove;
    const char *after;
  } cases[] = {
    { NULL, NULL, NULL, NULL },
    { NULL, "zorg", NULL, "zorg" },
    { "zorg", "zorg", NULL, "zorg" },
    { "Zorg", "zorg", NULL, "Zorg" },
    { "zorg,bouw", NULL, NULL, "zorg, bouw" },
    { " zorg ,, bouw ", "handel", NULL, "zorg, bouw, handel" },
    { "zorg, bouw", NULL, "Bouw", "zorg" },
    { "zorg", NULL, "zorg", NULL },
    { "zorg", "bouw", "zorg", "bouw" },
    { "zorg", "zorg", "zorg", NULL },
    { "zorgverlener", NULL, "zorg", "zorgverlener" },
    { "zorg", " ", NULL, "zorg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *after = spil_employer_dup_tags (cases[i].tags, cases[i].add, cases[i].remove);

    g_assert_cmpstr (after, ==, cases[i].after);
  }
}

static void
test_cancelled (Book *book, gconstpointer data)
{
  const SpilEmployerEdit edit = { .tier = SPIL_TIER_A };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SpilId id;

  put_employers (book);
  id = id_of (book, "ark");
  g_cancellable_cancel (cancellable);
  g_assert_null (
      spil_employer_bulk_action (book->store.store, &id, 1, &edit, "Changed", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/employer-bulk/relations", test_relations);
  ADD ("/store/employer-bulk/tags-of-many", test_tags_of_many);
  ADD ("/store/employer-bulk/next-actions", test_next_actions);
  g_test_add_func ("/store/employer-bulk/tags", test_tags);
  ADD ("/store/employer-bulk/cancelled", test_cancelled);
  return g_test_run ();
}

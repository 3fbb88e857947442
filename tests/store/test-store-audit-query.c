// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spil-audit-query.h"
#include "spil-copy-note.h"
#include "spil-store-private.h"
#include "store-fixture.h"

// Ten actions, of two persons, a deletion and an export.
static void
fill (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_action_new ("Deleted");
  SpilId id = SPIL_ID_NIL;

  spil_store_set_actor (store, "Ans Voorbeeld");
  for (int i = 0; i < 8; i++)
    id = add_organisation (store, "Een");
  spil_store_set_actor (store, "Zoë Voorbeeld");
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  commit (store, action);
  g_assert_true (spil_store_audit (store, "export", "person", "12", &error));
  g_assert_no_error (error);
}

static int64_t
count (SpilStore *store, const SpilAuditFilter *filter)
{
  g_autoptr (GError) error = NULL;
  int64_t n = -1;

  g_assert_true (spil_audit_count (store, filter, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *actor;
    const char *action;
    const char *text;
    int n;
  } cases[] = {
    { NULL, NULL, NULL, 12 },
    { "Ans Voorbeeld", NULL, NULL, 8 },
    { "Ans", NULL, NULL, 0 },
    { NULL, "export", NULL, 1 },
    { NULL, NULL, "organisation", 9 },
    { NULL, NULL, "ORGANISATIONS deleted", 1 },
    { NULL, NULL, "exported", 1 },
    { NULL, NULL, "zoe", 2 },
    { NULL, NULL, "  voorbeeld   contact person ", 1 },
    { NULL, NULL, "100%", 0 },
    { "Zoë Voorbeeld", "commit", "deleted", 1 },
  };

  fill (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilAuditFilter filter = SPIL_AUDIT_FILTER_ALL;

    filter.actor = cases[i].actor;
    filter.action = cases[i].action;
    filter.text = cases[i].text;
    g_test_message ("case %d", (int) i);
    g_assert_cmpint (count (fixture->store, &filter), ==, cases[i].n);
  }
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  // Lines have the time of the clock, whatever day is played.
  const SpilDay today = spil_time_day (spil_time (g_get_real_time () / 1000));
  SpilAuditFilter filter = SPIL_AUDIT_FILTER_ALL;

  filter.first = spil_day_add (today, -1);
  filter.last = spil_day_add (today, 1);
  g_assert_cmpint (count (fixture->store, &filter), ==, 2);
  filter.first = spil_day_add (today, 2);
  filter.last = SPIL_DAY_NONE;
  g_assert_cmpint (count (fixture->store, &filter), ==, 0);
  filter.first = SPIL_DAY_NONE;
  filter.last = spil_day_add (today, -2);
  g_assert_cmpint (count (fixture->store, &filter), ==, 0);
}

// Windows join without a gap, the newest line first.
static void
test_windows (Fixture *fixture, gconstpointer data)
{
  const SpilAuditFilter all = SPIL_AUDIT_FILTER_ALL;
  int64_t expected = 12;

  fill (fixture->store);
  for (int offset = 0; offset < 15; offset += 5) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = spil_audit_list (fixture->store, &all, offset, 5, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < lines->len; i++)
      g_assert_cmpint (((SpilAuditLine *) lines->pdata[i])->n, ==, expected--);
  }
  g_assert_cmpint (expected, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *object;
    const char *result;
    const char *words;
    const char *outcome;
  } cases[] = {
    { "organisation +1", "ok", "Organisation: 1 added", "Done" },
    { "organisation +2, person x1", "ok", "Organisations: 2 added · Contact person: 1 erased", "Done" },
    { "database", "1", "the whole database", "1 row" },
    { "person", "12", "Contact persons", "12 rows" },
    { "something else", "refused", "something else", "refused" },
    { "organisation ?1", "", "organisation ?1", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilAuditLine line = { .object = cases[i].object, .result = cases[i].result };
    g_autofree char *words = spil_audit_dup_object (&line);
    g_autofree char *outcome = spil_audit_dup_result (&line);

    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_cmpstr (outcome, ==, cases[i].outcome);
  }
  g_assert_cmpstr (spil_audit_action_label ("commit"), ==, "Changed");
  g_assert_cmpstr (spil_audit_action_label ("unheard"), ==, "unheard");
}

// Followed in parts it comes to the same as at once, and to the hash of the last line.
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SpilAuditFilter all = SPIL_AUDIT_FILTER_ALL;
  SpilAuditChain chain = SPIL_AUDIT_CHAIN_INIT;
  SpilAuditChain whole = SPIL_AUDIT_CHAIN_INIT;
  g_autoptr (GPtrArray) last = NULL;
  int parts = 0;

  fill (fixture->store);
  for (; !chain.done; parts++)
    g_assert_true (spil_audit_chain_follow (&chain, fixture->store, 5, &error));
  g_assert_cmpint (parts, ==, 3);
  g_assert_cmpint (chain.n, ==, 12);
  g_assert_cmpint (chain.broken, ==, 0);
  g_assert_true (spil_audit_chain_follow (&whole, fixture->store, 1000, &error));
  g_assert_cmpmem (chain.hash, sizeof chain.hash, whole.hash, sizeof whole.hash);
  last = spil_audit_list (fixture->store, &all, 0, 1, &error);
  g_assert_cmpmem (chain.hash, sizeof chain.hash, ((SpilAuditLine *) last->pdata[0])->hash,
                   sizeof chain.hash);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int line;
  } cases[] = {
    { "UPDATE audit SET actor = 'x' WHERE n = 7", 7 },
    { "DELETE FROM audit WHERE n = 3", 3 },
    { "DELETE FROM audit WHERE n = 1", 1 },
    { "UPDATE audit SET hash = x'00' WHERE n = 6", 6 },
    { "INSERT INTO audit SELECT 0, time, actor, device, action, object, result, hash FROM audit WHERE n = 1",
      1 },
  };

  fill (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilConnection *connection = fixture->store->connection;
    g_autoptr (GError) error = NULL;
    SpilAuditChain chain = SPIL_AUDIT_CHAIN_INIT;

    g_test_message ("%s", cases[i].sql);
    g_assert_true (spil_connection_begin (connection, &error));
    g_assert_true (spil_connection_execute (
        connection, "DROP TRIGGER audit_keeps_lines; DROP TRIGGER audit_loses_no_lines", &error));
    g_assert_true (spil_connection_execute (connection, cases[i].sql, &error));
    while (!chain.done)
      g_assert_true (spil_audit_chain_follow (&chain, fixture->store, 4, &error));
    g_assert_cmpint (chain.broken, ==, cases[i].line);
    spil_connection_rollback (connection);
  }
}

// A copy that was made or put back is remembered where it has to be; one that failed too.
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = make_dir ();
  g_autofree char *path = g_build_filename (target, "copy.spil", NULL);
  g_autoptr (SpilCopyNote) before = spil_copy_note_read (fixture->store, &error);
  g_autoptr (SpilCopyNote) failed = NULL;
  g_autoptr (SpilCopyNote) made = NULL;
  g_autoptr (SpilCopyNote) back = NULL;

  g_assert_cmpint (before->made.ms, ==, 0);
  g_assert_cmpint (before->begun.ms, >, 0);
  g_assert_false (spil_copy_make (fixture->store, "/nowhere/at/all.spil", NULL, NULL, &error));
  g_clear_error (&error);
  failed = spil_copy_note_read (fixture->store, &error);
  g_assert_cmpint (failed->failed.ms, >, 0);
  g_assert_cmpstr (failed->failure, !=, "");
  g_assert_true (spil_copy_make (fixture->store, path, NULL, NULL, &error));
  g_assert_no_error (error);
  made = spil_copy_note_read (fixture->store, &error);
  g_assert_cmpint (made->made.ms, >, 0);
  g_assert_cmpint (made->failed.ms, ==, 0);
  g_assert_cmpstr (made->path, ==, path);

  // The copy itself does not know of itself; who puts it back tells it.
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (spil_copy_put_back (path, fixture->dir, NULL, &error));
  g_assert_no_error (error);
  fixture->store = spil_store_open (fixture->dir, &error);
  back = spil_copy_note_read (fixture->store, &error);
  g_assert_cmpstr (back->path, ==, path);
  g_assert_cmpint (back->made.ms, >, 0);
  remove_dir (g_steal_pointer (&target));
}

#define add(name, test) \
  g_test_add ("/store/audit-query/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("filter", test_filter);
  add ("days", test_days);
  add ("windows", test_windows);
  g_test_add_func ("/store/audit-query/words", test_words);
  add ("chain", test_chain);
  add ("broken", test_broken);
  add ("copies", test_copies);
  return g_test_run ();
}

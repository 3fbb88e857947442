// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spil-store-private.h"
#include "store-fixture.h"

static guint
count_faults (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  return faults->len;
}

// The lines as "action object result", newest last.
static char *
read_lines (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT action || ' ' || object || ' ' || result FROM audit ORDER BY n", &error);
  GString *lines = g_string_new (NULL);

  g_assert_no_error (error);
  while (spil_statement_step (statement, &error) == SPIL_STEP_ROW)
    g_string_append_printf (lines, "%s\n", spil_statement_get_text (statement, 0));
  return g_string_free_and_steal (lines);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;
  SpilAction *action = spil_action_new ("Deleted");
  SpilId id = add_organisation (fixture->store, "Jan Jansen");

  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  commit (fixture->store, action);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  g_assert_true (spil_store_audit (fixture->store, "export", "csv", "ok", &error));
  lines = read_lines (fixture->store);
  g_assert_cmpstr (lines, ==,
                   "create database ok\n"
                   "commit programme +1 ok\n"
                   "commit organisation +1 ok\n"
                   "commit organisation -1 ok\n"
                   "undo organisation ^1 ok\n"
                   "redo organisation -1 ok\n"
                   "export csv ok\n");
  // What is refused leaves no line; names of people never do.
  g_assert_null (strstr (lines, "Jan"));
  g_assert_cmpuint (count_faults (fixture->store), ==, 0);
}

static void
test_append_only (Fixture *fixture, gconstpointer data)
{
  static const char *const attempts[] = { "UPDATE audit SET actor = 'Iemand anders'",
                                          "DELETE FROM audit WHERE n = 2", "DELETE FROM audit" };

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_connection_execute (fixture->store->connection, attempts[i], &error));
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED);
  }
}

// Whoever gets past the triggers breaks the chain.
static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  static const char *const attempts[] = {
    "UPDATE audit SET actor = 'Iemand anders' WHERE n = 2",
    "UPDATE audit SET time = time + 1 WHERE n = 2",
    "UPDATE audit SET object = object || ' ' WHERE n = 3",
    "UPDATE audit SET result = 'refused' WHERE n = 4",
    "UPDATE audit SET action = 'commi', object = 't' || object WHERE n = 3",
    "UPDATE audit SET device = zeroblob (16) WHERE n = 1",
    "UPDATE audit SET hash = zeroblob (32) WHERE n = 2",
    "DELETE FROM audit WHERE n = 1",
    "DELETE FROM audit WHERE n = 3",
    "DELETE FROM audit WHERE n = (SELECT max (n) FROM audit)",
    "DELETE FROM audit",
    "UPDATE audit SET n = 100 WHERE n = 4",
    "INSERT INTO audit SELECT 50, time, actor, device, action, object, result, hash FROM audit WHERE n = 2",
  };

  add_organisation (fixture->store, "Een");
  add_organisation (fixture->store, "Twee");
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++) {
    SpilConnection *connection = fixture->store->connection;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", attempts[i]);
    g_assert_true (spil_connection_begin (connection, &error));
    g_assert_true (spil_connection_execute (
        connection, "DROP TRIGGER audit_keeps_lines; DROP TRIGGER audit_loses_no_lines", &error));
    g_assert_true (spil_connection_execute (connection, attempts[i], &error));
    g_assert_no_error (error);
    g_assert_cmpuint (count_faults (fixture->store), >=, 1);
    spil_connection_rollback (connection);
  }
  g_assert_cmpuint (count_faults (fixture->store), ==, 0);
}

#define add(name, test) g_test_add ("/store/audit/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("lines", test_lines);
  add ("append-only", test_append_only);
  add ("tampering", test_tampering);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "figures-fixture.h"
#include "spil-store-private.h"

static gboolean
on_line_cb (const char *line, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_strdup (line));
  return TRUE;
}

static GPtrArray *
dump (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (spil_store_dump (store, on_line_cb, lines, &error));
  g_assert_no_error (error);
  return lines;
}

static const char *
find_line (GPtrArray *lines, const char *part)
{
  for (guint i = 0; i < lines->len; i++)
    if (strstr (g_ptr_array_index (lines, i), part) != NULL)
      return g_ptr_array_index (lines, i);
  return NULL;
}

// Each line is JSON; they stand in the order of their entities' names and their ids.
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Rows added");
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *last = g_strdup ("");
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    g_autoptr (SpilRecord) record = sample_record (action, entities[i], i + 1, TRUE);
  }
  commit (fixture->store, action);
  lines = dump (fixture->store);
  g_assert_cmpuint (lines->len, >, (guint) n_entities);
  for (guint i = 0; i < lines->len; i++) {
    g_autoptr (JsonNode) node = json_from_string (g_ptr_array_index (lines, i), NULL);
    JsonObject *object;
    g_autofree char *key = NULL;

    g_assert_nonnull (node);
    object = json_node_get_object (node);
    key = g_strdup_printf ("%s %s", json_object_get_string_member (object, "entity"),
                           json_object_get_string_member (object, "id"));
    g_assert_cmpstr (last, <, key);
    g_assert_true (json_object_has_member (object, "values"));
    g_free (last);
    last = g_steal_pointer (&key);
  }
}

static void
test_values (Book *book, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  put (book, "g", "area", "name=Een \"naam\"\\\n\t<b>", "kind=corridor", "themes=accessibility,liveability",
       "priority=ja", "parking_change=-3", "exception_date=31-07-2018", NULL);
  put (book, "v", "budget_version", "name=Begroting", "date=2018-07-31", "total=951.500,00", "vat=excluded",
       NULL);
  put (book, "d", "scheme", "name=Fonds", "own_share=0,5", NULL);
  lines = dump (book->store.store);
  g_assert_nonnull (find_line (lines,
                               "\"name\":\"Een \\\"naam\\\"\\\\\\n\\t<b>\",\"kind\":\"corridor\",\"themes\":["
                               "\"accessibility\",\"liveability\"],\"parking_change\":-3,"
                               "\"exception_date\":\"2018-07-31\",\"priority\":true"));
  g_assert_nonnull (find_line (lines, "\"total\":95150000,\"vat\":\"excluded\""));
  g_assert_nonnull (find_line (lines, "\"own_share\":0.5"));
}

// The dump tells of the content alone: not of how it came about, nor of what was deleted, nor of the laptop.
static void
test_content_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *device = spil_id_dup_text (spil_store_get_device (fixture->store));
  SpilAction *action = spil_action_new ("Deleted");
  SpilId id = add_organisation (fixture->store, "Isala");

  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  commit (fixture->store, action);
  after = digest_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (strlen (after), ==, 64);
  lines = dump (fixture->store);
  g_assert_null (find_line (lines, "Isala"));
  g_assert_null (find_line (lines, device));
}

static gboolean
on_line_refused_cb (const char *line, gpointer user_data, GError **error)
{
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL, "No room.");
  return FALSE;
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_store_dump (fixture->store, on_line_refused_cb, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
  add_organisation (fixture->store, "Isala");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/dump/lines", Fixture, NULL, fixture_set_up, test_lines, fixture_tear_down);
  g_test_add ("/store/dump/values", Book, NULL, book_set_up, test_values, book_tear_down);
  g_test_add ("/store/dump/content-only", Fixture, NULL, fixture_set_up, test_content_only,
              fixture_tear_down);
  g_test_add ("/store/dump/stopped", Fixture, NULL, fixture_set_up, test_stopped, fixture_tear_down);
  return g_test_run ();
}

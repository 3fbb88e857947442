// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "spilctl-run.h"

#define TEMPLATE "werkgeversaanpak-2018"

static const char *
member_text (JsonNode *node, const char *member)
{
  return json_object_get_string_member_with_default (json_node_get_object (node), member, NULL);
}

static gint64
member_integer (JsonNode *node, const char *member)
{
  return json_object_get_int_member_with_default (json_node_get_object (node), member, G_MININT64);
}

/* A copy brings back what there was, as often as one likes; what it replaces is kept. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "kopie.spil");
  g_autofree char *before = done (fixture, "digest", NULL);
  g_autofree char *told = done (fixture, "backup", path, NULL);
  g_autofree char *id = done (fixture, "add", "area", "name=Oosterenk-Zuid", "kind=business_park",
                              "themes=liveability", NULL);
  g_autofree char *changed = done (fixture, "digest", NULL);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *check = NULL;
  g_autoptr (JsonNode) restored = NULL;
  g_autoptr (JsonNode) back = NULL;

  g_assert_nonnull (strstr (told, path));
  g_assert_cmpstr (before, !=, changed);
  restored = done_json (fixture, "restore", path, NULL);
  g_assert_cmpstr (member_text (restored, "programme"), !=, "");
  g_assert_cmpint (member_integer (restored, "entries"), ==, 1);
  g_assert_true (g_str_has_prefix (member_text (restored, "latest"), "20"));
  after = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
  check = done (fixture, "check", NULL);

  back = done_json (fixture, "restore", member_text (restored, "replaced"), NULL);
  again = done (fixture, "digest", NULL);
  g_assert_cmpstr (changed, ==, again);
}

/* On a laptop that has nothing yet. */
static void
test_new_laptop (Fixture *fixture, gconstpointer data)
{
  Fixture other = { .dir = fixture->dir, .data = fixture_path (fixture, "nieuw/data") };
  g_autofree char *path = fixture_path (fixture, "kopie.spil");
  g_autoptr (JsonNode) copy = done_json (fixture, "backup", path, NULL);
  g_autoptr (JsonNode) restored = done_json (&other, "restore", path, NULL);
  g_autofree char *here = done (fixture, "digest", NULL);
  g_autofree char *there = done (&other, "digest", NULL);

  g_assert_cmpstr (member_text (copy, "file"), ==, path);
  g_assert_null (member_text (restored, "replaced"));
  g_assert_cmpstr (here, ==, there);
  g_free (other.data);
}

/* Copies that are none, and places where none can be; nothing changes by it. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->data, "spil.db", NULL);
  g_autofree char *letter = fixture_write (fixture, "brief", "Beste mensen", -1);
  g_autofree char *nowhere = fixture_path (fixture, "nergens/kopie");
  g_autofree char *before = done (fixture, "digest", NULL);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  const char *const cases[][2] = {
    { "backup", database },      { "backup", fixture->dir }, { "backup", nowhere },   { "restore", letter },
    { "restore", fixture->dir }, { "restore", nowhere },     { "restore", database },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Run) run = spilctl (fixture, cases[i][0], cases[i][1], NULL);

    g_test_message ("%s", run->err);
    assert_refused (run, 1, "/");
  }
  g_assert_true (g_file_get_contents (letter, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Beste mensen");
  after = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *foreign = fixture_path (fixture, "data/brief.odt");
  g_autofree char *database = g_build_filename (fixture->data, "spil.db", NULL);
  g_autoptr (Run) refused = spilctl (fixture, "remove-local", NULL);
  g_autofree char *told = NULL;
  g_autoptr (Run) again = NULL;

  assert_refused (refused, 2, "--yes");
  g_assert_true (g_file_test (database, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (foreign, "Beste mensen", -1, NULL));
  told = done (fixture, "remove-local", "--yes", NULL);
  g_assert_nonnull (strstr (told, fixture->data));
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  again = spilctl (fixture, "remove-local", "--yes", NULL);
  assert_refused (again, 1, fixture->data);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *organisation = done (fixture, "add", "organisation", "name=Voorbeeld BV", "kind=employer",
                                        NULL);
  g_autofree char *late = done (fixture, "add", "person", "organisation=Voorbeeld BV", "name=Anna Late",
                                "retention_date=2018-01-31", NULL);
  g_autofree char *early = done (fixture, "add", "person", "organisation=Voorbeeld BV", "name=Bert Vroeg",
                                 "retention_date=2199-01-31", NULL);
  g_autofree char *table = done (fixture, "erase", "due", NULL);
  g_autoptr (JsonNode) rows = done_json (fixture, "erase", "due", NULL);

  g_assert_nonnull (strstr (table, "Anna Late"));
  g_assert_nonnull (strstr (table, "Voorbeeld BV"));
  g_assert_null (strstr (table, "Bert Vroeg"));
  g_assert_cmpuint (row_count (rows), ==, 1);
  g_assert_cmpstr (row_text (rows, 0, "id"), ==, g_strchomp (late));
  g_assert_cmpstr (row_text (rows, 0, "retention_date"), ==, "2018-01-31");
}

/* What is erased, what mentions the name, and which file was kept. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "kopie.spil");
  g_autofree char *organisation = done (fixture, "add", "organisation", "name=Voorbeeld BV", "kind=employer",
                                        NULL);
  g_autofree char *person = g_strchomp (done (fixture, "add", "person", "organisation=Voorbeeld BV",
                                              "name=Anna Late", "phone=038 123 45 67", NULL));
  g_autofree char *remark = g_strchomp (done (fixture, "add", "remark", "text=Anna Late belt terug", NULL));
  g_autofree char *copied = done (fixture, "backup", path, NULL);
  g_autoptr (JsonNode) restored = done_json (fixture, "restore", path, NULL);
  g_autoptr (JsonNode) survey = done_json (fixture, "erase", "person", "Anna Late", "--dry-run", NULL);
  g_autofree char *before = done (fixture, "show", "person", person, NULL);
  g_autoptr (JsonNode) erased = done_json (fixture, "erase", "person", person, NULL);
  g_autofree char *after = done (fixture, "show", "person", person, NULL);
  g_autofree char *again = done (fixture, "erase", "person", person, NULL);
  g_autofree char *check = done (fixture, "check", NULL);
  JsonArray *mentions = json_object_get_array_member (json_node_get_object (erased), "mentions");
  JsonArray *copies = json_object_get_array_member (json_node_get_object (erased), "copies");

  g_assert_cmpint (member_integer (survey, "fields"), ==, 2);
  g_assert_nonnull (strstr (before, "038 123 45 67"));
  g_assert_null (strstr (after, "038 123 45 67"));
  g_assert_cmpstr (member_text (erased, "person"), ==, person);
  g_assert_cmpint (member_integer (erased, "fields"), ==, 2);
  g_assert_cmpint (member_integer (erased, "notes"), ==, 0);
  g_assert_cmpuint (json_array_get_length (mentions), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (mentions, 0), "id"), ==,
                   remark);
  g_assert_cmpuint (json_array_get_length (copies), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (copies, 0), ==, member_text (restored, "replaced"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, template, test) g_test_add (name, Fixture, template, fixture_set_up, test, fixture_tear_down)
  ADD ("/cli/copies/copies", TEMPLATE, test_copies);
  ADD ("/cli/copies/new-laptop", TEMPLATE, test_new_laptop);
  ADD ("/cli/copies/refusals", TEMPLATE, test_refusals);
  ADD ("/cli/copies/remove", TEMPLATE, test_remove);
  ADD ("/cli/copies/due", TEMPLATE, test_due);
  ADD ("/cli/copies/erase", TEMPLATE, test_erase);
  return g_test_run ();
}

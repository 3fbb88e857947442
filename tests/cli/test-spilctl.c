// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spilctl-run.h"

#define TEMPLATE "werkgeversaanpak-2018"

/* The numbers of the plan, as the issue states them. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) lines = done_json (fixture, "list", "budget_line", NULL);
  g_autoptr (JsonNode) risks = done_json (fixture, "list", "risk", NULL);
  g_autoptr (JsonNode) tasks = done_json (fixture, "list", "task", NULL);
  gint64 sum = 0;

  g_assert_cmpuint (row_count (lines), ==, 6);
  for (guint i = 0; i < 6; i++) {
    sum += row_integer (lines, i, "amount");
    g_assert_cmpint (row_integer (lines, i, "number"), ==, i + 1);
    g_assert_cmpstr (row_text (lines, i, "vat"), ==, "excluded");
  }
  g_assert_cmpint (sum, ==, 95150000);
  g_assert_cmpuint (row_count (risks), ==, 4);
  g_assert_cmpuint (row_count (tasks), ==, 11);
  g_assert_cmpstr (row_text (tasks, 0, "start"), ==, "2018-07-01");
  g_assert_null (row_text (tasks, 0, "end"));
  for (const char *const *name = (const char *const[]) { "Oosterenk", "Assendorp", "Hessenpoort", NULL };
       *name; name++) {
    g_autofree char *where = g_strconcat ("name=", *name, NULL);
    g_autoptr (JsonNode) areas = done_json (fixture, "list", "area", "--where", where, NULL);

    g_assert_cmpuint (row_count (areas), ==, 1);
    g_assert_cmpstr (row_text (areas, 0, "municipality"), ==, "Zwolle");
  }
}

static void
test_templates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = done (fixture, "templates", NULL);
  g_autoptr (JsonNode) rows = done_json (fixture, "templates", NULL);

  g_assert_nonnull (strstr (out, TEMPLATE "\n"));
  g_assert_cmpuint (row_count (rows), >=, 1);
  g_assert_nonnull (row_text (rows, 0, "id"));
  g_assert_nonnull (row_text (rows, 0, "name"));
}

static void
test_entities (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) rows = done_json (fixture, "entities", NULL);

  g_assert_cmpstr (row_text (rows, 0, "entity"), ==, "programme");
  for (guint i = 0; i < row_count (rows); i++) {
    JsonObject *entity = json_array_get_object_element (json_node_get_array (rows), i);

    g_assert_true (json_object_has_member (entity, "flags"));
    g_assert_cmpuint (json_array_get_length (json_object_get_array_member (entity, "fields")), >, 0);
  }
}

/* A table for people: a head, then rows, all of the same columns; numbers end where their head ends. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = done (fixture, "list", "budget_line", "--sort", "-amount", "--limit", "2", NULL);
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_suffix (lines[0], "Id"));
  g_assert_nonnull (strstr (lines[1], "€ 325.000,00"));
  g_assert_nonnull (strstr (lines[2], "€ 200.000,00"));
  g_assert_nonnull (strstr (lines[1], "Begroting 2018"));
  g_assert_cmpint (g_utf8_strlen (lines[1], -1), ==, g_utf8_strlen (lines[2], -1));
}

static const struct
{
  const char *arguments[8];
  guint count;
} lists[] = {
  { { "budget_line", "--where", "amount>=200000", NULL }, 2 },
  { { "budget_line", "--where", "amount>200.000,00", NULL }, 1 },
  { { "budget_line", "--where", "number!=1", "--where", "number<=3", NULL }, 2 },
  { { "budget_line", "--where", "version=Begroting 2018", NULL }, 6 },
  { { "area", "--where", "kind=corridor", "--limit", "1", NULL }, 1 },
  { { "area", "--where", "kind=district", NULL }, 1 },
  { { "area", "--search", "ooster", NULL }, 1 },
  { { "area", "--search", "assen", "--where", "kind=corridor", NULL }, 0 },
  { { "task", "--where", "start=", NULL }, 3 },
  { { "task", "--where", "start=01-07-2018", NULL }, 8 },
};

static void
test_list (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    const char *arguments[12] = { "--json", "list" };
    g_autoptr (Run) run = NULL;
    g_autoptr (JsonNode) rows = NULL;

    memcpy (arguments + 2, lists[i].arguments, sizeof lists[i].arguments);
    run = spilctlv (fixture, arguments, NULL);
    g_test_message ("%s %s", arguments[2], arguments[4]);
    g_assert_cmpstr (run->err, ==, "");
    rows = json_from_string (run->out, NULL);
    g_assert_cmpuint (row_count (rows), ==, lists[i].count);
  }
}

/* What list is asked for in which order. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) up = done_json (fixture, "list", "area", "--sort", "name", NULL);
  g_autoptr (JsonNode) down = done_json (fixture, "list", "area", "--sort", "-name", NULL);
  const guint count = row_count (up);

  g_assert_cmpstr (row_text (up, 0, "name"), ==, "A28-zone");
  for (guint i = 0; i < count; i++)
    g_assert_cmpstr (row_text (up, i, "id"), ==, row_text (down, count - 1 - i, "id"));
}

static char *
digest_of (Fixture *fixture)
{
  return done (fixture, "digest", NULL);
}

/* A row is added, changed, shown, deleted; each of it can be taken back, and done again. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture);
  g_autofree char *id = g_strstrip (done (fixture, "add", "organisation", "name=Bakkerij De Korenbloem",
                                          "kind=employer", "kvk_number=12345678", "staff_count=1.250",
                                          "town=Zwolle", NULL));
  g_autoptr (JsonNode) row = done_json (fixture, "show", "organisation", id, NULL);
  g_autofree char *site = g_strstrip (done (fixture, "add", "site", "organisation=bakkerij de korenbloem",
                                            "area=oosterenk", "name=Hoofdkantoor", NULL));
  JsonObject *object = json_node_get_object (row);
  g_autofree char *shown = NULL, *set = NULL, *again = NULL, *deleted = NULL, *undone = NULL, *after = NULL;
  g_autoptr (Run) gone = NULL;

  g_assert_cmpint (json_object_get_int_member (object, "staff_count"), ==, 1250);
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "employer");
  g_assert_true (json_object_get_null_member (object, "sector"));
  shown = done (fixture, "show", "site", site, NULL);
  g_assert_nonnull (strstr (shown, ": Bakkerij De Korenbloem\n"));
  g_assert_nonnull (strstr (shown, ": Oosterenk\n"));

  set = done (fixture, "set", "organisation", "Bakkerij De Korenbloem", "name=Bakkerij De Klaproos",
              "town=", NULL);
  g_assert_nonnull (strstr (set, "Bakkerij De Klaproos"));
  again = done (fixture, "set", "organisation", id, "name=Bakkerij De Klaproos", NULL);
  g_assert_null (strstr (again, "Klaproos"));
  deleted = done (fixture, "delete", "site", site, NULL);
  g_assert_nonnull (strstr (deleted, "Hoofdkantoor"));
  gone = spilctl (fixture, "show", "site", site, NULL);
  g_assert_cmpint (gone->status, ==, 1);

  undone = done (fixture, "undo", NULL);
  g_assert_nonnull (strstr (undone, g_strchomp (deleted)));
  for (int i = 0; i < 3; i++) {
    g_autofree char *out = done (fixture, "undo", NULL);
  }
  after = digest_of (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strstrip (done (fixture, "add", "remark", "text=Eerst de fiets", NULL));
  g_autofree char *before = digest_of (fixture);
  g_autoptr (JsonNode) undone = done_json (fixture, "undo", NULL);
  g_autoptr (JsonNode) redone = done_json (fixture, "redo", NULL);
  g_autofree char *after = digest_of (fixture);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (undone), "label"), ==,
                   json_object_get_string_member (json_node_get_object (redone), "label"));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *set = done (fixture, "set", "area", "Oosterenk", "priority=ja", "parking_change=-1.000",
                               NULL);
  g_autofree char *out = done (fixture, "history", "area", "Oosterenk", NULL);
  g_autoptr (JsonNode) entries = done_json (fixture, "history", "area", "Oosterenk", NULL);
  JsonObject *values = json_object_get_object_member (
      json_array_get_object_element (json_node_get_array (entries), 0), "values");

  g_assert_cmpuint (row_count (entries), ==, 2);
  g_assert_cmpstr (row_text (entries, 0, "op"), ==, "set");
  g_assert_cmpstr (row_text (entries, 1, "op"), ==, "add");
  g_assert_true (json_object_get_boolean_member (values, "priority"));
  g_assert_cmpint (json_object_get_int_member (values, "parking_change"), ==, -1000);
  g_assert_nonnull (strstr (out, g_strchomp (set)));
  g_assert_nonnull (strstr (out, "−1.000\n"));
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump = done (fixture, "dump", NULL);
  g_autofree char *digest = g_strstrip (done (fixture, "digest", NULL));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
  g_autoptr (JsonNode) check = done_json (fixture, "check", NULL);

  g_assert_cmpuint (strlen (digest), ==, 64);
  g_assert_cmpstr (digest, ==, sum);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (check), "ok"));
}

/* People read their own language; machines read the same everywhere. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
  static const char *const entities[] = { "budget_line", "area", "task", "setting", NULL };
  g_autoptr (Run) dutch = spilctl (fixture, "show", "area", "Nergens", NULL);
  g_autoptr (Run) english = NULL;

  for (const char *const *entity = entities; *entity != NULL; entity++) {
    g_autofree char *here = done (fixture, "--json", "list", *entity, NULL);
    g_autofree char *there = NULL;

    fixture->locale = "C";
    there = done (fixture, "list", *entity, "--json", NULL);
    fixture->locale = NULL;
    g_assert_cmpstr (here, ==, there);
  }
  fixture->locale = "C";
  english = spilctl (fixture, "show", "area", "Nergens", NULL);
  assert_refused (dutch, 1, "er is er geen met de naam “Nergens”");
  assert_refused (english, 1, "there is none called “Nergens”");
}

/* More rows than are in memory at a time: one head, every row. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Run) run = NULL;
  g_autofree char *out = NULL;
  g_auto (GStrv) rows = NULL;

  for (int i = 0; i < 2100; i++)
    g_string_append_printf (lines, "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"%04d\"}}\n",
                            i);
  run = spilctlv (fixture, (const char *const[]) { "apply", "--atomic", "-", NULL }, lines->str);
  g_assert_cmpint (run->status, ==, 0);
  out = done (fixture, "list", "remark", NULL);
  rows = g_strsplit (out, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 2100 + 2);
  for (int i = 0; i < 2100; i++) {
    g_autofree char *begin = g_strdup_printf ("%04d ", i);

    g_assert_true (g_str_has_prefix (rows[i + 1], begin));
  }
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  g_autofree char *help = done (fixture, "--help", NULL);
  g_autofree char *list = done (fixture, "list", "--help", NULL);
  g_autofree char *version = done (fixture, "--version", NULL);

  g_assert_nonnull (strstr (help, "\n  digest "));
  g_assert_nonnull (strstr (list, "--where"));
  g_assert_true (g_str_has_prefix (version, "spilctl 0."));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, template, test) g_test_add (name, Fixture, template, fixture_set_up, test, fixture_tear_down)
  ADD ("/cli/help", NULL, test_help);
  ADD ("/cli/templates", NULL, test_templates);
  ADD ("/cli/entities", NULL, test_entities);
  ADD ("/cli/plan", TEMPLATE, test_plan);
  ADD ("/cli/list", TEMPLATE, test_list);
  ADD ("/cli/sort", TEMPLATE, test_sort);
  ADD ("/cli/table", TEMPLATE, test_table);
  ADD ("/cli/change", TEMPLATE, test_change);
  ADD ("/cli/redo", TEMPLATE, test_redo);
  ADD ("/cli/history", TEMPLATE, test_history);
  ADD ("/cli/locale", TEMPLATE, test_locale);
  ADD ("/cli/pages", "leeg", test_pages);
  ADD ("/cli/state", TEMPLATE, test_state);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spilctl-run.h"

#define TEMPLATE "werkgeversaanpak-2018"

#define LIST \
  "Zaak;KvK-nr;Plaats;Mail\n" \
  "Verzonnen Staal;12345678;Zwolle;jo@staal.example\n" \
  "Verkeerd;123;Zwolle;\n" \
  "Bedacht Zorg;;Kampen;\n"

static JsonObject *
report_of (const Run *run, JsonNode **node)
{
  g_autoptr (GError) error = NULL;

  *node = json_from_string (run->out, &error);
  g_assert_no_error (error);
  return json_node_get_object (*node);
}

static void
assert_number (JsonObject *report, const char *member, gint64 expected)
{
  g_assert_cmpint (json_object_get_int_member (report, member), ==, expected);
}

static void
assert_report (JsonObject *report, gboolean dry)
{
  JsonObject *refusal = json_array_get_object_element (json_object_get_array_member (report, "refusals"), 0);

  assert_number (report, "rows", 3);
  assert_number (report, "created", 2);
  assert_number (report, "updated", 0);
  assert_number (report, "skipped", 0);
  assert_number (report, "rejected", 1);
  g_assert_cmpint (json_object_get_boolean_member (report, "dry_run"), ==, dry);
  g_assert_cmpint (json_object_get_null_member (report, "id"), ==, dry);
  assert_number (refusal, "row", 3);
  g_assert_cmpstr (json_object_get_string_member (refusal, "column"), ==, "KvK-nr");
  g_assert_cmpstr (json_object_get_string_member (refusal, "value"), ==, "123");
  g_assert_nonnull (strstr (json_object_get_string_member (refusal, "reason"), "KvK"));
}

static Run *
import (Fixture *fixture, const char *path, const char *option)
{
  return spilctl (fixture, "--json", "import", "organisation", path, "--map", "name=Zaak", "--map",
                  "person.email=", "--map", "email=D", option, NULL);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, "lijst.csv", LIST, -1);
  g_autofree char *before = done (fixture, "digest", NULL);
  g_autofree char *dried = NULL;
  g_autofree char *after = NULL;
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (Run) dry = import (fixture, path, "--dry-run");
  g_autoptr (Run) run = NULL;
  g_autoptr (JsonNode) dry_node = NULL;
  g_autoptr (JsonNode) run_node = NULL;
  const char *id;

  g_assert_cmpint (dry->status, ==, 1);
  assert_report (report_of (dry, &dry_node), TRUE);
  dried = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, dried);
  run = import (fixture, path, NULL);
  g_assert_cmpint (run->status, ==, 1);
  assert_report (report_of (run, &run_node), FALSE);
  id = json_object_get_string_member (json_node_get_object (run_node), "id");
  list = done (fixture, "import", "--list", NULL);
  g_assert_nonnull (strstr (list, id));
  g_assert_nonnull (strstr (list, "lijst.csv"));
  sentence = done (fixture, "import", "--undo", id, NULL);
  after = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_later_edits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, "lijst.csv", LIST, -1);
  g_autoptr (Run) run = import (fixture, path, NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode)
      rows = done_json (fixture, "list", "organisation", "--where", "name=Bedacht Zorg", NULL);
  g_autoptr (JsonNode) undone = NULL;
  g_autoptr (JsonNode) left = NULL;
  const char *id = json_object_get_string_member (report_of (run, &node), "id");

  g_free (done (fixture, "set", "organisation", row_text (rows, 0, "id"), "staff_count=12", NULL));
  undone = done_json (fixture, "import", "--undo", id, NULL);
  assert_number (json_node_get_object (undone), "left", 1);
  left = done_json (fixture, "list", "organisation", "--where", "town=Kampen", NULL);
  g_assert_cmpuint (row_count (left), ==, 1);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, "lijst.csv", LIST, -1);
  const struct
  {
    const char *arguments[6];
    int status;
    const char *words;
  } cases[] = {
    { { "import", "organisation" }, 2, "import" },
    { { "import", "paddenstoel", path }, 2, "paddenstoel" },
    { { "import", "import_run", path }, 2, "import_run" },
    { { "import", "organisation", "/bestaat/niet.csv" }, 1, "niet.csv" },
    { { "import", "organisation", path, "--map", "naampje=Zaak" }, 2, "naampje" },
    { { "import", "organisation", path, "--map", "name=Bestaat niet" }, 2, "Bestaat niet" },
    { { "import", "organisation", path, "--map", "name" }, 2, "name" },
    { { "import", "organisation", path, "--sheet", "nul" }, 2, "nul" },
    { { "import", "--undo", "geen-id" }, 2, "geen-id" },
    { { "import", "--undo", "01900000-0000-7000-8000-000000000001" }, 1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Run) run = spilctlv (fixture, cases[i].arguments, NULL);

    g_test_message ("%s", run->err);
    assert_refused (run, cases[i].status, cases[i].words);
  }
}

/* People get each reason whole: half a sentence does not say what to do. */
static void
test_whole_reasons (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, "lijst.csv", LIST, -1);
  g_autoptr (Run)
      run = spilctl (fixture, "import", "organisation", path, "--map", "name=Zaak", "--dry-run", NULL);

  g_test_message ("%s", run->out);
  g_assert_nonnull (strstr (run->out, "123"));
  g_assert_null (strstr (run->out, "…"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/spilctl/import/" path, Fixture, TEMPLATE, fixture_set_up, func, fixture_tear_down)
  ADD ("import", test_import);
  ADD ("later-edits", test_later_edits);
  ADD ("refusals", test_refusals);
  ADD ("whole-reasons", test_whole_reasons);
#undef ADD
  return g_test_run ();
}

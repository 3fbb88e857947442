// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spilctl-run.h"

#define PLAN                                                                                                 \
  "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Buurplan</Title><Manager>Verzonnen</Manager><Tasks>" \
  "<Task><UID>1</UID><Name>Werving</Name><OutlineLevel>1</OutlineLevel><Start>2018-10-01T08:00:00</Start>"   \
  "<Finish>2018-10-05T17:00:00</Finish></Task><Task><UID>2</UID><Name>Proef</Name><OutlineLevel>1</OutlineLevel>" \
  "<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink></Task></Tasks></Project>"

static void
assert_report (const Run *run, gint64 created, gint64 skipped, gboolean nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (run->out, &error);
  JsonObject *report;

  g_assert_no_error (error);
  report = json_node_get_object (node);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (report, "created"), ==, created);
  g_assert_cmpint (json_object_get_int_member (report, "skipped"), ==, skipped);
  g_assert_cmpint (json_object_get_int_member (report, "rejected"), ==, 0);
  g_assert_cmpint (json_object_get_null_member (report, "id"), ==, nothing);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (report, "changes")), ==, created);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (report, "unknown")), ==, 1);
}

/* In, again, out, and out of the undo. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, "plan.xml", PLAN, -1);
  g_autofree char *out = fixture_path (fixture, "uit.xml");
  g_autofree char *text = NULL;
  g_autoptr (Run) dry = spilctl (fixture, "--json", "import", "task", path, "--dry-run", NULL);
  g_autoptr (Run) first = spilctl (fixture, "--json", "import", "task", path, NULL);
  g_autoptr (Run) again = spilctl (fixture, "--json", "import", "task", path, NULL);
  g_autoptr (Run) export = spilctl (fixture, "export", "task", out, NULL);
  g_autoptr (Run) own = spilctl (fixture, "import", "task", out, NULL);
  g_autoptr (Run) undo = spilctl (fixture, "undo", NULL);
  g_autoptr (Run) list = spilctl (fixture, "--json", "list", "task", NULL);

  assert_report (dry, 3, 0, TRUE);
  assert_report (first, 3, 0, FALSE);
  assert_report (again, 0, 3, TRUE);
  g_assert_cmpint (export->status, ==, 0);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<Name>Werving</Name>"));
  g_assert_cmpint (own->status, ==, 0);
  g_assert_cmpint (undo->status, ==, 0);
  g_assert_null (strstr (list->out, "Werving"));
}

/* A list is a planning; with a word on how to read it, it is a table like any other. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_write (
      fixture, "lijst.csv",
      "Werk;Wie;Start;Einde\nWerving;Jo;1-10-2018;5-10-2018\nProef;Bo;8-10-2018;9-10-2018\n", -1);
  g_autofree char *gan = fixture_write (fixture, "plan.gan", "<project/>", -1);
  g_autoptr (Run)
      mapped = spilctl (fixture, "import", "task", path, "--map", "name=Werk", "--map", "owner=Wie", NULL);
  g_autoptr (Run) list = spilctl (fixture, "--json", "list", "task", NULL);
  g_autoptr (Run) unknown = spilctl (fixture, "import", "task", path, "--map", "name=Onbekend", NULL);
  g_autoptr (Run) no_field = spilctl (fixture, "import", "task", path, "--map", "onzin=Werk", NULL);
  g_autofree char *out = fixture_path (fixture, "uit.csv");
  g_autofree char *text = NULL;
  g_autoptr (Run) export = spilctl (fixture, "export", "task", out, NULL);
  g_autoptr (Run) no_table = spilctl (fixture, "import", "task", gan, "--map", "name=Werk", NULL);

  g_assert_cmpint (mapped->status, ==, 0);
  g_assert_nonnull (strstr (list->out, "\"Werving\""));
  g_assert_nonnull (strstr (list->out, "\"Bo\""));
  g_assert_cmpint (export->status, ==, 0);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Activiteit,Begin,Einde"));
  g_assert_cmpint (unknown->status, ==, 2);
  g_assert_nonnull (strstr (unknown->err, "Onbekend"));
  g_assert_cmpint (no_field->status, ==, 2);
  g_assert_cmpint (no_table->status, ==, 2);
  g_assert_cmpstr (no_table->err, !=, "");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = fixture_write (fixture, "pagina.xml", "<html/>", -1);
  g_autoptr (Run) import = spilctl (fixture, "import", "task", page, NULL);
  g_autoptr (Run) missing = spilctl (fixture, "import", "task", "/nergens/plan.xml", NULL);

  g_assert_cmpint (import->status, ==, 1);
  g_assert_nonnull (strstr (import->err, "pagina.xml"));
  g_assert_cmpint (missing->status, ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/spilctl-plan/plan", Fixture, "leeg", fixture_set_up, test_plan, fixture_tear_down);
  g_test_add ("/spilctl-plan/list", Fixture, "leeg", fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/spilctl-plan/refusals", Fixture, "leeg", fixture_set_up, test_refusals, fixture_tear_down);
  return g_test_run ();
}

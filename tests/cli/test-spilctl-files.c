// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "spilctl-run.h"

#define TEMPLATE "werkgeversaanpak-2018"

/* The results of apply, a JSON object a line. */
static GPtrArray *
read_results (const char *out)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (int i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_autoptr (GError) error = NULL;

    g_ptr_array_add (results, json_from_string (lines[i], &error));
    g_assert_no_error (error);
  }
  return results;
}

static JsonObject *
result (GPtrArray *results, guint index)
{
  g_assert_cmpuint (index, <, results->len);
  return json_node_get_object (g_ptr_array_index (results, index));
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  const char *lines =
      "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"Rijk \\u202eomgekeerd 🚲 <b>\"}}\n"
      "\n"
      "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"\"}}\n"
      "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"Provincie\"}}\n"
      "{\"op\":\"vlieg\"}\n"
      "geen json\n"
      "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"a\\u0000b\"}}\n";
  g_autoptr (Run) run = spilctlv (fixture, (const char *const[]) { "apply", "-", NULL }, lines);
  g_autoptr (GPtrArray) results = read_results (run->out);
  const gboolean expected[] = { TRUE, FALSE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (JsonNode) rows = done_json (fixture, "list", "remark", NULL);
  g_autofree char *undone = NULL;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->err, "4 regels zijn geweigerd"));
  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpint (json_object_get_boolean_member (result (results, i), "ok"), ==, expected[i]);
  g_assert_cmpuint (row_count (rows), ==, 2);
  g_assert_true (g_str_equal (row_text (rows, 0, "text"), "Rijk \u202eomgekeerd 🚲 <b>") ||
                 g_str_equal (row_text (rows, 1, "text"), "Rijk \u202eomgekeerd 🚲 <b>"));

  undone = done (fixture, "undo", NULL);
  g_clear_pointer (&rows, json_node_unref);
  rows = done_json (fixture, "list", "remark", NULL);
  g_assert_cmpuint (row_count (rows), ==, 1);
}

/* All together, or at the first refusal none of it. */
static void
test_atomic (Fixture *fixture, gconstpointer data)
{
  const char *id = "01890000-0000-7000-8000-000000000001";
  g_autofree char *good = g_strdup_printf (
      "{\"op\":\"add\",\"entity\":\"area\",\"id\":\"%s\",\"values\":{\"name\":\"Voorst\",\"kind\":"
      "\"business_park\",\"themes\":[\"liveability\"]}}\n"
      "{\"op\":\"set\",\"entity\":\"area\",\"id\":\"%s\",\"values\":{\"priority\":true}}\n",
      id, id);
  g_autofree char *bad = g_strconcat (good, "{\"op\":\"delete\",\"entity\":\"area\",\"id\":\"nergens\"}\n",
                                      NULL);
  g_autofree char *before = done (fixture, "digest", NULL);
  g_autofree char *bad_file = fixture_write (fixture, "fout.jsonl", bad, -1);
  g_autofree char *good_file = fixture_write (fixture, "goed.jsonl", good, -1);
  g_autoptr (Run) refused = spilctl (fixture, "apply", "--atomic", bad_file, NULL);
  g_autofree char *between = done (fixture, "digest", NULL);
  g_autofree char *out = done (fixture, "apply", good_file, "--atomic", NULL);
  g_autofree char *undone = NULL, *after = NULL;

  g_assert_cmpint (refused->status, ==, 1);
  g_assert_cmpstr (refused->err, !=, "");
  g_assert_cmpstr (before, ==, between);
  undone = done (fixture, "undo", NULL);
  after = done (fixture, "digest", NULL);
  g_assert_cmpstr (before, ==, after);
}

/* Each line is answered before the next is there. */
static void
test_apply_in_conversation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess)
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                  g_getenv ("SPILCTL"), "--data", fixture->data, "apply", "-", NULL);
  g_autoptr (GDataInputStream) answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  const char *line = "{\"op\":\"add\",\"entity\":\"remark\",\"values\":{\"text\":\"Eén\"}}\n";

  g_assert_no_error (error);
  for (int i = 0; i < 2; i++) {
    g_autofree char *answer = NULL;

    g_output_stream_write_all (g_subprocess_get_stdin_pipe (process), line, strlen (line), NULL, NULL,
                               &error);
    g_assert_no_error (error);
    answer = g_data_input_stream_read_line (answers, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_nonnull (strstr (answer, "\"ok\":true"));
  }
  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

/* A note of 1 MiB goes in and comes out; one byte more is refused. */
static void
test_long_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = g_strnfill (1024 * 1024, 'x');
  g_autofree char *line = g_strdup_printf (
      "{\"op\":\"add\",\"entity\":\"alliance\",\"values\":{\"name\":\"Lang\",\"goal\":\"%s\"}}\n", note);
  g_autofree char *longer = g_strdup_printf (
      "{\"op\":\"add\",\"entity\":\"alliance\",\"values\":{\"name\":\"Te lang\",\"goal\":\"%sx\"}}\n", note);
  g_autofree char *file = fixture_write (fixture, "lang.jsonl", line, -1);
  g_autofree char *longer_file = fixture_write (fixture, "langer.jsonl", longer, -1);
  g_autofree char *out = done (fixture, "apply", file, NULL);
  g_autoptr (Run) refused = spilctl (fixture, "apply", longer_file, NULL);
  g_autoptr (JsonNode) rows = done_json (fixture, "list", "alliance", NULL);

  g_assert_cmpint (refused->status, ==, 1);
  g_assert_cmpuint (row_count (rows), ==, 1);
  g_assert_cmpstr (row_text (rows, 0, "goal"), ==, note);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = fixture_path (fixture, "gebieden.csv");
  g_autofree char *json = fixture_path (fixture, "alles.json");
  g_autofree char *one = done (fixture, "export", "area", csv, NULL);
  g_autofree char *all = done (fixture, "export", "all", json, NULL);
  g_autofree char *table = read_file (csv);
  g_autofree char *text = read_file (json);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert_nonnull (strstr (table, "Oosterenk"));
  g_assert_nonnull (node);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (node), "risk")), ==, 4);
}

static const char *const charts[] = { "gantt", "budget", "burn",  "cash",    "sources",
                                      "fund",  "funnel", "risks", "effects", "indicators" };
static const struct
{
  const char *ending;
  const char *begin;
} kinds[] = { { "svg", "<?xml" }, { "pdf", "%PDF-" }, { "png", "\x89PNG" } };

static void
test_charts (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++) {
      g_autofree char *name = g_strconcat (charts[i], ".", kinds[j].ending, NULL);
      g_autofree char *path = fixture_path (fixture, name);
      g_autofree char *out = done (fixture, "chart", charts[i], path, NULL);
      g_autofree char *text = read_file (path);

      g_assert_true (g_str_has_prefix (text, kinds[j].begin));
    }
}

/* A planning on paper, of a size and a period; pictures of it too. */
static void
test_planning_on_paper (Fixture *fixture, gconstpointer data)
{
  for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++) {
    g_autofree char *name = g_strconcat ("papier.", kinds[j].ending, NULL);
    g_autofree char *path = fixture_path (fixture, name);
    g_autofree char *out = done (fixture, "chart", "gantt", path, "--paper", "a3", "--portrait", "--grey",
                                 "--from", "2018-10-01", "--to", "2018-12-31", NULL);
    g_autofree char *text = read_file (path);

    g_assert_true (g_str_has_prefix (text, kinds[j].begin));
  }
}

/* A programme without scales, stages or a budget: an empty chart, or a refusal that says what is missing. */
static void
test_charts_of_nothing (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autofree char *name = g_strconcat (charts[i], ".svg", NULL);
    g_autofree char *path = fixture_path (fixture, name);
    g_autoptr (Run) run = spilctl (fixture, "chart", charts[i], path, NULL);

    if (g_str_equal (charts[i], "budget") || g_str_equal (charts[i], "burn") ||
        g_str_equal (charts[i], "cash") || g_str_equal (charts[i], "sources"))
      assert_refused (run, 1, "Er is geen begroting om te tekenen");
    else if (g_str_equal (charts[i], "fund"))
      assert_refused (run, 1, "Er is geen regeling om te tekenen");
    else {
      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpstr (run->err, ==, "");
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  }
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "akt.pdf");
  g_autoptr (JsonNode) out = done_json (fixture, "report", "akt", "--period", "2018-Q4", path, NULL);
  g_autofree char *text = read_file (path);

  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (out), "file"), ==, path);
}

/* By name and by id, in both formats; what is asked wrongly is said. */
static void
test_report_visit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = done (fixture, "add", "organisation", "name=Voorbeeld BV", "kind=employer", NULL);
  g_autofree char *pdf = fixture_path (fixture, "bezoek.pdf");
  g_autofree char *odt = fixture_path (fixture, "bezoek.odt");
  g_autofree char *doc = fixture_path (fixture, "bezoek.doc");
  g_autofree char *by_name = done (fixture, "report", "visit", "--employer", "voorbeeld bv", pdf, NULL);
  g_autofree char *by_id = done (fixture, "report", "visit", "--employer", g_strchomp (id), odt, NULL);
  g_autofree char *pdf_text = read_file (pdf);
  g_autofree char *odt_text = read_file (odt);
  g_autoptr (Run) nobody = spilctl (fixture, "report", "visit", "--employer", "Niemand", pdf, NULL);
  g_autoptr (Run) no_employer = spilctl (fixture, "report", "visit", pdf, NULL);
  g_autoptr (Run) no_format = spilctl (fixture, "report", "visit", "--employer", id, doc, NULL);
  g_autoptr (Run)
      no_period = spilctl (fixture, "report", "visit", "--employer", id, "--period", "2018", pdf, NULL);

  g_assert_true (g_str_has_prefix (pdf_text, "%PDF-"));
  g_assert_true (g_str_has_prefix (odt_text, "PK"));
  assert_refused (nobody, nobody->status, "Niemand");
  g_assert_cmpint (nobody->status, !=, 0);
  assert_refused (no_employer, 2, "--employer");
  assert_refused (no_format, 2, ".odt");
  assert_refused (no_period, 2, "--period");
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = done (fixture, "init", "--demo", NULL);
  g_autoptr (JsonNode) programmes = done_json (fixture, "list", "programme", NULL);
  g_autoptr (JsonNode) contacts = done_json (fixture, "list", "contact", NULL);
  g_autoptr (JsonNode) check = done_json (fixture, "check", NULL);
  g_autofree char *path = fixture_path (fixture, "akt.pdf");
  g_autofree char *report = done (fixture, "report", "akt", path, NULL);

  g_assert_cmpuint (row_count (programmes), ==, 1);
  g_assert_true (json_object_get_boolean_member (
      json_array_get_object_element (json_node_get_array (programmes), 0), "demo"));
  g_assert_cmpuint (row_count (contacts), >=, 1900);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (check), "ok"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, template, test) g_test_add (name, Fixture, template, fixture_set_up, test, fixture_tear_down)
  ADD ("/cli/apply", TEMPLATE, test_apply);
  ADD ("/cli/apply/atomic", TEMPLATE, test_atomic);
  ADD ("/cli/apply/conversation", TEMPLATE, test_apply_in_conversation);
  ADD ("/cli/apply/long-note", TEMPLATE, test_long_note);
  ADD ("/cli/export", TEMPLATE, test_export);
  ADD ("/cli/charts", TEMPLATE, test_charts);
  ADD ("/cli/charts/on-paper", TEMPLATE, test_planning_on_paper);
  ADD ("/cli/charts/of-nothing", "leeg", test_charts_of_nothing);
  ADD ("/cli/report", TEMPLATE, test_report);
  ADD ("/cli/report/visit", TEMPLATE, test_report_visit);
  ADD ("/cli/demo", NULL, test_demo);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "pdf-fixture.h"
#include "spil-akt.h"
#include "spil-booking-action.h"
#include "spil-budget-action.h"
#include "spil-demo.h"
#include "spil-template.h"

/* A database of its own, and where its report goes. */
typedef struct
{
  char *folder; /* of the database */
  char *out; /* of the report */
  char *path;
  SpilStore *store;
} Fixture;

/* @data: the id of a template, "demo", or NULL for an empty database. */
static void
set_up (Fixture *self, gconstpointer data)
{
  const char *id = data;
  GError *error = NULL;

  self->folder = fixture_make_folder ();
  self->out = fixture_make_folder ();
  self->path = g_build_filename (self->out, "akt.pdf", NULL);
  self->store = spil_store_create (self->folder, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (id, "demo") == 0)
    spil_demo_make (self->store, NULL, &error);
  else if (id != NULL) {
    g_autoptr (SpilTemplate) template = spil_template_load (NULL, id, &error);
    g_autoptr (SpilAction) action = NULL;

    g_assert_no_error (error);
    action = spil_template_make_action (template, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    spil_store_commit_bulk (self->store, action, &error);
  }
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  spil_store_close (self->store);
  g_free (self->path);
  fixture_remove_folder (self->folder);
  fixture_remove_folder (self->out);
}

static SpilPeriod
fourth_quarter (void)
{
  SpilPeriod period = spil_report_default_period ();

  g_assert_true (spil_period_parse ("2018-Q4", &period));
  return period;
}

/* Writes the report and returns its text. */
static char *
write_report (Fixture *self)
{
  GError *error = NULL;
  gboolean ok = spil_report_akt_write (self->store, fourth_quarter (), self->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_cmpint (fixture_count_files (self->out), ==, 1);
  return fixture_pdf_text (self->path, 0);
}

static void
assert_has (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      g_error ("“%s” is not in the report", *words);
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  const char *words[] = { "Werkgeversaanpak 2018",
                          "4e kwartaal 2018 (1 oktober 2018 t/m 31 december 2018)",
                          "Zwolle en Kampen",
                          "951.500,00",
                          "112.000,00",
                          "110.000,00",
                          "200.000,00",
                          "325.000,00",
                          "90.000,00",
                          "114.500,00",
                          "excl. btw",
                          "Oosterenk",
                          "Assendorp",
                          "niet vermeld",
                          "Evenementen en bezoekers",
                          "Activiteiten zonder dat",
                          "Het fonds wordt te weinig gebruikt",
                          "Spitsmijdingen",
                          "Aanname: het plan zegt niet per wat",
                          "pagina 1 van",
                          "Openbaar weblog",
                          NULL };
  g_autofree char *text = write_report (self);
  g_autofree char *structure = fixture_pdf_structure (self->path);

  assert_has (text, words);
  g_assert_null (strstr (text, "DEMO"));
  assert_has (structure, (const char *const[]) { "H1", "Figure", "Table", "TOCI", "Totaal excl. btw", NULL });
}

static void
test_demo (Fixture *self, gconstpointer data)
{
  g_autofree char *whole = write_report (self);

  assert_has (whole,
              (const char *const[]) { "951.500,00", "verzonnen", "Wat er van de begroting over is", NULL });
  for (int page = fixture_pdf_pages (self->path); page > 0; page--) {
    g_autofree char *text = fixture_pdf_text (self->path, page);

    g_assert_nonnull (strstr (text, "DEMO"));
  }
}

static SpilAction *
source_of (SpilStore *store, SpilId line)
{
  g_autoptr (SpilRecord) source = spil_record_new (spil_entity (SPIL_ENTITY_FUNDING_SOURCE), spil_id_new ());
  g_autoptr (SpilRecord) part = spil_record_new (spil_entity (SPIL_ENTITY_ALLOCATION), spil_id_new ());
  SpilAction *action = spil_action_new ("Bron");

  spil_record_set_text (source, SPIL_FUNDING_SOURCE_NAME, "Rijk via de provincie");
  spil_record_set_reference (part, SPIL_ALLOCATION_LINE, line);
  spil_record_set_reference (part, SPIL_ALLOCATION_SOURCE, spil_record_get_id (source));
  spil_record_set_integer (part, SPIL_ALLOCATION_AMOUNT, 5000000);
  spil_action_add (action, source);
  spil_action_add (action, part);
  return action;
}

static void
commit (Fixture *self, SpilAction *action, GError *error)
{
  g_autoptr (SpilAction) owned = action;

  g_assert_no_error (error);
  spil_store_commit (self->store, owned, &error);
  g_assert_no_error (error);
}

/* Money moved between lines by a decision, a quarter closed, an invoice that came in late and a source: each has its place. */
static void
test_money (Fixture *self, gconstpointer data)
{
  const SpilDay now = spil_day_from_ymd (2018, 11, 15);
  GError *error = NULL;
  g_autoptr (SpilBudgetVersionRow) version = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const SpilBudgetLineFigures *from, *to;
  g_autofree char *text = NULL;

  spil_day_play (now);
  version = spil_budget_query_current (self->store, now, &error);
  g_assert_no_error (error);
  lines = spil_budget_query_lines (self->store, version->id, now, &error);
  g_assert_no_error (error);
  from = g_ptr_array_index (lines, 3);
  to = g_ptr_array_index (lines, 0);
  commit (self, source_of (self->store, to->id), NULL);
  {
    const SpilReallocationRow rows[] = {
      { .line = from->id, .after = spil_money (from->budget.cents - 1234567, SPIL_VAT_EXCLUDED) },
      { .line = to->id, .after = spil_money (to->budget.cents + 1234567, SPIL_VAT_EXCLUDED) },
    };
    SpilAction *moved = spil_budget_reallocate_action (self->store, version->id, rows, 2, "Wijziging najaar",
                                                       spil_day_from_ymd (2018, 11, 1), SPIL_ID_NIL,
                                                       "Meer uren voor makelaars", NULL, &error);

    commit (self, moved, error);
  }
  commit (self,
          spil_period_close_action (self->store,
                                    spil_period_of (SPIL_PERIOD_QUARTER, spil_day_from_ymd (2018, 7, 1)), now,
                                    NULL, SPIL_ID_NIL, &error),
          error);
  {
    const SpilBooking late = { .kind = SPIL_BOOKING_ACTUAL,
                               .line = to->id,
                               .date = spil_day_from_ymd (2018, 9, 14),
                               .amount = spil_money (98765, SPIL_VAT_EXCLUDED),
                               .description = "Nota zaalhuur september" };

    commit (self, spil_booking_action (self->store, &late, NULL, &error), error);
  }
  text = write_report (self);
  spil_day_play (SPIL_DAY_NONE);
  assert_has (text, (const char *const[]) { "Wijziging najaar", "Meer uren voor makelaars", "312.654,33",
                                            "−12.345,67", "124.345,67", "Nota zaalhuur september",
                                            "14-09-2018", "987,65", "Rijk via de provincie", NULL });
}

static void
test_blank (Fixture *self, gconstpointer data)
{
  g_autofree char *text = write_report (self);

  assert_has (text, (const char *const[]) { "Er is geen begroting vermeld.", "Er zijn geen gebieden vermeld.",
                                            "zijn geen besluiten vastgelegd", NULL });
}

static void
test_no_programme (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      spil_report_akt_write (self->store, fourth_quarter (), self->path, NULL, NULL, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "sjabloon"));
  g_assert_cmpint (fixture_count_files (self->out), ==, 0);
}

/* How far a report came when it was cancelled. */
typedef struct
{
  GCancellable *cancellable;
  double until;
  double last;
} Cancel;

static void
on_progress_cancel_cb (double fraction, const char *what, gpointer user_data)
{
  Cancel *cancel = user_data;

  g_assert_cmpfloat (fraction, >=, cancel->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  cancel->last = fraction;
  if (fraction >= cancel->until)
    g_cancellable_cancel (cancel->cancellable);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  const double moments[] = { 0, 0.2, 0.4, 0.8 };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Cancel cancel = { cancellable, moments[i], 0 };

    g_assert_false (spil_report_akt_write (self->store, fourth_quarter (), self->path, cancellable,
                                           on_progress_cancel_cb, &cancel, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_nonnull (strstr (error->message, "afgebroken"));
    g_assert_cmpint (fixture_count_files (self->out), ==, 0);
  }
}

/* An earlier report stays as it was when the new one cannot be finished. */
static void
test_keeps_earlier (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (self->path, "eerder", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (
      spil_report_akt_write (self->store, fourth_quarter (), self->path, cancellable, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "eerder");
}

static void
test_bad_places (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->out, "weg", "akt.pdf", NULL);
  g_autofree char *under_file = NULL;
  g_autofree char *file = g_build_filename (self->out, "bestand", NULL);
  const struct
  {
    const char *path;
    const char *word;
  } cases[] = { { missing, "bestaat niet" },
                { self->out, "dat is een map" },
                { "", "dat is een map" },
                { "/proc/akt.pdf", "u mag niet schrijven" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (
        spil_report_akt_write (self->store, fourth_quarter (), cases[i].path, NULL, NULL, NULL, &error));
    g_assert_nonnull (error);
    g_assert_nonnull (strstr (error->message, cases[i].word));
  }
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  under_file = g_build_filename (file, "akt.pdf", NULL);
  g_assert_false (spil_report_akt_write (self->store, fourth_quarter (), under_file, NULL, NULL, NULL, NULL));
  g_assert_cmpint (fixture_count_files (self->out), ==, 1);
}

/* An issued report becomes a row with its figures; the same figures give the same text. */
static void
test_record (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (SpilReportData)
      figures = spil_report_data_new (self->store, fourth_quarter (), NULL, NULL, NULL, &error);
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_REPORT));
  g_autoptr (GPtrArray) reports = NULL;
  g_autofree char *snapshot = NULL;
  g_autoptr (SpilPlan) kept = NULL;
  SpilRecord *report;

  g_assert_no_error (error);
  action = spil_report_akt_record (figures);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  reports = spil_store_list (self->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reports->len, ==, 1);
  report = g_ptr_array_index (reports, 0);
  snapshot = spil_report_akt_dup_snapshot (figures);
  g_assert_cmpstr (spil_record_get_text (report, SPIL_REPORT_PERIOD), ==, "2018-Q4");
  g_assert_cmpstr (spil_record_get_text (report, SPIL_REPORT_SNAPSHOT), ==, snapshot);
  g_assert_true (g_str_has_prefix (snapshot, "{\"budget\":{\"actual\":0,\"budget\":95150000,"));
  g_assert_nonnull (strstr (snapshot, "\"period\":\"2018-Q4\""));
  kept = spil_plan_query (self->store, SPIL_PLAN_SINCE_REPORT, figures->day, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept->baselines->len, ==, 1);
  g_assert_true (spil_id_equal (((SpilPlanBaselineRow *) kept->baselines->pdata[0])->report,
                                spil_record_get_id (report)));
  for (guint i = 0; i < kept->tasks->len; i++)
    g_assert_true (spil_plan_get_task (kept, (int) i)->in_baseline);
}

/* What a person made of a light stands in the report, with what the rule said. */
static void
test_light_set (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilRecord) light = spil_record_new (spil_entity (SPIL_ENTITY_REPORT_LIGHT), spil_id_new ());
  g_autoptr (SpilAction) action = spil_action_new ("Licht gezet");
  g_autofree char *text = NULL;
  GError *error = NULL;

  spil_record_set_text (light, SPIL_REPORT_LIGHT_PERIOD, "2018-Q4");
  spil_record_set_integer (light, SPIL_REPORT_LIGHT_ASPECT, SPIL_ASPECT_TIME);
  spil_record_set_integer (light, SPIL_REPORT_LIGHT_LIGHT, SPIL_LIGHT_RED);
  spil_record_set_text (light, SPIL_REPORT_LIGHT_REASON, "Twee gebieden wachten op een besluit");
  spil_action_add (action, light);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  text = write_report (self);
  assert_has (text, (const char *const[]) { "Twee gebieden wachten op een besluit", "de regel zegt", NULL });
}

static void
test_default_period (void)
{
  g_autofree char *name = NULL;

  spil_day_play (spil_day_from_ymd (2018, 11, 15));
  name = spil_period_to_text (spil_report_default_period ());
  g_assert_cmpstr (name, ==, "2018-Q4");
  spil_day_play (SPIL_DAY_NONE);
}

#define PLAN "werkgeversaanpak-2018"
#define ADD(path, start, func) g_test_add (path, Fixture, start, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SPIL_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/report/akt/plan", PLAN, test_plan);
  ADD ("/report/akt/demo", "demo", test_demo);
  ADD ("/report/akt/money", "demo", test_money);
  ADD ("/report/akt/blank", "leeg", test_blank);
  ADD ("/report/akt/no-programme", NULL, test_no_programme);
  ADD ("/report/akt/cancel", PLAN, test_cancel);
  ADD ("/report/akt/keeps-earlier", PLAN, test_keeps_earlier);
  ADD ("/report/akt/bad-places", PLAN, test_bad_places);
  ADD ("/report/akt/record", PLAN, test_record);
  ADD ("/report/akt/light-set", PLAN, test_light_set);
  g_test_add_func ("/report/akt/default-period", test_default_period);
  return g_test_run ();
}

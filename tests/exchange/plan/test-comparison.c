// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A planning beside its baseline, as a file and on the clipboard. */
#include <string.h>

#include "../exchange-fixture.h"
#include "spil-comparison-list.h"
#include "spil-entity.h"
#include "spil-plan-action.h"
#include "spil-table-reader.h"

static void
commit (ExchangeFixture *fixture, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit (fixture->store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
}

static SpilPlan *
read_plan (ExchangeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SpilPlan *plan = spil_plan_query (fixture->store, SPIL_ID_NIL, spil_day_from_ymd (2018, 10, 1), &error);

  g_assert_no_error (error);
  return plan;
}

/* Activity 2 ends a week later than when the planning was recorded, activity 3 is gone, one is new. */
static SpilPlan *
make (ExchangeFixture *fixture)
{
  g_autoptr (SpilPlan) plan = NULL;
  g_autoptr (SpilPlan) kept = NULL;
  SpilScheduleMove move = { 1, spil_day_from_ymd (2018, 7, 1), spil_day_from_ymd (2019, 1, 7) };
  int gone = 2;

  exchange_fixture_use_template (fixture);
  plan = read_plan (fixture);
  commit (fixture,
          spil_plan_baseline_action (plan, spil_day_from_ymd (2018, 9, 1), "Besloten", SPIL_ID_NIL, "Vast"));
  kept = read_plan (fixture);
  commit (fixture, spil_plan_move_action (kept, &move, 1, "Later"));
  commit (fixture, spil_plan_delete_action (kept, &gone, 1));
  commit (fixture,
          spil_plan_insert_action (kept, -1, "=Nieuw\tmet tab", SPIL_DAY_NONE, SPIL_DAY_NONE, FALSE, NULL));
  return read_plan (fixture);
}

static void
test_files (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "v.csv", "v.ods", "v.xlsx" };
  g_autoptr (SpilPlan) plan = make (fixture);
  g_autoptr (SpilPlanComparison) comparison = spil_plan_compare (plan);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = exchange_fixture_path (fixture, names[i]);
    g_autoptr (SpilTableReader) reader = NULL;
    const SpilTableRow *row;
    gboolean later = FALSE;
    guint n = 0;

    spil_comparison_export (fixture->store, plan->baseline, plan->day, path, &error);
    g_assert_no_error (error);
    reader = spil_table_reader_new (path, NULL, &error);
    g_assert_no_error (error);
    while (spil_table_reader_next (reader, &row, &error) && row != NULL) {
      later = later || (row->n_cells > 6 && strcmp (row->cells[5].text, "2019-01-07") == 0 &&
                        strcmp (row->cells[6].text, "7") == 0);
      n++;
    }
    g_assert_no_error (error);
    g_assert_cmpuint (n, ==, comparison->rows->len + 1);
    g_assert_true (later);
  }
}

static void
test_refusal (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = make (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      spil_comparison_export (fixture->store, plan->baseline, plan->day, "/nergens/v.csv", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "v.csv"));
}

/* As many cells in each row, whatever is in the names. */
static void
test_copy (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = make (fixture);
  g_autoptr (SpilPlanComparison) comparison = spil_plan_compare (plan);
  g_autofree char *text = spil_comparison_copy (comparison);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, comparison->rows->len + 2);
  for (guint i = 0; i + 1 < g_strv_length (lines); i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (cells), ==, 10);
  }
  g_assert_nonnull (strstr (text, "07-01-2019\t7\t"));
}

#define ADD(path, func)                                                                                      \
  g_test_add (path, ExchangeFixture, NULL, exchange_fixture_set_up, func, exchange_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/comparison/files", test_files);
  ADD ("/comparison/refusal", test_refusal);
  ADD ("/comparison/copy", test_copy);
  return g_test_run ();
}

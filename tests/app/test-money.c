// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-steps.h"
#include "spil-booking.h"
#include "spil-budget-item.h"

#define EX SPIL_VAT_EXCLUDED

static void
test_preset (void)
{
  SpilDay day = spil_day_from_ymd (2018, 11, 15);
  SpilId line = spil_id_new ();
  g_autoptr (SpilRecord) record = spil_booking_new_preset (SPIL_BOOKING_ACTUAL, line, EX, day);
  g_autoptr (SpilRecord)
      open = spil_booking_new_preset (SPIL_BOOKING_FORECAST, SPIL_ID_NIL, SPIL_VAT_UNKNOWN, day);

  g_assert_true (spil_id_equal (spil_record_get_reference (record, SPIL_ACTUAL_LINE), line));
  g_assert_cmpint (spil_record_get_integer (record, SPIL_ACTUAL_VAT), ==, SPIL_VAT_NOTE_EXCLUDED);
  g_assert_cmpint (spil_day_compare (spil_record_get_day (record, SPIL_ACTUAL_DATE), day), ==, 0);
  g_assert_true (spil_record_is_null (open, SPIL_FORECAST_LINE));
  g_assert_true (spil_record_is_null (open, SPIL_FORECAST_VAT));
}

static void
test_item (void)
{
  static const struct
  {
    gboolean pm, stated;
    int64_t budget, actual;
    const char *amount, *summary;
    gboolean is_short;
  } cases[] = {
    { FALSE, TRUE, 100000, 40000, "€\302\2401.000,00", "free €\302\240600 of €\302\2401.000", FALSE },
    { FALSE, TRUE, 100000, 140000, "€\302\2401.000,00", "short €\302\240400 on €\302\2401.000", TRUE },
    { TRUE, FALSE, 0, 40000, "PM", "PM", FALSE },
    { FALSE, FALSE, 0, 0, "not stated", "not stated", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilBudgetLineFigures) line = spil_budget_line_figures_new (
        spil_id_new (), 3, "Fonds", cases[i].pm, cases[i].stated, spil_money (cases[i].budget, EX));
    g_autoptr (SpilBudgetItem) item = NULL;

    spil_budget_line_add (line, SPIL_BOOKING_ACTUAL, spil_money (cases[i].actual, EX), 1);
    item = spil_budget_item_new (line);
    g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_BUDGET), ==, cases[i].amount);
    g_assert_cmpstr (spil_budget_item_get_summary (item), ==, cases[i].summary);
    g_assert_cmpint (spil_budget_item_is_short (item), ==, cases[i].is_short);
    g_assert_false (spil_budget_item_is_total (item));
  }
}

static void
test_total (void)
{
  g_autoptr (GPtrArray)
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
  g_autoptr (SpilBudgetTotal) total = NULL;
  g_autoptr (SpilBudgetItem) item = NULL;

  g_ptr_array_add (
      lines, spil_budget_line_figures_new (spil_id_new (), 1, "A", FALSE, TRUE, spil_money (100000, EX)));
  g_ptr_array_add (
      lines, spil_budget_line_figures_new (spil_id_new (), 2, "B", FALSE, TRUE, spil_money (50050, EX)));
  spil_budget_line_add (g_ptr_array_index (lines, 0), SPIL_BOOKING_ACTUAL, spil_money (75025, EX), 1);
  total = spil_budget_total_new (lines);
  item = spil_budget_item_new_total (total);
  g_assert_true (spil_budget_item_is_total (item));
  g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_NAME), ==, "Total");
  g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_BUDGET), ==, "€\302\2401.500,50");
  g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_FREE), ==, "€\302\240750,25");
  g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_USED), ==, "50 %");
}

static void
test_assessment (void)
{
  static const struct
  {
    int state;
    int step;
    gboolean passed, has_reason;
  } cases[] = {
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_ASSESSMENT_STEP_ESTIMATE, TRUE, TRUE },
    { SPIL_APPLICATION_STATE_SETTLED, SPIL_ASSESSMENT_STEP_SETTLEMENT, TRUE, TRUE },
    { SPIL_APPLICATION_STATE_REFUSED, SPIL_ASSESSMENT_STEP_ESTIMATE, FALSE, FALSE },
  };
  SpilFundApplicationRow row = { .id = spil_id_new (),
                                 .award = { .known = TRUE, .highest = spil_money (1250000, EX) } };
  SpilDay day = spil_day_from_ymd (2018, 11, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilRecord) record = spil_application_new_assessment (&row, cases[i].state, day);

    g_assert_true (spil_id_equal (spil_record_get_reference (record, SPIL_ASSESSMENT_APPLICATION), row.id));
    g_assert_cmpint (spil_record_get_integer (record, SPIL_ASSESSMENT_STEP), ==, cases[i].step);
    g_assert_cmpint (spil_record_get_boolean (record, SPIL_ASSESSMENT_PASSED), ==, cases[i].passed);
    g_assert_cmpint (spil_record_get_integer (record, SPIL_ASSESSMENT_ALLOWED), ==, 1250000);
    g_assert_cmpint (!spil_record_is_null (record, SPIL_ASSESSMENT_REASON), ==, cases[i].has_reason);
  }
}

static void
test_step_words (void)
{
  for (int state = SPIL_APPLICATION_STATE_DRAFT; state <= SPIL_APPLICATION_STATE_PAID; state++)
    for (const int *next = spil_fund_next_states (state); *next != 0; next++)
      g_assert_nonnull (spil_application_step_label (*next));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/preset", test_preset);
  g_test_add_func ("/money/item", test_item);
  g_test_add_func ("/money/total", test_total);
  g_test_add_func ("/money/assessment", test_assessment);
  g_test_add_func ("/money/step-words", test_step_words);
  return g_test_run ();
}

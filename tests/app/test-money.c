// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking.h"
#include "spil-budget-item.h"
#include "spil-entity.h"
#include "spil-fund-steps.h"
#include "spil-fund-words.h"
#include "spil-number.h"

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
test_reversal (void)
{
  static const SpilBookingKind kinds[] = { SPIL_BOOKING_RESERVATION, SPIL_BOOKING_COMMITMENT,
                                           SPIL_BOOKING_ACTUAL, SPIL_BOOKING_FORECAST };
  SpilDay booked = spil_day_from_ymd (2018, 10, 1);
  SpilDay today = spil_day_from_ymd (2018, 11, 15);
  SpilDay earlier = spil_day_from_ymd (2018, 9, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const SpilBookingFields *fields = spil_booking_fields (kinds[i]);
    g_autoptr (SpilRecord) booking = spil_booking_new_preset (kinds[i], spil_id_new (), EX, booked);
    g_autoptr (SpilRecord) reversal = NULL;
    g_autoptr (SpilRecord) early = NULL;

    spil_record_set_integer (booking, fields->amount, 125050);
    spil_record_set_text (booking, fields->description, "Werksessie");
    reversal = spil_booking_new_reversal (kinds[i], booking, today);
    early = spil_booking_new_reversal (kinds[i], booking, earlier);

    g_assert_cmpint (spil_record_get_integer (reversal, fields->amount), ==, -125050);
    g_assert_true (
        spil_id_equal (spil_record_get_reference (reversal, fields->reverses), spil_record_get_id (booking)));
    g_assert_false (spil_id_equal (spil_record_get_id (reversal), spil_record_get_id (booking)));
    g_assert_true (spil_id_equal (spil_record_get_reference (reversal, fields->line),
                                  spil_record_get_reference (booking, fields->line)));
    g_assert_cmpstr (spil_record_get_text (reversal, fields->description), ==, "Werksessie");
    g_assert_cmpint (spil_day_compare (spil_record_get_day (reversal, fields->date), today), ==, 0);
    g_assert_cmpint (spil_day_compare (spil_record_get_day (early, fields->date), booked), ==, 0);
  }
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

// Every step has a word, every state a sign of its own.
static void
test_steps (void)
{
  for (int state = SPIL_APPLICATION_STATE_DRAFT; state <= SPIL_APPLICATION_STATE_PAID; state++) {
    const SpilFundApplicationRow row = { .state = state };
    g_autoptr (GArray) choices = spil_fund_steps_of (&row);
    const int *next = spil_fund_next_states (state);

    for (guint i = 0; i < choices->len; i++) {
      g_assert_cmpint (g_array_index (choices, SpilFundChoice, i).to, ==, next[i]);
      g_assert_nonnull (g_array_index (choices, SpilFundChoice, i).label);
    }
    g_assert_cmpint (next[choices->len], ==, 0);
    for (int other = SPIL_APPLICATION_STATE_DRAFT; other < state; other++)
      g_assert_cmpstr (spil_fund_state_icon (other), !=, spil_fund_state_icon (state));
  }
}

// An advance of a withdrawn application, and what was paid above the settlement, come back as a step.
static void
test_refund_steps (void)
{
  const SpilFundApplicationRow withdrawn = { .state = SPIL_APPLICATION_STATE_WITHDRAWN,
                                             .paid = spil_money (500000, EX),
                                             .left_to_pay = spil_money (-500000, EX) };
  const SpilFundApplicationRow back = { .state = SPIL_APPLICATION_STATE_WITHDRAWN };
  const SpilFundApplicationRow below = { .state = SPIL_APPLICATION_STATE_SETTLED,
                                         .left_to_pay = spil_money (-100, EX) };
  g_autoptr (GArray) first = spil_fund_steps_of (&withdrawn);
  g_autoptr (GArray) none = spil_fund_steps_of (&back);
  g_autoptr (GArray) last = spil_fund_steps_of (&below);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (g_array_index (first, SpilFundChoice, 0).to, ==, SPIL_APPLICATION_STATE_WITHDRAWN);
  g_assert_cmpstr (g_array_index (first, SpilFundChoice, 0).label, ==, "Book the refund");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (g_array_index (last, SpilFundChoice, 0).label, ==, "Book the refund");
}

// Terms in words: on the day itself it is not late yet.
static void
test_terms (void)
{
  static const struct
  {
    int from_today;
    gboolean deciding;
    const char *text;
    const char *brief;
  } cases[] = {
    { 9, TRUE, "Decide by 24-11-2018 at the latest: 9 days left", "24-11-2018" },
    { 1, FALSE, "The employer accounts by 16-11-2018 at the latest: 1 day left", "16-11-2018" },
    { 0, TRUE, "Decide today at the latest (15-11-2018)", "15-11-2018" },
    { -1, TRUE, "The decision is 1 day late: it was due by 14-11-2018", "1 day late" },
    { -3, FALSE, "The accountability is 3 days late: it was due by 12-11-2018", "3 days late" },
  };
  SpilDay today = spil_day_from_ymd (2018, 11, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay term = spil_day_add (today, cases[i].from_today);
    const SpilFundApplicationRow row = { .decide_before = cases[i].deciding ? term : SPIL_DAY_NONE,
                                         .account_before = cases[i].deciding ? SPIL_DAY_NONE : term };
    g_autofree char *text = spil_fund_dup_term (&row, today);
    g_autofree char *brief = spil_fund_dup_term_short (&row, today);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (brief, ==, cases[i].brief);
  }
}

// What it costs is told with for how many it is known.
static void
test_effects (void)
{
  const SpilFundEffect none = { .left_out = 4 };
  const SpilFundEffect some = {
    .n = 2, .left_out = 3, .effect = 40 * SPIL_DECIMAL_ONE, .money = spil_money (1000000, EX)
  };
  const SpilFundEffect all = { .n = 2, .effect = 5000 * SPIL_DECIMAL_ONE, .money = spil_money (1000000, EX) };
  g_autofree char *unknown = spil_fund_dup_avoidances (&none);
  g_autofree char *avoidances = spil_fund_dup_avoidances (&some);
  g_autofree char *co2 = spil_fund_dup_co2 (&all);

  g_assert_cmpstr (unknown, ==, "not stated");
  g_assert_cmpstr (avoidances, ==,
                   "40 a working day · €\302\240250,00 for each · known for 2 of 5 applications");
  g_assert_cmpstr (co2, ==, "5 tonnes a year · €\302\2402.000,00 for each tonne · 2 applications");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/preset", test_preset);
  g_test_add_func ("/money/reversal", test_reversal);
  g_test_add_func ("/money/item", test_item);
  g_test_add_func ("/money/total", test_total);
  g_test_add_func ("/money/steps", test_steps);
  g_test_add_func ("/money/refund-steps", test_refund_steps);
  g_test_add_func ("/money/terms", test_terms);
  g_test_add_func ("/money/effects", test_effects);
  return g_test_run ();
}

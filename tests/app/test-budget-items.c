// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-amounts.h"
#include "spil-budget-item.h"

#define EX SPIL_VAT_EXCLUDED
#define EURO "€\302\240"

static SpilBudgetLineFigures *
make_line (int number, const char *name, gboolean pm, gboolean stated, int64_t budget, int64_t actual)
{
  SpilBudgetLineFigures *line = spil_budget_line_figures_new (spil_id_new (), number, name, pm, stated,
                                                              spil_money (budget, EX));

  spil_budget_line_add (line, SPIL_BOOKING_ACTUAL, spil_money (actual, EX), 1);
  return line;
}

static void
test_line (void)
{
  static const struct
  {
    gboolean pm, stated;
    int64_t budget, actual;
    const char *amount, *spoken, *free, *summary;
    gboolean is_short;
  } cases[] = {
    { FALSE, TRUE, 100000, 40000, "1.000,00", "Line 3, budgeted " EURO "1.000,00", "600,00",
      "free " EURO "600 of " EURO "1.000", FALSE },
    { FALSE, TRUE, 100000, 140000, "1.000,00", "Line 3, budgeted " EURO "1.000,00", "−400,00",
      "short " EURO "400 on " EURO "1.000", TRUE },
    { TRUE, FALSE, 0, 40000, "PM", "Line 3, budgeted PM", "unknown", "PM", FALSE },
    { FALSE, FALSE, 0, 0, "not stated", "Line 3, budgeted not stated", "unknown", "not stated", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilBudgetLineFigures)
        line = make_line (3, "Fonds", cases[i].pm, cases[i].stated, cases[i].budget, cases[i].actual);
    g_autoptr (SpilBudgetItem) item = spil_budget_item_new (line, -1);
    g_autofree char *spoken = spil_budget_item_dup_label (item, SPIL_BUDGET_CELL_BUDGET);

    g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_BUDGET), ==, cases[i].amount);
    g_assert_cmpstr (spil_budget_item_get_text (item, SPIL_BUDGET_CELL_FREE), ==, cases[i].free);
    g_assert_cmpstr (spil_budget_item_get_summary (item), ==, cases[i].summary);
    g_assert_cmpstr (spoken, ==, cases[i].spoken);
    g_assert_cmpint (spil_budget_item_is_short (item), ==, cases[i].is_short);
    g_assert_cmpint (spil_budget_item_has_figure (item, SPIL_BUDGET_CELL_ACTUAL), ==, cases[i].actual != 0);
    g_assert_null (spil_budget_item_get_pace (item));
  }
}

// The lines, their total, and under a heading what is outside: in no total and with no pace.
static void
test_rows (void)
{
  static const SpilBudgetRowKind kinds[] = { SPIL_BUDGET_ROW_LINE, SPIL_BUDGET_ROW_LINE,
                                             SPIL_BUDGET_ROW_TOTAL, SPIL_BUDGET_ROW_HEADING,
                                             SPIL_BUDGET_ROW_OUTSIDE };
  g_autoptr (GPtrArray)
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
  g_autoptr (SpilBudgetTotal) total = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *spoken = NULL;

  g_ptr_array_add (lines, make_line (1, "A", FALSE, TRUE, 100000, 75025));
  g_ptr_array_add (lines, make_line (7, "Overloop", FALSE, TRUE, 900000, 100));
  g_ptr_array_add (lines, make_line (2, "B", FALSE, TRUE, 50050, 0));
  ((SpilBudgetLineFigures *) lines->pdata[1])->outside = TRUE;
  total = spil_budget_total_new (lines);
  items = spil_budget_items_new (lines, total, 400);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (kinds));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (spil_budget_item_get_kind (items->pdata[i]), ==, kinds[i]);
  g_assert_cmpstr (spil_budget_item_get_text (items->pdata[2], SPIL_BUDGET_CELL_NAME), ==, "Total");
  g_assert_cmpstr (spil_budget_item_get_text (items->pdata[2], SPIL_BUDGET_CELL_BUDGET), ==, "1.500,50");
  g_assert_cmpstr (spil_budget_item_get_text (items->pdata[2], SPIL_BUDGET_CELL_FREE), ==, "750,25");
  g_assert_cmpstr (spil_budget_item_get_text (items->pdata[2], SPIL_BUDGET_CELL_USED), ==, "50 %");
  g_assert_cmpstr (spil_budget_item_get_pace (items->pdata[2]), ==, "10 ahead");
  g_assert_null (spil_budget_item_get_pace (items->pdata[4]));
  spoken = spil_budget_item_dup_label (items->pdata[2], SPIL_BUDGET_CELL_FREE);
  g_assert_cmpstr (spoken, ==, "Total, free " EURO "750,25");
}

static void
test_pace (void)
{
  static const struct
  {
    int used, elapsed;
    const char *pace;
  } cases[] = {
    { 650, 500, "15 ahead" }, { 500, 500, "even" },      { 504, 495, "even" },
    { 505, 495, "1 ahead" },  { 440, 500, "6 behind" },  { -1, 500, NULL },
    { 500, -1, NULL },        { 1200, 900, "30 ahead" }, { 0, 990, "99 behind" },
  };
  g_autofree char *over = spil_budget_dup_pace_sentence (280, 1000);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pace = spil_budget_dup_pace (cases[i].used, cases[i].elapsed);
    g_autofree char *sentence = spil_budget_dup_pace_sentence (cases[i].used, cases[i].elapsed);

    g_assert_cmpstr (pace, ==, cases[i].pace);
    g_assert_cmpint (sentence != NULL, ==, cases[i].pace != NULL);
  }
  // Behind what, when there is no time left?
  g_assert_null (spil_budget_dup_pace (280, 1000));
  g_assert_cmpstr (over, ==, "The time of the budget is over: 28 % of it is used.");
}

static void
test_amounts (void)
{
  static const struct
  {
    int64_t cents;
    const char *plain, *change, *typed;
  } cases[] = {
    { 95150000, "951.500,00", "+" EURO "951.500,00", "951.500" },
    { -500000, "−5.000,00", "−" EURO "5.000,00", "−5.000" },
    { 0, "0,00", EURO "0,00", "0" },
    { 1050, "10,50", "+" EURO "10,50", "10,50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plain = spil_budget_dup_plain (cases[i].cents);
    g_autofree char *change = spil_budget_dup_change (cases[i].cents);
    g_autofree char *typed = spil_budget_dup_typed (cases[i].cents);

    g_assert_cmpstr (plain, ==, cases[i].plain);
    g_assert_cmpstr (change, ==, cases[i].change);
    g_assert_cmpstr (typed, ==, cases[i].typed);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-items/line", test_line);
  g_test_add_func ("/budget-items/rows", test_rows);
  g_test_add_func ("/budget-items/pace", test_pace);
  g_test_add_func ("/budget-items/amounts", test_amounts);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-rule.h"
#include "spil-entity.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define IN SPIL_VAT_INCLUDED

static SpilBudgetLineFigures *
make_line (const char *name, int64_t cents, SpilVat vat)
{
  return spil_budget_line_figures_new (SPIL_ID_NIL, 3, name, FALSE, cents >= 0,
                                       spil_money (MAX (0, cents), vat));
}

static void
test_bookings (void)
{
  static const struct
  {
    const char *what;
    struct
    {
      int64_t committed, drawn;
    } commitments[3];
    int64_t actual, open, free;
  } cases[] = {
    { "nothing booked", { { 0, 0 } }, 0, 0, 100000 },
    { "committed", { { 60000, 0 } }, 0, 60000, 40000 },
    { "drawn in part: free stays", { { 60000, 25000 } }, 25000, 35000, 40000 },
    { "drawn whole", { { 60000, 60000 } }, 60000, 0, 40000 },
    { "overdrawn never frees another", { { 60000, 70000 }, { 10000, 0 } }, 70000, 10000, 20000 },
    { "expense beside a commitment", { { 60000, 0 } }, 15000, 60000, 25000 },
    { "reversed commitment nets to nothing", { { 0, 0 } }, 5000, 0, 95000 },
    { "over budget", { { 90000, 0 } }, 20000, 90000, -10000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilBudgetLineFigures) line = make_line ("Fonds", 100000, EX);
    SpilMoney free;

    g_test_message ("%s", cases[i].what);
    for (gsize c = 0; c < G_N_ELEMENTS (cases[i].commitments); c++)
      spil_budget_line_add_commitment (line, spil_money (cases[i].commitments[c].committed, EX),
                                       spil_money (cases[i].commitments[c].drawn, EX), 1);
    spil_budget_line_add (line, SPIL_BOOKING_ACTUAL, spil_money (cases[i].actual, EX), 1);
    g_assert_cmpint (line->open.cents, ==, cases[i].open);
    g_assert_true (spil_budget_line_get_free (line, &free));
    g_assert_cmpint (free.cents, ==, cases[i].free);
    g_assert_cmpint (line->left_out, ==, 0);
  }
}

static void
test_other_vat_is_left_out (void)
{
  g_autoptr (SpilBudgetLineFigures) line = make_line ("Fonds", 100000, EX);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (SpilBudgetTotal) total = NULL;
  g_autofree char *note = NULL;

  spil_budget_line_add (line, SPIL_BOOKING_ACTUAL, spil_money (5000, IN), 2);
  spil_budget_line_add_commitment (line, spil_money (7000, SPIL_VAT_UNKNOWN), spil_money (0, EX), 1);
  spil_budget_line_add (line, SPIL_BOOKING_RESERVATION, spil_money (100, EX), 1);
  spil_budget_line_add (line, SPIL_BOOKING_FORECAST, spil_money (200, EX), 1);
  g_assert_cmpint (line->actual.cents, ==, 0);
  g_assert_cmpint (line->open.cents, ==, 0);
  g_assert_cmpint (line->left_out, ==, 3);
  g_assert_cmpint (spil_budget_line_get_used (line).cents, ==, line->actual.cents + line->open.cents);
  g_assert_cmpint (spil_budget_line_get_expected (line).cents, ==, 200);

  g_ptr_array_add (lines, line);
  total = spil_budget_total_new (lines);
  note = spil_budget_total_dup_note (total);
  g_assert_cmpint (total->left_out, ==, 3);
  g_assert_nonnull (strstr (note, "3 bookings"));
}

static void
test_reservations (void)
{
  static const struct
  {
    const char *what;
    int64_t reserved, used, counts;
  } cases[] = {
    { "untouched", 5000, 0, 5000 },          { "used in part", 5000, 4999, 1 }, { "used up", 5000, 5000, 0 },
    { "more was committed", 5000, 7000, 0 }, { "reversed", 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilBudgetLineFigures) line = make_line ("Fonds", 100000, EX);
    SpilMoney free;

    g_test_message ("%s", cases[i].what);
    // One that is used up takes nothing off another.
    spil_budget_line_add_reservation (line, spil_money (300, EX), spil_money (0, EX), 1);
    spil_budget_line_add_reservation (line, spil_money (cases[i].reserved, EX),
                                      spil_money (cases[i].used, EX), 1);
    spil_budget_line_add_reservation (line, spil_money (900, IN), spil_money (0, EX), 2);
    g_assert_cmpint (line->reserved.cents, ==, 300 + cases[i].counts);
    g_assert_cmpint (line->left_out, ==, 2);
    g_assert_true (spil_budget_line_get_free (line, &free));
    g_assert_cmpint (free.cents, ==, 100000);
  }
}

// The overflow of an earlier programme stands beside the budget, also when it is the first line.
static void
test_outside (void)
{
  g_autoptr (GPtrArray)
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
  SpilBudgetLineFigures *outside = make_line ("Uitloop", 50000, IN);
  g_autoptr (SpilBudgetTotal) total = NULL;
  g_autofree char *note = NULL;
  g_autofree char *sentence = NULL;
  SpilBudgetVerdict verdict;

  outside->outside = TRUE;
  g_ptr_array_add (lines, outside);
  g_ptr_array_add (lines, make_line ("Bereik", 100000, EX));
  spil_budget_line_add (outside, SPIL_BOOKING_ACTUAL, spil_money (60000, IN), 1);
  total = spil_budget_total_new (lines);
  note = spil_budget_total_dup_note (total);
  g_assert_cmpint (total->budget.cents, ==, 100000);
  g_assert_cmpint (total->actual.cents, ==, 0);
  g_assert_cmpint (total->free.cents, ==, 100000);
  g_assert_cmpint (total->outside->len, ==, 1);
  g_assert_cmpint (total->other_vat->len, ==, 0);
  g_assert_nonnull (strstr (note, "Outside this budget, not in the total: Uitloop."));
  g_assert_true (spil_budget_check_version (lines, spil_money (100000, EX)).matches);
  verdict = spil_budget_may_book (outside, spil_money (1, IN), spil_money (0, IN), FALSE);
  sentence = spil_budget_verdict_dup_sentence (&verdict, outside);
  g_assert_true (verdict.allowed);
  g_assert_nonnull (strstr (sentence, "outside this budget"));
  g_assert_false (spil_budget_may_book (outside, spil_money (1, EX), spil_money (0, EX), FALSE).allowed);
}

static void
test_total (void)
{
  g_autoptr (GPtrArray)
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
  g_autoptr (SpilBudgetTotal) total = NULL;
  g_autofree char *note = NULL;
  SpilBudgetLineFigures *pm = spil_budget_line_figures_new (SPIL_ID_NIL, 2, "Jongeren 2022", TRUE, TRUE,
                                                            spil_money (999, EX));

  g_ptr_array_add (lines, make_line ("Bereik", 25000000, EX));
  g_ptr_array_add (lines, pm);
  g_ptr_array_add (lines, make_line ("Leeg", -1, EX));
  g_ptr_array_add (lines, make_line ("Scholing", 500000, IN));
  g_ptr_array_add (lines, make_line ("Digitaal", 45500000, EX));
  spil_budget_line_add (lines->pdata[0], SPIL_BOOKING_ACTUAL, spil_money (2500000, EX), 1);
  spil_budget_line_add (pm, SPIL_BOOKING_ACTUAL, spil_money (1000, EX), 1);
  spil_budget_line_add (lines->pdata[4], SPIL_BOOKING_RESERVATION, spil_money (70000, EX), 1);
  spil_budget_line_add (lines->pdata[4], SPIL_BOOKING_FORECAST, spil_money (400000, EX), 1);
  spil_budget_line_add_commitment (lines->pdata[4], spil_money (5000000, EX), spil_money (2000000, EX), 1);

  total = spil_budget_total_new (lines);
  g_assert_cmpint (total->reserved.cents, ==, 70000);
  g_assert_cmpint (total->committed.cents, ==, 5000000);
  g_assert_cmpint (total->drawn.cents, ==, 2000000);
  g_assert_cmpint (total->open.cents, ==, 3000000);
  g_assert_cmpint (total->actual.cents, ==, 2500000 + 1000);
  g_assert_cmpint (total->forecast.cents, ==, 400000);
  g_assert_cmpint (total->budget.cents, ==, 70500000);
  g_assert_cmpint (total->budget.vat, ==, EX);
  g_assert_cmpint (total->free.cents, ==, 70500000 - 3000000 - 2500000 - 1000);
  g_assert_cmpint (total->pm->len, ==, 1);
  g_assert_cmpstr (total->pm->pdata[0], ==, "Jongeren 2022");
  g_assert_cmpint (total->not_stated->len, ==, 1);
  g_assert_cmpint (total->other_vat->len, ==, 1);
  g_assert_cmpint (spil_budget_line_per_mille (lines->pdata[0], spil_money (2500000, EX)), ==, 100);
  g_assert_cmpint (spil_budget_line_per_mille (pm, spil_money (1000, EX)), ==, -1);
  g_assert_cmpint (spil_budget_total_per_mille (total, spil_money (-35250000, EX)), ==, -500);
  g_assert_cmpint (spil_budget_total_get_used (total).cents, ==, total->actual.cents + total->open.cents);

  note = spil_budget_total_dup_note (total);
  g_assert_cmpstr (note, ==,
                   "To follow (PM), not in the total: Jongeren 2022. Not stated, not in the total: Leeg. "
                   "With another VAT note, not in the total: Scholing.");
}

static void
test_total_of_nothing (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (SpilBudgetTotal) total = spil_budget_total_new (lines);

  g_assert_cmpint (total->budget.cents, ==, 0);
  g_assert_cmpint (spil_budget_total_per_mille (total, total->budget), ==, -1);
  g_assert_null (spil_budget_total_dup_note (total));
}

static void
test_may_book (void)
{
  static const struct
  {
    const char *what;
    int64_t budget; /* -1: PM; 30,000 of it is committed */
    int64_t amount;
    SpilVat vat;
    int64_t open;
    gboolean decision;
    gboolean allowed, by_decision;
    int64_t left;
    const char *sentence;
  } cases[] = {
    { "fits", 100000, 50000, EX, 0, FALSE, TRUE, FALSE, 20000, "is left" },
    { "exactly", 100000, 70000, EX, 0, FALSE, TRUE, FALSE, 0,
      "€\xc2\xa0"
      "0,00 is left" },
    { "a cent too much", 100000, 70001, EX, 0, FALSE, FALSE, FALSE, -1, "0,01 is short" },
    { "by decision", 100000, 70001, EX, 0, TRUE, TRUE, TRUE, -1, "by decision" },
    { "draws down", 30000, 30000, EX, 30000, FALSE, TRUE, FALSE, 0, "is left" },
    { "draws down and more", 30000, 30001, EX, 30000, FALSE, FALSE, FALSE, -1,
      "room for €\xc2\xa0"
      "300,00" },
    { "draws down on a line that is over", 20000, 1000, EX, 30000, FALSE, TRUE, FALSE, -10000, "stays" },
    { "a reversal always", 10000, -5000, EX, 0, FALSE, TRUE, FALSE, -15000, "stays" },
    { "other VAT", 100000, 100, IN, 0, TRUE, FALSE, FALSE, 69900, "is including VAT" },
    { "unknown VAT", 100000, 100, SPIL_VAT_UNKNOWN, 0, FALSE, FALSE, FALSE, 69900, "does not say" },
    { "PM", -1, 100, EX, 0, FALSE, FALSE, FALSE, -100, "no amount yet" },
    { "PM by decision", -1, 100, EX, 0, TRUE, TRUE, TRUE, -100, "by decision" },
    { "PM drawn down", -1, 100, EX, 30000, FALSE, TRUE, FALSE, 0, "nothing more" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilBudgetLineFigures) line = make_line ("Toolkit", cases[i].budget, EX);
    g_autofree char *sentence = NULL;
    SpilBudgetVerdict verdict;

    g_test_message ("%s", cases[i].what);
    spil_budget_line_add_commitment (line, spil_money (30000, EX), spil_money (0, EX), 1);
    verdict = spil_budget_may_book (line, spil_money (cases[i].amount, cases[i].vat),
                                    spil_money (cases[i].open, EX), cases[i].decision);
    sentence = spil_budget_verdict_dup_sentence (&verdict, line);
    g_test_message ("%s", sentence);
    g_assert_cmpint (verdict.allowed, ==, cases[i].allowed);
    g_assert_cmpint (verdict.by_decision, ==, cases[i].by_decision);
    g_assert_cmpint (verdict.left.cents, ==, cases[i].left);
    g_assert_nonnull (strstr (sentence, cases[i].sentence));
  }
}

/* Where the budget does not say whether it includes VAT, no amount can be compared with it. */
static void
test_may_book_unstated_vat (void)
{
  static const SpilVat vats[] = { EX, IN };

  for (gsize i = 0; i < G_N_ELEMENTS (vats); i++) {
    g_autoptr (SpilBudgetLineFigures) line = make_line ("Meten", 7500000, SPIL_VAT_UNKNOWN);
    SpilBudgetVerdict verdict = spil_budget_may_book (line, spil_money (100, vats[i]),
                                                      spil_money (0, vats[i]), TRUE);
    g_autofree char *sentence = spil_budget_verdict_dup_sentence (&verdict, line);

    g_assert_false (verdict.allowed);
    g_assert_nonnull (strstr (sentence, "(Meten) it is not stated whether it includes VAT"));
  }
}

static void
test_version (void)
{
  static const int64_t lines_2018[] = { 11200000, 11000000, 20000000, 32500000, 9000000, 11450000 };
  static const struct
  {
    const char *what;
    int64_t total;
    gboolean pm, other_vat, matches;
    int64_t difference;
  } cases[] = {
    { "2018", 95150000, FALSE, FALSE, TRUE, 0 },
    { "a PM line is named, not added", 95150000, TRUE, FALSE, TRUE, 0 },
    { "a cent off", 95150001, FALSE, FALSE, FALSE, -1 },
    { "another VAT note", 95150000, FALSE, TRUE, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray)
        lines = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
    g_autofree char *sentence = NULL;
    SpilBudgetCheck check;

    g_test_message ("%s", cases[i].what);
    for (gsize n = 0; n < G_N_ELEMENTS (lines_2018); n++)
      g_ptr_array_add (lines, make_line ("Post", lines_2018[n], EX));
    if (cases[i].pm)
      g_ptr_array_add (lines,
                       spil_budget_line_figures_new (SPIL_ID_NIL, 7, "PM", TRUE, FALSE, spil_money (0, EX)));
    if (cases[i].other_vat)
      g_ptr_array_add (lines, make_line ("Incl", 100, IN));
    check = spil_budget_check_version (lines, spil_money (cases[i].total, EX));
    sentence = spil_budget_check_dup_sentence (&check, "Begroting 2018");
    g_assert_cmpint (check.matches, ==, cases[i].matches);
    g_assert_cmpint (check.difference.cents, ==, cases[i].difference);
    g_assert_cmpint (check.n_pm, ==, cases[i].pm);
    g_assert_cmpint (sentence == NULL, ==, cases[i].matches);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget-rule/bookings", test_bookings);
  g_test_add_func ("/budget-rule/other-vat-is-left-out", test_other_vat_is_left_out);
  g_test_add_func ("/budget-rule/reservations", test_reservations);
  g_test_add_func ("/budget-rule/outside", test_outside);
  g_test_add_func ("/budget-rule/total", test_total);
  g_test_add_func ("/budget-rule/total-of-nothing", test_total_of_nothing);
  g_test_add_func ("/budget-rule/may-book", test_may_book);
  g_test_add_func ("/budget-rule/may-book-unstated-vat", test_may_book_unstated_vat);
  g_test_add_func ("/budget-rule/version", test_version);
  return g_test_run ();
}

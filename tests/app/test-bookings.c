// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-data.h"
#include "spil-forecast-block.h"
#include "spil-periods-words.h"
#include "spil-register-words.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED

static void
test_amount (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
    int64_t cents;
  } cases[] = {
    { "", TRUE, 0 },
    { " ", TRUE, 0 },
    { "-", TRUE, 0 },
    { "PM", TRUE, 0 },
    { "pm", TRUE, 0 },
    { "12.500", TRUE, 1250000 },
    { "12.500,50", TRUE, 1250050 },
    { " €\u00a01.000 ", TRUE, 100000 },
    { "0", TRUE, 0 },
    { "-5", FALSE, 0 },
    { "abc", FALSE, 0 },
    { "1,2,3", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int64_t cents = 0;

    g_assert_cmpint (spil_forecast_parse_amount (cases[i].text, &cents), ==, cases[i].valid);
    if (cases[i].valid)
      g_assert_cmpint (cents, ==, cases[i].cents);
  }
}

static void
test_block (void)
{
  static const struct
  {
    const char *text;
    gboolean is_block;
    int n_rows, n_columns;
    const char *cells; /* cents with spaces between, "." for one that the row has not */
    const char *wrong;
  } cases[] = {
    { "5.000", FALSE, 1, 1, "500000", NULL },
    { "5.000\n", FALSE, 1, 1, "500000", NULL },
    { "1\t2\n3\t4\n", TRUE, 2, 2, "100 200 300 400", NULL },
    { "1\t2\r\n3\r\n", TRUE, 2, 2, "100 200 300 .", NULL },
    { "1\t\t3", TRUE, 1, 3, "100 0 300", NULL },
    { "1\n\n3", TRUE, 3, 1, "100 0 300", NULL },
    { "1\tveel\n3\t4", TRUE, 0, 0, NULL, "veel" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *wrong = NULL;
    g_autoptr (SpilForecastBlock) block = spil_forecast_block_parse (cases[i].text, &wrong);
    g_autoptr (GString) cells = g_string_new (NULL);

    g_assert_cmpint (spil_forecast_text_is_block (cases[i].text), ==, cases[i].is_block);
    g_assert_cmpstr (wrong, ==, cases[i].wrong);
    if (cases[i].wrong != NULL) {
      g_assert_null (block);
      continue;
    }
    g_assert_cmpint (block->n_rows, ==, cases[i].n_rows);
    g_assert_cmpint (block->n_columns, ==, cases[i].n_columns);
    for (int j = 0; j < block->n_rows * block->n_columns; j++) {
      g_string_append (cells, j > 0 ? " " : "");
      if (block->stated[j])
        g_string_append_printf (cells, "%d", (int) block->cents[j]);
      else
        g_string_append_c (cells, '.');
    }
    g_assert_cmpstr (cells->str, ==, cases[i].cells);
  }
}

static SpilBudgetBookingRow *
add_row (GPtrArray *rows, SpilBookingKind kind, const char *name, int day)
{
  SpilBudgetBookingRow *row = g_new0 (SpilBudgetBookingRow, 1);

  row->kind = kind;
  row->id = spil_id_new ();
  row->description = g_strdup (name);
  row->date = spil_day_from_ymd (2018, 9, day);
  row->late_of = SPIL_DAY_NONE;
  row->amount = spil_money (100000, EX);
  g_ptr_array_add (rows, row);
  return row;
}

static char *
write_chain (GPtrArray *rows, SpilId id)
{
  g_autoptr (GArray) chain = spil_booking_chain_new (rows, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++) {
    const SpilBookingLink *link = &g_array_index (chain, SpilBookingLink, i);

    g_string_append_printf (text, "%s%d:%s", i > 0 ? " " : "", link->depth, link->row->description);
  }
  return g_string_free_and_steal (text);
}

// Wherever one begins, it is the same chain; another booking is by itself.
static void
test_chain (void)
{
  static const char *const expected = "0:reservation 1:commitment 2:expense 3:reversal 2:release";
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_booking_row_free);
  SpilBudgetBookingRow *release = add_row (rows, SPIL_BOOKING_COMMITMENT, "release", 9);
  SpilBudgetBookingRow *reversal = add_row (rows, SPIL_BOOKING_ACTUAL, "reversal", 5);
  SpilBudgetBookingRow *expense = add_row (rows, SPIL_BOOKING_ACTUAL, "expense", 4);
  SpilBudgetBookingRow *commitment = add_row (rows, SPIL_BOOKING_COMMITMENT, "commitment", 3);
  SpilBudgetBookingRow *reservation = add_row (rows, SPIL_BOOKING_RESERVATION, "reservation", 1);
  SpilBudgetBookingRow *other = add_row (rows, SPIL_BOOKING_ACTUAL, "other", 2);
  g_autofree char *alone = write_chain (rows, other->id);

  commitment->reservation = reservation->id;
  expense->commitment = commitment->id;
  // A reversal names its commitment too; it comes from what it takes back.
  reversal->commitment = commitment->id;
  reversal->original = expense->id;
  release->original = commitment->id;
  g_assert_cmpstr (alone, ==, "0:other");
  for (guint i = 0; i < 5; i++) {
    g_autofree char *chain = write_chain (rows, ((SpilBudgetBookingRow *) rows->pdata[i])->id);

    g_assert_cmpstr (chain, ==, expected);
  }
}

// Rows that point at each other end somewhere.
static void
test_circle (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_booking_row_free);
  SpilBudgetBookingRow *one = add_row (rows, SPIL_BOOKING_ACTUAL, "one", 1);
  SpilBudgetBookingRow *two = add_row (rows, SPIL_BOOKING_ACTUAL, "two", 2);
  g_autofree char *chain = NULL;

  one->original = two->id;
  two->original = one->id;
  chain = write_chain (rows, one->id);
  g_assert_true (strstr (chain, "one") != NULL && strstr (chain, "two") != NULL);
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_booking_row_free);
  SpilBudgetBookingRow *row = add_row (rows, SPIL_BOOKING_COMMITMENT, "stalling", 1);
  g_autofree char *plain = spil_register_dup_marks (row);
  g_autofree char *marks = NULL;
  g_autofree char *kind = NULL;

  g_assert_cmpstr (plain, ==, "");
  row->late_of = spil_day_from_ymd (2018, 5, 3);
  row->open = spil_money (40000, EX);
  row->reversed = TRUE;
  marks = spil_register_dup_marks (row);
  g_assert_nonnull (strstr (marks, "reversed"));
  g_assert_nonnull (strstr (marks, "Came in late: belongs to the"));
  g_assert_nonnull (strstr (marks, "€\u00a0400 still open"));
  row->reverses = row->release = TRUE;
  kind = spil_register_dup_kind (row);
  g_assert_cmpstr (kind, ==, "Release");
}

static void
test_unsettled (void)
{
  SpilQuarterRow row = { .closed_on = SPIL_DAY_NONE, .reopened_on = SPIL_DAY_NONE };
  g_autofree char *nothing = spil_periods_dup_unsettled (&row);
  g_autofree char *text = NULL;

  g_assert_null (nothing);
  row.forecast = spil_money (250000, EX);
  row.n_no_reference = 1;
  row.n_idle = 2;
  text = spil_periods_dup_unsettled (&row);
  g_assert_cmpstr (
      text, ==,
      "€\u00a02.500,00 is still forecast for it. 1 expense has no reference. Nothing was spent yet on 2 "
      "commitments of before this quarter.");
}

static void
test_difference (void)
{
  SpilClosingDifference difference = {
    .committed_then = spil_money (100, EX),
    .committed_now = spil_money (100, EX),
    .actual_then = spil_money (200, EX),
    .actual_now = spil_money (350, EX),
    .bookings_then = 3,
    .bookings_now = 4,
  };
  g_autofree char *text = spil_periods_dup_difference (&difference);

  g_assert_cmpstr (text, ==, "Spent at closing €\u00a02,00, now €\u00a03,50. 1 booking came in after it.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bookings/amount", test_amount);
  g_test_add_func ("/bookings/block", test_block);
  g_test_add_func ("/bookings/chain", test_chain);
  g_test_add_func ("/bookings/circle", test_circle);
  g_test_add_func ("/bookings/marks", test_marks);
  g_test_add_func ("/bookings/unsettled", test_unsettled);
  g_test_add_func ("/bookings/difference", test_difference);
  return g_test_run ();
}

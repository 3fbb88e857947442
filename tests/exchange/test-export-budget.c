// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export-budget.h"

#include <locale.h>
#include <string.h>

#include "exchange-fixture.h"
#include "spil-demo.h"
#include "spil-number.h"
#include "spil-table-reader.h"

/* A sheet that was read back: rows of texts as our readers give them. */
static GPtrArray *
read_sheet (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  SpilTableOptions options = { 0 };
  g_autoptr (SpilTableReader) reader = spil_table_reader_new (path, &options, &error);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const *sheets;
  const SpilTableRow *row;

  g_assert_no_error (error);
  sheets = spil_table_reader_get_sheets (reader);
  for (guint i = 0; sheets != NULL && sheets[i] != NULL; i++)
    if (strcmp (sheets[i], name) == 0)
      options.sheet = i;
  g_clear_pointer (&reader, spil_table_reader_free);
  reader = spil_table_reader_new (path, &options, &error);
  while (spil_table_reader_next (reader, &row, &error) && row != NULL) {
    g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

    for (guint i = 0; i < 20; i++)
      g_strv_builder_add (cells, i < row->n_cells ? row->cells[i].text : "");
    g_ptr_array_add (rows, g_strv_builder_end (cells));
  }
  g_assert_no_error (error);
  return rows;
}

static const char *
cell (GPtrArray *rows, guint row, guint column)
{
  return ((char **) rows->pdata[row])[column];
}

static int64_t
cents_of (const char *text)
{
  int64_t value = 0;

  g_assert_true (text[0] == '\0' || spil_decimal_parse (text, &value));
  return value / (SPIL_DECIMAL_ONE / 100);
}

/* The row whose second column is @name. */
static guint
find_row (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (cell (rows, i, 1), name) == 0)
      return i;
  g_assert_not_reached ();
}

static void
set_up (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;

  spil_demo_make (self->store, "werkgeversaanpak-2018", &error);
  g_assert_no_error (error);
  spil_demo_play (self->store, &error);
  g_assert_no_error (error);
}

/* What our own rules say, added up anew from the rows that were booked. */
static int64_t
sum_of_rows (ExchangeFixture *self, int entity, int amount)
{
  g_autoptr (GPtrArray) rows = exchange_fixture_list (self, entity);
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++)
    sum += spil_record_get_integer (rows->pdata[i], amount);
  return sum;
}

static void
check_lines (ExchangeFixture *self, GPtrArray *rows)
{
  const guint total = find_row (rows, "Total");
  int64_t sums[7] = { 0 };

  for (guint i = 1; i < total; i++) {
    for (guint j = 2; j < G_N_ELEMENTS (sums); j++)
      sums[j] += cents_of (cell (rows, i, j));
    g_assert_cmpint (cents_of (cell (rows, i, 8)), ==,
                     cents_of (cell (rows, i, 2)) - cents_of (cell (rows, i, 5)) -
                         cents_of (cell (rows, i, 6)));
  }
  for (guint j = 2; j < G_N_ELEMENTS (sums); j++)
    g_assert_cmpint (cents_of (cell (rows, total, j)), ==, sums[j]);
  g_assert_cmpint (cents_of (cell (rows, total, 2)), ==, 95150000);
  g_assert_cmpint (cents_of (cell (rows, total, 6)), ==,
                   sum_of_rows (self, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_AMOUNT));
  g_assert_cmpint (cents_of (cell (rows, total, 4)), ==,
                   sum_of_rows (self, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_AMOUNT));
  g_assert_cmpint (cents_of (cell (rows, total, 8)), ==,
                   cents_of (cell (rows, total, 2)) - cents_of (cell (rows, total, 5)) -
                       cents_of (cell (rows, total, 6)));
}

/* Every booking is in the sheet once, with its sign. */
static void
check_bookings (ExchangeFixture *self, GPtrArray *rows)
{
  int64_t sum = 0;
  int64_t expected = sum_of_rows (self, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_AMOUNT) +
                     sum_of_rows (self, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_AMOUNT) +
                     sum_of_rows (self, SPIL_ENTITY_RESERVATION, SPIL_RESERVATION_AMOUNT) +
                     sum_of_rows (self, SPIL_ENTITY_FORECAST, SPIL_FORECAST_AMOUNT);

  g_assert_cmpuint (rows->len - 1, ==,
                    exchange_fixture_count (self, SPIL_ENTITY_ACTUAL) +
                        exchange_fixture_count (self, SPIL_ENTITY_COMMITMENT) +
                        exchange_fixture_count (self, SPIL_ENTITY_RESERVATION) +
                        exchange_fixture_count (self, SPIL_ENTITY_FORECAST));
  for (guint i = 1; i < rows->len; i++) {
    sum += cents_of (cell (rows, i, 4));
    if (i > 1)
      g_assert_cmpstr (cell (rows, i - 1, 0), <=, cell (rows, i, 0));
  }
  g_assert_cmpint (sum, ==, expected);
}

/* A table of lines against sources or quarters: the sum of a row is its last number, that of a column its total. */
static void
check_matrix (GPtrArray *rows, int64_t expected)
{
  const guint total = find_row (rows, "Total");
  guint n = 2;

  while (strcmp (cell (rows, 0, n), "Total") != 0)
    n++;
  for (guint i = 1; i <= total; i++) {
    int64_t sum = 0;

    for (guint j = 2; j < n; j++)
      sum += cents_of (cell (rows, i, j));
    g_assert_cmpint (cents_of (cell (rows, i, n)), ==, sum);
  }
  for (guint j = 2; j <= n; j++) {
    int64_t sum = 0;

    for (guint i = 1; i < total; i++)
      sum += cents_of (cell (rows, i, j));
    g_assert_cmpint (cents_of (cell (rows, total, j)), ==, sum);
  }
  if (expected >= 0)
    g_assert_cmpint (cents_of (cell (rows, total, n)), ==, expected);
}

static void
test_workbook (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = exchange_fixture_path (self, data);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) bookings = NULL;
  g_autoptr (GPtrArray) forecast = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) about = NULL;
  g_autoptr (GError) error = NULL;

  set_up (self);
  g_assert_true (spil_export_budget (self->store, SPIL_ID_NIL, NULL, path, NULL, &error));
  g_assert_no_error (error);
  lines = read_sheet (path, "Budget");
  check_lines (self, lines);
  bookings = read_sheet (path, "Bookings");
  check_bookings (self, bookings);
  forecast = read_sheet (path, "Forecast by quarter");
  check_matrix (forecast, sum_of_rows (self, SPIL_ENTITY_FORECAST, SPIL_FORECAST_AMOUNT));
  sources = read_sheet (path, "Funding sources");
  check_matrix (sources, sum_of_rows (self, SPIL_ENTITY_ALLOCATION, SPIL_ALLOCATION_AMOUNT));
  about = read_sheet (path, "About this file");
  g_assert_cmpstr (cell (about, 4, 1), ==, "excluding VAT");
}

static void
test_csv (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *budget = exchange_fixture_path (self, "budget.csv");
  g_autofree char *register_path = exchange_fixture_path (self, "bookings.csv");
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) bookings = NULL;
  g_autoptr (GError) error = NULL;

  set_up (self);
  g_assert_true (spil_export_budget (self->store, SPIL_ID_NIL, NULL, budget, NULL, &error));
  lines = read_sheet (budget, "");
  check_lines (self, lines);
  g_assert_true (spil_export_register (self->store, NULL, register_path, NULL, &error));
  bookings = read_sheet (register_path, "");
  check_bookings (self, bookings);
}

/* Only what the filter selects. */
static void
test_filter (ExchangeFixture *self, gconstpointer data)
{
  g_autofree char *path = exchange_fixture_path (self, "bookings.ods");
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GPtrArray) rows = NULL;

  set_up (self);
  filter.kinds = 1 << SPIL_BOOKING_ACTUAL;
  g_assert_true (spil_export_register (self->store, &filter, path, NULL, NULL));
  rows = read_sheet (path, "Bookings");
  g_assert_cmpuint (rows->len - 1, ==, exchange_fixture_count (self, SPIL_ENTITY_ACTUAL));
}

/* Nothing is left behind of what fails. */
static void
test_refused (ExchangeFixture *self, gconstpointer data)
{
  static const char *const names[] = { "budget.json", "budget", "budget.pdf" };
  g_autofree char *good = exchange_fixture_path (self, "budget.ods");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = exchange_fixture_path (self, names[i]);

    g_assert_false (spil_export_register (self->store, NULL, path, NULL, &error));
    g_assert_nonnull (error);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_clear_error (&error);
  }
  g_assert_false (spil_export_budget (self->store, SPIL_ID_NIL, NULL, good, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  set_up (self);
  g_cancellable_cancel (cancelled);
  g_assert_false (spil_export_budget (self->store, SPIL_ID_NIL, NULL, good, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  // Where a comma is the decimal sign.
  g_assert_nonnull (setlocale (LC_NUMERIC, "nl_NL.UTF-8"));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/export-budget/xlsx", ExchangeFixture, "budget.xlsx", exchange_fixture_set_up, test_workbook,
              exchange_fixture_tear_down);
  g_test_add ("/export-budget/ods", ExchangeFixture, "budget.ods", exchange_fixture_set_up, test_workbook,
              exchange_fixture_tear_down);
  g_test_add ("/export-budget/csv", ExchangeFixture, NULL, exchange_fixture_set_up, test_csv,
              exchange_fixture_tear_down);
  g_test_add ("/export-budget/filter", ExchangeFixture, NULL, exchange_fixture_set_up, test_filter,
              exchange_fixture_tear_down);
  g_test_add ("/export-budget/refused", ExchangeFixture, NULL, exchange_fixture_set_up, test_refused,
              exchange_fixture_tear_down);
  return g_test_run ();
}

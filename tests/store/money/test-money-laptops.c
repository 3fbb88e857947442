// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Two laptops that do the same before they meet: nothing is cut, what is too much shows, and people can put it right.
#include <string.h>

#include "laptops-fixture.h"
#include "spil-booking-action.h"
#include "spil-budget-action.h"
#include "spil-budget-query.h"
#include "spil-closing-query.h"
#include "spil-entity.h"

#define day spil_day_from_ymd

static SpilId
add (SpilStore *store, SpilRecord *record)
{
  SpilAction *action = spil_action_new ("Row added");
  SpilId id = spil_record_get_id (record);

  spil_action_add (action, record);
  commit (store, action);
  g_object_unref (record);
  return id;
}

static SpilRecord *
make (SpilEntityNumber entity)
{
  return spil_record_new (spil_entity (entity), spil_id_new ());
}

/* A budget of one line of € 1,000, that all of them have; returns the line. */
static SpilId
put_budget (Laptops *self, SpilId *version)
{
  SpilRecord *budget = make (SPIL_ENTITY_BUDGET_VERSION), *line = make (SPIL_ENTITY_BUDGET_LINE);
  SpilId id;

  begin (self);
  spil_day_play (day (2018, 11, 1));
  spil_record_set_text (budget, SPIL_BUDGET_VERSION_NAME, "Begroting 2018");
  spil_record_set_integer (budget, SPIL_BUDGET_VERSION_YEAR, 2018);
  spil_record_set_day (budget, SPIL_BUDGET_VERSION_DATE, day (2018, 7, 31));
  spil_record_set_integer (budget, SPIL_BUDGET_VERSION_TOTAL, 100000);
  spil_record_set_integer (budget, SPIL_BUDGET_VERSION_VAT, SPIL_VAT_EXCLUDED);
  *version = add (self->stores[0], budget);
  spil_record_set_reference (line, SPIL_BUDGET_LINE_VERSION, *version);
  spil_record_set_integer (line, SPIL_BUDGET_LINE_NUMBER, 1);
  spil_record_set_text (line, SPIL_BUDGET_LINE_NAME, "Fonds");
  spil_record_set_integer (line, SPIL_BUDGET_LINE_AMOUNT, 100000);
  spil_record_set_integer (line, SPIL_BUDGET_LINE_VAT, SPIL_VAT_EXCLUDED);
  id = add (self->stores[0], line);
  meet (self);
  return id;
}

static SpilId
enter (SpilStore *store, SpilBookingKind kind, SpilId line, SpilDay date, int64_t cents)
{
  SpilBooking booking = { .kind = kind,
                          .line = line,
                          .date = date,
                          .amount = spil_money (cents, SPIL_VAT_EXCLUDED),
                          .description = "Boeking" };
  g_autoptr (GError) error = NULL;
  SpilId id;
  SpilAction *action = spil_booking_action (store, &booking, &id, &error);

  g_assert_no_error (error);
  commit (store, action);
  return id;
}

static void
done (SpilStore *store, SpilAction *action, GError *error)
{
  g_assert_no_error (error);
  commit (store, action);
}

static void
assert_line (SpilStore *store, SpilId line, int64_t committed, int64_t open, int64_t actual)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetLineFigures) figures = spil_budget_query_line (store, line, SPIL_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (figures->committed.cents, ==, committed);
  g_assert_cmpint (figures->open.cents, ==, open);
  g_assert_cmpint (figures->actual.cents, ==, actual);
}

static GPtrArray *
register_of (SpilStore *store)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = spil_budget_query_register (store, &filter, 0, 0, NULL, &error);

  g_assert_no_error (error);
  return rows;
}

/* Both release: what fell free twice is below zero, and the second release can be taken back. */
static void
test_both_release (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version);
  SpilId commitment = enter (self->stores[0], SPIL_BOOKING_COMMITMENT, line, day (2018, 8, 1), 50000);

  meet (self);
  for (int i = 0; i < 2; i++)
    done (self->stores[i],
          spil_booking_release_action (self->stores[i], commitment, SPIL_DAY_NONE, NULL, &error), error);
  meet (self);
  for (int i = 0; i < 3; i++)
    assert_line (self->stores[i], line, -50000, 0, 0);
  {
    g_autoptr (GPtrArray) rows = register_of (self->stores[2]);
    const SpilBudgetBookingRow *latest = rows->pdata[0];

    g_assert_cmpuint (rows->len, ==, 3);
    g_assert_true (latest->release);
    done (self->stores[2],
          spil_booking_reverse_action (self->stores[2], SPIL_BOOKING_COMMITMENT, latest->id, SPIL_DAY_NONE,
                                       NULL, &error),
          error);
  }
  meet (self);
  assert_line (self->stores[0], line, 0, 0, 0);
}

/* Both take the same expense back: one of the two can itself be taken back, and only one. */
static void
test_both_reverse (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version);
  SpilId expense = enter (self->stores[0], SPIL_BOOKING_ACTUAL, line, day (2018, 8, 1), 30000);
  SpilId surplus = SPIL_ID_NIL, other = SPIL_ID_NIL;

  meet (self);
  for (int i = 0; i < 2; i++)
    done (self->stores[i],
          spil_booking_reverse_action (self->stores[i], SPIL_BOOKING_ACTUAL, expense, SPIL_DAY_NONE, NULL,
                                       &error),
          error);
  meet (self);
  assert_line (self->stores[2], line, 0, 0, -30000);
  {
    g_autoptr (GPtrArray) rows = register_of (self->stores[2]);

    g_assert_cmpuint (rows->len, ==, 3);
    surplus = ((SpilBudgetBookingRow *) rows->pdata[0])->id;
    other = ((SpilBudgetBookingRow *) rows->pdata[1])->id;
  }
  done (self->stores[2],
        spil_booking_reverse_action (self->stores[2], SPIL_BOOKING_ACTUAL, surplus, SPIL_DAY_NONE, NULL,
                                     &error),
        error);
  assert_line (self->stores[2], line, 0, 0, 0);
  g_assert_null (
      spil_booking_reverse_action (self->stores[2], SPIL_BOOKING_ACTUAL, other, SPIL_DAY_NONE, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  meet (self);
}

/* One closes a quarter in which the other books: the booking stays, and shows as a difference until the period is opened and closed again. */
static void
test_booked_in_closed (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version);
  SpilPeriod quarter = spil_period_of (SPIL_PERIOD_QUARTER, day (2018, 8, 1));

  for (int i = 0; i < 2; i++)
    done (self->stores[i],
          spil_period_close_action (self->stores[i], quarter, SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error),
          error);
  enter (self->stores[2], SPIL_BOOKING_ACTUAL, line, day (2018, 9, 30), 12345);
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GArray) periods = spil_closing_query (self->stores[i], &error);
    g_autoptr (GPtrArray) differences = spil_closing_query_differences (self->stores[i], &error);
    const SpilClosingDifference *difference;

    g_assert_cmpuint (periods->len, ==, 1); /* closed twice, once */
    g_assert_cmpuint (differences->len, ==, 1);
    difference = differences->pdata[0];
    g_assert_cmpint (difference->actual_then.cents, ==, 0);
    g_assert_cmpint (difference->actual_now.cents, ==, 12345);
    g_assert_cmpint (difference->bookings_now, ==, 1);
  }
  {
    g_autoptr (GArray) periods = spil_closing_query (self->stores[1], &error);
    SpilId id = g_array_index (periods, SpilClosedPeriod, 0).id;

    done (self->stores[1], spil_period_reopen_action (self->stores[1], id, SPIL_DAY_NONE, NULL, &error),
          error);
  }
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GArray) periods = spil_closing_query (self->stores[i], &error);

    g_assert_cmpuint (periods->len, ==, 0);
  }
  done (self->stores[0],
        spil_period_close_action (self->stores[0], quarter, SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error), error);
  meet (self);
  {
    g_autoptr (GPtrArray) differences = spil_closing_query_differences (self->stores[2], &error);

    g_assert_cmpuint (differences->len, ==, 0);
  }
}

/* Both set the forecast of a quarter: both stand, and setting it once more leaves one. */
static void
test_both_forecast (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version);
  SpilPeriod quarter = spil_period_of (SPIL_PERIOD_QUARTER, day (2018, 11, 1));
  static const int64_t after[] = { 700, 400 };

  for (int i = 0; i < 2; i++)
    done (self->stores[i],
          spil_forecast_set_action (self->stores[i], line, quarter,
                                    spil_money (100 * (i + 3), SPIL_VAT_EXCLUDED), NULL, &error),
          error);
  meet (self);
  for (int i = 0; i < 2; i++) {
    g_autoptr (SpilBudgetLineFigures)
        figures = spil_budget_query_line (self->stores[2], line, SPIL_DAY_NONE, &error);

    g_assert_cmpint (figures->forecast.cents, ==, after[i]);
    done (self->stores[2],
          spil_forecast_set_action (self->stores[2], line, quarter, spil_money (400, SPIL_VAT_EXCLUDED), NULL,
                                    &error),
          error);
  }
  meet (self);
}

/* A proposal that moves @cents from line 1 to a new line 2. */
static SpilId
propose (SpilStore *store, SpilId version, SpilId line, int64_t cents, const char *name)
{
  SpilReallocationRow rows[] = {
    { .line = line, .after = spil_money (100000 - cents, SPIL_VAT_EXCLUDED) },
    { .number = 2, .name = "Campagne", .after = spil_money (cents, SPIL_VAT_EXCLUDED) }
  };
  g_autoptr (GError) error = NULL;
  SpilId id;

  done (store,
        spil_budget_reallocate_action (store, version, rows, G_N_ELEMENTS (rows), name, SPIL_DAY_NONE,
                                       SPIL_ID_NIL, NULL, &id, &error),
        error);
  return id;
}

static void
assert_rivals (SpilStore *store, SpilId version, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rivals = spil_budget_query_rivals (store, version, &error);
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rivals->len, ==, n);
  g_assert_cmpuint (faults->len, ==, n);
  if (n > 0)
    g_assert_nonnull (strstr (faults->pdata[0], "change the same budget"));
}

/* Each decides another proposal on the same version: the later day is in force, both show it, and one of them is let lapse; bookings of both stay. */
static void
test_both_decide (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version), proposals[2], expense;

  proposals[0] = propose (self->stores[0], version, line, 10000, "Voorstel A");
  proposals[1] = propose (self->stores[0], version, line, 20000, "Voorstel B");
  meet (self);
  for (int i = 0; i < 2; i++)
    done (
        self->stores[i],
        spil_budget_decide_action (self->stores[i], proposals[i], day (2018, 9, 1 + i), SPIL_ID_NIL, &error),
        error);
  assert_rivals (self->stores[0], proposals[0], 0);
  expense = enter (self->stores[0], SPIL_BOOKING_ACTUAL, line, day (2018, 9, 3), 500);
  meet (self);
  for (int i = 0; i < 3; i++) {
    assert_rivals (self->stores[i], proposals[0], 1);
    assert_rivals (self->stores[i], proposals[1], 1);
  }
  g_assert_null (spil_budget_withdraw_action (self->stores[2], version, SPIL_DAY_NONE, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  done (self->stores[2], spil_budget_withdraw_action (self->stores[2], proposals[0], SPIL_DAY_NONE, &error),
        error);
  meet (self);
  for (int i = 0; i < 3; i++)
    assert_rivals (self->stores[i], proposals[1], 0);
  g_assert_null (spil_budget_withdraw_action (self->stores[0], proposals[1], SPIL_DAY_NONE, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  done (self->stores[0],
        spil_booking_reverse_action (self->stores[0], SPIL_BOOKING_ACTUAL, expense, SPIL_DAY_NONE, NULL,
                                     &error),
        error);
  meet (self);
}

/* One decides what another withdraws: it is in force nowhere, and the check says so until it has been changed by another version. */
static void
test_decide_and_withdraw (Laptops *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId version, line = put_budget (self, &version), proposal, again;

  proposal = propose (self->stores[0], version, line, 10000, "Voorstel A");
  meet (self);
  done (self->stores[0],
        spil_budget_decide_action (self->stores[0], proposal, day (2018, 9, 1), SPIL_ID_NIL, &error), error);
  done (self->stores[1], spil_budget_withdraw_action (self->stores[1], proposal, SPIL_DAY_NONE, &error),
        error);
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) faults = spil_store_check (self->stores[i], &error);
    g_autoptr (SpilBudgetVersionRow)
        current = spil_budget_query_current (self->stores[i], SPIL_DAY_NONE, &error);

    g_assert_true (spil_id_equal (current->id, version));
    g_assert_cmpuint (faults->len, ==, 1);
    g_assert_nonnull (strstr (faults->pdata[0], "withdrawn on one laptop"));
  }
  again = propose (self->stores[1], version, line, 10000, "Voorstel A opnieuw");
  done (self->stores[1],
        spil_budget_decide_action (self->stores[1], again, day (2018, 9, 2), SPIL_ID_NIL, &error), error);
  meet (self);
}

#define LAPTOPS_TEST(path, func)                                                                             \
  g_test_add (path, Laptops, NULL, laptops_set_up, func, laptops_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LAPTOPS_TEST ("/money/laptops/both-release", test_both_release);
  LAPTOPS_TEST ("/money/laptops/both-reverse", test_both_reverse);
  LAPTOPS_TEST ("/money/laptops/booked-in-closed", test_booked_in_closed);
  LAPTOPS_TEST ("/money/laptops/both-forecast", test_both_forecast);
  LAPTOPS_TEST ("/money/laptops/both-decide", test_both_decide);
  LAPTOPS_TEST ("/money/laptops/decide-and-withdraw", test_decide_and_withdraw);
  return g_test_run ();
}

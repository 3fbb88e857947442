// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Any sequence of bookings, reversals, releases, versions, closings, undo and synchronisation keeps every figure as a plain addition has it. SPIL_LEDGER_STEPS=100000
// for the long run; a failure names its seed, with which SPIL_LEDGER_SEED repeats that one history.
#include <inttypes.h>
#include <locale.h>
#include <string.h>

#include "laptops-fixture.h"
#include "naive.h"
#include "spil-booking-action.h"
#include "spil-budget-action.h"
#include "spil-budget-query.h"
#include "spil-closing-query.h"
#include "spil-recount.h"
#include "spil-rule-fields.h"

#define STEPS 3000 // in the gate
#define STEPS_PER_HISTORY 200
#define N_LINES 5
#define EX SPIL_VAT_NOTE_EXCLUDED
#define PM_LINE 4
#define OUTSIDE_LINE 5

typedef struct
{
  Laptops laptops;
  Naive *naive[3];
  GRand *random;
  SpilId decision;
  uint32_t seed;
  int step;
  GPtrArray *trace; // of char *: what was done, for who has to find out
  guint n_done;
  guint n_refused;
  guint n_faults;
} World;

static G_GNUC_NORETURN void G_GNUC_PRINTF (2, 3) fail (World *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  for (guint i = self->trace->len > 60 ? self->trace->len - 60 : 0; i < self->trace->len; i++)
    g_printerr ("%s\n", (char *) self->trace->pdata[i]);
  g_error ("SPIL_LEDGER_SEED=%u, step %d: %s", self->seed, self->step, message);
}

static int
below (World *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static gboolean
chance (World *self, int percent)
{
  return below (self, 100) < percent;
}

static void G_GNUC_PRINTF (2, 3) tell (World *self, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_ptr_array_add (self->trace, g_strdup_vprintf (format, values));
  va_end (values);
}

/* What is checked after each step */

static void
compare (World *self, int laptop, const char *what, int64_t real, int64_t naive)
{
  if (real != naive)
    fail (self, "laptop %d: %s is %" PRId64 ", but adds up to %" PRId64, laptop, what, real, naive);
}

static void
check_line (World *self, int laptop, const SpilBudgetLineFigures *real, const NaiveFigures *naive)
{
  SpilMoney free;

  compare (self, laptop, "reserved", real->reserved.cents, naive->reserved);
  compare (self, laptop, "committed", real->committed.cents, naive->committed);
  compare (self, laptop, "drawn", real->drawn.cents, naive->drawn);
  compare (self, laptop, "open", real->open.cents, naive->open);
  compare (self, laptop, "actual", real->actual.cents, naive->actual);
  compare (self, laptop, "forecast", real->forecast.cents, naive->forecast);
  compare (self, laptop, "left out", real->left_out, 0);
  if (spil_budget_line_get_free (real, &free))
    compare (self, laptop, "free", free.cents, real->budget.cents - naive->open - naive->actual);
}

// The figures of all lines of @version on @day, each by itself and in total.
static void
check_version (World *self, int laptop, SpilRecord *version, SpilDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = spil_budget_query_lines (self->laptops.stores[laptop],
                                                         spil_record_get_id (version), day, &error);
  g_autoptr (SpilBudgetTotal) total = NULL;
  NaiveFigures sum = { 0 };
  int n = 0;

  g_assert_no_error (error);
  for (int number = 1; number <= N_LINES; number++) {
    SpilRecord *line = naive_line (self->naive[laptop], version, number);
    const SpilBudgetLineFigures *real = n < (int) lines->len ? lines->pdata[n] : NULL;
    NaiveFigures naive;

    if (line == NULL)
      continue;
    n++;
    if (real == NULL || real->number != number)
      fail (self, "laptop %d: line %d is not there", laptop, number);
    naive = naive_figures (self->naive[laptop], line, day);
    compare (self, laptop, "budget", real->budget.cents, naive.budget);
    check_line (self, laptop, real, &naive);
    if (real->outside != (number == OUTSIDE_LINE))
      fail (self, "laptop %d: line %d is outside or not", laptop, number);
    if (real->outside)
      continue;
    sum.budget += naive.budget;
    sum.open += naive.open;
    sum.actual += naive.actual;
  }
  compare (self, laptop, "lines", lines->len, n);
  total = spil_budget_total_new (lines);
  compare (self, laptop, "total budget", total->budget.cents, sum.budget);
  compare (self, laptop, "total free", total->free.cents, sum.budget - sum.open - sum.actual);
}

// The register and the quarters of what is in force: each booking is in them once.
static void
check_register (World *self, int laptop, SpilRecord *version)
{
  static const int entities[] = { SPIL_ENTITY_RESERVATION, SPIL_ENTITY_COMMITMENT, SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST };
  SpilStore *store = self->laptops.stores[laptop];
  SpilId id = spil_record_get_id (version);
  g_autoptr (GError) error = NULL;
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  SpilBookingSums sums = { 0 };
  g_autoptr (GArray) quarters = spil_budget_query_quarters (store, id, SPIL_ID_NIL, &error);
  SpilBudgetQuarter all = { 0 };
  int64_t naive[G_N_ELEMENTS (entities)] = { 0 };

  filter.version = id;
  g_assert_no_error (error);
  g_assert_true (spil_budget_query_register_sums (store, &filter, &sums, &error));
  g_assert_true (spil_budget_query_before (store, id, SPIL_ID_NIL, &all, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    for (int number = 1; number <= N_LINES; number++)
      naive[i] += number == OUTSIDE_LINE
                      ? 0
                      : naive_sum (self->naive[laptop], entities[i], number, SPIL_DAY_NONE);
    compare (self, laptop, "a sum of the register", sums.amount[i].cents, naive[i]);
    compare (self, laptop, "a sum outside", sums.outside[i].cents,
             naive_sum (self->naive[laptop], entities[i], OUTSIDE_LINE, SPIL_DAY_NONE));
  }
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);

    all.committed.cents += quarter->committed.cents;
    all.actual.cents += quarter->actual.cents;
    all.forecast.cents += quarter->forecast.cents;
  }
  compare (self, laptop, "committed in all quarters", all.committed.cents, naive[1]);
  compare (self, laptop, "spent in all quarters", all.actual.cents, naive[2]);
  compare (self, laptop, "forecast in all quarters", all.forecast.cents, naive[3]);
}

// Now and then the first or the last day of a quarter.
static SpilDay
some_day (World *self)
{
  if (chance (self, 20)) {
    SpilDay first = spil_day_from_ymd (2018, 4 + 3 * below (self, 3), 1);

    return chance (self, 50) ? first : spil_day_add (first, -1);
  }
  return spil_day_add (spil_day_from_ymd (2018, 1, 1), below (self, 350));
}

static void
check_all (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = naive_list (self->naive[laptop], SPIL_ENTITY_BUDGET_VERSION);
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());
  g_autoptr (SpilBudgetVersionRow)
      real = spil_budget_query_current (self->laptops.stores[laptop], spil_day_today (), &error);

  g_assert_no_error (error);
  if ((real != NULL) != (current != NULL) ||
      (real != NULL && !spil_id_equal (real->id, spil_record_get_id (current))))
    fail (self, "laptop %d: another version is in force", laptop);
  if (current != NULL) {
    check_version (self, laptop, current, SPIL_DAY_NONE);
    check_register (self, laptop, current);
    compare (self, laptop, "total of the version", real->total.cents,
             spil_record_get_integer (current, SPIL_BUDGET_VERSION_TOTAL));
  }
  if (versions->len > 0)
    check_version (self, laptop, versions->pdata[below (self, (int) versions->len)],
                   chance (self, 50) ? some_day (self) : SPIL_DAY_NONE);
}

// What the check tells beside what the ledger knows to be wrong.
static void
check_faults (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gboolean sure;
  const char *fault = naive_fault (self->naive[laptop], &sure);

  spil_recount_check (self->laptops.stores[laptop], faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    if (strstr (faults->pdata[i], "send a report") != NULL)
      fail (self, "laptop %d: %s", laptop, (char *) faults->pdata[i]);
  if (sure && (fault != NULL) != (faults->len > 0))
    fail (self, "laptop %d: the check finds %s, where there is %s", laptop,
          faults->len > 0 ? (char *) faults->pdata[0] : "nothing", fault != NULL ? fault : "nothing");
  self->n_faults += faults->len;
}

/* What is done */

// Commits what was made of it, and sees that the store refuses what the ledger does, and nothing else.
static void
act (World *self, int laptop, SpilAction *made, const char *what, GError **refused)
{
  g_autoptr (SpilAction) action = made;
  g_autoptr (GError) error = NULL;
  const char *why;
  gboolean done;

  if (action == NULL) {
    tell (self, "%d %d %s: not made: %s", self->step, laptop, what, (*refused)->message);
    g_clear_error (refused);
    self->n_refused++;
    return;
  }
  if (action->changes->len == 0)
    return;
  naive_take (self->naive[laptop], action);
  why = naive_judge (self->naive[laptop]);
  done = spil_store_commit (self->laptops.stores[laptop], action, &error);
  tell (self, "%d %d %s: %s", self->step, laptop, what, done ? "done" : error->message);
  if (done != (why == NULL))
    fail (self, "laptop %d: %s, where the ledger says: %s", laptop, done ? "done" : error->message,
          why != NULL ? why : "may be");
  if (!done)
    naive_drop (self->naive[laptop]);
  self->n_done += done ? 1 : 0;
  self->n_refused += done ? 0 : 1;
}

static SpilRecord *
pick (World *self, GPtrArray *list)
{
  return list->len > 0 ? list->pdata[below (self, (int) list->len)] : NULL;
}

static SpilRecord *
pick_row (World *self, int laptop, int entity)
{
  g_autoptr (GPtrArray) list = naive_list (self->naive[laptop], entity);

  return pick (self, list);
}

// Mostly on the budget in force, now and then on an earlier version or a proposal.
static SpilRecord *
pick_line (World *self, int laptop)
{
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());

  if (current == NULL || chance (self, 10))
    return pick_row (self, laptop, SPIL_ENTITY_BUDGET_LINE);
  return naive_line (self->naive[laptop], current, 1 + below (self, N_LINES));
}

// Often just what is left, or a cent more.
static int64_t
pick_amount (World *self, int laptop, SpilRecord *line)
{
  NaiveFigures figures = naive_figures (self->naive[laptop], line, SPIL_DAY_NONE);
  int64_t left = figures.budget - figures.open - figures.actual;

  if (left > 1 && chance (self, 15))
    return left + below (self, 3) - 1;
  return 1 + below (self, chance (self, 80) ? 900000 : 9000000);
}

static void
do_booking (World *self, int laptop)
{
  static const int entities[] = { SPIL_ENTITY_COMMITMENT, SPIL_ENTITY_ACTUAL,      SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,     SPIL_ENTITY_RESERVATION, SPIL_ENTITY_FORECAST };
  int entity = entities[below (self, G_N_ELEMENTS (entities))];
  SpilAction *action = spil_action_new ("Booked");
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity ((SpilEntityNumber) entity), spil_id_new ());
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *line = pick_line (self, laptop);
  SpilRecord *from = NULL;
  SpilRecord *original;
  int64_t cents = pick_amount (self, laptop, line);

  if (fields->draws != 0 && chance (self, 50))
    from = pick_row (self, laptop,
                     entity == SPIL_ENTITY_ACTUAL ? SPIL_ENTITY_COMMITMENT : SPIL_ENTITY_RESERVATION);
  if (from != NULL) {
    spil_record_set_reference (row, fields->draws, spil_record_get_id (from));
    original = naive_find (self->naive[laptop],
                           spil_record_get_reference (from, spil_rule_fields (from)->line));
    if (original != NULL && chance (self, 85))
      line = original;
    if (chance (self, 40))
      cents = ABS (spil_record_get_integer (from, spil_rule_fields (from)->amount));
  }
  if (entity == SPIL_ENTITY_ACTUAL && chance (self, 5))
    cents = -cents;
  spil_record_set_reference (row, fields->line, spil_record_get_id (line));
  spil_record_set_day (row, fields->date, some_day (self));
  spil_record_set_integer (row, fields->amount, cents);
  spil_record_set_integer (row, fields->vat, chance (self, 97) ? EX : SPIL_VAT_NOTE_INCLUDED);
  if (entity == SPIL_ENTITY_COMMITMENT || entity == SPIL_ENTITY_ACTUAL)
    spil_record_set_text (row, SPIL_COMMITMENT_DESCRIPTION, "Booked");
  if (fields->decision != 0 && chance (self, 4))
    spil_record_set_reference (row, fields->decision, self->decision);
  // What has another note is in no figure but counted: that is another test.
  if ((entity == SPIL_ENTITY_RESERVATION || entity == SPIL_ENTITY_FORECAST))
    spil_record_set_integer (row, fields->vat, EX);
  spil_action_add (action, row);
  act (self, laptop, action, spil_entity ((SpilEntityNumber) entity)->name, NULL);
}

static const struct
{
  SpilBookingKind kind;
  int entity;
} kinds[] = {
  { SPIL_BOOKING_RESERVATION, SPIL_ENTITY_RESERVATION },
  { SPIL_BOOKING_COMMITMENT, SPIL_ENTITY_COMMITMENT },
  { SPIL_BOOKING_ACTUAL, SPIL_ENTITY_ACTUAL },
  { SPIL_BOOKING_FORECAST, SPIL_ENTITY_FORECAST },
};

// As people do it.
static void
do_reverse (World *self, int laptop)
{
  int i = below (self, G_N_ELEMENTS (kinds));
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_reverse_action (self->laptops.stores[laptop], kinds[i].kind, spil_record_get_id (row),
                                      chance (self, 50) ? some_day (self) : SPIL_DAY_NONE, NULL, &error),
         "reverse", &error);
}

// As they should not: any row by any amount.
static void
do_wild_reverse (World *self, int laptop)
{
  int i = below (self, G_N_ELEMENTS (kinds));
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  SpilAction *action;
  g_autoptr (SpilRecord) reversal = NULL;
  const SpilRuleFields *fields;
  int64_t cents;

  if (row == NULL)
    return;
  action = spil_action_new ("Reversed");
  fields = spil_rule_fields (row);
  reversal = spil_record_new (spil_record_get_entity (row), spil_id_new ());
  cents = -spil_record_get_integer (row, fields->amount);
  spil_record_set (reversal, fields->line, spil_record_get (row, fields->line));
  spil_record_set_day (reversal, fields->date, chance (self, 50) ? some_day (self) : spil_day_today ());
  spil_record_set_integer (reversal, fields->amount, chance (self, 85) ? cents : cents + 1);
  spil_record_set_integer (reversal, fields->vat, EX);
  spil_record_set_reference (reversal, fields->reverses, spil_record_get_id (row));
  if (fields->draws != 0)
    spil_record_set (reversal, fields->draws, spil_record_get (row, fields->draws));
  if (kinds[i].kind == SPIL_BOOKING_COMMITMENT || kinds[i].kind == SPIL_BOOKING_ACTUAL)
    spil_record_set_text (reversal, SPIL_COMMITMENT_DESCRIPTION, "Reversed");
  if (kinds[i].kind == SPIL_BOOKING_COMMITMENT && cents < 0 && chance (self, 40)) {
    spil_record_set_integer (reversal, SPIL_COMMITMENT_RELEASE, TRUE);
    spil_record_set_integer (reversal, fields->amount, -1 - below (self, (int) -cents));
    spil_record_set_null (reversal, fields->draws);
  }
  spil_action_add (action, reversal);
  act (self, laptop, action, "wild reversal", NULL);
}

static void
do_release (World *self, int laptop)
{
  SpilRecord *row = pick_row (self, laptop, SPIL_ENTITY_COMMITMENT);
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_release_action (self->laptops.stores[laptop], spil_record_get_id (row), SPIL_DAY_NONE,
                                      NULL, &error),
         "release", &error);
}

static void
do_correct (World *self, int laptop)
{
  int i = below (self, G_N_ELEMENTS (kinds) - 1);
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  SpilRecord *line = pick_line (self, laptop);
  SpilBooking instead = { .kind = kinds[i].kind,
                          .line = spil_record_get_id (line),
                          .date = some_day (self),
                          .amount = spil_money (pick_amount (self, laptop, line), SPIL_VAT_EXCLUDED),
                          .description = "Corrected" };
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_correct_action (self->laptops.stores[laptop], kinds[i].kind, spil_record_get_id (row),
                                      &instead, &error),
         "correct", &error);
}

static SpilPeriod
some_quarter (World *self)
{
  return spil_period_of (SPIL_PERIOD_QUARTER, spil_day_from_ymd (2018, 1 + 3 * below (self, 4), 1));
}

static void
do_forecast (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;

  act (self, laptop,
       spil_forecast_set_action (self->laptops.stores[laptop], spil_record_get_id (pick_line (self, laptop)),
                                 some_quarter (self), spil_money (below (self, 5) * 10001, SPIL_VAT_EXCLUDED),
                                 NULL, &error),
       "forecast", &error);
}

// Moves money between two lines of what is in force.
static void
do_reallocate (World *self, int laptop)
{
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());
  int from = 1 + below (self, 3);
  int to = 1 + (from + below (self, 2)) % 3;
  SpilReallocationRow rows[2] = { 0 };
  int64_t moved = 1 + below (self, 3000000);
  SpilId id;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    SpilRecord *line = naive_line (self->naive[laptop], current, i == 0 ? from : to);
    int64_t amount = spil_record_get_integer (line, SPIL_BUDGET_LINE_AMOUNT);

    if (i == 0)
      moved = MIN (moved, amount);
    rows[i].line = spil_record_get_id (line);
    rows[i].after = spil_money (amount + (i == 0 ? -moved : moved), SPIL_VAT_EXCLUDED);
  }
  act (self, laptop,
       spil_budget_reallocate_action (self->laptops.stores[laptop], spil_record_get_id (current), rows, 2,
                                      NULL, chance (self, 50) ? SPIL_DAY_NONE : spil_day_today (),
                                      SPIL_ID_NIL, "Anders", &id, &error),
       "re-allocate", &error);
}

// Decides or withdraws a proposal of this laptop.
static void
do_decide (World *self, int laptop)
{
  SpilRecord *version = pick_row (self, laptop, SPIL_ENTITY_BUDGET_VERSION);
  g_autoptr (GError) error = NULL;
  SpilStore *store = self->laptops.stores[laptop];
  SpilId id = spil_record_get_id (version);

  if (!naive_owns (self->naive[laptop], id))
    return;
  if (chance (self, 75))
    act (self, laptop, spil_budget_decide_action (store, id, spil_day_today (), SPIL_ID_NIL, &error),
         "decide", &error);
  else
    act (self, laptop, spil_budget_withdraw_action (store, id, spil_day_today (), &error), "withdraw",
         &error);
}

// Changes the amount of a line: of a proposal it may be.
static void
do_amount (World *self, int laptop)
{
  SpilRecord *line = pick_row (self, laptop, SPIL_ENTITY_BUDGET_LINE);
  int number = (int) spil_record_get_integer (line, SPIL_BUDGET_LINE_NUMBER);
  SpilRecord *version = naive_find (self->naive[laptop],
                                    spil_record_get_reference (line, SPIL_BUDGET_LINE_VERSION));
  SpilRecord *other = naive_line (self->naive[laptop], version, 1 + number % 3);
  int64_t moved = below (self, 100000);
  SpilAction *action;

  moved = MIN (moved, spil_record_get_integer (line, SPIL_BUDGET_LINE_AMOUNT));
  // What changes nothing is no step.
  if (number > 3 || moved == 0 || !naive_owns (self->naive[laptop], spil_record_get_id (line)))
    return;
  action = spil_action_new ("Amounts");
  for (int i = 0; i < 2; i++) {
    SpilRecord *each = i == 0 ? line : other;
    SpilValue value = spil_value_integer (spil_record_get_integer (each, SPIL_BUDGET_LINE_AMOUNT) +
                                          (i == 0 ? -moved : moved));

    spil_change_assign (
        spil_action_set_row (action, spil_record_get_entity (each), spil_record_get_id (each)),
        SPIL_BUDGET_LINE_AMOUNT, &value);
  }
  act (self, laptop, action, "amounts", NULL);
}

static void
do_close (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;

  act (self, laptop,
       spil_period_close_action (self->laptops.stores[laptop], some_quarter (self), SPIL_DAY_NONE, NULL,
                                 SPIL_ID_NIL, &error),
       "close", &error);
}

static void
do_reopen (World *self, int laptop)
{
  SpilRecord *period = pick_row (self, laptop, SPIL_ENTITY_CLOSED_PERIOD);
  g_autoptr (GError) error = NULL;

  if (period != NULL)
    act (self, laptop,
         spil_period_reopen_action (self->laptops.stores[laptop], spil_record_get_id (period), SPIL_DAY_NONE,
                                    NULL, &error),
         "reopen", &error);
}

// What others refer to by now cannot be undone; then nothing changes.
static void
do_turn (World *self, int laptop)
{
  gboolean back = !naive_can_redo (self->naive[laptop]) || chance (self, 60);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (back && !naive_can_undo (self->naive[laptop]))
    return;
  done = back ? spil_store_undo (self->laptops.stores[laptop], NULL, &error)
              : spil_store_redo (self->laptops.stores[laptop], NULL, &error);
  tell (self, "%d %d %s: %s", self->step, laptop, back ? "undo" : "redo", done ? "done" : error->message);
  if (!done)
    return;
  if (back)
    naive_undo (self->naive[laptop]);
  else
    naive_redo (self->naive[laptop]);
}

static void
do_meet (World *self, int laptop)
{
  tell (self, "%d meet", self->step);
  meet (&self->laptops);
  naive_meet (self->naive, 3);
  for (int i = 0; i < 3; i++) {
    check_all (self, i);
    check_faults (self, i);
  }
}

// A re-allocation on which others book before its own laptop takes it back.
static void
do_undone (World *self, int laptop)
{
  guint before = self->naive[laptop]->n_done;

  do_reallocate (self, laptop);
  if (self->naive[laptop]->n_done == before)
    return;
  do_meet (self, laptop);
  for (int i = 0; i < 4; i++)
    do_booking (self, (laptop + 1 + i % 2) % 3);
  do_turn (self, laptop);
  do_meet (self, laptop);
}

static const struct
{
  int weight;
  void (*act) (World *self, int laptop);
} operations[] = {
  { 40, do_booking }, { 10, do_reverse },   { 8, do_wild_reverse }, { 6, do_release }, { 5, do_correct },
  { 5, do_forecast }, { 3, do_reallocate }, { 4, do_decide },       { 3, do_amount },  { 3, do_close },
  { 2, do_reopen },   { 8, do_turn },       { 3, do_meet },         { 1, do_undone },
};

static void
do_any (World *self)
{
  int laptop = below (self, 3);
  int sum = 0;
  int at;

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    sum += operations[i].weight;
  at = below (self, sum);
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++) {
    at -= operations[i].weight;
    if (at < 0) {
      operations[i].act (self, laptop);
      break;
    }
  }
  check_all (self, laptop);
  if (self->step % 20 == 0)
    check_faults (self, laptop);
}

/* A history */

static void
add_budget (World *self)
{
  static const int64_t amounts[] = { 10000000, 5000001, 2499999, 0, 1000000 };
  SpilAction *action = spil_action_new ("Budget");
  g_autoptr (SpilRecord) version = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION), spil_id_new ());
  g_autoptr (SpilRecord) decision = sample_record (action, spil_entity (SPIL_ENTITY_DECISION), 1, FALSE);

  spil_record_set_text (version, SPIL_BUDGET_VERSION_NAME, "Begroting 2018");
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_YEAR, 2018);
  spil_record_set_day (version, SPIL_BUDGET_VERSION_DATE, spil_day_from_ymd (2018, 1, 1));
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_TOTAL, amounts[0] + amounts[1] + amounts[2]);
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_VAT, EX);
  spil_action_add (action, version);
  for (int number = 1; number <= N_LINES; number++) {
    g_autoptr (SpilRecord) line = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_LINE), spil_id_new ());

    spil_record_set_reference (line, SPIL_BUDGET_LINE_VERSION, spil_record_get_id (version));
    spil_record_set_integer (line, SPIL_BUDGET_LINE_NUMBER, number);
    spil_record_set_text (line, SPIL_BUDGET_LINE_NAME, "Post");
    spil_record_set_integer (line, SPIL_BUDGET_LINE_VAT, EX);
    spil_record_set_integer (line, SPIL_BUDGET_LINE_PM, number == PM_LINE);
    spil_record_set_integer (line, SPIL_BUDGET_LINE_OUTSIDE, number == OUTSIDE_LINE);
    if (number != PM_LINE)
      spil_record_set_integer (line, SPIL_BUDGET_LINE_AMOUNT, amounts[number - 1]);
    spil_action_add (action, line);
  }
  self->decision = spil_record_get_id (decision);
  naive_take (self->naive[0], action);
  commit (self->laptops.stores[0], action);
}

static void
run_history (uint32_t seed, int steps, guint *counts)
{
  World self = { .seed = seed };

  self.random = g_rand_new_with_seed (seed);
  self.trace = g_ptr_array_new_with_free_func (g_free);
  laptops_set_up (&self.laptops, NULL);
  for (int i = 0; i < 3; i++)
    self.naive[i] = naive_new (i);
  begin (&self.laptops);
  add_budget (&self);
  // The budget is there for good: it is no step that is undone.
  naive_meet (self.naive, 3);
  g_ptr_array_set_size (self.naive[0]->steps, 0);
  self.naive[0]->n_done = 0;
  meet (&self.laptops);
  for (self.step = 1; self.step <= steps; self.step++)
    do_any (&self);
  do_meet (&self, 0);
  counts[0] += self.n_done;
  counts[1] += self.n_refused;
  counts[2] += self.n_faults;
  for (int i = 0; i < 3; i++) {
    naive_free (self.naive[i]);
    spil_store_close (self.laptops.stores[i]);
    remove_dir (self.laptops.dirs[i]);
  }
  g_rand_free (self.random);
  g_ptr_array_unref (self.trace);
}

static int
get_number (const char *name, int otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

static void
test_histories (void)
{
  int steps = get_number ("SPIL_LEDGER_STEPS", STEPS);
  int seed = get_number ("SPIL_LEDGER_SEED", -1);
  guint counts[3] = { 0 };

  spil_day_play (spil_day_from_ymd (2018, 12, 20));
  if (seed >= 0)
    run_history ((uint32_t) seed, STEPS_PER_HISTORY, counts);
  for (int i = 0; seed < 0 && i * STEPS_PER_HISTORY < steps; i++)
    run_history ((uint32_t) i + 1, STEPS_PER_HISTORY, counts);
  spil_day_play (SPIL_DAY_NONE);
  g_test_message ("%u done, %u refused, %u faults told", counts[0], counts[1], counts[2]);
  if (seed < 0) {
    g_assert_cmpuint (counts[0], >, (guint) steps / 3);
    g_assert_cmpuint (counts[1], >, (guint) steps / 20);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/money/ledger/histories", test_histories);
  return g_test_run ();
}

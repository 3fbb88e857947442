// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <inttypes.h>
#include <string.h>

#include "spil-budget-query.h"
#include "spil-recount.h"
#include "world.h"

void
world_fail (World *self, const char *format, ...)
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

int
world_below (World *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

gboolean
world_chance (World *self, int percent)
{
  return world_below (self, 100) < percent;
}

void
world_tell (World *self, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_ptr_array_add (self->trace, g_strdup_vprintf (format, values));
  va_end (values);
}

static void
compare (World *self, int laptop, const char *what, int64_t real, int64_t naive)
{
  if (real != naive)
    world_fail (self, "laptop %d: %s is %" PRId64 ", but adds up to %" PRId64, laptop, what, real, naive);
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
  for (int number = 1; number <= WORLD_LINES; number++) {
    SpilRecord *line = naive_line (self->naive[laptop], version, number);
    const SpilBudgetLineFigures *real = n < (int) lines->len ? lines->pdata[n] : NULL;
    NaiveFigures naive;

    if (line == NULL)
      continue;
    n++;
    if (real == NULL || real->number != number)
      world_fail (self, "laptop %d: line %d is not there", laptop, number);
    naive = naive_figures (self->naive[laptop], line, day);
    compare (self, laptop, "budget", real->budget.cents, naive.budget);
    check_line (self, laptop, real, &naive);
    if (real->outside != (number == WORLD_OUTSIDE_LINE))
      world_fail (self, "laptop %d: line %d is outside or not", laptop, number);
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

// How the lines stood on several days, read at once, is how they stood on each of them.
static void
check_course (World *self, int laptop, SpilRecord *version, SpilDay day)
{
  const SpilDay days[] = { spil_day_add (day, -90), spil_day_add (day, -20), day, spil_day_add (day, 60) };
  SpilStore *store = self->laptops.stores[laptop];
  SpilId id = spil_record_get_id (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) course = spil_budget_query_course (store, id, days, G_N_ELEMENTS (days), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (GPtrArray) lines = spil_budget_query_lines (store, id, days[i], &error);
    GPtrArray *then = course->pdata[i];

    g_assert_no_error (error);
    compare (self, laptop, "lines then", then->len, lines->len);
    for (guint j = 0; j < lines->len; j++) {
      const SpilBudgetLineFigures *real = lines->pdata[j], *line = then->pdata[j];

      compare (self, laptop, "committed then", line->committed.cents, real->committed.cents);
      compare (self, laptop, "drawn then", line->drawn.cents, real->drawn.cents);
      compare (self, laptop, "open then", line->open.cents, real->open.cents);
      compare (self, laptop, "actual then", line->actual.cents, real->actual.cents);
    }
  }
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
    for (int number = 1; number <= WORLD_LINES; number++)
      naive[i] += number == WORLD_OUTSIDE_LINE
                      ? 0
                      : naive_sum (self->naive[laptop], entities[i], number, SPIL_DAY_NONE);
    compare (self, laptop, "a sum of the register", sums.amount[i].cents, naive[i]);
    compare (self, laptop, "a sum outside", sums.outside[i].cents,
             naive_sum (self->naive[laptop], entities[i], WORLD_OUTSIDE_LINE, SPIL_DAY_NONE));
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
SpilDay
world_day (World *self)
{
  if (world_chance (self, 20)) {
    SpilDay first = spil_day_from_ymd (2018, 4 + 3 * world_below (self, 3), 1);

    return world_chance (self, 50) ? first : spil_day_add (first, -1);
  }
  return spil_day_add (spil_day_from_ymd (2018, 1, 1), world_below (self, 350));
}

void
world_check (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = naive_list (self->naive[laptop], SPIL_ENTITY_BUDGET_VERSION);
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());
  g_autoptr (SpilBudgetVersionRow)
      real = spil_budget_query_current (self->laptops.stores[laptop], spil_day_today (), &error);

  g_assert_no_error (error);
  if ((real != NULL) != (current != NULL) ||
      (real != NULL && !spil_id_equal (real->id, spil_record_get_id (current))))
    world_fail (self, "laptop %d: another version is in force", laptop);
  if (current != NULL) {
    check_version (self, laptop, current, SPIL_DAY_NONE);
    check_register (self, laptop, current);
    check_course (self, laptop, current, spil_day_add (spil_day_today (), -80));
    compare (self, laptop, "total of the version", real->total.cents,
             spil_record_get_integer (current, SPIL_BUDGET_VERSION_TOTAL));
  }
  if (versions->len > 0)
    check_version (self, laptop, versions->pdata[world_below (self, (int) versions->len)],
                   world_chance (self, 50) ? world_day (self) : SPIL_DAY_NONE);
}

// What the check tells beside what the ledger knows to be wrong.
void
world_check_faults (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gboolean sure;
  const char *fault = naive_fault (self->naive[laptop], &sure);

  spil_recount_check (self->laptops.stores[laptop], faults, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    if (strstr (faults->pdata[i], "send a report") != NULL)
      world_fail (self, "laptop %d: %s", laptop, (char *) faults->pdata[i]);
  if (sure && (fault != NULL) != (faults->len > 0))
    world_fail (self, "laptop %d: the check finds %s, where there is %s", laptop,
                faults->len > 0 ? (char *) faults->pdata[0] : "nothing", fault != NULL ? fault : "nothing");
  self->n_faults += faults->len;
}

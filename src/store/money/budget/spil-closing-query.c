// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-closing-query.h"

#include "spil-budget-private.h"
#include "spil-closing-private.h"

/* Columns: id, name, first, last, closed on. */
static gboolean
take_period (SpilStatement *row, gpointer user_data)
{
  GArray *periods = user_data;
  SpilClosedPeriod period = { spil_statement_get_id (row, 0), g_strdup (spil_statement_get_text (row, 1)),
                              spil_get_day (row, 2), spil_get_day (row, 3), spil_get_day (row, 4) };

  g_array_append_val (periods, period);
  return TRUE;
}

GArray *
spil_closing_query (SpilStore *store, GError **error)
{
  static const char sql[] = "SELECT p.id, p.name, p.first, p.last, p.closed_on FROM closed_period p"
                            " WHERE p.programme = ?1 AND " SPIL_CLOSED_SQL ("p") " ORDER BY p.first, p.last";
  g_autoptr (GArray) periods = g_array_new (FALSE, TRUE, sizeof (SpilClosedPeriod));

  g_array_set_clear_func (periods, spil_closed_period_clear);
  return spil_read_each (store, sql, NULL, 0, take_period, periods, error) ? g_steal_pointer (&periods)
                                                                           : NULL;
}

/* A line as it was when a period was closed, beside what it is. First its figures as they are, so that it can be added up as such. */
typedef struct
{
  SpilClosingFigure now;
  SpilId period;
  int64_t committed;
  int64_t actual;
  int bookings;
} Then;

/* Columns: period, its last day, line, year, number, name, VAT, committed, actual, bookings. */
static gpointer
make_then (SpilStatement *row, gpointer user_data)
{
  Then *self = g_new0 (Then, 1);

  self->period = spil_statement_get_id (row, 0);
  self->now.last = spil_get_day (row, 1);
  self->now.line = spil_statement_get_id (row, 2);
  self->now.year = spil_get_int (row, 3);
  self->now.number = spil_get_int (row, 4);
  self->now.name = g_strdup (spil_statement_get_text (row, 5));
  self->now.vat = (SpilVat) spil_get_int (row, 6);
  self->committed = spil_statement_get_integer (row, 7);
  self->actual = spil_statement_get_integer (row, 8);
  self->bookings = spil_get_int (row, 9);
  return self;
}

static void
then_free (Then *self)
{
  g_free (self->now.name);
  g_free (self);
}

static GPtrArray *
read_thens (SpilStore *store, GError **error)
{
  static const char sql[] =
      "SELECT p.id, p.last, l.id, v.year, l.number, l.name, c.vat, c.committed, c.actual, c.bookings"
      " FROM closed_period p JOIN closed_line c ON c.period = p.id AND c.dead = 0"
      " JOIN budget_line l ON l.id = c.line JOIN budget_version v ON v.id = l.version"
      " WHERE p.programme = ?1 AND " SPIL_CLOSED_SQL ("p");

  return spil_read_all (store, sql, NULL, 0, make_then, NULL, (GDestroyNotify) then_free, error);
}

static gboolean
is_there (GPtrArray *thens, const SpilClosedPeriod *period, const SpilClosingFigure *head)
{
  for (guint i = 0; i < thens->len; i++) {
    const Then *then = thens->pdata[i];

    if (then->now.number == head->number && then->now.year == head->year &&
        spil_id_equal (then->period, period->id))
      return TRUE;
  }
  return FALSE;
}

/* What was not there when a period was closed was nothing then. */
static void
add_missing (GPtrArray *thens, GArray *periods, GPtrArray *heads)
{
  for (guint i = 0; i < periods->len; i++) {
    const SpilClosedPeriod *period = &g_array_index (periods, SpilClosedPeriod, i);

    for (guint j = 0; j < heads->len; j++) {
      const SpilClosingFigure *head = heads->pdata[j];
      Then *then;

      if (is_there (thens, period, head))
        continue;
      then = g_new0 (Then, 1);
      then->now = *head;
      then->now.name = g_strdup (head->name);
      then->now.last = period->last;
      then->period = period->id;
      g_ptr_array_add (thens, then);
    }
  }
}

/* By line, and of one line the earlier period first. */
static int
compare_thens (gconstpointer a, gconstpointer b)
{
  const Then *first = *(const Then *const *) a, *second = *(const Then *const *) b;

  if (first->now.year != second->now.year)
    return first->now.year < second->now.year ? -1 : 1;
  if (first->now.number != second->now.number)
    return first->now.number < second->now.number ? -1 : 1;
  return spil_day_compare (first->now.last, second->now.last);
}

static gboolean
differs (const Then *self)
{
  return self->now.committed != self->committed || self->now.actual != self->actual ||
         self->now.bookings != self->bookings;
}

/* Whether all that came in after the closing had come into the period before it. */
static gboolean
came_before (const Then *self, const Then *before)
{
  return before != NULL && before->now.year == self->now.year && before->now.number == self->now.number &&
         self->now.committed - self->committed == before->now.committed - before->committed &&
         self->now.actual - self->actual == before->now.actual - before->actual &&
         self->now.bookings - self->bookings == before->now.bookings - before->bookings;
}

static SpilClosingDifference *
make_difference (const Then *then)
{
  SpilClosingDifference *self = g_new0 (SpilClosingDifference, 1);
  SpilVat vat = then->now.vat;

  self->period = then->period;
  self->line = then->now.line;
  self->line_name = g_strdup (then->now.name);
  self->number = then->now.number;
  self->committed_then = spil_money (then->committed, vat);
  self->actual_then = spil_money (then->actual, vat);
  self->committed_now = spil_money (then->now.committed, vat);
  self->actual_now = spil_money (then->now.actual, vat);
  self->bookings_then = then->bookings;
  self->bookings_now = then->now.bookings;
  return self;
}

void
spil_closing_difference_free (SpilClosingDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->line_name);
  g_free (self);
}

/* The differences of @thens, by period as @periods has them. */
static GPtrArray *
collect (GPtrArray *thens, GArray *periods)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_closing_difference_free);

  for (guint i = 0; i < periods->len; i++)
    for (guint j = 0; j < thens->len; j++) {
      const Then *then = thens->pdata[j];

      if (spil_id_equal (then->period, g_array_index (periods, SpilClosedPeriod, i).id) && differs (then) &&
          !came_before (then, j > 0 ? thens->pdata[j - 1] : NULL))
        g_ptr_array_add (differences, make_difference (then));
    }
  return differences;
}

GPtrArray *
spil_closing_query_differences (SpilStore *store, GError **error)
{
  g_autoptr (GArray) periods = spil_closing_query (store, error);
  g_autoptr (GPtrArray) thens = periods != NULL ? read_thens (store, error) : NULL;
  g_autoptr (GPtrArray) heads = thens != NULL ? spil_closing_read_heads (store, error) : NULL;

  if (heads == NULL)
    return NULL;
  add_missing (thens, periods, heads);
  g_ptr_array_sort (thens, compare_thens);
  if (!spil_closing_add_up (store, thens, error))
    return NULL;
  return collect (thens, periods);
}

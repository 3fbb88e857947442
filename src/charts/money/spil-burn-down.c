// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "spil-burn-down-private.h"

SpilBurnDown *
spil_burn_down_new (int64_t total, SpilDay first, SpilDay last)
{
  SpilBurnDown *self;

  g_return_val_if_fail (spil_day_is_known (first) && spil_day_is_known (last), NULL);

  self = g_new0 (SpilBurnDown, 1);
  self->total = spil_money_chart_hold (total);
  self->first = spil_chart_hold_day (first);
  self->last = spil_day_compare (last, first) < 0 ? self->first : spil_chart_hold_day (last);
  self->today = SPIL_DAY_NONE;
  self->points = g_array_new (FALSE, FALSE, sizeof (SpilBurnPoint));
  return self;
}

void
spil_burn_down_free (SpilBurnDown *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self->subject);
  g_free (self->note);
  g_free (self);
}

void
spil_burn_down_set_subject (SpilBurnDown *self, const char *subject)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->subject, subject);
}

void
spil_burn_down_add (SpilBurnDown *self, const SpilBurnPoint *point)
{
  SpilBurnPoint copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (point != NULL && spil_day_is_known (point->day));

  copy = *point;
  copy.plan = spil_money_chart_hold (point->plan);
  copy.actual = spil_money_chart_hold (point->actual);
  copy.open = MAX (spil_money_chart_hold (point->open), 0);
  g_array_append_val (self->points, copy);
}

void
spil_burn_down_set_today (SpilBurnDown *self, SpilDay today)
{
  g_return_if_fail (self != NULL);

  self->today = today;
}

void
spil_burn_down_set_expected (SpilBurnDown *self, int64_t low, int64_t high)
{
  g_return_if_fail (self != NULL);

  self->has_expected = TRUE;
  self->low = spil_money_chart_hold (low);
  self->high = spil_money_chart_hold (high);
}

void
spil_burn_down_set_pace (SpilBurnDown *self, int64_t spent_in_the_end)
{
  g_return_if_fail (self != NULL);

  self->has_pace = TRUE;
  self->pace = spil_money_chart_hold (spent_in_the_end);
}

void
spil_burn_down_set_note (SpilBurnDown *self, const char *note)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->note, note);
}

gboolean
spil_burn_down_pace (int64_t spent, SpilDay first, SpilDay last, SpilDay today, int64_t *pace)
{
  const int64_t all = spil_day_between (first, last) + 1;
  const int64_t gone = MIN (spil_day_between (first, today) + 1, all);

  if (gone <= 0)
    return FALSE;
  *pace = (int64_t) llround ((double) spent * (double) all / (double) gone);
  return TRUE;
}

int64_t
spil_burn_down_plan (int64_t total, SpilDay first, SpilDay last, SpilDay day)
{
  const int64_t all = spil_day_between (first, last) + 1;
  const int64_t gone = CLAMP (spil_day_between (first, day) + 1, 0, all);

  return all > 0 ? (int64_t) llround ((double) total * (double) gone / (double) all) : total;
}

static void
free_data (gpointer data)
{
  spil_burn_down_free (data);
}

static const SpilChartClass burn_down_class = {
  .name = "burn",
  .draw = spil_burn_down_draw,
  .natural_height = spil_burn_down_natural_height,
  .summary = spil_burn_down_summary,
  .table = spil_burn_down_table,
  .free = free_data,
};

SpilChart *
spil_burn_down_to_chart (SpilBurnDown *self)
{
  return spil_chart_new (&burn_down_class, self);
}

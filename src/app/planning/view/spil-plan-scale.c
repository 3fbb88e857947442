// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-scale.h"

#include <math.h>

/* In ems: a day narrower than a thirtieth of a pixel shows centuries, a wider one nothing more. */
#define LEAST_DAY 0.002
#define MOST_DAY 2.5

/* In ems: the whole planning is never narrower; farther out there is nothing to see. */
#define LEAST_WHOLE 20

void
spil_plan_scale_init (SpilPlanScale *self)
{
  *self = (SpilPlanScale) {
    .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE, .zoom = SPIL_GANTT_ZOOM_MONTH, .font_size = 14
  };
}

void
spil_plan_scale_cover (SpilPlanScale *self, const SpilGantt *gantt, SpilDay today)
{
  SpilDay first, last;

  spil_gantt_get_extent (gantt, &first, &last);
  if (!spil_day_is_known (first) || spil_day_compare (today, first) < 0)
    first = today;
  if (!spil_day_is_known (last) || spil_day_compare (today, last) > 0)
    last = today;
  self->first = spil_period_of (SPIL_PERIOD_QUARTER, spil_day_add_months (first, -1)).first;
  self->last = spil_period_of (SPIL_PERIOD_QUARTER, spil_day_add_months (last, 3)).last;
}

double
spil_plan_scale_x (const SpilPlanScale *self, SpilDay day)
{
  return spil_day_between (self->first, day) * self->day_width;
}

double
spil_plan_scale_width (const SpilPlanScale *self)
{
  return (spil_day_between (self->first, self->last) + 1) * self->day_width;
}

void
spil_plan_scale_set_day_width (SpilPlanScale *self, double day_width)
{
  double least = LEAST_DAY;

  if (spil_day_is_known (self->first) && spil_day_is_known (self->last))
    least = CLAMP (LEAST_WHOLE / (spil_day_between (self->first, self->last) + 1.0), LEAST_DAY, MOST_DAY);
  self->day_width = CLAMP (day_width, self->font_size * least, self->font_size * MOST_DAY);
}

double
spil_plan_scale_fit (SpilPlanScale *self, const SpilGantt *gantt, double room)
{
  SpilDay first, last;

  spil_gantt_get_extent (gantt, &first, &last);
  if (!spil_day_is_known (first))
    return 0;
  first = spil_period_of (SPIL_PERIOD_MONTH, first).first;
  last = spil_period_of (SPIL_PERIOD_MONTH, last).last;
  spil_plan_scale_set_day_width (self, room / (spil_day_between (first, last) + 1));
  return spil_plan_scale_x (self, first);
}

SpilGanttZoom
spil_plan_scale_nearest_zoom (const SpilPlanScale *self)
{
  static const SpilGanttZoom zooms[] = { SPIL_GANTT_ZOOM_WEEK, SPIL_GANTT_ZOOM_MONTH,
                                         SPIL_GANTT_ZOOM_QUARTER };
  SpilGanttZoom nearest = SPIL_GANTT_ZOOM_MONTH;
  double least = G_MAXDOUBLE;

  if (self->zoom != SPIL_GANTT_ZOOM_AUTO || self->day_width <= 0)
    return self->zoom;
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++) {
    double away = fabs (log (self->day_width / spil_gantt_zoom_day_width (zooms[i], self->font_size)));

    if (away < least)
      nearest = zooms[i];
    least = MIN (least, away);
  }
  return nearest;
}

SpilPeriodKind
spil_plan_scale_step (const SpilPlanScale *self)
{
  /* In ems: what a day is at least as wide as to be moved by days, weeks, months. Between the widths of the zooms that have a name. */
  static const double widths[] = { 0.33, 0.1, 0.02 };
  static const SpilPeriodKind kinds[] = { SPIL_PERIOD_DAY, SPIL_PERIOD_WEEK, SPIL_PERIOD_MONTH };
  double width = self->day_width > 0 ? self->day_width
                                     : spil_gantt_zoom_day_width (self->zoom, self->font_size);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    if (width >= widths[i] * self->font_size)
      return kinds[i];
  return SPIL_PERIOD_QUARTER;
}

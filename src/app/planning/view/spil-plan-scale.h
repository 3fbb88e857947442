// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-gantt.h"
#include "spil-period.h"

G_BEGIN_DECLS

/** How wide a day is, and which days can be scrolled to. */
typedef struct
{
  SpilDay first; /**< the day at 0; SPIL_DAY_NONE: nothing is covered yet */
  SpilDay last;
  SpilGanttZoom zoom; /**< AUTO: zoomed freely */
  double day_width; /**< 0: as the zoom has it, not known yet */
  double font_size;
} SpilPlanScale;

void spil_plan_scale_init (SpilPlanScale *self);

/** Covers whole quarters around all that has a date in @gantt, and @today. */
void spil_plan_scale_cover (SpilPlanScale *self, const SpilGantt *gantt, SpilDay today);

/** Where a day begins. */
double spil_plan_scale_x (const SpilPlanScale *self, SpilDay day);
/** How wide all is that can be scrolled to. */
double spil_plan_scale_width (const SpilPlanScale *self);

/** Sets the day width, within what makes sense. */
void spil_plan_scale_set_day_width (SpilPlanScale *self, double day_width);
/** Takes a day width at which all that has a date stands in @room; returns where that begins. */
double spil_plan_scale_fit (SpilPlanScale *self, const SpilGantt *gantt, double room);

/** The zoom, or the nearest one when zoomed freely. */
SpilGanttZoom spil_plan_scale_nearest_zoom (const SpilPlanScale *self);
/** By how much things are moved at this zoom: days, weeks, months or quarters. */
SpilPeriodKind spil_plan_scale_step (const SpilPlanScale *self);

G_END_DECLS

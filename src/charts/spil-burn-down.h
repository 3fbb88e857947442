// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** What has been spent up to and including @day, cumulated, in cents: by plan, in fact, by forecast. */
typedef struct
{
  SpilDay day;
  int64_t plan;
  int64_t actual;
  int64_t forecast;
  gboolean has_plan;
  gboolean has_actual;
  gboolean has_forecast;
} SpilBurnPoint;

/** Burn-down of a budget: what is left of it over time. */
typedef struct _SpilBurnDown SpilBurnDown;

/** Makes the burn-down of a budget of @total cents that runs from @first to @last (both known). */
SpilBurnDown *spil_burn_down_new (int64_t total, SpilDay first, SpilDay last);
void spil_burn_down_free (SpilBurnDown *self);
/** Adds a point, usually the last day of a month; in order of day. */
void spil_burn_down_add (SpilBurnDown *self, const SpilBurnPoint *point);
void spil_burn_down_set_today (SpilBurnDown *self, SpilDay today);
/** Draws what has been spent (rising towards the budget) and not what is left. */
void spil_burn_down_set_rising (SpilBurnDown *self, gboolean rising);
/** Makes the chart; takes @self. */
SpilChart *spil_burn_down_to_chart (SpilBurnDown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBurnDown, spil_burn_down_free)

G_END_DECLS

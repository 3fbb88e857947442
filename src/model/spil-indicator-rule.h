// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** One measurement. */
typedef struct
{
  SpilDay date;
  int64_t value; /**< decimal */
  int kind; /**< SPIL_MEASUREMENT_KIND_* */
  int n; /**< respondents; 0: not stated */
} SpilIndicatorPoint;

/** A target; see the field `date` for when. */
typedef struct
{
  int64_t value; /**< decimal */
  SpilDay date; /**< SPIL_DAY_NONE: no date */
} SpilIndicatorTarget;

/** Which way it goes, seen from the direction that is wanted. */
typedef enum
{
  SPIL_TREND_UNKNOWN, /**< fewer than two measurements, or no direction */
  SPIL_TREND_WORSE,
  SPIL_TREND_SAME,
  SPIL_TREND_BETTER,
} SpilTrend;

typedef struct
{
  gboolean has_value;
  int64_t value; /**< decimal: the latest, comparison groups aside */
  SpilDay date;
  gboolean has_target;
  int64_t target; /**< decimal */
  SpilDay target_date;
  int64_t distance; /**< value - target; 0 unless both are known */
  gboolean reached;
  SpilTrend trend; /**< of the latest measurement against the one before */
  int light; /**< SPIL_LIGHT_*; 0: no value, target or direction */
} SpilIndicatorFigures;

/**
 * @points sorted by date. Green: the target is reached, or the value lies on or beyond the straight line from the first
 * measurement to the target at its date; amber: behind it, but getting better (or too few measurements to tell); red: behind it and not
 * getting better, or the date has passed. Own rule. @target NULL: none. @direction: SPIL_DIRECTION_*, 0: not stated.
 */
SpilIndicatorFigures spil_indicator_figures (const SpilIndicatorPoint *points, gsize n_points, int direction,
                                             const SpilIndicatorTarget *target, SpilDay today);

/** "Better", "Same", "Worse", "" ; owned by gettext. */
const char *spil_trend_label (SpilTrend trend);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** What kind of measurement a point is; each has its own shape. */
typedef enum
{
  SPIL_TREND_ZERO, /**< zero measurement (nulmeting), a square */
  SPIL_TREND_AFTER, /**< a later measurement, a circle */
  SPIL_TREND_COMPARISON, /**< measured elsewhere, to compare with; a triangle beside the line */
} SpilTrendKind;

/** An indicator over time: measurements, and the targets they should reach. */
typedef struct _SpilTrend SpilTrend;

/** Makes the trend of an indicator; @unit says what is counted, per what ("avoidances per working day"), may be NULL. */
SpilTrend *spil_trend_new (const char *unit);
void spil_trend_free (SpilTrend *self);
/** Adds a measurement; a day that is not known or a value that is not finite appears in the table only. */
void spil_trend_add (SpilTrend *self, SpilDay day, double value, SpilTrendKind kind);
/** Adds a target for @day. */
void spil_trend_add_target (SpilTrend *self, SpilDay day, double value);
/** Says that the value should fall (as waiting time does) and not rise. */
void spil_trend_set_falling (SpilTrend *self, gboolean falling);
void spil_trend_set_today (SpilTrend *self, SpilDay today);
/** Makes the chart; takes @self. */
SpilChart *spil_trend_to_chart (SpilTrend *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTrend, spil_trend_free)

G_END_DECLS

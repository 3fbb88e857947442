// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** How far something has come towards its target. */
typedef struct
{
  const char *label;
  const char *unit; /**< what is counted, per what; may be NULL */
  double value; /**< NaN: not measured yet */
  double target; /**< NaN: none is set */
  gboolean falling; /**< the target is reached from above: less is better */
} SpilGoalBar;

/** Goal bars: per goal what was reached against its target. All targets stand on one line, so that goals of different units compare. */
typedef struct _SpilGoalBars SpilGoalBars;

SpilGoalBars *spil_goal_bars_new (void);
void spil_goal_bars_free (SpilGoalBars *self);
/** Adds a goal; its texts are copied. */
void spil_goal_bars_add (SpilGoalBars *self, const SpilGoalBar *bar);
/** Makes the chart; takes @self. */
SpilChart *spil_goal_bars_to_chart (SpilGoalBars *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilGoalBars, spil_goal_bars_free)

G_END_DECLS

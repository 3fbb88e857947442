// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** Gives a task those dates; SPIL_DAY_NONE: not stated. */
SpilAction *
spil_plan_dates_action (const SpilPlanTaskRow *task, SpilDay start, SpilDay end, const char *label);

/** Keeps the plan as it is on @day: a baseline of that name, and in it every task with its dates as they are shown. */
SpilAction *
spil_plan_baseline_action (const SpilPlan *plan, SpilDay day, const char *name, const char *label);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-shown.h"

G_BEGIN_DECLS

/** How somebody looks at the planning: which activities, in what groups, compared with what. */
typedef struct
{
  SpilPlanFilter filter;
  SpilPlanGroup group;
  SpilId baseline; /**< nil: the latest; or SPIL_PLAN_SINCE_REPORT, SPIL_PLAN_NO_BASELINE */
  gboolean critical; /**< the critical path is shown */
  gboolean slack; /**< how much later each may end is shown */
} SpilPlanAsked;

/** All of the plan, in no groups, compared with the latest baseline. */
void spil_plan_asked_init (SpilPlanAsked *self);
void spil_plan_asked_clear (SpilPlanAsked *self);
/** Makes @self, not initialised yet, the same as @other. */
void spil_plan_asked_copy (SpilPlanAsked *self, const SpilPlanAsked *other);

/** Groups, comparison and what is shown, as words that are remembered; not the filter. Free with g_free(). */
char *spil_plan_asked_to_text (const SpilPlanAsked *self);
/** Reads such words; passes over what it does not know. @text may be NULL. */
void spil_plan_asked_read (SpilPlanAsked *self, const char *text);

/** What a filter can ask. */
typedef enum
{
  SPIL_PLAN_CONDITION_TEXT,
  SPIL_PLAN_CONDITION_OWNER,
  SPIL_PLAN_CONDITION_PERIOD,
  SPIL_PLAN_CONDITION_AREA,
  SPIL_PLAN_CONDITION_ACTION_LINE,
  SPIL_PLAN_CONDITION_LATE,
  SPIL_PLAN_CONDITION_CRITICAL,
  SPIL_PLAN_CONDITION_UNDATED,
  SPIL_PLAN_N_CONDITIONS
} SpilPlanCondition;

/** What the filter asks, in words ("Owner: the broker"), or NULL when it does not ask that. @plan knows the names. Free with g_free(). */
char *
spil_plan_filter_dup_text (const SpilPlanFilter *filter, const SpilPlan *plan, SpilPlanCondition condition);
/** No longer asks that. */
void spil_plan_filter_drop (SpilPlanFilter *filter, SpilPlanCondition condition);

/** "12 of 30 activities"; @n_shown counts what the filter asks for, not what it is part of. Free with g_free(). */
char *spil_plan_dup_count (int n_shown, int n_all);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-period.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** Which activities are looked at: those that answer all that is asked. All zero bytes: all. */
typedef struct
{
  char *text; /**< in name, number, owner, action line, area or headline; NULL or empty: any */
  char *owner; /**< one name; NULL: any */
  gboolean late; /**< late now, or planned to end after the deadline */
  gboolean critical; /**< on the critical path */
  gboolean undated; /**< without dates: still to be planned */
  SpilPeriod period; /**< that it runs in, has its deadline in; first SPIL_DAY_NONE, or all zero bytes: any */
  SpilId area; /**< nil: any */
  SpilId action_line;
} SpilPlanFilter;

/** Frees the texts, and asks for nothing any more. */
void spil_plan_filter_clear (SpilPlanFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilPlanFilter, spil_plan_filter_clear)
/** TRUE when it asks for nothing. */
gboolean spil_plan_filter_is_empty (const SpilPlanFilter *self);

typedef enum
{
  SPIL_PLAN_GROUP_NONE,
  SPIL_PLAN_GROUP_ACTION_LINE,
  SPIL_PLAN_GROUP_AREA,
  SPIL_PLAN_GROUP_OWNER,
} SpilPlanGroup;

/** A row of table and chart. */
typedef struct
{
  int task; /**< index in plan->tasks; -1: the heading of a group */
  char *heading; /**< of a group; NULL: a task */
  SpilId id; /**< of the task, or of the action line or area of a heading; nil: none */
  int n_tasks; /**< of a heading: how many activities stand under it */
  int level; /**< how deep it is shown: under a heading all stand one deeper */
  gboolean summary; /**< something can be shown under it */
  gboolean collapsed; /**< and is not */
  gboolean context; /**< shown because of what is under it */
} SpilPlanShownRow;

/**
 * The rows that are shown, as SpilPlanShownRow: what answers @filter (NULL: all) and, as context, what that is part of. @collapsed: summaries, action lines
 * and areas of which nothing under them is shown; what is context stays open. In groups an activity stands where it, or else the
 * nearest that it is part of, says; with two owners it stands under both. Free with g_ptr_array_unref().
 */
GPtrArray *spil_plan_show (const SpilPlan *plan, const SpilPlanFilter *filter, SpilPlanGroup group,
                           GHashTable *collapsed /* set of SpilId; nullable */);

/** The row that shows the task (the first, when it is shown more than once); -1: it is not shown. */
int spil_plan_shown_find (GPtrArray *shown, int task);

/** The task itself, or the nearest that it is part of, that names an action line, area or owner; -1: none does. */
int spil_plan_find_holder (const SpilPlan *plan, int task, SpilPlanGroup group);

/** Every owner once, in alphabetical order: a NULL-terminated array. Free with g_strfreev(). */
char **spil_plan_owners (const SpilPlan *plan);

G_END_DECLS

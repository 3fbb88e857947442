// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-schedule-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A task of the plan. */
typedef struct
{
  SpilScheduleTask task; /**< summary tasks rolled up: see `summary` */
  SpilId id; /**< the same as task.id */
  int number; /**< 0: none */
  char *name;
  char *owner; /**< NULL: not stated */
  char *ground; /**< of the dates; NULL: not stated */
  SpilId action_line; /**< nil: none */
  SpilId area; /**< nil: none */
  int level; /**< 0: not part of another */
  gboolean summary; /**< has parts under it */
  gboolean own_dates; /**< start or end are its own, not of its parts */
  int progress_rule; /**< SPIL_PROGRESS_RULE_*; 0: not stated */
  SpilDay baseline_start; /**< in the chosen baseline; SPIL_DAY_NONE: not in it */
  SpilDay baseline_end;
  SpilTaskStatus status;
} SpilPlanTaskRow;

typedef struct
{
  SpilId id;
  SpilId from;
  SpilId to;
  int from_index; /**< place of the tasks in `tasks` */
  int to_index;
  int type; /**< SPIL_LINK_TYPE_* */
  int lag; /**< days */
} SpilPlanLinkRow;

typedef struct
{
  SpilId id;
  char *name;
  SpilDay date;
} SpilPlanBaselineRow;

/** The whole plan. */
typedef struct
{
  GPtrArray *tasks; /**< of SpilPlanTaskRow in tree order: a task, then its parts; siblings in their order */
  GArray *links; /**< of SpilPlanLinkRow */
  GPtrArray *baselines; /**< of SpilPlanBaselineRow, latest first */
  SpilDay first; /**< first and last day of all dated tasks; SPIL_DAY_NONE: none is dated */
  SpilDay last;
} SpilPlan;

/** The plan on @day. @baseline: shown beside the dates; nil: the latest. Free with spil_plan_free(). */
SpilPlan *spil_plan_query (SpilStore *store, SpilId baseline, SpilDay day, GError **error);
void spil_plan_free (SpilPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlan, spil_plan_free)

G_END_DECLS

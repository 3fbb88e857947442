// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-network.h"
#include "spil-progress-rule.h"
#include "spil-schedule-rule.h"
#include "spil-store.h"
#include "spil-work-calendar.h"

G_BEGIN_DECLS

/** What an activity costs, as it counts: what was stated, or else what its parts state together. */
typedef struct
{
  gboolean known; /**< something is stated */
  gboolean derived; /**< a sum of parts */
  gboolean mixed; /**< parts state amounts with and without VAT: they are not added, and `money` is zero */
  int n_unstated; /**< parts that state none, of a sum */
  SpilMoney money;
} SpilPlanCost;

/** A task of the plan. */
typedef struct
{
  SpilId id; /**< the same as task.id */
  SpilScheduleTask task; /**< summary tasks rolled up: see `summary`; progress as it counts */
  int number; /**< 0: none */
  char *
      ref; /**< how people refer to it in the plan: its number ("3"), else its place in what it is part of ("3.2") */
  char *name;
  char *owner; /**< names with commas; NULL: not stated */
  char *ground; /**< of the dates; NULL: not stated */
  char *order; /**< key among its siblings; NULL: none */
  char *origin; /**< key in another program; NULL: none */
  SpilId action_line; /**< nil: none */
  SpilId area; /**< nil: none */
  SpilId instrument; /**< that facts are counted of; nil: any */
  char *action_line_name; /**< NULL: none */
  char *area_name;
  int parent; /**< place in `tasks`; -1: not part of another */
  int level; /**< 0: not part of another */
  int first_to; /**< place in `links` of the first one that leads to it; -1: none */
  gboolean summary; /**< has parts under it */
  gboolean own_dates; /**< start or end are its own, not of its parts */
  SpilDay own_start; /**< as typed */
  SpilDay own_end;
  int working_days; /**< from start to end; 0: not known */
  int own_duration; /**< working days that somebody stated for when it is planned; 0: none */
  SpilNetworkSlack slack;
  SpilPlanCost cost;
  gboolean own_cost_known;
  SpilMoney own_cost; /**< as typed */
  double effort; /**< hours a week; -1: not stated */

  int progress_rule; /**< SPIL_PROGRESS_RULE_*; 0: not stated */
  int own_progress; /**< as typed, per cent; -1: not stated */
  gboolean progress_from_facts;
  SpilProgressFacts facts; /**< what is counted, where progress follows from facts */

  gboolean in_baseline; /**< the chosen one */
  SpilDay baseline_start; /**< SPIL_DAY_NONE: not in it, or without dates then */
  SpilDay baseline_end;
  char *baseline_name; /**< as it was called then; NULL: not kept */
  gboolean baseline_cost_known;
  SpilMoney baseline_cost;
  int baseline_progress; /**< per cent; -1: not known */
  gboolean slip_known;
  int slip; /**< calendar days later than in the baseline; negative: earlier */

  int light; /**< SPIL_LIGHT_* of the latest journal line; 0: none */
  char *headline; /**< of that line; NULL: none */
  SpilDay journal_date;
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
  int lag_unit; /**< SPIL_LAG_UNIT_*; not stated counts as working days */
  gboolean broken; /**< the dates do not meet it: see spil_network_find_broken() */
  int next_to; /**< place in `links` of the next one to the same task; -1: none */
} SpilPlanLinkRow;

typedef struct
{
  SpilId id;
  char *name;
  SpilDay date;
  SpilId report; /**< made when that report was issued; nil: not */
  char *notes; /**< NULL: none */
} SpilPlanBaselineRow;

/** An activity that stood in the chosen baseline and was deleted since. */
typedef struct
{
  SpilId id;
  char *name; /**< as it was called then; NULL: not kept */
  SpilDay start;
  SpilDay end;
} SpilPlanGoneRow;

/** The whole plan. */
typedef struct
{
  GPtrArray *tasks; /**< of SpilPlanTaskRow in tree order: a task, then its parts; siblings in their order */
  GArray *links; /**< of SpilPlanLinkRow */
  GPtrArray *baselines; /**< of SpilPlanBaselineRow, latest first */
  SpilId baseline; /**< the one that is compared with; nil: none */
  GPtrArray *gone; /**< of SpilPlanGoneRow: in that baseline, and no more */
  SpilWorkCalendar *calendar;
  SpilNetwork *network; /**< of the tasks and the links, at the same places */
  int week_days; /**< working days in an ordinary week */
  SpilVat vat; /**< of the programme: what a new amount is */
  SpilDay day; /**< that it was asked for */
  SpilDay first; /**< first and last day of all dated tasks; SPIL_DAY_NONE: none is dated */
  SpilDay last;
} SpilPlan;

/** In place of a baseline: the one of the latest report that was issued (none when there is none), and none at all. */
extern const SpilId SPIL_PLAN_SINCE_REPORT;
extern const SpilId SPIL_PLAN_NO_BASELINE;

/**
 * The plan on @day. @baseline: shown beside the dates; nil: the latest. The network is made and analysed once. A fixed number of
 * queries, whatever the size of the plan. Free with spil_plan_free().
 */
SpilPlan *spil_plan_query (SpilStore *store, SpilId baseline, SpilDay day, GError **error);
void spil_plan_free (SpilPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlan, spil_plan_free)

/** The work calendar of the programme in use: its settings and its closures. Free with spil_work_calendar_unref(). */
SpilWorkCalendar *spil_work_calendar_query (SpilStore *store, GError **error);

/** The task at that place of `tasks`; NULL when there is none. */
SpilPlanTaskRow *spil_plan_get_task (const SpilPlan *self, int task);
/** The place of the task with that id; -1: not in the plan. */
int spil_plan_find_task (const SpilPlan *self, SpilId id);
/** The first place after the task and all that is under it. */
int spil_plan_end_of (const SpilPlan *self, int task);

G_END_DECLS

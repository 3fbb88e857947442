// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-period.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** What a report tells of the planning besides the plan itself: what was said in the period, and how it stood when the last report was issued. */
typedef struct
{
  GHashTable *lines; /**< SpilId of a task -> SpilRecord: the latest journal line of the period */
  char *since_name; /**< the baseline that the report before this one made; NULL: there is none */
  SpilDay since_day;
  GHashTable *since; /**< SpilId of a task -> SpilRecord of baseline_task */
} SpilReportPlan;

/** The baseline to compare with: the latest of @plan until @day that a person set. Nil: there is none. */
SpilId spil_report_plan_find_baseline (const SpilPlan *plan, SpilDay day);

/** Reads it for a report about @period, with figures as of @day. */
SpilReportPlan *
spil_report_plan_new (SpilStore *store, const SpilPlan *plan, SpilPeriod period, SpilDay day, GError **error);
void spil_report_plan_free (SpilReportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportPlan, spil_report_plan_free)

/** The latest journal line of the period; NULL: nothing was said. */
SpilRecord *spil_report_plan_get_line (const SpilReportPlan *self, const SpilPlanTaskRow *task);
/** Days that the task ends later than when the last report was issued. FALSE, @days untouched: there is nothing to compare. */
gboolean spil_report_plan_get_slip (const SpilReportPlan *self, const SpilPlanTaskRow *task, int *days);

/** "should have been finished on 31-12-2018": what is late on @day; NULL when nothing is. Free with g_free(). */
char *spil_plan_dup_late (const SpilPlanTaskRow *task, SpilDay day);

/** Whether the task begins (or, a milestone, is), ends or has its deadline in first..last, and is still to do. @day (nullable) gets the first of these. */
gboolean spil_plan_is_coming (const SpilPlanTaskRow *task, SpilDay first, SpilDay last, SpilDay *day);

G_END_DECLS

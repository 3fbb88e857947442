// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-query.h"

G_BEGIN_DECLS

/** What became of an activity since the baseline. */
typedef enum
{
  SPIL_PLAN_SINCE_KEPT, /**< it is in both */
  SPIL_PLAN_SINCE_ADDED, /**< it is new since */
  SPIL_PLAN_SINCE_GONE, /**< it was deleted since */
} SpilPlanSince;

/** An activity in the baseline and now. */
typedef struct
{
  SpilPlanSince since;
  int task; /**< place in the plan; -1: gone */
  char *name;
  int level; /**< how deep in the plan */
  SpilDay then_start; /**< SPIL_DAY_NONE: not stated then */
  SpilDay then_end;
  SpilDay now_start;
  SpilDay now_end;
  gboolean slip_known;
  int slip; /**< calendar days later than then; negative: earlier */
  gboolean then_cost_known;
  SpilMoney then_cost;
  gboolean now_cost_known;
  SpilMoney now_cost;
  gboolean more_known; /**< both are known, and with the same VAT note */
  SpilMoney more; /**< how much more it costs now */
} SpilPlanDifference;

/** A plan beside the baseline that it was queried with. */
typedef struct
{
  GPtrArray *rows; /**< of SpilPlanDifference: what slipped most first, then what is new, then what is gone */
  int n_later;
  int n_earlier;
  int n_same;
  int n_added;
  int n_gone;
  gboolean end_known;
  SpilDay then_end; /**< of the plan as a whole */
  SpilDay now_end;
  int end_slip; /**< calendar days */
  gboolean cost_known; /**< something cost something in both, and the amounts can be compared */
  SpilMoney then_cost; /**< of what is in both, without what is part of another */
  SpilMoney now_cost;
} SpilPlanComparison;

/** Compares; nothing of @plan is kept. Free with spil_plan_comparison_free(). */
SpilPlanComparison *spil_plan_compare (const SpilPlan *plan);
void spil_plan_comparison_free (SpilPlanComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanComparison, spil_plan_comparison_free)

/** What a baseline holds. */
typedef struct
{
  SpilId id;
  char *name;
  SpilDay date;
  char *report; /**< the name of the report that it was made with; NULL: none */
  char *notes; /**< NULL: none */
  int n_tasks;
  int n_dated;
  SpilDay first; /**< of all its tasks; SPIL_DAY_NONE: none had dates */
  SpilDay last;
  gboolean cost_known; /**< something was stated, with one VAT note */
  SpilMoney cost; /**< without what was part of another */
} SpilPlanBaselineFigures;

/** Every baseline, as SpilPlanBaselineFigures, the latest first. */
GPtrArray *spil_plan_baselines_query (SpilStore *store, GError **error);

G_END_DECLS

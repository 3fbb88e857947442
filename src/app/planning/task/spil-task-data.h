// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-query.h"

G_BEGIN_DECLS

/** A baseline, and what it holds of one activity. */
typedef struct
{
  char *name;
  SpilDay date;
  gboolean of_report; /**< set when a report was issued */
  gboolean holds; /**< the activity is in it */
  SpilDay start; /**< as it was; SPIL_DAY_NONE: not stated */
  SpilDay end;
} SpilTaskBaseline;

/** What the page of an activity shows. */
typedef struct
{
  SpilRecord *record;
  SpilPlan *plan;
  const SpilPlanTaskRow *task; /**< in the plan */
  int place; /**< of it */
  char *instrument; /**< that facts are counted of; NULL: any */
  GPtrArray *
      offers; /**< of SpilOfferRow: those that its progress is counted from; NULL: from other facts, or typed */
  GPtrArray *journal; /**< of SpilRecord, newest first */
  GPtrArray *baselines; /**< of SpilTaskBaseline, newest first */
} SpilTaskData;

/** Reads it as of today. NULL without an error when the activity is gone. */
SpilTaskData *spil_task_data_load (SpilStore *store, SpilId id, GError **error);
void spil_task_data_free (SpilTaskData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTaskData, spil_task_data_free)

/** The newest baseline that a report made and that holds the activity; NULL: there is none. */
const SpilTaskBaseline *spil_task_data_get_last_report (const SpilTaskData *self);

G_END_DECLS

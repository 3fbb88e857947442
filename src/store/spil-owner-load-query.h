// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-period.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** What one owner has to do in one period. */
typedef struct
{
  int n_running; /**< activities that run in it */
  int n_no_hours; /**< of those: without a number of hours a week, or without an end */
  double hours; /**< of the others: hours a week times weeks, shared by the owners of an activity */
} SpilOwnerLoadCell;

typedef struct
{
  char *owner; /**< NULL: nobody was named */
  int n_tasks; /**< activities that run in any of the periods */
  int n_undated; /**< activities that are still to be planned */
  int n_no_hours; /**< of n_tasks: hours not stated */
  double hours; /**< in all periods together */
  SpilOwnerLoadCell *cells; /**< one for each period */
} SpilOwnerLoadRow;

/** Who has to do how much when. */
typedef struct
{
  GArray *periods; /**< of SpilPeriod */
  GPtrArray *owners; /**< of SpilOwnerLoadRow, by name; what nobody was named for comes last */
} SpilOwnerLoad;

/**
 * The load of each owner in the weeks or months (@kind) that hold @first to @last. What has parts counts by these; a milestone, and what was stopped,
 * asks no hours; what is done asks none after the day of the plan. A part without an owner of its own counts for that of what it is part of. A week is as many working days
 * as the ordinary week has, so that closures and holidays ask less. Own rule.
 */
SpilOwnerLoad *
spil_owner_load_of_plan (const SpilPlan *plan, SpilPeriodKind kind, SpilDay first, SpilDay last);
/** The same of the plan as it is on @day. */
SpilOwnerLoad *spil_owner_load_query (SpilStore *store, SpilPeriodKind kind, SpilDay first, SpilDay last,
                                      SpilDay day, GError **error);
void spil_owner_load_free (SpilOwnerLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilOwnerLoad, spil_owner_load_free)

G_END_DECLS

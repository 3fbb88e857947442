// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-norms.h"
#include "spil-period.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** What one owner has in one period. */
typedef struct
{
  GArray *tasks; /**< of int, places in the plan: what runs */
  double hours; /**< hours a week, averaged over the working days of the period, as far as stated */
  int unstated; /**< how many of them state no hours */
  gboolean high; /**< more hours than the norm */
} SpilOwnerCell;

typedef struct
{
  char *name; /**< NULL: of what no owner is stated */
  SpilOwnerCell *cells; /**< one for each period */
} SpilOwnerRow;

/** The load of the owners of a plan over some periods that follow each other. */
typedef struct
{
  SpilPeriod *periods;
  int n_periods;
  GPtrArray *owners; /**< of SpilOwnerRow by name, those without an owner last; only who has something */
  double norm; /**< hours a week; 0: none is set */
} SpilOwnerLoad;

/**
 * Counts what runs in @n_periods periods from @first on. What has parts is told by its parts, unless it states hours itself; milestones ask
 * no work, and what was stopped no more. Without an owner of its own a part is of the owner of what it is part of; several owners share the hours
 * equally. What has begun and has no end runs on; what has only an end runs in the period of that. Own rule. Free with spil_owner_load_free().
 */
SpilOwnerLoad *spil_owner_load_new (const SpilPlan *plan, SpilPeriod first, int n_periods,
                                    const SpilNorms *norms);
void spil_owner_load_free (SpilOwnerLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilOwnerLoad, spil_owner_load_free)

/** As a chart; @day is now. */
SpilChart *spil_report_chart_of_load (const SpilOwnerLoad *load, SpilDay day);

G_END_DECLS

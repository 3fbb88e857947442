// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-plan-query.h"

G_BEGIN_DECLS

/** What of the planning asks for somebody's eye today. */
typedef struct
{
  SpilPlan *plan;
  GArray *items; /**< of SpilHomePlanItem, the most pressing first */
} SpilHomePlan;

/** Why an activity is on the overview. */
typedef struct
{
  int task; /**< place in the plan */
  char *reason; /**< "should have begun on 01-07-2018" */
  gboolean pressing; /**< late, or its light is red; else it comes */
} SpilHomePlanItem;

/**
 * Reads the plan of @day and picks: what is late, what has a red light, and what begins or ends within @days_ahead and is of @owner (nullable: of
 * nobody). Free with spil_home_plan_free().
 */
SpilHomePlan *
spil_home_plan_load (SpilStore *store, SpilDay day, int days_ahead, const char *owner, GError **error);
void spil_home_plan_free (SpilHomePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilHomePlan, spil_home_plan_free)

/** A group with a row for each, which opens the activity; NULL: nothing asks for it. */
GtkWidget *spil_home_plan_group_new (const SpilHomePlan *plan);

G_END_DECLS

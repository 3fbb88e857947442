// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-plan-shown.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_FILTER_MENU (spil_plan_filter_menu_get_type ())

/**
 * A popover in which is chosen which activities are shown; its rows are made when it is first shown. Signal `changed`: a person chose; the
 * filter holds it already.
 */
G_DECLARE_FINAL_TYPE (SpilPlanFilterMenu, spil_plan_filter_menu, SPIL, PLAN_FILTER_MENU, GtkPopover)

/** The filter that is shown and changed; it stays the caller's and outlives the popover's use of it. */
void spil_plan_filter_menu_set_filter (SpilPlanFilterMenu *self, SpilPlanFilter *filter);
/** What there is to choose from; nothing of the plan is kept. */
void spil_plan_filter_menu_set_plan (SpilPlanFilterMenu *self, const SpilPlan *plan);
/** Shows what the filter asks now. */
void spil_plan_filter_menu_update (SpilPlanFilterMenu *self);

G_END_DECLS

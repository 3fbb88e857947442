// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-plan-asked.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_VIEW_MENU (spil_plan_view_menu_get_type ())

/**
 * A popover in which is chosen how the planning is shown: in what groups, compared with what, with or without the critical path and the float.
 * Signals: `changed`: a person chose, what is asked holds it already; `compared`: the same of what is compared with.
 */
G_DECLARE_FINAL_TYPE (SpilPlanViewMenu, spil_plan_view_menu, SPIL, PLAN_VIEW_MENU, GtkPopover)

/** What is shown and changed; it stays the caller's and outlives the popover's use of it. */
void spil_plan_view_menu_set_asked (SpilPlanViewMenu *self, SpilPlanAsked *asked);
/** Which baselines there are to compare with; nothing of the plan is kept. */
void spil_plan_view_menu_set_plan (SpilPlanViewMenu *self, const SpilPlan *plan);

G_END_DECLS

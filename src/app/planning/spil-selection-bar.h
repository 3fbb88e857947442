// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SELECTION_BAR (spil_selection_bar_get_type ())

/**
 * What is known of the selected activities and what can be done with them, under the chart. Its buttons activate actions `planning.*`.
 * Property `narrow`: one above the other.
 */
G_DECLARE_FINAL_TYPE (SpilSelectionBar, spil_selection_bar, SPIL, SELECTION_BAR, GtkWidget)

/** @task is of @plan, or a copy that has other dates; NULL: nothing is selected. */
void spil_selection_bar_set_task (SpilSelectionBar *self, const SpilPlan *plan, const SpilPlanTaskRow *task);
/** Several: @tasks (of int) are places in @plan. */
void spil_selection_bar_set_tasks (SpilSelectionBar *self, const SpilPlan *plan, GArray *tasks);

G_END_DECLS

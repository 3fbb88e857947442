// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SELECTION_BAR (spil_selection_bar_get_type ())

/**
 * Under the planning: the selected activity and what can be done with it, by the actions `planning.earlier`, `.later`, `.details` and `.edit` of the
 * page. Hidden while there is none. Property `narrow`.
 */
G_DECLARE_FINAL_TYPE (SpilSelectionBar, spil_selection_bar, SPIL, SELECTION_BAR, GtkWidget)

/** NULL: none. */
void spil_selection_bar_set_task (SpilSelectionBar *self, const SpilPlanTaskRow *task);

G_END_DECLS

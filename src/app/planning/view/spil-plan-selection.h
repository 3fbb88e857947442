// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Which rows of a list are selected, and which one is the current row: the one that keys begin at. Pure: draws nothing. */
typedef struct _SpilPlanSelection SpilPlanSelection;

SpilPlanSelection *spil_plan_selection_new (void);
void spil_plan_selection_free (SpilPlanSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanSelection, spil_plan_selection_free)

/** Says how many rows there are, and selects none. */
void spil_plan_selection_reset (SpilPlanSelection *self, int n_rows);

/** The current row, -1: none. */
int spil_plan_selection_get_current (const SpilPlanSelection *self);
gboolean spil_plan_selection_contains (const SpilPlanSelection *self, int row);
/** How many rows are selected. */
int spil_plan_selection_get_count (const SpilPlanSelection *self);
/** The selected rows from above to below: of int. Free with g_array_unref(). */
GArray *spil_plan_selection_list (const SpilPlanSelection *self);

/** Selects only that row (held within the rows; less than 0: none), from which is extended next. */
void spil_plan_selection_set (SpilPlanSelection *self, int row);
/** Adds a row, without making it the current one. */
void spil_plan_selection_add (SpilPlanSelection *self, int row);
/** Selects or unselects a row beside the others; it becomes the current one. */
void spil_plan_selection_toggle (SpilPlanSelection *self, int row);
/** Selects all from where the selection began to that row, which becomes the current one, and nothing else. */
void spil_plan_selection_extend (SpilPlanSelection *self, int row);
/** Selects all rows; the current one stays. */
void spil_plan_selection_all (SpilPlanSelection *self);

G_END_DECLS

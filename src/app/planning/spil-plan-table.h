// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-shown.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_TABLE (spil_plan_table_get_type ())

/**
 * The planning in words: a table, or rows of two lines where `narrow` is set. Signal `row-activated` (int): a row; the headings of groups have none.
 */
G_DECLARE_FINAL_TYPE (SpilPlanTable, spil_plan_table, SPIL, PLAN_TABLE, GtkWidget)

/** Shows @rows (SpilPlanShownRow) of @plan; both stay until the next are set. NULL: nothing. */
void spil_plan_table_set_rows (SpilPlanTable *self, const SpilPlan *plan, GPtrArray *rows);

/* Words for a task, also used elsewhere. Free with g_free(). */

/** "from 01-07-2018 until 31-12-2018", as far as it is known. */
char *spil_plan_dup_dates (const SpilPlanTaskRow *task);
/** "12 days later", "no difference"; NULL when there is nothing to compare. */
char *spil_plan_dup_slip (const SpilPlanTaskRow *task);
/** "40 %"; NULL when not known. */
char *spil_plan_dup_progress (const SpilPlanTaskRow *task);

G_END_DECLS

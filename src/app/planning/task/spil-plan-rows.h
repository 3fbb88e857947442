// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-shown.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/* Activities as rows, on the pages of what they are about. */

/** An activity: its light, its dates, how it stands; it opens its page. */
GtkWidget *spil_plan_row_new (const SpilPlanTaskRow *task);

/** The same with @subtitle and @end (nullable) of the caller's own. */
GtkWidget *spil_plan_row_new_with (const SpilPlanTaskRow *task, const char *subtitle, const char *end);

/** A row for each of the activities in @rows (SpilPlanShownRow); @nothing is said when there are none. */
void spil_plan_rows_fill (SpilRowGroup *group, const SpilPlan *plan, GPtrArray *rows, const char *nothing);

/** Entities whose changes change what is known of the plan: for pages and sections that show some of it. Ends with 0. */
extern const int spil_plan_entities[];

/** Opens the page of a task. */
void spil_plan_open_task (GtkWidget *widget, SpilId id);

G_END_DECLS

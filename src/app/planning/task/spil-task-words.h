// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-query.h"

G_BEGIN_DECLS

/* Words for activities, on their own page and on those of areas and action lines. Free with g_free(). */

/** "12 days later", "no difference": an activity compared with the dates it had; NULL when there is nothing to compare. */
char *spil_task_dup_slip (const SpilPlanTaskRow *task, SpilDay start, SpilDay end);

/** "from 01-07-2018 until 31-12-2018", as far as it is known. */
char *spil_task_dup_dates (SpilDay start, SpilDay end, gboolean milestone);

/** "Finish to start · 3 working days later": how one activity follows on another. */
char *spil_task_dup_link (const SpilPlanLinkRow *link);

/** "12 working days", "on the critical path"; NULL when it is not known, or matters no longer. */
char *spil_task_dup_float (const SpilPlanTaskRow *task);

/** How long it takes; NULL for a milestone and where it is not known. */
char *spil_task_dup_working_days (const SpilPlanTaskRow *task);

/** Where its progress comes from: "3 of 8 offers finished"; NULL when there is none. */
char *spil_task_dup_progress_source (const SpilPlanTaskRow *task);

/** "€ 12.000, excluding VAT", and whether it is a sum; NULL: not stated. */
char *spil_task_dup_cost (const SpilPlanTaskRow *task);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "figures-fixture.h"
#include "spil-plan-action.h"
#include "spil-plan-shown.h"

G_BEGIN_DECLS

/** The plan on 1 October 2018 beside the latest baseline. */
SpilPlan *read_plan (Book *book);

/** Its tree as text: "1 Aanpak/1.1 Bezoek//..." with a slash for each level deeper: "A(B C(D)) E" by names. Free with g_free(). */
char *plan_tree (const SpilPlan *plan);

/** The place of the task with that name; it has to exist. */
int at (const SpilPlan *plan, const char *name);

/** The task with that name. */
SpilPlanTaskRow *task_named (const SpilPlan *plan, const char *name);

/** Commits and frees @action, which may not be NULL, and reads the plan again in the place of @plan. */
void act (Book *book, SpilPlan **plan, SpilAction *action);

/** "1-9-2018 30-9-2018" of a task; "-" for what is not known. Free with g_free(). */
char *dates_of (const SpilPlan *plan, const char *name);

/** Fails unless the dates of the task are as in dates_of(). */
void assert_dates (const SpilPlan *plan, const char *name, const char *dates);

/** Checks that @action is NULL because of a sentence that holds @words, and clears @error. */
void assert_refused (SpilAction *action, GError **error, const char *words);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_COURSE (spil_budget_course_get_type ())

/** How the budget goes in the course of its time, in charts. */
G_DECLARE_FINAL_TYPE (SpilBudgetCourse, spil_budget_course, SPIL, BUDGET_COURSE, AdwBin)

void spil_budget_course_fill (SpilBudgetCourse *self, const SpilBudgetData *data);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The rows of a planning that are printed; for spil-plan-print.c. */
#pragma once

#include "spil-plan-print.h"

G_BEGIN_DECLS

/** What stays off the paper because of the period. */
typedef struct
{
  int outside;
  int undated;
} SpilPlanPrintRows;

/** The chart of what is printed, with all columns that paper may have room for. */
SpilChart *spil_plan_print_rows_new (const SpilPlan *plan, const SpilPlanPrint *print, SpilDay day,
                                     SpilPlanPrintRows *rows);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-comparison.h"

G_BEGIN_DECLS

/* What to say of baselines. Free the texts with g_free(). */

/** "12 days later", "3 days earlier", "no difference". */
char *spil_baseline_dup_days (int slip);

/** "1 October 2018 · 24 activities · ends on 31-12-2019 · with the report of ...". */
char *spil_baseline_dup_facts (const SpilPlanBaselineFigures *baseline);
/** How much later the plan ends now: "12 days later"; NULL when either end is not known. */
char *spil_baseline_dup_end_slip (const SpilPlanBaselineFigures *baseline, const SpilPlan *plan);

/** "01-10-2018 – 12-10-2018", "yet to be planned". */
char *spil_baseline_dup_span (SpilDay start, SpilDay end);
/** What became of an activity: "12 days later", "new", "gone", or NULL when there is nothing to compare. */
char *spil_difference_dup_slip (const SpilPlanDifference *row);
/** An amount, or NULL when it is not known. */
char *spil_baseline_dup_amount (gboolean known, SpilMoney money);
/** "€ 5.000 more"; "no difference"; NULL when it is not known. */
char *spil_baseline_dup_more (gboolean known, SpilMoney more);

G_END_DECLS

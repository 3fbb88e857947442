// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-toolkit-query.h"

G_BEGIN_DECLS

/* What to say of instruments and trial periods. Free the texts with g_free(). */

/** "4 weeks · € 350 · at least 2 uses a week, every week · extension of 4 weeks"; "" when there are no rules. */
char *spil_trial_dup_rules (const SpilTrialRules *rules);
/** What a period is called: its name, or its day. */
char *spil_cohort_dup_title (const SpilCohortRow *cohort);
/** "12 earned · 3 not earned · 5 open · 2 to decide". */
char *spil_cohort_dup_outcomes (const SpilCohortRow *cohort);
/** "2 · 3 · – · 1": the uses in the weeks of @rules, the extension included when it was given. */
char *spil_participation_dup_uses (const SpilParticipationRow *participation, const SpilTrialRules *rules);

G_END_DECLS

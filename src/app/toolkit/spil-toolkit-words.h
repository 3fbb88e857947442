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
/** To whom the period was offered: the organisation or the area; "" when neither is known. Owned by @cohort. */
const char *spil_cohort_whom (const SpilCohortRow *cohort);
/**
 * Whether a card earns its extension, and what it still needs: "earned", "2× more in 1 week". Where counting every week and on average differ,
 * both are said.
 */
char *spil_trial_dup_outcome (const SpilParticipationRow *row, const SpilTrialRules *rules);
/** The rules in a sentence, for the page of an instrument with @places a period, a new one every @every weeks; "" when there are none. */
char *spil_trial_dup_sentence (const SpilTrialRules *rules, int places, int every);

G_END_DECLS

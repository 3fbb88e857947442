// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-risk-query.h"

G_BEGIN_DECLS

/* What to say of risks. Free the texts with g_free(). */

/** "6 · high"; "no score". */
char *spil_risk_dup_score (const SpilRiskFigures *figures);
/** "chance 2 × effect 3"; NULL when it is not known. */
char *spil_risk_dup_factors (const SpilRiskFigures *figures);
/** "2 control measures, 1 late". */
char *spil_risk_dup_actions (const SpilRiskRow *risk);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-closing-query.h"
#include "spil-periods-data.h"

G_BEGIN_DECLS

/* A quarter of the budget in words. Free the texts with g_free(). */

/** How it stands: "Closed on 05-10-2018; until then € 1,00 was spent and € 2,00 committed." */
char *spil_periods_dup_state (const SpilQuarterRow *row);

/** What would better be settled before it is closed, each as a sentence; NULL: nothing. */
char *spil_periods_dup_unsettled (const SpilQuarterRow *row);

/** What became of the figures of a closed line: "Spent until then € 1,00, now € 2,00 (1 booking more)." */
char *spil_periods_dup_difference (const SpilClosingDifference *difference);

G_END_DECLS

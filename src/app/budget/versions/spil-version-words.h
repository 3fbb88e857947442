// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-data.h"

G_BEGIN_DECLS

/** "In force since 31-07-2018", "Proposal", "Withdrawn on 01-10-2018": what a version is. Free with g_free(). */
char *spil_version_dup_standing (const SpilBudgetVersionRow *version, SpilBudgetState state);

G_END_DECLS

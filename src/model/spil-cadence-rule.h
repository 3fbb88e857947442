// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-norms.h"

G_BEGIN_DECLS

/** How far contact with an employer is behind what was agreed. */
typedef struct
{
  gboolean applies; /**< a cadence is known; otherwise nothing is owed */
  gboolean never; /**< never contacted: due at once */
  SpilDay due; /**< next contact; SPIL_DAY_NONE when never contacted */
  int days; /**< overdue by so many days; negative: so many to go; 0 when never contacted */
} SpilContactDebt;

/** The cadence in days: the relation's own, else the setting of its tier (SPIL_TIER_*), else 0: none. */
int spil_cadence_days (int own, int tier, const SpilNorms *norms);

/** Contact debt = days since the last contact - cadence (data model, "Computed"). @last may be SPIL_DAY_NONE. */
SpilContactDebt spil_cadence_debt (SpilDay last, int cadence, SpilDay today);

/** TRUE when contact is owed: overdue, or never had. */
gboolean spil_contact_debt_is_owed (SpilContactDebt debt);

/** "12 days overdue", "Never contacted", "In 5 days", "" when no cadence applies. Free with g_free(). */
char *spil_contact_debt_dup_text (SpilContactDebt debt);

G_END_DECLS

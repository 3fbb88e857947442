// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-query.h"

G_BEGIN_DECLS

/* A cascade in words. All texts are free with g_free(). */

/** What a cascade (of SpilCascadeRow) comes down to. */
typedef struct
{
  int n_asked;
  int n_moved; /**< move with what was asked */
  int n_blocked; /**< should, and cannot */
  int n_past; /**< come past their deadline, the asked ones too */
} SpilCascadeCount;

SpilCascadeCount spil_cascade_count (GArray *rows);

/** "3 activities move along · 1 cannot move". With nothing asked (@mend): "3 activities move". */
char *spil_cascade_dup_title (const SpilCascadeCount *count, gboolean mend);
/** What was asked: "“Talks” ends on 31-10-2018 instead of 12-10-2018". NULL when nothing was. */
char *spil_cascade_dup_asked (const SpilPlan *plan, GArray *rows);

/** "01-10-2018 to 12-10-2018 becomes 08-10-2018 to 19-10-2018 · after “Talks”"; or why it cannot move. */
char *spil_cascade_dup_dates (const SpilPlan *plan, const SpilCascadeRow *row);
/** "5 working days later"; "5 days past the deadline"; NULL when it stays where it is. */
char *spil_cascade_dup_shift (const SpilPlan *plan, const SpilCascadeRow *row);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** What is proposed to happen next with an employer. */
typedef struct
{
  SpilDay due; /**< SPIL_DAY_NONE: nothing says when */
  int kind; /**< SPIL_CONTACT_KIND_* */
} SpilFollowUp;

/**
 * What follows a contact of @kind (SPIL_CONTACT_KIND_*; 0: whatever) on @day: contact again a cadence of so many days later, or, where no
 * cadence applies, @usual_days later; 0 or less of both: no day. Never before the day after @today, and not at the weekend: the Friday before, or
 * the Monday after where that Friday is too soon.
 */
SpilFollowUp spil_follow_up_propose (int kind, SpilDay day, int cadence, int usual_days, SpilDay today);

/** How a next action is done, as something still to do: "Call", "Visit"; NULL for what is not stated (0). */
const char *spil_follow_up_kind_label (int kind);

/** In words, what is proposed after a contact of @kind: "Call about how it went". Free with g_free(). */
char *spil_follow_up_dup_text (int kind);

/**
 * Always one next action: whether one is to be proposed when the open ones are due on @due (@n of them, SPIL_DAY_NONE where no day is
 * planned). None is needed as long as something lies ahead.
 */
gboolean spil_follow_up_is_needed (const SpilDay *due, guint n, SpilDay today);

/** Whether a contact on @day carries out what was planned for @due: that day or before. Without a day nobody knows: FALSE. */
gboolean spil_follow_up_is_done_by (SpilDay due, SpilDay day);

G_END_DECLS

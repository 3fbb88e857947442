// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

#include <glib.h>

G_BEGIN_DECLS

/** What an offer needs to come in a state. */
typedef enum
{
  SPIL_OFFER_NEEDS_START = 1 << 0,
  SPIL_OFFER_NEEDS_END = 1 << 1,
  SPIL_OFFER_NEEDS_RESULT = 1 << 2, /**< what came of it, in words */
  SPIL_OFFER_NEEDS_SECURING = 1 << 3, /**< how it goes on by itself, in words */
} SpilOfferNeed;

/**
 * What is asked for when an offer comes in @state (SPIL_OFFER_STATE_*): agreed and running a start, finished an end and a result, secured how.
 * Own rule: the plan of 2018 names the states only.
 */
guint spil_offer_needs (int state);

/**
 * The notes with @words added as a paragraph of their own: "Result (1-10-2018): ...", "Secured (...): ...". @notes may be NULL. Free with g_free().
 */
char *spil_offer_dup_notes (const char *notes, SpilOfferNeed need, SpilDay day, const char *words);

G_END_DECLS

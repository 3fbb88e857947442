// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-money.h"

G_BEGIN_DECLS

/**
 * What is open of a commitment, or of a reservation: max (0, @amount - @used), in the VAT note of @amount; @used with another note
 * takes nothing. @amount is net of reversals and releases; @used is what expenses drew down, or the commitments that name the reservation.
 */
SpilMoney spil_drawing_open (SpilMoney amount, SpilMoney used);

/** The arithmetic of a release: what is open of a commitment falls free. */
typedef struct
{
  gboolean allowed;
  SpilMoney open; /**< before the release */
  SpilMoney amount; /**< released, above zero */
  SpilMoney left; /**< open - amount: below zero is too much */
} SpilRelease;

/** A release is above zero, no more than what is @open, and has its VAT note. */
SpilRelease spil_release_judge (SpilMoney open, SpilMoney amount);

/** The release as one sentence for people, with the cure when it is refused. @name names the commitment. Free with g_free(). */
char *spil_release_dup_sentence (const SpilRelease *self, const char *name);

G_END_DECLS

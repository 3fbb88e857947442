// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a pseudonym gives away about the person. */
typedef enum
{
  SPIL_PSEUDONYM_FINE,
  SPIL_PSEUDONYM_NAME, /**< looks like a name */
  SPIL_PSEUDONYM_EMAIL,
  SPIL_PSEUDONYM_BSN, /**< nine digits that pass the eleven test of citizen service numbers */
  SPIL_PSEUDONYM_PHONE, /**< ten digits or more */
} SpilPseudonymDoubt;

/**
 * Whether @text tells who it is. A name is what has a word of three letters or more with small letters in it that is no word for a card or a
 * participant: careful on purpose, since a pseudonym such as OV-014 needs none.
 */
SpilPseudonymDoubt spil_pseudonym_check (const char *text);

/** What is wrong and what to do, in one sentence; NULL when it is fine. Owned by gettext. */
const char *spil_pseudonym_doubt_label (SpilPseudonymDoubt doubt);

/**
 * The part before the number: the first word of the instrument's name where that is an abbreviation ("OV-probeerkaart": "OV"), else its
 * first letters ("Probeeractie fiets": "PF"; "Movez": "MOV"). Never from a person. Free with g_free().
 */
char *spil_pseudonym_dup_prefix (const char *instrument);

/**
 * "OV-014": @prefix and the number that follows the highest of those in @taken (texts) with that prefix. Free with g_free().
 */
char *spil_pseudonym_dup_next (const char *prefix, GPtrArray *taken);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a note should not hold: few personal data are kept, and these never (AVG, articles 9 and 87; UAVG, articles 30 and 46). */
typedef enum
{
  SPIL_SENSITIVE_BSN =
      1 << 0, /**< what may be a citizen service number: nine digits that pass its test of eleven */
  SPIL_SENSITIVE_HEALTH = 1 << 1, /**< a word about somebody's health */
} SpilSensitive;

/**
 * What @text seems to hold, as bits of SpilSensitive. @word (nullable) gets the first word or number that says so, as it stands in the text; free with
 * g_free(). A guess: it warns and never refuses.
 */
guint spil_sensitive_find (const char *text, char **word);

/** The same as one sentence for people, with what to do; NULL when nothing was found. Free with g_free(). */
char *spil_sensitive_dup_warning (const char *text);

G_END_DECLS

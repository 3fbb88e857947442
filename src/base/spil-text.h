// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest text that a field takes, in bytes (1 MiB): a note of that size is kept, a longer one refused. */
#define SPIL_TEXT_MAX_BYTES (1024 * 1024)

/** Why a text is refused. */
typedef enum
{
  SPIL_TEXT_OK,
  SPIL_TEXT_NOT_UTF8,
  SPIL_TEXT_HAS_NUL,
  SPIL_TEXT_TOO_LONG,
} SpilTextFault;

/** Looks at @length bytes of @text (which may hold NUL bytes). */
SpilTextFault spil_text_check (const char *text, gsize length);

/**
 * Lower case, without diacritics and invisible characters, white space folded to single spaces, ends trimmed: for comparing
 * and sorting. "Łódź" becomes "lodz". Bytes that are not UTF-8 become U+FFFD. Free with g_free().
 */
char *spil_text_fold (const char *text);

/**
 * One line for people, from untrusted text: white space and line ends folded to single spaces, control characters,
 * bidirectional overrides and other invisible characters removed, at most @max_chars characters (with "…", which counts,
 * when cut; a letter keeps its marks). Bytes that are not UTF-8 become U+FFFD. Free with g_free().
 */
char *spil_text_one_line (const char *text, int max_chars);

G_END_DECLS

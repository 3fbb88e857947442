// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What a person typed as an expression for FTS5's MATCH: every word quoted, as a prefix, all of them to be found. Nothing in
 * @text is an operator. NULL when there is no word in it. Free with g_free().
 */
char *spil_search_make_match (const char *text);

/** The words of @text, folded as the index has them; at most so many as are looked for. Free with g_strfreev(). */
GStrv spil_search_split (const char *text);

/** The first word from @p on, which is valid UTF-8, and where that word ends; the end of the text when there is none. */
const char *spil_search_find_word (const char *p);
const char *spil_search_find_word_end (const char *p);

G_END_DECLS

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

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The part of @text around the first word that begins with one of @words (folded, NULL-terminated), on one line of about @most letters, as Pango markup with
 * each such word bold. NULL when there is none. Free with g_free().
 */
char *spil_excerpt (const char *text, const char *const *words, int most);

G_END_DECLS

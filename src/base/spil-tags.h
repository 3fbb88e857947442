// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Tags in one text, with commas between: "logistiek, nachtdienst". Two that differ in case or diacritics only are the same tag; the first
 * way of writing stands.
 */

/** The tags of @text (NULL: none) in the order in which they stand, trimmed, each once. Free with g_strfreev(). */
char **spil_tags_split (const char *text);

/** The text of @tags; NULL when there are none. Commas within a tag become spaces. Free with g_free(). */
char *spil_tags_join (const char *const *tags);

gboolean spil_tags_contain (const char *text, const char *tag);

/** @text with @tag (which may hold several, with commas) at the end, unless it is there. NULL when none is left. Free with g_free(). */
char *spil_tags_add (const char *text, const char *tag);
/** @text without @tag. NULL when none is left. Free with g_free(). */
char *spil_tags_remove (const char *text, const char *tag);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The names in the owner of an activity: parted by commas or semicolons, white space folded, each once (upper and lower case alike). "A, b, a" gives A
 * and b. NULL and empty texts give none. NULL-terminated; free with g_strfreev().
 */
char **spil_owner_split (const char *owner);

/** The names as they are kept: "A, b"; NULL when there are none. Free with g_free(). */
char *spil_owner_tidy (const char *owner);

/** TRUE when @name is one of the names in @owner. */
gboolean spil_owner_names (const char *owner, const char *name);

G_END_DECLS

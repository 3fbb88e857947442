// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/**
 * With whom a database is shared, for people: @folder (free with g_free()) and a line for each laptop that takes part (of char *; free with
 * g_ptr_array_unref()). Both NULL when it is not shared.
 */
gboolean spil_sharing_read (SpilStore *store, char **folder, GPtrArray **members, GError **error);

G_END_DECLS

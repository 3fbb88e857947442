// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Removes all that Spil keeps on this laptop of the database in @dir, the secrets in the keyring of the desktop too. Nobody may have the database
 * open: SPIL_STORE_ERROR_BUSY. When the keyring does not answer, SPIL_SPACE_ERROR_KEYS, and all is as it was.
 */
gboolean spil_local_data_remove (const char *dir, GError **error);

G_END_DECLS

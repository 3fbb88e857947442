// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

G_BEGIN_DECLS

/**
 * What kind of table a file holds, by its first bytes. SPIL_EXCHANGE_ERROR, with what to do, when it cannot be read or is plainly
 * something else (an old Excel file, one with a password, a PDF, a web page).
 */
gboolean spil_table_look (const char *path, SpilTableFormat *format, GError **error);

G_END_DECLS

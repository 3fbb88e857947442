// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The delimiter of the table whose beginning is @text: of semicolon, comma, tab and bar the one that cuts most rows into equally many
 * cells. A table of one column has a semicolon.
 */
char spil_csv_find_delimiter (const char *text, gsize length);

/** The delimiter that a first line such as "sep=;" states, and the @length of that line with its end; 0 without one. */
char spil_csv_stated_delimiter (const char *text, gsize *length);

G_END_DECLS

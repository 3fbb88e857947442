// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Comma-separated values after RFC 4180: UTF-8, lines end in CR LF, quotes where they are needed.
 */

/**
 * Appends a line of @n_cells cells. What a spreadsheet would take for a formula (it begins with = + - or @, a tab or a line break) gets
 * an apostrophe before it; plain negative numbers stay numbers.
 */
void spil_csv_append_line (GString *out, const char *const *cells, gsize n_cells);

G_END_DECLS

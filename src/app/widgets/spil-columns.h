// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_COLUMNS (spil_columns_get_type ())

/**
 * The content of a page in two columns beside each other, or one above the other where there is less room; it scrolls. In a template its
 * children go in the first column, those of type [end] in the second.
 */
G_DECLARE_FINAL_TYPE (SpilColumns, spil_columns, SPIL, COLUMNS, AdwBreakpointBin)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Holds the title of a header bar, and lets it take two lines where there is no room for one. (A header bar asks how narrow a title can be in the height that it
 * has: by itself, a label that can wrap would wrap always.) Its child: an AdwWindowTitle or a label.
 */
#define SPIL_TYPE_TITLE_BIN (spil_title_bin_get_type ())
G_DECLARE_FINAL_TYPE (SpilTitleBin, spil_title_bin, SPIL, TITLE_BIN, GtkBox)

G_END_DECLS

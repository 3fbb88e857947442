// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-import.h"

G_BEGIN_DECLS

/** Shows the first rows of a list in @grid, the headers in bold. */
void spil_import_preview_fill (GtkGrid *grid, const SpilImportLook *look);

G_END_DECLS

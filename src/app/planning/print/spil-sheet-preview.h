// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-chart.h"

G_BEGIN_DECLS

/** A page as it comes out of the printer, as large as there is room. */
#define SPIL_TYPE_SHEET_PREVIEW (spil_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (SpilSheetPreview, spil_sheet_preview, SPIL, SHEET_PREVIEW, GtkWidget)

/** Shows page @page (counted from 0) of @sheet, on paper of that shape. NULL: nothing. */
void
spil_sheet_preview_set_page (SpilSheetPreview *self, SpilChart *sheet, int page, double width, double height);

G_END_DECLS

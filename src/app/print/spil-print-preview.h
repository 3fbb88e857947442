// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-pdf-pages.h"

G_BEGIN_DECLS

/** Pages as they will come out of the printer, one at a time. Signal `printed`: somebody has seen them and wants them on paper. */
#define SPIL_TYPE_PRINT_PREVIEW (spil_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (SpilPrintPreview, spil_print_preview, SPIL, PRINT_PREVIEW, AdwDialog)

/** @pages (borrowed) outlive the dialog. */
SpilPrintPreview *spil_print_preview_new (const char *title, const SpilPdfPages *pages);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_COLUMNS_DIALOG (spil_columns_dialog_get_type ())

/** In which the columns of the list of employers are chosen and put in order. Signal `changed` (const char *columns), at once. */
G_DECLARE_FINAL_TYPE (SpilColumnsDialog, spil_columns_dialog, SPIL, COLUMNS_DIALOG, AdwDialog)

/** @columns: what is shown now, see spil_employer_columns_parse(). */
AdwDialog *spil_columns_dialog_new (const char *columns);

G_END_DECLS

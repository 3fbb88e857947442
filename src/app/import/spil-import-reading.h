// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-import.h"

G_BEGIN_DECLS

/** The rows that say how a file is read, for when what was found is not right. */
typedef struct
{
  AdwComboRow *header;
  AdwComboRow *sheet;
  AdwComboRow *delimiter;
  AdwComboRow *encoding;
} SpilImportReading;

/** Shows how it was read; rows that mean nothing for the format are hidden. */
void spil_import_reading_fill (const SpilImportReading *self, const SpilImportLook *look);

/** How it is to be read now. @header_row: 0 for none. */
SpilTableOptions
spil_import_reading_get (const SpilImportReading *self, const SpilImportLook *look, int64_t *header_row);

/** What a dialog for a file lets choose from (GtkFileFilter): lists, or everything. */
GListModel *spil_import_make_filters (void);

G_END_DECLS

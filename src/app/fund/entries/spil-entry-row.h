// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ENTRY_ROW (spil_entry_row_get_type ())

/**
 * One record of a list that is edited where it stands: its title on the first line, its other fields under it. What is typed is kept on Enter and when
 * the keyboard leaves; Esc takes it back.
 *
 * Signals: `edited` (SpilRecord *: as it is to be), `removed`, `moved` (int: -1 up, 1 down).
 */
G_DECLARE_FINAL_TYPE (SpilEntryRow, spil_entry_row, SPIL, ENTRY_ROW, GtkListBoxRow)

/** @fields (static, ends with 0): the title first. @ordered: it can be moved. */
GtkWidget *spil_entry_row_new (SpilRecord *record, const int *fields, gboolean ordered);

SpilRecord *spil_entry_row_get_record (SpilEntryRow *self);
/** Shows @record; what is being typed stays. */
void spil_entry_row_set_record (SpilEntryRow *self, SpilRecord *record);

G_END_DECLS

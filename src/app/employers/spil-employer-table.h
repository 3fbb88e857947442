// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_TABLE (spil_employer_table_get_type ())

/**
 * The list of employers: a table in a wide window, rows of two lines in a narrow one. Only one of the two is made at a time.
 *
 * Signals: `opened` (const SpilEmployerRow *): a row was activated; `sort-chosen` (SpilEmployerSort, gboolean descending): a person
 * chose another order in the heading.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerTable, spil_employer_table, SPIL, EMPLOYER_TABLE, AdwBin)

/** @model is of SpilEmployerItems or slots with them. */
void spil_employer_table_set_model (SpilEmployerTable *self, GListModel *model);
void spil_employer_table_set_narrow (SpilEmployerTable *self, gboolean narrow);
/** Shows in the heading how the rows are sorted. */
void spil_employer_table_set_sort (SpilEmployerTable *self, SpilEmployerSort sort, gboolean descending);
/** Moves the keyboard into the first row. FALSE when there is none. */
gboolean spil_employer_table_focus_first (SpilEmployerTable *self);
void spil_employer_table_scroll_to_top (SpilEmployerTable *self);

G_END_DECLS

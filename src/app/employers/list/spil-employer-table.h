// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-query.h"
#include "spil-id-selection.h"
#include "spil-list-table.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_TABLE (spil_employer_table_get_type ())

/**
 * The list of employers.
 *
 * Signals: `opened` (const SpilEmployerRow *): a row was activated; `sort-chosen` (SpilEmployerSort, gboolean descending): a person
 * chose another order in the heading; `columns-changed`: a person moved, hid or resized a column; `choose-columns`: a person asked in
 * the heading for the columns.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerTable, spil_employer_table, SPIL, EMPLOYER_TABLE, SpilListTable)

/** @selection is of a list of SpilEmployerItems or slots with them. */
void spil_employer_table_set_selection (SpilEmployerTable *self, SpilIdSelection *selection);
/** A plain click selects instead of opening. */
void spil_employer_table_set_selecting (SpilEmployerTable *self, gboolean selecting);
/** Shows in the heading how the rows are sorted. */
void spil_employer_table_set_sort (SpilEmployerTable *self, SpilEmployerSort sort, gboolean descending);
/** The columns that are shown: see spil_employer_columns_parse(). Free with g_free(). */
void spil_employer_table_set_columns (SpilEmployerTable *self, const char *columns);
char *spil_employer_table_dup_columns (SpilEmployerTable *self, gboolean with_widths);

G_END_DECLS

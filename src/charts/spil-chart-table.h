// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The data of a chart as formatted text: for screen readers, for reports and for those who want the figures. */
typedef struct _SpilChartTable SpilChartTable;

SpilChartTable *spil_chart_table_new (void);
void spil_chart_table_free (SpilChartTable *self);

/** Adds a column; all of them before the first row. @numeric columns are set flush right. */
void spil_chart_table_add_column (SpilChartTable *self, const char *title, gboolean numeric);

/** Begins a row; its cells follow with spil_chart_table_take(). Cells that do not follow stay empty. */
void spil_chart_table_add_row (SpilChartTable *self);
/** Sets the next cell of the last row; takes @text, NULL leaves the cell empty. */
void spil_chart_table_take (SpilChartTable *self, char *text);
/** The same for a text that is copied. */
void spil_chart_table_put (SpilChartTable *self, const char *text);

int spil_chart_table_get_n_columns (const SpilChartTable *self);
int spil_chart_table_get_n_rows (const SpilChartTable *self);
const char *spil_chart_table_get_title (const SpilChartTable *self, int column);
gboolean spil_chart_table_is_numeric (const SpilChartTable *self, int column);
/** Returns the text of a cell, "" where it is empty; owned by the table. */
const char *spil_chart_table_get_text (const SpilChartTable *self, int row, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartTable, spil_chart_table_free)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** Amounts as they are copied from a spreadsheet: rows under each other, cells side by side. */
typedef struct
{
  int n_rows;
  int n_columns; /**< of the widest row */
  int64_t *cents; /**< row by row */
  gboolean *stated; /**< likewise; FALSE: the row ends before this cell */
} SpilForecastBlock;

/** Whether @text is more than one cell: it has a tab, or more than one line. */
gboolean spil_forecast_text_is_block (const char *text);

/** One amount as a person types it; an empty cell, a dash and "PM" are zero. FALSE: it is no amount of zero or more. */
gboolean spil_forecast_parse_amount (const char *text, int64_t *cents);

/** Reads @text; NULL with @wrong (nullable, free with g_free()) set to the first cell that is no amount. */
SpilForecastBlock *spil_forecast_block_parse (const char *text, char **wrong);
void spil_forecast_block_free (SpilForecastBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilForecastBlock, spil_forecast_block_free)

G_END_DECLS

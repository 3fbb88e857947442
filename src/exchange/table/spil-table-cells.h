// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-money.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/** The cells of one row, for spil_table_writer_add(), with the texts that they need. */
typedef struct
{
  guint n;
  SpilCell *cells;
  GPtrArray *texts;
} SpilTableCells;

/** A row of @n empty cells. */
void spil_table_cells_init (SpilTableCells *self, guint n);
void spil_table_cells_clear (SpilTableCells *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilTableCells, spil_table_cells_clear)
/** Makes all cells empty again. */
void spil_table_cells_reset (SpilTableCells *self);

/* Each fills a cell; what is not known leaves it empty. */
/** Copies @text (NULL: not known). */
void spil_table_cells_text (SpilTableCells *self, guint column, const char *text);
void spil_table_cells_number (SpilTableCells *self, guint column, int64_t number);
void spil_table_cells_money (SpilTableCells *self, guint column, SpilMoney amount);
void spil_table_cells_day (SpilTableCells *self, guint column, SpilDay day);
/** @part of @whole as a share; empty when @whole is zero. */
void spil_table_cells_share (SpilTableCells *self, guint column, int64_t part, int64_t whole);
/** "x" when @set, else empty: columns of yes and no are read at a glance. */
void spil_table_cells_mark (SpilTableCells *self, guint column, gboolean set);

G_END_DECLS

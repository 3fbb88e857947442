// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-cells.h"

#include "spil-number.h"

void
spil_table_cells_init (SpilTableCells *self, guint n)
{
  self->n = n;
  self->cells = g_new0 (SpilCell, n);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  spil_table_cells_reset (self);
}

void
spil_table_cells_clear (SpilTableCells *self)
{
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

void
spil_table_cells_reset (SpilTableCells *self)
{
  for (guint i = 0; i < self->n; i++)
    self->cells[i] = (SpilCell) { SPIL_CELL_EMPTY, "" };
  g_ptr_array_set_size (self->texts, 0);
}

/* Takes @text. */
static void
put (SpilTableCells *self, guint column, SpilCellKind kind, char *text)
{
  g_return_if_fail (column < self->n);
  g_ptr_array_add (self->texts, text);
  self->cells[column] = (SpilCell) { kind, text };
}

void
spil_table_cells_text (SpilTableCells *self, guint column, const char *text)
{
  if (text != NULL && text[0] != '\0')
    put (self, column, SPIL_CELL_TEXT, g_strdup (text));
}

void
spil_table_cells_number (SpilTableCells *self, guint column, int64_t number)
{
  put (self, column, SPIL_CELL_NUMBER, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

void
spil_table_cells_money (SpilTableCells *self, guint column, SpilMoney amount)
{
  put (self, column, SPIL_CELL_NUMBER, spil_money_to_decimal (amount.cents));
}

void
spil_table_cells_day (SpilTableCells *self, guint column, SpilDay day)
{
  if (spil_day_is_known (day))
    put (self, column, SPIL_CELL_DATE, spil_day_to_iso (day));
}

void
spil_table_cells_share (SpilTableCells *self, guint column, int64_t part, int64_t whole)
{
  if (whole != 0)
    put (self, column, SPIL_CELL_NUMBER,
         spil_decimal_to_text (spil_decimal_from_double ((double) part / (double) whole)));
}

void
spil_table_cells_mark (SpilTableCells *self, guint column, gboolean set)
{
  if (set)
    put (self, column, SPIL_CELL_TEXT, g_strdup ("x"));
}

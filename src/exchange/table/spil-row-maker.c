// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-maker.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "spil-exchange-error.h"
#include "spil-text.h"

struct _SpilRowMaker
{
  GString *text; /* of all cells, each ended by NUL */
  GArray *starts; /* gsize: where each cell begins in `text` */
  GArray *cells; /* SpilCell; their texts are known when the row is complete */
  SpilTableRow row;
};

SpilRowMaker *
spil_row_maker_new (void)
{
  SpilRowMaker *self = g_new0 (SpilRowMaker, 1);

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_array_new (FALSE, FALSE, sizeof (SpilCell));
  return self;
}

void
spil_row_maker_free (SpilRowMaker *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->cells);
  g_free (self);
}

void
spil_row_maker_begin (SpilRowMaker *self, int64_t number)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->cells, 0);
  self->row.number = number;
}

void
spil_row_maker_repeat (SpilRowMaker *self, int64_t number)
{
  self->row.number = number;
}

static gboolean
refuse_long_cell (SpilRowMaker *self, GError **error)
{
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
               _ ("Row %" PRId64
                  ", column %u holds more than a million characters in one cell; make that cell "
                  "shorter, or save the table again."),
               self->row.number, self->cells->len + 1);
  return FALSE;
}

static gboolean
refuse_long_row (SpilRowMaker *self, GError **error)
{
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
               _ ("Row %" PRId64
                  " is too long for a table: more than %d columns or 8 megabytes; remove what does "
                  "not belong there."),
               self->row.number, SPIL_ROW_MAX_CELLS);
  return FALSE;
}

gboolean
spil_row_maker_add (SpilRowMaker *self, SpilCellKind kind, const char *text, gsize length, GError **error)
{
  const gsize start = self->text->len;
  SpilCell cell = { kind, NULL };

  if (length > SPIL_TEXT_MAX_BYTES)
    return refuse_long_cell (self, error);
  if (self->cells->len >= SPIL_ROW_MAX_CELLS || start + length > SPIL_ROW_MAX_BYTES)
    return refuse_long_row (self, error);
  while (length > 0) {
    const char *nul = memchr (text, '\0', length);
    const gsize part = nul != NULL ? (gsize) (nul - text) : length;

    g_string_append_len (self->text, text, (gssize) part);
    text += part + (nul != NULL ? 1 : 0);
    length -= part + (nul != NULL ? 1 : 0);
  }
  if (self->text->len == start)
    cell.kind = SPIL_CELL_EMPTY;
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->starts, start);
  g_array_append_val (self->cells, cell);
  return TRUE;
}

gboolean
spil_row_maker_skip_to (SpilRowMaker *self, guint column, GError **error)
{
  while (self->cells->len < column)
    if (!spil_row_maker_add (self, SPIL_CELL_EMPTY, "", 0, error))
      return FALSE;
  return TRUE;
}

guint
spil_row_maker_count (const SpilRowMaker *self)
{
  return self->cells->len;
}

const SpilTableRow *
spil_row_maker_finish (SpilRowMaker *self)
{
  SpilCell *cells = (SpilCell *) self->cells->data;
  guint n = self->cells->len;

  for (guint i = 0; i < n; i++)
    cells[i].text = self->text->str + g_array_index (self->starts, gsize, i);
  while (n > 0 && cells[n - 1].kind == SPIL_CELL_EMPTY)
    n--;
  self->row.cells = cells;
  self->row.n_cells = n;
  return &self->row;
}

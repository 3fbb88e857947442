// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forecast-block.h"

#include <string.h>

#include "spil-money.h"

gboolean
spil_forecast_text_is_block (const char *text)
{
  const char *line = strchr (text, '\n');

  return strchr (text, '\t') != NULL || (line != NULL && line[1] != '\0');
}

gboolean
spil_forecast_parse_amount (const char *text, int64_t *cents)
{
  g_autofree char *cell = g_strstrip (g_strdup (text));

  if (cell[0] == '\0' || g_str_equal (cell, "-") || g_ascii_strcasecmp (cell, "pm") == 0) {
    *cents = 0;
    return TRUE;
  }
  return spil_money_parse (cell, cents) && *cents >= 0;
}

// The lines of the text, without the empty one after the last newline.
static GStrv
split_lines (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  gsize length = strlen (plain);

  while (length > 0 && (plain[length - 1] == '\n' || plain[length - 1] == '\r'))
    plain[--length] = '\0';
  return g_strsplit (plain, "\n", -1);
}

// An empty line is one empty cell.
static GStrv
split_cells (const char *line)
{
  const char *empty[] = { "", NULL };

  return line[0] == '\0' ? g_strdupv ((GStrv) empty) : g_strsplit (line, "\t", -1);
}

static gboolean
read_row (SpilForecastBlock *self, int row, GStrv cells, char **wrong)
{
  for (int i = 0; cells[i] != NULL; i++) {
    int at = row * self->n_columns + i;

    if (!spil_forecast_parse_amount (cells[i], &self->cents[at])) {
      if (wrong != NULL)
        *wrong = g_strstrip (g_strdup (cells[i]));
      return FALSE;
    }
    self->stated[at] = TRUE;
  }
  return TRUE;
}

SpilForecastBlock *
spil_forecast_block_parse (const char *text, char **wrong)
{
  g_autoptr (SpilForecastBlock) self = g_new0 (SpilForecastBlock, 1);
  g_auto (GStrv) lines = split_lines (text);

  self->n_rows = (int) g_strv_length (lines);
  for (int i = 0; i < self->n_rows; i++) {
    g_auto (GStrv) cells = split_cells (lines[i]);

    self->n_columns = MAX (self->n_columns, (int) g_strv_length (cells));
  }
  self->cents = g_new0 (int64_t, self->n_rows * self->n_columns);
  self->stated = g_new0 (gboolean, self->n_rows * self->n_columns);
  for (int i = 0; i < self->n_rows; i++) {
    g_auto (GStrv) cells = split_cells (lines[i]);

    if (!read_row (self, i, cells, wrong))
      return NULL;
  }
  return g_steal_pointer (&self);
}

void
spil_forecast_block_free (SpilForecastBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->cents);
  g_free (self->stated);
  g_free (self);
}

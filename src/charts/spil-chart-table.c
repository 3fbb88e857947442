// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-table.h"

typedef struct
{
  char *title;
  gboolean numeric;
} Column;

struct _SpilChartTable
{
  GArray *columns;
  GPtrArray *cells; /* row after row, each a char * or NULL */
  int next; /* column of the next cell in the last row */
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

SpilChartTable *
spil_chart_table_new (void)
{
  SpilChartTable *self = g_new0 (SpilChartTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
spil_chart_table_free (SpilChartTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
spil_chart_table_add_column (SpilChartTable *self, const char *title, gboolean numeric)
{
  Column column = { g_strdup (title), numeric };

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cells->len == 0);

  g_array_append_val (self->columns, column);
}

void
spil_chart_table_add_row (SpilChartTable *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->columns->len > 0);

  g_ptr_array_set_size (self->cells, (int) (self->cells->len + self->columns->len));
  self->next = 0;
}

void
spil_chart_table_take (SpilChartTable *self, char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cells->len > 0);
  g_return_if_fail (self->next < (int) self->columns->len);

  self->cells->pdata[self->cells->len - self->columns->len + (guint) self->next] = text;
  self->next++;
}

void
spil_chart_table_put (SpilChartTable *self, const char *text)
{
  spil_chart_table_take (self, g_strdup (text));
}

int
spil_chart_table_get_n_columns (const SpilChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->columns->len;
}

int
spil_chart_table_get_n_rows (const SpilChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len == 0 ? 0 : (int) (self->cells->len / self->columns->len);
}

static const Column *
get_column (const SpilChartTable *self, int column)
{
  return &g_array_index (self->columns, Column, column);
}

const char *
spil_chart_table_get_title (const SpilChartTable *self, int column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column >= 0 && column < (int) self->columns->len, NULL);

  return get_column (self, column)->title;
}

gboolean
spil_chart_table_is_numeric (const SpilChartTable *self, int column)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column >= 0 && column < (int) self->columns->len, FALSE);

  return get_column (self, column)->numeric;
}

const char *
spil_chart_table_get_text (const SpilChartTable *self, int row, int column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row >= 0 && row < spil_chart_table_get_n_rows (self), NULL);
  g_return_val_if_fail (column >= 0 && column < (int) self->columns->len, NULL);

  text = g_ptr_array_index (self->cells, (guint) row * self->columns->len + (guint) column);
  return text != NULL ? text : "";
}

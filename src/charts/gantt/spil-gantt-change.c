// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What changes of rows while somebody works in the chart: without copying their texts. */
#include "spil-gantt-private.h"

static SpilGanttRow *
get_row (SpilGantt *self, int row)
{
  return &g_array_index (self->rows, SpilGanttRow, row);
}

void
spil_gantt_set_dates (SpilGantt *self, int row, SpilDay start, SpilDay finish)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row >= 0 && row < (int) self->rows->len);

  get_row (self, row)->start = start;
  get_row (self, row)->finish = finish;
  self->extent_known = FALSE;
}

void
spil_gantt_set_ghost (SpilGantt *self, int row, SpilDay start, SpilDay finish)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row >= 0 && row < (int) self->rows->len);

  get_row (self, row)->ghost_start = start;
  get_row (self, row)->ghost_finish = finish;
}

void
spil_gantt_set_selected (SpilGantt *self, int row, gboolean selected)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row >= 0 && row < (int) self->rows->len);

  get_row (self, row)->selected = selected;
}

const char *
spil_gantt_get_column_title (const SpilGantt *self, int column)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (column < 0 || column >= (int) self->columns->len)
    return NULL;
  return g_array_index (self->columns, SpilGanttColumn, column).title;
}

gboolean
spil_gantt_get_link (const SpilGantt *self, int index, int *from, int *to)
{
  const SpilGanttLink *link;

  g_return_val_if_fail (self != NULL, FALSE);

  if (index < 0 || index >= (int) self->links->len)
    return FALSE;
  link = &g_array_index (self->links, SpilGanttLink, index);
  *from = link->from;
  *to = link->to;
  return TRUE;
}

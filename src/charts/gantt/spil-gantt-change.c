// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What changes of rows while somebody works in the chart: without copying their texts. */
#include "spil-gantt-private.h"

/* Whether the first or last day of all may come from that day. */
static gboolean
bounds (const SpilGantt *self, SpilDay day)
{
  return spil_day_is_known (day) &&
         (spil_day_compare (day, self->extent_first) <= 0 || spil_day_compare (day, self->extent_last) >= 0);
}

gboolean
spil_gantt_row_bounds (const SpilGantt *self, const SpilGanttRow *row)
{
  return bounds (self, row->start) || bounds (self, row->finish) || bounds (self, row->deadline) ||
         bounds (self, row->baseline_start) || bounds (self, row->baseline_finish);
}

/* The row, whose dates are about to change. */
static SpilGanttRow *
begin_change (SpilGantt *self, int index)
{
  SpilGanttRow *row = &g_array_index (self->rows, SpilGanttRow, index);

  self->extent_known = self->extent_known && !spil_gantt_row_bounds (self, row);
  g_clear_pointer (&g_ptr_array_index (self->descriptions, index), g_free);
  return row;
}

void
spil_gantt_set_dates (SpilGantt *self, int index, SpilDay start, SpilDay finish)
{
  SpilGanttRow *row;

  g_return_if_fail (self != NULL);
  g_return_if_fail (index >= 0 && index < (int) self->rows->len);

  row = begin_change (self, index);
  row->start = start;
  row->finish = finish;
  self->extent_known = self->extent_known && !spil_gantt_row_bounds (self, row);
}

void
spil_gantt_set_ghost (SpilGantt *self, int index, SpilDay start, SpilDay finish)
{
  SpilGanttRow *row;

  g_return_if_fail (self != NULL);
  g_return_if_fail (index >= 0 && index < (int) self->rows->len);

  row = &g_array_index (self->rows, SpilGanttRow, index);
  row->ghost_start = start;
  row->ghost_finish = finish;
}

void
spil_gantt_set_selected (SpilGantt *self, int index, gboolean selected)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (index >= 0 && index < (int) self->rows->len);

  g_array_index (self->rows, SpilGanttRow, index).selected = selected;
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

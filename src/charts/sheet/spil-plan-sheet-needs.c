// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What a planning asks for on any paper. Texts that are not hinted grow with their size: they are measured at one size. */
#include <string.h>

#include "spil-chart-axis.h"
#include "spil-gantt-private.h"
#include "spil-plan-sheet-private.h"

/* So many of the longest texts are laid out to find the widest. */
#define MEASURED 60
/* A planning longer than this shows whole quarters. */
#define LONG_PERIOD 500

// The text of a column after the names; "" when there is none.
static const char *
cell_of (const SpilGanttRow *row, int column)
{
  for (int i = 0; row->cells != NULL && i < column && row->cells[i] != NULL; i++)
    if (i == column - 1)
      return row->cells[i];
  return "";
}

static double
indent_em (const SpilGanttRow *row)
{
  return 1.2 + 1.1 * row->indent;
}

/* The longest in characters are not always the widest, but the widest is among the longest. */
static double
widest_name (const SpilGantt *gantt, const SpilChartPainter *painter)
{
  double em = spil_chart_painter_em (painter);
  double widest = 6;
  gsize longest = 0;
  int measured = 0;

  for (int i = 0; i < spil_gantt_get_row_count (gantt); i++)
    longest = MAX (longest, strlen (spil_gantt_row (gantt, i)->label));
  for (int i = 0; i < spil_gantt_get_row_count (gantt) && measured < MEASURED; i++) {
    const SpilGanttRow *row = spil_gantt_row (gantt, i);

    if (strlen (row->label) < longest * 0.7)
      continue;
    widest = MAX (widest, spil_chart_painter_text_width (painter, row->label, SPIL_CHART_TEXT_STRONG) / em +
                              indent_em (row));
    measured++;
  }
  return widest;
}

/* A column is as wide as its title and its texts, within reason. */
static double
widest_cell (const SpilGantt *gantt, const SpilChartPainter *painter, int column)
{
  const SpilGanttColumn *of = &g_array_index (gantt->columns, SpilGanttColumn, column);
  double em = spil_chart_painter_em (painter);
  double widest = spil_chart_painter_text_width (painter, of->title, SPIL_CHART_TEXT_SMALL_STRONG);
  gsize longest = 0;

  for (int i = 0; i < spil_gantt_get_row_count (gantt); i++) {
    const char *cell = cell_of (spil_gantt_row (gantt, i), column);

    /* Only what is longer than all before it can be wider, or nearly so. */
    if (strlen (cell) <= longest)
      continue;
    longest = strlen (cell);
    widest = MAX (widest, spil_chart_painter_text_width (painter, cell, SPIL_CHART_TEXT_SMALL));
  }
  return MIN (widest / em * 1.04, 13) + 1.2;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median of the bars with two ends: as long as this are the bars that one looks at. */
static double
middling_bar (const SpilGantt *gantt)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < spil_gantt_get_row_count (gantt); i++) {
    const SpilGanttRow *row = spil_gantt_row (gantt, i);

    if (!row->summary && spil_gantt_row_shape (row) == SPIL_GANTT_BOTH) {
      int length = MAX (1, spil_day_between (row->start, row->finish) + 1);

      g_array_append_val (days, length);
    }
  }
  g_array_sort (days, compare_days);
  return days->len > 0 ? g_array_index (days, int, days->len / 2) : 30;
}

/* Whole months, or quarters of a long planning; today when nothing has a date. */
static void
find_period (SpilPlanSheet *self, const SpilGantt *gantt)
{
  SpilPlanSheetNeeds *needs = &self->needs;
  SpilPeriodKind kind = SPIL_PERIOD_MONTH;
  SpilDay first, last;

  spil_gantt_get_extent (gantt, &first, &last);
  if (!spil_day_is_known (first))
    first = spil_day_is_known (gantt->today) ? gantt->today : spil_day_today ();
  if (!spil_day_is_known (last))
    last = first;
  if (spil_day_is_known (self->setup.first))
    first = spil_chart_hold_day (self->setup.first);
  if (spil_day_is_known (self->setup.last))
    last = spil_chart_hold_day (self->setup.last);
  if (spil_day_compare (last, first) < 0)
    last = first;
  if (spil_day_between (first, last) > LONG_PERIOD)
    kind = SPIL_PERIOD_QUARTER;
  needs->first = spil_day_is_known (self->setup.first) ? first : spil_period_of (kind, first).first;
  needs->last = spil_day_is_known (self->setup.last) ? last : spil_period_of (kind, last).last;
}

void
spil_plan_sheet_find_needs (SpilPlanSheet *self)
{
  const SpilGantt *gantt = spil_gantt_from_chart (self->body);
  SpilPlanSheetNeeds *needs = &self->needs;
  SpilChartPainter painter = spil_plan_sheet_painter (self, NULL);
  double em = spil_chart_painter_em (&painter);
  SpilGanttLayout layout = spil_gantt_lay_out (self->body, 500, 500, &self->style);

  needs->n_rows = spil_gantt_get_row_count (gantt);
  for (int i = 0; i < needs->n_rows; i++)
    needs->n_main += spil_gantt_row (gantt, i)->summary || spil_gantt_row (gantt, i)->indent == 0;
  needs->name = widest_name (gantt, &painter);
  needs->line = spil_chart_painter_line (&painter, SPIL_CHART_TEXT_SMALL) / em;
  needs->header = layout.header_height / em;
  needs->bar = middling_bar (gantt);
  needs->n_columns = MAX (1, (int) gantt->columns->len);
  for (int i = 1; i < needs->n_columns; i++)
    needs->columns[i] = widest_cell (gantt, &painter, i);
  find_period (self, gantt);
}

gboolean
spil_plan_sheet_in_columns (const SpilGanttRow *row, int columns)
{
  for (int i = 1; i < columns && row->owner != NULL; i++)
    if (g_str_equal (cell_of (row, i), row->owner))
      return TRUE;
  return FALSE;
}

void
spil_plan_sheet_set_columns (SpilPlanSheet *self)
{
  SpilGantt *gantt = spil_gantt_from_chart (self->body);

  for (int i = 0; i < (int) gantt->columns->len; i++)
    g_array_index (gantt->columns, SpilGanttColumn, i).width = i == 0 ? self->layout.name_width /
                                                                            self->layout.font
                                                                      : self->needs.columns[i];
  for (int i = 0; i < self->needs.n_rows; i++)
    if (spil_plan_sheet_in_columns (spil_gantt_row (gantt, i), self->layout.columns))
      g_clear_pointer ((char **) &g_array_index (gantt->rows, SpilGanttRow, i).owner, g_free);
}

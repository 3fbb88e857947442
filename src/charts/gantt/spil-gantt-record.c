// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The whole Gantt chart in words: a summary, and the table of all that is drawn. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-gantt-private.h"

typedef struct
{
  int activities;
  int unplanned;
  int open;
  int milestones;
  int critical;
  int late;
} Counts;

static Counts
count_rows (const SpilGantt *self)
{
  Counts counts = { 0 };

  for (guint i = 0; i < self->rows->len; i++) {
    const SpilGanttRow *row = spil_gantt_row (self, (int) i);
    SpilGanttShape shape = spil_gantt_row_shape (row);

    if (row->heading)
      continue;
    counts.activities++;
    counts.unplanned += shape == SPIL_GANTT_NO_DATES;
    counts.open += shape == SPIL_GANTT_ONLY_START || shape == SPIL_GANTT_ONLY_FINISH;
    counts.milestones += shape == SPIL_GANTT_MOMENT;
    counts.critical += row->critical ? 1 : 0;
    counts.late += spil_gantt_row_is_late (row) ? 1 : 0;
  }
  return counts;
}

static void
append_count (GString *text, int count, const char *format)
{
  if (count > 0)
    g_string_append_printf (text, format, count);
}

char *
spil_gantt_summary (gconstpointer data)
{
  const SpilGantt *self = data;
  Counts counts = count_rows (self);
  GString *text;
  SpilDay first, last;

  if (self->rows->len == 0)
    return g_strdup (_ ("Planning without activities."));
  text = g_string_new (NULL);
  append_count (text, counts.activities,
                g_dngettext (GETTEXT_PACKAGE, "Planning of %d activity", "Planning of %d activities",
                             (gulong) counts.activities));
  spil_gantt_get_extent (self, &first, &last);
  if (spil_day_is_known (first)) {
    g_autofree char *from = spil_day_format_long (first);
    g_autofree char *until = spil_day_format_long (last);

    g_string_append_printf (text, _ (", from %s until %s"), from, until);
  }
  append_count (text, counts.milestones,
                g_dngettext (GETTEXT_PACKAGE, "; %d milestone", "; %d milestones", counts.milestones));
  append_count (text, counts.open,
                g_dngettext (GETTEXT_PACKAGE, "; %d with one date not stated",
                             "; %d with one date not stated", counts.open));
  append_count (
      text, counts.unplanned,
      g_dngettext (GETTEXT_PACKAGE, "; %d yet to be planned", "; %d yet to be planned", counts.unplanned));
  append_count (text, counts.critical,
                g_dngettext (GETTEXT_PACKAGE, "; %d on the critical path", "; %d on the critical path",
                             counts.critical));
  append_count (
      text, counts.late,
      g_dngettext (GETTEXT_PACKAGE, "; %d past its deadline", "; %d past their deadline", counts.late));
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static const char *
kind_text (SpilGanttLinkKind kind)
{
  switch (kind) {
  case SPIL_GANTT_START_START:
    return _ ("start to start");
  case SPIL_GANTT_FINISH_FINISH:
    return _ ("finish to finish");
  case SPIL_GANTT_START_FINISH:
    return _ ("start to finish");
  case SPIL_GANTT_FINISH_START:
  default:
    return NULL;
  }
}

static void
free_text (gpointer data)
{
  if (data != NULL)
    g_string_free (data, TRUE);
}

/* For each row the names of the rows it follows, as GString; NULL: none. */
static GPtrArray *
collect_predecessors (const SpilGantt *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (free_text);

  g_ptr_array_set_size (texts, (int) self->rows->len);
  for (guint i = 0; i < self->links->len; i++) {
    const SpilGanttLink *link = &g_array_index (self->links, SpilGanttLink, i);
    const char *kind = kind_text (link->kind);
    GString *text = texts->pdata[link->to];

    if (text == NULL)
      text = texts->pdata[link->to] = g_string_new (NULL);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                            spil_gantt_row (self, link->from)->label);
    if (kind != NULL)
      g_string_append_printf (text, " (%s)", kind);
    if (link->broken)
      g_string_append_printf (text, " (%s)", C_ ("chart", "not met"));
  }
  return texts;
}

/* What is known of every row, whatever columns are drawn. */
typedef struct
{
  const char *title;
  gboolean numeric;
} Column;

static const Column columns[] = {
  { NC_ ("chart", "Activity"), FALSE },
  { NC_ ("chart", "Start"), FALSE },
  { NC_ ("chart", "End"), FALSE },
  { NC_ ("chart", "Progress"), TRUE },
  { NC_ ("chart", "Owner"), FALSE },
  { NC_ ("chart", "Deadline"), FALSE },
  { NC_ ("chart", "Baseline start"), FALSE },
  { NC_ ("chart", "Baseline end"), FALSE },
  { NC_ ("chart", "Follows"), FALSE },
  { NC_ ("chart", "State"), FALSE },
  { NC_ ("chart", "Float until"), FALSE },
  { NC_ ("chart", "Not before"), FALSE },
  { NC_ ("chart", "Slip"), FALSE },
};

/* Whether a column that is drawn says something that the others do not. */
static gboolean
is_told (const SpilGanttColumn *drawn)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (g_dpgettext2 (GETTEXT_PACKAGE, "chart", columns[i].title), drawn->title) == 0)
      return TRUE;
  return FALSE;
}

static void
add_drawn_cells (SpilChartTable *table, const SpilGantt *self, const SpilGanttRow *row)
{
  gboolean ended = row->cells == NULL;

  for (guint i = 1; i < self->columns->len; i++) {
    ended = ended || row->cells[i - 1] == NULL;
    if (!is_told (&g_array_index (self->columns, SpilGanttColumn, i)))
      spil_chart_table_put (table, ended ? NULL : row->cells[i - 1]);
  }
}

/* An end that is not known is said to be so; what never has dates says nothing. */
static char *
day_text (const SpilGanttRow *row, SpilDay day)
{
  if (spil_day_is_known (day))
    return spil_day_format (day);
  return row->heading ? NULL : g_strdup (C_ ("chart", "not stated"));
}

static void
add_table_row (SpilChartTable *table, const SpilGantt *self, const SpilGanttRow *row,
               const GString *predecessors)
{
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, row->label);
  spil_chart_table_take (table, day_text (row, row->start));
  spil_chart_table_take (table, day_text (row, row->finish));
  spil_chart_table_take (table, row->progress >= 0 ? spil_chart_percent (row->progress) : NULL);
  spil_chart_table_put (table, row->owner);
  spil_chart_table_take (table, spil_day_format (row->deadline));
  spil_chart_table_take (table, spil_day_format (row->baseline_start));
  spil_chart_table_take (table, spil_day_format (row->baseline_finish));
  spil_chart_table_put (table, predecessors != NULL ? predecessors->str : NULL);
  spil_chart_table_take (table, spil_gantt_row_state (row));
  spil_chart_table_take (table, spil_day_format (row->float_end));
  spil_chart_table_take (table, spil_day_format (row->not_before));
  spil_chart_table_take (table, spil_gantt_row_slip (row));
  add_drawn_cells (table, self, row);
}

SpilChartTable *
spil_gantt_table (gconstpointer data)
{
  const SpilGantt *self = data;
  SpilChartTable *table = spil_chart_table_new ();
  g_autoptr (GPtrArray) predecessors = collect_predecessors (self);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    spil_chart_table_add_column (table, g_dpgettext2 (GETTEXT_PACKAGE, "chart", columns[i].title),
                                 columns[i].numeric);
  for (guint i = 1; i < self->columns->len; i++) {
    const SpilGanttColumn *drawn = &g_array_index (self->columns, SpilGanttColumn, i);

    if (!is_told (drawn))
      spil_chart_table_add_column (table, drawn->title, drawn->numeric);
  }
  for (guint i = 0; i < self->rows->len; i++)
    add_table_row (table, self, spil_gantt_row (self, (int) i), predecessors->pdata[i]);
  return table;
}

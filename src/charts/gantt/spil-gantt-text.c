// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The Gantt chart in words: for tooltips, screen readers and the table beside it. */
#include "spil-gantt-private.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-axis.h"

const char *
spil_gantt_row_name (const SpilGanttRow *row)
{
  return row->name != NULL ? row->name : row->label;
}

const char *
spil_gantt_row_note (const SpilGanttRow *row)
{
  return row->note != NULL && *row->note != '\0' ? row->note : _ ("yet to be planned");
}

static char *
day_text (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format (day) : g_strdup (C_ ("chart", "not stated"));
}

static char *
dates_text (const SpilGanttRow *row)
{
  g_autofree char *start = day_text (row->start);
  g_autofree char *finish = day_text (row->finish);

  switch (spil_gantt_row_shape (row)) {
  case SPIL_GANTT_NO_DATES:
    return g_strdup (spil_gantt_row_note (row));
  case SPIL_GANTT_MOMENT:
    return g_strdup_printf (_ ("milestone on %s"), spil_day_is_known (row->finish) ? finish : start);
  case SPIL_GANTT_ONLY_START:
    return g_strdup_printf (_ ("from %s, end not stated"), start);
  case SPIL_GANTT_ONLY_FINISH:
    return g_strdup_printf (_ ("until %s, start not stated"), finish);
  case SPIL_GANTT_BOTH:
  default:
    return g_strdup_printf (_ ("from %s until %s"), start, finish);
  }
}

static gboolean
is_late (const SpilGanttRow *row)
{
  return spil_day_is_known (row->deadline) && spil_day_is_known (row->finish) &&
         spil_day_compare (row->finish, row->deadline) > 0;
}

char *
spil_gantt_row_description (const SpilGanttRow *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *dates = dates_text (row);

  g_string_append (text, dates);
  if (row->progress >= 0) {
    g_autofree char *done = spil_chart_percent (row->progress);

    g_string_append_printf (text, _ ("; %s done"), done);
  }
  if (row->owner != NULL && *row->owner != '\0')
    g_string_append_printf (text, "; %s", row->owner);
  if (row->critical)
    g_string_append (text, _ ("; on the critical path"));
  if (spil_day_is_known (row->deadline)) {
    g_autofree char *deadline = spil_day_format (row->deadline);

    g_string_append_printf (text,
                            is_late (row) ? _ ("; past its deadline of %s") : _ ("; deadline %s"), deadline);
  }
  return g_string_free_and_steal (text);
}

typedef struct
{
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

    counts.unplanned += shape == SPIL_GANTT_NO_DATES;
    counts.open += shape == SPIL_GANTT_ONLY_START || shape == SPIL_GANTT_ONLY_FINISH;
    counts.milestones += shape == SPIL_GANTT_MOMENT;
    counts.critical += row->critical ? 1 : 0;
    counts.late += is_late (row) ? 1 : 0;
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
  append_count (
      text, (int) self->rows->len,
      g_dngettext (GETTEXT_PACKAGE, "Planning of %d activity", "Planning of %d activities", self->rows->len));
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

/* For each row the names of the rows it follows. */
static GPtrArray *
collect_predecessors (const SpilGantt *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (texts, (int) self->rows->len);
  for (guint i = 0; i < self->links->len; i++) {
    const SpilGanttLink *link = &g_array_index (self->links, SpilGanttLink, i);
    g_autofree char *old = texts->pdata[link->to];
    const char *kind = kind_text (link->kind);
    g_autofree char *name = kind != NULL
                                ? g_strdup_printf ("%s (%s)", spil_gantt_row (self, link->from)->label, kind)
                                : g_strdup (spil_gantt_row (self, link->from)->label);

    texts->pdata[link->to] = old != NULL ? g_strdup_printf ("%s; %s", old, name) : g_steal_pointer (&name);
  }
  return texts;
}

static char *
state_text (const SpilGanttRow *row)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (spil_gantt_row_shape (row) == SPIL_GANTT_NO_DATES)
    g_strv_builder_add (words, spil_gantt_row_note (row));
  if (row->milestone)
    g_strv_builder_add (words, C_ ("chart", "milestone"));
  if (row->summary)
    g_strv_builder_add (words, C_ ("chart", "summary"));
  if (row->critical)
    g_strv_builder_add (words, C_ ("chart", "critical"));
  if (is_late (row))
    g_strv_builder_add (words, C_ ("chart", "too late"));
  list = g_strv_builder_end (words);
  return g_strjoinv (", ", list);
}

static void
add_table_row (SpilChartTable *table, const SpilGanttRow *row, const char *predecessors)
{
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, row->label);
  spil_chart_table_take (table, day_text (row->start));
  spil_chart_table_take (table, day_text (row->finish));
  spil_chart_table_take (table, row->progress >= 0 ? spil_chart_percent (row->progress) : NULL);
  spil_chart_table_put (table, row->owner);
  spil_chart_table_take (table, spil_day_format (row->deadline));
  spil_chart_table_take (table, spil_day_format (row->baseline_start));
  spil_chart_table_take (table, spil_day_format (row->baseline_finish));
  spil_chart_table_put (table, predecessors);
  spil_chart_table_take (table, state_text (row));
}

SpilChartTable *
spil_gantt_table (gconstpointer data)
{
  const SpilGantt *self = data;
  SpilChartTable *table = spil_chart_table_new ();
  g_autoptr (GPtrArray) predecessors = collect_predecessors (self);

  spil_chart_table_add_column (table, C_ ("chart", "Activity"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Start"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "End"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Progress"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Owner"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Deadline"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Baseline start"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Baseline end"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Follows"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "State"), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    add_table_row (table, spil_gantt_row (self, (int) i), predecessors->pdata[i]);
  return table;
}

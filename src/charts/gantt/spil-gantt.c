// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-gantt-private.h"

#include <math.h>
#include <string.h>

static void
clear_row (gpointer data)
{
  SpilGanttRow *row = data;

  g_free ((char *) row->label);
  g_free ((gpointer) row->cells);
  g_free ((char *) row->headline);
  g_free ((char *) row->name);
  g_free ((char *) row->owner);
  g_free ((char *) row->note);
}

static void
clear_band (gpointer data)
{
  g_free (((SpilGanttBand *) data)->label);
}

static void
clear_column (gpointer data)
{
  g_free ((char *) ((SpilGanttColumn *) data)->title);
}

SpilGantt *
spil_gantt_new (void)
{
  SpilGantt *self = g_new0 (SpilGantt, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (SpilGanttRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->descriptions = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (SpilGanttColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->links = g_array_new (FALSE, FALSE, sizeof (SpilGanttLink));
  self->early = g_hash_table_new (NULL, NULL);
  self->bands = g_array_new (FALSE, FALSE, sizeof (SpilGanttBand));
  g_array_set_clear_func (self->bands, clear_band);
  self->today = SPIL_DAY_NONE;
  self->range_first = SPIL_DAY_NONE;
  self->range_last = SPIL_DAY_NONE;
  self->view = (SpilGanttView) { .fit = TRUE, .first_day = SPIL_DAY_NONE, .day_width = 1, .label_width = -1 };
  return self;
}

void
spil_gantt_free (SpilGantt *self)
{
  if (self == NULL)
    return;
  if (self->free_destroy != NULL)
    self->free_destroy (self->free_data);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->descriptions);
  g_array_unref (self->columns);
  g_array_unref (self->links);
  g_hash_table_unref (self->early);
  g_array_unref (self->bands);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->inks, g_array_unref);
  g_free (self);
}

static void
forget_spans (SpilGantt *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
}

/* The cells and their texts in one piece of memory: ten thousand rows have a hundred thousand of them. */
static const char *const *
copy_cells (const SpilGantt *self, const char *const *cells)
{
  gsize size = sizeof (char *), n = 0;
  char **copy;
  char *at;

  if (cells == NULL)
    return NULL;
  for (; n + 1 < self->columns->len && cells[n] != NULL; n++)
    size += sizeof (char *) + strlen (cells[n]) + 1;
  copy = g_malloc (size);
  at = (char *) (copy + n + 1);
  for (gsize i = 0; i < n; i++) {
    copy[i] = at;
    at = g_stpcpy (at, cells[i]) + 1;
  }
  copy[n] = NULL;
  return (const char *const *) copy;
}

static SpilGanttRow
copy_row (const SpilGantt *self, const SpilGanttRow *row)
{
  SpilGanttRow copy = *row;

  copy.label = g_strdup (row->label != NULL ? row->label : "");
  copy.cells = copy_cells (self, row->cells);
  copy.name = g_strdup (row->name);
  copy.owner = g_strdup (row->owner);
  copy.headline = g_strdup (row->headline);
  copy.note = g_strdup (row->note);
  copy.indent = CLAMP (row->indent, 0, 100);
  if (!isfinite (row->progress) || row->progress < 0)
    copy.progress = -1;
  else
    copy.progress = MIN (row->progress, 1);
  return copy;
}

static gboolean
has_baseline (const SpilGanttRow *row)
{
  return spil_day_is_known (row->baseline_start) || spil_day_is_known (row->baseline_finish);
}

int
spil_gantt_add_row (SpilGantt *self, const SpilGanttRow *row)
{
  SpilGanttRow copy;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (row != NULL, -1);

  copy = copy_row (self, row);
  g_array_append_val (self->rows, copy);
  g_ptr_array_add (self->descriptions, NULL);
  self->n_baselines += has_baseline (&copy);
  self->extent_known = FALSE;
  return (int) self->rows->len - 1;
}

void
spil_gantt_set_row (SpilGantt *self, int index, const SpilGanttRow *row)
{
  SpilGanttRow *old;
  SpilGanttRow copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL);
  g_return_if_fail (index >= 0 && index < (int) self->rows->len);

  copy = copy_row (self, row);
  old = &g_array_index (self->rows, SpilGanttRow, index);
  self->n_baselines += has_baseline (&copy) - has_baseline (old);
  /* While a bar is dragged, ten thousand others are not looked at for each frame. */
  self->extent_known = self->extent_known && !spil_gantt_row_bounds (self, old) &&
                       !spil_gantt_row_bounds (self, &copy);
  clear_row (old);
  *old = copy;
  g_clear_pointer (&g_ptr_array_index (self->descriptions, index), g_free);
}

const SpilGanttRow *
spil_gantt_row (const SpilGantt *self, int index)
{
  return &g_array_index (self->rows, SpilGanttRow, index);
}

const SpilGanttRow *
spil_gantt_get_row (const SpilGantt *self, int index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index >= 0 && index < (int) self->rows->len, NULL);

  return spil_gantt_row (self, index);
}

int
spil_gantt_get_row_count (const SpilGantt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->rows->len;
}

void
spil_gantt_add_link (SpilGantt *self, int from, int to, SpilGanttLinkKind kind)
{
  SpilGanttLink link = { from, to, kind, FALSE };

  g_return_if_fail (self != NULL);
  g_return_if_fail (from >= 0 && from < (int) self->rows->len);
  g_return_if_fail (to >= 0 && to < (int) self->rows->len);

  g_array_append_val (self->links, link);
  forget_spans (self);
}

int
spil_gantt_get_link_count (const SpilGantt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->links->len;
}

void
spil_gantt_set_broken (SpilGantt *self, int link)
{
  SpilGanttLink *broken;

  g_return_if_fail (self != NULL);
  g_return_if_fail (link >= 0 && link < (int) self->links->len);

  broken = &g_array_index (self->links, SpilGanttLink, link);
  broken->broken = TRUE;
  g_hash_table_add (self->early, GINT_TO_POINTER (broken->to + 1));
  g_clear_pointer (&g_ptr_array_index (self->descriptions, broken->to), g_free);
}

gboolean
spil_gantt_is_early (const SpilGantt *self, int row)
{
  return g_hash_table_contains (self->early, GINT_TO_POINTER (row + 1));
}

void
spil_gantt_set_columns (SpilGantt *self, const SpilGanttColumn *columns, int n)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (n >= 0 && n <= SPIL_GANTT_MAX_COLUMNS);
  g_return_if_fail (self->rows->len == 0);

  g_array_set_size (self->columns, 0);
  for (int i = 0; i < n; i++) {
    SpilGanttColumn column = columns[i];

    column.title = g_strdup (columns[i].title != NULL ? columns[i].title : "");
    g_array_append_val (self->columns, column);
  }
}

void
spil_gantt_set_free_days (SpilGantt *self, SpilGanttIsFree is_free, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL);

  if (self->free_destroy != NULL)
    self->free_destroy (self->free_data);
  self->is_free = is_free;
  self->free_data = data;
  self->free_destroy = destroy;
}

void
spil_gantt_set_draft (SpilGantt *self, const SpilGanttDraft *draft)
{
  g_return_if_fail (self != NULL);

  self->draft = draft != NULL ? *draft : (SpilGanttDraft) { .kind = SPIL_GANTT_DRAFT_NONE };
}

void
spil_gantt_add_band (SpilGantt *self, SpilDay first, SpilDay last, const char *label)
{
  SpilGanttBand band = { first, last, g_strdup (label != NULL ? label : "") };

  g_return_if_fail (self != NULL);
  g_return_if_fail (spil_day_is_known (first) && spil_day_is_known (last));

  g_array_append_val (self->bands, band);
}

void
spil_gantt_clear (SpilGantt *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->descriptions, 0);
  self->n_baselines = 0;
  g_array_set_size (self->links, 0);
  g_hash_table_remove_all (self->early);
  g_array_set_size (self->bands, 0);
  forget_spans (self);
  self->extent_known = FALSE;
}

void
spil_gantt_set_today (SpilGantt *self, SpilDay today)
{
  g_return_if_fail (self != NULL);

  self->today = today;
}

void
spil_gantt_set_range (SpilGantt *self, SpilDay first, SpilDay last)
{
  g_return_if_fail (self != NULL);

  self->range_first = spil_day_is_known (first) ? spil_chart_hold_day (first) : first;
  self->range_last = spil_day_is_known (last) ? spil_chart_hold_day (last) : last;
}

static void
widen (SpilDay day, SpilDay *first, SpilDay *last)
{
  if (!spil_day_is_known (day))
    return;
  day = spil_chart_hold_day (day);
  if (!spil_day_is_known (*first) || spil_day_compare (day, *first) < 0)
    *first = day;
  if (!spil_day_is_known (*last) || spil_day_compare (day, *last) > 0)
    *last = day;
}

void
spil_gantt_get_extent (const SpilGantt *self, SpilDay *first, SpilDay *last)
{
  SpilGantt *cache = (SpilGantt *) self;

  g_return_if_fail (self != NULL);
  g_return_if_fail (first != NULL && last != NULL);

  if (!self->extent_known) {
    cache->extent_first = SPIL_DAY_NONE;
    cache->extent_last = SPIL_DAY_NONE;
    for (guint i = 0; i < self->rows->len; i++) {
      const SpilGanttRow *row = spil_gantt_row (self, (int) i);

      widen (row->start, &cache->extent_first, &cache->extent_last);
      widen (row->finish, &cache->extent_first, &cache->extent_last);
      widen (row->deadline, &cache->extent_first, &cache->extent_last);
      widen (row->baseline_start, &cache->extent_first, &cache->extent_last);
      widen (row->baseline_finish, &cache->extent_first, &cache->extent_last);
    }
    cache->extent_known = TRUE;
  }
  *first = self->extent_first;
  *last = self->extent_last;
}

void
spil_gantt_set_view (SpilGantt *self, const SpilGanttView *view)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  self->view = *view;
  if (!(self->view.day_width > 0.001))
    self->view.day_width = 0.001;
}

SpilGanttView
spil_gantt_get_view (const SpilGantt *self)
{
  return self->view;
}

static void
free_data (gpointer data)
{
  spil_gantt_free (data);
}

const SpilChartClass spil_gantt_class = {
  .name = "gantt",
  .draw = spil_gantt_draw,
  .natural_height = spil_gantt_natural_height,
  .count_pages = spil_gantt_count_pages,
  .summary = spil_gantt_summary,
  .table = spil_gantt_table,
  .free = free_data,
};

SpilChart *
spil_gantt_to_chart (SpilGantt *self)
{
  return spil_chart_new (&spil_gantt_class, self);
}

SpilGantt *
spil_gantt_from_chart (SpilChart *chart)
{
  return spil_chart_get_data (chart, &spil_gantt_class);
}

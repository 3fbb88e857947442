// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-source-flow.h"

#include <math.h>

#include "spil-source-flow-private.h"

static void
clear_line (gpointer data)
{
  g_free (((SpilFlowLine *) data)->name);
}

SpilSourceFlow *
spil_source_flow_new (void)
{
  SpilSourceFlow *self = g_new0 (SpilSourceFlow, 1);

  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SpilFlowLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->parts = g_array_new (FALSE, FALSE, sizeof (SpilFlowPart));
  return self;
}

void
spil_source_flow_free (SpilSourceFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sources);
  g_array_unref (self->lines);
  g_array_unref (self->parts);
  g_free (self->note);
  g_free (self);
}

int
spil_source_flow_add_source (SpilSourceFlow *self, const char *name)
{
  g_return_val_if_fail (self != NULL, 0);

  g_ptr_array_add (self->sources, g_strdup (name != NULL ? name : ""));
  return (int) self->sources->len - 1;
}

int
spil_source_flow_add_line (SpilSourceFlow *self, const char *name, int64_t amount, gboolean pm)
{
  SpilFlowLine line = { g_strdup (name != NULL ? name : ""), pm ? 0 : MAX (spil_money_chart_hold (amount), 0),
                        pm, 0 };

  g_return_val_if_fail (self != NULL, 0);

  g_array_append_val (self->lines, line);
  return (int) self->lines->len - 1;
}

void
spil_source_flow_add (SpilSourceFlow *self, int source, int line, int64_t amount)
{
  SpilFlowPart part = { source, line, MAX (spil_money_chart_hold (amount), 0) };

  g_return_if_fail (self != NULL);
  g_return_if_fail (source >= 0 && source < (int) self->sources->len);
  g_return_if_fail (line >= 0 && line < (int) self->lines->len);

  if (part.amount == 0)
    return;
  for (guint i = 0; i < self->parts->len; i++) {
    SpilFlowPart *other = &g_array_index (self->parts, SpilFlowPart, i);

    if (other->source != source || other->line != line)
      continue;
    other->amount = spil_money_chart_hold (other->amount + part.amount);
    return;
  }
  g_array_append_val (self->parts, part);
}

void
spil_source_flow_add_beside (SpilSourceFlow *self, int line, int64_t amount)
{
  SpilFlowLine *to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (line >= 0 && line < (int) self->lines->len);

  to = &g_array_index (self->lines, SpilFlowLine, line);
  to->beside = spil_money_chart_hold (to->beside + MAX (spil_money_chart_hold (amount), 0));
}

void
spil_source_flow_set_note (SpilSourceFlow *self, const char *note)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->note, note);
}

SpilColor
spil_source_flow_color (const SpilChartPainter *painter, int source)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  return source == SPIL_FLOW_UNCOVERED ? palette->warning : spil_palette_series (palette, source);
}

SpilPattern
spil_source_flow_pattern (int source)
{
  /* Only outlines are for what is not covered. */
  return source == SPIL_FLOW_UNCOVERED ? SPIL_PATTERN_OPEN
                                       : spil_palette_pattern (source % SPIL_PATTERN_OPEN);
}

static gboolean
is_narrow (const SpilChartPainter *painter)
{
  return painter->width < spil_chart_painter_em (painter) * 42;
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilSourceFlow *self = data;

  if (self->lines->len == 0)
    spil_chart_painter_empty (painter);
  else if (is_narrow (painter))
    spil_source_flow_draw_list (self, painter);
  else
    spil_source_flow_draw_wide (self, painter);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilSourceFlow *self = data;

  if (self->lines->len == 0)
    return spil_chart_painter_em (painter) * 8;
  return ceil (is_narrow (painter) ? spil_source_flow_list_height (self, painter)
                                   : spil_source_flow_wide_height (self, painter));
}

static void
free_data (gpointer data)
{
  spil_source_flow_free (data);
}

static const SpilChartClass source_flow_class = {
  .name = "sources",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_source_flow_summary,
  .table = spil_source_flow_table,
  .free = free_data,
};

SpilChart *
spil_source_flow_to_chart (SpilSourceFlow *self)
{
  return spil_chart_new (&source_flow_class, self);
}

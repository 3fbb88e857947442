// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-goal-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"

typedef struct
{
  char *label;
  char *unit; /* NULL: none */
  double value;
  double target;
  gboolean falling;
} Goal;

struct _SpilGoalBars
{
  GArray *goals;
};

static void
clear_goal (gpointer data)
{
  Goal *goal = data;

  g_free (goal->label);
  g_free (goal->unit);
}

SpilGoalBars *
spil_goal_bars_new (void)
{
  SpilGoalBars *self = g_new0 (SpilGoalBars, 1);

  self->goals = g_array_new (FALSE, FALSE, sizeof (Goal));
  g_array_set_clear_func (self->goals, clear_goal);
  return self;
}

void
spil_goal_bars_free (SpilGoalBars *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->goals);
  g_free (self);
}

void
spil_goal_bars_add (SpilGoalBars *self, const SpilGoalBar *bar)
{
  Goal goal = { g_strdup (bar->label != NULL ? bar->label : ""), g_strdup (bar->unit), bar->value,
                bar->target, bar->falling };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->goals, goal);
}

static const Goal *
get_goal (const SpilGoalBars *self, guint at)
{
  return &g_array_index (self->goals, Goal, at);
}

/* What part of the target the value is; NaN when one of them is not known or the target is no measure. */
static double
get_share (const Goal *goal)
{
  return goal->target > 0 && isfinite (goal->target) && isfinite (goal->value) ? goal->value / goal->target
                                                                               : NAN;
}

static gboolean
is_reached (const Goal *goal)
{
  if (!isfinite (goal->value) || !isfinite (goal->target))
    return FALSE;
  return goal->falling ? goal->value <= goal->target : goal->value >= goal->target;
}

/* The share at the right end of all bars: the targets' line is always within. */
static double
get_most (const SpilGoalBars *self)
{
  double most = 1.1;

  for (guint i = 0; i < self->goals->len; i++) {
    const double share = get_share (get_goal (self, i));

    if (isfinite (share))
      most = MAX (most, MIN (share, 3));
  }
  return most;
}

static char *
figure_text (const Goal *goal)
{
  g_autofree char *value = isfinite (goal->value) ? spil_chart_number (goal->value) : NULL;
  g_autofree char *target = isfinite (goal->target) ? spil_chart_number (goal->target) : NULL;
  g_autofree char *share = NULL;

  if (value == NULL && target == NULL)
    return g_strdup (_ ("not measured yet, no target"));
  if (value == NULL)
    return g_strdup_printf (_ ("not measured yet, target %s"), target);
  if (target == NULL)
    return g_strdup_printf (_ ("%s, no target"), value);
  if (is_reached (goal))
    return g_strdup_printf (_ ("%s, target %s reached"), value, target);
  if (goal->falling)
    return g_strdup_printf (_ ("%s, target at most %s"), value, target);
  share = spil_chart_percent (get_share (goal));
  return g_strdup_printf (_ ("%s of %s (%s)"), value, target, share);
}

static double
row_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) +
         spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 2.2;
}

static void
draw_texts (const SpilChartPainter *painter, const Goal *goal, double top)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const double below = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 1.2;
  g_autofree char *figure = figure_text (goal);
  const double width = spil_chart_painter_text (painter, figure,
                                                &(SpilChartPut) { .x = painter->width,
                                                                  .y = top,
                                                                  .x_align = 1,
                                                                  .max_width = painter->width / 2,
                                                                  .kind = SPIL_CHART_TEXT_STRONG,
                                                                  .color = palette->foreground });

  spil_chart_painter_text (painter, goal->label,
                           &(SpilChartPut) { .y = top,
                                             .max_width = MAX (em, painter->width - width - em),
                                             .color = palette->foreground });
  if (goal->unit != NULL)
    spil_chart_painter_text (painter, goal->unit,
                             &(SpilChartPut) { .y = below,
                                               .max_width = painter->width,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
}

static void
draw_goal (const SpilChartPainter *painter, const Goal *goal, int at, double top, double most)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const double bar = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 0.35;
  const double share = get_share (goal);
  const double line = painter->width / most;

  draw_texts (painter, goal, top);
  spil_chart_painter_box (painter, 0, bar, painter->width, em * 0.75, 0, palette->band, SPIL_PATTERN_SOLID);
  if (isfinite (share))
    spil_chart_painter_box (painter, 0, bar, CLAMP (share / most, 0, 1) * painter->width, em * 0.75, 0,
                            palette->series[0], SPIL_PATTERN_SOLID);
  if (isfinite (goal->target))
    spil_chart_painter_line_upright (painter, line, bar - em * 0.25, bar + em, em * 0.15,
                                     palette->foreground);
  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_BAR, at,
                            &(cairo_rectangle_t) { 0, top, painter->width, row_height (painter) - em * 0.6 },
                            g_strdup (goal->label), figure_text (goal));
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilGoalBars *self = data;
  const double most = get_most (self);

  if (self->goals->len == 0)
    spil_chart_painter_empty (painter);
  for (guint i = 0; i < self->goals->len; i++)
    draw_goal (painter, get_goal (self, i), (int) i, i * row_height (painter), most);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilGoalBars *self = data;

  return self->goals->len == 0 ? spil_chart_painter_em (painter) * 8
                               : ceil (self->goals->len * row_height (painter));
}

static char *
summary (gconstpointer data)
{
  const SpilGoalBars *self = data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->goals->len == 0)
    return g_strdup (_ ("No indicators."));
  g_string_append (text, _ ("What was reached against the targets:"));
  for (guint i = 0; i < self->goals->len; i++) {
    g_autofree char *figure = figure_text (get_goal (self, i));

    g_string_append_printf (text, "%s %s: %s", i > 0 ? ";" : "", get_goal (self, i)->label, figure);
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilGoalBars *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Indicator"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Unit"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Value"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Target"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Of the target"), TRUE);
  for (guint i = 0; i < self->goals->len; i++) {
    const Goal *goal = get_goal (self, i);

    spil_chart_table_add_row (out);
    spil_chart_table_put (out, goal->label);
    spil_chart_table_put (out, goal->unit);
    spil_chart_table_take (out, isfinite (goal->value) ? spil_chart_number (goal->value) : NULL);
    spil_chart_table_take (out, isfinite (goal->target) ? spil_chart_number (goal->target) : NULL);
    spil_chart_table_take (out, isfinite (get_share (goal)) ? spil_chart_percent (get_share (goal)) : NULL);
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_goal_bars_free (data);
}

static const SpilChartClass goal_bars_class = {
  .name = "goals",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_goal_bars_to_chart (SpilGoalBars *self)
{
  return spil_chart_new (&goal_bars_class, self);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"

typedef struct
{
  int lane;
  SpilDay day;
  gboolean visit;
  gboolean planned;
  char *what;
} Mark;

struct _SpilVisitStrip
{
  SpilDay first;
  SpilDay last;
  SpilDay today;
  SpilDay clash_first; /* SPIL_DAY_NONE: no clash */
  SpilDay clash_last;
  GPtrArray *lanes; /* of char * */
  GArray *marks; /* of Mark, in the order of adding */
};

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->what);
}

SpilVisitStrip *
spil_visit_strip_new (SpilDay first, SpilDay last, SpilDay today)
{
  SpilVisitStrip *self;

  g_return_val_if_fail (spil_day_is_known (first) && spil_day_is_known (last), NULL);

  self = g_new0 (SpilVisitStrip, 1);
  self->first = first;
  self->last = last;
  self->today = today;
  self->clash_first = self->clash_last = SPIL_DAY_NONE;
  self->lanes = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  return self;
}

void
spil_visit_strip_free (SpilVisitStrip *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->marks);
  g_free (self);
}

int
spil_visit_strip_add_lane (SpilVisitStrip *self, const char *name)
{
  guint at;

  g_return_val_if_fail (self != NULL && name != NULL, 0);

  if (!g_ptr_array_find_with_equal_func (self->lanes, name, g_str_equal, &at)) {
    at = self->lanes->len;
    g_ptr_array_add (self->lanes, g_strdup (name));
  }
  return (int) at;
}

void
spil_visit_strip_add (SpilVisitStrip *self, int lane, SpilDay day, gboolean visit, gboolean planned,
                      const char *what)
{
  Mark mark = { lane, day, visit, planned, g_strdup (what) };

  g_return_if_fail (self != NULL && lane >= 0 && lane < (int) self->lanes->len);

  g_array_append_val (self->marks, mark);
}

void
spil_visit_strip_set_clash (SpilVisitStrip *self, SpilDay first, SpilDay last)
{
  g_return_if_fail (self != NULL);

  self->clash_first = first;
  self->clash_last = last;
}

/* Drawing */

static const Mark *
get_mark (const SpilVisitStrip *self, guint at)
{
  return &g_array_index (self->marks, Mark, at);
}

static gboolean
is_in (const SpilVisitStrip *self, SpilDay day)
{
  return spil_day_is_known (day) && spil_day_compare (day, self->first) >= 0 &&
         spil_day_compare (day, self->last) <= 0;
}

static const char *
mark_name (const Mark *mark)
{
  if (mark->visit)
    return mark->planned ? C_ ("chart", "Visit planned") : C_ ("chart", "Visited");
  return mark->planned ? C_ ("chart", "Other contact planned") : C_ ("chart", "Other contact");
}

static SpilMarker
marker_of (const Mark *mark)
{
  if (mark->visit)
    return mark->planned ? SPIL_MARKER_RING : SPIL_MARKER_CIRCLE;
  return mark->planned ? SPIL_MARKER_TRIANGLE : SPIL_MARKER_DIAMOND;
}

static SpilColor
color_of (const SpilChartPainter *painter, const Mark *mark)
{
  return spil_chart_painter_palette (painter)->series[mark->visit ? 0 : 3];
}

static double
draw_legend (const SpilVisitStrip *self, const SpilChartPainter *painter)
{
  SpilLegendEntry entries[4];
  int count = 0;

  for (int kind = 0; kind < 4; kind++) {
    const Mark wanted = { .visit = kind < 2, .planned = kind % 2 == 1 };
    gboolean seen = FALSE;

    for (guint i = 0; i < self->marks->len && !seen; i++)
      seen = get_mark (self, i)->visit == wanted.visit && get_mark (self, i)->planned == wanted.planned &&
             is_in (self, get_mark (self, i)->day);
    if (seen)
      entries[count++] = (SpilLegendEntry) { mark_name (&wanted), SPIL_LEGEND_MARKER,
                                             color_of (painter, &wanted), 0, marker_of (&wanted) };
  }
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

typedef struct
{
  SpilChartPlot plot;
  SpilChartDays days;
  double name; /* the height of a name above its lane */
  double lane; /* of a lane with its name */
} Layout;

// The word of today stands above the lanes.
static Layout
lay_out (const SpilVisitStrip *self, const SpilChartPainter *painter, double legend)
{
  double em = spil_chart_painter_em (painter);
  double small = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  Layout layout = { .name = small * 1.1, .lane = small * 1.1 + em * 1.7 };

  layout.plot.x0 = em * 0.4;
  layout.plot.x1 = MAX (painter->width - em * 0.4, em);
  layout.plot.y0 = legend + small * 1.4;
  layout.plot.y1 = layout.plot.y0 + layout.lane * MAX (self->lanes->len, 1);
  layout.days = (SpilChartDays) { self->first, self->last, layout.plot.x0, layout.plot.x1 };
  return layout;
}

static double
middle_of_day (const Layout *layout, SpilDay day)
{
  return (spil_chart_days_x (&layout->days, day) + spil_chart_days_x (&layout->days, spil_day_add (day, 1))) /
         2;
}

static SpilDay
hold (const SpilVisitStrip *self, SpilDay day)
{
  if (spil_day_compare (day, self->first) < 0)
    return self->first;
  return spil_day_compare (day, self->last) > 0 ? self->last : day;
}

static void
draw_clash (const SpilVisitStrip *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double x0, x1;

  if (!spil_day_is_known (self->clash_first))
    return;
  x0 = middle_of_day (layout, hold (self, self->clash_first)) - em * 0.5;
  x1 = middle_of_day (layout, hold (self, self->clash_last)) + em * 0.5;
  spil_chart_painter_rounded (painter, x0, layout->plot.y0, x1 - x0, layout->plot.y1 - layout->plot.y0,
                              em * 0.3);
  spil_chart_painter_color (painter, spil_color_fade (palette->warning, 0.14));
  cairo_fill_preserve (painter->cr);
  cairo_set_line_width (painter->cr, em * 0.09);
  spil_chart_painter_color (painter, palette->warning);
  cairo_stroke (painter->cr);
}

static void
draw_lanes (const SpilVisitStrip *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  for (guint i = 0; i < self->lanes->len; i++) {
    double y = layout->plot.y0 + layout->lane * i;

    spil_chart_painter_line_level (painter, layout->plot.x0, layout->plot.x1,
                                   y + layout->name + (layout->lane - layout->name) / 2,
                                   spil_chart_painter_hair (painter), palette->strong_grid);
    spil_chart_painter_text_halo (painter, self->lanes->pdata[i],
                                  &(SpilChartPut) { .x = layout->plot.x0,
                                                    .y = y,
                                                    .max_width = layout->plot.x1 - layout->plot.x0,
                                                    .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                                    .color = palette->foreground });
  }
}

static void
draw_marks (const SpilVisitStrip *self, const SpilChartPainter *painter, const Layout *layout)
{
  double em = spil_chart_painter_em (painter);

  for (guint i = 0; i < self->marks->len; i++) {
    const Mark *mark = get_mark (self, i);
    double x, y;

    if (!is_in (self, mark->day))
      continue;
    x = middle_of_day (layout, mark->day);
    y = layout->plot.y0 + layout->lane * mark->lane + layout->name + (layout->lane - layout->name) / 2;
    spil_chart_painter_marker (painter, marker_of (mark), x, y, em * (mark->visit ? 0.42 : 0.3),
                               color_of (painter, mark));
    if (painter->hits != NULL) {
      g_autofree char *day = spil_day_format_long (mark->day);

      spil_chart_painter_hit (
          painter, SPIL_CHART_PART_POINT, (int) i, &(cairo_rectangle_t) { x - em / 2, y - em / 2, em, em },
          g_strdup_printf ("%s, %s, %s", mark_name (mark), (char *) self->lanes->pdata[mark->lane], day),
          g_strdup (mark->what));
    }
  }
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilVisitStrip *self = data;
  Layout layout;

  if (self->lanes->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, draw_legend (self, painter));
  draw_clash (self, painter, &layout);
  draw_lanes (self, painter, &layout);
  spil_chart_axis_days (painter, &layout.plot, &layout.days);
  spil_chart_axis_today (painter, &layout.plot, &layout.days, self->today);
  draw_marks (self, painter, &layout);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilVisitStrip *self = data;
  Layout layout = lay_out (self, painter, draw_legend (self, painter));

  return ceil (layout.plot.y1 + spil_chart_axis_days_height (painter));
}

/* In words */

static int
count_marks (const SpilVisitStrip *self, int lane, gboolean planned)
{
  int count = 0;

  for (guint i = 0; i < self->marks->len; i++)
    count += get_mark (self, i)->lane == lane && get_mark (self, i)->visit &&
             !get_mark (self, i)->planned == !planned;
  return count;
}

static char *
summary (gconstpointer data)
{
  const SpilVisitStrip *self = data;
  g_autofree char *first = spil_day_format_long (self->first);
  g_autofree char *last = spil_day_format_long (self->last);
  GString *text = g_string_new (NULL);

  // Translators: two days.
  g_string_append_printf (text, C_ ("chart", "From %s to %s."), first, last);
  for (guint i = 0; i < self->lanes->len; i++) {
    g_string_append_c (text, ' ');
    // Translators: a broker, how many visits were paid, how many are planned.
    g_string_append_printf (text, C_ ("chart", "%s: visits paid %d, planned %d."),
                            (char *) self->lanes->pdata[i], count_marks (self, (int) i, FALSE),
                            count_marks (self, (int) i, TRUE));
  }
  return g_string_free_and_steal (text);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return spil_day_compare ((*(const Mark *const *) a)->day, (*(const Mark *const *) b)->day);
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilVisitStrip *self = data;
  SpilChartTable *out = spil_chart_table_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Date"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Broker"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Kind"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "What"), FALSE);
  for (guint i = 0; i < self->marks->len; i++)
    g_ptr_array_add (sorted, (gpointer) get_mark (self, i));
  g_ptr_array_sort (sorted, compare_marks);
  for (guint i = 0; i < sorted->len; i++) {
    const Mark *mark = sorted->pdata[i];

    spil_chart_table_add_row (out);
    spil_chart_table_take (out, spil_day_format (mark->day));
    spil_chart_table_put (out, self->lanes->pdata[mark->lane]);
    spil_chart_table_put (out, mark_name (mark));
    spil_chart_table_put (out, mark->what);
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_visit_strip_free (data);
}

static const SpilChartClass visit_strip_class = {
  .name = "visits",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_visit_strip_to_chart (SpilVisitStrip *self)
{
  return spil_chart_new (&visit_strip_class, self);
}

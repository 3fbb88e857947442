// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-peak-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"

typedef struct
{
  char *label;
  double people[SPIL_PEAK_PROFILE_HOURS];
} Series;

struct _SpilPeakProfile
{
  int from; /* of the peak; -1: not known */
  int to;
  GArray *series;
};

static void
clear_series (gpointer data)
{
  g_free (((Series *) data)->label);
}

SpilPeakProfile *
spil_peak_profile_new (int from, int to)
{
  SpilPeakProfile *self = g_new0 (SpilPeakProfile, 1);

  self->from = from >= 0 && to > from && to <= SPIL_PEAK_PROFILE_HOURS ? from : -1;
  self->to = self->from >= 0 ? to : -1;
  self->series = g_array_new (FALSE, FALSE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  return self;
}

void
spil_peak_profile_free (SpilPeakProfile *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->series);
  g_free (self);
}

void
spil_peak_profile_add (SpilPeakProfile *self, const char *label, const double people[SPIL_PEAK_PROFILE_HOURS])
{
  Series series = { .label = g_strdup (label != NULL ? label : "") };

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->series->len < SPIL_PEAK_PROFILE_MAX);

  for (int hour = 0; hour < SPIL_PEAK_PROFILE_HOURS; hour++)
    series.people[hour] = isfinite (people[hour]) && people[hour] > 0 ? people[hour] : 0;
  g_array_append_val (self->series, series);
}

static const Series *
get_series (const SpilPeakProfile *self, guint at)
{
  return &g_array_index (self->series, Series, at);
}

/* What the chart holds */

static double
get_total (const Series *series, int from, int to)
{
  double total = 0;

  for (int hour = from; hour < to; hour++)
    total += series->people[hour];
  return total;
}

static int
find_busiest (const Series *series)
{
  int busiest = 0;

  for (int hour = 1; hour < SPIL_PEAK_PROFILE_HOURS; hour++)
    if (series->people[hour] > series->people[busiest])
      busiest = hour;
  return busiest;
}

/* The hours that are shown: those in which anybody arrives, and the peak, with one on each side. FALSE: nobody ever does. */
static gboolean
find_hours (const SpilPeakProfile *self, int *first, int *last)
{
  *first = SPIL_PEAK_PROFILE_HOURS;
  *last = -1;
  for (guint i = 0; i < self->series->len; i++)
    for (int hour = 0; hour < SPIL_PEAK_PROFILE_HOURS; hour++)
      if (get_series (self, i)->people[hour] > 0) {
        *first = MIN (*first, hour);
        *last = MAX (*last, hour);
      }
  if (*last < 0)
    return FALSE;
  if (self->from >= 0) {
    *first = MIN (*first, self->from);
    *last = MAX (*last, self->to - 1);
  }
  *first = MAX (*first - 1, 0);
  *last = MIN (*last + 1, SPIL_PEAK_PROFILE_HOURS - 1);
  return TRUE;
}

static double
find_most (const SpilPeakProfile *self)
{
  double most = 0;

  for (guint i = 0; i < self->series->len; i++)
    most = MAX (most, get_series (self, i)->people[find_busiest (get_series (self, i))]);
  return most;
}

static char *
hour_text (int hour)
{
  // Translators: a stretch of an hour, such as 8–9 o’clock.
  return g_strdup_printf (C_ ("chart", "%d–%d o’clock"), hour, hour + 1);
}

/* Drawing */

typedef struct
{
  SpilChartPlot plot;
  SpilChartScale scale;
  int first;
  int last;
} Layout;

static double
hour_x (const Layout *layout, double hour)
{
  return layout->plot.x0 +
         (hour - layout->first) * (layout->plot.x1 - layout->plot.x0) / (layout->last + 1 - layout->first);
}

static double
draw_legend (const SpilPeakProfile *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[SPIL_PEAK_PROFILE_MAX + 1];
  int count = 0;

  for (guint i = 0; i < self->series->len; i++)
    entries[count++] = (SpilLegendEntry) { get_series (self, i)->label, SPIL_LEGEND_SURFACE,
                                           spil_palette_series (palette, (int) i),
                                           spil_palette_pattern ((int) i), 0 };
  if (self->from >= 0)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Peak"), SPIL_LEGEND_SURFACE, palette->band,
                                           SPIL_PATTERN_SOLID, 0 };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

static Layout
lay_out (const SpilPeakProfile *self, const SpilChartPainter *painter, double legend, char ***labels)
{
  double em = spil_chart_painter_em (painter);
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  Layout layout = { .plot = { .y0 = legend + line + em, .x1 = painter->width } };
  double widest = 0;
  int count;

  find_hours (self, &layout.first, &layout.last);
  layout.plot.y1 = MAX (painter->height - line - em * 0.5, layout.plot.y0 + em);
  layout.scale = spil_chart_scale (0, find_most (self),
                                   (int) CLAMP ((layout.plot.y1 - layout.plot.y0) / (em * 2.4), 2, 6));
  count = spil_chart_scale_count (&layout.scale);
  *labels = g_new0 (char *, count + 1);
  for (int i = 0; i < count; i++) {
    (*labels)[i] = spil_chart_number (spil_chart_scale_tick (&layout.scale, i));
    widest = MAX (widest, spil_chart_painter_text_width (painter, (*labels)[i], SPIL_CHART_TEXT_SMALL));
  }
  layout.plot.x0 = MIN (widest + em * 0.6, painter->width / 2);
  return layout;
}

static void
draw_peak (const SpilPeakProfile *self, const SpilChartPainter *painter, const Layout *layout)
{
  double x0 = hour_x (layout, self->from);

  if (self->from >= 0)
    spil_chart_painter_box (painter, x0, layout->plot.y0, hour_x (layout, self->to) - x0,
                            layout->plot.y1 - layout->plot.y0, 0, spil_chart_painter_palette (painter)->band,
                            SPIL_PATTERN_SOLID);
}

/* The hours stand at the lines between the bars; as many as there is room for. */
static void
draw_hours (const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  int stride = 1;

  while ((hour_x (layout, stride) - hour_x (layout, 0)) < em * 1.8 && stride < 6)
    stride++;
  for (int hour = layout->first; hour <= layout->last + 1; hour++) {
    char text[8];

    if (hour % stride != 0)
      continue;
    g_snprintf (text, sizeof text, "%d", hour);
    spil_chart_painter_text (painter, text,
                             &(SpilChartPut) { .x = hour_x (layout, hour),
                                               .y = layout->plot.y1 + em * 0.3,
                                               .x_align = hour > layout->last ? 1 : 0.5,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  }
}

static void
draw_bar (const SpilPeakProfile *self, const SpilChartPainter *painter, const Layout *layout, guint at,
          int hour)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const Series *series = get_series (self, at);
  double wide = hour_x (layout, hour + 1) - hour_x (layout, hour);
  double bar = wide * 0.8 / self->series->len;
  double x = hour_x (layout, hour) + wide * 0.1 + bar * at;
  double y = spil_chart_scale_place (&layout->scale, series->people[hour], layout->plot.y1, layout->plot.y0);
  cairo_rectangle_t box = { x, MIN (y, layout->plot.y1 - 4), bar, MAX (layout->plot.y1 - y, 4) };
  g_autofree char *hours = NULL;
  g_autofree char *number = NULL;

  if (series->people[hour] <= 0)
    return;
  spil_chart_painter_box (painter, x, y, bar, layout->plot.y1 - y, 0, spil_palette_series (palette, (int) at),
                          at == 0 ? SPIL_PATTERN_SOLID : spil_palette_pattern ((int) at));
  if (painter->hits == NULL)
    return;
  hours = hour_text (hour);
  number = spil_chart_number (series->people[hour]);
  spil_chart_painter_hit (painter, SPIL_CHART_PART_BAR, (int) at * SPIL_PEAK_PROFILE_HOURS + hour, &box,
                          g_strdup_printf ("%s, %s", series->label, hours), g_steal_pointer (&number));
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilPeakProfile *self = data;
  g_auto (GStrv) labels = NULL;
  Layout layout;
  double legend;
  int first, last;

  if (!find_hours (self, &first, &last)) {
    spil_chart_painter_empty (painter);
    return;
  }
  legend = draw_legend (self, painter);
  layout = lay_out (self, painter, legend, &labels);
  spil_chart_painter_text (painter, C_ ("chart", "People an hour"),
                           &(SpilChartPut) { .y = legend + spil_chart_painter_em (painter) * 0.4,
                                             .max_width = painter->width,
                                             .kind = SPIL_CHART_TEXT_SMALL,
                                             .color = spil_chart_painter_palette (painter)->muted });
  draw_peak (self, painter, &layout);
  spil_chart_axis_values (painter, &layout.plot, &layout.scale, labels);
  for (int hour = layout.first; hour <= layout.last; hour++)
    for (guint i = 0; i < self->series->len; i++)
      draw_bar (self, painter, &layout, i, hour);
  draw_hours (painter, &layout);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  return spil_chart_painter_em (painter) * 19;
}

static char *
summary (gconstpointer data)
{
  const SpilPeakProfile *self = data;
  g_autoptr (GString) text = g_string_new (NULL);
  int first, last;

  if (!find_hours (self, &first, &last))
    return g_strdup (_ ("No arrivals have been counted."));
  for (guint i = 0; i < self->series->len; i++) {
    const Series *series = get_series (self, i);
    int busiest = find_busiest (series);
    double all = get_total (series, 0, SPIL_PEAK_PROFILE_HOURS);
    g_autofree char *hour = hour_text (busiest);
    g_autofree char *most = spil_chart_number (series->people[busiest]);

    // Translators: a measurement, an hour such as 8–9 o’clock, and a number of people.
    g_string_append_printf (text, _ ("%s%s: most people arrive at %s (%s)"), i > 0 ? "; " : "", series->label,
                            hour, most);
    if (self->from >= 0 && all > 0) {
      g_autofree char *share = spil_chart_percent (get_total (series, self->from, self->to) / all);

      // Translators: a percentage.
      g_string_append_printf (text, _ (", %s in the peak"), share);
    }
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilPeakProfile *self = data;
  SpilChartTable *out = spil_chart_table_new ();
  int first, last;

  spil_chart_table_add_column (out, C_ ("chart", "Hour"), FALSE);
  for (guint i = 0; i < self->series->len; i++)
    spil_chart_table_add_column (out, get_series (self, i)->label, TRUE);
  if (self->series->len == 0)
    spil_chart_table_add_column (out, C_ ("chart", "People"), TRUE);
  if (!find_hours (self, &first, &last))
    return out;
  for (int hour = first; hour <= last; hour++) {
    spil_chart_table_add_row (out);
    spil_chart_table_take (out, hour_text (hour));
    for (guint i = 0; i < self->series->len; i++)
      spil_chart_table_take (out, spil_chart_number (get_series (self, i)->people[hour]));
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_peak_profile_free (data);
}

static const SpilChartClass peak_profile_class = {
  .name = "peak",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_peak_profile_to_chart (SpilPeakProfile *self)
{
  return spil_chart_new (&peak_profile_class, self);
}

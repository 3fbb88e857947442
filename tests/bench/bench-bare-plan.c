// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The least drawing of a planning: the same lines, bars, arrows and texts at the same places, each kind of line in one path, nothing
 * measured, nothing decided, nothing out of view.
 */
#include <math.h>
#include <pango/pangocairo.h>

#include "bench-plan.h"
#include "spil-chart-axis.h"

/* The name of a period, ready. */
typedef struct
{
  SpilPeriod period;
  char *name;
  PangoLayout *layout;
} Name;

#define KINDS (SPIL_PERIOD_YEAR + 1)
#define TONES 5

struct _BenchBarePlan
{
  SpilGantt *gantt; /* borrowed */
  const SpilChartStyle *style;
  PangoContext *context;
  PangoFontDescription *body;
  PangoFontDescription *small;
  gboolean keep;
  GArray *names[KINDS];
  cairo_pattern_t *hatches[TONES]; /* where bars carry a pattern; the first tone has none */
  PangoLayout **labels; /* per row; NULL until it is drawn */
  PangoLayout **owners;
  PangoLayout **cells; /* SPIL_GANTT_MAX_COLUMNS a row */
};

static PangoFontDescription *
make_font (const SpilChartStyle *style, double size)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, style->font_family);
  pango_font_description_set_absolute_size (font, style->font_size * size * PANGO_SCALE);
  return font;
}

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_clear_object (&name->layout);
}

static GArray *
make_names (SpilPeriodKind kind)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (Name));
  SpilPeriod period = spil_period_of (kind, spil_day_from_ymd (2017, 7, 1));
  SpilDay last = spil_day_from_ymd (2022, 7, 1);

  g_array_set_clear_func (names, clear_name);
  for (; spil_day_compare (period.first, last) < 0; period = spil_period_step (period, 1)) {
    Name name = { .period = period, .name = spil_period_format_short (period) };

    g_array_append_val (names, name);
  }
  return names;
}

/* A stroke in a square that repeats. */
static cairo_pattern_t *
make_hatch (SpilColor color, double side)
{
  cairo_surface_t *tile = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                          &(cairo_rectangle_t) { 0, 0, side, side });
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *hatch;

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, side / 4);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, side, side);
  cairo_stroke (cr);
  cairo_destroy (cr);
  hatch = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (hatch, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
  return hatch;
}

BenchBarePlan *
bench_bare_plan_new (SpilChart *chart, const SpilChartStyle *style, gboolean keep_layouts)
{
  BenchBarePlan *self = g_new0 (BenchBarePlan, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  gsize n_rows;

  self->gantt = spil_gantt_from_chart (chart);
  n_rows = (gsize) spil_gantt_get_row_count (self->gantt);
  self->style = style;
  self->keep = keep_layouts;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->body = make_font (style, 1);
  self->small = make_font (style, SPIL_CHART_SMALL_TEXT);
  for (int kind = 0; kind < KINDS; kind++)
    self->names[kind] = make_names ((SpilPeriodKind) kind);
  for (int tone = 1; tone < TONES && style->patterns; tone++)
    self->hatches[tone] = make_hatch (spil_palette_series (&style->palette, tone), style->font_size * 0.36);
  self->labels = g_new0 (PangoLayout *, n_rows);
  self->owners = g_new0 (PangoLayout *, n_rows);
  self->cells = g_new0 (PangoLayout *, n_rows * SPIL_GANTT_MAX_COLUMNS);
  return self;
}

void
bench_bare_plan_free (BenchBarePlan *self)
{
  int n_rows;

  if (self == NULL)
    return;
  n_rows = spil_gantt_get_row_count (self->gantt);
  for (int i = 0; i < n_rows; i++) {
    g_clear_object (&self->labels[i]);
    g_clear_object (&self->owners[i]);
    for (int column = 0; column < SPIL_GANTT_MAX_COLUMNS; column++)
      g_clear_object (&self->cells[i * SPIL_GANTT_MAX_COLUMNS + column]);
  }
  g_free (self->cells);
  g_free (self->labels);
  g_free (self->owners);
  for (int kind = 0; kind < KINDS; kind++)
    g_array_unref (self->names[kind]);
  for (int tone = 0; tone < TONES; tone++)
    g_clear_pointer (&self->hatches[tone], cairo_pattern_destroy);
  pango_font_description_free (self->body);
  pango_font_description_free (self->small);
  g_object_unref (self->context);
  g_free (self);
}

/* Shows a text with its middle at @middle; it is laid out first unless @layout holds it. */
static void
show (BenchBarePlan *self, cairo_t *cr, PangoLayout **layout, const char *text, PangoFontDescription *font,
      double x, double middle, double width)
{
  PangoRectangle extents;

  if (*layout == NULL) {
    *layout = pango_layout_new (self->context);
    pango_layout_set_font_description (*layout, font);
    pango_layout_set_text (*layout, text, -1);
    if (width > 0) {
      pango_layout_set_width (*layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (*layout, PANGO_ELLIPSIZE_END);
    }
  }
  pango_layout_get_extents (*layout, NULL, &extents);
  cairo_move_to (cr, x, middle - extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, *layout);
  if (!self->keep)
    g_clear_object (layout);
}

static void
set_color (cairo_t *cr, SpilColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static gboolean
is_low (BenchBarePlan *self, const SpilGanttLayout *layout)
{
  return layout->row_height < self->style->font_size * 0.8;
}

/* The upright lines of the periods of a kind, from @top to @bottom. */
static void
draw_lines (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, SpilPeriodKind kind, double top,
            double bottom, SpilColor color)
{
  GArray *names = self->names[kind];

  for (guint i = 0; i < names->len; i++) {
    double x = spil_gantt_day_to_x (layout, g_array_index (names, Name, i).period.first);

    if (x > layout->time_end)
      break;
    if (x > layout->label_width)
      cairo_rectangle (cr, floor (x), top, 1, bottom - top);
  }
  set_color (cr, color);
  cairo_fill (cr);
}

static void
draw_names (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, SpilPeriodKind kind,
            double middle)
{
  GArray *names = self->names[kind];

  for (guint i = 0; i < names->len; i++) {
    Name *name = &g_array_index (names, Name, i);
    double x = spil_gantt_day_to_x (layout, name->period.first);

    if (x > layout->time_end)
      break;
    if (x > layout->label_width - 30)
      show (self, cr, &name->layout, name->name, self->small, x + 4, middle, 0);
  }
}

static void
draw_weekends (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, double bottom)
{
  GArray *names = self->names[SPIL_PERIOD_WEEK];

  if (layout->day_width < self->style->font_size * 0.35)
    return;
  for (guint i = 0; i < names->len; i++) {
    double x = spil_gantt_day_to_x (layout, spil_day_add (g_array_index (names, Name, i).period.first, 5));

    if (x > layout->time_end)
      break;
    if (x > layout->label_width)
      cairo_rectangle (cr, x, layout->header_height, 2 * layout->day_width, bottom - layout->header_height);
  }
  set_color (cr, self->style->palette.band);
  cairo_fill (cr);
}

static void
draw_ground (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, const SpilGanttTiers *tiers)
{
  double bottom = MIN (layout->height, spil_gantt_row_to_y (layout, layout->end_row));

  draw_weekends (self, cr, layout, bottom);
  for (int i = tiers->n - 1; i >= 0; i--)
    if (tiers->kinds[i] != SPIL_PERIOD_DAY || layout->day_width > self->style->font_size)
      draw_lines (self, cr, layout, tiers->kinds[i], layout->header_height, bottom,
                  self->style->palette.grid);
  if (is_low (self, layout))
    return;
  for (int row = layout->first_row; row <= layout->end_row; row++)
    cairo_rectangle (cr, 0, floor (spil_gantt_row_to_y (layout, row)), layout->width, 1);
  set_color (cr, self->style->palette.grid);
  cairo_fill (cr);
}

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, width / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_stroke (cairo_t *cr, double x0, double done, double x1, double y, double height, SpilColor color)
{
  set_color (cr, spil_color_fade (color, 0.6));
  cairo_rectangle (cr, done, y, x1 - done, height);
  cairo_fill (cr);
  set_color (cr, color);
  cairo_rectangle (cr, x0, y, done - x0, height);
  cairo_fill (cr);
}

/* The texts of a row of the table. */
static void
draw_cells (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, int index)
{
  const SpilGanttRow *row = spil_gantt_get_row (self->gantt, index);
  double em = self->style->font_size;
  double middle = spil_gantt_row_to_y (layout, index) + layout->row_height / 2;

  show (self, cr, &self->labels[index], row->label, self->body, em * 2, middle,
        layout->column_x[1] - em * 2.5);
  for (int i = 1; i < layout->n_columns; i++)
    show (self, cr, &self->cells[index * SPIL_GANTT_MAX_COLUMNS + i], row->cells[i - 1], self->small,
          layout->column_x[i] + em / 2, middle, layout->column_x[i + 1] - layout->column_x[i] - em);
}

/* A rounded bar with an outline, and in print a pattern, its progress, and its owner beside it. */
static void
draw_bar (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, int index)
{
  const SpilGanttRow *row = spil_gantt_get_row (self->gantt, index);
  const SpilPalette *palette = &self->style->palette;
  SpilColor color = spil_palette_series (palette, row->tone);
  double em = self->style->font_size;
  double y = spil_gantt_row_to_y (layout, index) + layout->row_height * 0.25;
  double height = layout->row_height * 0.5;
  double left = spil_gantt_day_to_x (layout, row->start);
  double right = spil_gantt_day_to_x (layout, spil_day_add (row->finish, 1));
  double x0 = MAX (left, layout->label_width - 2 * em);
  double x1 = MIN (right, layout->width + 2 * em);

  if (x1 <= x0)
    return;
  if (is_low (self, layout)) {
    draw_stroke (cr, x0, CLAMP (left + (right - left) * row->progress, x0, x1), x1, y, height, color);
    return;
  }
  add_rounded (cr, x0 + 0.5, y + 0.5, x1 - x0 - 1, height - 1, em * 0.3);
  set_color (cr, spil_color_mix (color, palette->background, 0.55));
  cairo_fill_preserve (cr);
  if (self->hatches[row->tone % TONES] != NULL) {
    cairo_set_source (cr, self->hatches[row->tone % TONES]);
    cairo_fill_preserve (cr);
  }
  set_color (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (row->progress > 0) {
    cairo_rectangle (cr, x0, y, MAX (0, left + (right - left) * row->progress - x0), height);
    cairo_fill (cr);
  }
  if (layout->n_columns == 1 && x1 + em * 4 < layout->width) {
    set_color (cr, palette->muted);
    show (self, cr, &self->owners[index], row->owner, self->small, x1 + em, y + height / 2, 0);
  }
}

/* What of a link can be seen: out of one bar, across, into the other, with a head. */
static void
draw_link (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout, int from, int to,
           gboolean from_finish)
{
  const SpilGanttRow *first = spil_gantt_get_row (self->gantt, from);
  const SpilGanttRow *second = spil_gantt_get_row (self->gantt, to);
  double em = self->style->font_size;
  double x0 = spil_gantt_day_to_x (layout, from_finish ? spil_day_add (first->finish, 1) : first->start);
  double x1 = CLAMP (spil_gantt_day_to_x (layout, second->start), -1000, layout->width + 1000);
  double y0 = spil_gantt_row_to_y (layout, from) + layout->row_height * 0.5;
  double y1 = spil_gantt_row_to_y (layout, to) + layout->row_height * 0.5;

  x0 = CLAMP (x0, -1000, layout->width + 1000);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x0 + em * 0.6, y0);
  cairo_line_to (cr, x0 + em * 0.6, y1 - layout->row_height / 2);
  cairo_line_to (cr, x1 - em * 0.8, y1 - layout->row_height / 2);
  cairo_line_to (cr, x1 - em * 0.8, y1);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  if (is_low (self, layout))
    return;
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x1 - em * 0.42, y1 - em * 0.23);
  cairo_line_to (cr, x1 - em * 0.42, y1 + em * 0.23);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_links (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout)
{
  int n_rows = spil_gantt_get_row_count (self->gantt);

  set_color (cr, self->style->palette.muted);
  cairo_set_line_width (cr, MAX (1, self->style->font_size * 0.08));
  for (int i = MAX (0, layout->first_row - 7); i < layout->end_row; i++) {
    if (i + 1 >= layout->first_row && i + 1 < n_rows)
      draw_link (self, cr, layout, i, i + 1, TRUE);
    if (i % 2 == 0 && i + 7 >= layout->first_row && i + 7 < n_rows)
      draw_link (self, cr, layout, i, i + 7, FALSE);
  }
}

static void
draw_today (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout)
{
  double x = spil_gantt_day_to_x (layout, spil_day_from_ymd (2018, 10, 15));

  if (x < layout->label_width || x > layout->width)
    return;
  set_color (cr, self->style->palette.accent);
  cairo_rectangle (cr, x, layout->header_height, 1.5, layout->height - layout->header_height);
  cairo_fill (cr);
}

void
bench_bare_plan_draw (BenchBarePlan *self, cairo_t *cr, const SpilGanttLayout *layout,
                      const SpilGanttTiers *tiers)
{
  const SpilPalette *palette = &self->style->palette;
  double tier = self->style->font_size * 1.5;

  draw_ground (self, cr, layout, tiers);
  draw_today (self, cr, layout);
  cairo_save (cr);
  cairo_rectangle (cr, layout->label_width, layout->header_height, layout->width - layout->label_width,
                   layout->height - layout->header_height);
  cairo_clip (cr);
  draw_links (self, cr, layout);
  for (int row = layout->first_row; row < layout->end_row; row++)
    draw_bar (self, cr, layout, row);
  cairo_restore (cr);
  set_color (cr, palette->foreground);
  for (int row = layout->first_row; row < layout->end_row && !is_low (self, layout); row++)
    draw_cells (self, cr, layout, row);
  for (int i = 0; i < tiers->n; i++)
    draw_names (self, cr, layout, tiers->kinds[i], tier * (i + 0.5));
  draw_lines (self, cr, layout, tiers->kinds[0], 0, layout->header_height, palette->strong_grid);
}

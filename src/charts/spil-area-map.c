// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_PRECONDITIONS 4

typedef struct
{
  char *label;
  char *note; /* NULL: none */
  SpilAreaMapShape shape;
  SpilAreaMapState state;
  int met;
  double weight;
  gboolean hint;
  int x;
  int y;
} Place;

struct _SpilAreaMap
{
  GArray *places;
  int marked; /* -1: none */
};

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->label);
  g_free (place->note);
}

SpilAreaMap *
spil_area_map_new (void)
{
  SpilAreaMap *self = g_new0 (SpilAreaMap, 1);

  self->marked = -1;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  return self;
}

void
spil_area_map_free (SpilAreaMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self);
}

static int
hold (int place)
{
  return CLAMP (place, 0, SPIL_AREA_MAP_SIZE);
}

void
spil_area_map_add (SpilAreaMap *self, const SpilAreaMapPlace *place)
{
  Place own = {
    .label = g_strdup (place->label != NULL ? place->label : ""),
    .note = g_strdup (place->note),
    .shape = place->shape,
    .state = place->state,
    .met = CLAMP (place->met, 0, N_PRECONDITIONS),
    .weight = isfinite (place->weight) ? CLAMP (place->weight, 0, 1) : 0,
    .hint = place->hint,
    .x = hold (place->x),
    .y = hold (place->y),
  };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->places, own);
}

static Place *
get_place (const SpilAreaMap *self, int index)
{
  return &g_array_index (self->places, Place, index);
}

void
spil_area_map_move (SpilAreaMap *self, int index, int x, int y)
{
  g_return_if_fail (self != NULL && index >= 0 && index < (int) self->places->len);

  get_place (self, index)->x = hold (x);
  get_place (self, index)->y = hold (y);
}

void
spil_area_map_get_place (const SpilAreaMap *self, int index, int *x, int *y)
{
  g_return_if_fail (self != NULL && index >= 0 && index < (int) self->places->len);

  *x = get_place (self, index)->x;
  *y = get_place (self, index)->y;
}

void
spil_area_map_set_marked (SpilAreaMap *self, int index)
{
  g_return_if_fail (self != NULL);

  self->marked = index;
}

/* Places */

/* Where the middles of the places lie. Around it is room for half a label at the sides, and for a shape with its texts. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double scale; /* of the shapes: less where there is little room */
  double label_width;
} Sheet;

/* In so many columns no label is cut. */
#define COLUMNS 4
#define MAX_LABEL_EMS 10.0
/* The greatest shape, from its middle to its edge. */
#define SHAPE_EMS 2.8
/* Below this width shapes become smaller. */
#define FULL_EMS 34.0
#define MIN_SCALE 0.72

static Sheet
make_sheet (const SpilChartPainter *painter, double top)
{
  double em = spil_chart_painter_em (painter);
  double scale = CLAMP (painter->width / (em * FULL_EMS), MIN_SCALE, 1);
  double label_width = MIN (em * MAX_LABEL_EMS, painter->width / COLUMNS);
  double above = em * SHAPE_EMS * scale;
  double below = above + spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) +
                 spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + em * 0.4;

  return (Sheet) { .x = label_width / 2,
                   .y = top + above,
                   .width = MAX (painter->width - label_width, 1),
                   .height = MAX (painter->height - top - above - below, 1),
                   .scale = scale,
                   .label_width = label_width };
}

void
spil_area_map_usual_place (int index, int count, int *x, int *y)
{
  int columns = MAX ((int) ceil (sqrt (MAX (count, 1))), 1);
  int rows = MAX ((count + columns - 1) / columns, 1);

  *x = columns > 1 ? SPIL_AREA_MAP_SIZE * (index % columns) / (columns - 1) : SPIL_AREA_MAP_SIZE / 2;
  *y = rows > 1 ? SPIL_AREA_MAP_SIZE * MIN (index / columns, rows - 1) / (rows - 1) : SPIL_AREA_MAP_SIZE / 2;
}

/* Drawing */

static SpilColor
state_color (const SpilPalette *palette, SpilAreaMapState state)
{
  switch (state) {
  case SPIL_AREA_MAP_APPROACH:
    return palette->good;
  case SPIL_AREA_MAP_EXCEPTION:
    return palette->series[3];
  case SPIL_AREA_MAP_ONE_TO_ONE:
    return palette->series[0];
  case SPIL_AREA_MAP_NOT_ASSESSED:
  default:
    return palette->muted;
  }
}

static SpilPattern
state_pattern (SpilAreaMapState state)
{
  switch (state) {
  case SPIL_AREA_MAP_APPROACH:
    return SPIL_PATTERN_SOLID;
  case SPIL_AREA_MAP_EXCEPTION:
    return SPIL_PATTERN_RISING;
  case SPIL_AREA_MAP_ONE_TO_ONE:
    return SPIL_PATTERN_DOTS;
  case SPIL_AREA_MAP_NOT_ASSESSED:
  default:
    return SPIL_PATTERN_OPEN;
  }
}

static const char *
state_text (SpilAreaMapState state)
{
  switch (state) {
  case SPIL_AREA_MAP_APPROACH:
    return C_ ("chart", "Area approach");
  case SPIL_AREA_MAP_EXCEPTION:
    return C_ ("chart", "Area approach by exception");
  case SPIL_AREA_MAP_ONE_TO_ONE:
    return C_ ("chart", "One to one");
  case SPIL_AREA_MAP_NOT_ASSESSED:
  default:
    return C_ ("chart", "Not assessed");
  }
}

static const char *
shape_text (SpilAreaMapShape shape)
{
  switch (shape) {
  case SPIL_AREA_MAP_CORRIDOR:
    return C_ ("chart", "Corridor");
  case SPIL_AREA_MAP_DISTRICT:
    return C_ ("chart", "District");
  case SPIL_AREA_MAP_MUNICIPALITY:
    return C_ ("chart", "Municipality");
  case SPIL_AREA_MAP_PARK:
  default:
    return C_ ("chart", "Business park");
  }
}

/* The box of the shape of a place, around its middle. */
static cairo_rectangle_t
shape_box (const SpilChartPainter *painter, const Place *place, const Sheet *sheet)
{
  double size = spil_chart_painter_em (painter) * (1.9 + 1.7 * place->weight) * sheet->scale;
  double x = sheet->x + sheet->width * place->x / SPIL_AREA_MAP_SIZE;
  double y = sheet->y + sheet->height * place->y / SPIL_AREA_MAP_SIZE;
  double width = size;

  if (place->shape == SPIL_AREA_MAP_CORRIDOR)
    width = MIN (size * 2.6, sheet->label_width * 0.9);
  if (place->shape == SPIL_AREA_MAP_MUNICIPALITY)
    width = size = size * 1.5;
  return (cairo_rectangle_t) { x - width / 2, y - size / 2, width, size };
}

static void
draw_shape (const SpilChartPainter *painter, const Place *place, const cairo_rectangle_t *box,
            gboolean marked)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double radius = place->shape == SPIL_AREA_MAP_PARK ? em * 0.35 : box->height / 2;
  SpilColor color = state_color (palette, place->state);

  spil_chart_painter_rounded (painter, box->x, box->y, box->width, box->height, radius);
  spil_chart_painter_fill_outlined (painter, color, state_pattern (place->state),
                                    marked ? palette->accent : color, marked ? em * 0.22 : em * 0.1);
}

/* "3/4" in the shape: how many of the preconditions are met. */
static void
draw_met (const SpilChartPainter *painter, const Place *place, double x, double y)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  g_autofree char *text = g_strdup_printf ("%d/%d", place->met, N_PRECONDITIONS);
  SpilChartPut put = { .x = x, .y = y, .x_align = 0.5, .y_align = 0.5, .kind = SPIL_CHART_TEXT_SMALL_STRONG };

  if (place->state == SPIL_AREA_MAP_NOT_ASSESSED)
    return;
  put.color = place->state == SPIL_AREA_MAP_APPROACH
                  ? spil_palette_text_on (palette, state_color (palette, place->state))
                  : palette->foreground;
  if (place->state == SPIL_AREA_MAP_APPROACH)
    spil_chart_painter_text (painter, text, &put);
  else
    spil_chart_painter_text_halo (painter, text, &put);
}

// Narrower labels are written small, without a note: the table has it.
#define ROOMY_EMS 7.0

static SpilChartTextKind
name_kind (const SpilChartPainter *painter, const char *name, double width)
{
  if (width >= spil_chart_painter_em (painter) * ROOMY_EMS)
    return SPIL_CHART_TEXT_STRONG;
  if (spil_chart_painter_text_width (painter, name, SPIL_CHART_TEXT_SMALL_STRONG) <= width)
    return SPIL_CHART_TEXT_SMALL_STRONG;
  return SPIL_CHART_TEXT_SMALL;
}

static void
draw_texts (const SpilChartPainter *painter, const Place *place, double width, double x, double y)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilChartPut name = { .x = x,
                        .y = y,
                        .x_align = 0.5,
                        .max_width = width,
                        .kind = name_kind (painter, place->label, width),
                        .color = palette->foreground };
  SpilChartPut note = { .x = x,
                        .y = y + spil_chart_painter_line (painter, name.kind),
                        .x_align = 0.5,
                        .max_width = width,
                        .kind = SPIL_CHART_TEXT_SMALL,
                        .color = palette->muted };

  spil_chart_painter_text_halo (painter, place->label, &name);
  if (place->note != NULL && name.kind == SPIL_CHART_TEXT_STRONG)
    spil_chart_painter_text_halo (painter, place->note, &note);
}

static char *
describe (const Place *place)
{
  g_autoptr (GString) text = g_string_new (shape_text (place->shape));

  g_string_append_printf (text, ", %s", state_text (place->state));
  if (place->state != SPIL_AREA_MAP_NOT_ASSESSED)
    // Translators: in how many of the preconditions the answer is yes.
    g_string_append_printf (text, C_ ("chart", ", %d of %d preconditions"), place->met, N_PRECONDITIONS);
  if (place->note != NULL)
    g_string_append_printf (text, ", %s", place->note);
  if (place->hint)
    g_string_append_printf (text, ", %s", C_ ("chart", "alike needs: look at it"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
draw_place (const SpilAreaMap *self, const SpilChartPainter *painter, int index, const Sheet *sheet)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const Place *place = get_place (self, index);
  double em = spil_chart_painter_em (painter);
  cairo_rectangle_t box = shape_box (painter, place, sheet);
  double x = box.x + box.width / 2;

  draw_shape (painter, place, &box, index == self->marked);
  draw_met (painter, place, x, box.y + box.height / 2);
  if (place->hint)
    spil_chart_painter_marker (painter, SPIL_MARKER_STAR, box.x + box.width, box.y, em * 0.55,
                               palette->warning);
  draw_texts (painter, place, sheet->label_width, x, box.y + box.height + em * 0.2);
  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_TOKEN, index, &box, g_strdup (place->label),
                            describe (place));
}

static double
draw_legend (const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[5];
  int count = 0;

  for (int state = SPIL_AREA_MAP_APPROACH; state >= SPIL_AREA_MAP_NOT_ASSESSED; state--)
    entries[count++] = (SpilLegendEntry) { state_text ((SpilAreaMapState) state), SPIL_LEGEND_SURFACE,
                                           state_color (palette, (SpilAreaMapState) state),
                                           state_pattern ((SpilAreaMapState) state), 0 };
  entries[count++] = (SpilLegendEntry) { C_ ("chart", "Alike needs"), SPIL_LEGEND_MARKER, palette->warning, 0,
                                         SPIL_MARKER_STAR };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

/* The legend, and where the sheet begins. */
static double
draw_top (const SpilChartPainter *painter)
{
  return draw_legend (painter) + spil_chart_painter_em (painter) * 0.5;
}

static int
find_place (double at, double from, double length)
{
  return hold ((int) lround (CLAMP ((at - from) / length, 0, 1) * SPIL_AREA_MAP_SIZE));
}

void
spil_area_map_place_at (const SpilChartPainter *painter, double px, double py, int *x, int *y)
{
  Sheet sheet = make_sheet (painter, draw_top (painter));

  *x = find_place (px, sheet.x, sheet.width);
  *y = find_place (py, sheet.y, sheet.height);
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilAreaMap *self = data;
  Sheet sheet;

  if (self->places->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  sheet = make_sheet (painter, draw_top (painter));
  // Municipalities lie behind what is in them.
  for (int i = 0; i < (int) self->places->len; i++)
    if (get_place (self, i)->shape == SPIL_AREA_MAP_MUNICIPALITY)
      draw_place (self, painter, i, &sheet);
  for (int i = 0; i < (int) self->places->len; i++)
    if (get_place (self, i)->shape != SPIL_AREA_MAP_MUNICIPALITY)
      draw_place (self, painter, i, &sheet);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  return ceil (CLAMP (painter->width * SPIL_AREA_MAP_RATIO, spil_chart_painter_em (painter) * 22,
                      spil_chart_painter_em (painter) * 46));
}

static char *
summary (gconstpointer data)
{
  const SpilAreaMap *self = data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->places->len == 0)
    return g_strdup (_ ("No areas."));
  g_string_append (text, _ ("The areas and what follows for each:"));
  for (int i = 0; i < (int) self->places->len; i++)
    g_string_append_printf (text, "%s %s: %s", i > 0 ? ";" : "", get_place (self, i)->label,
                            state_text (get_place (self, i)->state));
  g_string_append_c (text, '.');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilAreaMap *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Area"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Kind"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Approach"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Preconditions met"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "About it"), FALSE);
  for (int i = 0; i < (int) self->places->len; i++) {
    const Place *place = get_place (self, i);

    spil_chart_table_add_row (out);
    spil_chart_table_put (out, place->label);
    spil_chart_table_put (out, shape_text (place->shape));
    spil_chart_table_put (out, state_text (place->state));
    spil_chart_table_take (
        out, place->state != SPIL_AREA_MAP_NOT_ASSESSED ? g_strdup_printf ("%d", place->met) : NULL);
    spil_chart_table_put (out, place->note);
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_area_map_free (data);
}

static const SpilChartClass area_map_class = {
  .name = "areas",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_area_map_to_chart (SpilAreaMap *self)
{
  return spil_chart_new (&area_map_class, self);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The arrows between rows, and the index that finds those in view among many. */
#include "spil-gantt-private.h"

#include <math.h>

#define MAX_CORNERS 6

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const SpilGanttSpan *x = a;
  const SpilGanttSpan *y = b;

  return x->low != y->low ? (x->low < y->low ? -1 : 1) : (x->link < y->link ? -1 : x->link > y->link);
}

/* Fills in the reach of the middle of [from, to) and of all below it: an interval tree without pointers. */
static int
find_reach (SpilGanttSpan *spans, int from, int to)
{
  int middle = from + (to - from) / 2;
  int reach;

  if (from >= to)
    return -1;
  reach = MAX (find_reach (spans, from, middle), find_reach (spans, middle + 1, to));
  spans[middle].reach = MAX (reach, spans[middle].high);
  return spans[middle].reach;
}

static void
make_spans (SpilGantt *self)
{
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (SpilGanttSpan), self->links->len);
  for (guint i = 0; i < self->links->len; i++) {
    const SpilGanttLink *link = &g_array_index (self->links, SpilGanttLink, i);
    SpilGanttSpan span = { MIN (link->from, link->to), MAX (link->from, link->to), 0, (int) i };

    g_array_append_val (self->spans, span);
  }
  g_array_sort (self->spans, compare_spans);
  find_reach ((SpilGanttSpan *) (gpointer) self->spans->data, 0, (int) self->spans->len);
}

typedef struct
{
  const SpilGantt *gantt;
  int first;
  int last;
  SpilGanttVisit visit;
  gpointer data;
} Query;

static void
visit_spans (const Query *query, int from, int to)
{
  int middle = from + (to - from) / 2;
  const SpilGanttSpan *span;

  if (from >= to)
    return;
  span = &g_array_index (query->gantt->spans, SpilGanttSpan, middle);
  if (span->reach < query->first)
    return;
  visit_spans (query, from, middle);
  if (span->low > query->last)
    return;
  if (span->high >= query->first)
    query->visit (&g_array_index (query->gantt->links, SpilGanttLink, span->link), query->data);
  visit_spans (query, middle + 1, to);
}

void
spil_gantt_visit_links (SpilGantt *self, int first, int last, SpilGanttVisit visit, gpointer data)
{
  Query query = { self, first, last, visit, data };

  if (self->spans == NULL)
    make_spans (self);
  visit_spans (&query, 0, (int) self->spans->len);
}

typedef struct
{
  double x;
  double y;
} Corner;

/* The way of an arrow: corners, and the direction of its head. */
typedef struct
{
  Corner corners[MAX_CORNERS];
  int count;
  double head_x;
  double head_y;
} Way;

static void
turn (Way *way, double x, double y)
{
  way->corners[way->count++] = (Corner) { x, y };
}

/* The sides of a row's bar that a link leaves from and arrives at. */
typedef struct
{
  double x0;
  double x1;
  double top;
  double bottom;
  double middle;
} Place;

static gboolean
find_place (const SpilGantt *self, const SpilGanttLayout *layout, int index, double em, Place *place)
{
  double y, height;

  if (!spil_gantt_row_sides (layout, spil_gantt_row (self, index), em, &place->x0, &place->x1))
    return FALSE;
  spil_gantt_bar_place (layout, index, &y, &height);
  place->top = y;
  place->bottom = y + height;
  place->middle = y + height / 2;
  return TRUE;
}

/* From the finish to the start of a bar that comes later: down into it when near, else beside it and in. */
static gboolean
go_on (Way *way, const Place *from, const Place *to, double em)
{
  double out = from->x1 + em * 0.6;
  double drop = MAX (to->x0, from->x1) + em * 0.45;
  gboolean down = to->middle > from->middle;

  if (to->x0 < from->x1 - em * 0.2)
    return FALSE;
  turn (way, from->x1, from->middle);
  if (to->x0 - out > em * 0.7) {
    turn (way, out, from->middle);
    turn (way, out, to->middle);
    turn (way, to->x0, to->middle);
    way->head_x = 1;
  } else {
    drop = MIN (drop, MAX (to->x1 - em * 0.1, from->x1 + em * 0.1));
    turn (way, drop, from->middle);
    turn (way, drop, down ? to->top : to->bottom);
    way->head_y = down ? 1 : -1;
  }
  return TRUE;
}

static void
go_around (Way *way, const SpilGanttLayout *layout, SpilGanttLinkKind kind, const Place *from,
           const Place *to, double em)
{
  gboolean leaves_right = kind == SPIL_GANTT_FINISH_START || kind == SPIL_GANTT_FINISH_FINISH;
  gboolean enters_left = kind == SPIL_GANTT_FINISH_START || kind == SPIL_GANTT_START_START;
  double stub = em * 0.6;
  double x0 = leaves_right ? from->x1 : from->x0;
  double x1 = enters_left ? to->x0 : to->x1;
  double out = x0 + (leaves_right ? stub : -stub);
  double in = x1 + (enters_left ? -stub * 1.3 : stub * 1.3);
  double gutter = from->middle + (to->middle > from->middle ? 0.5 : -0.5) * layout->row_height;

  way->head_x = enters_left ? 1 : -1;
  turn (way, x0, from->middle);
  if (leaves_right != enters_left) {
    /* Both on one side: around the outermost. */
    double x = leaves_right ? MAX (out, in) : MIN (out, in);

    turn (way, x, from->middle);
    turn (way, x, to->middle);
  } else {
    turn (way, out, from->middle);
    turn (way, out, gutter);
    turn (way, in, gutter);
    turn (way, in, to->middle);
  }
  turn (way, x1, to->middle);
}

static void
trace (cairo_t *cr, const Way *way, double radius)
{
  cairo_move_to (cr, way->corners[0].x, way->corners[0].y);
  for (int i = 1; i + 1 < way->count; i++) {
    Corner at = way->corners[i];
    Corner before = way->corners[i - 1];
    Corner after = way->corners[i + 1];
    double to = hypot (at.x - before.x, at.y - before.y);
    double on = hypot (after.x - at.x, after.y - at.y);
    double round = MIN (radius, MIN (to, on) / 2);

    if (round < 0.1) {
      cairo_line_to (cr, at.x, at.y);
      continue;
    }
    cairo_line_to (cr, at.x - (at.x - before.x) / to * round, at.y - (at.y - before.y) / to * round);
    cairo_curve_to (cr, at.x, at.y, at.x, at.y, at.x + (after.x - at.x) / on * round,
                    at.y + (after.y - at.y) / on * round);
  }
  cairo_line_to (cr, way->corners[way->count - 1].x, way->corners[way->count - 1].y);
  cairo_stroke (cr);
}

static void
draw_head (cairo_t *cr, const Way *way, double size)
{
  Corner tip = way->corners[way->count - 1];
  double back_x = tip.x - way->head_x * size;
  double back_y = tip.y - way->head_y * size;

  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, back_x - way->head_y * size * 0.55, back_y - way->head_x * size * 0.55);
  cairo_line_to (cr, back_x + way->head_y * size * 0.55, back_y + way->head_x * size * 0.55);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Keeps what lies outside of the view within Cairo's numbers. */
static void
hold_in_view (Way *way, const SpilGanttLayout *layout)
{
  for (int i = 0; i < way->count; i++) {
    way->corners[i].x = CLAMP (way->corners[i].x, -1000, layout->width + 1000);
    way->corners[i].y = CLAMP (way->corners[i].y, -1000, layout->height + 1000);
  }
}

typedef struct
{
  const SpilGantt *gantt;
  const SpilChartPainter *painter;
  const SpilGanttLayout *layout;
  gboolean *busy;
} Drawing;

static void
mark_busy (const Drawing *drawing, int row)
{
  if (row >= drawing->layout->first_row && row < drawing->layout->end_row)
    drawing->busy[row - drawing->layout->first_row] = TRUE;
}

/* Each stretch of the way can be pointed at. */
static void
add_hits (const Drawing *drawing, const SpilGanttLink *link, const Way *way)
{
  const GArray *links = drawing->gantt->links;
  int index = (int) (link - (const SpilGanttLink *) (gconstpointer) links->data);

  if (drawing->painter->hits == NULL)
    return;
  for (int i = 1; i < way->count; i++) {
    Corner a = way->corners[i - 1], b = way->corners[i];
    cairo_rectangle_t box = { MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, ABS (a.x - b.x) + 2, ABS (a.y - b.y) + 2 };

    spil_chart_painter_hit (drawing->painter, SPIL_CHART_PART_LINK, index, &box,
                            g_strdup_printf ("%s → %s",
                                             spil_gantt_row_name (spil_gantt_row (drawing->gantt, link->from)),
                                             spil_gantt_row_name (spil_gantt_row (drawing->gantt, link->to))),
                            NULL);
  }
}

static void
draw_link (const SpilGanttLink *link, gpointer data)
{
  const Drawing *drawing = data;
  const SpilPalette *palette = spil_chart_painter_palette (drawing->painter);
  double em = spil_chart_painter_em (drawing->painter);
  gboolean critical = spil_gantt_row (drawing->gantt, link->from)->critical &&
                      spil_gantt_row (drawing->gantt, link->to)->critical;
  cairo_t *cr = drawing->painter->cr;
  Way way = { 0 };
  Place from, to;

  if (link->from == link->to || !find_place (drawing->gantt, drawing->layout, link->from, em, &from) ||
      !find_place (drawing->gantt, drawing->layout, link->to, em, &to))
    return;
  if (link->kind == SPIL_GANTT_FINISH_START || link->kind == SPIL_GANTT_FINISH_FINISH)
    mark_busy (drawing, link->from);
  if (link->kind == SPIL_GANTT_FINISH_FINISH || link->kind == SPIL_GANTT_START_FINISH)
    mark_busy (drawing, link->to);
  if (link->kind != SPIL_GANTT_FINISH_START || !go_on (&way, &from, &to, em))
    go_around (&way, drawing->layout, link->kind, &from, &to, em);
  hold_in_view (&way, drawing->layout);
  spil_chart_painter_color (drawing->painter, critical ? palette->warning : palette->muted);
  cairo_set_line_width (cr, MAX (1, em * (critical ? 0.13 : 0.08)));
  trace (cr, &way, em * 0.3);
  draw_head (cr, &way, em * 0.42);
  add_hits (drawing, link, &way);
}

void
spil_gantt_draw_links (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
                       gboolean *busy)
{
  Drawing drawing = { self, painter, layout, busy };

  if (self->links->len > 0 && layout->end_row > layout->first_row)
    spil_gantt_visit_links ((SpilGantt *) self, layout->first_row, layout->end_row - 1, draw_link, &drawing);
}

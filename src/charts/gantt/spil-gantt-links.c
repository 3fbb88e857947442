// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The arrows between rows, and the index that finds those in view among many. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-gantt-private.h"

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
  int before, after;

  if (from >= to)
    return -1;
  before = find_reach (spans, from, middle);
  after = find_reach (spans, middle + 1, to);
  spans[middle].reach = MAX (spans[middle].high, MAX (before, after));
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

/* Which links are drawn now: the critical ones lie over the others. */
typedef struct
{
  SpilGanttFrame *frame;
  int pass; /* PASS_... */
} Drawing;

/* The part of a stretch that is seen can be pointed at. */
static void
add_hit (const SpilGanttFrame *frame, const SpilGanttLink *link, double x0, double y0, double x1, double y1)
{
  const SpilGanttLayout *layout = &frame->layout;
  const GArray *links = frame->gantt->links;

  x0 = MAX (x0, layout->label_width);
  y0 = MAX (y0, layout->header_height);
  x1 = MIN (x1, layout->width);
  y1 = MIN (y1, layout->height);
  if (frame->painter->hits != NULL && x1 >= x0 && y1 >= y0)
    spil_chart_painter_hit (
        frame->painter, SPIL_CHART_PART_LINK,
        (int) (link - (const SpilGanttLink *) (gconstpointer) links->data),
        &(cairo_rectangle_t) { x0, y0, x1 - x0, y1 - y0 },
        g_strconcat (spil_gantt_row_name (spil_gantt_row (frame->gantt, link->from)), " → ",
                     spil_gantt_row_name (spil_gantt_row (frame->gantt, link->to)), NULL),
        link->broken ? g_strdup (_ ("not met: the second lies too early for this")) : NULL);
}

/* Words keep clear of what lies in their row: level lines whole, upright ones with some air. */
static void
take_way (SpilGanttFrame *frame, const SpilGanttWay *way, const SpilGanttLink *link)
{
  const SpilGanttLayout *layout = &frame->layout;
  double air = frame->em * 0.25;

  for (int i = 0; i + 1 < way->count; i++) {
    double x0 = MIN (way->corners[i].x, way->corners[i + 1].x);
    double x1 = MAX (way->corners[i].x, way->corners[i + 1].x);
    double y0 = MIN (way->corners[i].y, way->corners[i + 1].y);
    double y1 = MAX (way->corners[i].y, way->corners[i + 1].y);
    int first = MAX (spil_gantt_y_to_row (layout, MAX (y0, layout->header_height)), layout->first_row);
    int last = MIN (spil_gantt_y_to_row (layout, y1), layout->end_row - 1);

    if (x1 < layout->label_width || x0 > layout->width)
      continue;
    spil_gantt_frame_ink (frame, SPIL_GANTT_INK_LINK, x0, y0, x1, y1);
    add_hit (frame, link, x0, y0, x1, y1);
    for (int row = first; row <= last; row++)
      spil_gantt_take (frame, row, x0 - air, x1 + air);
  }
}

/* Keeps what lies outside of the view within Cairo's numbers; FALSE when nothing of it is seen. */
static gboolean
hold_in_view (SpilGanttWay *way, const SpilGanttLayout *layout)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;

  for (int i = 0; i < way->count; i++) {
    way->corners[i].x = CLAMP (way->corners[i].x, -1000, layout->width + 1000);
    way->corners[i].y = CLAMP (way->corners[i].y, -1000, layout->height + 1000);
    left = MIN (left, way->corners[i].x);
    right = MAX (right, way->corners[i].x);
  }
  return right >= layout->label_width && left <= layout->width;
}

/* What must not be missed comes last. */
enum
{
  PASS_PLAIN,
  PASS_CRITICAL,
  PASS_BROKEN,
  N_PASSES
};

static int
pass_of (const SpilGantt *gantt, const SpilGanttLink *link)
{
  if (link->broken)
    return PASS_BROKEN;
  return spil_gantt_row (gantt, link->from)->critical && spil_gantt_row (gantt, link->to)->critical
             ? PASS_CRITICAL
             : PASS_PLAIN;
}

static void
draw_link (const SpilGanttLink *link, gpointer data)
{
  const Drawing *drawing = data;
  SpilGanttFrame *frame = drawing->frame;
  SpilGanttWay way = { 0 };
  SpilGanttEnds from, to;

  if (pass_of (frame->gantt, link) != drawing->pass || link->from == link->to ||
      !spil_gantt_row_ends (&frame->layout, link->from, &from) ||
      !spil_gantt_row_ends (&frame->layout, link->to, &to))
    return;
  spil_gantt_way (&way, &frame->layout, link->kind, &from, &to);
  if (!hold_in_view (&way, &frame->layout))
    return;
  if (frame->texts)
    take_way (frame, &way, link);
  spil_gantt_way_draw (&way, frame->cr, frame->fine ? frame->em * 0.3 : 0, frame->fine ? frame->em * 0.4 : 0);
}

void
spil_gantt_draw_links (SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;
  Drawing drawing = { frame, PASS_PLAIN };

  if (frame->gantt->links->len == 0 || layout->end_row <= layout->first_row)
    return;
  for (; drawing.pass < N_PASSES; drawing.pass++) {
    spil_chart_painter_color (frame->painter,
                              drawing.pass == PASS_PLAIN ? frame->palette->muted : frame->palette->warning);
    cairo_set_line_width (frame->cr, MAX (1, frame->em * (drawing.pass == PASS_PLAIN ? 0.075 : 0.14)));
    if (drawing.pass == PASS_BROKEN)
      cairo_set_dash (frame->cr, (double[]) { frame->em * 0.3, frame->em * 0.22 }, 2, 0);
    spil_gantt_visit_links ((SpilGantt *) frame->gantt, layout->first_row, layout->end_row - 1, draw_link,
                            &drawing);
  }
  cairo_set_dash (frame->cr, NULL, 0, 0);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The flow itself: sources at the left, lines at the right, ribbons between them as thick as their amounts. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-source-flow-private.h"

/* A source or a line: its block, and how much of it ribbons took already. */
typedef struct
{
  int index; /* SPIL_FLOW_UNCOVERED, or a source; a line */
  double top;
  double height; /* of the block; what it stands for */
  double slot; /* with room for its words */
  double taken;
} Node;

typedef struct
{
  const SpilSourceFlow *flow;
  const SpilChartPainter *painter;
  GArray *left; /* Node */
  GArray *right; /* Node */
  double top;
  double scale; /* units for a cent */
  double text_left; /* width of the words */
  double text_right;
  double block; /* width of a block */
  double x0; /* right side of the left blocks */
  double x1; /* left side of the right blocks */
} Layout;

static Node *
get_node (GArray *nodes, guint at)
{
  return &g_array_index (nodes, Node, at);
}

static double
least_slot (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * 2 + spil_chart_painter_em (painter) * 0.5;
}

static double
size_of (const SpilSourceFlow *flow, gboolean left, int index)
{
  return (double) (left ? spil_source_flow_source_sum (flow, index)
                        : spil_source_flow_line_size (flow, index));
}

static GArray *
make_nodes (const SpilSourceFlow *flow, gboolean left)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  const int n = (int) (left ? flow->sources->len : flow->lines->len);

  for (int i = 0; i < n; i++) {
    Node node = { .index = i };

    g_array_append_val (nodes, node);
  }
  if (left && spil_source_flow_source_sum (flow, SPIL_FLOW_UNCOVERED) > 0) {
    Node node = { .index = SPIL_FLOW_UNCOVERED };

    g_array_append_val (nodes, node);
  }
  return nodes;
}

/* The height of a column at a scale: each node as high as its amount, but never lower than its words. */
static double
set_column (const Layout *layout, GArray *nodes, gboolean left, double scale, double least)
{
  const double gap = spil_chart_painter_em (layout->painter) * 0.5;
  double y = 0;

  for (guint i = 0; i < nodes->len; i++) {
    Node *node = get_node (nodes, i);

    node->height = size_of (layout->flow, left, node->index) * scale;
    node->slot = MAX (node->height, least);
    node->top = y;
    y += node->slot + gap;
  }
  return y - gap;
}

/* The largest scale with which both columns fit in @room; nodes lose the room for their words where it is too little. */
static void
fit (Layout *layout, double room)
{
  const double most = MAX (MAX (spil_source_flow_total (layout->flow), 1),
                           spil_source_flow_source_sum (layout->flow, 0));
  const guint n = MAX (layout->left->len, layout->right->len);
  double least = MIN (least_slot (layout->painter), MAX (room / MAX (n, 1) * 0.8, 1));
  double low = 0, high = room / most;

  for (int i = 0; i < 40; i++) {
    const double middle = (low + high) / 2;

    if (MAX (set_column (layout, layout->left, TRUE, middle, least),
             set_column (layout, layout->right, FALSE, middle, least)) <= room)
      low = middle;
    else
      high = middle;
  }
  layout->scale = low;
  {
    const double left = set_column (layout, layout->left, TRUE, low, least);
    const double right = set_column (layout, layout->right, FALSE, low, least);

    /* The lower column stands in the middle of the other one. */
    for (guint i = 0; i < layout->left->len; i++)
      get_node (layout->left, i)->top += layout->top + MAX (right - left, 0) / 2;
    for (guint i = 0; i < layout->right->len; i++)
      get_node (layout->right, i)->top += layout->top + MAX (left - right, 0) / 2;
  }
}

static double
words_width (const Layout *layout, GArray *nodes, gboolean left)
{
  const double most = layout->painter->width * (left ? 0.24 : 0.36);
  double widest = 0;

  for (guint i = 0; i < nodes->len; i++) {
    const int index = get_node (nodes, i)->index;
    const char *name = left ? spil_source_flow_name (layout->flow, index)
                            : spil_source_flow_line (layout->flow, index)->name;

    widest = MAX (widest, spil_chart_painter_text_width (layout->painter, name, SPIL_CHART_TEXT_SMALL));
  }
  return MIN (MAX (widest, spil_chart_painter_em (layout->painter) * 6), most);
}

static double
head_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 0.6;
}

static double
beside_width (const Layout *layout)
{
  return spil_source_flow_beside (layout->flow) > 0 ? spil_chart_painter_em (layout->painter) * 1.6 : 0;
}

static Layout
lay_out (const SpilSourceFlow *flow, const SpilChartPainter *painter)
{
  const double em = spil_chart_painter_em (painter);
  Layout layout = { .flow = flow, .painter = painter, .top = head_height (painter), .block = em * 0.8 };

  layout.left = make_nodes (flow, TRUE);
  layout.right = make_nodes (flow, FALSE);
  layout.text_left = words_width (&layout, layout.left, TRUE);
  layout.text_right = words_width (&layout, layout.right, FALSE);
  layout.x0 = layout.text_left + em * 0.6 + layout.block;
  layout.x1 = painter->width - layout.text_right - em * 0.6 - layout.block - beside_width (&layout);
  layout.x1 = MAX (layout.x1, layout.x0 + em);
  fit (&layout, MAX (painter->height - layout.top - em * 0.3, em));
  return layout;
}

static void
layout_clear (Layout *layout)
{
  g_array_unref (layout->left);
  g_array_unref (layout->right);
}

/* A name and an amount beside a block: in two lines, in one, or none where the slot is too low for any. */
static void
draw_words (const Layout *layout, const Node *node, gboolean left, const char *name, const char *amount)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const double middle = node->top + node->slot / 2;
  const double x = left ? layout->text_left : layout->painter->width - layout->text_right;
  SpilChartPut put = { .x = x,
                       .y = middle,
                       .x_align = left ? 1 : 0,
                       .y_align = 0.5,
                       .max_width = left ? layout->text_left : layout->text_right,
                       .kind = SPIL_CHART_TEXT_SMALL,
                       .color = palette->foreground };
  g_autofree char *both = NULL;

  if (node->slot >= line * 2) {
    double height;

    put.max_lines = node->slot >= line * 3 ? 2 : 1;
    spil_chart_painter_measure (painter, name, &put, NULL, &height);
    put.y_align = 0;
    put.y = middle - (height + line) / 2;
    spil_chart_painter_text (painter, name, &put);
    put.y += height;
    put.kind = SPIL_CHART_TEXT_SMALL_STRONG;
    spil_chart_painter_text (painter, amount, &put);
    return;
  }
  if (node->slot + em * 0.3 < line)
    return;
  both = g_strdup_printf ("%s %s", amount, name);
  spil_chart_painter_text (painter, both, &put);
}

static void
draw_node (const Layout *layout, const Node *node, gboolean left)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double x = left ? layout->x0 - layout->block : layout->x1;
  const double y = node->top + (node->slot - node->height) / 2;

  if (size_of (layout->flow, left, node->index) > 0)
    spil_chart_painter_box (painter, x, y, layout->block, MAX (node->height, 1), 0,
                            left ? spil_source_flow_color (painter, node->index) : palette->foreground,
                            left ? spil_source_flow_pattern (node->index) : SPIL_PATTERN_SOLID);
  if (left) {
    g_autofree char *amount = spil_money_chart_text (spil_source_flow_source_sum (layout->flow, node->index));

    draw_words (layout, node, TRUE, spil_source_flow_name (layout->flow, node->index), amount);
  } else {
    g_autofree char *amount = spil_source_flow_amount_text (layout->flow, node->index);

    draw_words (layout, node, FALSE, spil_source_flow_line (layout->flow, node->index)->name, amount);
  }
}

/* What others bring for a line comes in from the right, beside the budget. */
static void
draw_beside (const Layout *layout, const Node *node)
{
  const SpilChartPainter *painter = layout->painter;
  const double em = spil_chart_painter_em (painter);
  const int64_t beside = spil_source_flow_line (layout->flow, node->index)->beside;
  const double height = CLAMP ((double) beside * layout->scale, 1, MAX (node->slot, 1));

  if (beside <= 0)
    return;
  spil_chart_painter_box (painter, layout->x1 + layout->block + em * 0.25,
                          node->top + (node->slot - height) / 2, beside_width (layout) - em * 0.4, height, 0,
                          spil_chart_painter_palette (painter)->muted, SPIL_PATTERN_RISING);
}

/* A ribbon between two blocks. */
typedef struct
{
  int source;
  double y0; /* its top at the source */
  double y1; /* its top at the line */
  double thick;
} Ribbon;

static void
draw_ribbon (const Layout *layout, const Ribbon *ribbon)
{
  const SpilChartPainter *painter = layout->painter;
  const double middle = (layout->x0 + layout->x1) / 2;
  const double y0 = ribbon->y0, y1 = ribbon->y1, thick = MAX (ribbon->thick, 0.75);
  const SpilColor color = spil_source_flow_color (painter, ribbon->source);
  cairo_t *cr = painter->cr;

  cairo_new_path (cr);
  cairo_move_to (cr, layout->x0, y0);
  cairo_curve_to (cr, middle, y0, middle, y1, layout->x1, y1);
  cairo_line_to (cr, layout->x1, y1 + thick);
  cairo_curve_to (cr, middle, y1 + thick, middle, y0 + thick, layout->x0, y0 + thick);
  cairo_close_path (cr);
  if (ribbon->source == SPIL_FLOW_UNCOVERED)
    spil_chart_painter_fill_outlined (painter, color, SPIL_PATTERN_OPEN, color,
                                      spil_chart_painter_em (painter) * 0.08);
  else
    spil_chart_painter_fill (painter,
                             spil_color_mix (spil_chart_painter_palette (painter)->background, color, 0.42),
                             spil_source_flow_pattern (ribbon->source));
}

/* What no source covers lies under all others, and thick ribbons under thin ones. */
static int
compare_ribbons (gconstpointer a, gconstpointer b)
{
  const Ribbon *first = a, *second = b;
  const gboolean open = first->source == SPIL_FLOW_UNCOVERED;

  if (open != (second->source == SPIL_FLOW_UNCOVERED))
    return open ? -1 : 1;
  return (first->thick < second->thick) - (first->thick > second->thick);
}

static void
draw_ribbons (const Layout *layout)
{
  g_autoptr (GArray) ribbons = g_array_new (FALSE, FALSE, sizeof (Ribbon));

  for (guint i = 0; i < layout->left->len; i++)
    for (guint j = 0; j < layout->right->len; j++) {
      Node *from = get_node (layout->left, i), *to = get_node (layout->right, j);
      const double cents = (double) spil_source_flow_part (layout->flow, from->index, to->index);
      const Ribbon ribbon = {
        .source = from->index,
        .y0 = from->top + (from->slot - from->height) / 2 + from->taken,
        .y1 = to->top + (to->slot - to->height) / 2 + to->taken,
        .thick = cents * layout->scale,
      };

      if (cents <= 0)
        continue;
      g_array_append_val (ribbons, ribbon);
      from->taken += ribbon.thick;
      to->taken += ribbon.thick;
    }
  g_array_sort (ribbons, compare_ribbons);
  for (guint i = 0; i < ribbons->len; i++)
    draw_ribbon (layout, &g_array_index (ribbons, Ribbon, i));
}

static void
draw_head (const Layout *layout)
{
  const SpilChartPainter *painter = layout->painter;
  const double em = spil_chart_painter_em (painter);
  const char *note = layout->flow->note;
  g_autofree char *total = spil_money_chart_text (spil_source_flow_total (layout->flow));
  g_autofree char *lines = note != NULL ? g_strdup_printf (_ ("Budget lines, %s, %s"), total, note)
                                        : g_strdup_printf (_ ("Budget lines, %s"), total);
  SpilChartPut put = { .max_width = MAX (layout->x0 - em, 1),
                       .kind = SPIL_CHART_TEXT_SMALL,
                       .color = spil_chart_painter_palette (painter)->muted };

  spil_chart_painter_text (painter, C_ ("chart", "Sources"), &put);
  put.x = painter->width;
  put.x_align = 1;
  put.max_width = painter->width - layout->x0;
  if (spil_source_flow_beside (layout->flow) > 0) {
    g_autofree char *amount = spil_money_chart_text (spil_source_flow_beside (layout->flow));
    g_autofree char *beside = g_strdup_printf (_ ("%s; hatched: %s of co-financing beside it"), lines,
                                               amount);

    spil_chart_painter_text (painter, beside, &put);
  } else
    spil_chart_painter_text (painter, lines, &put);
}

static void
add_hits (const Layout *layout)
{
  const SpilSourceFlow *flow = layout->flow;
  const SpilChartPainter *painter = layout->painter;

  if (painter->hits == NULL)
    return;
  for (guint i = 0; i < layout->left->len; i++) {
    const Node *node = get_node (layout->left, i);

    spil_chart_painter_hit (painter, SPIL_CHART_PART_STAGE, (int) i,
                            &(cairo_rectangle_t) { 0, node->top, layout->x0, node->slot },
                            g_strdup (spil_source_flow_name (flow, node->index)),
                            spil_source_flow_source_text (flow, node->index));
  }
  for (guint i = 0; i < layout->right->len; i++) {
    const Node *node = get_node (layout->right, i);

    spil_chart_painter_hit (
        painter, SPIL_CHART_PART_TOKEN, (int) i,
        &(cairo_rectangle_t) { layout->x1, node->top, painter->width - layout->x1, node->slot },
        g_strdup (spil_source_flow_line (flow, node->index)->name),
        spil_source_flow_line_text (flow, node->index));
  }
}

void
spil_source_flow_draw_wide (const SpilSourceFlow *self, const SpilChartPainter *painter)
{
  Layout layout = lay_out (self, painter);

  draw_head (&layout);
  draw_ribbons (&layout);
  for (guint i = 0; i < layout.left->len; i++)
    draw_node (&layout, get_node (layout.left, i), TRUE);
  for (guint i = 0; i < layout.right->len; i++) {
    draw_node (&layout, get_node (layout.right, i), FALSE);
    draw_beside (&layout, get_node (layout.right, i));
  }
  add_hits (&layout);
  layout_clear (&layout);
}

double
spil_source_flow_wide_height (const SpilSourceFlow *self, const SpilChartPainter *painter)
{
  const double em = spil_chart_painter_em (painter);
  const double slot = least_slot (painter) + em * 0.5;
  const guint n = MAX (self->lines->len, self->sources->len + 1);

  /* A third more than the words need, so that the amounts can be seen to differ. */
  return head_height (painter) + MAX (n * slot * 1.3, spil_source_flow_total (self) > 0 ? em * 20 : 0) +
         em * 0.5;
}

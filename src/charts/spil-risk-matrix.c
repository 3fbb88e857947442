// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SpilRiskMatrix
{
  char **chances;
  char **effects;
  int rows;
  int columns;
  double *grades; /* NULL: not stated */
  GArray *tokens; /* SpilRiskToken, labels owned */
};

/* Of the circle with a number, in em. */
#define TOKEN_RADIUS 0.78

static void
clear_token (gpointer data)
{
  g_free ((char *) ((SpilRiskToken *) data)->label);
}

SpilRiskMatrix *
spil_risk_matrix_new (const char *const *chances, const char *const *effects)
{
  SpilRiskMatrix *self;

  g_return_val_if_fail (chances != NULL && effects != NULL, NULL);

  self = g_new0 (SpilRiskMatrix, 1);
  self->chances = g_strdupv ((char **) chances);
  self->effects = g_strdupv ((char **) effects);
  self->rows = (int) g_strv_length (self->chances);
  self->columns = (int) g_strv_length (self->effects);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (SpilRiskToken));
  g_array_set_clear_func (self->tokens, clear_token);
  return self;
}

void
spil_risk_matrix_free (SpilRiskMatrix *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->chances);
  g_strfreev (self->effects);
  g_free (self->grades);
  g_array_unref (self->tokens);
  g_free (self);
}

void
spil_risk_matrix_add (SpilRiskMatrix *self, const SpilRiskToken *token)
{
  SpilRiskToken copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (token != NULL);

  copy = *token;
  copy.label = g_strdup (token->label != NULL ? token->label : "");
  if (copy.chance >= self->rows)
    copy.chance = -1;
  if (copy.effect >= self->columns)
    copy.effect = -1;
  g_array_append_val (self->tokens, copy);
}

void
spil_risk_matrix_set_grades (SpilRiskMatrix *self, const double *grades, int count)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (count == self->rows * self->columns);

  g_free (self->grades);
  self->grades = g_memdup2 (grades, sizeof (double) * (gsize) count);
}

static const SpilRiskToken *
get_token (const SpilRiskMatrix *self, int at)
{
  return &g_array_index (self->tokens, SpilRiskToken, at);
}

static gboolean
is_scored (const SpilRiskToken *token)
{
  return token->chance >= 0 && token->effect >= 0;
}

static const char *
level_name (char **levels, int at)
{
  return at >= 0 ? levels[at] : C_ ("chart", "no score");
}

static int
count_scored (const SpilRiskMatrix *self)
{
  int count = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    count += is_scored (get_token (self, (int) i));
  return count;
}

/* The grid, and the list of names beside or under it. */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
  double cell_width;
  double cell_height;
  double list_x;
  double list_y;
  double list_width;
  double line;
  double radius; /* of a token */
  double half; /* half its width, which a long number stretches */
} Layout;

static double
widest_chance (const SpilRiskMatrix *self, const SpilChartPainter *painter)
{
  double widest = 0;

  for (int i = 0; i < self->rows; i++)
    widest = MAX (widest, spil_chart_painter_text_width (painter, self->chances[i], SPIL_CHART_TEXT_SMALL));
  return MIN (widest, painter->width * 0.22);
}

static double
widest_name (const SpilRiskMatrix *self, const SpilChartPainter *painter)
{
  double widest = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    widest = MAX (widest, spil_chart_painter_text_width (painter, get_token (self, (int) i)->label,
                                                         SPIL_CHART_TEXT_BODY));
  return widest;
}

static gboolean
is_narrow (const SpilChartPainter *painter)
{
  return painter->width < spil_chart_painter_em (painter) * 44;
}

/* Where the grid ends, and the list begins beside it. */
static double
grid_width (const SpilChartPainter *painter)
{
  return is_narrow (painter) ? painter->width : painter->width * 0.56;
}

static double
list_x (const SpilChartPainter *painter)
{
  return is_narrow (painter) ? 0 : grid_width (painter) + spil_chart_painter_em (painter) * 2;
}

/* So many lines the names in the list have: enough for all of the longest, up to three. */
static int
list_lines (const SpilRiskMatrix *self, const SpilChartPainter *painter, double half)
{
  double room = painter->width - list_x (painter) - half * 2 - spil_chart_painter_em (painter) * 0.6;
  double widest = widest_name (self, painter);

  if (widest <= room)
    return 1;
  /* Words do not fill their lines. */
  return widest * 1.15 <= room * 2 ? 2 : 3;
}

static double
list_line (const SpilRiskMatrix *self, const SpilChartPainter *painter, double half)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) * (list_lines (self, painter, half) + 0.4);
}

static double
list_height (const SpilRiskMatrix *self, double line)
{
  int scored = count_scored (self);
  int unscored = (int) self->tokens->len - scored;

  return line * (scored + unscored + (unscored > 0 ? 1.6 : 0));
}

/* Half the width of a token: a circle, or longer where the number asks for it. */
static double
token_half (const SpilChartPainter *painter, const char *text, double radius)
{
  return MAX (radius, spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_SMALL_STRONG) / 2 +
                          radius * 0.45);
}

static void
draw_token (const SpilChartPainter *painter, const char *text, double x, double y, double radius,
            gboolean scored)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double half = token_half (painter, text, radius);

  cairo_new_path (painter->cr);
  spil_chart_painter_rounded (painter, x - half, y - radius, half * 2, radius * 2, radius);
  spil_chart_painter_color (painter, scored ? palette->foreground : palette->background);
  cairo_fill_preserve (painter->cr);
  spil_chart_painter_color (painter, scored ? palette->background : palette->foreground);
  cairo_set_line_width (painter->cr, MAX (1, spil_chart_painter_em (painter) * 0.09));
  cairo_stroke (painter->cr);
  spil_chart_painter_text (painter, text,
                           &(SpilChartPut) {
                               .x = x,
                               .y = y,
                               .x_align = 0.5,
                               .y_align = 0.5,
                               .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                               .color = scored ? palette->background : palette->foreground,
                           });
}

/* Half the width of the widest token, so that all keep one rhythm. */
static double
widest_half (const SpilRiskMatrix *self, const SpilChartPainter *painter, double radius)
{
  double widest = radius;

  for (guint i = 0; i < self->tokens->len; i++) {
    g_autofree char *text = g_strdup_printf ("%d", get_token (self, (int) i)->number);

    widest = MAX (widest, token_half (painter, text, radius));
  }
  return widest;
}

static Layout
lay_out (const SpilRiskMatrix *self, const SpilChartPainter *painter)
{
  double em = spil_chart_painter_em (painter);
  double small = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  gboolean narrow = is_narrow (painter);
  Layout layout = {
    .x0 = widest_chance (self, painter) + em * 0.8,
    .y0 = small + em * 0.5,
    .radius = em * TOKEN_RADIUS,
  };
  double foot = small * 2 + em * 0.6;
  double height;

  layout.half = widest_half (self, painter, layout.radius);
  layout.line = list_line (self, painter, layout.half);
  height = narrow ? painter->height - list_height (self, layout.line) - em : painter->height;
  layout.x1 = grid_width (painter);
  layout.y1 = MAX (height - foot, layout.y0 + em * 2 * self->rows);
  layout.cell_width = MAX (1, layout.x1 - layout.x0) / self->columns;
  layout.cell_height = (layout.y1 - layout.y0) / self->rows;
  layout.list_x = list_x (painter);
  layout.list_y = narrow ? layout.y1 + foot + em : layout.y0;
  layout.list_width = painter->width - layout.list_x;
  return layout;
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilRiskMatrix *self = data;
  double em = spil_chart_painter_em (painter);
  double line = list_line (self, painter, widest_half (self, painter, em * TOKEN_RADIUS));
  double grid;

  if (self->rows == 0 || self->columns == 0)
    return em * 8;
  if (is_narrow (painter))
    grid = MAX (painter->width * 0.62, em * 3 * self->rows) + list_height (self, line) + em * 4;
  else
    grid = MAX (MAX (painter->width * 0.34, em * 3.4 * self->rows), list_height (self, line) + em * 2);
  return ceil (grid);
}

static SpilColor
cell_color (const SpilRiskMatrix *self, const SpilPalette *palette, int row, int column)
{
  double grade;

  if (self->grades == NULL)
    return palette->band;
  grade = self->grades[row * self->columns + column];
  grade = isfinite (grade) ? CLAMP (grade, 0, 1) : 0;
  return spil_color_mix (palette->band, palette->warning, grade * 0.42);
}

static void
draw_cells (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double gap = MAX (1, spil_chart_painter_em (painter) * 0.12);

  for (int row = 0; row < self->rows; row++)
    for (int column = 0; column < self->columns; column++) {
      double x = layout->x0 + column * layout->cell_width;
      double y = layout->y1 - (row + 1) * layout->cell_height;

      spil_chart_painter_box (painter, x, y, layout->cell_width - gap, layout->cell_height - gap, 0,
                              cell_color (self, palette, row, column), SPIL_PATTERN_SOLID);
      spil_chart_painter_hit (
          painter, SPIL_CHART_PART_CELL, row * self->columns + column,
          &(cairo_rectangle_t) { x, y, layout->cell_width, layout->cell_height },
          g_strdup_printf (_ ("chance %s, effect %s"), self->chances[row], self->effects[column]), NULL);
    }
  spil_chart_painter_line_upright (painter, layout->x0 - gap, layout->y0, layout->y1, gap,
                                   palette->strong_grid);
  spil_chart_painter_line_level (painter, layout->x0 - gap, layout->x1, layout->y1, gap,
                                 palette->strong_grid);
}

static void
draw_scales (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double small = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);

  spil_chart_painter_text (painter, C_ ("chart", "Chance ↑"),
                           &(SpilChartPut) { .max_width = painter->width,
                                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                             .color = palette->foreground });
  spil_chart_painter_text (painter, C_ ("chart", "Effect →"),
                           &(SpilChartPut) { .x = layout->x1,
                                             .y = layout->y1 + small + em * 0.4,
                                             .x_align = 1,
                                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                             .color = palette->foreground });
  for (int row = 0; row < self->rows; row++)
    spil_chart_painter_text (painter, self->chances[row],
                             &(SpilChartPut) { .x = layout->x0 - em * 0.6,
                                               .y = layout->y1 - (row + 0.5) * layout->cell_height,
                                               .x_align = 1,
                                               .y_align = 0.5,
                                               .max_width = layout->x0 - em * 0.6,
                                               .max_lines = 2,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  for (int column = 0; column < self->columns; column++)
    spil_chart_painter_text (painter, self->effects[column],
                             &(SpilChartPut) { .x = layout->x0 + (column + 0.5) * layout->cell_width,
                                               .y = layout->y1 + em * 0.25,
                                               .x_align = 0.5,
                                               .max_width = layout->cell_width - em * 0.3,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
}

static void
add_token_hit (const SpilRiskMatrix *self, const SpilChartPainter *painter, int at, double x, double y,
               double radius)
{
  const SpilRiskToken *token = get_token (self, at);

  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_TOKEN, at,
                            &(cairo_rectangle_t) { x - radius, y - radius, radius * 2, radius * 2 },
                            g_strdup_printf (_ ("Risk %d: %s"), token->number, token->label),
                            g_strdup_printf (_ ("chance %s, effect %s"),
                                             level_name (self->chances, token->chance),
                                             level_name (self->effects, token->effect)));
}

/* Sets the tokens of a cell in lines; when they do not all fit, the last place says how many are left out. */
static void
draw_cell_tokens (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout, int row,
                  int column, const GArray *inside)
{
  double radius = layout->radius;
  double pitch = radius * 2.3;
  double pitch_x = layout->half * 2 + radius * 0.3;
  int across = (int) MAX (1, floor ((layout->cell_width - radius * 0.4) / pitch_x));
  int down = (int) MAX (1, floor ((layout->cell_height - radius * 0.4) / pitch));
  int count = (int) inside->len;
  int places = MIN (count, across * down);
  int lines = (places + across - 1) / across;
  double middle_x = layout->x0 + (column + 0.5) * layout->cell_width;
  double middle_y = layout->y1 - (row + 0.5) * layout->cell_height;

  for (int i = 0; i < places; i++) {
    int in_line = MIN (across, places - i / across * across);
    double x = middle_x + (i % across - (in_line - 1) / 2.0) * pitch_x;
    double y = middle_y + (i / across - (lines - 1) / 2.0) * pitch;
    int at = g_array_index (inside, int, i);
    g_autofree char *text = i == places - 1 && count > places
                                ? g_strdup_printf ("+%d", count - places + 1)
                                : g_strdup_printf ("%d", get_token (self, at)->number);

    draw_token (painter, text, x, y, radius, TRUE);
    add_token_hit (self, painter, at, x, y, radius);
  }
}

static void
draw_tokens (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int i = 0; i < self->rows * self->columns; i++)
    g_ptr_array_add (cells, g_array_new (FALSE, FALSE, sizeof (int)));
  for (int i = 0; i < (int) self->tokens->len; i++) {
    const SpilRiskToken *token = get_token (self, i);

    if (is_scored (token))
      g_array_append_val ((GArray *) cells->pdata[token->chance * self->columns + token->effect], i);
  }
  for (int i = 0; i < (int) cells->len; i++)
    draw_cell_tokens (self, painter, layout, i / self->columns, i % self->columns, cells->pdata[i]);
}

static void
draw_list_line (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout, int at,
                double y)
{
  const SpilRiskToken *token = get_token (self, at);
  double em = spil_chart_painter_em (painter);
  double radius = layout->radius;
  double middle = layout->list_x + layout->half + 1;
  double left = layout->list_x + layout->half * 2 + em * 0.6;
  g_autofree char *number = g_strdup_printf ("%d", token->number);

  draw_token (painter, number, middle, y + layout->line / 2, radius, is_scored (token));
  if (!is_scored (token))
    add_token_hit (self, painter, at, middle, y + layout->line / 2, radius);
  spil_chart_painter_text (
      painter, token->label,
      &(SpilChartPut) { .x = left,
                        .y = y + layout->line / 2,
                        .y_align = 0.5,
                        .max_width = MAX (em, layout->list_x + layout->list_width - left),
                        .max_lines = 3,
                        .color = spil_chart_painter_palette (painter)->foreground });
}

static void
draw_list (const SpilRiskMatrix *self, const SpilChartPainter *painter, const Layout *layout)
{
  double y = layout->list_y;

  for (int i = 0; i < (int) self->tokens->len; i++)
    if (is_scored (get_token (self, i))) {
      draw_list_line (self, painter, layout, i, y);
      y += layout->line;
    }
  if (count_scored (self) == (int) self->tokens->len)
    return;
  y += layout->line * 0.4;
  spil_chart_painter_text (painter, C_ ("chart", "No score"),
                           &(SpilChartPut) { .x = layout->list_x,
                                             .y = y + layout->line / 2,
                                             .y_align = 0.5,
                                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                             .color = spil_chart_painter_palette (painter)->muted });
  y += layout->line * 1.2;
  for (int i = 0; i < (int) self->tokens->len; i++)
    if (!is_scored (get_token (self, i))) {
      draw_list_line (self, painter, layout, i, y);
      y += layout->line;
    }
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilRiskMatrix *self = data;
  Layout layout;

  if (self->rows == 0 || self->columns == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter);
  draw_cells (self, painter, &layout);
  draw_scales (self, painter, &layout);
  draw_tokens (self, painter, &layout);
  draw_list (self, painter, &layout);
}

/* The risk in the gravest cell; none is, where no grades were stated. */
static const SpilRiskToken *
find_gravest (const SpilRiskMatrix *self)
{
  const SpilRiskToken *gravest = NULL;
  double most = -1;

  for (guint i = 0; self->grades != NULL && i < self->tokens->len; i++) {
    const SpilRiskToken *token = get_token (self, (int) i);
    double grade = is_scored (token) ? self->grades[token->chance * self->columns + token->effect] : -1;

    if (grade > most) {
      most = grade;
      gravest = token;
    }
  }
  return gravest;
}

static char *
summary (gconstpointer data)
{
  const SpilRiskMatrix *self = data;
  int unscored = (int) self->tokens->len - count_scored (self);
  const SpilRiskToken *top;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "Risk matrix with %d risk",
                                       "Risk matrix with %d risks", self->tokens->len),
                          (int) self->tokens->len);
  if (unscored > 0)
    g_string_append_printf (text, _ (", %d without a score"), unscored);
  top = find_gravest (self);
  if (top != NULL)
    g_string_append_printf (text, _ ("; highest: %d %s (chance %s, effect %s)"), top->number, top->label,
                            self->chances[top->chance], self->effects[top->effect]);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilRiskMatrix *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "No."), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Risk"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Chance"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Effect"), FALSE);
  for (guint i = 0; i < self->tokens->len; i++) {
    const SpilRiskToken *token = get_token (self, (int) i);

    spil_chart_table_add_row (out);
    spil_chart_table_take (out, g_strdup_printf ("%d", token->number));
    spil_chart_table_put (out, token->label);
    spil_chart_table_put (out, level_name (self->chances, token->chance));
    spil_chart_table_put (out, level_name (self->effects, token->effect));
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_risk_matrix_free (data);
}

static const SpilChartClass risk_matrix_class = {
  .name = "risks",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_risk_matrix_to_chart (SpilRiskMatrix *self)
{
  return spil_chart_new (&risk_matrix_class, self);
}

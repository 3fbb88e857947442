// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-room.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-fund-room-private.h"

static void
clear_scheme (gpointer data)
{
  g_free ((char *) ((SpilFundRoomScheme *) data)->name);
}

SpilFundRoom *
spil_fund_room_new (SpilDay today)
{
  SpilFundRoom *self;

  g_return_val_if_fail (spil_day_is_known (today), NULL);

  self = g_new0 (SpilFundRoom, 1);
  self->today = spil_chart_hold_day (today);
  self->schemes = g_array_new (FALSE, FALSE, sizeof (SpilFundRoomScheme));
  g_array_set_clear_func (self->schemes, clear_scheme);
  return self;
}

void
spil_fund_room_free (SpilFundRoom *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->schemes);
  g_free (self);
}

static SpilDay
hold_day (SpilDay day)
{
  return spil_day_is_known (day) ? spil_chart_hold_day (day) : SPIL_DAY_NONE;
}

void
spil_fund_room_add (SpilFundRoom *self, const SpilFundRoomScheme *scheme)
{
  SpilFundRoomScheme copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scheme != NULL);

  copy = *scheme;
  copy.name = g_strdup (scheme->name != NULL ? scheme->name : "");
  copy.ceiling = scheme->has_ceiling ? MAX (spil_money_chart_hold (scheme->ceiling), 0) : 0;
  copy.paid = spil_money_chart_hold (scheme->paid);
  copy.left_to_pay = spil_money_chart_hold (scheme->left_to_pay);
  copy.weighted = scheme->is_weighed ? spil_money_chart_hold (scheme->weighted) : 0;
  copy.pipeline = MAX (spil_money_chart_hold (scheme->pipeline), copy.weighted);
  copy.opens = hold_day (scheme->opens);
  copy.closes = hold_day (scheme->closes);
  copy.early = hold_day (scheme->early);
  copy.late = hold_day (scheme->late);
  g_array_append_val (self->schemes, copy);
}

static SpilColor
part_color (const SpilChartPainter *painter, SpilFundPart part)
{
  return spil_chart_painter_palette (painter)->series[part <= SPIL_FUND_AWARDED ? 0 : 1];
}

static SpilPattern
part_pattern (SpilFundPart part)
{
  static const SpilPattern patterns[SPIL_FUND_PARTS] = { SPIL_PATTERN_SOLID, SPIL_PATTERN_RISING,
                                                         SPIL_PATTERN_FALLING, SPIL_PATTERN_DOTS };

  return patterns[part];
}

static gboolean
has_part (const SpilFundRoom *self, SpilFundPart part)
{
  for (guint i = 0; i < self->schemes->len; i++)
    if (spil_fund_scheme_part (spil_fund_room_scheme (self, i), part) > 0)
      return TRUE;
  return FALSE;
}

static double
draw_legend (const SpilFundRoom *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[SPIL_FUND_PARTS + 1];
  int count = 0;

  for (SpilFundPart part = 0; part < SPIL_FUND_PARTS; part++)
    if (part <= SPIL_FUND_AWARDED || has_part (self, part))
      entries[count++] = (SpilLegendEntry) { part == SPIL_FUND_PIPELINE &&
                                                     !has_part (self, SPIL_FUND_WEIGHTED)
                                                 ? C_ ("chart", "Applications, as asked")
                                                 : spil_fund_part_label (part),
                                             SPIL_LEGEND_SURFACE, part_color (painter, part),
                                             part_pattern (part), 0 };
  entries[count++] = (SpilLegendEntry) { C_ ("chart", "Room"), SPIL_LEGEND_SURFACE, palette->strong_grid,
                                         SPIL_PATTERN_OPEN, 0 };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

/* Up to and with the amounts under the bar. */
static double
money_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) +
         2 * spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 2.6;
}

static double
block_height (const SpilChartPainter *painter, const SpilFundRoomScheme *scheme)
{
  return money_height (painter) +
         (spil_fund_scheme_has_time (scheme) ? spil_fund_scheme_time_height (painter, scheme) : 0) +
         spil_chart_painter_em (painter) * 1.2;
}

static double
sum_parts (const SpilFundRoomScheme *scheme)
{
  double sum = 0;

  for (SpilFundPart part = 0; part < SPIL_FUND_PARTS; part++)
    sum += (double) spil_fund_scheme_part (scheme, part);
  return sum;
}

static double
place (const SpilFundBlock *block, double cents)
{
  return CLAMP (cents / block->most, 0, 1) * block->painter->width;
}

static void
draw_title (const SpilFundBlock *block)
{
  const SpilFundRoomScheme *scheme = block->scheme;
  const SpilPalette *palette = spil_chart_painter_palette (block->painter);
  const gboolean over = scheme->has_ceiling && spil_fund_scheme_room (scheme) < 0;
  const int64_t amount = scheme->has_ceiling ? ABS (spil_fund_scheme_room (scheme)) : 0;
  g_autofree char *room = spil_money_chart_text (amount);
  g_autofree char *text = !scheme->has_ceiling ? g_strdup (_ ("no ceiling stated"))
                          : over               ? g_strdup_printf (_ ("%s over the ceiling"), room)
                                               : g_strdup_printf (_ ("room %s"), room);
  const double width = spil_chart_painter_text (block->painter, text,
                                                &(SpilChartPut) {
                                                    .x = block->painter->width,
                                                    .y = block->top,
                                                    .x_align = 1,
                                                    .max_width = block->painter->width * 0.6,
                                                    .kind = SPIL_CHART_TEXT_STRONG,
                                                    .color = over ? palette->warning : palette->foreground,
                                                });

  spil_chart_painter_text (
      block->painter, scheme->name,
      &(SpilChartPut) {
          .y = block->top,
          .max_width = MAX (block->painter->width - width - spil_chart_painter_em (block->painter), 1),
          .kind = SPIL_CHART_TEXT_STRONG,
          .color = palette->foreground });
}

/* The amounts under the parts they belong to: in two lines where they would touch. */
static void
name_part (const SpilFundBlock *block, SpilLabelSpots *spots, SpilFundPart part, double x0, double x1)
{
  const double em = spil_chart_painter_em (block->painter);
  const double line = spil_chart_painter_line (block->painter, SPIL_CHART_TEXT_SMALL);
  const double y = block->bar_y + block->bar_height + em * 0.2;
  g_autofree char *text = spil_money_chart_text (spil_fund_scheme_part (block->scheme, part));
  SpilChartPut put = { .x = (x0 + x1) / 2,
                       .y = y,
                       .x_align = 0.5,
                       .kind = SPIL_CHART_TEXT_SMALL,
                       .color = spil_chart_painter_palette (block->painter)->foreground };
  SpilChartPut under = put;

  under.y = y + line;
  spil_label_spots_put (spots, text, (SpilChartPut[]) { put, under }, 2);
}

static void
draw_ceiling (const SpilFundBlock *block, SpilLabelSpots *spots)
{
  const SpilPalette *palette = spil_chart_painter_palette (block->painter);
  const double em = spil_chart_painter_em (block->painter);
  const double thick = MAX (1.5, em * 0.14);
  const double x = MIN (place (block, (double) block->scheme->ceiling), block->painter->width - thick / 2);
  const double y = block->bar_y + block->bar_height;
  g_autofree char *amount = spil_money_chart_text (block->scheme->ceiling);
  g_autofree char *text = g_strdup_printf (_ ("ceiling %s"), amount);
  SpilChartPut put = { .x = x,
                       .y = y + em * 0.2,
                       .x_align = 1,
                       .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                       .color = palette->foreground };
  SpilChartPut under = put;

  under.y += spil_chart_painter_line (block->painter, SPIL_CHART_TEXT_SMALL);
  spil_chart_painter_line_upright (block->painter, x, block->bar_y - em * 0.25, y + em * 0.25, thick,
                                   palette->foreground);
  spil_label_spots_put (spots, text, (SpilChartPut[]) { put, under }, 2);
}

static void
draw_money (const SpilFundBlock *block)
{
  const SpilChartPainter *painter = block->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilFundRoomScheme *scheme = block->scheme;
  SpilLabelSpots spots = {
    .painter = painter, .within = { 0, block->bar_y, painter->width, block->top + money_height (painter) }
  };
  double at = 0;

  if (scheme->has_ceiling) {
    spil_chart_painter_box (painter, 0.5, block->bar_y + 0.5,
                            MAX (place (block, (double) scheme->ceiling) - 1, 1), block->bar_height - 1, 0,
                            palette->strong_grid, SPIL_PATTERN_OPEN);
    draw_ceiling (block, &spots);
  }
  for (SpilFundPart part = 0; part < SPIL_FUND_PARTS; part++) {
    const double amount = (double) spil_fund_scheme_part (scheme, part);
    const double x0 = place (block, at), x1 = place (block, at + amount);
    const gboolean over = part <= SPIL_FUND_AWARDED && scheme->has_ceiling &&
                          at + amount > (double) scheme->ceiling;

    if (amount <= 0)
      continue;
    spil_chart_painter_box (painter, MIN (x0, painter->width - 1), block->bar_y, MAX (x1 - x0, 1),
                            block->bar_height, 0, part_color (painter, part), part_pattern (part));
    if (over) {
      const double limit = MAX (place (block, (double) scheme->ceiling), x0);

      spil_chart_painter_box (painter, limit, block->bar_y, x1 - limit, block->bar_height, 0,
                              palette->warning, SPIL_PATTERN_CROSS);
    }
    name_part (block, &spots, part, x0, x1);
    at += amount;
  }
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilFundRoom *self = data;
  const double em = spil_chart_painter_em (painter);
  double top;

  if (self->schemes->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  top = draw_legend (self, painter) + em * 0.6;
  for (guint i = 0; i < self->schemes->len; i++) {
    const SpilFundRoomScheme *scheme = spil_fund_room_scheme (self, i);
    const double height = block_height (painter, scheme);
    const SpilFundBlock block = {
      .painter = painter,
      .scheme = scheme,
      .today = self->today,
      .top = top,
      .bar_y = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) + em * 0.5,
      .bar_height = em * 1.4,
      .most = MAX (MAX ((double) scheme->ceiling, sum_parts (scheme)), 1),
    };

    draw_title (&block);
    draw_money (&block);
    if (spil_fund_scheme_has_time (scheme))
      spil_fund_block_draw_time (&block, money_height (painter));
    if (painter->hits != NULL)
      spil_chart_painter_hit (painter, SPIL_CHART_PART_TOKEN, (int) i,
                              &(cairo_rectangle_t) { 0, top, painter->width, height - em },
                              g_strdup (scheme->name), spil_fund_scheme_text (scheme));
    top += height;
  }
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilFundRoom *self = data;
  const double em = spil_chart_painter_em (painter);
  double height = draw_legend (self, painter) + em * 0.6;

  if (self->schemes->len == 0)
    return em * 8;
  for (guint i = 0; i < self->schemes->len; i++)
    height += block_height (painter, spil_fund_room_scheme (self, i));
  return ceil (height);
}

static void
free_data (gpointer data)
{
  spil_fund_room_free (data);
}

static const SpilChartClass fund_room_class = {
  .name = "fund",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_fund_room_summary,
  .table = spil_fund_room_table,
  .free = free_data,
};

SpilChart *
spil_fund_room_to_chart (SpilFundRoom *self)
{
  return spil_chart_new (&fund_room_class, self);
}

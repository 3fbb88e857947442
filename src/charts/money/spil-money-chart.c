// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-money-chart.h"

#include <math.h>

#include "spil-money.h"
#include "spil-number.h"

/* Below this amount (100 euro) the cents are told. */
#define SMALL_CENTS 10000

int64_t
spil_money_chart_hold (int64_t cents)
{
  return CLAMP (cents, -SPIL_MONEY_MAX_CENTS, SPIL_MONEY_MAX_CENTS);
}

char *
spil_money_chart_text (int64_t cents)
{
  return spil_money_format (cents, ABS (cents) < SMALL_CENTS ? SPIL_MONEY_BRIEF : SPIL_MONEY_WHOLE);
}

char *
spil_money_chart_thousands (int64_t cents)
{
  return spil_decimal_format (spil_decimal_from_double (round ((double) cents / 10000) / 10));
}

char *
spil_money_chart_share (int64_t part, int64_t whole)
{
  return whole > 0 ? spil_chart_percent ((double) part / (double) whole) : NULL;
}

char *
spil_money_chart_caption (const SpilChartScale *scale, const char *note)
{
  const char *caption = spil_chart_euro_caption (scale);

  return note != NULL && *note != '\0' ? g_strdup_printf ("%s, %s", caption, note) : g_strdup (caption);
}

void
spil_label_spots_take (SpilLabelSpots *self, double x, double y, double width, double height)
{
  if (self->count < (int) G_N_ELEMENTS (self->boxes))
    self->boxes[self->count++] = (cairo_rectangle_t) { x, y, width, height };
}

static gboolean
is_free (const SpilLabelSpots *self, const cairo_rectangle_t *box)
{
  if (box->y < self->within.y0 - 1 || box->y + box->height > self->within.y1 + 1)
    return FALSE;
  for (int i = 0; i < self->count; i++) {
    const cairo_rectangle_t *other = &self->boxes[i];

    if (box->x < other->x + other->width && other->x < box->x + box->width &&
        box->y < other->y + other->height && other->y < box->y + box->height)
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_label_spots_put (SpilLabelSpots *self, const char *text, const SpilChartPut *places, int n)
{
  for (int i = 0; i < n; i++) {
    SpilChartPut put = places[i];
    cairo_rectangle_t box;

    put.max_width = self->within.x1 - self->within.x0;
    spil_chart_painter_measure (self->painter, text, &put, &box.width, &box.height);
    box.x = CLAMP (put.x - put.x_align * box.width, self->within.x0,
                   MAX (self->within.x0, self->within.x1 - box.width));
    box.y = put.y - put.y_align * box.height;
    if (!is_free (self, &box))
      continue;
    put.x = box.x;
    put.x_align = 0;
    spil_chart_painter_text_halo (self->painter, text, &put);
    spil_label_spots_take (self, box.x, box.y, box.width, box.height);
    return TRUE;
  }
  return FALSE;
}

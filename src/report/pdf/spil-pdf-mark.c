// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#include <math.h>

/* A light keeps its shape without colour: circle, triangle, square. */
static void
draw_light (SpilPdf *self, SpilMark mark, double size)
{
  cairo_t *cr = self->cr;
  double r = size / 2;

  if (mark == SPIL_MARK_GREEN)
    cairo_arc (cr, 0, 0, r, 0, 2 * G_PI);
  else if (mark == SPIL_MARK_AMBER) {
    cairo_move_to (cr, 0, -r * 0.95);
    cairo_line_to (cr, r * 1.08, r * 0.9);
    cairo_line_to (cr, -r * 1.08, r * 0.9);
    cairo_close_path (cr);
  } else
    cairo_rectangle (cr, -r * 0.9, -r * 0.9, r * 1.8, r * 1.8);
  if (mark == SPIL_MARK_GREEN)
    spil_pdf_color (self, spil_color (0x2e8b63));
  else
    spil_pdf_color (self, spil_color (mark == SPIL_MARK_AMBER ? 0xe09a00 : 0xb3261e));
  cairo_fill (cr);
}

static void
draw_answer (SpilPdf *self, SpilMark mark, double size)
{
  cairo_t *cr = self->cr;
  double r = size / 2;

  cairo_set_line_width (cr, size * 0.17);
  if (mark == SPIL_MARK_YES) {
    spil_pdf_color (self, self->palette.good);
    cairo_move_to (cr, -r * 0.9, r * 0.05);
    cairo_line_to (cr, -r * 0.25, r * 0.7);
    cairo_line_to (cr, r * 0.95, -r * 0.75);
  } else if (mark == SPIL_MARK_NO) {
    spil_pdf_color (self, self->palette.warning);
    cairo_move_to (cr, -r * 0.7, -r * 0.7);
    cairo_line_to (cr, r * 0.7, r * 0.7);
    cairo_move_to (cr, r * 0.7, -r * 0.7);
    cairo_line_to (cr, -r * 0.7, r * 0.7);
  } else {
    spil_pdf_color (self, self->palette.strong_grid);
    cairo_set_line_width (cr, size * 0.12);
    cairo_arc (cr, 0, 0, r * 0.8, 0, 2 * G_PI);
  }
  cairo_stroke (cr);
}

/* An arrow: up right is better, level the same, down right worse, whichever way the indicator counts. */
static void
draw_trend (SpilPdf *self, SpilMark mark, double size)
{
  cairo_t *cr = self->cr;
  double r = size / 2;

  if (mark == SPIL_MARK_BETTER)
    spil_pdf_color (self, self->palette.good);
  else
    spil_pdf_color (self, mark == SPIL_MARK_WORSE ? self->palette.warning : self->palette.muted);
  cairo_rotate (cr, mark == SPIL_MARK_BETTER ? -G_PI_4 : (mark == SPIL_MARK_WORSE ? G_PI_4 : 0));
  cairo_set_line_width (cr, size * 0.16);
  cairo_move_to (cr, -r, 0);
  cairo_line_to (cr, r * 0.9, 0);
  cairo_move_to (cr, r * 0.3, -r * 0.6);
  cairo_line_to (cr, r * 0.95, 0);
  cairo_line_to (cr, r * 0.3, r * 0.6);
  cairo_stroke (cr);
}

void
spil_pdf_mark (SpilPdf *self, SpilMark mark, double x, double y, double size)
{
  if (self->cr == NULL || mark == SPIL_MARK_NONE)
    return;
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_translate (self->cr, x + size / 2, y);
  switch (mark) {
  case SPIL_MARK_GREEN:
  case SPIL_MARK_AMBER:
  case SPIL_MARK_RED:
    draw_light (self, mark, size);
    break;
  case SPIL_MARK_BETTER:
  case SPIL_MARK_SAME:
  case SPIL_MARK_WORSE:
    draw_trend (self, mark, size);
    break;
  case SPIL_MARK_YES:
  case SPIL_MARK_NO:
  case SPIL_MARK_UNKNOWN:
  case SPIL_MARK_NONE:
  default:
    draw_answer (self, mark, size);
    break;
  }
  cairo_restore (self->cr);
}

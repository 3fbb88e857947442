// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "gantt-paper.h"

void
gantt_paper_init (GanttPaper *self)
{
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  self->cr = cairo_create (self->surface);
  self->hits = spil_chart_hits_new ();
  spil_chart_style_init (&self->style, SPIL_LOOK_LIGHT, 14);
}

void
gantt_paper_clear (GanttPaper *self)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  spil_chart_hits_free (self->hits);
}

const GArray *
gantt_paper_draw (GanttPaper *self, SpilChart *chart, double width, double height)
{
  SpilGantt *gantt = spil_gantt_from_chart (chart);

  if (gantt->inks == NULL)
    gantt->inks = g_array_new (FALSE, FALSE, sizeof (SpilGanttInk));
  spil_chart_draw (chart, self->cr, width, height, &self->style, self->hits);
  return gantt->inks;
}

SpilDay
gantt_paper_day (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  g_assert_true (text == NULL || spil_day_parse (text, &found));
  return found;
}

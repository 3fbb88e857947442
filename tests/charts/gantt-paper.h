// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Something to draw a planning on, and to ask what was put where. */
#pragma once

#include "spil-gantt-private.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  SpilChartStyle style;
  SpilChartHits *hits;
} GanttPaper;

void gantt_paper_init (GanttPaper *self);
/* Also asserts that all went well. */
void gantt_paper_clear (GanttPaper *self);

/* Draws and returns what was put where, SpilGanttInk; owned by the chart. */
const GArray *gantt_paper_draw (GanttPaper *self, SpilChart *chart, double width, double height);

/* A day as written; not known for NULL. */
SpilDay gantt_paper_day (const char *text);

G_END_DECLS

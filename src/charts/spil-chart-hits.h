// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a box of a chart stands for. */
typedef enum
{
  SPIL_CHART_PART_BAR, /**< a bar, or a segment of one */
  SPIL_CHART_PART_MILESTONE, /**< a diamond on a day */
  SPIL_CHART_PART_NOTE, /**< the text that stands where a bar would: dates are not known */
  SPIL_CHART_PART_LINK, /**< an arrow between others; it lies under them */
  SPIL_CHART_PART_POINT, /**< a point of a line */
  SPIL_CHART_PART_STAGE, /**< a stage of a funnel */
  SPIL_CHART_PART_BAND, /**< something that spans others */
  SPIL_CHART_PART_CELL, /**< a cell of a matrix */
  SPIL_CHART_PART_TOKEN, /**< a number in a circle or a field */
  SPIL_CHART_PART_ROW, /**< a whole row, or its label */
  SPIL_CHART_PART_HEADING, /**< a band over a group of rows */
} SpilChartPart;

/** A drawn part: where it is, which datum it shows (@index in the data of the chart), what a screen reader says of it. */
typedef struct
{
  SpilChartPart part;
  int index;
  double x;
  double y;
  double width;
  double height;
  char *name;
  char *description; /**< may be NULL */
} SpilChartBox;

/** The parts that were drawn, in the order of drawing: later ones lie on top. */
typedef struct _SpilChartHits SpilChartHits;

SpilChartHits *spil_chart_hits_new (void);
void spil_chart_hits_free (SpilChartHits *self);
/** Forgets all boxes, keeps the memory. */
void spil_chart_hits_clear (SpilChartHits *self);

/** Adds a box; takes @name and @description. */
void spil_chart_hits_add (SpilChartHits *self, const SpilChartBox *box);

int spil_chart_hits_get_count (const SpilChartHits *self);
/** Returns box @at, counted from 0; owned by the hits, valid until they change. */
const SpilChartBox *spil_chart_hits_get (const SpilChartHits *self, int at);

/**
 * Returns the topmost box at the point, or else the nearest at most @slack units away (so that a thin part can be
 * grasped); rows and cells only count when the point is in them and no other part is near. NULL: none.
 */
const SpilChartBox *spil_chart_hits_at (const SpilChartHits *self, double x, double y, double slack);

/** Returns the first box of that part and index, or NULL. */
const SpilChartBox *spil_chart_hits_find (const SpilChartHits *self, SpilChartPart part, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartHits, spil_chart_hits_free)

G_END_DECLS

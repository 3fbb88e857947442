// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the charts of money share; only files of this folder include this. */
#pragma once

#include "spil-chart-axis.h"

G_BEGIN_DECLS

/** The least that an axis spans, in cents: a scale of parts of a cent would say nothing. */
#define SPIL_MONEY_CHART_LEAST 400

/** The nearest amount that is drawn: within SPIL_MONEY_MAX_CENTS. */
int64_t spil_money_chart_hold (int64_t cents);
/** "€ 951.500", with cents where a whole euro would hide what there is ("€ 0,01"). Free with g_free(). */
char *spil_money_chart_text (int64_t cents);
/** The same without the euro sign and in thousands with one decimal ("358,4"), for where room is scarce. Free with g_free(). */
char *spil_money_chart_thousands (int64_t cents);
/** @part of @whole as a percentage ("71 %"), or NULL when @whole is not above zero. Free with g_free(). */
char *spil_money_chart_share (int64_t part, int64_t whole);
/** "× € 1.000, excl. btw": the caption of an axis with what @note (nullable) adds. Free with g_free(). */
char *spil_money_chart_caption (const SpilChartScale *scale, const char *note);

/** Where texts of a chart lie already, so that the next one avoids them. */
typedef struct
{
  const SpilChartPainter *painter;
  SpilChartPlot within; /**< no text leaves it */
  cairo_rectangle_t boxes[64];
  int count;
} SpilLabelSpots;

/** Makes it known that something lies there. */
void spil_label_spots_take (SpilLabelSpots *self, double x, double y, double width, double height);

/**
 * Draws @text, with a halo, at the first of @n places where it is free and within; moved into the plot sideways. Returns FALSE, without drawing, when none is: the
 * text is then only in the table and in the words of the hit box.
 */
gboolean spil_label_spots_put (SpilLabelSpots *self, const char *text, const SpilChartPut *places, int n);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <pango/pango.h>

#include "spil-chart-style.h"

G_BEGIN_DECLS

/** The few kinds of text in a chart. */
typedef enum
{
  SPIL_CHART_TEXT_BODY,
  SPIL_CHART_TEXT_STRONG,
  SPIL_CHART_TEXT_SMALL,
  SPIL_CHART_TEXT_SMALL_STRONG,
  SPIL_CHART_TEXT_LARGE, /**< a figure that the eye should find first */
} SpilChartTextKind;

#define SPIL_CHART_TEXT_KINDS 5

/** A text ready to be drawn, with its size in user units. */
typedef struct
{
  PangoLayout *layout;
  double x; /**< where the ink may begin, left of the layout's own origin for texts from right to left */
  double width;
  double height;
  double baseline;
  gboolean cut; /**< it did not fit and ends in an ellipsis */
} SpilChartLabel;

/**
 * A cache of laid out texts for one style: a layout costs more than the bar beside it. Sizes are set in user units of
 * the Cairo context, so that no resolution comes into it (Pango's 96 dpi would make text 4/3 too large on a PDF).
 */
typedef struct _SpilChartText SpilChartText;

SpilChartText *spil_chart_text_new (void);
void spil_chart_text_free (SpilChartText *self);

/** Prepares for drawing in @style on this thread; forgets everything when the font or the thread is another one. */
void spil_chart_text_begin (SpilChartText *self, const SpilChartStyle *style);

/**
 * Lays out @text as one paragraph without control characters. @max_width < 0: as wide as it gets; otherwise it is cut with an
 * ellipsis after @max_lines lines. Returns a label owned by the cache, valid until the next call.
 */
const SpilChartLabel *spil_chart_text_get (SpilChartText *self, const char *text, SpilChartTextKind kind,
                                           double max_width, int max_lines);

/** How many texts were laid out since the cache was made: for tests of what is drawn. */
guint spil_chart_text_get_misses (const SpilChartText *self);

/** Remembers that a text of that kind was drawn. */
void spil_chart_text_note_drawn (SpilChartText *self, SpilChartTextKind kind);
/** The size of the smallest text that was drawn since the cache was made, in user units; 0 when none was. */
double spil_chart_text_get_smallest (const SpilChartText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartText, spil_chart_text_free)

G_END_DECLS

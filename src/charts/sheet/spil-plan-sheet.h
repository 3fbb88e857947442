// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-gantt.h"
#include "spil-paper.h"

G_BEGIN_DECLS

/** No text on a sheet is smaller, in points: a planning that does not fit is divided, never shrunk. */
#define SPIL_PLAN_SHEET_LEAST_TEXT 7.0

/** How a planning is put on paper. */
typedef struct
{
  double width; /**< of the paper as it lies, margins included, in points */
  double height;
  gboolean tiles; /**< over as many pages as it needs; otherwise one page, if it can be read on one */
  gboolean grey; /**< greys, patterns and words instead of colours */
  int together; /**< so many columns after the names are only shown together: start and end */
  SpilDay first; /**< the period that is shown; SPIL_DAY_NONE: all that there is */
  SpilDay last;
} SpilPlanSheetSetup;

/** What stands around the chart. All but the title may be NULL; all are copied. */
typedef struct
{
  const char *title; /**< "Planning" */
  const char *programme;
  const char *state; /**< of which day the planning is */
  const char *baseline; /**< with what it is compared */
  const char *filter; /**< what is shown of it, and what is not, in words */
  const char *source;
  const char *printed; /**< when it was printed */
  const char *stamp; /**< a warning plainly on every page: "DEMO" */
} SpilPlanSheetTexts;

/** How it turned out. */
typedef struct
{
  gboolean legible; /**< as it was asked; otherwise it is divided over pages and @advice says why */
  char *advice; /**< what does not fit and what would, in a sentence; NULL when it is legible */
  int across; /**< pages beside each other ... */
  int down; /**< ... and under each other */
  double font_size; /**< of the body text of the chart, in points */
  double row_height;
  double day_width;
  int columns; /**< that are shown of those that the planning has, the names included */
} SpilPlanSheetFit;

/**
 * Makes a planning on paper: title, chart, legend of what occurs and foot, drawn by the painter of @gantt, which is taken and
 * may be drawn nowhere else. Columns of @gantt after the first are shown as far as there is room. The sheet is a chart itself: its size is that of the paper, its pages are those of
 * the sheet, at another size it is drawn larger or smaller.
 */
SpilChart *
spil_plan_sheet_new (SpilChart *gantt, const SpilPlanSheetSetup *setup, const SpilPlanSheetTexts *texts);

/** How the planning was laid out; owned by @sheet. */
const SpilPlanSheetFit *spil_plan_sheet_get_fit (SpilChart *sheet);

/** Draws a page (counted from 0) at the size of the paper and tells where the parts of the planning lie on it. */
void spil_plan_sheet_draw (SpilChart *sheet, cairo_t *cr, int page, const SpilChartStyle *style,
                           SpilChartHits *hits);

/** The rows of the planning whose names stand on a page: @first up to, not including, @end. */
void spil_plan_sheet_get_rows (SpilChart *sheet, int page, int *first, int *end);

/** The size of the smallest text that was drawn since the sheet was made, in points; 0 when none was. */
double spil_plan_sheet_get_smallest_text (SpilChart *sheet);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the sheet share; no other file includes this. Lengths are points, or em (sizes of the body text) where said. */
#pragma once

#include "spil-chart-text.h"
#include "spil-plan-sheet.h"

G_BEGIN_DECLS

/* White along the sides: what printers can reach, and a hole punch may take. */
#define SPIL_PLAN_SHEET_MARGIN (10 * SPIL_PAPER_MM)
/* The body text whose small text is still large enough. */
#define SPIL_PLAN_SHEET_LEAST_FONT ((SPIL_PLAN_SHEET_LEAST_TEXT + 0.02) / SPIL_CHART_SMALL_TEXT)

/* What the planning asks for, whatever the paper. Lengths are em. */
typedef struct
{
  int n_rows;
  int n_main; /* rows that sum up others, or are part of none */
  double name; /* the widest name with its indent */
  double columns[SPIL_GANTT_MAX_COLUMNS]; /* widths of those after the names */
  int n_columns; /* the names included */
  double line; /* height of a small line */
  double header; /* height of the periods over the chart */
  double bar; /* days of a bar of middling length */
  SpilDay first; /* what is shown, whole months */
  SpilDay last;
} SpilPlanSheetNeeds;

typedef struct
{
  gboolean too_many; /* rows for one page */
  gboolean too_long; /* a period for one page */
  double font;
  double row_height;
  double day_width;
  gboolean two_lines; /* names take two small lines where one is not enough */
  double name_width; /* of the column of names */
  double table_width; /* of it and the columns after it, on the first pages from the left */
  double head; /* heights of title and foot */
  double foot;
  int columns;
  GArray *bands; /* int: the first row of each band of pages, and the end */
  GArray *cuts; /* SpilDay: the first day of each page from left to right, and the day after the last */
} SpilPlanSheetLayout;

/* One sign of the legend. */
/* What the legend draws by hand. */
typedef enum
{
  SPIL_PLAN_SHEET_TODAY,
  SPIL_PLAN_SHEET_ARROW,
  SPIL_PLAN_SHEET_LIGHTS,
} SpilPlanSheetSign;

typedef struct
{
  char *label;
  SpilChart *chart; /* drawn by the painter of the chart itself; NULL: by hand */
  SpilPlanSheetSign sign; /* what is drawn where there is no chart */
  double width; /* em */
} SpilPlanSheetKey;

typedef struct
{
  SpilChart *body;
  SpilPlanSheetSetup setup;
  char *title;
  char *about; /* the lines under it */
  char *source;
  char *printed;
  char *stamp;
  SpilChartText *text; /* of all but the chart */
  SpilChartStyle style;
  SpilPlanSheetNeeds needs;
  SpilPlanSheetLayout layout;
  SpilPlanSheetFit fit;
  GArray *keys; /* SpilPlanSheetKey */
} SpilPlanSheet;

/* A painter for what stands around the chart; @cr NULL: only to measure. */
SpilChartPainter spil_plan_sheet_painter (SpilPlanSheet *self, cairo_t *cr);
/* Structure for assistive technology, where the file can hold it. @attributes may be NULL. */
void spil_plan_sheet_tag (cairo_t *cr, const char *name, const char *attributes);
void spil_plan_sheet_untag (cairo_t *cr, const char *name);

/* spil-plan-sheet-needs.c */
/* Whether its owner stands in one of the first @columns columns. */
gboolean spil_plan_sheet_in_columns (const SpilGanttRow *row, int columns);
void spil_plan_sheet_find_needs (SpilPlanSheet *self);
/* Gives the columns of the chart the widths of the layout, and takes away beside a bar what stands in a column. */
void spil_plan_sheet_set_columns (SpilPlanSheet *self);

/* spil-plan-sheet-layout.c */
/* Lays @n_rows rows out on that paper. Clear with spil_plan_sheet_layout_clear(). */
void spil_plan_sheet_lay_out (SpilPlanSheet *self, const SpilPlanSheetSetup *setup, int n_rows,
                              SpilPlanSheetLayout *layout);
void spil_plan_sheet_layout_clear (SpilPlanSheetLayout *layout);
int spil_plan_sheet_layout_across (const SpilPlanSheetLayout *layout);
int spil_plan_sheet_layout_down (const SpilPlanSheetLayout *layout);

/* spil-plan-sheet-advice.c: what does not fit and what would. */
char *spil_plan_sheet_dup_advice (SpilPlanSheet *self);

/* spil-plan-sheet-frame.c */
double spil_plan_sheet_head_height (SpilPlanSheet *self, double width);
double spil_plan_sheet_foot_height (SpilPlanSheet *self, double width);
void spil_plan_sheet_draw_head (SpilPlanSheet *self, cairo_t *cr, int page);
void spil_plan_sheet_draw_foot (SpilPlanSheet *self, cairo_t *cr, int page);

/* spil-plan-sheet-legend.c */
void spil_plan_sheet_find_keys (SpilPlanSheet *self, const SpilGantt *gantt);
void spil_plan_sheet_key_clear (gpointer key);
/* Draws the keys in lines within @width, or only measures with a @cr of NULL; returns the height. */
double spil_plan_sheet_legend (SpilPlanSheet *self, cairo_t *cr, double x, double y, double width);

G_END_DECLS

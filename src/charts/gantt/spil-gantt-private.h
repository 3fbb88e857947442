// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the Gantt chart share; no other file includes this. */
#pragma once

#include "spil-chart-axis.h"
#include "spil-gantt.h"

G_BEGIN_DECLS

typedef struct
{
  int from;
  int to;
  SpilGanttLinkKind kind;
} SpilGanttLink;

/** A link in the index: ordered by @low, @reach is the largest @high of the subtree around it. */
typedef struct
{
  int low;
  int high;
  int reach;
  int link;
} SpilGanttSpan;

typedef struct
{
  SpilDay first;
  SpilDay last;
  char *label;
} SpilGanttBand;

/* Where something was put, in the chart. */
typedef struct
{
  int row; /* -1: the header */
  double x0, y0, x1, y1;
} SpilGanttPlace;

struct _SpilGantt
{
  GArray *rows; /* SpilGanttRow, texts owned */
  GPtrArray *descriptions; /* for each row, made when it is first drawn */
  GArray *columns; /* SpilGanttColumn, titles owned */
  GArray *links; /* SpilGanttLink */
  GArray *bands; /* SpilGanttBand */
  SpilGanttView view;
  SpilGanttDraft draft;
  SpilGanttIsFree is_free;
  gpointer free_data;
  GDestroyNotify free_destroy;
  SpilDay today;
  SpilDay range_first;
  SpilDay range_last;
  /* Found when needed, forgotten when rows or links change. */
  GArray *spans; /* SpilGanttSpan; NULL: to be made */
  SpilDay extent_first;
  SpilDay extent_last;
  gboolean extent_known;
  int n_baselines; /* rows that have one */
};

extern const SpilChartClass spil_gantt_class;

const SpilGanttRow *spil_gantt_row (const SpilGantt *self, int index);

/* How a row is shown, by what is known of its dates. */
typedef enum
{
  SPIL_GANTT_NO_DATES,
  SPIL_GANTT_ONLY_START,
  SPIL_GANTT_ONLY_FINISH,
  SPIL_GANTT_BOTH,
  SPIL_GANTT_MOMENT,
} SpilGanttShape;

SpilGanttShape spil_gantt_row_shape (const SpilGanttRow *row);
/* The sides of what is drawn for a row; FALSE when nothing is. */
gboolean spil_gantt_row_sides (const SpilGanttLayout *layout, const SpilGanttRow *row, double em, double *x0,
                               double *x1);
gboolean spil_gantt_has_strip (const SpilGantt *self);
/* Top and height of the bar in its row. */
void spil_gantt_bar_place (const SpilGanttLayout *layout, int row, double *y, double *height);

/* The sides of the columns that fit in the table of the layout. */
void spil_gantt_place_columns (SpilGanttLayout *layout);
/* The width of the columns after the first, and of the first at least. */
void spil_gantt_columns_width (const SpilGantt *self, double em, double *first, double *others);
/* Where the words of a label begin: right of the indent and the triangle. */
double spil_gantt_label_left (const SpilGanttLayout *layout, const SpilGanttRow *row);

void spil_gantt_layout_init (SpilGanttLayout *layout, const SpilGantt *self, const SpilChartPainter *painter);
double
spil_gantt_natural_row_height (const SpilGantt *self, const SpilChartPainter *painter, gboolean stacked);
double spil_gantt_natural_height (gconstpointer data, const SpilChartPainter *painter);
int spil_gantt_count_pages (gconstpointer data, const SpilChartPainter *painter);

/* Calls @visit for each link that touches rows @first to @last. */
typedef void (*SpilGanttVisit) (const SpilGanttLink *link, gpointer data);
void spil_gantt_visit_links (SpilGantt *self, int first, int last, SpilGanttVisit visit, gpointer data);

void spil_gantt_draw_ground (const SpilGantt *self, const SpilChartPainter *painter,
                             const SpilGanttLayout *layout);
void spil_gantt_draw_header (const SpilGantt *self, const SpilChartPainter *painter,
                             const SpilGanttLayout *layout);
/* The table, or the labels over the bars. */
void
spil_gantt_draw_table (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout);
void spil_gantt_draw_titles (const SpilGantt *self, const SpilChartPainter *painter,
                             const SpilGanttLayout *layout);
/* Both share, per row in view, whether an arrow begins or ends on the right side of its bar. */
void spil_gantt_draw_links (const SpilGantt *self, const SpilChartPainter *painter,
                            const SpilGanttLayout *layout, gboolean *busy);
void spil_gantt_draw_bars (const SpilGantt *self, const SpilChartPainter *painter,
                           const SpilGanttLayout *layout, const gboolean *busy);

/* Words. */
const char *spil_gantt_row_name (const SpilGanttRow *row);
const char *spil_gantt_row_note (const SpilGanttRow *row);
char *spil_gantt_row_description (const SpilGanttRow *row);
char *spil_gantt_summary (gconstpointer data);
SpilChartTable *spil_gantt_table (gconstpointer data);

G_END_DECLS

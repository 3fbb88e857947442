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
  gboolean broken; /* the dates do not meet it */
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

/* What was put where, for tests. */
typedef enum
{
  SPIL_GANTT_INK_TEXT,
  SPIL_GANTT_INK_BAR,
  SPIL_GANTT_INK_LINK,
  SPIL_GANTT_INK_SIGN,
} SpilGanttInkKind;

typedef struct
{
  SpilGanttInkKind kind;
  double x0, y0, x1, y1; /* as far as it is seen */
  gboolean cut; /* at its left or right */
} SpilGanttInk;

struct _SpilGantt
{
  GArray *rows; /* SpilGanttRow, texts owned */
  GPtrArray *descriptions; /* for each row, made when it is first drawn */
  GArray *columns; /* SpilGanttColumn, titles owned */
  GArray *links; /* SpilGanttLink */
  GHashTable *early; /* rows that a broken link leads to: index + 1 */
  GArray *bands; /* SpilGanttBand */
  GArray *inks; /* SpilGanttInk of the latest drawing; NULL: nobody wants to know */
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

/* Whether it lies earlier than an arrow to it asks. */
gboolean spil_gantt_is_early (const SpilGantt *self, int row);
/* Whether the first or last day of all may come from that row. */
gboolean spil_gantt_row_bounds (const SpilGantt *self, const SpilGanttRow *row);

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
/* How much later than recorded it is, in words; NULL: not known. */
char *spil_gantt_row_slip (const SpilGanttRow *row);
gboolean spil_gantt_row_is_late (const SpilGanttRow *row);
/* The sides of what is drawn for a row; FALSE when nothing is. */
gboolean
spil_gantt_row_sides (const SpilGanttLayout *layout, const SpilGanttRow *row, double *x0, double *x1);
/* Top and height of the bar in its row. */
void spil_gantt_bar_place (const SpilGanttLayout *layout, int row, double *y, double *height);

/* The periods that the tiers of the header name, from the upper one; n is 1 to 3. */
typedef struct
{
  SpilPeriodKind kinds[3];
  int n;
} SpilGanttTiers;

SpilGanttTiers spil_gantt_tiers (const SpilChartPainter *painter, double day_width);
double spil_gantt_tier_height (const SpilChartPainter *painter);
/* The height of the header when a day is that wide. */
double spil_gantt_header_height (const SpilGantt *self, const SpilChartPainter *painter, double day_width);

/* The sides of the columns that fit in the table of the layout. */
void spil_gantt_place_columns (SpilGanttLayout *layout);
/* The width of the columns after the first, and of the first at least. */
void spil_gantt_columns_width (const SpilGantt *self, double em, double *first, double *others);

/* Whether nobody scrolls in it or opens what is closed: lines end with the rows, and the header is as low as it can be. */
gboolean spil_gantt_is_paper (const SpilGantt *self, const SpilChartPainter *painter);
void spil_gantt_layout_init (SpilGanttLayout *layout, const SpilGantt *self, const SpilChartPainter *painter);
double spil_gantt_natural_height (gconstpointer data, const SpilChartPainter *painter);
int spil_gantt_count_pages (gconstpointer data, const SpilChartPainter *painter);

/* Calls @visit for each link that touches rows @first to @last. */
typedef void (*SpilGanttVisit) (const SpilGanttLink *link, gpointer data);
void spil_gantt_visit_links (SpilGantt *self, int first, int last, SpilGanttVisit visit, gpointer data);

/* The sides of a bar, for arrows. */
typedef struct
{
  double x0;
  double x1;
  double top;
  double bottom;
  double middle;
} SpilGanttEnds;

#define SPIL_GANTT_MAX_CORNERS 6

/* The way of an arrow: corners, and the direction of its head. */
typedef struct
{
  struct
  {
    double x;
    double y;
  } corners[SPIL_GANTT_MAX_CORNERS];
  int count;
  double head_x;
  double head_y;
} SpilGanttWay;

gboolean spil_gantt_row_ends (const SpilGanttLayout *layout, int row, SpilGanttEnds *ends);
void spil_gantt_way (SpilGanttWay *way, const SpilGanttLayout *layout, SpilGanttLinkKind kind,
                     const SpilGanttEnds *from, const SpilGanttEnds *to);
/* Draws it in the colour and width set; @round: the radius of its corners. */
void spil_gantt_way_draw (const SpilGanttWay *way, cairo_t *cr, double round, double head);

/* From the middle of a label over its bar to the middle of the bar, as a share of the row. */
#define STACKED_LABEL 0.28
#define STACKED_PITCH 0.39

/* What texts must keep clear of in a row that is in view. */
typedef struct
{
  double x0;
  double x1;
  int next; /* of the same row, -1: none */
} SpilGanttTaken;

/* One drawing. */
typedef struct
{
  const SpilGantt *gantt;
  const SpilChartPainter *painter;
  const SpilPalette *palette;
  cairo_t *cr;
  SpilGanttLayout layout;
  SpilGanttTiers tiers;
  double em;
  double line; /* the height of small text */
  gboolean texts; /* rows are high enough for words */
  gboolean fine; /* rows are high enough for more than bars */
  GArray *taken; /* SpilGanttTaken */
  int *heads; /* for each row in view, its first in taken */
} SpilGanttFrame;

/* Draws a text and says where it stands. */
void spil_gantt_frame_text (const SpilGanttFrame *frame, const char *text, const SpilChartPut *put);
void spil_gantt_frame_ink (const SpilGanttFrame *frame, SpilGanttInkKind kind, double x0, double y0,
                           double x1, double y1);
/* Coordinates far outside of the view would overflow Cairo's fixed point numbers. */
void spil_gantt_frame_hold (const SpilGanttFrame *frame, double *x0, double *x1);

void spil_gantt_take (SpilGanttFrame *frame, int row, double x0, double x1);
/* The left side for something @width wide, at @x or at most @slack further to the right (left, when it is less than 0) where
 * nothing is in the way; NAN: nowhere. */
double spil_gantt_find_room (const SpilGanttFrame *frame, int row, double x, double width, double slack);

/* A row on its way to paper. */
typedef struct
{
  SpilGanttFrame *frame;
  const SpilGanttRow *row;
  int index;
  SpilGanttShape shape;
  SpilColor color;
  SpilColor edge;
  SpilPattern pattern;
  double x0; /* both sides NAN: nothing is drawn */
  double x1;
  double y;
  double height;
} SpilGanttBar;

/* The light inside of a bar, upon which words may stand; its outline carries it. */
SpilColor spil_gantt_tint (const SpilPalette *palette, SpilColor color);
/* What is not done of a summary or of a stroke, which have no outline. */
SpilColor spil_gantt_rest (const SpilPalette *palette, SpilColor color);
void spil_gantt_bar_init (SpilGanttBar *bar, SpilGanttFrame *frame, int index);
/* Adds a shape to the path: a round bar, a diamond for a moment. */
void spil_gantt_bar_outline (const SpilGanttBar *bar, double x0, double x1, double inset);
/* Under the bar, over it, and what they take of its row. */
void spil_gantt_draw_baseline (const SpilGanttBar *bar);
void spil_gantt_draw_signs (const SpilGanttBar *bar);
void spil_gantt_draw_light (const SpilChartPainter *painter, int light, double x, double y);
void spil_gantt_draw_diamond (const SpilGanttFrame *frame, double x, double y, double radius);
void spil_gantt_take_signs (const SpilGanttBar *bar);
void spil_gantt_draw_side_text (const SpilGanttBar *bar);
void spil_gantt_draw_note (const SpilGanttBar *bar);
void spil_gantt_bar_hit (const SpilGanttBar *bar, SpilChartPart part, double x0, double x1);

/* The steps of a drawing. */
void spil_gantt_draw (gconstpointer data, const SpilChartPainter *painter);
/* What the words of a row stand upon. */
SpilColor spil_gantt_row_ground (const SpilGanttFrame *frame, const SpilGanttRow *row);
void spil_gantt_draw_ground (const SpilGanttFrame *frame);
void spil_gantt_draw_today (SpilGanttFrame *frame);
void spil_gantt_draw_header (const SpilGanttFrame *frame);
void spil_gantt_draw_links (SpilGanttFrame *frame);
void spil_gantt_draw_bars (SpilGanttFrame *frame);
void spil_gantt_draw_draft (SpilGanttFrame *frame);
/* The table, or the labels over the bars. */
void spil_gantt_draw_table (const SpilGanttFrame *frame);
void spil_gantt_draw_titles (const SpilGanttFrame *frame);

/* Walks over the periods of a kind that are in view. */
typedef struct
{
  const SpilGanttFrame *frame;
  SpilPeriodKind kind;
  SpilPeriod period;
  double x0;
  double x1;
} SpilGanttWalk;

gboolean spil_gantt_walk_begin (SpilGanttWalk *walk, const SpilGanttFrame *frame, SpilPeriodKind kind);
gboolean spil_gantt_walk_next (SpilGanttWalk *walk);

/* Words. */
const char *spil_gantt_row_name (const SpilGanttRow *row);
const char *spil_gantt_row_note (const SpilGanttRow *row);
char *spil_gantt_row_state (const SpilGanttRow *row);
/* Kept for the next drawing; owned by @self. */
const char *spil_gantt_get_description (const SpilGantt *self, int index);
char *spil_gantt_summary (gconstpointer data);
SpilChartTable *spil_gantt_table (gconstpointer data);

G_END_DECLS

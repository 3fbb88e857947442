// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** A table has at most this many columns. */
#define SPIL_GANTT_MAX_COLUMNS 16

/** A column of the table left of the time area; the first one is that of the labels. */
typedef struct
{
  const char *title;
  double width; /**< in ems; of the first column: the least */
  gboolean numeric; /**< aligned to the right */
} SpilGanttColumn;

/** How an activity goes, as somebody judged it. */
typedef enum
{
  SPIL_GANTT_LIGHT_NONE,
  SPIL_GANTT_LIGHT_GREEN,
  SPIL_GANTT_LIGHT_AMBER,
  SPIL_GANTT_LIGHT_RED,
} SpilGanttLight;

/** A row of the planning. Days that are not known are SPIL_DAY_NONE and are shown as such: nothing is filled in. */
typedef struct
{
  const char *label;
  /** The texts of columns 1 and on, "" for an empty one; copied, as many as the columns set before need, up to a first NULL. */
  const char *const *cells;
  const char *name; /**< what a screen reader and the tooltip call it; NULL: the label */
  const char *owner; /**< may be NULL */
  const char *headline; /**< said with the light; may be NULL */
  const char *note; /**< stands where a bar would when no date is known; NULL: "yet to be planned" */
  int indent; /**< depth in the tree, 0 for the top */
  SpilDay start;
  SpilDay finish; /**< the last day on which there is work */
  SpilDay baseline_start;
  SpilDay baseline_finish;
  SpilDay deadline;
  SpilDay not_before; /**< it may not start earlier: a bracket on that morning */
  SpilDay float_end; /**< a thin tail: it may end as late as this */
  SpilDay ghost_start; /**< where it will be: an outline beside what it is now */
  SpilDay ghost_finish;
  double progress; /**< 0 to 1; negative or NaN: not known */
  int tone; /**< index in the series colours */
  gboolean milestone; /**< a moment: at finish, or at start when finish is not known */
  gboolean summary; /**< sums up the rows indented under it */
  gboolean derived; /**< its dates follow from the rows under it: it is not moved by itself */
  gboolean critical;
  gboolean late; /**< it should have been further by now; passing the deadline is seen without it */
  gboolean fixed; /**< nothing may move it: a pin */
  gboolean selected;
  gboolean dimmed; /**< shown because of what is under it */
  gboolean heading; /**< the band over the rows of a group; has no bar */
  gboolean collapsed; /**< the rows under it are not shown */
  int light; /**< SpilGanttLight */
} SpilGanttRow;

/** A row about which nothing is known but its label; change what is known. */
#define SPIL_GANTT_ROW_INIT \
  { .start = SPIL_DAY_NONE, .finish = SPIL_DAY_NONE, .baseline_start = SPIL_DAY_NONE, .baseline_finish = SPIL_DAY_NONE, .deadline = SPIL_DAY_NONE, .not_before = SPIL_DAY_NONE, .float_end = SPIL_DAY_NONE, .ghost_start = SPIL_DAY_NONE, .ghost_finish = SPIL_DAY_NONE, .progress = -1 }

typedef enum
{
  SPIL_GANTT_FINISH_START,
  SPIL_GANTT_START_START,
  SPIL_GANTT_FINISH_FINISH,
  SPIL_GANTT_START_FINISH,
} SpilGanttLinkKind;

/** A zoom that has a name. The header follows the width of a day, at these and at all between. */
typedef enum
{
  SPIL_GANTT_ZOOM_AUTO,
  SPIL_GANTT_ZOOM_WEEK,
  SPIL_GANTT_ZOOM_MONTH,
  SPIL_GANTT_ZOOM_QUARTER,
} SpilGanttZoom;

/** What part of the planning is seen, and how large. */
typedef struct
{
  gboolean
      fit; /**< the whole planning in the width (and in the height where legible); all else but zoom and label_width is then ignored */
  SpilDay first_day; /**< the day whose morning is at the left edge of the time area ... */
  double offset_x; /**< ... or this many units left of it */
  double offset_y; /**< units that the rows are scrolled up */
  double day_width; /**< units a day, more than 0 */
  double row_height; /**< 0 or less: natural */
  double
      label_width; /**< of the whole table, or of the labels without columns; 0: none (they stand elsewhere); less: the painter chooses */
  double
      time_width; /**< of the days, the rest being room for the texts of the last bars; 0: all beside the table */
  gboolean two_lines; /**< labels are small and take two lines where one does not hold them */
  SpilGanttZoom zoom;
} SpilGanttView;

/** The planning: rows, links between them, bands over them, and the view of it. */
typedef struct _SpilGantt SpilGantt;

SpilGantt *spil_gantt_new (void);
void spil_gantt_free (SpilGantt *self);
/** Makes the chart of a planning; takes @self, which lives as long as the chart and may still be changed. */
SpilChart *spil_gantt_to_chart (SpilGantt *self);
/** Returns the planning of such a chart, NULL for another kind of chart. */
SpilGantt *spil_gantt_from_chart (SpilChart *chart);

/**
 * The columns of the table, titles copied, before any row is added; at most SPIL_GANTT_MAX_COLUMNS. Those that do not fit in the
 * table's width are not drawn, the last ones first. 0: a mere column of labels without a title.
 */
void spil_gantt_set_columns (SpilGantt *self, const SpilGanttColumn *columns, int n);

/** The title of a column, NULL when there is no such column; owned by the planning. */
const char *spil_gantt_get_column_title (const SpilGantt *self, int column);

/** Adds a row, whose texts are copied; returns its index. */
int spil_gantt_add_row (SpilGantt *self, const SpilGanttRow *row);
/** Replaces a row, for instance while it is dragged. */
void spil_gantt_set_row (SpilGantt *self, int index, const SpilGanttRow *row);
/** Changes the dates of a row and nothing else: for each frame of a drag. */
void spil_gantt_set_dates (SpilGantt *self, int index, SpilDay start, SpilDay finish);
/** Says where a row will be; SPIL_DAY_NONE twice: where it is. */
void spil_gantt_set_ghost (SpilGantt *self, int index, SpilDay start, SpilDay finish);
void spil_gantt_set_selected (SpilGantt *self, int index, gboolean selected);
const SpilGanttRow *spil_gantt_get_row (const SpilGantt *self, int index);
int spil_gantt_get_row_count (const SpilGantt *self);
/** Adds an arrow between two rows that are there already; its index, for SPIL_CHART_PART_LINK, is the number of those before it. */
void spil_gantt_add_link (SpilGantt *self, int from, int to, SpilGanttLinkKind kind);
/** Says that the dates do not meet that arrow: it is drawn and told so, and so is the row that it leads to. */
void spil_gantt_set_broken (SpilGantt *self, int link);
int spil_gantt_get_link_count (const SpilGantt *self);
/** The rows that arrow @index goes from and to; FALSE when there is no such arrow. */
gboolean spil_gantt_get_link (const SpilGantt *self, int index, int *from, int *to);
/** Shades a period over all rows, with its name under the header. */
void spil_gantt_add_band (SpilGantt *self, SpilDay first, SpilDay last, const char *label);
/** Forgets rows, links and bands; keeps the view and the columns. */
void spil_gantt_clear (SpilGantt *self);

/** Whether nobody works on that day. */
typedef gboolean (*SpilGanttIsFree) (SpilDay day, gpointer data);
/** Says which days are free: they are shaded where a day is wide enough. NULL: the weekends. Takes @data, which @destroy (may be NULL) frees. */
void
spil_gantt_set_free_days (SpilGantt *self, SpilGanttIsFree is_free, gpointer data, GDestroyNotify destroy);

typedef enum
{
  SPIL_GANTT_DRAFT_NONE,
  SPIL_GANTT_DRAFT_BAR, /**< a bar on @row, from @start to @finish */
  SPIL_GANTT_DRAFT_LINK, /**< an arrow from @row to @to_row, or to the point x, y when that is -1 */
  SPIL_GANTT_DRAFT_DROP, /**< a line over @row, from the indent at @x: rows will be put there; row == count: at the end */
} SpilGanttDraftKind;

/** What somebody is doing now with a pointer. */
typedef struct
{
  SpilGanttDraftKind kind;
  int row;
  SpilDay start;
  SpilDay finish;
  double x;
  double y;
  int to_row; /**< -1: none */
  gboolean from_finish; /**< the arrow leaves from the end of the bar, else from its start */
  gboolean to_finish; /**< it goes to the end of the bar of @to_row, else to its start */
  gboolean refused; /**< it cannot be so */
} SpilGanttDraft;

/** Shows what is being drawn, linked or dropped now; copied. NULL: nothing. */
void spil_gantt_set_draft (SpilGantt *self, const SpilGanttDraft *draft);

/** The day of the today line; SPIL_DAY_NONE: no line. */
void spil_gantt_set_today (SpilGantt *self, SpilDay today);
/** The period that a fitting view shows at least. Without it: from the first to the last day of any row. */
void spil_gantt_set_range (SpilGantt *self, SpilDay first, SpilDay last);
/** The first and last day of any row, or both not known; SPIL_DAY_NONE when no row has dates. */
void spil_gantt_get_extent (const SpilGantt *self, SpilDay *first, SpilDay *last);

void spil_gantt_set_view (SpilGantt *self, const SpilGanttView *view);
SpilGanttView spil_gantt_get_view (const SpilGantt *self);
/** The width of a day at which that zoom looks best, for text of @font_size; of SPIL_GANTT_ZOOM_AUTO: that of months. */
double spil_gantt_zoom_day_width (SpilGanttZoom zoom, double font_size);

/** Where everything lies when the chart is drawn at a certain size; all in user units of the chart. Valid while the planning is unchanged. */
typedef struct
{
  const SpilGantt *gantt;
  double em;
  double width;
  double height;
  double label_width; /**< the time area begins here */
  double header_height; /**< the rows begin here */
  double day_width;
  double row_height;
  double offset_y;
  SpilDay origin; /**< a day ... */
  double origin_x; /**< ... and the x of its morning */
  int first_row; /**< first row that is seen */
  int end_row; /**< the row after the last one that is seen */
  double time_end; /**< where the time area ends: the texts of the last bars have the room to its right */
  gboolean stacked; /**< labels stand over the bars, since there is no room beside them */
  gboolean expanders; /**< summaries have a triangle to open and close them */
  int n_columns; /**< that are drawn, that of the labels included; 0 when stacked */
  double column_x[SPIL_GANTT_MAX_COLUMNS + 1]; /**< the left sides, and the right side of the last */
} SpilGanttLayout;

/** Computes the layout that spil_chart_draw() uses for the same chart, size and style. */
SpilGanttLayout
spil_gantt_lay_out (SpilChart *chart, double width, double height, const SpilChartStyle *style);
/** The x of the morning of @day, which must be known: where a bar begins that starts on it. */
double spil_gantt_day_to_x (const SpilGanttLayout *layout, SpilDay day);
/** The x of its evening: where a bar ends that finishes on it. */
double spil_gantt_evening_to_x (const SpilGanttLayout *layout, SpilDay day);
/** The day at @x. */
SpilDay spil_gantt_x_to_day (const SpilGanttLayout *layout, double x);
/** The top of a row, seen or not. */
double spil_gantt_row_to_y (const SpilGanttLayout *layout, int row);
/** The row at @y, or -1 over the rows; may be past the last row. */
int spil_gantt_y_to_row (const SpilGanttLayout *layout, double y);

/** The column of the table at @x, -1 in the time area. */
int spil_gantt_x_to_column (const SpilGanttLayout *layout, double x);
/** Where a cell lies, for instance to edit it there: of the labels, what is right of indent and triangle. Any pointer may be NULL. */
void spil_gantt_cell_place (const SpilGanttLayout *layout, int row, int column, double *x, double *y,
                            double *width, double *height);
/** Whether @x is on the triangle of that row, if it has one. */
gboolean spil_gantt_is_expander (const SpilGanttLayout *layout, int row, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilGantt, spil_gantt_free)

G_END_DECLS

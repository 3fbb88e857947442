// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the planning's view share; no other file includes this. */
#pragma once

#include "spil-chart-canvas.h"
#include "spil-plan-scale.h"
#include "spil-plan-selection.h"
#include "spil-plan-view.h"

G_BEGIN_DECLS

typedef struct _SpilPlanDrag SpilPlanDrag;
typedef struct _SpilPlanCellEditor SpilPlanCellEditor;

struct _SpilPlanView
{
  GtkWidget parent_instance;

  SpilChartCanvas *canvas;
  SpilChart *chart;
  SpilChartStyle style;
  SpilGanttLayout layout;
  SpilWorkCalendar *calendar;
  gboolean read_only;

  /* Place (spil-plan-place.c) */
  GtkAdjustment *across;
  GtkAdjustment *down;
  GtkScrollablePolicy policies[2];
  SpilPlanScale scale; /* of `across` */
  SpilDay wanted_day; /* to scroll to once there is a size */
  gboolean fits; /* the day width follows from the width */
  gboolean configuring;
  gboolean reveal; /* the current row, once there is a size */
  int table_width; /* tenths of an em */
  int size[2]; /* that was laid out last */

  /* Rows (spil-plan-rows.c) */
  SpilPlanSelection *selection;
  int column; /* of the current cell */
  GArray *before; /* of SpilPlanChange: the dates before what was asked last */
  GArray *ghosts; /* of int: rows that have one */

  /* Pointer and keys */
  SpilPlanDrag *drag;
  SpilPlanCellEditor *editor;
  GtkWidget *tip; /* at the pointer while something is dragged */
  double tip_x, tip_y;
  double pointer_x, pointer_y;
  int hover; /* the row whose bar has handles for links; -1: none */
  gboolean space; /* held: dragging moves what is seen */
};

gboolean spil_plan_view_has_size (SpilPlanView *self);
/** Whether the table stands beside the time area. */
gboolean spil_plan_view_has_table (SpilPlanView *self);
int spil_plan_view_count_rows (SpilPlanView *self);
void spil_plan_view_queue_draw (SpilPlanView *self);

/* Place */

/** After the size, the zoom or the planning has changed. */
void spil_plan_place_configure (SpilPlanView *self);
void spil_plan_place_set_adjustment (SpilPlanView *self, GtkAdjustment **place, GtkAdjustment *adjustment);
/** After the planning was replaced by another: what was seen stays seen. */
void spil_plan_place_cover (SpilPlanView *self);
/** Whether the current row is in view. */
gboolean spil_plan_place_sees_current (SpilPlanView *self);
/** After the size has become known or another: with @seen the current row stays in view. */
void spil_plan_place_settle (SpilPlanView *self, gboolean seen);
/** Brings the current row into view, and its bar when that is nowhere to be seen. */
void spil_plan_place_reveal (SpilPlanView *self);
/** Makes a day @factor times as wide, around that @x of the view; less than 0: its middle. */
void spil_plan_place_zoom_by (SpilPlanView *self, double factor, double x);
/** Scrolls by that many units; to the right also beyond what was covered. */
void spil_plan_place_scroll (SpilPlanView *self, double across, double down);
void spil_plan_place_set_table_width (SpilPlanView *self, int tenths);
/** By how much things are moved at this zoom. */
SpilPeriodKind spil_plan_place_step (SpilPlanView *self);
/** The day at @x, as days since 1970 with the part of the day. */
double spil_plan_place_days (SpilPlanView *self, double x);
/** The row at @y, -1: none; with @past, the number of rows for what is under the last one. */
int spil_plan_place_row (SpilPlanView *self, double y, gboolean past);
/** The bar, diamond or note that was drawn for a row, or NULL. */
const SpilChartBox *spil_plan_place_box (SpilPlanView *self, int row);

/* Rows */

/** Follows the selection with what is drawn and said; `selection-changed` when @tell. */
void spil_plan_rows_selected (SpilPlanView *self, gboolean tell);
void spil_plan_rows_set_current (SpilPlanView *self, int row, gboolean extend);
/** The rows that move when that one is dragged: the selected ones when it is one of them. Of int. */
GArray *spil_plan_rows_to_move (SpilPlanView *self, int row);
SpilPlanDates spil_plan_rows_dates (SpilPlanView *self, int row);
void spil_plan_rows_show_dates (SpilPlanView *self, const SpilPlanChange *change);
/** Asks for new dates, which are shown meanwhile: `rows-moved`. @before: the dates as they are. */
void spil_plan_rows_ask (SpilPlanView *self, const GArray *before, const GArray *changes);
/** Whether a row has a bar or a diamond of its own that can be dragged. */
gboolean spil_plan_rows_is_dated (SpilPlanView *self, int row);
gboolean spil_plan_rows_is_heading (SpilPlanView *self, int row);

/* Cells (spil-plan-cells.c) */

/** Moves the current cell by so many columns; FALSE: there is no table. */
gboolean spil_plan_cells_move (SpilPlanView *self, int count);
void spil_plan_cells_set_column (SpilPlanView *self, int column);
gboolean spil_plan_cells_edit_current (SpilPlanView *self, const char *text);
/** Puts the editor where its cell is, for size_allocate. */
void spil_plan_cells_allocate (SpilPlanView *self);
/** The rows may be others than before: what is edited belongs to the current one. */
void spil_plan_cells_follow (SpilPlanView *self);
/** Lets go of the editor; with @take the text is asked to be taken first, and it stays when that is refused. */
void spil_plan_cells_close (SpilPlanView *self, gboolean take);

/* What is drawn over the canvas (spil-plan-overlay.c) */

void spil_plan_overlay_snapshot (SpilPlanView *self, GtkSnapshot *snapshot);
/** Whether there is a handle for links at the point, of the row under the pointer. */
gboolean spil_plan_overlay_handle_at (SpilPlanView *self, double x, double y, int *row, gboolean *finish);
/** Says something at the pointer; NULL: nothing. */
void spil_plan_overlay_set_tip (SpilPlanView *self, const char *title, const char *note);
void spil_plan_overlay_allocate_tip (SpilPlanView *self);

/* Controllers */

void spil_plan_drag_add (SpilPlanView *self);
gboolean spil_plan_drag_is_moving (SpilPlanView *self);
/** Puts back what is being dragged. */
void spil_plan_drag_cancel (SpilPlanView *self);
void spil_plan_click_add (SpilPlanView *self);
void spil_plan_keys_add (SpilPlanView *self);
void spil_plan_wheel_add (SpilPlanView *self);

G_END_DECLS

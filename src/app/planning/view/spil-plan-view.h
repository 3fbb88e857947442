// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-gantt.h"
#include "spil-plan-snap.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_VIEW (spil_plan_view_get_type ())

/** New dates that somebody asks for a row, with keys or pointer. */
typedef struct
{
  int row;
  SpilDay start;
  SpilDay finish;
  gboolean only_start; /**< the start was moved, not the whole */
  gboolean only_finish; /**< the end was moved, not the whole */
} SpilPlanChange;

/** What is asked at once; of rows that sum up others: that all under them moves along. */
typedef struct
{
  int n;
  const SpilPlanChange *changes;
} SpilPlanMoves;

/** Where rows are dropped: before that row, after all that is under it, or as parts of it. */
typedef enum
{
  SPIL_PLAN_DROP_BEFORE,
  SPIL_PLAN_DROP_AFTER,
  SPIL_PLAN_DROP_INTO,
} SpilPlanDrop;

/**
 * The planning to scroll through and to work in, in a GtkScrolledWindow: table and header stand still, and only what is seen is laid out and drawn.
 * It changes nothing itself: it asks. Rows are those of the chart.
 *
 * Signals:
 * - `selection-changed`; `zoomed`;
 * - `row-activated` (int): a double click on a bar, or Enter where there is no table; `row-toggled` (int): opened or closed;
 * - `rows-moved` (const SpilPlanMoves *): new dates, already shown; `rows-moving` (the same): while they are dragged; NULL: it was broken off. The
 *   receiver shows with spil_plan_view_set_ghosts() what would move along;
 * - `row-drawn` (const SpilPlanChange *): dates for a row that has none, without a finish where somebody only clicked; row == number of rows, or
 *   `only_start`: a new row, there or under that row;
 * - `rows-linked` (int from, int to, int kind: SpilGanttLinkKind); `link-checked` (the same): why they cannot be, NULL: they can;
 * - `rows-dropped` (int row, int SpilPlanDrop): the selected rows go there;
 * - `cell-wanted` (int row, int column): the text with which editing a cell begins, NULL: it cannot be edited; `cell-edited` (int row, int column,
 *   const char *text): TRUE when it is taken, else spil_plan_view_set_cell_error() was called;
 * - `link-activated` (int link, const GdkRectangle *): somebody clicked on an arrow;
 * - `menu-wanted` (const GdkRectangle *, gboolean header): the menu for what is selected, or of the table's header.
 *
 * Properties: `table-width` (int, ems x 10): what people chose.
 */
G_DECLARE_FINAL_TYPE (SpilPlanView, spil_plan_view, SPIL, PLAN_VIEW, GtkWidget)

/** Shows the chart of a planning, at the same place in time as the one before. Keeps a reference. */
void spil_plan_view_set_chart (SpilPlanView *self, SpilChart *chart);
/** The planning that is shown, or NULL. */
SpilGantt *spil_plan_view_get_gantt (SpilPlanView *self);
/** The days that are worked, which lengths are counted in; NULL: every day. Keeps a reference. */
void spil_plan_view_set_calendar (SpilPlanView *self, SpilWorkCalendar *calendar);
/** Lets nothing be changed. */
void spil_plan_view_set_read_only (SpilPlanView *self, gboolean read_only);

/** The zoom that people chose, or the nearest one after zooming freely. */
SpilGanttZoom spil_plan_view_get_zoom (SpilPlanView *self);
void spil_plan_view_set_zoom (SpilPlanView *self, SpilGanttZoom zoom);
/** Makes a day @factor times as wide, around today where that is seen. */
void spil_plan_view_zoom_by (SpilPlanView *self, double factor);
/** Shows the whole planning in the width. */
void spil_plan_view_fit (SpilPlanView *self);
/** Scrolls to a day. */
void spil_plan_view_show_day (SpilPlanView *self, SpilDay day);

/** The current row, or -1. */
int spil_plan_view_get_selected (SpilPlanView *self);
/** The selected rows from above to below, at most all; returns how many. Free @rows with g_free(). */
int spil_plan_view_get_selection (SpilPlanView *self, int **rows);
/** Says which row is selected, without a signal or scrolling. */
void spil_plan_view_set_selected (SpilPlanView *self, int row);
/** Says which rows are selected and which of them is the current one, without a signal or scrolling. */
void spil_plan_view_set_selection (SpilPlanView *self, const int *rows, int n_rows, int current);
/** Selects a row as a person does, and brings it into view. */
void spil_plan_view_select (SpilPlanView *self, int row);
/** Moves the selected rows (or only their ends) by @count steps of the zoom: asks for it with `rows-moved`. */
void spil_plan_view_move_selected (SpilPlanView *self, int count, gboolean only_finish);

/** Shows where those rows would be, in place of what was shown so before; 0: none. */
void spil_plan_view_set_ghosts (SpilPlanView *self, const SpilPlanChange *changes, int n_changes);
/** The dates that were asked last will not be: shows those from before. */
void spil_plan_view_put_back (SpilPlanView *self);

/** Lets a cell be edited, beginning with @text instead of what it holds (NULL: with that). */
void spil_plan_view_edit_cell (SpilPlanView *self, int row, int column, const char *text);
/** Says under the cell that is edited why its text is not taken. */
void spil_plan_view_set_cell_error (SpilPlanView *self, const char *sentence);

/** After a row was changed: draws again. */
void spil_plan_view_changed (SpilPlanView *self);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-gantt.h"
#include "spil-schedule-rule.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_VIEW (spil_plan_view_get_type ())

/** New dates that somebody asks for, with keys or pointer. */
typedef struct
{
  int row;
  SpilDay start;
  SpilDay finish;
  gboolean only_start; /**< the start was moved, not the whole */
  gboolean only_finish; /**< the end was moved, not the whole */
} SpilPlanChange;

/**
 * The planning to scroll through, in a GtkScrolledWindow: labels and header stand still, and only what is seen is laid out and drawn.
 *
 * Signals: `row-selected`; `row-activated` (int): Enter or a double click; `row-changed` (const SpilPlanChange *): somebody moves a row, which is
 * up to the receiver; `row-changing`: they drag it; `zoomed`.
 */
G_DECLARE_FINAL_TYPE (SpilPlanView, spil_plan_view, SPIL, PLAN_VIEW, GtkWidget)

/** Shows the chart of a planning, at the same place in time as the one before. Keeps a reference. */
void spil_plan_view_set_chart (SpilPlanView *self, SpilChart *chart);
/** The planning that is shown, or NULL. */
SpilGantt *spil_plan_view_get_gantt (SpilPlanView *self);

/** The zoom that people chose, or the nearest one after zooming freely. */
SpilGanttZoom spil_plan_view_get_zoom (SpilPlanView *self);
void spil_plan_view_set_zoom (SpilPlanView *self, SpilGanttZoom zoom);
/** Shows the whole planning in the width. */
void spil_plan_view_fit (SpilPlanView *self);
/** Scrolls to a day. */
void spil_plan_view_show_day (SpilPlanView *self, SpilDay day);

/** The selected row, or -1. */
int spil_plan_view_get_selected (SpilPlanView *self);
/** Says which row is selected, without a signal or scrolling. */
void spil_plan_view_set_selected (SpilPlanView *self, int row);
/** Selects a row as a person does, and brings it into view. */
void spil_plan_view_select (SpilPlanView *self, int row);
/** Moves the selected row by @count steps of the zoom: asks for it with `row-changed`. */
void spil_plan_view_move_selected (SpilPlanView *self, int count, gboolean only_finish);

/** After a row was changed: draws again. */
void spil_plan_view_changed (SpilPlanView *self);

/* For keys and pointer. */

/** The widget that draws, which has the focus. */
GtkWidget *spil_plan_view_get_canvas (SpilPlanView *self);
void spil_plan_view_activate_selected (SpilPlanView *self);
/** Makes a day @factor times as wide, around that @x of the view; less than 0: its middle. */
void spil_plan_view_zoom_by (SpilPlanView *self, double factor, double x);
/** Scrolls so many tenths of what is seen later; and so many pages of rows down, selecting on the way. */
void spil_plan_view_pan (SpilPlanView *self, int tenths);
void spil_plan_view_page (SpilPlanView *self, int pages);

/** By how much things are moved at this zoom. */
SpilScheduleStep spil_plan_view_get_step (SpilPlanView *self);
const SpilGanttLayout *spil_plan_view_get_layout (SpilPlanView *self);
/** Says that the dates are being dragged, or are put back: `row-changing`. */
void spil_plan_view_preview (SpilPlanView *self, const SpilPlanChange *change);
/** Asks for the dates: `row-changed`. */
void spil_plan_view_request (SpilPlanView *self, const SpilPlanChange *change);

G_END_DECLS

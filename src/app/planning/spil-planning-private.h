// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-action.h"
#include "spil-plan-table.h"
#include "spil-plan-view.h"
#include "spil-planning-page.h"
#include "spil-selection-bar.h"

#if __has_include("spil-network.h")
#include "spil-network.h"
#else
typedef struct
{
  int task; /**< place in the plan */
  SpilDay start;
  SpilDay end;
} SpilScheduleMove;
#endif

#if __has_include("spil-plan-shown.h")
#include "spil-plan-shown.h"
#else
typedef struct
{
  int task; /**< place in the plan; -1: the heading of a group */
  char *heading;
  int level;
  gboolean summary;
  gboolean collapsed;
  gboolean context;
} SpilPlanShownRow;
#endif

G_BEGIN_DECLS

/*
 * What the files of the page share: its life (spil-planning-page.c), what is shown of the plan (spil-planning-rows.c), new dates and what
 * they move (spil-planning-moves.c), what people do in the chart (spil-planning-edits.c), zoom and choices (spil-planning-toolbar.c).
 *
 * The chart has rows, the plan has tasks: a row may be the heading of a group, and a task may be hidden by a filter or a closed summary.
 * Rows count as in the chart, tasks as in plan->tasks.
 */
struct _SpilPlanningPage
{
  SpilPage parent_instance;

  SpilId selected; /**< the current activity; nil: none */
  gboolean filling; /**< the widgets are set by the program */
  GPtrArray *rows; /**< of SpilPlanShownRow; NULL until something is loaded */
  GArray *row_of_task; /**< of int: -1 is not shown */
  GHashTable *collapsed; /**< set of SpilId *: summaries that are closed */
  SpilChart *chart; /**< of those rows */

  AdwToggleGroup *zoom;
  GtkWidget *today_button;
  GtkWidget *fit_button;
  GtkStack *stack;
  SpilPlanView *view;
  SpilPlanTable *table;
  GtkToggleButton *table_button;
  SpilSelectionBar *selection;
};

/* What is shown (spil-planning-rows.c) */

/** The plan that is shown, or NULL as long as nothing is loaded. It is replaced by the next fill. */
SpilPlan *spil_planning_get_plan (SpilPlanningPage *self);
/** The task of a row of the chart; -1: a heading, or no row. */
int spil_planning_task_of_row (SpilPlanningPage *self, int row);
/** The row of a task; -1: not shown now. */
int spil_planning_row_of_task (SpilPlanningPage *self, int task);
/** A task by its place in the plan, or NULL. */
SpilPlanTaskRow *spil_planning_get_task (SpilPlanningPage *self, int task);
/** The place in the plan of the task with that id, or -1. */
int spil_planning_find_task (SpilPlanningPage *self, SpilId id);
/** The current task, or -1; and all that are selected (of int, places in the plan in their order; free with g_array_unref()). */
int spil_planning_get_current (SpilPlanningPage *self);
GArray *spil_planning_get_selected (SpilPlanningPage *self);
/** Selects a task once it is shown: what was just added. It may not be in the plan yet. */
void spil_planning_select_later (SpilPlanningPage *self, SpilId id);
/** Opens or closes a summary or the heading of a group. */
void spil_planning_toggle (SpilPlanningPage *self, int row);
/** Shows the loaded plan anew: after a filter, a group, or something else of what is shown has changed. */
void spil_planning_show (SpilPlanningPage *self);
/** What is selected has changed, or what is known of it. */
void spil_planning_update_selection (SpilPlanningPage *self);

/* Changing (spil-planning-moves.c) */

/**
 * Asks new dates for tasks. What follows of them moves too: where that is nothing they are stored at once; otherwise people see first what
 * moves, and choose. All of it is one action, named @label.
 */
void spil_planning_ask_moves (SpilPlanningPage *self, const SpilScheduleMove *moves, gsize n_moves,
                              const char *label);
/** Stores @action, which is taken; nothing happens when it is NULL or empty. On failure says why and shows what is stored. */
void spil_planning_commit (SpilPlanningPage *self, SpilAction *action);
/** Whether nothing can be changed here. */
gboolean spil_planning_is_read_only (SpilPlanningPage *self);

/* What people do in the chart (spil-planning-edits.c) */

/** Installs the editing actions and binds the handlers, for class_init. */
void spil_planning_bind_edits (GtkWidgetClass *widget_class);
/** Sets which of those actions can be done now. */
void spil_planning_update_edits (SpilPlanningPage *self);

/* Zoom and choices (spil-planning-toolbar.c) */

void spil_planning_bind_toolbar (GtkWidgetClass *widget_class);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-cascade-panel.h"
#include "spil-filter-line.h"
#include "spil-plan-action.h"
#include "spil-plan-asked.h"
#include "spil-plan-chart.h"
#include "spil-plan-filter-menu.h"
#include "spil-plan-table.h"
#include "spil-plan-view-menu.h"
#include "spil-plan-view.h"
#include "spil-planning-page.h"
#include "spil-selection-bar.h"

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

  /* What is shown */
  SpilPlanAsked asked;
  GHashTable *collapsed; /**< set of SpilId *: summaries and groups that are closed */
  GPtrArray *rows; /**< of SpilPlanShownRow; NULL until something is loaded */
  GArray *row_of_task; /**< of int: the first row of a task, -1 is not shown */
  SpilChart *chart; /**< of those rows */
  SpilId selected; /**< the current activity; nil: none */
  GArray *selected_ids; /**< of SpilId: all that are selected */
  guint hidden_columns; /**< a bit for each SpilPlanCell */
  SpilId naming; /**< an activity that was added: its name is typed once it is shown; nil: none */
  gboolean narrow; /**< there is no room for a table beside the bars */
  gboolean filling; /**< the widgets are set by the program */

  /* What is asked of the plan, and not stored yet */
  GArray *proposed; /**< of SpilCascadeRow: what the panel shows; NULL: nothing */
  char *proposed_label;
  SpilCascadeKind proposed_kind;
  GtkWidget *focus_before; /**< the widget that had the focus, held weakly */
  gboolean stale; /**< something was committed, and the plan is not loaded again yet */
  GPtrArray *waiting; /**< of what was asked meanwhile: see spil-planning-moves.c */

  AdwToggleGroup *zoom;
  GtkWidget *toolbar;
  GtkWidget *zoom_box;
  GtkStack *stack;
  SpilPlanView *view;
  SpilPlanTable *table;
  GtkToggleButton *table_button;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  SpilPlanFilterMenu *filter_menu;
  SpilPlanViewMenu *view_menu;
  SpilFilterLine *line;
  GtkWidget *undated_button;
  GtkWidget *late_button;
  GtkWidget *mend_button;
  SpilCascadePanel *cascade;
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

/** The choices changed: shows the plan so, and remembers them. */
void spil_planning_choices_changed (SpilPlanningPage *self);
/** The task that is shown in the panels while it is dragged; NULL: as it is. */
void spil_planning_preview_task (SpilPlanningPage *self, const SpilPlanTaskRow *task);

/* Changing (spil-planning-moves.c) */

/**
 * Asks new dates for tasks. What follows of them moves too: where that is nothing they are stored at once; otherwise people see first what
 * moves, and choose. All of it is one action, named @label.
 */
void spil_planning_ask_moves (SpilPlanningPage *self, const SpilScheduleMove *moves, gsize n_moves,
                              const char *label);
/** Nothing that is proposed is to be done. */
void spil_planning_withdraw (SpilPlanningPage *self);
/** After the plan was loaded: what was asked meanwhile. */
void spil_planning_ask_waiting (SpilPlanningPage *self);
/** Stores @action, which is taken; nothing happens when it is NULL or empty. On failure says why and shows what is stored. */
void spil_planning_commit (SpilPlanningPage *self, SpilAction *action);
/** The handlers and actions of what moves, for class_init; and what it needs. */
void spil_planning_bind_moves (GtkWidgetClass *widget_class);
void spil_planning_init_moves (SpilPlanningPage *self);
void spil_planning_clear_moves (SpilPlanningPage *self);
/** Whether nothing can be changed here. */
gboolean spil_planning_is_read_only (SpilPlanningPage *self);

/* What people do in the chart (spil-planning-edits.c) */

/** Installs the editing actions and binds the handlers, for class_init. */
void spil_planning_bind_edits (GtkWidgetClass *widget_class);
/** The columns and the width of the table as people left them. */
void spil_planning_recall_table (SpilPlanningPage *self);
/** Lets the name of what was added be typed, once it is shown. */
void spil_planning_name_added (SpilPlanningPage *self);
/** Sets which of those actions can be done now. */
void spil_planning_update_edits (SpilPlanningPage *self);

/* Zoom and choices (spil-planning-toolbar.c) */

void spil_planning_bind_toolbar (GtkWidgetClass *widget_class);
void spil_planning_init_toolbar (SpilPlanningPage *self);
/** After the plan was loaded: what there is to choose from. */
void spil_planning_fill_toolbar (SpilPlanningPage *self);
/** The tasks that begin or end earlier than what comes first allows (of int). Free with g_array_unref(). */
GArray *spil_planning_find_early (const SpilPlan *plan);
/** Says what is shown, which filters are set and what asks for attention. */
void spil_planning_show_line (SpilPlanningPage *self);
/** The choices that were made the last time. */
void spil_planning_recall (SpilPlanningPage *self);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/*
 * What people do with a plan: each function makes one action, which is one undo step. Tasks are given by their place in plan->tasks. Where
 * an action makes no sense NULL comes back with @error: one sentence for people (SPIL_STORE_ERROR_REFUSED).
 */

/**
 * Gives tasks new dates (SPIL_DAY_NONE: not stated). A summary that moves takes its parts with it (one with dates of its own of which only one changes does not), each as many working days
 * further as it is itself; what is done or has fixed dates stays. Parts that are named in @moves too go where that says.
 */
SpilAction *
spil_plan_move_action (const SpilPlan *plan, const SpilScheduleMove *moves, gsize n, const char *label);

/**
 * A new activity after the task @after and all under it, part of the same (-1: the last of all). Without a @name it gets one
 * that says that it is new. @id (nullable) gets its id. */
SpilAction *spil_plan_insert_action (const SpilPlan *plan, int after, const char *name, SpilDay start,
                                     SpilDay end, gboolean milestone, SpilId *id);

/** Part of the one above it; part of no more than what that is part of; up or down among its siblings. What is under it goes along. */
SpilAction *spil_plan_indent_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error);
SpilAction *spil_plan_outdent_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error);
SpilAction *spil_plan_raise_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error);
SpilAction *spil_plan_lower_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error);
/** Puts them before a task (-1: last) that is part of @parent (nil: at the top). */
SpilAction *spil_plan_place_action (const SpilPlan *plan, const int *tasks, gsize n, SpilId parent,
                                    int before, GError **error);

/** Deletes them with all under them and their links. */
SpilAction *spil_plan_delete_action (const SpilPlan *plan, const int *tasks, gsize n);

/** Tab-separated text with a header, as spreadsheets take it; what is under the tasks goes along. Free with g_free(). */
char *spil_plan_copy (const SpilPlan *plan, const int *tasks, gsize n);
/**
 * New activities after the task @after (-1: at the end) from such a text, or from cells of a spreadsheet: with a header that names the
 * columns, or without one (name, start, end, owner, days, told apart by what stands in them).
 */
SpilAction *spil_plan_paste_action (const SpilPlan *plan, int after, const char *text, GError **error);

/** A dependency. @lag_unit is SPIL_LAG_UNIT_*. A circle is refused, with the chain named; so is the same dependency twice. */
SpilAction *spil_plan_link_action (const SpilPlan *plan, int from, int to, int type, int lag, int lag_unit,
                                   GError **error);
SpilAction *spil_plan_unlink_action (const SpilPlan *plan, const SpilId *links, gsize n);

/**
 * Keeps the plan as it is on @day: a baseline of that name, and in it every task with its name, its dates, its cost and its progress as they are shown.
 * @report: when it is kept because that report was issued; else nil.
 */
SpilAction *spil_plan_baseline_action (const SpilPlan *plan, SpilDay day, const char *name, SpilId report,
                                       const char *label);
/** The same as part of another action. Returns the baseline's id. */
SpilId spil_plan_add_baseline (const SpilPlan *plan, SpilAction *action, SpilDay day, const char *name,
                               SpilId report);

/** The cells of a row in the table. */
typedef enum
{
  SPIL_PLAN_CELL_NUMBER,
  SPIL_PLAN_CELL_NAME,
  SPIL_PLAN_CELL_START,
  SPIL_PLAN_CELL_END,
  SPIL_PLAN_CELL_DAYS,
  SPIL_PLAN_CELL_OWNER,
  SPIL_PLAN_CELL_PROGRESS,
  SPIL_PLAN_CELL_DEADLINE,
  SPIL_PLAN_CELL_FLOAT,
  SPIL_PLAN_CELL_COST,
  SPIL_PLAN_CELL_BEFORE, /**< what goes before it: "3; 4BB+2" */
  SPIL_PLAN_N_CELLS
} SpilPlanCell;

/** The title of the column; owned by gettext. */
const char *spil_plan_cell_title (SpilPlanCell cell);
/** As shown, and as it can be typed back; "" for what is not known. Free with g_free(). */
char *spil_plan_cell_text (const SpilPlan *plan, int task, SpilPlanCell cell);
gboolean spil_plan_cell_is_editable (const SpilPlan *plan, int task, SpilPlanCell cell);
/**
 * What somebody typed. NULL without an error when nothing changes. Days are read as "3-9-2018", "3-9", "ma 3 sep" (the nearest to what stood there) and "+5"
 * (working days later than what stands there). A start that is typed keeps the working days, days that are typed move the end. What goes before is
 * typed as in the text of the cell: number, type (EB, BB, EE, BE; none: EB), lag in working days or, with k, calendar days.
 */
SpilAction *
spil_plan_cell_action (const SpilPlan *plan, int task, SpilPlanCell cell, const char *text, GError **error);

/** Titles for the undo step of an edit; owned by gettext. */
const char *spil_plan_cell_action_label (SpilPlanCell cell);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-plan-action.h"

G_BEGIN_DECLS

/* What the files of the plan share. @index: SpilId -> place in plan->tasks + 1. */

/** Fills in what is read beside the tasks: names, journal, baseline with what is gone since. */
gboolean spil_plan_read_names (SpilStore *store, SpilPlan *plan, GError **error);
gboolean spil_plan_read_journal (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error);
gboolean spil_plan_read_baseline (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error);
gboolean spil_plan_read_links (SpilStore *store, SpilPlan *plan, GHashTable *index, GError **error);
gboolean spil_plan_read_calendar (SpilStore *store, SpilPlan *plan, GError **error);
/** Counts what the progress of tasks follows from; asks nothing when there is no such task. */
gboolean spil_plan_read_facts (SpilStore *store, SpilPlan *plan, GError **error);

/** The link as the schedule takes it. */
SpilScheduleLink spil_plan_schedule_link (const SpilPlanLinkRow *link);

/** Rolls the summaries up, makes and analyses the network, and sets what each task is on the day of the plan. */
void spil_plan_work_out (SpilPlan *plan);

/** Place + 1 of an id in such an index, as an int that is -1 for none. */
int spil_plan_lookup (GHashTable *index, SpilId id);

/** Sets SPIL_STORE_ERROR_REFUSED with that sentence, which is freed; always returns FALSE. */
gboolean spil_plan_refuse (GError **error, char *sentence);

/** The name of a task on one line, cut. Free with g_free(). */
char *spil_plan_name (const SpilPlan *plan, int task);

/** Marks the tasks, and all that is under them: as long as plan->tasks. Free with g_free(). */
gboolean *spil_plan_mark (const SpilPlan *plan, const int *tasks, gsize n);
/** The tasks in the order of the plan, each once, without those that are under another of them: of int. */
GArray *spil_plan_tops (const SpilPlan *plan, const int *tasks, gsize n);

/** Dates as a change of one task; nothing when they are what they were. */
void spil_plan_set_dates (SpilAction *action, const SpilPlanTaskRow *task, SpilDay start, SpilDay end);

/** The places of the parts of @parent (-1: of those at the top), in their order: of int. */
GArray *spil_plan_parts (const SpilPlan *plan, int parent);

/**
 * Order keys for @n rows (their ids in @ids) that come before the part at @position of those in @siblings (its length: last). Where the siblings have no
 * keys between which the rows fit, @action gives those new keys too. Returns an array of @n keys; free with g_strfreev().
 */
char **
spil_plan_order_keys (const SpilPlan *plan, SpilAction *action, GArray *siblings, guint position, gsize n);

/** The next free number for an activity that stands beside those in @siblings; 0 where those have none. */
int spil_plan_next_number (const SpilPlan *plan, GArray *siblings);

/** Writes such a text. Free with g_free(). */
char *spil_plan_format_before (const SpilPlan *plan, int task);
/** What was typed there; NULL without @error when nothing changes. */
SpilAction *spil_plan_before_action (const SpilPlan *plan, int task, const char *text, GError **error);

/** TRUE when nothing is refused of the links from place @first on, and all of @links together make no circle; else @error. */
gboolean spil_plan_check_links (const SpilPlan *plan, GArray *links, guint first, GError **error);
/** Adds the link as a row. */
void spil_plan_add_link (SpilAction *action, const SpilPlanLinkRow *link);

G_END_DECLS

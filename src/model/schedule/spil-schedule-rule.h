// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-id.h"

G_BEGIN_DECLS

/** A task as the schedule sees it. */
typedef struct
{
  SpilId id;
  SpilId parent; /**< nil: none */
  SpilDay start; /**< SPIL_DAY_NONE: not stated */
  SpilDay end; /**< SPIL_DAY_NONE: not stated */
  SpilDay deadline;
  gboolean milestone;
  int state; /**< SPIL_TASK_STATE_*; 0: not stated */
  int progress; /**< per cent; -1: not known */
  SpilDay not_before; /**< SPIL_DAY_NONE: none */
  gboolean fixed; /**< links do not move it */
  int duration; /**< working days; 0: not known. Of what has both dates: follows from these */
} SpilScheduleTask;

/** What a task is on a day. */
typedef enum
{
  SPIL_TASK_STATUS_NOT_PLANNED, /**< no dates */
  SPIL_TASK_STATUS_PLANNED,
  SPIL_TASK_STATUS_RUNNING,
  SPIL_TASK_STATUS_LATE, /**< should have started, ended or met its deadline */
  SPIL_TASK_STATUS_DONE,
  SPIL_TASK_STATUS_STOPPED,
} SpilTaskStatus;

/** Done and stopped as a person set it (or 100 %); otherwise from the dates. Own rule. */
SpilTaskStatus spil_schedule_status (const SpilScheduleTask *task, SpilDay today);

/** For people; owned by gettext. */
const char *spil_task_status_label (SpilTaskStatus status);

/** The first and last day that any task has. FALSE, both untouched, when none has a date. */
gboolean spil_schedule_span (const SpilScheduleTask *tasks, gsize n_tasks, SpilDay *first, SpilDay *last);

/**
 * Fills in the tasks that have others under them, where they have nothing of their own: start and end span what is under them, progress is that of
 * the parts weighted by their length in days (undated ones count as one day; unknown progress as 0, and unknown when all are). @tasks
 * lists every task after its parent. @is_summary (nullable, @n_tasks long) is set for each.
 */
void spil_schedule_roll_up (SpilScheduleTask *tasks, gsize n_tasks, gboolean *is_summary);

/**
 * How many days later than in a baseline the task ends (where an end is not known on both sides: begins); negative: earlier. FALSE, @days untouched,
 * when there is nothing to compare.
 */
gboolean
spil_schedule_slip (const SpilScheduleTask *task, SpilDay baseline_start, SpilDay baseline_end, int *days);

/** One link. */
typedef struct
{
  SpilId from;
  SpilId to;
  int from_index; /**< places of the tasks in the list of tasks */
  int to_index;
  int type; /**< SPIL_LINK_TYPE_*; 0: finish to start */
  int lag; /**< days; negative: a lead */
  gboolean lag_calendar; /**< the lag is in calendar days, not in working days */
} SpilScheduleLink;

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-schedule-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

static gboolean
is_before (SpilDay day, SpilDay today)
{
  return spil_day_is_known (day) && spil_day_compare (day, today) < 0;
}

SpilTaskStatus
spil_schedule_status (const SpilScheduleTask *task, SpilDay today)
{
  gboolean dated = spil_day_is_known (task->start) || spil_day_is_known (task->end);
  gboolean begun = spil_day_is_known (task->start) && spil_day_compare (task->start, today) <= 0;

  if (task->state == SPIL_TASK_STATE_DONE || task->progress >= 100)
    return SPIL_TASK_STATUS_DONE;
  if (task->state == SPIL_TASK_STATE_STOPPED)
    return SPIL_TASK_STATUS_STOPPED;
  if (is_before (task->end, today) || is_before (task->deadline, today))
    return SPIL_TASK_STATUS_LATE;
  if (task->milestone && is_before (task->start, today))
    return SPIL_TASK_STATUS_LATE;
  if (task->state == SPIL_TASK_STATE_RUNNING || task->progress > 0)
    return SPIL_TASK_STATUS_RUNNING;
  if (!dated)
    return SPIL_TASK_STATUS_NOT_PLANNED;
  if (task->state == SPIL_TASK_STATE_PLANNED)
    return is_before (task->start, today) ? SPIL_TASK_STATUS_LATE : SPIL_TASK_STATUS_PLANNED;
  return begun && !task->milestone ? SPIL_TASK_STATUS_RUNNING : SPIL_TASK_STATUS_PLANNED;
}

const char *
spil_task_status_label (SpilTaskStatus status)
{
  switch (status) {
  case SPIL_TASK_STATUS_NOT_PLANNED:
    return _ ("Not planned yet");
  case SPIL_TASK_STATUS_PLANNED:
    return _ ("Planned");
  case SPIL_TASK_STATUS_RUNNING:
    return _ ("Running");
  case SPIL_TASK_STATUS_LATE:
    return _ ("Late");
  case SPIL_TASK_STATUS_DONE:
    return _ ("Done");
  case SPIL_TASK_STATUS_STOPPED:
    return _ ("Stopped");
  }
  g_return_val_if_reached ("");
}

/* Widens first..last to hold @day, when that is known. */
static void
widen (SpilDay day, SpilDay *first, SpilDay *last)
{
  if (!spil_day_is_known (day))
    return;
  if (!spil_day_is_known (*first) || spil_day_compare (day, *first) < 0)
    *first = day;
  if (!spil_day_is_known (*last) || spil_day_compare (day, *last) > 0)
    *last = day;
}

gboolean
spil_schedule_span (const SpilScheduleTask *tasks, gsize n_tasks, SpilDay *first, SpilDay *last)
{
  SpilDay from = SPIL_DAY_NONE, until = SPIL_DAY_NONE;

  for (gsize i = 0; i < n_tasks; i++) {
    widen (tasks[i].start, &from, &until);
    widen (tasks[i].end, &from, &until);
  }
  if (!spil_day_is_known (from))
    return FALSE;
  *first = from;
  *last = until;
  return TRUE;
}

gboolean
spil_schedule_slip (const SpilScheduleTask *task, SpilDay baseline_start, SpilDay baseline_end, int *days)
{
  if (spil_day_is_known (task->end) && spil_day_is_known (baseline_end))
    *days = spil_day_between (baseline_end, task->end);
  else if (!spil_day_is_known (task->end) && !spil_day_is_known (baseline_end) &&
           spil_day_is_known (task->start) && spil_day_is_known (baseline_start))
    *days = spil_day_between (baseline_start, task->start);
  else
    return FALSE;
  return TRUE;
}

/* What is under a task, added up. */
typedef struct
{
  int n_parts;
  SpilDay first, last;
  int64_t days; /* length of the parts */
  int64_t done; /* per cent x days */
  gboolean progress_known;
} Parts;

static void
add_part (Parts *parts, const SpilScheduleTask *task)
{
  gboolean dated = spil_day_is_known (task->start) && spil_day_is_known (task->end);
  int days = dated ? MAX (1, spil_day_between (task->start, task->end) + 1) : 1;

  parts->n_parts++;
  widen (task->start, &parts->first, &parts->last);
  widen (task->end, &parts->first, &parts->last);
  parts->days += days;
  parts->done += (int64_t) days * MAX (0, task->progress);
  parts->progress_known = parts->progress_known || task->progress >= 0;
}

static void
take_parts (SpilScheduleTask *task, const Parts *parts)
{
  if (!spil_day_is_known (task->start) && !spil_day_is_known (task->end)) {
    task->start = parts->first;
    task->end = parts->last;
  }
  if (task->progress < 0 && parts->progress_known)
    task->progress = (int) ((parts->done + parts->days / 2) / parts->days);
}

/* Place of each task by its id: keys are in @tasks, values place + 1. */
static GHashTable *
index_tasks (const SpilScheduleTask *tasks, gsize n_tasks)
{
  GHashTable *places = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);

  for (gsize i = 0; i < n_tasks; i++)
    g_hash_table_insert (places, (gpointer) &tasks[i].id, GSIZE_TO_POINTER (i + 1));
  return places;
}

void
spil_schedule_roll_up (SpilScheduleTask *tasks, gsize n_tasks, gboolean *is_summary)
{
  g_autoptr (GHashTable) places = index_tasks (tasks, n_tasks);
  g_autofree Parts *parts = g_new0 (Parts, n_tasks);

  for (gsize i = 0; i < n_tasks; i++)
    parts[i].first = parts[i].last = SPIL_DAY_NONE;
  for (gsize i = n_tasks; i-- > 0;) {
    gsize parent = GPOINTER_TO_SIZE (g_hash_table_lookup (places, &tasks[i].parent));

    if (parts[i].n_parts > 0)
      take_parts (&tasks[i], &parts[i]);
    if (is_summary != NULL)
      is_summary[i] = parts[i].n_parts > 0;
    if (parent > 0 && parent - 1 < i)
      add_part (&parts[parent - 1], &tasks[i]);
  }
}

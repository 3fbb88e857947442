// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-baselines.h"

#include <glib/gi18n-lib.h>

#include "spil-task-words.h"

static GtkWidget *
make_row (const SpilPlanTaskRow *task, const SpilTaskBaseline *baseline)
{
  g_autofree char *dates = baseline->holds
                               ? spil_task_dup_dates (baseline->start, baseline->end, task->task.milestone)
                               : g_strdup (_ ("the activity was not in it yet"));
  g_autofree char *day = spil_day_format (baseline->date);
  g_autofree char *set = baseline->of_report
                             // Translators: %s is a day; a report keeps the planning as it was.
                             ? g_strdup_printf (_ ("kept by the report of %s"), day)
                             : g_strdup_printf (_ ("kept on %s"), day);
  g_autofree char *subtitle = g_strjoin ("\n", dates, set, NULL);
  g_autofree char *slip = baseline->holds ? spil_task_dup_slip (task, baseline->start, baseline->end) : NULL;

  return spil_text_row_new (baseline->name, subtitle, slip);
}

void
spil_task_baselines_fill (SpilRowGroup *group, const SpilTaskData *data)
{
  spil_row_group_begin (group);
  for (guint i = 0; i < data->baselines->len; i++)
    spil_row_group_append (group, make_row (data->task, data->baselines->pdata[i]));
  spil_row_group_end (group, _ ("The planning has not been kept yet"));
}

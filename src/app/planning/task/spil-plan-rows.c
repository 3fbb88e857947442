// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-light-mark.h"
#include "spil-plan-table.h"

const int spil_plan_entities[] = {
  SPIL_ENTITY_TASK,
  SPIL_ENTITY_DEPENDENCY,
  SPIL_ENTITY_BASELINE,
  SPIL_ENTITY_BASELINE_TASK,
  SPIL_ENTITY_TASK_JOURNAL,
  SPIL_ENTITY_CLOSURE,
  SPIL_ENTITY_SETTING,
  SPIL_ENTITY_ACTION_LINE,
  SPIL_ENTITY_AREA,
  SPIL_ENTITY_AREA_CHECK,
  SPIL_ENTITY_OFFER,
  SPIL_ENTITY_APPLICATION,
  SPIL_ENTITY_COHORT,
  SPIL_ENTITY_PARTICIPATION,
  SPIL_ENTITY_SITE,
  SPIL_ENTITY_INSTRUMENT,
  0,
};

void
spil_plan_open_task (GtkWidget *widget, SpilId id)
{
  g_autofree char *text = spil_id_dup_text (id);
  g_autofree char *target = g_strconcat ("task ", text, NULL);

  gtk_widget_activate_action (widget, "win.open-record", "s", target);
}

GtkWidget *
spil_plan_row_new_with (const SpilPlanTaskRow *task, const char *subtitle, const char *end)
{
  // Translators: the number of an activity and its name.
  g_autofree char *title = task->number > 0 ? g_strdup_printf (_ ("%d. %s"), task->number, task->name)
                                            : g_strdup (task->name);
  GtkWidget *row = spil_text_row_new (title, subtitle, end);

  if (task->light != 0)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), spil_light_mark_new (task->light));
  spil_text_row_open (row, SPIL_ENTITY_TASK, task->id);
  return row;
}

GtkWidget *
spil_plan_row_new (const SpilPlanTaskRow *task)
{
  g_autofree char *dates = spil_plan_dup_dates (task);
  g_autofree char *facts = spil_join_facts (dates, task->owner != NULL ? task->owner : "", NULL);
  g_autofree char *subtitle = task->headline != NULL ? g_strjoin ("\n", facts, task->headline, NULL)
                                                     : g_strdup (facts);

  return spil_plan_row_new_with (
      task, subtitle,
      task->status != SPIL_TASK_STATUS_NOT_PLANNED ? spil_task_status_label (task->status) : NULL);
}

void
spil_plan_rows_fill (SpilRowGroup *group, const SpilPlan *plan, GPtrArray *rows, const char *nothing)
{
  spil_row_group_begin (group);
  for (guint i = 0; i < rows->len; i++) {
    const SpilPlanShownRow *row = rows->pdata[i];

    spil_row_group_append (group, spil_plan_row_new (spil_plan_get_task (plan, row->task)));
  }
  spil_row_group_end (group, nothing);
}

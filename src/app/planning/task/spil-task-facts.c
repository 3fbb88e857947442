// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-facts.h"

#include "spil-entity.h"
#include "spil-offer-words.h"
#include "spil-plan-shown.h"

// The page of the sidebar where the facts of a kind are.
static const char *
page_of (int fact)
{
  return fact == SPIL_TASK_FACT_APPLICATIONS ? "fund" : "toolkit";
}

// A row that says what is counted, and opens where that is: the area it is counted in, or else the page of all.
static GtkWidget *
make_row (const SpilTaskData *data)
{
  int holder = spil_plan_find_holder (data->plan, data->place, SPIL_PLAN_GROUP_AREA);
  const SpilPlanTaskRow *area = spil_plan_get_task (data->plan, holder);
  g_autofree char *text = spil_progress_describe (&data->task->facts);
  GtkWidget *row = spil_text_row_new (text, area != NULL ? area->area_name : NULL, NULL);

  if (area != NULL) {
    spil_text_row_open (row, SPIL_ENTITY_AREA, area->area);
    return row;
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page_of (data->task->facts.fact));
  return row;
}

void
spil_task_facts_fill (SpilRowGroup *group, const SpilTaskData *data)
{
  spil_row_group_begin (group);
  if (data->task->progress_from_facts)
    spil_row_group_append (group, make_row (data));
  for (guint i = 0; data->offers != NULL && i < data->offers->len; i++)
    spil_row_group_append (group, spil_offer_row_new (data->offers->pdata[i], TRUE));
  spil_row_group_end (group, NULL);
}

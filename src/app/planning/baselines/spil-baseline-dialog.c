// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-baseline-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-plan-action.h"
#include "spil-record-dialog.h"

static const int fields[] = { SPIL_BASELINE_NAME, SPIL_BASELINE_NOTES, 0 };

/*
 * The activities go along with the row of the baseline, which the form adds: copies of those in @user_data, an action that keeps the plan as it was
 * when the form was opened.
 */
static void
add_tasks (SpilAction *action, SpilRecord *record, gpointer user_data)
{
  const SpilAction *kept = user_data;
  const SpilValue baseline = { .kind = SPIL_VALUE_ID, .id = spil_record_get_id (record) };

  for (guint i = 0; i < kept->changes->len; i++) {
    const SpilChange *from = kept->changes->pdata[i];
    SpilChange *to;

    if (from->entity->number != SPIL_ENTITY_BASELINE_TASK)
      continue;
    to = spil_action_add_row (action, from->entity, from->id);
    for (guint j = 0; j < from->assignments->len; j++) {
      const SpilAssignment *assignment = &g_array_index (from->assignments, SpilAssignment, j);

      spil_change_assign (to, assignment->field, &assignment->value);
    }
    spil_change_assign (to, SPIL_BASELINE_TASK_BASELINE, &baseline);
  }
}

void
spil_baseline_dialog_present (SpilWorker *worker, const SpilPlan *plan, GtkWidget *parent)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_BASELINE);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  g_autofree char *day = spil_day_format_long (plan->day);
  /* Translators: the name of a baseline; %s is a day, "1 October 2018". */
  g_autofree char *name = g_strdup_printf (_ ("Baseline of %s"), day);
  SpilRecordDialog *dialog;

  spil_record_set_text (preset, SPIL_BASELINE_NAME, name);
  spil_record_set_day (preset, SPIL_BASELINE_DATE, plan->day);
  dialog = spil_record_dialog_new_add (worker, entity, preset);
  spil_record_dialog_set_fields (dialog, fields);
  spil_record_dialog_set_heading (dialog, _ ("Set baseline"));
  spil_record_dialog_set_action_label (dialog, _ ("Baseline set"));
  spil_record_dialog_set_extend_func (dialog, add_tasks,
                                      spil_plan_baseline_action (plan, plan->day, name, SPIL_ID_NIL, name),
                                      (GDestroyNotify) spil_action_free);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-baseline-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-plan-action.h"
#include "spil-record-dialog.h"

static const int fields[] = { SPIL_BASELINE_NAME, SPIL_BASELINE_NOTES, 0 };

/* The activities go along with the row of the baseline, which the form adds. @user_data holds them as they were when it was opened. */
static void
add_tasks (SpilAction *action, SpilRecord *record, gpointer user_data)
{
  GPtrArray *changes = user_data;

  for (guint i = 0; i < changes->len; i++) {
    g_autoptr (SpilRecord) kept = spil_record_copy (changes->pdata[i]);

    spil_record_set_reference (kept, SPIL_BASELINE_TASK_BASELINE, spil_record_get_id (record));
    spil_action_add (action, kept);
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
  spil_record_dialog_set_extend_func (dialog, add_tasks, spil_plan_baseline_records (plan),
                                      (GDestroyNotify) g_ptr_array_unref);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

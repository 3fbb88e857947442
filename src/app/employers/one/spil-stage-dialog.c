// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-stage-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-discard.h"
#include "spil-field-editor.h"
#include "spil-form-parts.h"
#include "spil-funnel-rule.h"
#include "spil-help-topic.h"

struct _SpilStageDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilId organisation;
  SpilRecord *engagement; /**< NULL: none yet */
  GPtrArray *stages;
  GPtrArray *checks; /**< of GtkCheckButton, as the stages, borrowed */
  gboolean saving;
  gboolean dirty;

  AdwPreferencesGroup *stage_group;
  AdwPreferencesGroup *evidence_group;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  SpilFieldEditor *date;
  SpilFieldEditor *evidence;
};

G_DEFINE_FINAL_TYPE (SpilStageDialog, spil_stage_dialog, ADW_TYPE_DIALOG)

static void
set_refusal (SpilStageDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
update_closing (SpilStageDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->dirty && !self->saving);
}

static SpilId
current_stage (SpilStageDialog *self)
{
  return self->engagement != NULL ? spil_record_get_reference (self->engagement, SPIL_ENGAGEMENT_STAGE)
                                  : SPIL_ID_NIL;
}

static int
number_of (SpilStageDialog *self, SpilId stage)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (spil_id_equal (spil_record_get_id (self->stages->pdata[i]), stage))
      return (int) spil_record_get_integer (self->stages->pdata[i], SPIL_STAGE_NUMBER);
  return 0;
}

static SpilRecord *
chosen_stage (SpilStageDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return self->stages->pdata[i];
  return NULL;
}

/* Saving */

SpilRecord *
spil_stage_move (SpilAction *action, SpilId organisation, SpilRecord *before, SpilId to, SpilDay date,
                 const char *evidence)
{
  g_autoptr (SpilRecord) change = spil_record_new (spil_entity (SPIL_ENTITY_STAGE_CHANGE), spil_id_new ());
  g_autoptr (SpilRecord) after = before != NULL
                                     ? spil_record_copy (before)
                                     : spil_record_new (spil_entity (SPIL_ENTITY_ENGAGEMENT), spil_id_new ());

  spil_record_set_reference (after, SPIL_ENGAGEMENT_ORGANISATION, organisation);
  spil_record_set_reference (after, SPIL_ENGAGEMENT_STAGE, to);
  spil_record_set_reference (change, SPIL_STAGE_CHANGE_ENGAGEMENT, spil_record_get_id (after));
  if (before != NULL)
    spil_record_set_reference (change, SPIL_STAGE_CHANGE_FROM,
                               spil_record_get_reference (before, SPIL_ENGAGEMENT_STAGE));
  spil_record_set_reference (change, SPIL_STAGE_CHANGE_TO, to);
  spil_record_set_day (change, SPIL_STAGE_CHANGE_DATE, date);
  spil_record_set_text (change, SPIL_STAGE_CHANGE_EVIDENCE, evidence);
  if (before != NULL)
    spil_action_set (action, before, after);
  else
    spil_action_add (action, after);
  spil_action_add (action, change);
  return g_steal_pointer (&after);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilStageDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  update_closing (self);
  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (self->worker != NULL)
    set_refusal (self, error->message);
}

static void
commit (SpilStageDialog *self, SpilRecord *stage, SpilDay date, const char *evidence)
{
  // Translators: %s is a stage of the funnel.
  g_autofree char *label = g_strdup_printf (_ ("Stage changed to “%s”"), spil_record_get_title (stage));
  SpilAction *action = spil_action_new (label);
  g_autoptr (SpilRecord) after = spil_stage_move (action, self->organisation, self->engagement,
                                                  spil_record_get_id (stage), date, evidence);

  self->saving = TRUE;
  update_closing (self);
  spil_worker_commit (self->worker, action, on_committed_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilStageDialog *self = SPIL_STAGE_DIALOG (widget);
  SpilRecord *stage = chosen_stage (self);
  g_auto (SpilValue) date = SPIL_VALUE_INIT;
  g_auto (SpilValue) evidence = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const char *text;

  if (self->saving)
    return;
  set_refusal (self, NULL);
  if (stage == NULL || spil_id_equal (spil_record_get_id (stage), current_stage (self))) {
    set_refusal (self, _ ("Choose the stage that the employer is in now."));
    return;
  }
  if (!spil_field_editor_check (self->date, &date, NULL) ||
      !spil_field_editor_check (self->evidence, &evidence, NULL))
    return;
  text = evidence.kind == SPIL_VALUE_TEXT ? evidence.text : NULL;
  if (!spil_funnel_may_move (number_of (self, current_stage (self)),
                             (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER),
                             spil_record_get_title (stage), text, &error)) {
    spil_field_editor_set_error (self->evidence, error->message);
    spil_form_focus_row (spil_field_editor_get_row (self->evidence));
    return;
  }
  commit (self, stage, spil_day ((int32_t) date.integer), text);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt_cb (SpilStageDialog *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

/* The form */

static void
on_changed_cb (SpilStageDialog *self)
{
  set_refusal (self, NULL);
  spil_field_editor_set_error (self->evidence, NULL);
  self->dirty = TRUE;
  update_closing (self);
}

static void
add_stage (SpilStageDialog *self, SpilRecord *stage)
{
  gboolean current = spil_id_equal (spil_record_get_id (stage), current_stage (self));
  g_autofree char *title = g_strdup_printf (
      "%d. %s", (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER), spil_record_get_title (stage));
  const char *asked = spil_record_get_text (stage, SPIL_STAGE_EVIDENCE);
  GtkCheckButton *check;
  GtkWidget *row = spil_form_check_row_new (title, current ? _ ("The employer is in this stage") : asked,
                                            &check);

  if (self->checks->len > 0)
    gtk_check_button_set_group (check, self->checks->pdata[0]);
  gtk_check_button_set_active (check, current);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  if (current)
    spil_form_focus_first (ADW_DIALOG (self), GTK_WIDGET (check));
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->stage_group, row);
}

static SpilFieldEditor *
add_editor (SpilStageDialog *self, int field)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_STAGE_CHANGE);
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, entity, spil_entity_field (entity, field));

  spil_field_editor_add_to (editor, self->evidence_group);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return editor;
}

// Mostly it goes one stage on, and what is left to write is the evidence.
static void
choose_next (SpilStageDialog *self)
{
  int number = number_of (self, current_stage (self));

  for (guint i = 0; i < self->stages->len; i++)
    if (spil_record_get_integer (self->stages->pdata[i], SPIL_STAGE_NUMBER) > number) {
      spil_stage_dialog_choose (self, spil_record_get_id (self->stages->pdata[i]));
      return;
    }
}

static void
make_form (SpilStageDialog *self)
{
  g_auto (SpilValue) today = spil_value_integer (spil_day_today ().number);

  self->evidence = add_editor (self, SPIL_STAGE_CHANGE_EVIDENCE);
  self->date = add_editor (self, SPIL_STAGE_CHANGE_DATE);
  spil_field_editor_set_value (self->date, &today);
  for (guint i = 0; i < self->stages->len; i++)
    add_stage (self, self->stages->pdata[i]);
  choose_next (self);
  self->dirty = FALSE;
  update_closing (self);
}

static void
spil_stage_dialog_dispose (GObject *object)
{
  SpilStageDialog *self = SPIL_STAGE_DIALOG (object);

  g_clear_object (&self->date);
  g_clear_object (&self->evidence);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_STAGE_DIALOG);
  g_clear_object (&self->worker);
  g_clear_object (&self->engagement);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_stage_dialog_parent_class)->dispose (object);
}

static void
spil_stage_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_STAGE_DIALOG (object)->checks);
  G_OBJECT_CLASS (spil_stage_dialog_parent_class)->finalize (object);
}

static void
spil_stage_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_stage_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_stage_dialog_class_init (SpilStageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->map = spil_stage_dialog_map;
  G_OBJECT_CLASS (klass)->dispose = spil_stage_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_stage_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "stage.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "stage.cancel", NULL, cancel_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-stage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilStageDialog, stage_group);
  gtk_widget_class_bind_template_child (widget_class, SpilStageDialog, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, SpilStageDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilStageDialog, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
}

static void
spil_stage_dialog_init (SpilStageDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "employer");
}

AdwDialog *
spil_stage_dialog_new (SpilWorker *worker, SpilId organisation, SpilRecord *engagement, GPtrArray *stages)
{
  SpilStageDialog *self = g_object_new (SPIL_TYPE_STAGE_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->organisation = organisation;
  g_set_object (&self->engagement, engagement);
  self->stages = g_ptr_array_ref (stages);
  make_form (self);
  return ADW_DIALOG (self);
}

void
spil_stage_dialog_choose (SpilStageDialog *self, SpilId stage)
{
  g_return_if_fail (SPIL_IS_STAGE_DIALOG (self));

  for (guint i = 0; i < self->checks->len; i++)
    if (spil_id_equal (spil_record_get_id (self->stages->pdata[i]), stage))
      gtk_check_button_set_active (self->checks->pdata[i], TRUE);
  spil_form_focus_first (ADW_DIALOG (self), spil_field_editor_get_input (self->evidence));
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-erase-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-erase-data.h"
#include "spil-help-topic.h"
#include "spil-number.h"
#include "spil-row-group.h"

struct _SpilEraseDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  GArray *persons; /**< of SpilId */
  char *name;
  gboolean erasing;
  gboolean done;

  GtkStack *stack;
  GtkButton *cancel_button;
  GtkWidget *erase_button;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  GtkLabel *explanation;
  AdwPreferencesGroup *erased;
  GtkLabel *n_fields;
  GtkLabel *n_notes;
  GtkLabel *n_log;
  AdwPreferencesGroup *mentions;
  GPtrArray *mention_rows; /**< borrowed */
};

G_DEFINE_FINAL_TYPE (SpilEraseDialog, spil_erase_dialog, ADW_TYPE_DIALOG)

static void
set_count (GtkLabel *label, int64_t count)
{
  g_autofree char *text = spil_integer_format (count);

  gtk_label_set_label (label, text);
}

static char *
dup_explanation (SpilEraseDialog *self)
{
  if (self->done)
    return g_strdup (_ (
        "The data have been erased on this laptop, and will be on every other laptop with its next synchronisation. The figures stay the same."));
  if (self->name != NULL)
    // Translators: %s is a person.
    return g_strdup_printf (
        _ ("The personal data of %s are erased here and, with the next synchronisation, on every laptop. The contact moments stay for the figures, without their notes. This cannot be undone."),
        self->name);
  return g_strdup_printf (
      _ ("The personal data of %u persons are erased here and, with the next synchronisation, on every laptop. The contact moments stay for the figures, without their notes. This cannot be undone."),
      self->persons->len);
}

static void
on_mention_activated_cb (GtkWidget *row, SpilEraseDialog *self)
{
  // The form opens over what is behind the dialog.
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_mention (SpilEraseDialog *self, SpilRecord *record)
{
  GtkWidget *row = spil_text_row_new (spil_record_get_title (record),
                                      spil_entity_label (spil_record_get_entity (record)), NULL);

  // Only afterwards: before, who follows one loses the survey.
  if (self->done) {
    spil_text_row_open (row, (SpilEntityNumber) spil_record_get_entity (record)->number,
                        spil_record_get_id (record));
    g_signal_connect_object (row, "activated", G_CALLBACK (on_mention_activated_cb), self, 0);
  }
  adw_preferences_group_add (self->mentions, row);
  g_ptr_array_add (self->mention_rows, row);
}

static void
show (SpilEraseDialog *self, const SpilEraseData *data)
{
  g_autofree char *explanation = dup_explanation (self);

  gtk_label_set_label (self->explanation, explanation);
  adw_preferences_group_set_title (self->erased, self->done ? _ ("Erased") : _ ("What is erased"));
  set_count (self->n_fields, data->n_fields);
  set_count (self->n_notes, data->n_notes);
  set_count (self->n_log, data->n_log);
  for (guint i = 0; i < self->mention_rows->len; i++)
    adw_preferences_group_remove (self->mentions, g_ptr_array_index (self->mention_rows, i));
  g_ptr_array_set_size (self->mention_rows, 0);
  for (guint i = 0; i < data->mentions->len; i++)
    add_mention (self, g_ptr_array_index (data->mentions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->mentions), data->mentions->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
refuse (SpilEraseDialog *self, const GError *error)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, error->message);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
on_surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilEraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilEraseData) data = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (self->stack == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.now", data != NULL);
  if (data != NULL)
    show (self, data);
  else
    refuse (self, error);
}

static void
on_scrubbed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilEraseDialog) self = user_data;
  SpilWorker *worker = SPIL_WORKER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilEraseData) data = spil_worker_run_finish (worker, result, &error);

  // Also when the dialog is gone, or only some could be erased.
  spil_worker_run (worker, spil_erase_data_scrub, NULL, NULL, NULL, NULL, on_scrubbed_cb, NULL);
  self->erasing = FALSE;
  if (self->stack == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.close", TRUE);
  if (data == NULL) {
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.now", TRUE);
    refuse (self, error);
    return;
  }
  self->done = TRUE;
  gtk_widget_set_visible (self->erase_button, FALSE);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  show (self, data);
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static void
run (SpilEraseDialog *self, SpilJobFunc func, GAsyncReadyCallback callback)
{
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "erase.now", FALSE);
  spil_worker_run (self->worker, func, g_array_ref (self->persons), (GDestroyNotify) g_array_unref,
                   (GDestroyNotify) spil_erase_data_free, NULL, callback, g_object_ref (self));
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEraseDialog *self = SPIL_ERASE_DIALOG (widget);

  if (self->erasing || self->done)
    return;
  self->erasing = TRUE;
  gtk_revealer_set_reveal_child (self->refusal_revealer, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_action_set_enabled (widget, "erase.close", FALSE);
  run (self, spil_erase_data_erase, on_erased_cb);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
spil_erase_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_erase_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_erase_dialog_dispose (GObject *object)
{
  SpilEraseDialog *self = SPIL_ERASE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_ERASE_DIALOG);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_erase_dialog_parent_class)->dispose (object);
}

static void
spil_erase_dialog_finalize (GObject *object)
{
  SpilEraseDialog *self = SPIL_ERASE_DIALOG (object);

  g_clear_pointer (&self->persons, g_array_unref);
  g_ptr_array_unref (self->mention_rows);
  g_free (self->name);
  G_OBJECT_CLASS (spil_erase_dialog_parent_class)->finalize (object);
}

static void
spil_erase_dialog_class_init (SpilEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_erase_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_erase_dialog_finalize;
  widget_class->map = spil_erase_dialog_map;
  gtk_widget_class_install_action (widget_class, "erase.now", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "erase.close", NULL, close_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, erase_button);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, erased);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, n_fields);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, n_notes);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, n_log);
  gtk_widget_class_bind_template_child (widget_class, SpilEraseDialog, mentions);
}

static void
spil_erase_dialog_init (SpilEraseDialog *self)
{
  self->mention_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "privacy");
}

AdwDialog *
spil_erase_dialog_new (SpilWorker *worker, GArray *persons, const char *name)
{
  SpilEraseDialog *self = g_object_new (SPIL_TYPE_ERASE_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->persons = persons;
  self->name = g_strdup (name);
  run (self, spil_erase_data_survey, on_surveyed_cb);
  return ADW_DIALOG (self);
}

AdwDialog *
spil_erase_dialog_new_for_person (SpilWorker *worker, SpilRecord *person)
{
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (SpilId));
  SpilId id = spil_record_get_id (person);

  g_array_append_val (persons, id);
  return spil_erase_dialog_new (worker, persons, spil_record_get_title (person));
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recovery-dialog.h"

#include "spil-failure.h"
#include "spil-help-topic.h"
#include "spil-recovery-view.h"

struct _SpilRecoveryDialog
{
  AdwDialog parent_instance;

  SpilRecoveryView *recovery;
};

G_DEFINE_FINAL_TYPE (SpilRecoveryDialog, spil_recovery_dialog, ADW_TYPE_DIALOG)

static gpointer
read_code (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_space_dup_recovery (store, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecoveryDialog) self = user_data;
  SpilSyncer *syncer = SPIL_SYNCER (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = spil_syncer_run_finish (syncer, result, &error);

  if (self->recovery == NULL)
    return;
  if (code != NULL) {
    spil_recovery_view_set_code (self->recovery, code, spil_syncer_get_facts (syncer)->state->person);
    return;
  }
  spil_failure_present (GTK_WIDGET (self), error);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
spil_recovery_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_RECOVERY_DIALOG);
  G_OBJECT_CLASS (spil_recovery_dialog_parent_class)->dispose (object);
}

static void
spil_recovery_dialog_class_init (SpilRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_recovery_dialog_dispose;
  g_type_ensure (SPIL_TYPE_RECOVERY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRecoveryDialog, recovery);
}

static void
spil_recovery_dialog_init (SpilRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "sync");
}

AdwDialog *
spil_recovery_dialog_new (SpilSyncer *syncer)
{
  SpilRecoveryDialog *self = g_object_new (SPIL_TYPE_RECOVERY_DIALOG, NULL);

  spil_syncer_run (syncer, read_code, NULL, NULL, g_free, NULL, on_read_cb, g_object_ref_sink (self));
  return ADW_DIALOG (self);
}

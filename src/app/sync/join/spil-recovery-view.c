// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recovery-view.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-recovery-sheet.h"

// Groups of the code on a line of the screen.
#define GROUPS 3

struct _SpilRecoveryView
{
  AdwBin parent_instance;

  char *code;
  char *person;

  GtkLabel *code_label;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (SpilRecoveryView, spil_recovery_view, ADW_TYPE_BIN)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  // Where nothing opens a PDF, it is saved all the same: the toast says where.
  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, NULL);
}

static void
open_sheet (SpilRecoveryView *self, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path);
  // Translators: %s is a file.
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s: print it and lock it away"), name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                            on_opened_cb, NULL);
}

static void
write_sheet (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SpilDocument *sheet = g_object_get_data (G_OBJECT (task), "spil-sheet");
  GError *error = NULL;

  if (spil_recovery_sheet_write (sheet, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SpilRecoveryView *self = SPIL_RECOVERY_VIEW (source);
  g_autoptr (GFile) file = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    spil_failure_present (GTK_WIDGET (self), error);
    return;
  }
  g_signal_emit (self, signals[SAVED], 0);
  open_sheet (self, file);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecoveryView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  // Nothing was chosen.
  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  task = g_task_new (self, NULL, on_written_cb, g_object_ref (file));
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  g_object_set_data_full (G_OBJECT (task), "spil-sheet",
                          spil_recovery_sheet_new (self->code, self->person, "", spil_day_today ()),
                          (GDestroyNotify) spil_document_free);
  g_task_run_in_thread (task, write_sheet);
}

static void
on_save_clicked_cb (SpilRecoveryView *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the recovery sheet"));
  gtk_file_dialog_set_initial_name (dialog, _ ("Recovery sheet Spil.pdf"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_place_chosen_cb, g_object_ref (self));
}

static void
spil_recovery_view_dispose (GObject *object)
{
  // The child first: it is bound and would be let go of twice.
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_RECOVERY_VIEW);
  G_OBJECT_CLASS (spil_recovery_view_parent_class)->dispose (object);
}

static void
spil_recovery_view_finalize (GObject *object)
{
  SpilRecoveryView *self = SPIL_RECOVERY_VIEW (object);

  g_free (self->code);
  g_free (self->person);
  G_OBJECT_CLASS (spil_recovery_view_parent_class)->finalize (object);
}

static void
spil_recovery_view_class_init (SpilRecoveryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_recovery_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_recovery_view_finalize;
  signals[SAVED] = g_signal_new ("saved", SPIL_TYPE_RECOVERY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-recovery-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRecoveryView, code_label);
  gtk_widget_class_bind_template_child (widget_class, SpilRecoveryView, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
spil_recovery_view_init (SpilRecoveryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code_label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Recovery code"), -1);
}

void
spil_recovery_view_set_code (SpilRecoveryView *self, const char *code, const char *person)
{
  g_autofree char *lines = NULL;

  g_return_if_fail (SPIL_IS_RECOVERY_VIEW (self));

  g_set_str (&self->code, code);
  g_set_str (&self->person, person != NULL ? person : "");
  lines = spil_recovery_dup_lines (code, GROUPS);
  gtk_label_set_label (self->code_label, lines);
  gtk_widget_grab_focus (self->save_button);
}

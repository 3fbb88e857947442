// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-settings.h"
#include "spil-help-topic.h"
#include "spil-recent.h"
#include "spil-tidings.h"

struct _SpilExportDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilExportList *list;
  GCancellable *cancellable;
  char *path;
  gboolean writing;

  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkLabel *progress;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (SpilExportDialog, spil_export_dialog, ADW_TYPE_DIALOG)

/* The forms, the most useful first */

// clang-format off
static const struct
{
  const char *ending;
  const char *title;
  const char *subtitle;
} forms[] = {
  { ".vcf", N_ ("Address cards (vCard)"), N_ ("For Outlook, a phone or another address book; without notes") },
  { ".ics", N_ ("Calendar (iCalendar)"), N_ ("For Outlook or another calendar; open actions on their day") },
  { ".ods", N_ ("OpenDocument spreadsheet"), N_ ("For LibreOffice, and for Excel too") },
  { ".xlsx", N_ ("Excel spreadsheet"), N_ ("For Excel and Numbers") },
  { ".csv", N_ ("CSV"), N_ ("Plain text, for other programs") },
};
// clang-format on

/* On the worker's thread */

typedef struct
{
  SpilTidings *tidings; /**< how many rows were written */
  SpilExportList *list;
  GCancellable *cancellable;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  spil_tidings_free (order->tidings);
  g_object_unref (order->cancellable);
  spil_export_list_unref (order->list);
  g_free (order->path);
  g_free (order);
}

static void
on_progress (int64_t rows, gpointer tidings)
{
  spil_tidings_tell (tidings, (double) rows, NULL);
}

static gpointer
write_list (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  spil_export_list_write (order->list, store, order->path, order->cancellable, on_progress, order->tidings,
                          error);
  return NULL;
}

/* On the main thread */

static void
show_rows (GObject *owner, double n, const char *what)
{
  SpilExportDialog *self = SPIL_EXPORT_DIALOG (owner);
  const int rows = (int) MIN (n, G_MAXINT);
  g_autofree char *text = g_strdup_printf (ngettext ("%d row written", "%d rows written", (gulong) rows),
                                           rows);

  if (self->progress != NULL)
    gtk_label_set_label (self->progress, text);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  spil_worker_tell_audited (SPIL_WORKER (source));
  self->writing = FALSE;
  if (self->stack == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Nothing was exported"));
  } else if (error != NULL) {
    spil_failure_present (GTK_WIDGET (self), error);
  } else {
    if (spil_export_list_is_personal (self->list))
      spil_recent_forget (self->path);
    else
      spil_recent_add (self->path);
    // Translators: %s is a file.
    text = g_strdup_printf (_ ("Exported to %s"), name);
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-file", "(ss)", text, self->path);
  }
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
start_writing (SpilExportDialog *self)
{
  Order *order = g_new0 (Order, 1);

  self->writing = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "busy");
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_grab_focus (self->cancel_button);
  order->tidings = spil_tidings_new (G_OBJECT (self), show_rows);
  order->list = spil_export_list_ref (self->list);
  order->cancellable = g_object_ref (self->cancellable);
  order->path = g_strdup (self->path);
  spil_worker_run (self->worker, write_list, order, order_free, NULL, self->cancellable, on_written_cb,
                   g_object_ref (self));
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilExportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *ending = g_object_get_data (source, "ending");
  g_autofree char *lower = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || self->stack == NULL)
    return;
  lower = g_utf8_strdown (g_file_peek_path (file), -1);
  g_free (self->path);
  self->path = g_strconcat (g_file_peek_path (file), g_str_has_suffix (lower, ending) ? "" : ending, NULL);
  start_writing (self);
}

static void
on_form_activated_cb (SpilExportDialog *self, GtkWidget *row)
{
  const char *ending = g_object_get_data (G_OBJECT (row), "ending");
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = spil_day_to_iso (spil_day_today ());
  g_autofree char *name = g_strdup_printf ("%s %s%s", spil_export_list_get_name (self->list), day, ending);

  g_object_set_data (G_OBJECT (dialog), "ending", (gpointer) ending);
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_place_chosen_cb, g_object_ref (self));
}

static void
on_cancel_clicked_cb (SpilExportDialog *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_close_attempt_cb (SpilExportDialog *self)
{
  if (self->writing)
    on_cancel_clicked_cb (self);
}

static void
add_form (SpilExportDialog *self, const char *ending, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "ending", (gpointer) ending);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_form_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
}

// The form that was chosen in the preferences first: Enter takes it.
static void
add_forms (SpilExportDialog *self)
{
  g_autofree char *usual = spil_settings_dup_ending ("table-format", "ods");

  for (int turn = 0; turn < 2; turn++)
    for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
      if (spil_export_list_takes (self->list, forms[i].ending) &&
          g_str_equal (forms[i].ending, usual) == (turn == 0))
        add_form (self, forms[i].ending, _ (forms[i].title), _ (forms[i].subtitle));
}

static void
spil_export_dialog_dispose (GObject *object)
{
  SpilExportDialog *self = SPIL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_export_dialog_parent_class)->dispose (object);
}

static void
spil_export_dialog_finalize (GObject *object)
{
  SpilExportDialog *self = SPIL_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->list, spil_export_list_unref);
  g_free (self->path);
  G_OBJECT_CLASS (spil_export_dialog_parent_class)->finalize (object);
}

static void
spil_export_dialog_class_init (SpilExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilExportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SpilExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilExportDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
spil_export_dialog_init (SpilExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempt_cb), NULL);
  spil_help_set_topic (GTK_WIDGET (self), "export");
}

AdwDialog *
spil_export_dialog_new (SpilWorker *worker, SpilExportList *list)
{
  SpilExportDialog *self = g_object_new (SPIL_TYPE_EXPORT_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->list = spil_export_list_ref (list);
  adw_preferences_group_set_title (self->group, spil_export_list_get_name (list));
  add_forms (self);
  return ADW_DIALOG (self);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-restore.h"

#include <glib/gi18n-lib.h>

#include "spil-copy-note.h"
#include "spil-exchange.h"
#include "spil-failure.h"
#include "spil-number.h"

typedef struct
{
  SpilWindow *window;
  char *path;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request->path);
  g_free (request);
}

static gboolean
put_back (const char *dir, gpointer data, GError **error)
{
  return spil_copy_put_back (data, dir, NULL, error);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "restore") == 0)
    spil_exchange_run (request->window, put_back, g_strdup (request->path), g_free,
                       _ ("The copy has been put back"));
  request_free (request);
}

static char *
dup_facts (const SpilBackupFacts *facts)
{
  g_autofree char *latest = facts->latest.ms != 0 ? spil_time_format (facts->latest) : g_strdup (_ ("none"));
  g_autofree char *count = spil_integer_format (facts->n_entries);

  // Translators: a programme, a time, a number.
  return g_strdup_printf (_ ("Programme: %s\nLatest change: %s\nChanges kept: %s"),
                          facts->programme[0] != '\0' ? facts->programme : _ ("none"), latest, count);
}

static void
ask (Request *request, const SpilBackupFacts *facts)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Put this copy back?"),
      _ ("It takes the place of what is on this laptop now. That is not thrown away: it stays beside it in the same folder. When you work together, what the others have comes back with the next synchronisation.")));
  g_autofree char *text = dup_facts (facts);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "hint");
  adw_alert_dialog_set_extra_child (dialog, label);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "restore", _ ("_Put back"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (request->window), NULL, on_answered_cb, request);
}

static void
read_facts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SpilBackupFacts *facts = spil_backup_read (data, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) spil_backup_facts_free);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBackupFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (facts != NULL) {
    ask (request, facts);
    return;
  }
  spil_failure_present (GTK_WIDGET (request->window), error);
  request_free (request);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  // Nothing was chosen.
  if (file == NULL || g_file_peek_path (file) == NULL) {
    request_free (request);
    return;
  }
  request->path = g_file_get_path (file);
  task = g_task_new (NULL, NULL, on_read_cb, request);
  g_task_set_task_data (task, g_strdup (request->path), g_free);
  g_task_run_in_thread (task, read_facts);
}

void
spil_restore_ask (SpilWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  gtk_file_dialog_set_title (dialog, _ ("Put back a copy"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, on_file_chosen_cb, request);
}

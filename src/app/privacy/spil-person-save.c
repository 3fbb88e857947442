// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-person-save.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-person-report.h"

// In which way it can be saved; the name is that of the answer in the dialog and the end of the file's name.
static const struct
{
  const char *suffix;
  const char *label;
} ways[] = {
  { "pdf", N_ ("_Read (PDF)") },
    { "odt", N_ ("_Edit (ODT)") },
      { "json", N_ ("_Take along (JSON)") },
    };

typedef struct
{
  GtkWidget *parent; // main thread only
  SpilWorker *worker;
  SpilId person;
  char *name; // of the person
  char *suffix;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->parent);
  g_object_unref (order->worker);
  g_free (order->name);
  g_free (order->suffix);
  g_free (order->path);
  g_free (order);
}

static gpointer
write_report (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  spil_person_report_write (store, order->person, order->path, error);
  return NULL;
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL) {
    spil_failure_present (order->parent, error);
  } else {
    g_autofree char *name = g_filename_display_basename (order->path);
    // Translators: %s is a file.
    g_autofree char *text = g_strdup_printf (_ ("Overview saved: %s"), name);

    gtk_widget_activate_action (order->parent, "win.toast", "s", text);
  }
  order_free (order);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || g_file_peek_path (file) == NULL) {
    order_free (order);
    return;
  }
  order->path = g_str_has_suffix (g_file_peek_path (file), order->suffix)
                    ? g_file_get_path (file)
                    : g_strconcat (g_file_peek_path (file), ".", order->suffix, NULL);
  spil_worker_run (order->worker, write_report, order, NULL, NULL, NULL, on_written_cb, order);
}

static void
ask_place (Order *order)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  // Translators: the name of a file; %s is a person.
  g_autofree char *title = g_strdup_printf (_ ("Personal data %s"), order->name);
  g_autofree char *name = g_strconcat (title, ".", order->suffix, NULL);

  gtk_file_dialog_set_title (dialog, _ ("Save an overview of personal data"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (order->parent)), NULL, on_place_chosen_cb,
                        order);
}

static void
on_way_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (answer, ways[i].suffix)) {
      order->suffix = g_strdup (answer);
      ask_place (order);
      return;
    }
  order_free (order);
}

void
spil_person_save_ask (GtkWidget *parent, SpilWorker *worker, SpilRecord *person)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("What is the overview for?"), NULL);
  Order *order = g_new0 (Order, 1);

  order->parent = g_object_ref (parent);
  order->worker = g_object_ref (worker);
  order->person = spil_record_get_id (person);
  order->name = g_strdup (spil_record_get_title (person));
  adw_alert_dialog_format_body (
      ADW_ALERT_DIALOG (dialog),
      // Translators: %s is a person.
      _ ("It holds all that is kept about %s: details, contact moments, who wrote it down. To hand over when that person asks for it."),
        order->name);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), ways[i].suffix, _ (ways[i].label));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), ways[0].suffix);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, on_way_chosen_cb, order);
}

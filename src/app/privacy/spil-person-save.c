// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-person-save.h"

#include <glib/gi18n-lib.h>

#include "spil-file-save.h"
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

// Whose data, while it is asked in which way.
typedef struct
{
  GtkWidget *parent;
  SpilWorker *worker;
  SpilId person;
  char *name;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->parent);
  g_object_unref (order->worker);
  g_free (order->name);
  g_free (order);
}

static gboolean
write_report (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilId *person = data;

  return spil_person_report_write (store, *person, path, error);
}

static void
on_saved (GtkWidget *parent, const char *path, gpointer data)
{
  g_autofree char *name = g_filename_display_basename (path);
  // Translators: %s is a file.
  g_autofree char *text = g_strdup_printf (_ ("Overview saved: %s"), name);

  gtk_widget_activate_action (parent, "win.toast", "s", text);
}

static void
ask_place (Order *order, const char *suffix)
{
  // Translators: the name of a file; %s is a person.
  g_autofree char *name = g_strdup_printf (_ ("Personal data %s"), order->name);
  g_autofree char *ending = g_strconcat (".", suffix, NULL);
  const SpilFileSaving saving = {
    .title = _ ("Save an overview of personal data"),
    .name = name,
    .ending = ending,
    .write = write_report,
    .saved = on_saved,
    .personal = TRUE,
  };

  spil_file_save (order->parent, order->worker, &saving, g_memdup2 (&order->person, sizeof order->person),
                  g_free);
}

static void
on_way_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (answer, ways[i].suffix))
      ask_place (order, answer);
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

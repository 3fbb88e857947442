// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-interchange.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-page.h"
#include "spil-plan-import-dialog.h"
#include "spil-plan-import-job.h"

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (spil_plan_import_dialog_new (spil_page_get_worker (SPIL_PAGE (widget)), NULL), widget);
}

/* What a file had no place for, as one sentence each. */
static void
tell_lost (GtkWidget *widget, GPtrArray *lost)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AdwDialog *dialog;

  for (guint i = 0; i < lost->len; i++) {
    const SpilPlanFileUnknown *part = lost->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            part->reason != NULL ? part->reason : part->name);
  }
  dialog = adw_alert_dialog_new (_ ("Not all of the planning fits in this file"), text->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, widget);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  if (lost == NULL) {
    spil_failure_present (widget, error);
    return;
  }
  if (lost->len > 0)
    tell_lost (widget, lost);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("The planning was saved"));
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *ending = g_object_get_data (source, "ending");
  g_autofree char *lower = NULL;
  g_autofree char *path = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  lower = g_utf8_strdown (g_file_peek_path (file), -1);
  path = g_strconcat (g_file_peek_path (file), g_str_has_suffix (lower, ending) ? "" : ending, NULL);
  spil_plan_job_save (spil_page_get_worker (SPIL_PAGE (widget)), path, on_saved_cb, g_object_ref (widget));
}

static void
save_as_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = spil_day_to_iso (spil_day_today ());
  g_autofree char *name = NULL;
  const char *ending = g_variant_get_string (parameter, NULL);

  name = g_strdup_printf ("%s %s%s", C_ ("page", "Planning"), day, ending);
  g_object_set_data_full (G_OBJECT (dialog), "ending", g_strdup (ending), g_free);
  gtk_file_dialog_set_title (dialog, _ ("Save the planning"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_place_chosen_cb,
                        g_object_ref (widget));
}

void
spil_plan_interchange_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "planning.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "planning.save-as", "s", save_as_action);
}

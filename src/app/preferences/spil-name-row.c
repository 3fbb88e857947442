// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-name-row.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"

static gpointer
read_name (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup (spil_store_get_actor (store));
}

static gpointer
keep_name (SpilStore *store, gpointer name, GCancellable *cancellable, GError **error)
{
  spil_store_keep_actor (store, name, error);
  return NULL;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (name == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, !spil_worker_get_read_only (SPIL_WORKER (source)));
}

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL)
    spil_failure_present (row, error);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (row), _ ("Name kept"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_apply_cb (GtkWidget *row, SpilWorker *worker)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (name[0] == '\0') {
    gtk_widget_add_css_class (row, "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
    gtk_accessible_announce (GTK_ACCESSIBLE (row), _ ("Fill in a name."),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    return;
  }
  gtk_widget_remove_css_class (row, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
  spil_worker_run (worker, keep_name, g_steal_pointer (&name), g_free, NULL, NULL, on_kept_cb,
                   g_object_ref (row));
}

static GtkWidget *
make_member (const char *member)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The name under which you work together"));
  return row;
}

GtkWidget *
spil_name_row_new (SpilWorker *worker, const char *member)
{
  GtkWidget *row;

  if (member != NULL && member[0] != '\0')
    return make_member (member);
  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Your name"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), 80);
  gtk_widget_set_sensitive (row, FALSE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_apply_cb), worker, 0);
  spil_worker_run (worker, read_name, NULL, NULL, g_free, NULL, on_read_cb, g_object_ref_sink (row));
  return row;
}

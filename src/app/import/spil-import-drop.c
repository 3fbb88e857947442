// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-drop.h"

#include "spil-import-dialog.h"

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SpilWorker *worker)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (spil_worker_get_read_only (worker) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return FALSE;
  adw_dialog_present (spil_import_dialog_new (worker, g_value_get_object (value)), window);
  return TRUE;
}

void
spil_import_take_drops (GtkWidget *window, SpilWorker *worker)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), worker, 0);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
}

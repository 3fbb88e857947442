// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-topic.h"

#define KEY "spil-help-topic"
#define KEYS "spil-help-keys"

static gboolean
on_help_pressed_cb (GtkWidget *dialog, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (dialog, "win.help", NULL);
}

/* A dialog lets no key of the application through. */
static void
on_dialog_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkEventController *keys;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), KEYS) != NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (on_help_pressed_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  g_object_set_data (G_OBJECT (dialog), KEYS, keys);
}

void
spil_help_watch (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (on_dialog_cb), NULL);
}

void
spil_help_set_topic (GtkWidget *dialog, const char *topic)
{
  g_return_if_fail (GTK_IS_WIDGET (dialog));

  g_object_set_data (G_OBJECT (dialog), KEY, (gpointer) topic);
}

const char *
spil_help_get_topic (GtkWidget *dialog)
{
  g_return_val_if_fail (GTK_IS_WIDGET (dialog), NULL);

  return g_object_get_data (G_OBJECT (dialog), KEY);
}

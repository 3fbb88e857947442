// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-topic.h"

#include "spil-help-window.h"

#define KEY "spil-help-topic"

static gboolean
on_help_pressed_cb (GtkWidget *dialog, GVariant *arguments, gpointer data)
{
  spil_help_present (dialog, spil_help_get_topic (dialog));
  return TRUE;
}

/* A dialog lets no key of the application through. */
static void
add_key (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (on_help_pressed_cb, NULL, NULL)));
  gtk_widget_add_controller (dialog, keys);
}

void
spil_help_set_topic (GtkWidget *dialog, const char *topic)
{
  g_return_if_fail (GTK_IS_WIDGET (dialog));

  if (spil_help_get_topic (dialog) == NULL)
    add_key (dialog);
  g_object_set_data (G_OBJECT (dialog), KEY, (gpointer) topic);
}

const char *
spil_help_get_topic (GtkWidget *dialog)
{
  g_return_val_if_fail (GTK_IS_WIDGET (dialog), NULL);

  return g_object_get_data (G_OBJECT (dialog), KEY);
}

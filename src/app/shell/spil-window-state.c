// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-window-state.h"

#include "spil-settings.h"

void
spil_window_state_restore (GtkWindow *window)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

void
spil_window_state_save (GtkWindow *window)
{
  g_autoptr (GSettings) settings = spil_settings_new ();
  int width;
  int height;

  if (settings == NULL)
    return;
  // The default size follows the size that the window has while it is not maximised.
  gtk_window_get_default_size (window, &width, &height);
  g_settings_delay (settings);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_apply (settings);
}

char *
spil_window_state_dup_text (const char *key)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  return settings != NULL ? g_settings_get_string (settings, key) : NULL;
}

void
spil_window_state_set_text (const char *key, const char *text)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  if (settings != NULL)
    g_settings_set_string (settings, key, text);
}

void
spil_window_state_bind (const char *key, gpointer object, const char *property)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_NO_SENSITIVITY);
}

char *
spil_window_state_dup_page (void)
{
  g_autofree char *chosen = spil_window_state_dup_text ("start-page");

  return chosen != NULL && chosen[0] != '\0' ? g_steal_pointer (&chosen)
                                             : spil_window_state_dup_text ("page");
}

void
spil_window_state_set_page (const char *name)
{
  spil_window_state_set_text ("page", name);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tour-offer.h"

#include <glib/gi18n-lib.h>

#include "spil-settings.h"

#define KEY "tour-seen"

void
spil_tour_offer_settle (void)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  if (settings != NULL && g_settings_is_writable (settings, KEY))
    g_settings_set_boolean (settings, KEY, TRUE);
}

static void
on_begin_clicked_cb (GtkWidget *group)
{
  gtk_widget_set_visible (group, FALSE);
  gtk_widget_activate_action (group, "win.tour", NULL);
}

static void
on_decline_clicked_cb (GtkWidget *group)
{
  spil_tour_offer_settle ();
  gtk_widget_set_visible (group, FALSE);
}

static GtkWidget *
add_button (GtkWidget *row, GtkWidget *group, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, group, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

GtkWidget *
spil_tour_offer_new (void)
{
  GtkWidget *group;
  GtkWidget *row;

  // Without settings nothing could be declined.
  if (spil_settings_get_switch (KEY, TRUE))
    return NULL;
  group = adw_preferences_group_new ();
  row = adw_action_row_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("New here?"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("First steps in two minutes"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Find an employer, note a contact moment, take it back"));
  add_button (row, group, _ ("_Not now"), G_CALLBACK (on_decline_clicked_cb));
  gtk_widget_add_css_class (add_button (row, group, _ ("_Begin"), G_CALLBACK (on_begin_clicked_cb)),
                            "suggested-action");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

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
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *buttons, GtkWidget *group, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, group, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
  return button;
}

// The buttons stand under the words: beside them there is no room in a narrow window.
static GtkWidget *
make_card (GtkWidget *group)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "margin-top",
                                     9, NULL);
  GtkWidget *begin;

  add_label (card, _ ("First steps in two minutes"));
  gtk_widget_add_css_class (add_label (card, _ ("Find an employer, note a contact moment, take it back")),
                            "dimmed");
  begin = add_button (buttons, group, _ ("_Begin"), G_CALLBACK (on_begin_clicked_cb));
  gtk_widget_add_css_class (begin, "suggested-action");
  add_button (buttons, group, _ ("_Not now"), G_CALLBACK (on_decline_clicked_cb));
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hint");
  return card;
}

GtkWidget *
spil_tour_offer_new (void)
{
  GtkWidget *group;

  // Without settings nothing could be declined.
  if (spil_settings_get_switch (KEY, TRUE))
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("New here?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_card (group));
  return group;
}

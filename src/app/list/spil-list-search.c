// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-list-search.h"

// Space is for the row. Accents that wait for their letter and what input methods take come as text too.
static gboolean
is_typed (guint keyval, GdkModifierType state)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  const gboolean is_dead = keyval == GDK_KEY_Multi_key ||
                           (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return is_dead || keyval == GDK_KEY_BackSpace || (letter != ' ' && g_unichar_isprint (letter));
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
           GtkSearchEntry *search)
{
  return is_typed (keyval, state) &&
         gtk_event_controller_key_forward (keys,
                                           GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (search))));
}

void
spil_list_search_listen (GtkSearchEntry *search, GtkWidget *list)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (search));
  g_return_if_fail (GTK_IS_WIDGET (list));

  keys = gtk_event_controller_key_new ();
  // Before what is in the list.
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), search, 0);
  gtk_widget_add_controller (list, keys);
}

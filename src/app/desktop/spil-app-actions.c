// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-app-actions.h"

#include "spil-window.h"

/* An action of the window, until the window can do it. */
typedef struct
{
  const char *action;
  GVariant *target; /* nullable */
} Errand;

static void
on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr (GVariant) target = errand->target;

  // Without a programme it stays with what the window shows: how to come by one.
  if (spil_window_wait_ready_finish (SPIL_WINDOW (source), result))
    gtk_widget_activate_action_variant (GTK_WIDGET (source), errand->action, target);
}

static void
send_to_window (gpointer application, const char *action, GVariant *target)
{
  SpilWindow *window = spil_application_get_window (application);
  Errand *errand = g_new0 (Errand, 1);

  errand->action = action;
  errand->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  gtk_window_present (GTK_WINDOW (window));
  spil_window_wait_ready (window, on_ready_cb, errand);
}

static void
new_contact_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  send_to_window (application, "win.add", g_variant_new_string ("contact"));
}

static void
agenda_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  send_to_window (application, "win.agenda", NULL);
}

static void
show_page_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  send_to_window (application, "win.page", parameter);
}

static void
open_record_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  send_to_window (application, "win.open-record", parameter);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  send_to_window (application, "win.go-for", parameter);
}

void
spil_app_actions_install (SpilApplication *application)
{
  static const GActionEntry actions[] = {
    { "new-contact", new_contact_action },      { "agenda", agenda_action },
    { "show-page", show_page_action, "s" },     { "search", search_action, "s" },
    { "open-record", open_record_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}

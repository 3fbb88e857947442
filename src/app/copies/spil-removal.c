// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-removal.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-exchange.h"
#include "spil-local-data.h"

static gboolean
remove_all (const char *dir, gpointer data, GError **error)
{
  return spil_local_data_remove (dir, error);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWindow) window = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "remove") == 0)
    spil_exchange_run (window, remove_all, NULL, NULL, _ ("The data on this laptop have been removed"));
}

static const char *
confirming_word (void)
{
  // Translators: the word that has to be typed before everything is removed.
  return _ ("remove");
}

static void
on_typed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (entry), -1);
  g_autofree char *word = g_utf8_casefold (confirming_word (), -1);

  adw_alert_dialog_set_response_enabled (dialog, "remove", g_str_equal (g_strstrip (typed), word));
}

// What is lost for good.
static char *
dup_body (const SpilSyncFacts *facts)
{
  int64_t unsent = facts->report != NULL ? facts->report->unsent : 0;

  if (facts->state->standing == SPIL_SPACE_NONE)
    return g_strdup (
        _ ("Everything on this laptop is erased and cannot be had back, unless you made a copy."));
  if (unsent > 0)
    return g_strdup_printf (
        ngettext ("Attention: %d change on this laptop has not reached the shared folder and will be lost. "
                  "Bring it up to date first if you can. All else stays with the others.",
                  "Attention: %d changes on this laptop have not reached the shared folder and will be lost. "
                  "Bring them up to date first if you can. All else stays with the others.",
                  (gulong) unsent),
        (int) MIN (unsent, G_MAXINT));
  if (spil_sync_facts_is_leader (facts))
    return g_strdup (_ (
        "The others keep everything. Without the recovery sheet nobody can go on as the project leader: save it first."));
  return g_strdup (_ ("The others keep everything. To take part again this laptop needs a new invitation."));
}

static GtkWidget *
make_entry (AdwAlertDialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  // Translators: %s is the word that has to be typed.
  g_autofree char *title = g_strdup_printf (_ ("Type “%s” to go on"), confirming_word ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed_cb), dialog, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  spil_accessible_name_containers (group, _ ("Remove local data"));
  return group;
}

void
spil_removal_ask (SpilWindow *window)
{
  g_autofree char *body = dup_body (spil_syncer_get_facts (spil_window_get_syncer (window)));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Remove all data from this laptop?"), body));

  adw_alert_dialog_set_extra_child (dialog, make_entry (dialog));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove everything"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (dialog, "remove", FALSE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, on_answered_cb, g_object_ref (window));
}

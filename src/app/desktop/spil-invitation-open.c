// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-invitation-open.h"

#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-invitation-file.h"
#include "spil-join-dialog.h"

static void
tell (SpilWindow *window, const char *title, const char *sentence)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* The window's syncer may not have read it yet. */
static gpointer
takes_part (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSpaceState) state = spil_space_get_state (store, error);

  return GINT_TO_POINTER (state != NULL && state->standing != SPIL_SPACE_NONE &&
                          state->standing != SPIL_SPACE_REVOKED);
}

static void
tell_taken (SpilWindow *window, gboolean part)
{
  if (part)
    tell (
        window, _ ("This laptop takes part already"),
        _ ("An invitation is for a laptop that does not take part yet. What is shared now stands on the page Working together."));
  else
    tell (
        window, _ ("There is a programme on this laptop already"),
        _ ("With an invitation the laptop gets the programme of the group, and that needs an empty start. First make a copy of what is here, and then remove the local data: both are in the main menu under Data and copies."));
}

static void
on_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  gboolean part = GPOINTER_TO_INT (spil_worker_run_finish (SPIL_WORKER (source), result, &error));

  if (error == NULL)
    tell_taken (window, part);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spil_failure_present (GTK_WIDGET (window), error);
}

static void
present_form (SpilWindow *window, const char *invitation)
{
  SpilWorker *worker = spil_window_get_worker (window);
  SpilSyncer *syncer = spil_window_get_syncer (window);

  if (spil_window_has_programme (window))
    spil_worker_run (worker, takes_part, NULL, NULL, NULL, NULL, on_asked_cb, g_object_ref (window));
  else if (spil_sync_facts_is_active (spil_syncer_get_facts (syncer)))
    tell_taken (window, TRUE);
  else if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    tell (window, _ ("Something else is open"),
          _ ("Close what is open in Spil, and open the invitation again."));
  else
    adw_dialog_present (spil_join_dialog_new_with (worker, syncer, invitation), GTK_WIDGET (window));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *invitation = spil_invitation_file_read_finish (result, &error);

  // Closed meanwhile.
  if (spil_window_get_worker (window) == NULL)
    return;
  if (error != NULL)
    tell (window, _ ("The invitation cannot be used"), error->message);
  else
    present_form (window, invitation);
}

static void
on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = user_data;

  if (spil_window_wait_ready_finish (SPIL_WINDOW (source), result))
    spil_invitation_file_read (file, NULL, on_read_cb, g_object_ref (source));
}

void
spil_invitation_open (SpilWindow *window, GFile *file)
{
  spil_window_wait_ready (window, on_ready_cb, g_object_ref (file));
}

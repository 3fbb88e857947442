// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-run.h"

#include <glib/gi18n-lib.h>

#include "spil-privacy.h"
#include "spil-sync-lock.h"
#include "spil-sync-run.h"

typedef gboolean (*Step) (SpilRun *run, GError **error);

SpilRun *
spil_run_new (SpilSession *session, GCancellable *cancellable, GError **error)
{
  SpilShelf *shelf = spil_shelf_read (session->store, error);
  SpilRun *run;

  if (shelf == NULL)
    return NULL;
  run = g_new0 (SpilRun, 1);
  run->session = session;
  run->store = session->store;
  run->carrier = session->carrier;
  run->shelf = shelf;
  run->report = spil_sync_report_new ();
  run->cancellable = cancellable;
  run->folders = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_run_folder_free);
  run->standings = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL,
                                          (GDestroyNotify) spil_run_standing_free);
  run->key_files = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  run->listed = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  run->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->lacking = g_ptr_array_new_with_free_func (g_free);
  return run;
}

void
spil_run_free (SpilRun *run)
{
  if (run == NULL)
    return;
  spil_shelf_free (run->shelf);
  g_clear_pointer (&run->report, spil_sync_report_free);
  g_ptr_array_unref (run->folders);
  g_hash_table_unref (run->standings);
  g_hash_table_unref (run->key_files);
  g_hash_table_unref (run->listed);
  g_hash_table_unref (run->entries);
  g_ptr_array_unref (run->lacking);
  spil_standing_clear (&run->begun);
  spil_standing_clear (&run->own);
  g_free (run);
}

static gboolean
carry_out (SpilRun *run, GError **error)
{
  // Own changes are packed before anything is carried out, so that what a packet says of others is what its changes had seen.
  static const Step steps[] = {
    spil_run_open,
    spil_run_members,
    spil_run_hear,
    spil_run_identity,
    spil_run_publish,
    spil_run_pack,
    spil_run_send,
    spil_run_begin_with_snapshot,
    spil_run_fetch,
    spil_run_judge,
    spil_run_apply,
    spil_run_answer,
    spil_run_rescue,
    spil_run_ask,
    spil_run_renew_keys,
    spil_run_standing,
    spil_run_see_to_snapshots,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](run, error))
      return FALSE;
  return !run->erased || spil_store_scrub (run->store, error);
}

static gboolean
conclude (SpilRun *run, GError **error)
{
  SpilSpaceNote *space = run->session->space;
  SpilSyncReport *report = run->report;
  gboolean complete = !run->lost && !run->full && !spil_run_is_cancelled (run);
  g_autoptr (SpilSyncReport) before = spil_sync_get_report (run->store, error);

  if (before == NULL)
    return FALSE;
  report->time = complete ? spil_time_now () : before->time;
  if (!spil_sync_report_count (report, run->store, space, complete, error))
    return FALSE;
  if (report->up_to_date)
    space->synchronised = report->time;
  return spil_space_note_write (space, run->store, error) &&
         spil_sync_report_keep (report, run->store, complete, error);
}

static SpilSyncReport *
run_session (SpilSession *session, SpilSyncProgressFunc progress, gpointer user_data,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilRun) run = spil_run_new (session, cancellable, error);
  SpilSyncReport *report = NULL;

  if (run == NULL)
    return NULL;
  run->progress = progress;
  run->user_data = user_data;
  // What was done stays done: the report is kept also of a run that was stopped.
  if (carry_out (run, error) && conclude (run, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error))
    report = g_steal_pointer (&run->report);
  return report;
}

SpilSyncReport *
spil_sync_run_over (SpilStore *store, SpilCarrier *carrier, SpilSyncProgressFunc progress, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SpilSyncLock) lock = NULL;
  g_autoptr (SpilSession) session = NULL;
  g_autoptr (SpilSpaceNote) space = spil_space_note_read (store, error);

  if (space == NULL)
    return NULL;
  lock = spil_sync_lock_try (store, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  // Another program is at it: what that found last is how it stands.
  if (lock == NULL)
    return spil_sync_get_report (store, error);
  session = spil_session_open (store, carrier, error);
  return session != NULL ? run_session (session, progress, user_data, cancellable, error) : NULL;
}

SpilSyncReport *
spil_sync_run (SpilStore *store, SpilSyncProgressFunc progress, gpointer user_data, GCancellable *cancellable,
               GError **error)
{
  return spil_sync_run_over (store, NULL, progress, user_data, cancellable, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-worker-thread.h"

#include <glib/gi18n-lib.h>

#include "spil-demo.h"
#include "spil-sync-store.h"

void
spil_worker_job_free (SpilWorkerJob *job)
{
  if (job->free_data != NULL && job->data != NULL)
    job->free_data (job->data);
  if (job->free_result != NULL && job->result != NULL)
    job->free_result (job->result);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job->label);
  g_free (job->undo_label);
  g_free (job->redo_label);
  g_free (job);
}

static void
line_free (SpilWorkerLine *line)
{
  g_clear_pointer (&line->store, spil_store_close);
  g_async_queue_unref (line->queue);
  g_main_context_unref (line->main);
  g_object_unref (line->closing);
  g_free (line->dir);
  g_free (line);
}

static SpilStore *
open_store (const char *dir, SpilWorkerMode mode, GError **error)
{
  g_autoptr (GError) missing = NULL;
  SpilStore *store;

  if (mode == SPIL_WORKER_READ_ONLY)
    return spil_store_open_read_only (dir, error);
  store = spil_store_open (dir, &missing);
  if (store == NULL && mode == SPIL_WORKER_CREATE &&
      g_error_matches (missing, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING))
    return spil_store_create (dir, error);
  if (store == NULL)
    g_propagate_error (error, g_steal_pointer (&missing));
  return store;
}

static void
perform_on_store (SpilWorkerJob *job, SpilStore *store)
{
  switch (job->kind) {
  case SPIL_WORKER_JOB_LOOK:
    break;
  case SPIL_WORKER_JOB_RUN:
    job->result = job->func (store, job->data, job->cancellable, &job->error);
    break;
  case SPIL_WORKER_JOB_COMMIT:
    if (spil_store_commit (store, job->data, &job->error))
      job->label = g_strdup (((SpilAction *) job->data)->label);
    break;
  case SPIL_WORKER_JOB_UNDO:
    spil_store_undo (store, &job->label, &job->error);
    break;
  case SPIL_WORKER_JOB_REDO:
    spil_store_redo (store, &job->label, &job->error);
    break;
  case SPIL_WORKER_JOB_OPEN:
  case SPIL_WORKER_JOB_RELEASE:
  case SPIL_WORKER_JOB_QUIT:
    g_assert_not_reached ();
  }
}

static void
perform (SpilWorkerJob *job, SpilWorkerLine *line)
{
  gboolean opened = FALSE;

  // What a person asked to keep is kept, even when Spil is closing.
  if (job->kind == SPIL_WORKER_JOB_RUN &&
      (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error) ||
       g_cancellable_set_error_if_cancelled (line->closing, &job->error)))
    return;
  if (job->kind == SPIL_WORKER_JOB_OPEN) {
    g_clear_pointer (&line->store, spil_store_close);
    line->store = open_store (line->dir, job->mode, &job->error);
    if (line->store != NULL && !spil_demo_play (line->store, &job->error))
      g_clear_pointer (&line->store, spil_store_close);
    opened = line->store != NULL;
  } else if (job->kind == SPIL_WORKER_JOB_RELEASE)
    g_clear_pointer (&line->store, spil_store_close);
  else if (line->store == NULL)
    g_set_error_literal (&job->error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
                         _ ("No database is open. Start Spil again."));
  else
    perform_on_store (job, line->store);

  if (line->store == NULL)
    return;
  job->touched = spil_store_take_touched (line->store);
  job->has_state = opened || !spil_entity_mask_is_empty (&job->touched);
  if (job->has_state) {
    job->undo_label = spil_store_dup_undo_label (line->store);
    job->redo_label = spil_store_dup_redo_label (line->store);
    job->reader = spil_store_is_reader (line->store);
  }
}

// Not g_main_context_invoke(): that would run it here while the main loop does not run yet.
void
spil_worker_job_send_back (SpilWorkerJob *job, GMainContext *main, GSourceFunc finish)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, finish, job, NULL);
  g_source_attach (source, main);
}

static gpointer
thread_main (gpointer data)
{
  SpilWorkerLine *line = data;
  gboolean quit = FALSE;

  while (!quit) {
    SpilWorkerJob *job = g_async_queue_pop (line->queue);

    quit = job->kind == SPIL_WORKER_JOB_QUIT;
    if (quit)
      spil_worker_job_free (job);
    else {
      perform (job, line);
      spil_worker_job_send_back (job, line->main, line->finish);
    }
  }
  line_free (line);
  return NULL;
}

GThread *
spil_worker_thread_new (SpilWorkerLine *line)
{
  return g_thread_new ("spil-store", thread_main, line);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-facts.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SYNCER (spil_syncer_get_type ())

/**
 * Keeps the database of a worker synchronised, on a thread of its own with a connection of its own: the folder that is shared may be slow or away,
 * and neither the window nor the worker waits for it. As long as the database is not shared there is no thread, and nothing happens.
 *
 * It synchronises at the start, some seconds after the last change, when something has come or gone in the folder, and when it is asked to.
 *
 * Signal `changed`: the facts are others. Properties: `sentence` (for people), `busy`, `progress` (share of what is to be done; negative: not
 * known), `to-do` (how many things a person has to settle), `up-to-date`, `level` (SpilSyncLevel).
 */
G_DECLARE_FINAL_TYPE (SpilSyncer, spil_syncer, SPIL, SYNCER, GObject)

/** For the database of @worker, which it also tells that others' changes have come. Nothing is done yet. */
SpilSyncer *spil_syncer_new (SpilWorker *worker);

/** Waits in milliseconds after a change, and between two looks at the folder; for tests. Before spil_syncer_start(). */
void spil_syncer_set_delays (SpilSyncer *self, int commit_ms, int look_ms);

/** The database is open: sees whether it is shared and goes on from there. Again after spil_syncer_pause(). */
void spil_syncer_start (SpilSyncer *self);

/** Synchronises now, as soon as what is under way has ended. */
void spil_syncer_sync (SpilSyncer *self);
/** Breaks off what is under way; what was received is kept. */
void spil_syncer_cancel (SpilSyncer *self);

/** What is known; owned by the syncer, until the next `changed`. Never NULL. */
SpilSyncFacts *spil_syncer_get_facts (SpilSyncer *self);
/** Whether they have been read yet. */
gboolean spil_syncer_is_known (SpilSyncer *self);
gboolean spil_syncer_get_busy (SpilSyncer *self);
double spil_syncer_get_progress (SpilSyncer *self);
SpilSyncLevel spil_syncer_get_level (SpilSyncer *self);
/** Free with g_free(). */
char *spil_syncer_dup_sentence (SpilSyncer *self);

/**
 * Runs @func on its thread, as spil_worker_run() does on the worker's: for all that has to do with the shared folder. Afterwards the facts are read
 * again and, when it went well, it synchronises.
 */
void spil_syncer_run (SpilSyncer *self, SpilJobFunc func, gpointer data, GDestroyNotify free_data,
                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data);
/** The result, now the caller's. */
gpointer spil_syncer_run_finish (SpilSyncer *self, GAsyncResult *result, GError **error);

/** Lets go of the database, for something that needs it alone; @callback when that is so. spil_syncer_start() goes on. */
void spil_syncer_pause (SpilSyncer *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_syncer_pause_finish (SpilSyncer *self, GAsyncResult *result, GError **error);

/** Breaks off what is under way and ends the thread; does not wait longer than a moment for a folder that does not answer. */
void spil_syncer_close (SpilSyncer *self);

G_END_DECLS

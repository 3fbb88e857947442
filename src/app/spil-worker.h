// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

#define SPIL_TYPE_WORKER (spil_worker_get_type ())

/**
 * The one thread that touches the database. It opens the store of a folder, carries out jobs one after the other and tells
 * the main loop what came of them; the main loop never waits. Everything here is called from the main thread; callbacks and
 * signals come there too.
 *
 * Signals: `changed` (const SpilEntityMask *): rows of those entities changed, by this program or by another one;
 * `committed` (const char *label, gboolean can_undo): an action, an undo or a redo was carried out, in words for people;
 * `failed` (GError *): a commit, undo or redo that was asked for without a callback failed.
 * Properties: `undo-label`, `redo-label` (NULL when there is nothing to undo or redo), `read-only` (opened so, or the laptop of one who only
 * reads along: `reader`).
 */
G_DECLARE_FINAL_TYPE (SpilWorker, spil_worker, SPIL, WORKER, GObject)

typedef enum
{
  SPIL_WORKER_OPEN, /**< an existing database */
  SPIL_WORKER_CREATE, /**< an existing database, or else an empty one */
  SPIL_WORKER_READ_ONLY,
} SpilWorkerMode;

/**
 * What a job does on the worker's thread. It owns nothing but may use @data, which the main thread does not touch
 * meanwhile. Returns its result, which may be NULL; or NULL with @error set.
 */
typedef gpointer (*SpilJobFunc) (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error);

/** Makes a worker for the database in the folder @dir, and its thread; nothing is opened yet. */
SpilWorker *spil_worker_new (const char *dir);

const char *spil_worker_get_dir (SpilWorker *self);
const char *spil_worker_get_undo_label (SpilWorker *self);
const char *spil_worker_get_redo_label (SpilWorker *self);
/** Nothing can be changed, for whatever reason. */
gboolean spil_worker_get_read_only (SpilWorker *self);
/** The database was opened for reading only. */
gboolean spil_worker_is_opened_read_only (SpilWorker *self);
/** This laptop takes part as one that only reads along. */
gboolean spil_worker_is_reader (SpilWorker *self);

/** Opens the database, in place of the one that is open. Jobs may be queued at once: they come after it. Errors: SPIL_STORE_ERROR. */
void
spil_worker_open (SpilWorker *self, SpilWorkerMode mode, GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_worker_open_finish (SpilWorker *self, GAsyncResult *result, GError **error);

/** Lets go of the database, for something that needs its folder alone; until spil_worker_open() jobs fail with SPIL_STORE_ERROR_MISSING. */
void spil_worker_release (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_worker_release_finish (SpilWorker *self, GAsyncResult *result, GError **error);

/**
 * Runs @func. @data is handed over to it and freed with @free_data on the main thread afterwards; @free_result frees a result that
 * nobody fetched. A cancelled job that has not begun is skipped (G_IO_ERROR_CANCELLED); one that runs sees its @cancellable.
 */
void spil_worker_run (SpilWorker *self, SpilJobFunc func, gpointer data, GDestroyNotify free_data,
                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data);
/** The result, now the caller's. */
gpointer spil_worker_run_finish (SpilWorker *self, GAsyncResult *result, GError **error);

/**
 * Commits @action, which is taken. On success the window shows its label in a toast with an Undo button, and the pages concerned
 * reload: nothing is left to do for the caller. With @callback NULL the window also shows errors.
 */
void
spil_worker_commit (SpilWorker *self, SpilAction *action, GAsyncReadyCallback callback, gpointer user_data);
/** Takes back the latest action, or repeats the latest one taken back. */
void spil_worker_undo (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data);
void spil_worker_redo (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data);
/** For all three. */
gboolean spil_worker_commit_finish (SpilWorker *self, GAsyncResult *result, GError **error);

/** Tells what shows the audit table, or copies, that there is something new in it: emits `changed` without any entity. */
void spil_worker_tell_audited (SpilWorker *self);

/** Sees what another connection has changed; `changed` tells it. Mostly it is noticed without. */
void spil_worker_look (SpilWorker *self);

/** Skips the jobs that wait, waits for the one that runs, closes the database and ends the thread. Also done when the worker is disposed of. */
void spil_worker_close (SpilWorker *self);

G_END_DECLS

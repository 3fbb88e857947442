// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What the worker and its thread share; no other file includes this.
#pragma once

#include "spil-worker.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_WORKER_JOB_OPEN,
  SPIL_WORKER_JOB_RELEASE,
  SPIL_WORKER_JOB_LOOK, /**< only see what has changed */
  SPIL_WORKER_JOB_RUN,
  SPIL_WORKER_JOB_COMMIT,
  SPIL_WORKER_JOB_UNDO,
  SPIL_WORKER_JOB_REDO,
  SPIL_WORKER_JOB_QUIT,
} SpilWorkerJobKind;

/** Travels to the thread, is filled in there, and travels back: never in two hands at once. */
typedef struct
{
  SpilWorkerJobKind kind;
  GTask *task;
  SpilWorker *worker; /**< borrowed from the task */
  GCancellable *cancellable;
  SpilWorkerMode mode;
  SpilJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean report_failure; /**< nobody else will look at the error */

  gpointer result;
  GError *error;
  char *label; /**< of the action */
  gboolean has_state;
  gboolean reader;
  SpilEntityMask touched;
  char *undo_label;
  char *redo_label;
} SpilWorkerJob;

/** What the thread owns. */
typedef struct
{
  char *dir;
  GAsyncQueue *queue; /**< of SpilWorkerJob */
  GMainContext *main; /**< of whoever waits */
  GCancellable *closing;
  SpilStore *store;
  GSourceFunc finish; /**< on the main thread, with the job */
} SpilWorkerLine;

void spil_worker_job_free (SpilWorkerJob *self);

/** Brings a job back to the loop of @main, where @finish takes it. */
void spil_worker_job_send_back (SpilWorkerJob *self, GMainContext *main, GSourceFunc finish);

/** Begins the thread, which takes @line. */
GThread *spil_worker_thread_new (SpilWorkerLine *line);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-worker.h"

#include <glib/gi18n-lib.h>

#include "spil-worker-thread.h"

// After this many milliseconds at most it is noticed that another program has written.
#define NOTICE_MS 250

struct _SpilWorker
{
  GObject parent_instance;

  char *dir;
  GAsyncQueue *queue;
  GThread *thread;
  GCancellable *closing;
  GFileMonitor *monitor; /**< of the journal that every writer of the database writes to */
  char *undo_label;
  char *redo_label;
  gboolean opened_read_only;
  gboolean reader;
};

G_DEFINE_FINAL_TYPE (SpilWorker, spil_worker, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_READER,
  N_PROPS
};

enum
{
  CHANGED,
  COMMITTED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_reading (SpilWorker *self, gboolean opened_read_only, gboolean reader)
{
  gboolean was = spil_worker_get_read_only (self);
  gboolean was_reader = self->reader;

  self->opened_read_only = opened_read_only;
  self->reader = reader;
  if (was_reader != reader)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READER]);
  if (was != spil_worker_get_read_only (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

static void
take_state (SpilWorker *self, SpilWorkerJob *job)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_reading (self, self->opened_read_only, job->reader);
  if (g_set_str (&self->undo_label, job->undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_set_str (&self->redo_label, job->redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_object_thaw_notify (G_OBJECT (self));
  if (!spil_entity_mask_is_empty (&job->touched))
    g_signal_emit (self, signals[CHANGED], 0, &job->touched);
}

static void
announce (SpilWorker *self, SpilWorkerJob *job)
{
  g_autofree char *text = NULL;

  if (job->error != NULL) {
    if (job->report_failure)
      g_signal_emit (self, signals[FAILED], 0, job->error);
    return;
  }
  if (job->kind == SPIL_WORKER_JOB_COMMIT && !spil_entity_mask_is_empty (&job->touched))
    g_signal_emit (self, signals[COMMITTED], 0, job->label, TRUE);
  else if (job->kind == SPIL_WORKER_JOB_UNDO) {
    // Translators: %s is what was done: "Risk changed".
    text = g_strdup_printf (_ ("Undone: %s"), job->label);
    g_signal_emit (self, signals[COMMITTED], 0, text, FALSE);
  } else if (job->kind == SPIL_WORKER_JOB_REDO) {
    // Translators: %s is what was done: "Risk changed".
    text = g_strdup_printf (_ ("Done again: %s"), job->label);
    g_signal_emit (self, signals[COMMITTED], 0, text, TRUE);
  }
}

static SpilWorkerJob *
job_new (SpilWorker *self, SpilWorkerJobKind kind, GCancellable *cancellable, GAsyncReadyCallback callback,
         gpointer user_data)
{
  SpilWorkerJob *job = g_new0 (SpilWorkerJob, 1);

  job->kind = kind;
  job->worker = self;
  job->task = g_task_new (self, cancellable, callback, user_data);
  // A result that arrives after its cancellation is still the result.
  g_task_set_check_cancellable (job->task, FALSE);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_object_ref (self->closing);
  return job;
}

static gboolean finish_job (gpointer data);

static void
push (SpilWorker *self, SpilWorkerJob *job)
{
  if (self->thread != NULL) {
    g_async_queue_push (self->queue, job);
    return;
  }
  job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Spil is closing."));
  spil_worker_job_send_back (job, g_task_get_context (job->task), finish_job);
}

void
spil_worker_tell_audited (SpilWorker *self)
{
  SpilEntityMask none = { { 0 } };

  g_return_if_fail (SPIL_IS_WORKER (self));
  g_signal_emit_by_name (self, "changed", &none);
}

void
spil_worker_look (SpilWorker *self)
{
  g_return_if_fail (SPIL_IS_WORKER (self));
  push (self, job_new (self, SPIL_WORKER_JOB_LOOK, NULL, NULL, NULL));
}

static void
watch (SpilWorker *self)
{
  g_autofree char *path = g_build_filename (self->dir, "spil.db-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (self->monitor != NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  // Without it all works, only what others write is seen later.
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, NOTICE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (spil_worker_look), self, G_CONNECT_SWAPPED);
}

static void
answer (SpilWorkerJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_error_copy (job->error));
  else if (job->kind == SPIL_WORKER_JOB_RUN)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  else
    g_task_return_boolean (job->task, TRUE);
}

static gboolean
finish_job (gpointer data)
{
  SpilWorkerJob *job = data;
  g_autoptr (GTask) task = job->task;
  g_autoptr (SpilWorker) self = g_object_ref (job->worker);

  if (job->kind == SPIL_WORKER_JOB_OPEN && job->error == NULL && self->thread != NULL)
    watch (self);
  answer (job);
  if (self->thread != NULL) {
    if (job->has_state)
      take_state (self, job);
    announce (self, job);
  }
  spil_worker_job_free (job);
  return G_SOURCE_REMOVE;
}

static void
push_commit (SpilWorker *self, SpilWorkerJobKind kind, SpilAction *action, GAsyncReadyCallback callback,
             gpointer user_data)
{
  SpilWorkerJob *job = job_new (self, kind, NULL, callback, user_data);

  job->data = action;
  job->free_data = (GDestroyNotify) spil_action_free;
  job->report_failure = callback == NULL;
  push (self, job);
}

static void
spil_worker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilWorker *self = SPIL_WORKER (object);

  switch (prop_id) {
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->undo_label);
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->redo_label);
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, spil_worker_get_read_only (self));
    break;
  case PROP_READER:
    g_value_set_boolean (value, self->reader);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_worker_dispose (GObject *object)
{
  spil_worker_close (SPIL_WORKER (object));
  G_OBJECT_CLASS (spil_worker_parent_class)->dispose (object);
}

static void
spil_worker_finalize (GObject *object)
{
  SpilWorker *self = SPIL_WORKER (object);

  g_async_queue_unref (self->queue);
  g_object_unref (self->closing);
  g_free (self->dir);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (spil_worker_parent_class)->finalize (object);
}

static void
spil_worker_class_init (SpilWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_worker_get_property;
  object_class->dispose = spil_worker_dispose;
  object_class->finalize = spil_worker_finalize;

  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READER] = g_param_spec_boolean ("reader", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COMMITTED] = g_signal_new ("committed", SPIL_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", SPIL_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
spil_worker_init (SpilWorker *self)
{
  self->queue = g_async_queue_new ();
  self->closing = g_cancellable_new ();
}

SpilWorker *
spil_worker_new (const char *dir)
{
  SpilWorker *self;
  SpilWorkerLine *line;

  g_return_val_if_fail (dir != NULL, NULL);

  self = g_object_new (SPIL_TYPE_WORKER, NULL);
  self->dir = g_strdup (dir);
  line = g_new0 (SpilWorkerLine, 1);
  line->dir = g_strdup (dir);
  line->queue = g_async_queue_ref (self->queue);
  line->main = g_main_context_ref_thread_default ();
  line->closing = g_object_ref (self->closing);
  line->finish = finish_job;
  self->thread = spil_worker_thread_new (line);
  return self;
}

const char *
spil_worker_get_dir (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), NULL);
  return self->dir;
}

const char *
spil_worker_get_undo_label (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), NULL);
  return self->undo_label;
}

const char *
spil_worker_get_redo_label (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), NULL);
  return self->redo_label;
}

gboolean
spil_worker_get_read_only (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), FALSE);
  return self->opened_read_only || self->reader;
}

gboolean
spil_worker_is_opened_read_only (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), FALSE);
  return self->opened_read_only;
}

gboolean
spil_worker_is_reader (SpilWorker *self)
{
  g_return_val_if_fail (SPIL_IS_WORKER (self), FALSE);
  return self->reader;
}

void
spil_worker_open (SpilWorker *self, SpilWorkerMode mode, GAsyncReadyCallback callback, gpointer user_data)
{
  SpilWorkerJob *job;

  g_return_if_fail (SPIL_IS_WORKER (self));

  job = job_new (self, SPIL_WORKER_JOB_OPEN, NULL, callback, user_data);
  job->mode = mode;
  set_reading (self, mode == SPIL_WORKER_READ_ONLY, FALSE);
  push (self, job);
}

gboolean
spil_worker_open_finish (SpilWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
spil_worker_release (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_WORKER (self));

  // What comes next in the folder is another database.
  g_clear_object (&self->monitor);
  push (self, job_new (self, SPIL_WORKER_JOB_RELEASE, NULL, callback, user_data));
}

gboolean
spil_worker_release_finish (SpilWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
spil_worker_run (SpilWorker *self, SpilJobFunc func, gpointer data, GDestroyNotify free_data,
                 GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data)
{
  SpilWorkerJob *job;

  g_return_if_fail (SPIL_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  job = job_new (self, SPIL_WORKER_JOB_RUN, cancellable, callback, user_data);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  push (self, job);
}

gpointer
spil_worker_run_finish (SpilWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
spil_worker_commit (SpilWorker *self, SpilAction *action, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_WORKER (self));
  g_return_if_fail (action != NULL);
  push_commit (self, SPIL_WORKER_JOB_COMMIT, action, callback, user_data);
}

void
spil_worker_undo (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_WORKER (self));
  push_commit (self, SPIL_WORKER_JOB_UNDO, NULL, callback, user_data);
}

void
spil_worker_redo (SpilWorker *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_WORKER (self));
  push_commit (self, SPIL_WORKER_JOB_REDO, NULL, callback, user_data);
}

gboolean
spil_worker_commit_finish (SpilWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
spil_worker_close (SpilWorker *self)
{
  SpilWorkerJob *job;

  g_return_if_fail (SPIL_IS_WORKER (self));

  if (self->thread == NULL)
    return;
  g_clear_object (&self->monitor);
  g_cancellable_cancel (self->closing);
  job = g_new0 (SpilWorkerJob, 1);
  job->kind = SPIL_WORKER_JOB_QUIT;
  g_async_queue_push (self->queue, job);
  g_thread_join (g_steal_pointer (&self->thread));
}

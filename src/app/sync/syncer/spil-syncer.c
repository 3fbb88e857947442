// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-syncer.h"

#include <glib/gi18n-lib.h>

#include "spil-syncer-thread.h"

#define COMMIT_MS 4000
#define LOOK_MS 30000
// A folder that does not answer must not keep the window open.
#define CLOSE_MS 1000

struct _SpilSyncer
{
  GObject parent_instance;

  SpilWorker *worker;
  SpilSyncDesk *desk;
  GThread *thread; /**< NULL as long as the database is not shared */
  SpilSyncFacts *facts;
  char *person; /**< whom the worker writes in the name of */
  gboolean started;
  gboolean known; /**< the facts have been read */
  gboolean closed;
  gboolean looking; /**< the worker is asked whether the database is shared */
  gboolean refreshing; /**< the thread has been asked to */
  gboolean refresh_again;
  gboolean busy;
  double progress;
};

G_DEFINE_FINAL_TYPE (SpilSyncer, spil_syncer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SENTENCE,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_TO_DO,
  PROP_UP_TO_DATE,
  PROP_LEVEL,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What is known */

static gpointer
keep_actor (SpilStore *store, gpointer person, GCancellable *cancellable, GError **error)
{
  if (g_strcmp0 (spil_store_get_actor (store), person) != 0)
    spil_store_keep_actor (store, person, error);
  return NULL;
}

// What is done on this laptop is done by the member that the others know.
static void
tell_person (SpilSyncer *self)
{
  const char *person = self->facts->state->person;

  if (person == NULL || person[0] == '\0' || !g_set_str (&self->person, person))
    return;
  spil_worker_run (self->worker, keep_actor, g_strdup (person), g_free, NULL, NULL, NULL, NULL);
}

static void
set_facts (SpilSyncer *self, SpilSyncFacts *facts)
{
  spil_sync_facts_unref (self->facts);
  self->facts = spil_sync_facts_ref (facts);
  self->known = TRUE;
  tell_person (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO_DO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UP_TO_DATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_busy (SpilSyncer *self, gboolean busy, double progress)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->progress < progress || self->progress > progress) {
    self->progress = progress;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  }
  if (self->busy != busy) {
    self->busy = busy;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

/* The thread */

static SpilSyncJob *
push (SpilSyncer *self, SpilSyncJobKind kind, GTask *task)
{
  SpilSyncJob *job = g_new0 (SpilSyncJob, 1);

  job->kind = kind;
  job->task = task;
  g_async_queue_push (self->desk->queue, job);
  return job;
}

static void
ensure_thread (SpilSyncer *self)
{
  if (self->thread == NULL && !self->closed)
    self->thread = spil_sync_thread_new (self->desk);
}

static void
refresh (SpilSyncer *self)
{
  // One is enough for all that happens until it is carried out.
  self->refresh_again = self->refreshing;
  if (self->refreshing)
    return;
  self->refreshing = TRUE;
  push (self, SPIL_SYNC_JOB_REFRESH, NULL);
}

// What comes next is another database.
static void
forget (SpilSyncer *self)
{
  g_autoptr (SpilSyncFacts) facts = spil_sync_facts_new_alone ();

  g_clear_pointer (&self->person, g_free);
  set_busy (self, FALSE, -1);
  set_facts (self, facts);
  self->known = FALSE;
}

static void
return_result (SpilSyncJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->kind == SPIL_SYNC_JOB_RUN)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  else
    g_task_return_boolean (job->task, TRUE);
}

static void
take_news (SpilSyncNews *news, gpointer owner)
{
  SpilSyncer *self = owner;

  if (self != NULL) {
    g_object_ref (self);
    if (news->facts != NULL && news->facts != self->facts)
      set_facts (self, news->facts);
    set_busy (self, news->busy, news->progress);
    if (news->received)
      spil_worker_look (self->worker);
    if (news->refreshed) {
      self->refreshing = FALSE;
      if (self->refresh_again)
        refresh (self);
    }
  }
  if (self != NULL && news->job != NULL && news->job->kind == SPIL_SYNC_JOB_PAUSE)
    forget (self);
  if (news->job != NULL)
    return_result (news->job);
  g_clear_object (&self);
  spil_sync_news_free (news);
}

/* As long as it is not shared: what the worker sees */

static gpointer
read_facts (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_sync_facts_new (store, NULL, error);
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilSyncer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncFacts) facts = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  self->looking = FALSE;
  if (self->closed || self->thread != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facts == NULL) {
    facts = spil_sync_facts_new_alone ();
    // Without a database there is nothing to share.
    if (!g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING))
      facts->failure = g_strdup (error->message);
  }
  set_facts (self, facts);
  if (!spil_sync_facts_is_active (facts) || spil_worker_is_opened_read_only (self->worker))
    return;
  ensure_thread (self);
  refresh (self);
}

static void
look (SpilSyncer *self)
{
  if (self->closed || !self->started)
    return;
  if (self->thread != NULL) {
    refresh (self);
    return;
  }
  if (self->looking)
    return;
  self->looking = TRUE;
  spil_worker_run (self->worker, read_facts, NULL, NULL, (GDestroyNotify) spil_sync_facts_unref, NULL,
                   on_facts_read_cb, g_object_ref (self));
}

/* The object */

static void
spil_syncer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilSyncer *self = SPIL_SYNCER (object);

  switch (prop_id) {
  case PROP_SENTENCE:
    g_value_take_string (value, spil_syncer_dup_sentence (self));
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  case PROP_TO_DO:
    g_value_set_int64 (value, spil_sync_facts_count_to_do (self->facts));
    break;
  case PROP_UP_TO_DATE:
    g_value_set_boolean (value, spil_sync_facts_get_level (self->facts) == SPIL_SYNC_CURRENT);
    break;
  case PROP_LEVEL:
    g_value_set_int (value, spil_sync_facts_get_level (self->facts));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_syncer_dispose (GObject *object)
{
  SpilSyncer *self = SPIL_SYNCER (object);

  spil_syncer_close (self);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_syncer_parent_class)->dispose (object);
}

static void
spil_syncer_finalize (GObject *object)
{
  SpilSyncer *self = SPIL_SYNCER (object);

  spil_sync_desk_unref (self->desk);
  spil_sync_facts_unref (self->facts);
  g_free (self->person);
  G_OBJECT_CLASS (spil_syncer_parent_class)->finalize (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static void
spil_syncer_class_init (SpilSyncerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_syncer_get_property;
  object_class->dispose = spil_syncer_dispose;
  object_class->finalize = spil_syncer_finalize;
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, READABLE);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, READABLE);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, READABLE);
  properties[PROP_TO_DO] = g_param_spec_int64 ("to-do", NULL, NULL, 0, G_MAXINT64, 0, READABLE);
  properties[PROP_UP_TO_DATE] = g_param_spec_boolean ("up-to-date", NULL, NULL, FALSE, READABLE);
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, SPIL_SYNC_ALONE, SPIL_SYNC_ENDED,
                                             SPIL_SYNC_ALONE, READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_SYNCER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_syncer_init (SpilSyncer *self)
{
  self->facts = spil_sync_facts_new_alone ();
  self->progress = -1;
}

SpilSyncer *
spil_syncer_new (SpilWorker *worker)
{
  SpilSyncer *self = g_object_new (SPIL_TYPE_SYNCER, NULL);

  self->worker = g_object_ref (worker);
  self->desk = spil_sync_desk_new (spil_worker_get_dir (worker));
  self->desk->commit_ms = COMMIT_MS;
  self->desk->look_ms = LOOK_MS;
  self->desk->tell = take_news;
  self->desk->owner = self;
  g_signal_connect_object (worker, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  return self;
}

void
spil_syncer_set_delays (SpilSyncer *self, int commit_ms, int look_ms)
{
  g_return_if_fail (SPIL_IS_SYNCER (self));
  g_return_if_fail (self->thread == NULL);

  self->desk->commit_ms = commit_ms;
  self->desk->look_ms = look_ms;
}

void
spil_syncer_start (SpilSyncer *self)
{
  g_return_if_fail (SPIL_IS_SYNCER (self));

  if (self->started)
    return;
  self->started = TRUE;
  look (self);
}

void
spil_syncer_sync (SpilSyncer *self)
{
  g_return_if_fail (SPIL_IS_SYNCER (self));

  if (self->thread == NULL || self->busy || !spil_sync_facts_is_active (self->facts))
    return;
  set_busy (self, TRUE, -1);
  push (self, SPIL_SYNC_JOB_SYNC, NULL);
}

void
spil_syncer_cancel (SpilSyncer *self)
{
  g_return_if_fail (SPIL_IS_SYNCER (self));
  g_cancellable_cancel (self->desk->stop);
}

SpilSyncFacts *
spil_syncer_get_facts (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), NULL);
  return self->facts;
}

gboolean
spil_syncer_is_known (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), FALSE);
  return self->known;
}

gboolean
spil_syncer_get_busy (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), FALSE);
  return self->busy;
}

double
spil_syncer_get_progress (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), -1);
  return self->progress;
}

SpilSyncLevel
spil_syncer_get_level (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), SPIL_SYNC_ALONE);
  return spil_sync_facts_get_level (self->facts);
}

char *
spil_syncer_dup_sentence (SpilSyncer *self)
{
  g_return_val_if_fail (SPIL_IS_SYNCER (self), NULL);

  if (self->busy && self->facts->state->standing == SPIL_SPACE_MEMBER)
    return g_strdup (_ ("Being brought up to date…"));
  return spil_sync_facts_dup_sentence (self->facts);
}

static gboolean
refuse (SpilSyncer *self, GTask *task)
{
  if (!self->closed)
    return FALSE;
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Spil is closing."));
  g_object_unref (task);
  return TRUE;
}

void
spil_syncer_run (SpilSyncer *self, SpilJobFunc func, gpointer data, GDestroyNotify free_data,
                 GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task;
  SpilSyncJob *job;

  g_return_if_fail (SPIL_IS_SYNCER (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  // A result that arrives after its cancellation is still the result.
  g_task_set_check_cancellable (task, FALSE);
  if (refuse (self, task)) {
    if (free_data != NULL && data != NULL)
      free_data (data);
    return;
  }
  ensure_thread (self);
  job = g_new0 (SpilSyncJob, 1);
  job->kind = SPIL_SYNC_JOB_RUN;
  job->task = task;
  job->cancellable = g_object_ref (cancellable != NULL ? cancellable : self->desk->closing);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_async_queue_push (self->desk->queue, job);
}

gpointer
spil_syncer_run_finish (SpilSyncer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
spil_syncer_pause (SpilSyncer *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SPIL_IS_SYNCER (self));

  task = g_task_new (self, NULL, callback, user_data);
  self->started = FALSE;
  g_cancellable_cancel (self->desk->stop);
  if (self->thread != NULL) {
    push (self, SPIL_SYNC_JOB_PAUSE, task);
    return;
  }
  forget (self);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
spil_syncer_pause_finish (SpilSyncer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
spil_syncer_close (SpilSyncer *self)
{
  g_return_if_fail (SPIL_IS_SYNCER (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  g_cancellable_cancel (self->desk->closing);
  g_cancellable_cancel (self->desk->stop);
  if (self->thread != NULL) {
    push (self, SPIL_SYNC_JOB_QUIT, NULL);
    // One that hangs on a folder that does not answer ends by itself, or with the program.
    if (spil_sync_desk_wait_end (self->desk, CLOSE_MS))
      g_thread_join (g_steal_pointer (&self->thread));
    else
      g_clear_pointer (&self->thread, g_thread_unref);
  }
  self->desk->owner = NULL;
}

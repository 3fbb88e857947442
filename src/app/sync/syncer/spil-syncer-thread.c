// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-syncer-thread.h"

#include <glib/gi18n-lib.h>

// However often people change something, it is sent at least this often.
#define LONGEST_WAIT_US (30 * G_TIME_SPAN_SECOND)
// Now and then the folder is read without a sign that something changed: not every folder shows its changes.
#define FULL_LOOK_US (15 * G_TIME_SPAN_MINUTE)
// Not more often than this is progress told.
#define PROGRESS_US (100 * G_TIME_SPAN_MILLISECOND)

// What the thread alone owns.
typedef struct
{
  SpilSyncDesk *desk;
  SpilStore *store;
  gboolean paused;
  SpilSyncFacts *facts; /**< as told last */
  GPtrArray *requests;
  char *failure;
  SpilId device; /**< this laptop */
  char *seen; /**< what the probe gave for the folder as it was last read; NULL: it was not there */
  int64_t unsent; /**< own changes that waited after the last run */
  gint64 first_unsent; /**< when the first change since was seen; 0: none */
  gint64 next_run; /**< 0: none is planned */
  gint64 next_look;
  gint64 last_run;
  gint64 last_progress;
} Line;

void
spil_sync_job_free (SpilSyncJob *self)
{
  if (self == NULL)
    return;
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  if (self->free_result != NULL && self->result != NULL)
    self->free_result (self->result);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

void
spil_sync_news_free (SpilSyncNews *self)
{
  spil_sync_job_free (self->job);
  spil_sync_facts_unref (self->facts);
  g_free (self);
}

static void
clear_desk (gpointer data)
{
  SpilSyncDesk *self = data;

  g_async_queue_unref (self->queue);
  g_main_context_unref (self->main);
  g_object_unref (self->closing);
  g_object_unref (self->stop);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->dir);
}

SpilSyncDesk *
spil_sync_desk_new (const char *dir)
{
  SpilSyncDesk *self = g_atomic_rc_box_new0 (SpilSyncDesk);

  self->dir = g_strdup (dir);
  self->queue = g_async_queue_new_full ((GDestroyNotify) spil_sync_job_free);
  self->main = g_main_context_ref_thread_default ();
  self->closing = g_cancellable_new ();
  self->stop = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

static SpilSyncDesk *
desk_ref (SpilSyncDesk *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
spil_sync_desk_unref (SpilSyncDesk *self)
{
  g_atomic_rc_box_release_full (self, clear_desk);
}

gboolean
spil_sync_desk_wait_end (SpilSyncDesk *self, int ms)
{
  gint64 deadline = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  while (!self->ended && g_cond_wait_until (&self->cond, &self->mutex, deadline))
    ;
  ended = self->ended;
  g_mutex_unlock (&self->mutex);
  return ended;
}

/* Telling */

typedef struct
{
  SpilSyncDesk *desk;
  SpilSyncNews *news;
} Letter;

static gboolean
deliver (gpointer data)
{
  Letter *letter = data;

  letter->desk->tell (g_steal_pointer (&letter->news), letter->desk->owner);
  return G_SOURCE_REMOVE;
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  if (letter->news != NULL)
    spil_sync_news_free (letter->news);
  spil_sync_desk_unref (letter->desk);
  g_free (letter);
}

static void
send_news (Line *line, SpilSyncNews *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Letter *letter = g_new0 (Letter, 1);

  letter->desk = desk_ref (line->desk);
  letter->news = news;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, letter, letter_free);
  g_source_attach (source, line->desk->main);
}

static SpilSyncNews *
new_news (Line *line)
{
  SpilSyncNews *news = g_new0 (SpilSyncNews, 1);

  news->progress = -1;
  if (line->facts != NULL)
    news->facts = spil_sync_facts_ref (line->facts);
  return news;
}

static void
tell_busy (Line *line, double progress)
{
  SpilSyncNews *news = g_new0 (SpilSyncNews, 1);

  news->busy = TRUE;
  news->progress = progress;
  send_news (line, news);
}

static void
on_progress (int64_t done, int64_t total, gpointer user_data)
{
  Line *line = user_data;
  gint64 now = g_get_monotonic_time ();

  if (now - line->last_progress < PROGRESS_US)
    return;
  line->last_progress = now;
  tell_busy (line, total > 0 ? CLAMP ((double) done / (double) total, 0, 1) : -1);
}

/* The database */

static gboolean
open_store (Line *line, GError **error)
{
  if (line->paused) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Spil is closing."));
    return FALSE;
  }
  if (line->store == NULL)
    line->store = spil_store_open (line->desk->dir, error);
  return line->store != NULL;
}

static void
close_store (Line *line)
{
  g_clear_pointer (&line->store, spil_store_close);
}

static void
set_failure (Line *line, const GError *error)
{
  g_clear_pointer (&line->failure, g_free);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    line->failure = g_strdup (error->message);
}

static gboolean
is_active (Line *line)
{
  return line->facts != NULL && spil_sync_facts_is_active (line->facts);
}

static void
read_facts (Line *line)
{
  g_autoptr (GError) error = NULL;
  SpilSyncFacts *facts = NULL;

  if (open_store (line, &error)) {
    line->device = spil_store_get_device (line->store);
    facts = spil_sync_facts_new (line->store, line->requests, &error);
  }
  if (facts == NULL) {
    set_failure (line, error);
    facts = spil_sync_facts_new_alone ();
  }
  facts->failure = g_strdup (line->failure);
  spil_sync_facts_unref (line->facts);
  line->facts = facts;
  if (!is_active (line)) {
    line->next_run = 0;
    // A database that is not shared is nobody's concern here.
    close_store (line);
  }
}

static void
read_requests (Line *line)
{
  GPtrArray *requests;

  if (line->facts == NULL || !spil_sync_facts_is_leader (line->facts))
    return;
  requests = spil_space_requests (line->store, line->desk->stop, NULL);
  if (requests == NULL)
    return;
  g_clear_pointer (&line->requests, g_ptr_array_unref);
  line->requests = requests;
}

/* Synchronising */

static char *
look_at_folder (Line *line)
{
  return is_active (line) && line->facts->state->carrier != NULL
             ? spil_sync_probe (line->facts->state->carrier, &line->device, line->desk->closing)
             : NULL;
}

static void
run_sync (Line *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = NULL;
  g_autofree char *before = NULL;
  SpilSyncNews *news;

  line->next_run = 0;
  line->first_unsent = 0;
  g_cancellable_reset (line->desk->stop);
  if (!is_active (line) || g_cancellable_is_cancelled (line->desk->closing) || !open_store (line, NULL))
    return;
  tell_busy (line, -1);
  before = look_at_folder (line);
  report = spil_sync_run (line->store, on_progress, line, line->desk->stop, &error);
  set_failure (line, error);
  read_requests (line);
  read_facts (line);
  // What others bring while it runs is not in what it has read.
  g_free (line->seen);
  line->seen = g_steal_pointer (&before);
  line->unsent = line->facts->report != NULL ? line->facts->report->unsent : 0;
  line->last_run = g_get_monotonic_time ();
  line->next_look = line->last_run + line->desk->look_ms * G_TIME_SPAN_MILLISECOND;
  news = new_news (line);
  news->received = report == NULL || report->received > 0;
  send_news (line, news);
}

static void
plan_run (Line *line)
{
  gint64 now = g_get_monotonic_time ();

  if (line->first_unsent == 0)
    line->first_unsent = now;
  line->next_run = MIN (now + line->desk->commit_ms * G_TIME_SPAN_MILLISECOND,
                        line->first_unsent + LONGEST_WAIT_US);
}

static void
refresh (Line *line)
{
  gboolean began = line->facts == NULL;
  SpilSyncNews *news;

  read_facts (line);
  news = new_news (line);
  news->refreshed = TRUE;
  send_news (line, news);
  if (!is_active (line))
    return;
  if (began)
    run_sync (line);
  // Without the folder there is nothing to do until it is back.
  else if (line->facts->report->unsent > line->unsent && line->seen != NULL)
    plan_run (line);
}

static void
look (Line *line)
{
  g_autofree char *now_seen = look_at_folder (line);
  gint64 now = g_get_monotonic_time ();

  line->next_look = now + line->desk->look_ms * G_TIME_SPAN_MILLISECOND;
  if (g_strcmp0 (now_seen, line->seen) != 0 || (now_seen != NULL && now - line->last_run > FULL_LOOK_US))
    run_sync (line);
}

/* Jobs */

static void
run_job (Line *line, SpilSyncJob *job)
{
  SpilSyncNews *news;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error) ||
      g_cancellable_set_error_if_cancelled (line->desk->closing, &job->error))
    return;
  if (!open_store (line, &job->error))
    return;
  job->result = job->func (line->store, job->data, job->cancellable, &job->error);
  set_failure (line, NULL);
  read_facts (line);
  if (job->error == NULL && is_active (line))
    line->next_run = g_get_monotonic_time ();
  news = new_news (line);
  news->busy = line->next_run != 0;
  send_news (line, news);
}

static void
let_go (Line *line)
{
  line->paused = TRUE;
  line->next_run = 0;
  g_clear_pointer (&line->requests, g_ptr_array_unref);
  spil_sync_facts_unref (g_steal_pointer (&line->facts));
  close_store (line);
}

static void
perform (Line *line, SpilSyncJob *job)
{
  switch (job->kind) {
  case SPIL_SYNC_JOB_REFRESH:
    line->paused = FALSE;
    refresh (line);
    break;
  case SPIL_SYNC_JOB_SYNC:
    run_sync (line);
    break;
  case SPIL_SYNC_JOB_RUN:
    line->paused = FALSE;
    run_job (line, job);
    break;
  case SPIL_SYNC_JOB_PAUSE:
    let_go (line);
    break;
  case SPIL_SYNC_JOB_QUIT:
    g_assert_not_reached ();
  }
}

static void
answer (Line *line, SpilSyncJob *job)
{
  SpilSyncNews *news;

  if (job->task == NULL) {
    spil_sync_job_free (job);
    return;
  }
  news = new_news (line);
  news->busy = line->next_run != 0;
  news->job = job;
  send_news (line, news);
}

// The next job; NULL: it is time for something.
static SpilSyncJob *
take_job (Line *line)
{
  gint64 due = line->next_look;
  gint64 now = g_get_monotonic_time ();

  if (!is_active (line))
    return g_async_queue_pop (line->desk->queue);
  if (line->next_run != 0 && line->next_run < due)
    due = line->next_run;
  return due > now ? g_async_queue_timeout_pop (line->desk->queue, (guint64) (due - now))
                   : g_async_queue_try_pop (line->desk->queue);
}

static void
on_due (Line *line)
{
  if (line->next_run != 0 && line->next_run <= g_get_monotonic_time ())
    run_sync (line);
  else if (line->next_look <= g_get_monotonic_time ())
    look (line);
}

static void
end (Line *line)
{
  SpilSyncDesk *desk = line->desk;

  close_store (line);
  spil_sync_facts_unref (line->facts);
  g_clear_pointer (&line->requests, g_ptr_array_unref);
  g_free (line->failure);
  g_free (line->seen);
  g_free (line);
  g_mutex_lock (&desk->mutex);
  desk->ended = TRUE;
  g_cond_signal (&desk->cond);
  g_mutex_unlock (&desk->mutex);
  spil_sync_desk_unref (desk);
}

static gpointer
thread_main (gpointer data)
{
  Line *line = g_new0 (Line, 1);
  gboolean quit = FALSE;

  line->desk = data;
  while (!quit) {
    SpilSyncJob *job = take_job (line);

    quit = job != NULL && job->kind == SPIL_SYNC_JOB_QUIT;
    if (quit)
      spil_sync_job_free (job);
    else if (job != NULL) {
      perform (line, job);
      answer (line, job);
    } else
      on_due (line);
  }
  end (line);
  return NULL;
}

GThread *
spil_sync_thread_new (SpilSyncDesk *desk)
{
  return g_thread_new ("spil-sync", thread_main, desk_ref (desk));
}

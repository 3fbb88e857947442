// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-limited-thread.h"

/* How many threads were left behind and have not ended yet; only ever touched atomically. */
static int left_behind;

/* Shared by its owner and the thread, each with a reference. */
struct _SpilLimitedThread
{
  gatomicrefcount references;
  char *name;
  GMutex mutex; /* guards all that follows */
  GCond changed;
  GThread *thread; /* NULL: has not begun */
  gboolean closed;
  gboolean left; /* left behind, and counted */

  /* The call; function NULL: there is none. */
  SpilLimitedFunc function;
  gpointer data;
  GDestroyNotify free_data;
  gboolean begun;
  gboolean late; /* given up, because it took too long */
  gboolean cancelled; /* given up, because nobody wants it */
  gint64 beat; /* the last sign of life */
};

SpilLimitedThread *
spil_limited_thread_new (const char *name)
{
  SpilLimitedThread *self = g_new0 (SpilLimitedThread, 1);

  g_atomic_ref_count_init (&self->references);
  self->name = g_strdup (name);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  return self;
}

static void
unref (SpilLimitedThread *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->name);
  g_free (self);
}

/* Carries out the call that waits; the mutex is held before and after. */
static void
perform (SpilLimitedThread *self)
{
  gpointer data = self->data;

  self->begun = TRUE;
  g_mutex_unlock (&self->mutex);
  self->function (self, data);
  g_mutex_lock (&self->mutex);
  if (self->late || self->cancelled)
    self->free_data (data);
  self->function = NULL;
  g_cond_broadcast (&self->changed);
}

static gpointer
run_thread (gpointer data)
{
  SpilLimitedThread *self = data;

  g_mutex_lock (&self->mutex);
  while (TRUE) {
    if (self->function != NULL && !self->begun)
      perform (self);
    else if (self->closed)
      break;
    else
      g_cond_wait (&self->changed, &self->mutex);
  }
  if (self->left)
    g_atomic_int_add (&left_behind, -1);
  g_mutex_unlock (&self->mutex);
  unref (self);
  return NULL;
}

void
spil_limited_thread_free (SpilLimitedThread *self)
{
  gboolean stuck;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  stuck = self->function != NULL;
  self->left = stuck;
  if (stuck)
    g_atomic_int_inc (&left_behind);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  if (self->thread != NULL && stuck)
    g_thread_unref (self->thread);
  else if (self->thread != NULL)
    g_thread_join (self->thread);
  unref (self);
}

static void
on_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  SpilLimitedThread *self = user_data;

  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* Waits until the call is over, with the mutex held; what has been given up earlier may have to end first. */
static SpilLimitedOutcome
wait_for_end (SpilLimitedThread *self, gint64 limit, GCancellable *cancellable)
{
  while (self->function != NULL) {
    if (g_cancellable_is_cancelled (cancellable))
      return SPIL_LIMITED_CANCELLED;
    if (g_get_monotonic_time () >= self->beat + limit)
      return SPIL_LIMITED_LATE;
    g_cond_wait_until (&self->changed, &self->mutex, self->beat + limit);
  }
  return SPIL_LIMITED_DONE;
}

/* Hands the call over to the thread, with the mutex held. */
static void
begin (SpilLimitedThread *self, SpilLimitedFunc function, gpointer data, GDestroyNotify free_data)
{
  self->function = function;
  self->data = data;
  self->free_data = free_data;
  self->begun = FALSE;
  self->late = FALSE;
  self->cancelled = FALSE;
  self->beat = g_get_monotonic_time ();
  if (self->thread == NULL) {
    g_atomic_ref_count_inc (&self->references);
    self->thread = g_thread_new (self->name, run_thread, self);
  }
  g_cond_broadcast (&self->changed);
}

/* Runs the call, with the mutex held. */
static SpilLimitedOutcome
run (SpilLimitedThread *self, SpilLimitedFunc function, gpointer data, GDestroyNotify free_data, gint64 limit,
     GCancellable *cancellable)
{
  SpilLimitedOutcome outcome;

  if (self->function != NULL && self->late)
    outcome = SPIL_LIMITED_LATE;
  else
    outcome = wait_for_end (self, limit, cancellable);
  if (outcome != SPIL_LIMITED_DONE) {
    self->late |= self->function != NULL && outcome == SPIL_LIMITED_LATE;
    free_data (data);
    return outcome;
  }
  begin (self, function, data, free_data);
  outcome = wait_for_end (self, limit, cancellable);
  self->late = outcome == SPIL_LIMITED_LATE;
  self->cancelled = outcome == SPIL_LIMITED_CANCELLED;
  return outcome;
}

SpilLimitedOutcome
spil_limited_thread_run (SpilLimitedThread *self, SpilLimitedFunc function, gpointer data,
                         GDestroyNotify free_data, gint64 limit, GCancellable *cancellable)
{
  SpilLimitedOutcome outcome;
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), self, NULL);
  g_mutex_lock (&self->mutex);
  outcome = run (self, function, data, free_data, limit, cancellable);
  g_mutex_unlock (&self->mutex);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  return outcome;
}

gboolean
spil_limited_thread_beat (SpilLimitedThread *self)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  self->beat = g_get_monotonic_time ();
  wanted = !self->late && !self->cancelled && !self->closed;
  g_mutex_unlock (&self->mutex);
  return wanted;
}

guint
spil_limited_thread_count_left (void)
{
  return (guint) g_atomic_int_get (&left_behind);
}

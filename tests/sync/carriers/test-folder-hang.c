// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// A shared folder that does not answer, and programs that end in the middle of a write.
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "folder-fixture.h"
#include "spil-limited-thread.h"

static void
hang_at (Fixture *self, const char *call)
{
  g_mutex_lock (&self->faults.mutex);
  self->faults.hanging = FALSE;
  self->faults.hang_at = call;
  g_mutex_unlock (&self->faults.mutex);
}

/* Waits until the call really hangs. */
static void
await_hanging (Fixture *self)
{
  g_mutex_lock (&self->faults.mutex);
  while (!self->faults.hanging)
    g_cond_wait (&self->faults.changed, &self->faults.mutex);
  g_mutex_unlock (&self->faults.mutex);
}

static void
release (Fixture *self)
{
  g_mutex_lock (&self->faults.mutex);
  self->faults.hang_at = NULL;
  g_cond_broadcast (&self->faults.changed);
  g_mutex_unlock (&self->faults.mutex);
}

/* Waits until the thread that was left behind works again. */
static void
await_answer (Fixture *self)
{
  gboolean answers = FALSE;

  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), SPIL_FOLDER_CARRIER_PATIENCE_MS);
  while (!answers) {
    g_autoptr (GPtrArray) items = spil_carrier_list (self->carrier, "", FALSE, NULL, NULL);

    answers = items != NULL;
  }
}

/* A share that does not answer: every call fails at once from then on, and goes on when the share does. */
static void
test_hang_silent (Fixture *self, gconstpointer data)
{
  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), 1);
  hang_at (self, "open");
  for (Call call = CALL_CHECK; call < N_CALLS; call++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (perform (self, self->carrier, call, &error));
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
    g_assert_nonnull (strstr (error->message, "does not answer"));
    g_assert_nonnull (strstr (error->message, self->dir));
    await_hanging (self);
  }
  release (self);
  await_answer (self);
  g_assert_true (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, NULL));
  g_assert_true (is_there (self, self->bytes));
}

/* The carrier may go while its thread is stuck. What the thread still does afterwards leaves nothing on the share. */
static void
test_hang_left (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (self->carrier), 300);
  hang_at (self, "write");
  g_assert_false (spil_carrier_put (self->carrier, NAME, self->bytes, NULL, &error));
  g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
  await_hanging (self);
  g_assert_finalize_object (g_steal_pointer (&self->carrier));
  g_assert_cmpuint (count_names (self), ==, 1);
  release (self);
  while (count_names (self) != 0)
    g_thread_yield ();
  g_assert_false (is_there (self, self->bytes));
}

/* Whoever keeps trying does not fill the machine with threads that are stuck. */
static void
test_hang_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= SPIL_FOLDER_CARRIER_MAX_STUCK; i++) {
    g_autoptr (SpilCarrier) carrier = make_carrier (self->dir, &self->faults);

    g_clear_error (&error);
    hang_at (self, "open");
    spil_folder_carrier_set_patience (SPIL_FOLDER_CARRIER (carrier), 1);
    g_assert_false (spil_carrier_check (carrier, NULL, &error));
    g_assert_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_ABSENT);
    if (i < SPIL_FOLDER_CARRIER_MAX_STUCK)
      await_hanging (self);
  }
  g_assert_false (self->faults.hanging);
  release (self);
  await_answer (self);
  while (spil_limited_thread_count_left () > 0)
    g_thread_yield ();
}

/* A call that the user ends in the middle returns at once, and its work is undone. */
static void
test_hang_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  self->faults.cancel = cancellable;
  hang_at (self, "write");
  g_assert_false (spil_carrier_put (self->carrier, NAME, self->bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_names (self), ==, 1);
  release (self);
  await_answer (self);
  g_assert_cmpuint (count_names (self), ==, 0);
  g_clear_error (&error);
  g_assert_false (spil_carrier_check (self->carrier, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* More than one write. */
#define KILL_LENGTH (((gsize) 1 << 20) + 1)

/* In the child: writes the file, and dies at a step. */
static int
put_and_die (char **argv)
{
  Faults faults = { .mode = (Mode) atoi (argv[3]), .step = atoi (argv[4]), .code = 0 };
  g_autoptr (SpilCarrier) carrier = NULL;
  g_autoptr (GBytes) bytes = make_bytes (KILL_LENGTH, 1);

  g_mutex_init (&faults.mutex);
  g_cond_init (&faults.changed);
  carrier = make_carrier (argv[2], &faults);
  return spil_carrier_put (carrier, NAME, bytes, NULL, NULL) ? 0 : 1;
}

/* Returns whether the child died. */
static gboolean
run_child (Fixture *self, Mode mode, int step)
{
  g_autofree char *mode_text = g_strdup_printf ("%d", (int) mode);
  g_autofree char *step_text = g_strdup_printf ("%d", step);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe",
                                                    "--put-and-die", self->dir, mode_text, step_text, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  if (g_subprocess_get_if_signaled (child)) {
    g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
    return TRUE;
  }
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
  return FALSE;
}

/* kill -9 at every step: the file is there whole or not at all, and what is left does not keep it from being written again. */
static void
test_hang_kill (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) whole = make_bytes (KILL_LENGTH, 1);

  for (Mode mode = MODE_RENAME_NEW; mode < N_MODES; mode++) {
    int absent = 0;
    int step = 0;
    gboolean died = TRUE;

    for (; died; step++) {
      gboolean there;

      clear_folder (self);
      died = run_child (self, mode, step);
      there = is_there (self, whole);
      absent += !there;
      g_assert_cmpint (spil_carrier_put (self->carrier, NAME, whole, NULL, NULL), ==, !there);
      g_assert_true (is_there (self, whole));
    }
    /* Two writes, and what comes before and after. */
    g_assert_cmpint (absent, >=, 6);
    g_assert_cmpint (absent, <, step);
  }
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--put-and-die") == 0)
    return put_and_die (argv);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/hang/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("silent", test_hang_silent);
  ADD ("left", test_hang_left);
  ADD ("many", test_hang_many);
  ADD ("cancel", test_hang_cancel);
  ADD ("kill", test_hang_kill);
#undef ADD
  return g_test_run ();
}

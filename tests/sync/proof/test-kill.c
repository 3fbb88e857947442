// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "laptops.h"

/*
 * kill -9 of a process that works without end and says after each piece of work that it is done. What was reported as done is there
 * afterwards, and nothing is damaged. The process is killed when it has reported so many times: then it is somewhere in the next piece.
 */

typedef void (*Work) (SpilStore *store, gconstpointer data);

typedef struct
{
  const char *dir;
  Work work;
  gconstpointer data;
} Job;

static void
work_for_ever (const Job *job, int out)
{
  SpilStore *store = spil_store_open (job->dir, NULL);

  for (;;) {
    job->work (store, job->data);
    if (write (out, "x", 1) != 1)
      _exit (1);
  }
}

// Returns how often the work was reported as done.
static int
kill_after (const Job *job, int n_reports)
{
  int ends[2];
  int done = 0;
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    work_for_ever (job, ends[1]);
  close (ends[1]);
  for (int i = 0; i < n_reports && read (ends[0], &byte, 1) == 1; i++)
    done++;
  g_assert_cmpint (done, ==, n_reports);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (ends[0], &byte, 1) == 1)
    done++;
  close (ends[0]);
  return done;
}

static const int kills[] = { 1, 2, 3, 5, 8, 13 };

// More than is done in all.
#define MANY 300

/* Receiving */

static SpilStore *sender; // of the process that will be killed

// Receives the next entry of another laptop, one at a time.
static void
receive_one (SpilStore *store, gconstpointer data)
{
  if (sender == NULL)
    sender = spil_store_open_read_only (data, NULL);
  g_assert_true (carry_some (sender, store, 1, NULL));
}

static int
count_organisations (SpilStore *store)
{
  return (int) count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION));
}

static void
test_receive (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  SpilStore *store = spil_store_create (dir, NULL);
  int done = 0;

  carry (fixture->store, store);
  spil_store_close (store);
  for (int i = 0; i < MANY; i++)
    add_organisation (fixture->store, "Isala");
  for (gsize i = 0; i < G_N_ELEMENTS (kills); i++) {
    Job job = { .dir = dir, .work = receive_one, .data = fixture->dir };

    done += kill_after (&job, kills[i]);
    store = spil_store_open (dir, NULL);
    g_assert_nonnull (store);
    // The last may have been done without being reported.
    g_assert_cmpint (count_organisations (store), >=, done);
    g_assert_cmpint (count_organisations (store), <=, done + 1);
    done = count_organisations (store);
    assert_sound (store);
    spil_store_close (store);
  }
  remove_dir (dir);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/receive", Fixture, NULL, fixture_set_up, test_receive, fixture_tear_down);
  return g_test_run ();
}

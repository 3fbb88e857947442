// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "laptops.h"
#include "sync-laptops.h"

/*
 * kill -9 of a process that works without end and says after each piece of work that it is done ('x'), and now and then where it is ('.').
 * What was reported as done is there afterwards, and nothing is damaged. It is killed when it has said something so many times.
 */

// The process is this program itself, begun anew: nothing of the test is in it.
typedef struct
{
  const char *program;
  const char *work;
  const char *dir;
  const char *other; // folder that it needs beside it; ""
} Job;

static const int kills[] = { 1, 2, 4, 7, 11, 15, 19, 23, 28, 36 };

static void
begin_work (const Job *job, int out)
{
  g_autofree char *descriptor = g_strdup_printf ("%d", out);

  execl (job->program, job->program, job->work, job->dir, job->other, descriptor, NULL);
  _exit (1);
}

// Reads what it says. Returns FALSE when there is nothing more.
static gboolean
hear (int in, int *done)
{
  char said;

  if (read (in, &said, 1) != 1)
    return FALSE;
  *done += said == 'x';
  return TRUE;
}

// Returns how often the work was reported as done.
static int
kill_after (const Job *job, int n_words)
{
  int ends[2];
  int done = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    begin_work (job, ends[1]);
  close (ends[1]);
  for (int i = 0; i < n_words; i++)
    g_assert_true (hear (ends[0], &done));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (hear (ends[0], &done))
    ;
  close (ends[0]);
  return done;
}

static void
say (int out, char word)
{
  if (write (out, &word, 1) != 1)
    _exit (1);
}

/* Receiving */

// More than is received in all.
#define MANY 300

// Receives the entries of another laptop, one at a time.
static void
receive_for_ever (const char *dir, const char *other, int out)
{
  SpilStore *store = spil_store_open (dir, NULL);
  SpilStore *sender = spil_store_open_read_only (other, NULL);

  for (;;) {
    g_assert_true (carry_some (sender, store, 1, NULL));
    say (out, 'x');
  }
}

static int
count_organisations (SpilStore *store)
{
  return (int) count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION));
}

static void
test_receive (gconstpointer program)
{
  Fixture fixture;
  char *dir = make_dir ();
  SpilStore *store = spil_store_create (dir, NULL);
  int done = 0;

  fixture_set_up (&fixture, NULL);
  carry (fixture.store, store);
  spil_store_close (store);
  for (int i = 0; i < MANY; i++)
    add_organisation (fixture.store, "Isala");
  for (gsize i = 0; i < G_N_ELEMENTS (kills); i++) {
    Job job = { .program = program, .work = "receive", .dir = dir, .other = fixture.dir };

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
  fixture_tear_down (&fixture, NULL);
  remove_dir (dir);
}

/* All of it */

// What the leader does in between, a packet each.
#define PACKETS 12

static void
say_where (int64_t done, int64_t total, gpointer user_data)
{
  say (GPOINTER_TO_INT (user_data), '.');
}

// Changes something, says so, and sends and fetches what there is.
static void
synchronise_for_ever (const char *dir, const char *other, int out)
{
  Laptop laptop = { .dir = (char *) dir, .store = spil_store_open (dir, NULL) };

  for (;;) {
    spil_sync_report_free (spil_sync_run (laptop.store, say_where, GINT_TO_POINTER (out), NULL, NULL));
    laptop_add_task (&laptop, "Van de makelaar");
    say (out, 'x');
  }
}

static void
work_elsewhere (Laptop *leader)
{
  for (int i = 0; i < PACKETS; i++) {
    laptop_add_task (leader, "Van de projectleider");
    laptop_add_person (leader, "Jansen");
    spil_sync_report_free (laptop_sync (leader));
  }
}

static void
assert_same (Laptop *one, Laptop *other)
{
  g_autofree char *digest = laptop_digest (one);
  g_autofree char *other_digest = laptop_digest (other);

  g_assert_cmpstr (digest, ==, other_digest);
}

static void
test_synchronise (gconstpointer program)
{
  char *folder = laptops_make_dir ();
  g_autoptr (Laptop) leader = laptop_new_leader (folder);
  g_autoptr (Laptop) broker = laptop_new_member (leader, folder, SPIL_ROLE_BROKER);
  int64_t done = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kills); i++) {
    Job job = { .program = program, .work = "synchronise", .dir = broker->dir, .other = "" };

    work_elsewhere (leader);
    g_clear_pointer (&broker->store, spil_store_close);
    done += kill_after (&job, kills[i]);
    laptop_reopen (broker);
    assert_sound (broker->store);
    laptop_sync_well (broker);
    laptop_sync_well (leader);
    assert_same (broker, leader);
    g_assert_cmpint (laptop_count_tasks (leader), >=, done + PACKETS * (int) (i + 1));
    g_assert_cmpint (laptop_count_tasks (leader), <=, done + 1 + PACKETS * (int) (i + 1));
    done = laptop_count_tasks (leader) - PACKETS * (int) (i + 1);
  }
  laptops_remove_dir (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SPIL_VAULT", "file", TRUE);
  if (argc == 5 && g_str_equal (argv[1], "receive"))
    receive_for_ever (argv[2], argv[3], atoi (argv[4]));
  if (argc == 5 && g_str_equal (argv[1], "synchronise"))
    synchronise_for_ever (argv[2], argv[3], atoi (argv[4]));
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/kill/receive", argv[0], test_receive);
  g_test_add_data_func ("/kill/synchronise", argv[0], test_synchronise);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-program.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* At rest: less processor time than this within that time, and something painted. */
#define REST_PROCESSOR 0.003
#define REST_ELAPSED 0.2
#define PATIENCE 60.0

struct _BenchProgram
{
  GSubprocess *process;
  int pid;
  clockid_t clock;
  int in; /* commands */
  int out; /* what the probe tells */
  GString *text;
  double began_elapsed;
  double began_processor;
  double own; /* the probe's part so far */
  guint64 hash;
  double painted_elapsed;
  double painted_processor;
  int frames; /* since the command */
  gboolean changed; /* since the command */
  int64_t all_frames;
  gboolean begun; /* the command */
  gboolean refused;
};

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  if (clock_gettime (clock, &time) != 0)
    g_error ("a program ended before it was measured");
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

char *
bench_program_path (const char *name)
{
  const char *variable = strcmp (name, "spil") == 0 ? "SPIL_BENCH_PREFIX" : "SPIL_BENCH_PROGRAMS";
  const char *dir = g_getenv (variable);

  if (dir == NULL)
    g_error ("%s is not set: start the benchmarks with ./dev bench", variable);
  return strcmp (name, "spil") == 0 ? g_build_filename (dir, "bin", name, NULL)
                                    : g_build_filename (dir, name, NULL);
}

static void
note_frame (BenchProgram *self, const char *line)
{
  gint64 elapsed, processor, own;
  guint64 hash;

  if (sscanf (line, "F %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT,
              &elapsed, &processor, &own, &hash) != 4)
    g_error ("the probe says: %s", line);
  self->own = (double) own * 1e-9;
  self->frames++;
  self->all_frames++;
  if (hash == self->hash && self->frames > 1)
    return;
  self->changed = self->changed || hash != self->hash;
  self->hash = hash;
  self->painted_elapsed = (double) elapsed * 1e-9;
  self->painted_processor = (double) processor * 1e-9;
}

static void
note_command (BenchProgram *self, const char *line)
{
  gint64 elapsed, processor, own;

  if (sscanf (line, "A %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &elapsed, &processor,
              &own) != 3)
    g_error ("the probe says: %s", line);
  self->began_elapsed = (double) elapsed * 1e-9;
  self->own = (double) own * 1e-9;
  self->began_processor = (double) processor * 1e-9;
  self->painted_elapsed = self->began_elapsed;
  self->painted_processor = self->began_processor;
  self->frames = 0;
  self->changed = FALSE;
  self->begun = TRUE;
}

/* Reads what the probe has told by now. */
static void
listen (BenchProgram *self)
{
  char bytes[4096];
  gssize length;
  char *end;

  while ((length = read (self->out, bytes, sizeof bytes)) > 0)
    g_string_append_len (self->text, bytes, length);
  while ((end = strchr (self->text->str, '\n')) != NULL) {
    g_autofree char *line = g_strndup (self->text->str, (gsize) (end - self->text->str));

    g_string_erase (self->text, 0, end - self->text->str + 1);
    if (line[0] == 'F')
      note_frame (self, line);
    else if (line[0] == 'A')
      note_command (self, line);
    else
      self->refused = TRUE;
  }
}

/* Waits until the program uses no processor time worth the name; returns what it had used when that began. */
static double
wait_for_rest (BenchProgram *self)
{
  double deadline = read_clock (CLOCK_MONOTONIC) + PATIENCE;
  double still_since = read_clock (CLOCK_MONOTONIC);
  double processor = read_clock (self->clock);

  for (;;) {
    struct pollfd told = { .fd = self->out, .events = POLLIN };
    double at = read_clock (CLOCK_MONOTONIC);
    double used;

    poll (&told, 1, 10);
    if ((told.revents & POLLHUP) != 0)
      g_error ("a program ended before it was measured");
    listen (self);
    used = read_clock (self->clock);
    if (self->refused)
      return used;
    if (used - processor > REST_PROCESSOR || self->frames == 0) {
      processor = used;
      still_since = at;
    } else if (at - still_since > REST_ELAPSED) {
      return processor;
    }
    if (at > deadline)
      g_error ("a program painted nothing, or did not come to rest, within %g seconds", PATIENCE);
  }
}

static void
sum_up (BenchProgram *self, double ready, BenchCost *cost)
{
  *cost = (BenchCost) {
    .painted_elapsed = self->painted_elapsed - self->began_elapsed,
    .painted_processor = self->painted_processor - self->began_processor,
    .ready_processor = MAX (ready - self->own, self->painted_processor) - self->began_processor,
    .frames = self->frames,
    .changed = self->changed,
  };
}

static void
make_pipes (BenchProgram *self, GSubprocessLauncher *launcher)
{
  g_autofree char *probe = bench_program_path ("libspil-probe.so");
  int commands[2], told[2];

  if (!g_unix_open_pipe (commands, O_CLOEXEC, NULL) || !g_unix_open_pipe (told, O_CLOEXEC, NULL))
    g_error ("no pipes");
  self->in = commands[1];
  self->out = told[0];
  g_unix_set_fd_nonblocking (self->out, TRUE, NULL);
  g_subprocess_launcher_take_fd (launcher, commands[0], 3);
  g_subprocess_launcher_take_fd (launcher, told[1], 4);
  g_subprocess_launcher_setenv (launcher, "SPIL_PROBE_IN", "3", TRUE);
  g_subprocess_launcher_setenv (launcher, "SPIL_PROBE_OUT", "4", TRUE);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", probe, TRUE);
}

BenchProgram *
bench_program_start (const char *const *argv, BenchCost *cost)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  BenchProgram *self = g_new0 (BenchProgram, 1);

  self->text = g_string_new (NULL);
  make_pipes (self, launcher);
  self->began_elapsed = read_clock (CLOCK_MONOTONIC);
  self->process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  if (self->process == NULL)
    g_error ("%s", error->message);
  g_subprocess_launcher_close (launcher);
  self->pid = atoi (g_subprocess_get_identifier (self->process));
  if (clock_getcpuclockid (self->pid, &self->clock) != 0)
    g_error ("a program ended before it was measured");
  sum_up (self, wait_for_rest (self), cost);
  return self;
}

static void
ask (BenchProgram *self, const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);

  self->frames = 0;
  self->refused = FALSE;
  self->begun = FALSE;
  if (write (self->in, line, strlen (line)) < 0)
    g_error ("a program takes no commands any more");
}

gboolean
bench_program_do (BenchProgram *self, const char *command, BenchCost *cost)
{
  ask (self, command);
  sum_up (self, wait_for_rest (self), cost);
  return !self->refused;
}

gboolean
bench_program_do_frame (BenchProgram *self, const char *command, BenchCost *cost)
{
  double deadline = read_clock (CLOCK_MONOTONIC) + PATIENCE;

  ask (self, command);
  while (!self->refused && (!self->begun || self->frames == 0)) {
    struct pollfd told = { .fd = self->out, .events = POLLIN };

    poll (&told, 1, 10);
    if ((told.revents & POLLHUP) != 0 || read_clock (CLOCK_MONOTONIC) > deadline)
      g_error ("a program ended, or painted nothing within %g seconds", PATIENCE);
    listen (self);
  }
  sum_up (self, self->painted_processor + self->own, cost);
  return !self->refused;
}

double
bench_program_get_memory (BenchProgram *self, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", self->pid);
  g_autofree char *key = g_strdup_printf ("\n%s:", name);
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (found = strstr (text, key)) == NULL)
    g_error ("%s cannot be read", path);
  return (double) g_ascii_strtoll (found + strlen (key), NULL, 10) * 1024 / 1e6;
}

void
bench_program_get_activity (BenchProgram *self, int64_t *wakeups, int64_t *frames)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", self->pid);
  g_autoptr (GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;

  listen (self);
  *frames = self->all_frames;
  *wakeups = 0;
  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL) {
    g_autofree char *status = g_build_filename (path, task, "status", NULL);
    g_autofree char *text = NULL;
    const char *found;

    if (g_file_get_contents (status, &text, NULL, NULL) &&
        (found = strstr (text, "\nvoluntary_ctxt_switches:")) != NULL)
      *wakeups += g_ascii_strtoll (found + strlen ("\nvoluntary_ctxt_switches:"), NULL, 10);
  }
}

void
bench_program_stop (BenchProgram *self)
{
  gboolean asked = write (self->in, "quit\n", 5) == 5;

  for (int i = 0; asked && i < 500 && g_subprocess_get_identifier (self->process) != NULL; i++)
    g_usleep (10000);
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  close (self->in);
  close (self->out);
  g_object_unref (self->process);
  g_string_free (self->text, TRUE);
  g_free (self);
}

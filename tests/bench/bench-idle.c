// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A minute in which nobody does anything: how often the threads wake up and how many frames are painted, next to an empty window. */
#include "bench-program.h"

typedef struct
{
  BenchProgram *program;
  int64_t wakeups;
  int64_t frames;
} Watched;

static void
start (Watched *self, const char *const *argv)
{
  BenchCost cost;

  self->program = bench_program_start (argv, &cost);
}

static void
look_away (Watched *self)
{
  bench_program_get_activity (self->program, &self->wakeups, &self->frames);
}

static void
look_again (Watched *self, BenchSeries *wakeups, BenchSeries *frames)
{
  int64_t later_wakeups, later_frames;

  bench_program_get_activity (self->program, &later_wakeups, &later_frames);
  bench_series_add_amount (wakeups, (double) (later_wakeups - self->wakeups));
  bench_series_add_amount (frames, (double) (later_frames - self->frames));
}

int
main (void)
{
  g_autofree char *floor_path = bench_program_path ("floor-window");
  g_autofree char *path = bench_program_path ("spil");
  g_autofree char *dir = g_build_filename (bench_dir (), "many", NULL);
  const char *const floor_argv[] = { floor_path, NULL };
  const char *const argv[] = { path, "--data", dir, "--page", "employers", NULL };
  Watched watched[2] = { 0 };
  BenchSeries wakeups[2], frames[2];

  start (&watched[0], floor_argv);
  start (&watched[1], argv);
  /* What a program does soon after its start is not its rest: the last blink of a cursor, the end of unused threads. */
  g_usleep (25 * G_USEC_PER_SEC);
  for (int i = 0; i < 2; i++)
    look_away (&watched[i]);
  g_usleep ((gulong) bench_runs (60) * G_USEC_PER_SEC);
  for (int i = 0; i < 2; i++) {
    bench_series_init (&wakeups[i]);
    bench_series_init (&frames[i]);
    look_again (&watched[i], &wakeups[i], &frames[i]);
  }
  /* Only now: the window that is left sees the other one go. */
  for (int i = 0; i < 2; i++)
    bench_program_stop (watched[i].program);
  bench_report (&(BenchRow) { .figure = "Idle on Werkgevers for a minute: wake-ups",
                              .floor = "an empty AdwApplicationWindow",
                              .unit = "times",
                              .target = { .more = 1 } },
                &wakeups[1], &wakeups[0]);
  bench_report (&(BenchRow) { .figure = "Idle on Werkgevers for a minute: frames",
                              .floor = "an empty AdwApplicationWindow",
                              .unit = "frames",
                              .target = { .more = 0.5 } },
                &frames[1], &frames[0]);
  for (int i = 0; i < 2; i++) {
    bench_series_clear (&wakeups[i]);
    bench_series_clear (&frames[i]);
  }
  return 0;
}

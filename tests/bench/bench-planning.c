// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The planning in the window: opening it, a frame while panning, scrolling, zooming and dragging a bar with what follows it, and a key that
 * moves an activity, until all rests. What a frame may take is a frame of a display of 60 Hz.
 */
#include "bench-program.h"

#define FRAME (1 / 60.0)
/* In units of the screen: how far a bar is dragged. */
#define REACH 310

#define N_PLANNINGS 3

typedef struct
{
  const char *data;
  const char *what;
  BenchTarget opening;
  BenchProgram *program;
  BenchSeries opened;
} Planning;

static void
must (gboolean done, const char *command)
{
  if (!done)
    g_error ("the planning cannot '%s'", command);
}

/* Opening */

static BenchProgram *
start (const char *data, BenchSeries *opened)
{
  g_autofree char *path = bench_program_path (data != NULL ? "spil" : "floor-window");
  g_autofree char *dir = data != NULL ? g_build_filename (bench_dir (), data, NULL) : NULL;
  const char *const argv[] = { path, data != NULL ? "--data" : NULL, dir, "--page", "planning", NULL };
  BenchCost cost;
  BenchProgram *program = bench_program_start (argv, &cost);

  if (opened != NULL)
    bench_series_add (opened, cost.painted_elapsed, cost.painted_processor);
  return program;
}

static void
measure_opening (Planning *plannings)
{
  g_auto (BenchSeries) floor = { 0 };
  int runs = bench_runs (20);

  bench_series_init (&floor);
  for (int run = 0; run <= runs; run++) {
    bench_program_stop (start (NULL, run > 0 ? &floor : NULL));
    for (int i = 0; i < N_PLANNINGS; i++)
      bench_program_stop (start (plannings[i].data, run > 0 ? &plannings[i].opened : NULL));
  }
  for (int i = 0; i < N_PLANNINGS; i++) {
    g_autofree char *figure = g_strdup_printf ("%s: opening", plannings[i].what);

    bench_report (&(BenchRow) { .figure = figure,
                                .floor = "an empty AdwApplicationWindow",
                                .clock = BENCH_PROCESSOR,
                                .target = plannings[i].opening },
                  &plannings[i].opened, &floor);
  }
}

/* Frames, each after one command */

typedef struct
{
  const char *what;
  char *(*dup_command) (int run);
} Motion;

static char *
dup_pan (int run)
{
  return g_strdup_printf ("pan %d", run / 20 % 2 == 0 ? 37 : -37);
}

static char *
dup_rows (int run)
{
  return g_strdup_printf ("rows %d", run / 4 % 2 == 0 ? 57 : -57);
}

static char *
dup_zoom (int run)
{
  return g_strdup (run / 8 % 2 == 0 ? "press <Control>plus" : "press <Control>minus");
}

static char *
dup_drag (int run)
{
  int at = run * 31 % (2 * REACH);

  return g_strdup_printf ("drag %d", at < REACH ? at : 2 * REACH - at);
}

static void
measure_motion (Planning *self, const Motion *motion)
{
  g_autofree char *figure = g_strdup_printf ("%s: a frame while %s", self->what, motion->what);
  g_auto (BenchSeries) series = { 0 };
  int runs = bench_runs (400);

  bench_series_init (&series);
  for (int run = 0; run < runs; run++) {
    g_autofree char *command = motion->dup_command (run);
    BenchCost cost;

    must (bench_program_do_frame (self->program, command, &cost), command);
    bench_series_add (&series, cost.painted_elapsed, cost.painted_processor);
  }
  bench_report (
      &(BenchRow) { .figure = figure, .clock = BENCH_PROCESSOR, .target = { .median = FRAME, .p99 = FRAME } },
      &series, NULL);
}

static void
measure_motions (Planning *self)
{
  static const Motion pan = { "panning", dup_pan }, rows = { "scrolling", dup_rows },
                      zoom = { "zooming", dup_zoom }, drag = { "dragging a bar", dup_drag };
  BenchCost cost;

  measure_motion (self, &pan);
  measure_motion (self, &rows);
  measure_motion (self, &zoom);
  must (bench_program_do_frame (self->program, "grasp", &cost), "grasp");
  measure_motion (self, &drag);
  must (bench_program_do (self->program, "press Escape", &cost), "press Escape");
}

/* A key that moves the last activity, which nothing follows: until the page shows what was stored, and all rests. */
static void
measure_key (Planning *self)
{
  g_autofree char *figure = g_strdup_printf ("%s: a key that moves one, stored and shown anew", self->what);
  g_auto (BenchSeries) series = { 0 };
  int runs = bench_runs (20);
  BenchCost cost;

  bench_series_init (&series);
  must (bench_program_do (self->program, "press End", &cost), "press End");
  for (int run = 0; run < runs; run++) {
    const char *command = run % 2 == 0 ? "press <Alt>Right" : "press <Alt>Left";

    must (bench_program_do (self->program, command, &cost), command);
    bench_series_add (&series, cost.painted_elapsed, cost.ready_processor);
  }
  bench_report (&(BenchRow) { .figure = figure, .clock = BENCH_PROCESSOR }, &series, NULL);
}

int
main (void)
{
  Planning plannings[N_PLANNINGS] = {
    { .data = "planning-demo", .what = "The planning of the demo" },
    { .data = "planning-1000", .what = "A planning of 1,000", .opening = { .more = 0.1 } },
    { .data = "planning-10000", .what = "A planning of 10,000" },
  };

  for (int i = 0; i < N_PLANNINGS; i++)
    bench_series_init (&plannings[i].opened);
  measure_opening (plannings);
  for (int i = 0; i < N_PLANNINGS; i++) {
    plannings[i].program = start (plannings[i].data, NULL);
    measure_motions (&plannings[i]);
    measure_key (&plannings[i]);
    bench_program_stop (plannings[i].program);
    bench_series_clear (&plannings[i].opened);
  }
  return 0;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* From exec to the painted page, to rest, and what memory is then in use: the window with nothing in it, and Spil. */
#include "bench-program.h"

/* A program with its databases. */
typedef struct
{
  const char *what;
  char *argv[6];
  BenchSeries painted;
  BenchSeries ready;
  BenchSeries memory;
  BenchSeries resident;
} Start;

static void
start_init (Start *self, const char *what, const char *program, const char *data, const char *page)
{
  *self = (Start) { .what = what };
  self->argv[0] = bench_program_path (program);
  if (data != NULL) {
    self->argv[1] = g_strdup ("--data");
    self->argv[2] = g_build_filename (bench_dir (), data, NULL);
    self->argv[3] = g_strdup ("--page");
    self->argv[4] = g_strdup (page);
  }
  bench_series_init (&self->painted);
  bench_series_init (&self->ready);
  bench_series_init (&self->memory);
  bench_series_init (&self->resident);
}

static void
start_clear (Start *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->argv); i++)
    g_free (self->argv[i]);
  bench_series_clear (&self->painted);
  bench_series_clear (&self->ready);
  bench_series_clear (&self->memory);
  bench_series_clear (&self->resident);
}

static void
run_once (Start *self, gboolean counts)
{
  BenchCost cost;
  BenchProgram *program = bench_program_start ((const char *const *) self->argv, &cost);

  if (counts) {
    bench_series_add (&self->painted, cost.painted_elapsed, cost.painted_processor);
    bench_series_add (&self->ready, cost.painted_elapsed, cost.ready_processor);
    bench_series_add_amount (&self->memory, bench_program_get_memory (program, "Pss"));
    bench_series_add_amount (&self->resident, bench_program_get_memory (program, "Rss"));
  }
  bench_program_stop (program);
}

static void
run_all (Start *starts, int n_starts, int runs)
{
  for (int run = 0; run <= runs; run++)
    for (int i = 0; i < n_starts; i++)
      run_once (&starts[(run + i) % n_starts], run > 0);
}

static void
report (const Start *self, const Start *floor)
{
  g_autofree char *painted = g_strdup_printf ("Start on %s: to the painted page", self->what);
  g_autofree char *ready = g_strdup_printf ("Start on %s: until it rests", self->what);
  g_autofree char *memory = g_strdup_printf ("Memory at rest on %s: PSS", self->what);
  g_autofree char *resident = g_strdup_printf ("Memory at rest on %s: RSS", self->what);

  bench_report (
      &(BenchRow) {
          .figure = painted, .floor = floor->what, .clock = BENCH_PROCESSOR, .target = { .ratio = 1.6 } },
      &self->painted, &floor->painted);
  bench_report (
      &(BenchRow) {
          .figure = ready, .floor = floor->what, .clock = BENCH_PROCESSOR, .target = { .ratio = 2 } },
      &self->ready, &floor->ready);
  bench_report (
      &(BenchRow) { .figure = memory, .floor = floor->what, .unit = "MB", .target = { .ratio = 1.5 } },
      &self->memory, &floor->memory);
  /* What other programs share makes PSS smaller; RSS does not depend on them. */
  bench_report (&(BenchRow) { .figure = resident, .floor = floor->what, .unit = "MB" }, &self->resident,
                &floor->resident);
}

int
main (void)
{
  enum
  {
    EMPTY,
    PLAN,
    MANY,
    PLANNING,
    FEW_EMPLOYERS,
    MANY_EMPLOYERS,
    N_STARTS
  };
  Start starts[N_STARTS];

  start_init (&starts[EMPTY], "an empty AdwApplicationWindow", "floor-window", NULL, NULL);
  start_init (&starts[PLAN], "the plan", "spil", "plan", "home");
  start_init (&starts[MANY], "100,000 employers", "spil", "many", "home");
  start_init (&starts[PLANNING], "a plan of 1,000 activities", "spil", "few", "planning");
  start_init (&starts[FEW_EMPLOYERS], "the same with 100", "spil", "few", "employers");
  start_init (&starts[MANY_EMPLOYERS], "100,000", "spil", "many", "employers");
  run_all (starts, N_STARTS, bench_runs (15));
  report (&starts[PLAN], &starts[EMPTY]);
  report (&starts[MANY], &starts[EMPTY]);
  bench_report (&(BenchRow) { .figure = "Opening Werkgevers with 100,000 employers",
                              .floor = starts[FEW_EMPLOYERS].what,
                              .clock = BENCH_PROCESSOR,
                              .target = { .more = 0.02 } },
                &starts[MANY_EMPLOYERS].painted, &starts[FEW_EMPLOYERS].painted);
  bench_report (&(BenchRow) { .figure = "Opening a plan of 1,000 activities",
                              .floor = starts[EMPTY].what,
                              .clock = BENCH_PROCESSOR,
                              .target = { .more = 0.1 } },
                &starts[PLANNING].painted, &starts[EMPTY].painted);
  for (int i = 0; i < N_STARTS; i++)
    start_clear (&starts[i]);
  return 0;
}

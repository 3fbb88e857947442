// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* From exec to the painted page of what bench-money left: 100,000 bookings and 5,000 applications. The floor is a window with nothing in it. */
#include "bench-program.h"

static void
run_once (const char *const *argv, gboolean counts, BenchSeries *painted)
{
  BenchCost cost;
  BenchProgram *program = bench_program_start (argv, &cost);

  if (counts)
    bench_series_add (painted, cost.painted_elapsed, cost.painted_processor);
  bench_program_stop (program);
}

static void
measure (const char *page, const char *figure, double more)
{
  g_autofree char *empty = bench_program_path ("floor-window");
  g_autofree char *spil = bench_program_path ("spil");
  g_autofree char *data = g_build_filename (bench_dir (), "money", NULL);
  const char *const floor[] = { empty, NULL };
  const char *const opened[] = { spil, "--data", data, "--page", page, NULL };
  g_auto (BenchSeries) painted = { 0 };
  g_auto (BenchSeries) bare = { 0 };

  if (!g_file_test (data, G_FILE_TEST_IS_DIR))
    g_error ("There is no database of bookings; measure money first.");
  bench_series_init (&painted);
  bench_series_init (&bare);
  for (int run = 0; run <= bench_runs (10); run++) {
    run_once (floor, run > 0, &bare);
    run_once (opened, run > 0, &painted);
  }
  bench_report (&(BenchRow) { .figure = figure,
                              .floor = "an empty AdwApplicationWindow",
                              .clock = BENCH_PROCESSOR,
                              .target = { .more = more } },
                &painted, &bare);
}

int
main (void)
{
  measure ("budget", "Opening Begroting with 100,000 bookings", 0.6);
  measure ("fund", "Opening Fonds with 5,000 applications", 0.6);
  return 0;
}

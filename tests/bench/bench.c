// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench.h"

#include <math.h>
#include <time.h>

static const clockid_t clocks[BENCH_CLOCKS] = { CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID };

static double
now (BenchClock clock)
{
  struct timespec time;

  clock_gettime (clocks[clock], &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

void
bench_series_init (BenchSeries *self)
{
  for (int i = 0; i < BENCH_CLOCKS; i++)
    self->values[i] = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_series_clear (BenchSeries *self)
{
  for (int i = 0; i < BENCH_CLOCKS; i++)
    g_clear_pointer (&self->values[i], g_array_unref);
}

void
bench_series_add (BenchSeries *self, double elapsed, double processor)
{
  g_array_append_val (self->values[BENCH_ELAPSED], elapsed);
  g_array_append_val (self->values[BENCH_PROCESSOR], processor);
}

void
bench_series_add_amount (BenchSeries *self, double amount)
{
  bench_series_add (self, amount, amount);
}

int
bench_series_get_length (const BenchSeries *self)
{
  return (int) self->values[BENCH_ELAPSED]->len;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_series_quantile (const BenchSeries *self, BenchClock clock, double share)
{
  g_autoptr (GArray) sorted = g_array_copy (self->values[clock]);
  double place, below;

  if (sorted->len == 0)
    return NAN;
  g_array_sort (sorted, compare_doubles);
  place = share * (sorted->len - 1);
  below = g_array_index (sorted, double, (guint) floor (place));
  return below + (g_array_index (sorted, double, (guint) ceil (place)) - below) * (place - floor (place));
}

void
bench_timer_start (BenchTimer *self)
{
  for (int i = 0; i < BENCH_CLOCKS; i++)
    self->began[i] = now ((BenchClock) i);
}

void
bench_timer_stop (const BenchTimer *self, BenchSeries *series)
{
  double processor = now (BENCH_PROCESSOR) - self->began[BENCH_PROCESSOR];

  bench_series_add (series, now (BENCH_ELAPSED) - self->began[BENCH_ELAPSED], processor);
}

static void
measure_one (const BenchThing *thing, int run, BenchSeries *series)
{
  BenchTimer timer;

  if (thing->prepare != NULL)
    thing->prepare (thing->data, run);
  bench_timer_start (&timer);
  thing->run (thing->data, run);
  if (series != NULL)
    bench_timer_stop (&timer, series);
}

void
bench_measure (int runs, const BenchThing *things, BenchSeries *series, int n_things)
{
  for (int run = 0; run <= runs; run++)
    for (int i = 0; i < n_things; i++) {
      int which = (run + i) % n_things;

      measure_one (&things[which], run, run == 0 ? NULL : &series[which]);
    }
}

int
bench_runs (int runs)
{
  return g_getenv ("SPIL_BENCH_QUICK") != NULL ? MAX (2, runs / 10) : runs;
}

const char *
bench_dir (void)
{
  const char *dir = g_getenv ("SPIL_BENCH_DIR");

  if (dir == NULL)
    g_error ("SPIL_BENCH_DIR is not set: start the benchmarks with ./dev bench");
  return dir;
}

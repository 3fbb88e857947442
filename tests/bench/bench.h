// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the benchmarks share: measuring, and a line of the table that `./dev bench` prints. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a run costs: seconds that pass, and seconds of processor time of all threads. */
typedef enum
{
  BENCH_ELAPSED,
  BENCH_PROCESSOR,
} BenchClock;

#define BENCH_CLOCKS 2

/** The costs of runs of one thing, in the order of the runs. Quantities other than time stand under BENCH_ELAPSED. */
typedef struct
{
  GArray *values[BENCH_CLOCKS]; /**< of double */
} BenchSeries;

void bench_series_init (BenchSeries *self);
void bench_series_clear (BenchSeries *self);
void bench_series_add (BenchSeries *self, double elapsed, double processor);
/** Adds a quantity that is no time. */
void bench_series_add_amount (BenchSeries *self, double amount);
/** The value that @share (0 to 1) of the runs do not exceed; 0.5 is the median. NaN without runs. */
double bench_series_quantile (const BenchSeries *self, BenchClock clock, double share);
int bench_series_get_length (const BenchSeries *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchSeries, bench_series_clear)

/** Between start and stop: what passes on both clocks. */
typedef struct
{
  double began[BENCH_CLOCKS];
} BenchTimer;

void bench_timer_start (BenchTimer *self);
void bench_timer_stop (const BenchTimer *self, BenchSeries *series);

/** One run of something; @run counts from 0. What it does besides the part to be measured goes into the prepare function. */
typedef void (*BenchFunc) (gpointer data, int run);

/** A thing to be measured. */
typedef struct
{
  BenchFunc prepare; /**< not measured; may be NULL */
  BenchFunc run;
  gpointer data;
} BenchThing;

/**
 * Runs each of @things in turn, @runs times, after one round that does not count; the first of a round is another
 * one each time. So whatever else the machine does meets all of them alike.
 */
void bench_measure (int runs, const BenchThing *things, BenchSeries *series, int n_things);

/** What a figure should be; members that are 0 ask nothing. Times are seconds, amounts are in the unit of the row. */
typedef struct
{
  double ratio; /**< median to the floor's median */
  double ratio_p99; /**< 99 % to the floor's 99 % */
  double more; /**< median beyond the floor's */
  double more_processor; /**< the same in processor time, whatever the clock of the row */
  double median;
  double p99;
} BenchTarget;

/** A line of the table. */
typedef struct
{
  const char *figure;
  const char *floor; /**< what the floor is; NULL: there is none */
  const char *unit; /**< NULL: times, shown in ms; else the unit of amounts */
  BenchClock clock; /**< which one is shown and judged */
  BenchTarget target;
} BenchRow;

/** Prints the line, and appends it to the file that SPIL_BENCH_JSON names, as a line of JSON. @floor may be NULL. */
void bench_report (const BenchRow *row, const BenchSeries *subject, const BenchSeries *floor);
/** Prints the heads of the columns; once, before all programs. */
void bench_print_head (void);

/** @runs, or a tenth of it when a quick look will do (SPIL_BENCH_QUICK is set), but 2 at least. */
int bench_runs (int runs);

/** The folder for the files of a benchmark, on the disk of the build folder: SPIL_BENCH_DIR, which must be set. */
const char *bench_dir (void);

G_END_DECLS

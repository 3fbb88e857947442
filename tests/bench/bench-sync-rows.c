// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>

#include "bench-mirror.h"
#include "bench-organisations.h"
#include "bench-sync.h"

#define RUNS 20

typedef struct
{
  const BenchSpace *space;
  SpilAction *action;
  BenchMirror *mirror;
  SpilStore *source;
  SpilStore *receiver;
  GBytes *segment;
} Rows;

enum
{
  PLAIN_BY_ROW,
  PLAIN_REBUILT,
  WRITE,
  APPLY,
  N_THINGS,
};

static void
prepare_plain (gpointer data, int run)
{
  bench_mirror_open (((Rows *) data)->mirror, "sync-plain");
}

static void
insert_by_row (gpointer data, int run)
{
  bench_mirror_insert (((Rows *) data)->mirror, BENCH_SEARCH_BY_ROW);
}

static void
insert_rebuilt (gpointer data, int run)
{
  bench_mirror_insert (((Rows *) data)->mirror, BENCH_SEARCH_REBUILT);
}

static void
prepare_write (gpointer data, int run)
{
  Rows *self = data;

  g_clear_pointer (&self->source, spil_store_close);
  self->source = bench_store_new ("sync-source");
}

static void
write_rows (gpointer data, int run)
{
  Rows *self = data;
  g_autoptr (GError) error = NULL;

  spil_store_commit_bulk (self->source, self->action, &error);
  bench_assert_no_error (error);
}

static void
pack (gpointer data, int run)
{
  Rows *self = data;

  g_clear_pointer (&self->segment, g_bytes_unref);
  self->segment = bench_space_pack (self->space, self->source, 1, bench_last_entry (self->source));
}

static void
prepare_apply (gpointer data, int run)
{
  Rows *self = data;

  if (self->segment == NULL)
    pack (self, run);
  g_clear_pointer (&self->receiver, spil_store_close);
  self->receiver = bench_receiver_store_new ("sync-receiver");
}

static void
apply (gpointer data, int run)
{
  Rows *self = data;

  bench_receive (self->space, self->receiver, &self->segment, 1);
}

static int64_t
plain_size (Rows *self, BenchFunc insert)
{
  g_autofree char *path = g_build_filename (bench_dir (), "sync-plain", "plain.db", NULL);
  GStatBuf status;

  prepare_plain (self, 0);
  insert (self, 0);
  bench_mirror_close (self->mirror);
  if (g_stat (path, &status) != 0)
    g_error ("%s is gone", path);
  return status.st_size;
}

static void
report_sizes (Rows *self)
{
  g_auto (BenchSeries) bytes = { 0 };
  g_auto (BenchSeries) file = { 0 };
  g_auto (BenchSeries) plain = { 0 };

  bench_series_init (&bytes);
  bench_series_init (&file);
  bench_series_init (&plain);
  bench_series_add_amount (&bytes, (double) g_bytes_get_size (self->segment) / 1e3);
  bench_series_add_amount (&file, (double) bench_close_to_size (g_steal_pointer (&self->receiver)) / 1e6);
  bench_series_add_amount (
      &plain, (double) MIN (plain_size (self, insert_by_row), plain_size (self, insert_rebuilt)) / 1e6);
  bench_report (&(BenchRow) { .figure = "Sync, 10000 rows, bytes on the carrier",
                              .unit = "kB",
                              .target = { .median = 610 } },
                &bytes, NULL);
  bench_report (
      &(BenchRow) { .figure = "Sync, 10000 rows, receiver's database with log and segment",
                    .floor = "plain SQLite, all tables and indexes of the store but log and segment",
                    .unit = "MB",
                    .target = { .ratio = 1.3 } },
      &file, &plain);
}

static void
report_times (BenchSeries *series, const BenchSeries *packing)
{
  gboolean by_row = bench_series_quantile (&series[PLAIN_BY_ROW], BENCH_ELAPSED, 0.5) <
                    bench_series_quantile (&series[PLAIN_REBUILT], BENCH_ELAPSED, 0.5);
  const BenchSeries *floor = &series[by_row ? PLAIN_BY_ROW : PLAIN_REBUILT];
  const char *floor_is = by_row ? "plain SQLite, same tables and indexes, FTS5 row by row"
                                : "plain SQLite, same tables and indexes, FTS5 rebuilt";

  bench_report (&(BenchRow) { .figure = "Sync, 10000 rows, write with capture",
                              .floor = floor_is,
                              .clock = BENCH_ELAPSED,
                              .target = { .median = 0.120 } },
                &series[WRITE], floor);
  bench_report (&(BenchRow) { .figure = "Sync, 10000 rows, pack: compress, encrypt, sign",
                              .clock = BENCH_ELAPSED,
                              .target = { .median = 0.025 } },
                packing, NULL);
  bench_report (&(BenchRow) { .figure = "Sync, 10000 rows, apply with search index",
                              .floor = floor_is,
                              .clock = BENCH_ELAPSED,
                              .target = { .median = 0.150 } },
                &series[APPLY], floor);
}

void
bench_sync_rows (const BenchSpace *space)
{
  g_autoptr (SpilAction) action = bench_organisations_new (BENCH_SYNC_ROWS, 1);
  Rows rows = { .space = space, .action = action };
  const BenchThing things[N_THINGS] = { [PLAIN_BY_ROW] = { prepare_plain, insert_by_row, &rows },
                                        [PLAIN_REBUILT] = { prepare_plain, insert_rebuilt, &rows },
                                        [WRITE] = { prepare_write, write_rows, &rows },
                                        [APPLY] = { prepare_apply, apply, &rows } };
  const BenchThing packing = { NULL, pack, &rows };
  BenchSeries series[N_THINGS];
  g_auto (BenchSeries) packed = { 0 };

  rows.source = bench_store_new ("sync-source");
  rows.mirror = bench_mirror_new (rows.source, action);
  write_rows (&rows, 0);
  for (int i = 0; i < N_THINGS; i++)
    bench_series_init (&series[i]);
  bench_series_init (&packed);
  bench_measure (bench_runs (RUNS), things, series, N_THINGS);
  bench_measure (bench_runs (RUNS), &packing, &packed, 1);
  report_times (series, &packed);
  report_sizes (&rows);

  for (int i = 0; i < N_THINGS; i++)
    bench_series_clear (&series[i]);
  spil_store_close (rows.source);
  g_bytes_unref (rows.segment);
  bench_mirror_free (rows.mirror);
}

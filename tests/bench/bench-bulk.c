// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Many rows at once: through the store, with its log, undo, audit and search index, and by plain SQLite into the same tables. */
#include "bench-mirror.h"

#define EMPLOYERS 5000
#define CONTACTS_EACH 10

typedef struct
{
  SpilAction *action;
  SpilStore *store;
  BenchMirror *mirror;
} Bulk;

static void
close_databases (Bulk *self)
{
  g_clear_pointer (&self->store, spil_store_close);
  bench_mirror_close (self->mirror);
}

static void
prepare_store (gpointer data, int run)
{
  Bulk *self = data;

  close_databases (self);
  self->store = bench_store_new ("bulk");
}

static void
insert_by_store (gpointer data, int run)
{
  Bulk *self = data;
  g_autoptr (GError) error = NULL;

  spil_store_commit_bulk (self->store, self->action, &error);
  bench_assert_no_error (error);
}

static void
prepare_plain (gpointer data, int run)
{
  Bulk *self = data;

  close_databases (self);
  bench_mirror_open (self->mirror, "bulk-plain");
}

static void
insert_plainly (gpointer data, int run)
{
  Bulk *self = data;

  bench_mirror_insert (self->mirror, BENCH_SEARCH_REBUILT);
}

int
main (void)
{
  g_autoptr (SpilAction) action = bench_rows_new (EMPLOYERS, CONTACTS_EACH);
  Bulk bulk = { .action = action, .store = bench_store_new ("bulk") };
  const BenchThing things[] = { { prepare_plain, insert_plainly, &bulk },
                                { prepare_store, insert_by_store, &bulk } };
  g_autofree char *figure = g_strdup_printf ("Store, %d rows at once", EMPLOYERS * (1 + CONTACTS_EACH));
  BenchSeries series[2];
  BenchRow row = {
    .figure = figure,
    .floor = "plain SQLite, same tables and indexes, FTS5 rebuilt",
    .clock = BENCH_ELAPSED,
    .target = { .ratio = 1.5 },
  };

  bulk.mirror = bench_mirror_new (bulk.store, action);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (20), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  row.clock = BENCH_PROCESSOR;
  bench_report (&row, &series[1], &series[0]);

  close_databases (&bulk);
  bench_mirror_free (bulk.mirror);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
  return 0;
}

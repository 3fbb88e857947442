// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* One contact moment, safe on the disk: with log, undo and audit, and as one row of plain SQLite. */
#include "bench-rows.h"

#define EMPLOYERS 1000
#define CONTACTS_EACH 10

typedef struct
{
  SpilStore *store;
  SpilId organisation;
  SpilAction *action;
  sqlite3 *plain;
  sqlite3_stmt *insert;
  char *note;
} Commit;

static void
prepare_contact (gpointer data, int run)
{
  Commit *self = data;

  g_clear_pointer (&self->action, spil_action_free);
  self->action = bench_contact_new (self->organisation, run);
}

static void
commit_contact (gpointer data, int run)
{
  Commit *self = data;
  g_autoptr (GError) error = NULL;

  spil_store_commit (self->store, self->action, &error);
  bench_assert_no_error (error);
}

static void
prepare_note (gpointer data, int run)
{
  Commit *self = data;

  g_free (self->note);
  self->note = bench_note_new (run);
}

static void
commit_note (gpointer data, int run)
{
  Commit *self = data;

  sqlite3_bind_int (self->insert, 1, run);
  sqlite3_bind_text (self->insert, 2, self->note, -1, SQLITE_STATIC);
  bench_plain_check (self->plain, sqlite3_step (self->insert));
  sqlite3_reset (self->insert);
}

static void
open_databases (Commit *self)
{
  g_autoptr (SpilAction) rows = bench_rows_new (EMPLOYERS, CONTACTS_EACH);
  g_autoptr (GError) error = NULL;

  self->organisation = ((SpilChange *) g_ptr_array_index (rows->changes, 0))->id;
  self->store = bench_store_new ("commit");
  spil_store_commit_bulk (self->store, rows, &error);
  bench_assert_no_error (error);
  self->plain = bench_plain_open ("commit-plain");
  bench_plain_run (self->plain, "CREATE TABLE note (row INTEGER PRIMARY KEY, number INTEGER, text TEXT)");
  bench_plain_check (self->plain,
                     sqlite3_prepare_v2 (self->plain, "INSERT INTO note (number, text) VALUES (?, ?)", -1,
                                         &self->insert, NULL));
}

int
main (void)
{
  Commit commit = { 0 };
  const BenchThing things[] = { { prepare_note, commit_note, &commit },
                                { prepare_contact, commit_contact, &commit } };
  BenchSeries series[2];

  open_databases (&commit);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (1000), things, series, 2);
  bench_report (&(BenchRow) { .figure = "Store, one contact moment, durable",
                              .floor = "one row of plain SQLite, durable",
                              .clock = BENCH_ELAPSED,
                              .target = { .ratio = 1.1, .more_processor = 0.0002 } },
                &series[1], &series[0]);

  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
  sqlite3_finalize (commit.insert);
  sqlite3_close (commit.plain);
  spil_store_close (commit.store);
  spil_action_free (commit.action);
  g_free (commit.note);
  return 0;
}

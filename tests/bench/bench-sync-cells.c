// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The session extension is in the library, but declared only for those who ask. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK

#include "bench-mirror.h"
#include "bench-organisations.h"
#include "bench-sync.h"
#include "spil-text.h"

#define RUNS 10

static const int fields[] = {
  SPIL_ORGANISATION_NAME,         SPIL_ORGANISATION_KIND,   SPIL_ORGANISATION_KVK_NUMBER,
  SPIL_ORGANISATION_SECTOR,       SPIL_ORGANISATION_STREET, SPIL_ORGANISATION_STAFF_COUNT,
  SPIL_ORGANISATION_HOUSE_NUMBER, SPIL_ORGANISATION_TOWN,   SPIL_ORGANISATION_POSTCODE,
  SPIL_ORGANISATION_WEBSITE,
};

typedef struct
{
  const BenchSpace *space;
  SpilAction *rows;
  SpilAction *edits; /* the same rows, each with another value for all `fields` */
  GHashTable *folded;
  SpilStore *source;
  SpilStore *receiver;
  BenchMirror *plain;
  BenchMirror *plain_receiver;
} Cells;

static void
prepare_edits (gpointer data, int run)
{
  Cells *self = data;
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) run + 2);

  g_hash_table_remove_all (self->folded);
  g_clear_pointer (&self->edits, spil_action_free);
  self->edits = spil_action_new ("Organisaties bijgewerkt");
  for (guint i = 0; i < self->rows->changes->len; i++) {
    const SpilChange *row = g_ptr_array_index (self->rows->changes, i);
    SpilChange *change = spil_action_set_row (self->edits, row->entity, row->id);

    for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
      g_auto (SpilValue) value = bench_organisation_value (random, fields[j]);

      spil_change_assign (change, fields[j], &value);
      if (value.kind == SPIL_VALUE_TEXT && !g_hash_table_contains (self->folded, value.text))
        g_hash_table_insert (self->folded, g_strdup (value.text), spil_text_fold (value.text));
    }
  }
}

static void
go_by_store (gpointer data, int run)
{
  Cells *self = data;
  g_autoptr (GBytes) segment = NULL;
  g_autoptr (GError) error = NULL;
  int64_t last;

  spil_store_commit_bulk (self->source, self->edits, &error);
  bench_assert_no_error (error);
  last = bench_last_entry (self->source);
  segment = bench_space_pack (self->space, self->source, last, last);
  bench_receive (self->space, self->receiver, &segment, 1);
}

static gboolean
has_fold (int field)
{
  const SpilField *described = spil_entity_field (spil_entity (SPIL_ENTITY_ORGANISATION), field);

  return described->type == SPIL_TYPE_TEXT && (described->flags & SPIL_FIELD_INDEX) != 0;
}

static sqlite3_stmt *
prepare_update (sqlite3 *plain)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE organisation SET ");
  sqlite3_stmt *statement = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *name = spil_entity_field (spil_entity (SPIL_ENTITY_ORGANISATION), fields[i])->name;

    g_string_append_printf (sql, "%s\"%s\" = ?", i > 0 ? ", " : "", name);
    if (has_fold (fields[i]))
      g_string_append_printf (sql, ", \"%s_fold\" = ?", name);
  }
  g_string_append (sql, " WHERE id = ?");
  bench_plain_check (plain, sqlite3_prepare_v2 (plain, sql->str, -1, &statement, NULL));
  return statement;
}

static void
update_row (Cells *self, sqlite3 *plain, sqlite3_stmt *update, const SpilChange *change)
{
  int place = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    const SpilValue *value = spil_change_get (change, fields[i]);

    if (value->kind == SPIL_VALUE_TEXT)
      sqlite3_bind_text (update, place++, value->text, -1, SQLITE_STATIC);
    else
      sqlite3_bind_int64 (update, place++, value->integer);
    if (has_fold (fields[i]))
      sqlite3_bind_text (update, place++, g_hash_table_lookup (self->folded, value->text), -1, SQLITE_STATIC);
  }
  sqlite3_bind_blob (update, place, change->id.bytes, sizeof change->id.bytes, SQLITE_STATIC);
  bench_plain_check (plain, sqlite3_step (update));
  sqlite3_reset (update);
}

static void
rebuild_search (sqlite3 *plain)
{
  bench_plain_run (plain, "INSERT INTO search_organisation (search_organisation) VALUES ('rebuild')");
}

static void *
produce_patchset (Cells *self, int *length)
{
  sqlite3 *plain = bench_mirror_get_plain (self->plain);
  sqlite3_stmt *update = prepare_update (plain);
  sqlite3_session *session = NULL;
  void *patchset = NULL;

  bench_plain_check (plain, sqlite3session_create (plain, "main", &session));
  bench_plain_check (plain, sqlite3session_attach (session, "organisation"));
  bench_plain_run (plain, "BEGIN");
  for (guint i = 0; i < self->edits->changes->len; i++)
    update_row (self, plain, update, g_ptr_array_index (self->edits->changes, i));
  rebuild_search (plain);
  bench_plain_run (plain, "COMMIT");
  bench_plain_check (plain, sqlite3session_patchset (session, length, &patchset));
  sqlite3session_delete (session);
  sqlite3_finalize (update);
  return patchset;
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
go_by_session (gpointer data, int run)
{
  Cells *self = data;
  sqlite3 *receiver = bench_mirror_get_plain (self->plain_receiver);
  int length = 0;
  void *patchset = produce_patchset (self, &length);

  bench_plain_run (receiver, "BEGIN");
  bench_plain_check (receiver, sqlite3changeset_apply (receiver, length, patchset, NULL, conflict_cb, NULL));
  rebuild_search (receiver);
  bench_plain_run (receiver, "COMMIT");
  sqlite3_free (patchset);
}

static void
open_all (Cells *self)
{
  g_autoptr (GBytes) segment = NULL;
  g_autoptr (GError) error = NULL;

  self->source = bench_store_new ("sync-source");
  spil_store_commit_bulk (self->source, self->rows, &error);
  bench_assert_no_error (error);
  self->receiver = bench_receiver_store_new ("sync-receiver");
  segment = bench_space_pack (self->space, self->source, 1, bench_last_entry (self->source));
  bench_receive (self->space, self->receiver, &segment, 1);
  self->plain = bench_mirror_new (self->source, self->rows);
  bench_mirror_open (self->plain, "sync-plain");
  bench_mirror_insert (self->plain, BENCH_SEARCH_REBUILT);
  self->plain_receiver = bench_mirror_new (self->source, self->rows);
  bench_mirror_open (self->plain_receiver, "sync-plain-receiver");
  bench_mirror_insert (self->plain_receiver, BENCH_SEARCH_REBUILT);
}

static void
close_all (Cells *self)
{
  spil_store_close (self->source);
  spil_store_close (self->receiver);
  bench_mirror_free (self->plain);
  bench_mirror_free (self->plain_receiver);
  spil_action_free (self->edits);
}

void
bench_sync_cells (const BenchSpace *space)
{
  g_autoptr (SpilAction) rows = bench_organisations_new (BENCH_SYNC_ROWS, 1);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Cells cells = { .space = space, .rows = rows, .folded = folded };
  const BenchThing things[] = { { prepare_edits, go_by_session, &cells },
                                { prepare_edits, go_by_store, &cells } };
  BenchSeries series[2];
  BenchRow row = {
    .figure = "Sync, 100000 changed cells of 10000 rows, produce + apply",
    .floor = "patchset of SQLite's session extension, same indexes, FTS5 rebuilt on both sides",
    .clock = BENCH_ELAPSED,
    .target = { .ratio = 2 }
  };

  open_all (&cells);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (RUNS), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  row.clock = BENCH_PROCESSOR;
  bench_report (&row, &series[1], &series[0]);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
  close_all (&cells);
}

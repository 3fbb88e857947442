// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-organisations.h"
#include "bench-sync.h"
#include "spil-clock.h"
#include "spil-log.h"

#define RUNS 10
#define LAPTOPS 50
#define EDITS 200

typedef struct
{
  const BenchSpace *space;
  GBytes *rows;
  GBytes *edits[LAPTOPS];
  SpilStore *receiver;
} Laptops;

/* What an edit replaces: the last one of its own laptop to that cell, or the row as it was added. */
static void
write_base (SpilLogWriter *writer, GHashTable *seen, gconstpointer cell, SpilLogBase added)
{
  int64_t own = GPOINTER_TO_INT (g_hash_table_lookup (seen, cell));
  SpilLogBase base = own != 0 ? (SpilLogBase) { .device = SPIL_ID_NIL, .sequence = own } : added;
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));

  g_array_append_val (bases, base);
  spil_log_writer_bases (writer, bases);
}

/* A column group is written whole. */
static void
write_group (SpilLogWriter *writer, GRand *random, const SpilEntity *entity, int group)
{
  int n_fields = 0;

  for (int i = 1; i < entity->n_fields; i++)
    n_fields += entity->fields[i].number != 0 && entity->fields[i].group == group;
  spil_log_writer_number (writer, n_fields);
  for (int i = 1; i < entity->n_fields; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (entity->fields[i].number == 0 || entity->fields[i].group != group)
      continue;
    if (i != SPIL_ORGANISATION_STAFF_DATE)
      value = bench_organisation_value (random, i);
    spil_log_writer_value (writer, i, &value);
  }
}

/* The payload of one edit, as spil_store_commit() writes it. */
static void
write_edit (SpilLogWriter *writer, SpilAction *rows, GRand *random, GHashTable *seen, int sequence,
            SpilLogBase added)
{
  static const int edited[] = { SPIL_ORGANISATION_NAME,   SPIL_ORGANISATION_KIND,
                                SPIL_ORGANISATION_SECTOR, SPIL_ORGANISATION_STAFF_COUNT,
                                SPIL_ORGANISATION_TOWN,   SPIL_ORGANISATION_WEBSITE };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  int row = g_rand_int_range (random, 0, (int) rows->changes->len);
  int group = spil_entity_field (entity, edited[g_rand_int_range (random, 0, G_N_ELEMENTS (edited))])->group;
  gpointer cell = GINT_TO_POINTER (row * SPIL_FIELD_NUMBER_LIMIT + group);
  SpilKey key = { .state = SPIL_KEY_NONE };

  spil_log_writer_init (writer, 1);
  spil_log_writer_begin (writer, SPIL_LOG_SET, entity,
                         &((SpilChange *) g_ptr_array_index (rows->changes, row))->id, &key);
  spil_log_writer_number (writer, 1);
  spil_log_writer_number (writer, group);
  write_base (writer, seen, cell, added);
  write_group (writer, random, entity, group);
  g_hash_table_insert (seen, cell, GINT_TO_POINTER (sequence));
}

/* The edits of one laptop, in any rows, after it had seen them all added. So 18 % of the edits are made at the same time as another of the same cell. */
static GBytes *
make_edits (const BenchSpace *space, SpilAction *rows, SpilId author, int64_t added, int number)
{
  SpilVectorItem item = { .device = author, .sequence = added };
  SpilLogBase base = { .device = author, .sequence = added };
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  g_autoptr (SpilSegmentWriter) segment = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) number);
  g_autofree char *actor = g_strdup_printf ("Makelaar %d", number);

  g_array_append_val (vector, item);
  segment = spil_segment_writer_new (vector);
  for (int i = 1; i <= EDITS; i++) {
    int64_t wall = g_get_real_time () / 1000 + i * 1000 + g_rand_int_range (random, 0, 1000);
    SpilLogEntry entry = { .sequence = i,
                           .time = spil_clock_time (wall, 0),
                           .wall = wall,
                           .actor = actor,
                           .label = "Organisatie gewijzigd" };
    g_auto (SpilLogWriter) writer = { 0 };

    write_edit (&writer, rows, random, seen, i, base);
    entry.payload = writer.bytes->data;
    entry.payload_length = writer.bytes->len;
    spil_segment_writer_add (segment, &entry);
  }
  return bench_space_seal (space, segment, spil_id_new ());
}

static void
prepare_receiver (gpointer data, int run)
{
  Laptops *self = data;

  g_clear_pointer (&self->receiver, spil_store_close);
  self->receiver = bench_receiver_store_new ("sync-receiver");
  bench_receive (self->space, self->receiver, &self->rows, 1);
}

static void
receive (gpointer data, int run)
{
  Laptops *self = data;

  bench_receive (self->space, self->receiver, self->edits, LAPTOPS);
}

static void
make_segments (Laptops *self)
{
  g_autoptr (SpilStore) source = bench_store_new ("sync-source");
  g_autoptr (SpilAction) rows = bench_organisations_new (BENCH_SYNC_ROWS, 1);
  g_autoptr (GError) error = NULL;
  int64_t added;

  spil_store_commit_bulk (source, rows, &error);
  bench_assert_no_error (error);
  added = bench_last_entry (source);
  self->rows = bench_space_pack (self->space, source, 1, added);
  for (int i = 0; i < LAPTOPS; i++)
    self->edits[i] = make_edits (self->space, rows, spil_store_get_device (source), added, i + 1);
}

void
bench_sync_laptops (const BenchSpace *space)
{
  Laptops laptops = { .space = space };
  const BenchThing thing = { prepare_receiver, receive, &laptops };
  g_auto (BenchSeries) series = { 0 };

  make_segments (&laptops);
  bench_series_init (&series);
  bench_measure (bench_runs (RUNS), &thing, &series, 1);
  bench_report (&(BenchRow) { .figure = "Sync, 200 edits from each of 50 laptops, received by one",
                              .clock = BENCH_ELAPSED,
                              .target = { .median = 0.400 } },
                &series, NULL);
  spil_store_close (laptops.receiver);
  g_bytes_unref (laptops.rows);
  for (int i = 0; i < LAPTOPS; i++)
    g_bytes_unref (laptops.edits[i]);
}

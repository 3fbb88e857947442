// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-rows.h"
#include "sim-world.h"
#include "spil-bytes.h"
#include "spil-clock.h"

// Numbers of what only a later version knows.
#define NEW_ENTITY 9000
#define NEW_GROUP 900

typedef struct
{
  SimWorld *world;
  const SimStep *step;
  SimEntry *entry;
  SpilStamp stamp;
  SpilId row;
  const SpilEntity *entity;
  GPtrArray *known; // of SimWrite
  GByteArray *bytes;
  GArray *named; // of SpilId: the laptops in the payload
} Newer;

static void
add_head (Newer *self, int entity, SpilLogKind kind, const SpilId *row)
{
  spil_bytes_add_number (self->bytes, (uint64_t) entity << 3 | kind);
  spil_bytes_add_id (self->bytes, row);
}

static void
add_base (Newer *self, const SpilStamp *stamp)
{
  guint place = 0;

  spil_bytes_add_number (self->bytes, 1);
  if (!spil_id_equal (stamp->device, self->stamp.device)) {
    while (place < self->named->len &&
           !spil_id_equal (g_array_index (self->named, SpilId, place), stamp->device))
      place++;
    spil_bytes_add_number (self->bytes, place + 1);
    if (place == self->named->len) {
      spil_bytes_add_id (self->bytes, &stamp->device);
      g_array_append_val (self->named, stamp->device);
    }
  } else {
    spil_bytes_add_number (self->bytes, 0);
  }
  spil_bytes_add_number (self->bytes, (uint64_t) stamp->sequence);
}

static void
add_text (Newer *self, int field, const char *text)
{
  spil_bytes_add_number (self->bytes, (uint64_t) field << 3 | SPIL_VALUE_TEXT);
  spil_bytes_add_text (self->bytes, text);
}

static const SimWrite *
write_before (Newer *self, int cell)
{
  const SimWrite *before = sim_model_winner (self->known, &self->row, cell);

  return before != NULL ? before : sim_model_winner (self->known, &self->row, 0);
}

static void
add_new_row (Newer *self)
{
  SpilId row = sim_row_id (100000 + (int) self->stamp.sequence);

  add_head (self, NEW_ENTITY, SPIL_LOG_ADD, &row);
  spil_bytes_add_number (self->bytes, 1);
  add_text (self, 2, "new");
}

static void
add_new_group (Newer *self)
{
  const SimWrite *before = write_before (self, NEW_GROUP);
  SimWrite *write;

  spil_bytes_add_number (self->bytes, NEW_GROUP);
  add_base (self, &before->stamp);
  spil_bytes_add_number (self->bytes, 1);
  add_text (self, NEW_GROUP, "new");
  // For the base of the next; no laptop shows it.
  write = sim_write_new (SPIL_LOG_SET, self->entity, &self->row, NEW_GROUP, &self->stamp);
  g_array_append_val (write->bases, before->stamp);
  g_ptr_array_add (self->entry->writes, write);
}

static void
add_known_group (Newer *self, int field)
{
  char text[] = { (char) ('a' + self->step->value), '\0' };
  const SimWrite *before = write_before (self, field);
  g_autoptr (SpilRecord) record = spil_record_new (self->entity, self->row);
  SimWrite *write = sim_write_new (SPIL_LOG_SET, self->entity, &self->row, field, &self->stamp);

  spil_bytes_add_number (self->bytes, (uint64_t) field);
  add_base (self, &before->stamp);
  spil_bytes_add_number (self->bytes, 1);
  add_text (self, field, text);
  spil_record_set_text (record, field, text);
  write->value = sim_group_text (record, field, FALSE);
  write->blank = sim_group_text (record, field, TRUE);
  g_array_append_val (write->bases, before->stamp);
  g_ptr_array_add (self->entry->writes, write);
}

// What it writes: a row of an entity that is new, a field that is new, or that and one that is known.
static void
make_payload (Newer *self)
{
  int known = sim_row_kind (self->step->row) == SIM_KIND_ORGANISATION ? SPIL_ORGANISATION_NOTES
              : sim_row_kind (self->step->row) == SIM_KIND_TASK       ? SPIL_TASK_OWNER
                                                                      : 0;

  spil_bytes_add_number (self->bytes, SPIL_LOG_FORMAT);
  spil_bytes_add_number (self->bytes, self->step->field == 0 ? 2 : 1);
  if (self->step->field == 0)
    add_new_row (self);
  add_head (self, self->entity->number, SPIL_LOG_SET, &self->row);
  spil_bytes_add_number (self->bytes, self->step->field == 2 && known != 0 ? 2 : 1);
  if (self->step->field == 2 && known != 0)
    add_known_group (self, known);
  add_new_group (self);
}

static void
see (SimWorld *self, SimDevice *newer, const SimDevice *other)
{
  for (int i = 0; i <= self->n_devices; i++)
    newer->known[i] = MAX (newer->known[i], other->known[i]);
}

static int64_t
latest_time (GPtrArray *writes)
{
  int64_t latest = 0;

  for (guint i = 0; i < writes->len; i++)
    latest = MAX (latest, ((const SimWrite *) g_ptr_array_index (writes, i))->stamp.time);
  return latest;
}

static void
make_entry (Newer *self, SimDevice *newer)
{
  SimWorld *world = self->world;
  SimEntry *entry = self->entry;

  self->bytes = g_byte_array_new ();
  self->named = g_array_new (FALSE, FALSE, sizeof (SpilId));
  make_payload (self);
  g_array_unref (self->named);
  entry->payload = g_byte_array_free_to_bytes (self->bytes);
  entry->actor = g_strdup ("Newer");
  entry->label = g_strdup ("Something new");
  entry->log = (SpilLogEntry) { .sequence = self->stamp.sequence,
                                .time = self->stamp.time,
                                .wall = world->now,
                                .actor = entry->actor,
                                .label = entry->label,
                                .payload = g_bytes_get_data (entry->payload, NULL),
                                .payload_length = g_bytes_get_size (entry->payload) };
  for (int i = 0; i <= world->n_devices; i++)
    entry->needs[i] = newer->known[i];
}

void
sim_world_write_newer (SimWorld *self, const SimStep *step)
{
  SimDevice *newer = &self->devices[self->n_devices];
  g_autoptr (GPtrArray) known = NULL;
  Newer make = { .world = self, .step = step };
  const SimWrite *held;

  if (step->row < 0)
    return;
  see (self, newer, &self->devices[step->device]);
  known = sim_world_writes (self, self->n_devices);
  make.row = sim_row_id (step->row);
  held = sim_model_winner (known, &make.row, 0);
  if (held == NULL || held->kind == SPIL_LOG_DELETE)
    return;
  make.known = known;
  make.entity = sim_row_entity (step->row);
  make.entry = g_new0 (SimEntry, 1);
  make.entry->writes = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_write_free);
  make.stamp = (SpilStamp) { MAX (spil_clock_time (self->now, 0), latest_time (known) + 1), newer->id,
                             (int64_t) self->entries[self->n_devices]->len + 1 };
  make_entry (&make, newer);
  g_ptr_array_add (self->entries[self->n_devices], make.entry);
  newer->known[self->n_devices] = make.stamp.sequence;
  sim_world_deliver (self, step->device, newer->known, -1, 0, step->seed);
}

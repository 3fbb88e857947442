// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-world.h"
#include "spil-store-private.h"

void
sim_entry_free (SimEntry *self)
{
  g_ptr_array_unref (self->writes);
  g_bytes_unref (self->payload);
  g_free (self->actor);
  g_free (self->label);
  g_free (self);
}

static SimEntry *
copy_entry (const SpilLogEntry *entry)
{
  SimEntry *self = g_new0 (SimEntry, 1);

  self->log = *entry;
  self->actor = g_strdup (entry->actor);
  self->label = g_strdup (entry->label);
  self->payload = g_bytes_new (entry->payload, entry->payload_length);
  self->log.actor = self->actor;
  self->log.label = self->label;
  self->log.payload = g_bytes_get_data (self->payload, NULL);
  self->writes = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_write_free);
  return self;
}

/* What the model is told */

typedef struct
{
  SimWorld *world;
  SimDevice *device;
  SpilStore *store; // that has its log
  SimEntry *entry;
  SpilStamp stamp;
  SpilStamp undoes;
} Capture;

static void
copy_bases (Capture *self, const SpilLogChange *change, guint first, guint n, GArray *stamps)
{
  for (guint i = first; i < first + n; i++) {
    const SpilLogBase *base = &g_array_index (change->bases, SpilLogBase, i);
    SpilStamp stamp = { .device = spil_id_is_nil (base->device) ? self->device->id : base->device,
                        .sequence = base->sequence };

    g_array_append_val (stamps, stamp);
  }
}

static SimWrite *
add_write (Capture *self, const SpilLogChange *change, int cell)
{
  SimWrite *write = sim_write_new (change->kind, spil_entity_by_number (change->entity), &change->id, cell,
                                   &self->stamp);

  write->undoes = self->undoes;
  g_ptr_array_add (self->entry->writes, write);
  return write;
}

static void
add_links (SimWrite *write, SpilRecord *record)
{
  for (int i = 1; i < write->entity->n_fields; i++) {
    const SpilField *field = &write->entity->fields[i];
    SimLink link = { .field = i };

    if (field->number == 0 || field->group != write->cell || field->type != SPIL_TYPE_REFERENCE ||
        spil_record_is_null (record, i))
      continue;
    link.target = spil_record_get_reference (record, i);
    g_array_append_val (write->links, link);
  }
}

static void
add_values (Capture *self, const SpilLogChange *change, int group, SpilRecord *record,
            const SpilLogGroup *set)
{
  SimWrite *write = add_write (self, change, group);

  write->value = sim_group_text (record, group, FALSE);
  write->blank = sim_group_text (record, group, TRUE);
  add_links (write, record);
  if (set != NULL)
    copy_bases (self, change, set->first_base, set->n_bases, write->bases);
}

// The values that were written; personal ones, which stand there encrypted, as the laptop shows them now.
static SpilRecord *
make_record (const SpilLogChange *change, SpilRecord *shown)
{
  SpilRecord *record = spil_record_new (spil_record_get_entity (shown), change->id);

  for (guint i = 0; i < change->values->len; i++) {
    const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, i);

    spil_record_set (record, value->field,
                     value->sealed != NULL ? spil_record_get (shown, value->field) : &value->value);
  }
  return record;
}

static void
capture_values (Capture *self, const SpilLogChange *change, SpilRecord *shown)
{
  const SpilEntity *entity = spil_record_get_entity (shown);
  g_autoptr (SpilRecord) record = make_record (change, shown);

  if (change->kind == SPIL_LOG_ADD) {
    add_write (self, change, 0);
    self->entry->keyed = self->entry->keyed || spil_seal_has_key (entity);
    // Each group goes by its first field.
    for (int i = 1; i < entity->n_fields; i++)
      if (entity->fields[i].number != 0 && entity->fields[i].group == i)
        add_values (self, change, i, record, NULL);
    return;
  }
  for (guint i = 0; i < change->groups->len; i++) {
    const SpilLogGroup *group = &g_array_index (change->groups, SpilLogGroup, i);

    add_values (self, change, group->group, record, group);
  }
}

static void
capture_change (Capture *self, const SpilLogChange *change, SpilRecord *shown)
{
  SimWrite *write;

  switch (change->kind) {
  case SPIL_LOG_ADD:
  case SPIL_LOG_SET:
    capture_values (self, change, shown);
    break;
  case SPIL_LOG_DELETE:
  case SPIL_LOG_RESTORE:
    write = add_write (self, change, 0);
    copy_bases (self, change, 0, change->n_bases, write->bases);
    copy_bases (self, change, change->n_bases, change->bases->len - change->n_bases, write->seen);
    break;
  case SPIL_LOG_ERASE:
    add_write (self, change, 0);
    break;
  case SPIL_LOG_N_KINDS:
  default:
    sim_world_fault (self->world, "log", "a change of kind %d", change->kind);
  }
}

static void
capture_payload (Capture *self)
{
  g_auto (SpilLogReader) reader = { 0 };
  SpilLogRead read = SPIL_LOG_READ_FAULT;

  if (spil_log_reader_init (&reader, self->entry->log.payload, self->entry->log.payload_length))
    while ((read = spil_log_reader_next (&reader)) == SPIL_LOG_READ_CHANGE) {
      g_auto (SpilRow) row = { 0 };
      const SpilEntity *entity = spil_entity_by_number (reader.change.entity);

      if (!spil_row_read (self->store->tables, entity, &reader.change.id, &row, NULL) || row.number == 0)
        sim_world_fault (self->world, "log", "a change of a row that is not there");
      else
        capture_change (self, &reader.change, row.record);
    }
  if (read == SPIL_LOG_READ_FAULT)
    sim_world_fault (self->world, "log", "a payload that cannot be read");
}

/* What must hold of it */

static gboolean
names (GArray *stamps, const SpilStamp *stamp)
{
  for (guint i = 0; i < stamps->len; i++)
    if (spil_stamp_same_transaction (&g_array_index (stamps, SpilStamp, i), stamp))
      return TRUE;
  return FALSE;
}

// A change replaces what its laptop showed, and wins of it.
static void
check_bases (SimWorld *self, int device, SimEntry *entry, GPtrArray *before)
{
  for (guint i = 0; i < entry->writes->len && self->fault == NULL; i++) {
    const SimWrite *write = g_ptr_array_index (entry->writes, i);
    const SimWrite *held = sim_model_winner (before, &write->row, write->cell);
    g_autofree char *line = sim_inbox_line ("write", write->entity, &write->row, write->cell);

    if (write->kind == SPIL_LOG_ADD || write->kind == SPIL_LOG_ERASE) {
      if (write->kind == SPIL_LOG_ADD && held != NULL)
        sim_world_fault (self, "base", "laptop %d adds what was there: %s", device, line);
      continue;
    }
    if (held == NULL || write->bases->len == 0 ||
        !spil_stamp_same_transaction (&g_array_index (write->bases, SpilStamp, 0), &held->stamp))
      sim_world_fault (self, "base", "laptop %d names another base than what it showed: %s", device, line);
    else if (spil_stamp_compare (&write->stamp, &held->stamp) <= 0)
      sim_world_fault (self, "stamp", "laptop %d wrote over what it had seen, and loses: %s", device, line);
    for (guint j = 0; j < write->bases->len; j++)
      if (names (write->bases, &write->stamp))
        sim_world_fault (self, "base", "laptop %d names itself: %s", device, line);
  }
}

static gboolean
take_entry (const SpilLogEntry *log, gpointer user_data, GError **error)
{
  Capture *self = user_data;
  SimWorld *world = self->world;
  int device = (int) (self->device - world->devices);
  g_autoptr (GPtrArray) before = sim_world_writes (world, device);
  SimEntry *entry = copy_entry (log);

  if (log->sequence != (int64_t) world->entries[device]->len + 1)
    sim_world_fault (world, "log", "entry %d of laptop %d is numbered %d",
                     (int) world->entries[device]->len + 1, device, (int) log->sequence);
  for (int i = 0; i <= world->n_devices; i++)
    entry->needs[i] = self->device->known[i];
  self->entry = entry;
  self->stamp = (SpilStamp) { log->time, self->device->id, log->sequence };
  self->undoes = (SpilStamp) { 0, self->device->id, log->undoes };
  if (log->undoes == 0)
    self->undoes = SPIL_STAMP_NONE;
  capture_payload (self);
  g_ptr_array_add (world->entries[device], entry);
  self->device->known[device] = log->sequence;
  if (!sim_world_is_ended (world))
    check_bases (world, device, entry, before);
  return TRUE;
}

void
sim_world_capture (SimWorld *self, int device)
{
  // What the laptop of a later version did when the world began, all have.
  Capture capture = { .world = self,
                      .device = &self->devices[device],
                      .store = self->devices[self->devices[device].store != NULL ? device : 0].store };
  g_autoptr (GError) error = NULL;

  if (!spil_store_each_entry (capture.store, &capture.device->id, (int64_t) self->entries[device]->len + 1,
                              G_MAXINT64, take_entry, &capture, &error))
    sim_world_fault (self, "error", "laptop %d cannot read its log: %s", device, error->message);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-rivals.h"
#include "spil-rules.h"
#include "spil-transaction.h"
#include "spil-validate.h"

static SpilRecord *
make_record (SpilTransaction *self, const SpilChange *change)
{
  SpilRecord *record = spil_record_new (change->entity, change->id);

  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);

    spil_record_set (record, assignment->field, &assignment->value);
  }
  if (change->entity->number != SPIL_ENTITY_PROGRAMME && spil_record_is_null (record, SPIL_FIELD_PROGRAMME))
    spil_record_set_reference (record, SPIL_FIELD_PROGRAMME, self->programme);
  return record;
}

static gboolean
check_programme (SpilRecord *record, GError **error)
{
  if (spil_record_get_entity (record)->number == SPIL_ENTITY_PROGRAMME ||
      !spil_record_is_null (record, SPIL_FIELD_PROGRAMME))
    return TRUE;
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
               _ ("There is no programme yet. Add a programme first, or begin with a template."));
  return FALSE;
}

// Checks the references of @record that are in the column groups @groups.
static gboolean
refer (SpilTransaction *self, SpilRecord *record, uint64_t groups, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 && field->type == SPIL_TYPE_REFERENCE &&
        (groups & SPIL_GROUP_BIT (field->group)) != 0 && !spil_record_is_null (record, i) &&
        !spil_transaction_refer (self, record, field, error))
      return FALSE;
  }
  return TRUE;
}

static void
log_add (SpilTransaction *self, SpilRecord *record, const SpilKey *key)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilId id = spil_record_get_id (record);
  int n_values = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      n_values++;
  spil_log_writer_begin (&self->log, SPIL_LOG_ADD, entity, &id, key);
  spil_log_writer_number (&self->log, n_values);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      spil_log_writer_value (&self->log, i, spil_record_get (record, i));
}

static gboolean
apply_add (SpilTransaction *self, const SpilChange *change, GError **error)
{
  g_autoptr (SpilRecord) record = make_record (self, change);
  SpilTables *tables = self->store->tables;
  SpilKey key = spil_seal_new_key (change->entity);
  int64_t number;

  if (!check_programme (record, error) || !spil_validate_record (record, self->today, error) ||
      !spil_row_insert (tables, record, &self->stamp, &key, &number, error) ||
      !refer (self, record, G_MAXUINT64, error) || !spil_words_add (&self->words, number, record, error) ||
      !spil_kept_add (&self->kept, record, error))
    return FALSE;
  log_add (self, record, &key);
  spil_rules_note (self, NULL, record, 0);
  self->counts[change->entity->number][SPIL_LOG_ADD]++;
  return TRUE;
}

static void
add_base (SpilTransaction *self, GArray *bases, const SpilLocalStamp *stamp)
{
  SpilLogBase base = { .device = SPIL_ID_NIL, .sequence = stamp->sequence };

  if (stamp->device != self->stamp.device)
    base.device = spil_store_device_by_number (self->store, stamp->device);
  g_array_append_val (bases, base);
}

// What a write of the cell replaces and, with @settled, the rivals it settles: those are gone then.
static gboolean
write_bases (SpilTransaction *self, SpilLogWriter *writer, const SpilRow *row, int cell, gboolean settled,
             GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (row->record);
  SpilId id = spil_record_get_id (row->record);
  SpilLocalStamp held = spil_cells_get (&row->cells, cell);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));

  add_base (self, bases, &held);
  if (settled && (!spil_rivals_read (self->store->tables, entity, &id, cell, rivals, error) ||
                  !spil_rivals_settle (self->store->tables, entity, &id, cell, error)))
    return FALSE;
  for (guint i = 0; i < rivals->len; i++)
    add_base (self, bases, &g_array_index (rivals, SpilLocalStamp, i));
  spil_log_writer_bases (writer, bases);
  return TRUE;
}

static int
count_fields (const SpilEntity *entity, int group)
{
  int n_fields = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].group == group)
      n_fields++;
  return n_fields;
}

static void
log_values (SpilLogWriter *writer, SpilRecord *record, int group)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  spil_log_writer_number (writer, count_fields (entity, group));
  for (int i = group; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].group == group)
      spil_log_writer_value (writer, i, spil_record_get (record, i));
}

// Of @record, what is written; @settle: it is the entry itself, not what it replaces.
static gboolean
log_groups (SpilTransaction *self, SpilLogWriter *writer, const SpilPlannedChange *planned,
            SpilRecord *record, gboolean settle, GError **error)
{
  SpilId id = spil_record_get_id (record);

  spil_log_writer_begin (writer, SPIL_LOG_SET, spil_record_get_entity (record), &id, &planned->row.key);
  spil_log_writer_number (writer, __builtin_popcountll (planned->groups));
  for (int group = 1; group < SPIL_FIELD_NUMBER_LIMIT; group++) {
    if ((planned->groups & SPIL_GROUP_BIT (group)) == 0)
      continue;
    spil_log_writer_number (writer, group);
    if (!write_bases (self, writer, &planned->row, group,
                      settle && (planned->settled & SPIL_GROUP_BIT (group)) != 0, error))
      return FALSE;
    log_values (writer, record, group);
  }
  return TRUE;
}

// An activity that is written a parent is no longer where a circle was broken.
static gboolean
forget_broken (SpilTransaction *self, const SpilPlannedChange *planned, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (planned->after);
  SpilId id = spil_record_get_id (planned->after);

  return !spil_circles_concern (entity) || (planned->groups & SPIL_GROUP_BIT (SPIL_TASK_PARENT)) == 0 ||
         spil_circles_forget (self->store->tables, entity, &id, error);
}

static gboolean
apply_set (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilTables *tables = self->store->tables;
  SpilRow *row = &planned->row;

  if (!log_groups (self, &self->log, planned, planned->after, TRUE, error) ||
      !log_groups (self, &self->before, planned, row->record, FALSE, error))
    return FALSE;
  for (int group = 1; group < SPIL_FIELD_NUMBER_LIMIT; group++)
    if ((planned->groups & SPIL_GROUP_BIT (group)) != 0)
      spil_cells_set (&row->cells, group, &self->stamp);
  if (!spil_row_update (tables, row, planned->after, planned->groups, error) ||
      !spil_words_change (&self->words, row->number, row->record, planned->after, error) ||
      !spil_kept_change (&self->kept, row->record, planned->after, error) ||
      !forget_broken (self, planned, error) || !refer (self, planned->after, planned->groups, error))
    return FALSE;
  spil_rules_note (self, row->record, planned->after, planned->settled);
  return TRUE;
}

// What the deletion had seen of the row: all that stands there, unless it takes the place of another deletion.
static gboolean
write_seen (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));

  if (planned->seen == NULL) {
    if (!spil_rivals_heads (self->store->tables, &planned->row, heads, error))
      return FALSE;
    planned->seen = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));
    for (guint i = 0; i < heads->len; i++)
      add_base (self, planned->seen, &g_array_index (heads, SpilLocalStamp, i));
  }
  spil_log_writer_bases (&self->log, planned->seen);
  return TRUE;
}

static gboolean
log_existence (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilId id = spil_record_get_id (planned->row.record);

  spil_log_writer_begin (&self->log, planned->kind, spil_record_get_entity (planned->row.record), &id,
                         &planned->row.key);
  return write_bases (self, &self->log, &planned->row, SPIL_CELL_EXISTENCE,
                      (planned->settled & SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE)) != 0, error) &&
         (planned->kind != SPIL_LOG_DELETE || write_seen (self, planned, error));
}

// What the deletion had not seen of the row, as far as the log says: only where it takes the place of another.
static gboolean
note_unseen (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilLogChange deletion = { .kind = SPIL_LOG_DELETE, .bases = planned->seen };

  return spil_unseen_update (self->store, self->store->tables, &planned->row, &deletion, self->stamp.device,
                             error);
}

// What is made of the row goes and comes with it.
static gboolean
write_made (SpilTransaction *self, SpilRow *row, gboolean dead, GError **error)
{
  SpilRecord *before = dead ? row->record : NULL;
  SpilRecord *after = dead ? NULL : row->record;

  return row->dead == dead || (spil_words_change (&self->words, row->number, before, after, error) &&
                               spil_kept_change (&self->kept, before, after, error));
}

static gboolean
apply_existence (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilTables *tables = self->store->tables;
  SpilRow *row = &planned->row;
  const SpilEntity *entity = spil_record_get_entity (row->record);
  SpilLinkRow gone = { .entity = entity, .id = spil_record_get_id (row->record) };
  gboolean dead = planned->kind == SPIL_LOG_DELETE;

  if (!log_existence (self, planned, error))
    return FALSE;
  spil_cells_set (&row->cells, SPIL_CELL_EXISTENCE, &self->stamp);
  if ((!dead && !refer (self, row->record, G_MAXUINT64, error)) ||
      !(dead ? note_unseen (self, planned, error) : spil_unseen_clear (tables, entity, &gone.id, error)) ||
      !spil_row_set_dead (tables, row, dead, error) || !write_made (self, row, dead, error))
    return FALSE;
  if (dead)
    g_array_append_val (self->gone, gone);
  self->leaves_orphans = self->leaves_orphans || planned->again;
  if (row->dead != dead)
    spil_rules_note (self, dead ? row->record : NULL, dead ? NULL : row->record, 0);
  return TRUE;
}

static gboolean
apply_erase (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilTables *tables = self->store->tables;
  SpilRow *row = &planned->row;
  g_autoptr (SpilRecord) before = spil_record_copy (row->record);
  SpilId id = spil_record_get_id (before);

  spil_log_writer_begin (&self->log, SPIL_LOG_ERASE, spil_record_get_entity (before), &id, &row->key);
  return spil_row_erase (tables, row, error) &&
         (row->dead || (spil_words_change (&self->words, row->number, before, row->record, error) &&
                        spil_kept_change (&self->kept, before, row->record, error)));
}

static gboolean
apply_planned (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  self->counts[spil_record_get_entity (planned->row.record)->number][planned->kind]++;
  switch (planned->kind) {
  case SPIL_LOG_SET:
    return apply_set (self, planned, error);
  case SPIL_LOG_ERASE:
    return apply_erase (self, planned, error);
  case SPIL_LOG_DELETE:
  case SPIL_LOG_RESTORE:
  case SPIL_LOG_ADD:
  case SPIL_LOG_N_KINDS:
  default:
    return apply_existence (self, planned, error);
  }
}

// The latest time of the cells that will be written over, and how many rows have values to remember.
static void
survey (SpilTransaction *self, int64_t *seen, guint *n_sets)
{
  *seen = 0;
  *n_sets = 0;
  for (guint i = 0; i < self->planned->len; i++) {
    const SpilPlannedChange *planned = g_ptr_array_index (self->planned, i);
    // What deletes or brings back a row comes after all that was written to it.
    uint64_t groups = planned->kind == SPIL_LOG_SET ? planned->groups : G_MAXUINT64;

    *n_sets += planned->kind == SPIL_LOG_SET;
    for (int group = 0; group < SPIL_FIELD_NUMBER_LIMIT; group++)
      if ((groups & SPIL_GROUP_BIT (group)) != 0)
        *seen = MAX (*seen, spil_cells_get (&planned->row.cells, group).time);
  }
}

gboolean
spil_transaction_apply (SpilTransaction *self, GError **error)
{
  int64_t seen;
  guint n_sets;

  survey (self, &seen, &n_sets);
  self->stamp.time = spil_clock_next (&self->clock, self->wall, seen);
  spil_log_writer_init (&self->log, self->adds->len + self->planned->len);
  spil_log_writer_init (&self->before, n_sets);
  spil_words_expect (&self->words, self->adds->len);
  for (guint i = 0; i < self->adds->len; i++)
    if (!apply_add (self, g_ptr_array_index (self->adds, i), error))
      return FALSE;
  for (guint i = 0; i < self->planned->len; i++)
    if (!apply_planned (self, g_ptr_array_index (self->planned, i), error))
      return FALSE;
  return spil_words_write (&self->words, error) && spil_kept_write (&self->kept, error);
}

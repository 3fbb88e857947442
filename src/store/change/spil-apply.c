// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

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
log_add (SpilTransaction *self, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilId id = spil_record_get_id (record);
  int n_values = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      n_values++;
  spil_log_writer_begin (&self->log, SPIL_LOG_ADD, entity, &id);
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
  int64_t number;

  if (!check_programme (record, error) || !spil_validate_record (record, self->today, error) ||
      !spil_row_insert (tables, record, &self->stamp, &number, error) ||
      !refer (self, record, G_MAXUINT64, error) || !spil_row_index (tables, number, record, error))
    return FALSE;
  log_add (self, record);
  spil_rules_note (self, NULL, record);
  self->counts[change->entity->number][SPIL_LOG_ADD]++;
  return TRUE;
}

static SpilLogBase
find_base (SpilTransaction *self, const SpilCells *cells, int group)
{
  SpilLocalStamp stamp = spil_cells_get (cells, group);
  SpilLogBase base = { .device = SPIL_ID_NIL, .sequence = stamp.sequence };

  if (stamp.device != self->stamp.device)
    base.device = spil_store_device_by_number (self->store, stamp.device);
  return base;
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
log_groups (SpilTransaction *self, SpilLogWriter *writer, const SpilPlannedChange *planned,
            SpilRecord *record, const SpilCells *cells)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilId id = spil_record_get_id (record);

  spil_log_writer_begin (writer, SPIL_LOG_SET, entity, &id);
  spil_log_writer_number (writer, __builtin_popcountll (planned->groups));
  for (int group = 1; group < SPIL_FIELD_NUMBER_LIMIT; group++) {
    SpilLogBase base;

    if ((planned->groups & SPIL_GROUP_BIT (group)) == 0)
      continue;
    base = find_base (self, cells, group);
    spil_log_writer_number (writer, group);
    spil_log_writer_base (writer, &base);
    spil_log_writer_number (writer, count_fields (entity, group));
    for (int i = group; i < entity->n_fields; i++)
      if (entity->fields[i].number != 0 && entity->fields[i].group == group)
        spil_log_writer_value (writer, i, spil_record_get (record, i));
  }
}

// Whether the words that can be searched for are written over.
static gboolean
changes_words (const SpilPlannedChange *planned)
{
  const SpilEntity *entity = spil_record_get_entity (planned->after);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0 &&
        (planned->groups & SPIL_GROUP_BIT (entity->fields[i].group)) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
apply_set (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilTables *tables = self->store->tables;
  SpilRow *row = &planned->row;
  gboolean words = changes_words (planned);

  log_groups (self, &self->log, planned, planned->after, &row->cells);
  log_groups (self, &self->before, planned, row->record, &row->cells);
  for (int group = 1; group < SPIL_FIELD_NUMBER_LIMIT; group++)
    if ((planned->groups & SPIL_GROUP_BIT (group)) != 0)
      spil_cells_set (&row->cells, group, &self->stamp);
  if ((words && !spil_row_unindex (tables, row->number, row->record, error)) ||
      !spil_row_update (tables, row, planned->after, planned->groups, error) ||
      (words && !spil_row_index (tables, row->number, planned->after, error)) ||
      !refer (self, planned->after, planned->groups, error))
    return FALSE;
  spil_rules_note (self, row->record, planned->after);
  return TRUE;
}

static void
log_existence (SpilTransaction *self, SpilPlannedChange *planned)
{
  SpilLogBase base = find_base (self, &planned->row.cells, SPIL_CELL_EXISTENCE);
  SpilId id = spil_record_get_id (planned->row.record);

  spil_log_writer_begin (&self->log, planned->kind, spil_record_get_entity (planned->row.record), &id);
  spil_log_writer_base (&self->log, &base);
}

static gboolean
apply_existence (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  SpilTables *tables = self->store->tables;
  SpilRow *row = &planned->row;
  gboolean dead = planned->kind == SPIL_LOG_DELETE;

  log_existence (self, planned);
  spil_cells_set (&row->cells, SPIL_CELL_EXISTENCE, &self->stamp);
  if (dead ? !spil_row_unindex (tables, row->number, row->record, error)
           : !refer (self, row->record, G_MAXUINT64, error) ||
                 !spil_row_index (tables, row->number, row->record, error))
    return FALSE;
  spil_rules_note (self, dead ? row->record : NULL, dead ? NULL : row->record);
  return spil_row_set_dead (tables, row, dead, error);
}

static gboolean
apply_planned (SpilTransaction *self, SpilPlannedChange *planned, GError **error)
{
  self->counts[spil_record_get_entity (planned->row.record)->number][planned->kind]++;
  return planned->kind == SPIL_LOG_SET ? apply_set (self, planned, error)
                                       : apply_existence (self, planned, error);
}

// The latest time of the cells that will be written over, and how many rows have values to remember.
static void
survey (SpilTransaction *self, int64_t *seen, guint *n_sets)
{
  *seen = 0;
  *n_sets = 0;
  for (guint i = 0; i < self->planned->len; i++) {
    const SpilPlannedChange *planned = g_ptr_array_index (self->planned, i);
    uint64_t groups = planned->kind == SPIL_LOG_SET ? planned->groups : SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE);

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
  for (guint i = 0; i < self->adds->len; i++)
    if (!apply_add (self, g_ptr_array_index (self->adds, i), error))
      return FALSE;
  for (guint i = 0; i < self->planned->len; i++)
    if (!apply_planned (self, g_ptr_array_index (self->planned, i), error))
      return FALSE;
  return TRUE;
}

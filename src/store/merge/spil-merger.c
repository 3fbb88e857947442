// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merger.h"

#include "spil-rivals.h"

static gboolean
read_rivalled (SpilMerger *self, GError **error)
{
  g_autoptr (SpilStatement)
      statement = spil_connection_take (self->tables->connection, "SELECT DISTINCT row FROM rival", error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilId id = spil_statement_get_id (statement, 0);

    g_hash_table_add (self->rivalled, g_memdup2 (&id, sizeof id));
  }
  return step == SPIL_STEP_DONE;
}

gboolean
spil_merger_init (SpilMerger *self, SpilStore *store, SpilTables *tables, SpilFindKeyFunc find_key,
                  gpointer user_data, GError **error)
{
  *self = (SpilMerger) {
    .store = store, .tables = tables, .find_key = find_key, .user_data = user_data, .search = TRUE
  };
  self->rivalled = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  spil_words_init (&self->words, tables);
  spil_kept_init (&self->kept, tables->connection);
  self->links = g_array_new (FALSE, FALSE, sizeof (SpilLink));
  self->gone = g_array_new (FALSE, FALSE, sizeof (SpilLinkRow));
  return read_rivalled (self, error);
}

void
spil_merger_clear (SpilMerger *self)
{
  g_clear_pointer (&self->rivalled, g_hash_table_unref);
  g_clear_pointer (&self->reopened, g_hash_table_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->gone, g_array_unref);
  spil_words_clear (&self->words);
  spil_kept_clear (&self->kept);
}

static gboolean
note_reference (SpilMerger *self, SpilRecord *record, const SpilField *field, GError **error)
{
  SpilId target = spil_record_get_reference (record, field->number);
  SpilId *last_live = &self->last_live[field->target];
  gboolean live;

  if (spil_id_equal (*last_live, target))
    return TRUE;
  if (!spil_row_is_live (self->tables, spil_entity_by_number (field->target), &target, &live, error))
    return FALSE;
  if (live) {
    *last_live = target;
  } else {
    SpilLink link = { .entity = spil_record_get_entity (record),
                      .id = spil_record_get_id (record),
                      .field = field->number };

    g_array_append_val (self->links, link);
  }
  return TRUE;
}

// Looks at the references of @record that are in the column groups @groups.
static gboolean
note_references (SpilMerger *self, SpilRecord *record, uint64_t groups, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (spil_field_holds (field) && (groups & SPIL_GROUP_BIT (field->group)) != 0 &&
        !spil_record_is_null (record, i) && !note_reference (self, record, field, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
merge_add (SpilMerger *self, const SpilEntity *entity, SpilLogChange *change, const SpilLocalStamp *stamp,
           GError **error)
{
  g_autoptr (SpilRecord) record = spil_record_new (entity, change->id);
  SpilKey key = { .state = SPIL_KEY_NONE };
  int64_t number;

  if (spil_seal_has_key (entity)) {
    if (!self->find_key (entity, &change->id, &key, self->user_data, error))
      return FALSE;
    spil_log_change_unseal (change, &key);
  }
  for (guint i = 0; i < change->values->len; i++) {
    SpilLogValue *value = &g_array_index (change->values, SpilLogValue, i);

    spil_record_take (record, value->field, value->value);
    value->value = SPIL_VALUE_INIT;
  }
  return spil_row_insert (self->tables, record, stamp, &key, &number, error) &&
         note_references (self, record, G_MAXUINT64, error) && spil_kept_add (&self->kept, record, error) &&
         (!self->search || spil_words_add (&self->words, number, record, error));
}

// Where the write of a cell stands among those that are there.
typedef struct
{
  SpilRow *row;
  int cell;
  const SpilLogChange *change;
  guint first_base;
  guint n_bases;
  const SpilLocalStamp *stamp;
} SpilCellWrite;

static gboolean
names_stamp (SpilMerger *self, const SpilCellWrite *write, const SpilLocalStamp *stamp)
{
  for (guint i = 0; i < write->n_bases; i++) {
    SpilLocalStamp named = spil_rivals_named (
        self->store, &g_array_index (write->change->bases, SpilLogBase, write->first_base + i),
        write->stamp->device);

    if (named.device == stamp->device && named.sequence == stamp->sequence)
      return TRUE;
  }
  return FALSE;
}

// Takes out the rivals that the write replaces or settles.
static gboolean
settle_named (SpilMerger *self, const SpilCellWrite *write, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (write->row->record);
  SpilId id = spil_record_get_id (write->row->record);

  for (guint i = 0; i < write->n_bases; i++) {
    SpilLocalStamp named = spil_rivals_named (
        self->store, &g_array_index (write->change->bases, SpilLogBase, write->first_base + i),
        write->stamp->device);

    if (!spil_rivals_remove (self->tables, entity, &id, write->cell, &named, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_rival (SpilMerger *self, const SpilCellWrite *write, const SpilLocalStamp *stamp, GError **error)
{
  SpilId id = spil_record_get_id (write->row->record);

  g_hash_table_add (self->rivalled, g_memdup2 (&id, sizeof id));
  return spil_rivals_add (self->tables, spil_record_get_entity (write->row->record), &id, write->cell, stamp,
                          error);
}

// Whether the entry takes back a settlement in the row.
static gboolean
reopens (SpilMerger *self, const SpilId *row)
{
  return self->reopened != NULL && g_hash_table_contains (self->reopened, row);
}

/*
 * Decides whether the write holds from now on, and keeps the rivals of its cell: spil_merge() of what was not replaced before, and this write. Most
 * writes replace the one that holds, without rivals.
 */
static gboolean
merge_cell (SpilMerger *self, const SpilCellWrite *write, gboolean *holds, GError **error)
{
  SpilLocalStamp held = spil_cells_get (&write->row->cells, write->cell);
  SpilId id = spil_record_get_id (write->row->record);
  gboolean replaces = names_stamp (self, write, &held);

  *holds = spil_rivals_wins (self->store, write->stamp, &held);
  if (replaces && *holds && !write->row->dead && !g_hash_table_contains (self->rivalled, &id) &&
      !reopens (self, &id)) {
    spil_cells_set (&write->row->cells, write->cell, write->stamp);
    return TRUE;
  }
  if (!settle_named (self, write, error))
    return FALSE;
  if (*holds && !replaces && !add_rival (self, write, &held, error))
    return FALSE;
  if (!*holds && !add_rival (self, write, write->stamp, error))
    return FALSE;
  if (*holds)
    spil_cells_set (&write->row->cells, write->cell, write->stamp);
  if (!reopens (self, &id))
    return TRUE;
  // Rivals that return are there for the entries that follow.
  g_hash_table_add (self->rivalled, g_memdup2 (&id, sizeof id));
  return spil_rivals_reopen (self->store, self->tables, write->row, write->cell, error);
}

// What the row is found by changes, and what is made of it; a row that is dead is not found.
static gboolean
change_made (SpilMerger *self, const SpilRow *row, SpilRecord *before, SpilRecord *after, GError **error)
{
  return spil_kept_change (&self->kept, before, after, error) &&
         (!self->search || spil_words_change (&self->words, row->number, before, after, error));
}

static void
take_values (SpilRecord *record, SpilLogChange *change, const SpilLogGroup *group)
{
  for (guint i = 0; i < group->n_values; i++) {
    SpilLogValue *value = &g_array_index (change->values, SpilLogValue, group->first_value + i);

    spil_record_set (record, value->field, &value->value);
  }
}

// Writes the column groups @groups of @after.
static gboolean
write_groups (SpilMerger *self, SpilRow *row, SpilRecord *after, uint64_t groups, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (after);
  SpilId id = spil_record_get_id (after);

  if (groups == 0)
    return TRUE;
  if (!spil_row_update (self->tables, row, after, groups, error) ||
      (!row->dead && !change_made (self, row, row->record, after, error)))
    return FALSE;
  if (spil_circles_concern (entity) && (groups & SPIL_GROUP_BIT (SPIL_TASK_PARENT)) != 0 &&
      !spil_circles_forget (self->tables, entity, &id, error))
    return FALSE;
  return row->dead || note_references (self, after, groups, error);
}

static gboolean
merge_set (SpilMerger *self, SpilRow *row, SpilLogChange *change, const SpilLocalStamp *stamp, GError **error)
{
  g_autoptr (SpilRecord) after = spil_record_copy (row->record);
  uint64_t groups = 0;

  spil_log_change_unseal (change, &row->key);
  for (guint i = 0; i < change->groups->len; i++) {
    const SpilLogGroup *group = &g_array_index (change->groups, SpilLogGroup, i);
    SpilCellWrite write = { .row = row,
                            .cell = group->group,
                            .change = change,
                            .first_base = group->first_base,
                            .n_bases = group->n_bases,
                            .stamp = stamp };
    gboolean holds;

    if (!merge_cell (self, &write, &holds, error))
      return FALSE;
    if (!holds)
      continue;
    groups |= SPIL_GROUP_BIT (group->group);
    take_values (after, change, group);
  }
  if (!write_groups (self, row, after, groups, error))
    return FALSE;
  return !row->dead || spil_unseen_update (self->store, self->tables, row, NULL, 0, error);
}

// The row died or came back.
static gboolean
write_existence (SpilMerger *self, SpilRow *row, gboolean dead, GError **error)
{
  gboolean was_dead = row->dead;

  if (!spil_row_set_dead (self->tables, row, dead, error))
    return FALSE;
  row->dead = dead;
  if (dead == was_dead)
    return TRUE;
  if (dead) {
    SpilLinkRow gone = { .entity = spil_record_get_entity (row->record),
                         .id = spil_record_get_id (row->record) };

    g_array_append_val (self->gone, gone);
    self->last_live[gone.entity->number] = SPIL_ID_NIL;
    return change_made (self, row, row->record, NULL, error);
  }
  return note_references (self, row->record, G_MAXUINT64, error) &&
         change_made (self, row, NULL, row->record, error);
}

static gboolean
merge_existence (SpilMerger *self, SpilRow *row, const SpilLogChange *change, const SpilLocalStamp *stamp,
                 GError **error)
{
  SpilCellWrite write = {
    .row = row, .cell = SPIL_CELL_EXISTENCE, .change = change, .n_bases = change->n_bases, .stamp = stamp
  };
  gboolean holds;

  if (!merge_cell (self, &write, &holds, error))
    return FALSE;
  if (!holds)
    return TRUE;
  if (!write_existence (self, row, change->kind == SPIL_LOG_DELETE, error))
    return FALSE;
  return row->dead
             ? spil_unseen_update (self->store, self->tables, row, change, stamp->device, error)
             : spil_unseen_clear (self->tables, spil_record_get_entity (row->record), &change->id, error);
}

static gboolean
merge_erase (SpilMerger *self, SpilRow *row, GError **error)
{
  g_autoptr (SpilRecord) before = spil_record_copy (row->record);

  if (row->key.state != SPIL_KEY_HELD)
    return TRUE;
  self->erased = TRUE;
  return spil_row_erase (self->tables, row, error) &&
         (row->dead || change_made (self, row, before, row->record, error));
}

// A row that is not there was added by an entry that does not count, or by one of a later version: what else was done to it waits for it.
static gboolean
merge_existing (SpilMerger *self, const SpilEntity *entity, SpilLogChange *change,
                const SpilLocalStamp *stamp, GError **error)
{
  g_auto (SpilRow) row = { 0 };

  if (!spil_row_read (self->tables, entity, &change->id, &row, error))
    return FALSE;
  if (change->kind == SPIL_LOG_ADD)
    return row.number != 0 || merge_add (self, entity, change, stamp, error);
  if (row.number == 0)
    return TRUE;
  switch (change->kind) {
  case SPIL_LOG_SET:
    return merge_set (self, &row, change, stamp, error);
  case SPIL_LOG_ERASE:
    return merge_erase (self, &row, error);
  case SPIL_LOG_DELETE:
  case SPIL_LOG_RESTORE:
    return merge_existence (self, &row, change, stamp, error);
  case SPIL_LOG_ADD:
  case SPIL_LOG_N_KINDS:
  default:
    return TRUE;
  }
}

static gboolean
merge_change (SpilMerger *self, SpilLogChange *change, const SpilLocalStamp *stamp, gboolean *parked,
              GError **error)
{
  if (!spil_log_change_is_known (change)) {
    *parked = TRUE;
    if (!spil_log_change_keep_known (change))
      return TRUE;
  }
  spil_entity_mask_add (&self->touched, change->entity);
  self->circles = self->circles || spil_circles_concern (spil_entity_by_number (change->entity));
  return merge_existing (self, spil_entity_by_number (change->entity), change, stamp, error);
}

static gboolean
settles (const SpilLogChange *change)
{
  for (guint i = 0; i < change->groups->len; i++)
    if (g_array_index (change->groups, SpilLogGroup, i).n_bases > 1)
      return TRUE;
  return change->n_bases > 1;
}

// Notes the rows in which the entry that is taken back had settled something.
static gboolean
read_reopened (SpilMerger *self, int64_t device, int64_t undoes, GError **error)
{
  g_autoptr (GBytes) payload = NULL;
  g_auto (SpilLogReader) reader = { 0 };

  g_clear_pointer (&self->reopened, g_hash_table_unref);
  if (undoes == 0)
    return TRUE;
  if (!spil_store_find_payload (self->store, device, undoes, &payload, error))
    return FALSE;
  if (payload == NULL ||
      !spil_log_reader_init (&reader, g_bytes_get_data (payload, NULL), g_bytes_get_size (payload)))
    return TRUE;
  while (spil_log_reader_next (&reader) == SPIL_LOG_READ_CHANGE) {
    if (!settles (&reader.change))
      continue;
    if (self->reopened == NULL)
      self->reopened = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
    g_hash_table_add (self->reopened, g_memdup2 (&reader.change.id, sizeof reader.change.id));
  }
  return TRUE;
}

gboolean
spil_merger_apply (SpilMerger *self, const SpilLocalStamp *stamp, int64_t undoes, const void *payload,
                   gsize length, gboolean *parked, GError **error)
{
  g_auto (SpilLogReader) reader = { 0 };
  SpilLogRead read;

  *parked = FALSE;
  if (!read_reopened (self, stamp->device, undoes, error))
    return FALSE;
  read = spil_log_reader_init (&reader, payload, length) ? SPIL_LOG_READ_CHANGE : SPIL_LOG_READ_FAULT;
  spil_words_expect (&self->words, reader.n_left);
  while (read == SPIL_LOG_READ_CHANGE && (read = spil_log_reader_next (&reader)) == SPIL_LOG_READ_CHANGE)
    if (!merge_change (self, &reader.change, stamp, parked, error))
      return FALSE;
  if (read == SPIL_LOG_READ_FAULT)
    spil_store_set_log_fault (self->store, stamp->device, stamp->sequence, error);
  return read == SPIL_LOG_READ_END;
}

gboolean
spil_merger_finish (SpilMerger *self, GError **error)
{
  gboolean orphans;
  gboolean broken;

  if (!spil_words_write (&self->words, error) || !spil_kept_write (&self->kept, error) ||
      !spil_links_any (self->tables, &orphans, &broken, error) ||
      ((self->circles || broken) && !spil_circles_update (self->store, self->tables, error)))
    return FALSE;
  return spil_links_update (self->tables, self->links, self->gone, error);
}

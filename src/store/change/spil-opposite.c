// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rivals.h"
#include "spil-transaction.h"

/** An entry of this device that is taken back, or repeated. */
typedef struct
{
  SpilTransaction *transaction;
  int64_t sequence;
  GBytes *payload;
  GBytes *before; // the values that its SET changes replaced
  gboolean left; // of the change that is turned: others wrote since
  GBytes *undone; // payload of the entry that it took back itself; NULL: it took back none
  SpilLogReader undone_reader;
  SpilLogBase deletion; // the entry that was looked into last for what a deletion had seen
  GBytes *deletion_payload; // NULL: there is no such entry
  SpilLogReader deletion_reader;
} SpilTurn;

static void
clear_turn (SpilTurn *self)
{
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->undone, g_bytes_unref);
  g_clear_pointer (&self->deletion_payload, g_bytes_unref);
  spil_log_reader_clear (&self->undone_reader);
  spil_log_reader_clear (&self->deletion_reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilTurn, clear_turn)

static gboolean
read_turn (SpilTurn *self, GError **error)
{
  SpilStore *store = self->transaction->store;
  int64_t device = self->transaction->stamp.device;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT ifnull (undoes_sequence, 0) FROM log WHERE device = ?1 AND sequence = ?2 AND undoes_device = ?1",
      error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, device);
  spil_statement_bind_integer (statement, 2, self->sequence);
  step = spil_statement_step (statement, error);
  if (step == SPIL_STEP_FAILED ||
      (step == SPIL_STEP_ROW &&
       !spil_store_find_payload (store, device, spil_statement_get_integer (statement, 0), &self->undone,
                                 error)))
    return FALSE;
  if (self->undone != NULL)
    spil_log_reader_init (&self->undone_reader, g_bytes_get_data (self->undone, NULL),
                          g_bytes_get_size (self->undone));
  self->payload = spil_store_read_payload (store, device, self->sequence, error);
  return self->payload != NULL;
}

// Whether the cell still is as the entry left it.
static gboolean
is_held (const SpilTurn *self, const SpilPlannedChange *planned, int cell)
{
  SpilLocalStamp held = spil_cells_get (&planned->row.cells, cell);

  return held.device == self->transaction->stamp.device && held.sequence == self->sequence;
}

static gboolean
has_values (const SpilPlannedChange *planned, const SpilLogChange *change, const SpilLogGroup *group)
{
  for (guint i = 0; i < group->n_values; i++) {
    const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, group->first_value + i);

    if (!spil_value_equal (&value->value, spil_record_get (planned->row.record, value->field)))
      return FALSE;
  }
  return TRUE;
}

// The rivals that there are, when the entry that is repeated had settled each of them.
static gboolean
settles_again (SpilTurn *self, const SpilPlannedChange *planned, int cell, gboolean *again, GError **error)
{
  SpilStore *store = self->transaction->store;
  int64_t device = self->transaction->stamp.device;
  SpilId id = spil_record_get_id (planned->row.record);
  const SpilEntity *entity = spil_record_get_entity (planned->row.record);
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));
  const SpilLogChange *undone = &self->undone_reader.change;
  const SpilLogGroup *group;
  guint first;
  guint n;

  *again = FALSE;
  if (self->undone == NULL || !spil_log_reader_seek (&self->undone_reader, entity->number, &id))
    return TRUE;
  group = spil_log_change_group (undone, cell);
  first = group != NULL ? group->first_base : 0;
  n = group != NULL ? group->n_bases : cell == SPIL_CELL_EXISTENCE ? undone->n_bases : 0;
  if (!spil_rivals_read (store->tables, entity, &id, cell, rivals, error))
    return FALSE;
  *again = rivals->len > 0;
  for (guint i = 0; i < rivals->len; i++) {
    const SpilLocalStamp *rival = &g_array_index (rivals, SpilLocalStamp, i);
    SpilLogBase name = { .device = SPIL_ID_NIL, .sequence = rival->sequence };

    if (rival->device != device)
      name.device = spil_store_device_by_number (store, rival->device);
    *again = *again && spil_log_change_names (undone, first, n, &name);
  }
  return TRUE;
}

static gboolean
turn_group (SpilTurn *self, SpilPlannedChange *planned, const SpilLogChange *change,
            const SpilLogGroup *group, const SpilLogChange *before, GError **error)
{
  const SpilLogGroup *replaced = spil_log_change_group (before, group->group);
  gboolean again;

  if (replaced == NULL)
    return TRUE;
  if (!has_values (planned, change, group)) {
    self->left = TRUE;
    return TRUE;
  }
  for (guint i = 0; i < replaced->n_values; i++) {
    const SpilLogValue *value = &g_array_index (before->values, SpilLogValue, replaced->first_value + i);

    spil_record_set (spil_planned_ensure_after (planned), value->field, &value->value);
  }
  if (group->n_bases > 1 && is_held (self, planned, group->group))
    planned->reopened |= SPIL_GROUP_BIT (group->group);
  if (!settles_again (self, planned, group->group, &again, error))
    return FALSE;
  if (again)
    planned->settled |= SPIL_GROUP_BIT (group->group);
  return TRUE;
}

// Whether the row says what the entry that added it wrote, and nothing else.
static gboolean
is_as_added (const SpilPlannedChange *planned, SpilLogChange *change)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);
  guint at = 0;

  spil_log_change_unseal (change, &planned->row.key);
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilValue *written = &SPIL_VALUE_INIT;

    if (entity->fields[i].number == 0)
      continue;
    if (at < change->values->len && g_array_index (change->values, SpilLogValue, at).field == i)
      written = &g_array_index (change->values, SpilLogValue, at++).value;
    if (!spil_value_equal (written, spil_record_get (planned->row.record, i)))
      return FALSE;
  }
  return TRUE;
}

static void
turn_add (SpilTurn *self, SpilPlannedChange *planned, SpilLogChange *change)
{
  if (planned->row.dead)
    return;
  if (self->transaction->lenient && !is_as_added (planned, change))
    self->transaction->n_left++;
  else
    planned->kind = SPIL_LOG_DELETE;
}

static gboolean
turn_set (SpilTurn *self, SpilPlannedChange *planned, SpilLogChange *change, SpilLogChange *before,
          GError **error)
{
  self->left = FALSE;
  spil_log_change_unseal (change, &planned->row.key);
  spil_log_change_unseal (before, &planned->row.key);
  for (guint i = 0; i < change->groups->len; i++)
    if (!turn_group (self, planned, change, &g_array_index (change->groups, SpilLogGroup, i), before, error))
      return FALSE;
  self->transaction->n_left += self->left;
  return TRUE;
}

// Appends what the deletion @reader is at had seen, as this device names it.
static GArray *
copy_seen (SpilTurn *self, const SpilLogChange *deletion, const SpilId *author)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));

  for (guint i = deletion->n_bases; i < deletion->bases->len; i++) {
    SpilLogBase base = g_array_index (deletion->bases, SpilLogBase, i);

    if (spil_id_is_nil (base.device))
      base.device = *author;
    if (spil_id_equal (base.device, self->transaction->store->device))
      base.device = SPIL_ID_NIL;
    g_array_append_val (seen, base);
  }
  return seen;
}

// Makes the reader of deletions read that entry, unless it does.
static gboolean
read_deletion (SpilTurn *self, int64_t device, const SpilId *author, int64_t sequence, GError **error)
{
  if (self->deletion.sequence == sequence && spil_id_equal (self->deletion.device, *author))
    return TRUE;
  self->deletion = (SpilLogBase) { .device = *author, .sequence = sequence };
  spil_log_reader_clear (&self->deletion_reader);
  g_clear_pointer (&self->deletion_payload, g_bytes_unref);
  if (!spil_store_find_payload (self->transaction->store, device, sequence, &self->deletion_payload, error))
    return FALSE;
  if (self->deletion_payload != NULL)
    spil_log_reader_init (&self->deletion_reader, g_bytes_get_data (self->deletion_payload, NULL),
                          g_bytes_get_size (self->deletion_payload));
  return TRUE;
}

// What the deletion that @change replaced had seen; NULL when it replaced none.
static gboolean
find_deletion (SpilTurn *self, const SpilPlannedChange *planned, const SpilLogChange *change, GArray **seen,
               GError **error)
{
  const SpilLocalStamp *born = &planned->row.cells.born;
  SpilStore *store = self->transaction->store;
  const SpilLogBase *base = &g_array_index (change->bases, SpilLogBase, 0);
  int64_t device = spil_store_number_of_device (store, &base->device, self->transaction->stamp.device);
  SpilId author = spil_store_device_by_number (store, device);

  *seen = NULL;
  if (device == born->device && base->sequence == born->sequence)
    return TRUE;
  if (!read_deletion (self, device, &author, base->sequence, error))
    return FALSE;
  if (self->deletion_payload != NULL &&
      spil_log_reader_seek (&self->deletion_reader, change->entity, &change->id) &&
      self->deletion_reader.change.kind == SPIL_LOG_DELETE)
    *seen = copy_seen (self, &self->deletion_reader.change, &author);
  return TRUE;
}

// All that stands in the row now, but for what was there when it was brought back and the deletion @seen had not seen.
static gboolean
add_later_heads (SpilTurn *self, const SpilPlannedChange *planned, GArray *seen, GError **error)
{
  SpilStore *store = self->transaction->store;
  SpilLocalStamp held = spil_cells_get (&planned->row.cells, SPIL_CELL_EXISTENCE);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));

  if (!spil_rivals_heads (store->tables, &planned->row, heads, error))
    return FALSE;
  for (guint i = 0; i < heads->len; i++) {
    const SpilLocalStamp *head = &g_array_index (heads, SpilLocalStamp, i);
    SpilLogBase base = { .device = SPIL_ID_NIL, .sequence = head->sequence };

    if (head->time < held.time)
      continue;
    if (head->device != self->transaction->stamp.device)
      base.device = spil_store_device_by_number (store, head->device);
    g_array_append_val (seen, base);
  }
  return TRUE;
}

// What took the place of a deletion, by deleting again or bringing back, gives that deletion its place again.
static gboolean
turn_existence (SpilTurn *self, SpilPlannedChange *planned, const SpilLogChange *change, GError **error)
{
  gboolean brought_back = change->kind == SPIL_LOG_RESTORE;
  g_autoptr (GArray) seen = NULL;
  gboolean again;

  if (planned->row.dead == brought_back)
    return TRUE;
  if (!find_deletion (self, planned, change, &seen, error) ||
      !settles_again (self, planned, SPIL_CELL_EXISTENCE, &again, error))
    return FALSE;
  planned->kind = seen != NULL ? SPIL_LOG_DELETE : SPIL_LOG_RESTORE;
  planned->again = seen != NULL && self->undone == NULL;
  if (brought_back && seen != NULL && self->undone == NULL && !add_later_heads (self, planned, seen, error))
    return FALSE;
  if (seen != NULL && (!brought_back || self->undone == NULL))
    planned->seen = g_steal_pointer (&seen);
  if (change->n_bases > 1 && is_held (self, planned, SPIL_CELL_EXISTENCE))
    planned->reopened |= SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE);
  if (again)
    planned->settled |= SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE);
  return TRUE;
}

static gboolean
turn_change (SpilTurn *self, SpilLogChange *change, SpilLogChange *before, GError **error)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);
  SpilPlannedChange *planned = spil_transaction_plan_row (self->transaction, entity, &change->id, error);

  if (planned == NULL)
    return FALSE;
  if (planned->row.number == 0)
    return TRUE;
  if (change->kind == SPIL_LOG_SET)
    return planned->row.dead || turn_set (self, planned, change, before, error);
  if (change->kind == SPIL_LOG_DELETE || change->kind == SPIL_LOG_RESTORE)
    return turn_existence (self, planned, change, error);
  if (change->kind == SPIL_LOG_ADD)
    turn_add (self, planned, change);
  return TRUE;
}

static gboolean
turn_changes (SpilTurn *self, SpilLogReader *log, SpilLogReader *before, gboolean *fault, GError **error)
{
  SpilLogRead read;

  while ((read = spil_log_reader_next (log)) == SPIL_LOG_READ_CHANGE) {
    *fault = !spil_log_change_is_known (&log->change) ||
             (log->change.kind == SPIL_LOG_SET && (spil_log_reader_next (before) != SPIL_LOG_READ_CHANGE ||
                                                   !spil_log_change_is_known (&before->change)));
    if (*fault || !turn_change (self, &log->change, &before->change, error))
      return FALSE;
  }
  *fault = read == SPIL_LOG_READ_FAULT;
  return !*fault;
}

gboolean
spil_transaction_plan_opposite (SpilTransaction *self, GBytes *before, int64_t sequence, GError **error)
{
  g_auto (SpilTurn) turn = { .transaction = self, .sequence = sequence, .before = before };
  g_auto (SpilLogReader) done = { 0 };
  g_auto (SpilLogReader) replaced = { 0 };
  gboolean fault;

  if (!read_turn (&turn, error))
    return FALSE;
  fault = !spil_log_reader_init (&done, g_bytes_get_data (turn.payload, NULL),
                                 g_bytes_get_size (turn.payload)) ||
          !spil_log_reader_init (&replaced, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  if (!fault && turn_changes (&turn, &done, &replaced, &fault, error))
    return (!self->lenient || spil_transaction_leave_referred (self, error)) &&
           spil_transaction_close_plan (self, error);
  if (fault)
    spil_store_set_log_fault (self->store, self->stamp.device, sequence, error);
  return FALSE;
}

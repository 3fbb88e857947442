// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-transaction.h"

#include "spil-audit.h"
#include "spil-rivals.h"
#include "spil-rules.h"

static gboolean
read_meta (SpilTransaction *self, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection, "SELECT device, clock, sequence, undo_position FROM meta", error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  if (step == SPIL_STEP_DONE)
    spil_connection_set_error (self->store->connection, SQLITE_CORRUPT, error);
  if (step != SPIL_STEP_ROW)
    return FALSE;
  self->stamp.device = spil_statement_get_integer (statement, 0);
  self->clock.time = spil_statement_get_integer (statement, 1);
  self->stamp.sequence = spil_statement_get_integer (statement, 2) + 1;
  self->undo_position = spil_statement_get_integer (statement, 3);
  // Another program may have given this database another identity meanwhile, or other numbers.
  return self->stamp.device == self->store->device_number || spil_store_read_device (self->store, error);
}

static void
free_planned (gpointer data)
{
  SpilPlannedChange *planned = data;

  spil_row_clear (&planned->row);
  g_clear_object (&planned->after);
  g_clear_pointer (&planned->seen, g_array_unref);
  g_free (planned);
}

gboolean
spil_transaction_begin (SpilTransaction *self, SpilStore *store, SpilTransactionKind kind, GError **error)
{
  self->store = store;
  self->kind = kind;
  if (!spil_connection_begin (store->connection, error))
    return FALSE;
  self->open = TRUE;
  spil_words_init (&self->words, store->tables);
  spil_kept_init (&self->kept, store->connection);
  self->programme = spil_store_get_programme (store);
  self->wall = g_get_real_time () / 1000;
  self->today = spil_day_today ();
  self->adds = g_ptr_array_new ();
  self->own_adds = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_change_free);
  self->planned = g_ptr_array_new_with_free_func (free_planned);
  self->pending = g_array_new (FALSE, FALSE, sizeof (SpilPendingReference));
  self->ruled = g_ptr_array_new_with_free_func (spil_ruled_row_free);
  self->gone = g_array_new (FALSE, FALSE, sizeof (SpilLinkRow));
  return read_meta (self, error);
}

void
spil_transaction_clear (SpilTransaction *self)
{
  if (self->open)
    spil_connection_rollback (self->store->connection);
  self->open = FALSE;
  g_clear_pointer (&self->adds, g_ptr_array_unref);
  g_clear_pointer (&self->own_adds, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->ruled, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_array_unref);
  spil_words_clear (&self->words);
  spil_kept_clear (&self->kept);
  spil_log_writer_clear (&self->log);
  spil_log_writer_clear (&self->before);
}

gboolean
spil_transaction_is_empty (SpilTransaction *self)
{
  return self->adds->len + self->planned->len == 0;
}

static gboolean
write_log (SpilTransaction *self, const char *label, int64_t undoes, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "INSERT INTO log (device, sequence, time, wall, actor, label, undoes_device, undoes_sequence, payload) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, self->stamp.device);
  spil_statement_bind_integer (statement, 2, self->stamp.sequence);
  spil_statement_bind_integer (statement, 3, self->stamp.time);
  spil_statement_bind_integer (statement, 4, self->wall);
  spil_statement_bind_text (statement, 5, self->store->actor);
  spil_statement_bind_text (statement, 6, label);
  if (undoes != 0) {
    spil_statement_bind_integer (statement, 7, self->stamp.device);
    spil_statement_bind_integer (statement, 8, undoes);
  }
  spil_statement_bind_blob (statement, 9, self->log.bytes->data, self->log.bytes->len);
  return spil_statement_run (statement, error);
}

static gboolean
write_meta (SpilTransaction *self, int64_t undo_position, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection, "UPDATE meta SET clock = ?1, sequence = ?2, undo_position = ?3", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, self->clock.time);
  spil_statement_bind_integer (statement, 2, self->stamp.sequence);
  spil_statement_bind_integer (statement, 3, undo_position);
  return spil_statement_run (statement, error);
}

// What was done, in numbers only: "contact +1, task ~2".
static char *
describe_counts (SpilTransaction *self)
{
  static const char signs[] = { '+', '~', '-', '^', 'x' };
  GString *text = g_string_new (NULL);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int kind = 0; kind < SPIL_LOG_N_KINDS; kind++) {
      guint count = self->counts[entities[i]->number][kind];

      if (count > 0)
        g_string_append_printf (text, "%s%s %c%u", text->len > 0 ? ", " : "", entities[i]->name, signs[kind],
                                count);
    }
  return g_string_free_and_steal (text);
}

static void
note_touched (SpilTransaction *self)
{
  for (int entity = 0; entity < SPIL_ENTITY_NUMBER_LIMIT; entity++)
    for (int kind = 0; kind < SPIL_LOG_N_KINDS; kind++)
      if (self->counts[entity][kind] > 0)
        spil_entity_mask_add (&self->store->touched, entity);
}

// Settlements that are taken back are open again, once the entry that does so is in the log.
static gboolean
reopen (SpilTransaction *self, GError **error)
{
  for (guint i = 0; i < self->planned->len; i++) {
    const SpilPlannedChange *planned = g_ptr_array_index (self->planned, i);

    for (int cell = 0; planned->reopened != 0 && cell < SPIL_FIELD_NUMBER_LIMIT; cell++)
      if ((planned->reopened & SPIL_GROUP_BIT (cell)) != 0 &&
          !spil_rivals_reopen (self->store, self->store->tables, &planned->row, cell, error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
touches_circles (SpilTransaction *self)
{
  for (int kind = 0; kind < SPIL_LOG_N_KINDS; kind++)
    if (self->counts[SPIL_ENTITY_TASK][kind] > 0 || self->counts[SPIL_ENTITY_DEPENDENCY][kind] > 0)
      return TRUE;
  return FALSE;
}

// What merges left between rows may be mended by this change; by itself it leaves nothing of the kind.
static gboolean
look_after_links (SpilTransaction *self, GError **error)
{
  SpilTables *tables = self->store->tables;
  gboolean orphans;
  gboolean broken;

  if (!spil_links_any (tables, &orphans, &broken, error) ||
      ((broken || self->kind == SPIL_TRANSACTION_UNDO) && touches_circles (self) &&
       !spil_circles_update (self->store, tables, error)))
    return FALSE;
  return !(orphans || self->leaves_orphans) || spil_links_update (tables, NULL, self->gone, error);
}

// Until the file is scrubbed, traces are left in it.
static gboolean
note_erased (SpilTransaction *self, GError **error)
{
  gboolean erased = FALSE;

  for (int entity = 0; entity < SPIL_ENTITY_NUMBER_LIMIT; entity++)
    erased = erased || self->counts[entity][SPIL_LOG_ERASE] > 0;
  return !erased || spil_store_note_traces (self->store, error);
}

gboolean
spil_transaction_finish (SpilTransaction *self, const char *action, const char *label, int64_t undoes,
                         int64_t undo_position, GError **error)
{
  g_autofree char *object = describe_counts (self);

  if (!spil_transaction_check_references (self, error) || !spil_rules_check (self, error) ||
      !write_log (self, label, undoes, error) || !reopen (self, error) || !look_after_links (self, error) ||
      !note_erased (self, error) || !write_meta (self, undo_position, error) ||
      !spil_audit_write (self->store, action, object, "ok", error) ||
      !spil_connection_commit (self->store->connection, error))
    return FALSE;
  self->open = FALSE;
  note_touched (self);
  return TRUE;
}

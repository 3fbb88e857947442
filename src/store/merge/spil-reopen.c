// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merge.h"
#include "spil-rivals.h"

/*
 * The writes of one cell, found by following the bases from the writes that are known: all that was ever written to it, since a write
 * that nobody names is the winner or a rival.
 */
typedef struct
{
  SpilStore *store;
  const SpilEntity *entity;
  SpilId row;
  int cell;
  GArray *writes; // of SpilWrite
  GPtrArray *bases; // of GArray of SpilStampName: what the writes name
} SpilCellWalk;

static gboolean
is_known (SpilCellWalk *self, const SpilStampName *name)
{
  for (guint i = 0; i < self->writes->len; i++) {
    const SpilWrite *write = &g_array_index (self->writes, SpilWrite, i);

    if (write->stamp.sequence == name->sequence && spil_id_equal (write->stamp.device, name->device))
      return TRUE;
  }
  return FALSE;
}

// Appends what a change names in the cell.
static void
collect_bases (SpilCellWalk *self, const SpilLogChange *change, const SpilId *author, GArray *names)
{
  const SpilLogGroup *group = spil_log_change_group (change, self->cell);
  guint first = group != NULL ? group->first_base : 0;
  guint n = group != NULL ? group->n_bases : self->cell == SPIL_CELL_EXISTENCE ? change->n_bases : 0;

  for (guint i = first; i < first + n; i++) {
    const SpilLogBase *base = &g_array_index (change->bases, SpilLogBase, i);
    SpilStampName name = { .device = spil_id_is_nil (base->device) ? *author : base->device,
                           .sequence = base->sequence };

    g_array_append_val (names, name);
  }
}

static SpilStatement *
select_entry (SpilCellWalk *self, const SpilStampName *name, GError **error)
{
  SpilStatement *statement = spil_connection_take (
      self->store->connection,
      "SELECT l.payload, l.time, ifnull (l.undoes_sequence, 0), l.undoes_device IS l.device FROM log AS l "
      "JOIN device AS d ON d.number = l.device WHERE d.id = ?1 AND l.sequence = ?2 AND l.sequence <= d.cut",
      error);

  if (statement != NULL) {
    spil_statement_bind_id (statement, 1, &name->device);
    spil_statement_bind_integer (statement, 2, name->sequence);
  }
  return statement;
}

// Adds the write that @name names, and returns what it names itself.
static gboolean
visit (SpilCellWalk *self, const SpilStampName *name, GArray **names, GError **error)
{
  g_autoptr (SpilStatement) statement = select_entry (self, name, error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;
  g_auto (SpilLogReader) reader = { 0 };
  SpilWrite write = { .stamp = { .device = name->device, .sequence = name->sequence } };
  const void *payload;
  gsize length;

  *names = NULL;
  if (step != SPIL_STEP_ROW)
    return step == SPIL_STEP_DONE;
  payload = spil_statement_get_blob (statement, 0, &length);
  if (!spil_log_find (&reader, payload, length, self->entity->number, &self->row))
    return TRUE;
  *names = g_array_new (FALSE, FALSE, sizeof (SpilStampName));
  collect_bases (self, &reader.change, &name->device, *names);
  write.stamp.time = spil_statement_get_integer (statement, 1);
  if (spil_statement_get_integer (statement, 3) != 0)
    write.undoes = spil_statement_get_integer (statement, 2);
  write.bases = (const SpilStampName *) (gpointer) (*names)->data;
  write.n_bases = (int) (*names)->len;
  g_array_append_val (self->writes, write);
  g_ptr_array_add (self->bases, *names);
  return TRUE;
}

static gboolean
walk (SpilCellWalk *self, GQueue *waiting, GError **error)
{
  SpilStampName *next;

  while ((next = g_queue_pop_head (waiting)) != NULL) {
    g_autofree SpilStampName *name = next;
    GArray *names = NULL;

    if (is_known (self, name))
      continue;
    if (!visit (self, name, &names, error))
      return FALSE;
    for (guint i = 0; names != NULL && i < names->len; i++)
      g_queue_push_tail (waiting, g_memdup2 (&g_array_index (names, SpilStampName, i), sizeof *name));
  }
  return TRUE;
}

static void
push_stamp (SpilStore *store, GQueue *waiting, const SpilLocalStamp *stamp)
{
  SpilStampName name = { .device = spil_store_device_by_number (store, stamp->device),
                         .sequence = stamp->sequence };

  g_queue_push_tail (waiting, g_memdup2 (&name, sizeof name));
}

static gboolean
write_rivals (SpilCellWalk *self, SpilTables *tables, GError **error)
{
  g_auto (SpilMergeResult)
      result = spil_merge ((const SpilWrite *) (gpointer) self->writes->data, (int) self->writes->len);

  if (!spil_rivals_settle (tables, self->entity, &self->row, self->cell, error))
    return FALSE;
  for (guint i = 0; i < result.rivals->len; i++) {
    const SpilWrite *write = &g_array_index (self->writes, SpilWrite, g_array_index (result.rivals, int, i));
    SpilLocalStamp stamp = {
      .time = write->stamp.time,
      .device = spil_store_number_of_device (self->store, &write->stamp.device, 0),
      .sequence = write->stamp.sequence,
    };

    if (!spil_rivals_add (tables, self->entity, &self->row, self->cell, &stamp, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_rivals_reopen (SpilStore *store, SpilTables *tables, const SpilRow *row, int cell, GError **error)
{
  g_autoptr (GArray) writes = g_array_new (FALSE, FALSE, sizeof (SpilWrite));
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));
  SpilCellWalk self = {
    .store = store,
    .entity = spil_record_get_entity (row->record),
    .row = spil_record_get_id (row->record),
    .cell = cell,
    .writes = writes,
    .bases = bases,
  };
  SpilLocalStamp held = spil_cells_get (&row->cells, cell);
  GQueue waiting = G_QUEUE_INIT;
  gboolean done;

  if (!spil_rivals_read (tables, self.entity, &self.row, cell, rivals, error))
    return FALSE;
  push_stamp (store, &waiting, &held);
  for (guint i = 0; i < rivals->len; i++)
    push_stamp (store, &waiting, &g_array_index (rivals, SpilLocalStamp, i));
  done = walk (&self, &waiting, error) && write_rivals (&self, tables, error);
  g_queue_clear_full (&waiting, g_free);
  return done;
}

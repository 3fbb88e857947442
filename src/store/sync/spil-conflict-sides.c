// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-sides.h"

#include <glib/gi18n-lib.h>

#include "spil-rivals.h"
#include "spil-text.h"

#define VALUE_CHARS 200

void
spil_conflict_set_not_found (const char *id, GError **error)
{
  g_autofree char *shown = spil_text_one_line (id, 80);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
               _ ("There is nothing to settle with the name %s (any more). Look at the list again."), shown);
}

// Adds a side that the entry of the log at @stamp wrote; nobody's when there is no such entry.
static SpilConflictSide *
add_side (SpilConflict *self, SpilStore *store, const SpilLocalStamp *stamp)
{
  SpilConflictSide *side = g_new0 (SpilConflictSide, 1);
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT actor, wall, name FROM log JOIN device ON number = device WHERE device = ?1 AND sequence = ?2",
      NULL);

  side->sequence = stamp->sequence;
  side->device = spil_store_device_by_number (store, stamp->device);
  if (statement != NULL) {
    spil_statement_bind_integer (statement, 1, stamp->device);
    spil_statement_bind_integer (statement, 2, stamp->sequence);
  }
  if (statement != NULL && spil_statement_step (statement, NULL) == SPIL_STEP_ROW) {
    side->actor = g_strdup (spil_statement_get_text (statement, 0));
    side->time = spil_time (spil_statement_get_integer (statement, 1));
    side->device_name = g_strdup (spil_statement_get_text (statement, 2));
  } else {
    side->actor = g_strdup ("");
    side->device_name = g_strdup ("");
  }
  g_ptr_array_add (self->sides, side);
  return side;
}

static char *
format_value (SpilStore *store, const SpilField *field, const SpilValue *value)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (value == NULL || value->kind == SPIL_VALUE_NULL)
    return g_strdup (_ ("not stated"));
  if (field->type == SPIL_TYPE_REFERENCE) {
    title = spil_store_dup_title (store, spil_entity_by_number (field->target), value->id);
    return g_strdup (*title != '\0' ? title : _ ("a row that was deleted"));
  }
  text = spil_value_format (field, value);
  return spil_text_one_line (text, VALUE_CHARS);
}

// "12-03-2018", or with more than one field "Begin: 12-03-2018 · Eind: niet vermeld".
static char *
format_values (SpilStore *store, const SpilChange *change)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (change->entity, assignment->field);
    g_autofree char *value = format_value (store, field, &assignment->value);

    if (change->assignments->len == 1)
      g_string_append (text, value);
    else
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", spil_field_label (field), value);
  }
  return g_string_free_and_steal (text);
}

static char *
label_group (const SpilEntity *entity, int group)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].group == group)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", spil_field_label (&entity->fields[i]));
  return g_string_free_and_steal (text);
}

// The values of the group in @record.
static SpilChange *
change_of_record (SpilRecord *record, int group)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilChange *change = spil_change_new (SPIL_CHANGE_SET, entity, spil_record_get_id (record));

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].group == group)
      spil_change_assign (change, i, spil_record_get (record, i));
  return change;
}

// Finds what the entry at @stamp did to the row; @payload keeps it alive. Returns FALSE when it did nothing to it.
static gboolean
find_change (SpilStore *store, const SpilLocalStamp *stamp, const SpilRow *row, SpilLogReader *reader,
             GBytes **payload)
{
  SpilId id = spil_record_get_id (row->record);

  return spil_store_find_payload (store, stamp->device, stamp->sequence, payload, NULL) && *payload != NULL &&
         spil_log_find (reader, g_bytes_get_data (*payload, NULL), g_bytes_get_size (*payload),
                        spil_record_get_entity (row->record)->number, &id);
}

// The values of the group that the entry at @stamp wrote; those it does not name are null.
static SpilChange *
change_of_entry (SpilStore *store, const SpilLocalStamp *stamp, const SpilRow *row, int group)
{
  const SpilEntity *entity = spil_record_get_entity (row->record);
  g_autoptr (SpilRecord) record = spil_record_new (entity, spil_record_get_id (row->record));
  g_auto (SpilLogReader) reader = { 0 };
  g_autoptr (GBytes) payload = NULL;

  if (find_change (store, stamp, row, &reader, &payload) && spil_log_change_keep_known (&reader.change)) {
    spil_log_change_unseal (&reader.change, &row->key);
    for (guint i = 0; i < reader.change.values->len; i++) {
      const SpilLogValue *value = &g_array_index (reader.change.values, SpilLogValue, i);

      if (value->field < entity->n_fields && entity->fields[value->field].number != 0)
        spil_record_set (record, value->field, &value->value);
    }
  }
  return change_of_record (record, group);
}

static gboolean
equal_changes (const SpilChange *one, const SpilChange *other)
{
  for (guint i = 0; i < one->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (one->assignments, SpilAssignment, i);

    if (!spil_value_equal (&assignment->value, spil_change_get (other, assignment->field)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_said (const SpilConflict *self, const SpilChange *change)
{
  for (guint i = 0; i < self->sides->len; i++)
    if (equal_changes (change, ((SpilConflictSide *) g_ptr_array_index (self->sides, i))->change))
      return TRUE;
  return FALSE;
}

static int
compare_stamps (gconstpointer a, gconstpointer b, gpointer store)
{
  const SpilLocalStamp *one = a;
  const SpilLocalStamp *other = b;

  if (one->device == other->device && one->sequence == other->sequence)
    return 0;
  return spil_rivals_wins (store, one, other) ? 1 : -1;
}

static gboolean
read_rivals (SpilConflict *self, SpilStore *store, GArray *rivals, GError **error)
{
  if (!spil_rivals_read (store->tables, self->entity, &self->row, self->group, rivals, error))
    return FALSE;
  g_array_sort_with_data (rivals, compare_stamps, store);
  return TRUE;
}

static gboolean
fill_values (SpilConflict *self, SpilStore *store, const SpilRow *row, GError **error)
{
  SpilLocalStamp held = spil_cells_get (&row->cells, self->group);
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));
  SpilConflictSide *side;

  if (row->dead)
    return TRUE;
  if (!read_rivals (self, store, rivals, error))
    return FALSE;
  side = add_side (self, store, &held);
  // What was written, also where it is left out of the row since it would close a circle.
  side->change = change_of_entry (store, &held, row, self->group);
  for (guint i = 0; i < rivals->len; i++) {
    const SpilLocalStamp *rival = &g_array_index (rivals, SpilLocalStamp, i);
    g_autoptr (SpilChange) change = change_of_entry (store, rival, row, self->group);

    if (is_said (self, change))
      continue;
    side = add_side (self, store, rival);
    side->change = g_steal_pointer (&change);
  }
  for (guint i = 0; i < self->sides->len; i++) {
    side = g_ptr_array_index (self->sides, i);
    side->text = format_values (store, side->change);
  }
  self->group_label = label_group (self->entity, self->group);
  self->sentence = g_strdup_printf (_ ("Written differently on %d laptops that did not know of each other."),
                                    (int) self->sides->len);
  if (self->sides->len < 2)
    g_ptr_array_set_size (self->sides, 0);
  return TRUE;
}

// The latest rival that would have the row be otherwise than it is.
static gboolean
find_opponent (SpilConflict *self, SpilStore *store, const SpilRow *row, SpilLocalStamp *opponent,
               gboolean *found, GError **error)
{
  g_autoptr (GArray) stamps = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));

  *found = FALSE;
  if (!read_rivals (self, store, stamps, error))
    return FALSE;
  for (guint i = 0; i < stamps->len; i++) {
    const SpilLocalStamp *stamp = &g_array_index (stamps, SpilLocalStamp, i);
    g_auto (SpilLogReader) reader = { 0 };
    g_autoptr (GBytes) payload = NULL;
    gboolean dead;

    if (!find_change (store, stamp, row, &reader, &payload))
      continue;
    dead = reader.change.kind == SPIL_LOG_DELETE;
    *found = *found || dead != row->dead;
    if (dead != row->dead)
      *opponent = *stamp;
  }
  g_array_set_size (stamps, 0);
  if (!row->dead)
    return TRUE;
  if (!spil_unseen_read (store->tables, self->entity, &self->row, stamps, error))
    return FALSE;
  g_array_sort_with_data (stamps, compare_stamps, store);
  *found = *found || stamps->len > 0;
  if (stamps->len > 0)
    *opponent = g_array_index (stamps, SpilLocalStamp, stamps->len - 1);
  return TRUE;
}

static void
add_existence (SpilConflict *self, SpilStore *store, const SpilLocalStamp *stamp, gboolean dead)
{
  SpilConflictSide *side = add_side (self, store, stamp);

  side->text = g_strdup (dead ? _ ("Deleted") : _ ("Kept, with all its values"));
  side->change = spil_change_new (dead ? SPIL_CHANGE_DELETE : SPIL_CHANGE_RESTORE, self->entity, self->row);
}

static gboolean
fill_deleted (SpilConflict *self, SpilStore *store, const SpilRow *row, GError **error)
{
  SpilLocalStamp held = spil_cells_get (&row->cells, SPIL_CELL_EXISTENCE);
  SpilLocalStamp opponent = { 0 };
  gboolean found;

  if (!find_opponent (self, store, row, &opponent, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  add_existence (self, store, &held, row->dead);
  add_existence (self, store, &opponent, !row->dead);
  self->group_label = g_strdup (_ ("Deleted or not"));
  self->sentence = g_strdup (row->dead ? _ ("Deleted on one laptop, while it was changed on another.")
                                       : _ ("Kept on one laptop, while it was deleted on another."));
  return TRUE;
}

// Without the row that it refers to, it can stand only where that is not required.
static void
add_without (SpilConflict *self, SpilStore *store, const SpilField *field, const SpilLocalStamp *stamp)
{
  SpilConflictSide *side;
  SpilValue none = SPIL_VALUE_INIT;

  if ((field->flags & SPIL_FIELD_REQUIRED) != 0)
    return;
  side = add_side (self, store, stamp);
  side->text = g_strdup_printf (_ ("Kept, without %s"), spil_field_label (field));
  side->change = spil_change_new (SPIL_CHANGE_SET, self->entity, self->row);
  spil_change_assign (side->change, field->number, &none);
}

static gboolean
fill_orphan (SpilConflict *self, SpilStore *store, const SpilRow *row, GError **error)
{
  const SpilField *field = spil_entity_field (self->entity, self->group);
  const SpilEntity *entity = spil_entity_by_number (field->target);
  SpilId target = spil_record_get_reference (row->record, field->number);
  SpilLocalStamp stamp = spil_cells_get (&row->cells, field->group);
  g_auto (SpilRow) gone = { 0 };
  SpilLocalStamp deleted = stamp;
  SpilConflictSide *side;

  if (row->dead || !spil_row_read (store->tables, entity, &target, &gone, error))
    return row->dead;
  self->group_label = g_strdup (spil_field_label (field));
  self->sentence = g_strdup_printf (_ ("%s was deleted on another laptop, while this was added to it."),
                                    spil_entity_label (entity));
  if (gone.number != 0) {
    g_autofree char *name = spil_store_name_row (gone.record);

    deleted = spil_cells_get (&gone.cells, SPIL_CELL_EXISTENCE);
    side = add_side (self, store, &stamp);
    side->text = g_strdup_printf (_ ("Kept, and %s is brought back"), name);
    side->change = spil_change_new (SPIL_CHANGE_RESTORE, entity, target);
  }
  add_without (self, store, field, &stamp);
  side = add_side (self, store, &deleted);
  side->text = g_strdup (_ ("Deleted as well"));
  side->change = spil_change_new (SPIL_CHANGE_DELETE, self->entity, self->row);
  return TRUE;
}

static gboolean
fill_circle (SpilConflict *self, SpilStore *store, const SpilRow *row, GError **error)
{
  gboolean task = self->entity->number == SPIL_ENTITY_TASK;
  SpilLocalStamp stamp = task ? spil_cells_get (&row->cells, SPIL_TASK_PARENT)
                              : spil_cells_get (&row->cells, SPIL_DEPENDENCY_FROM);
  SpilConflictSide *side = add_side (self, store, &stamp);
  SpilValue none = SPIL_VALUE_INIT;

  self->group = task ? spil_entity_field (self->entity, SPIL_TASK_PARENT)->group : 0;
  self->group_label = g_strdup (task ? spil_field_label (spil_entity_field (self->entity, SPIL_TASK_PARENT))
                                     : spil_entity_label (self->entity));
  self->sentence = g_strdup (
      _ ("Together with what was written on another laptop it would go round in a circle; it is left out."));
  side->text = g_strdup (_ ("Left out"));
  side->change = spil_change_new (task ? SPIL_CHANGE_SET : SPIL_CHANGE_DELETE, self->entity, self->row);
  if (task)
    spil_change_assign (side->change, SPIL_TASK_PARENT, &none);
  return TRUE;
}

gboolean
spil_conflict_fill (SpilConflict *self, SpilStore *store, GError **error)
{
  g_auto (SpilRow) row = { 0 };

  if (!spil_row_read (store->tables, self->entity, &self->row, &row, error))
    return FALSE;
  if (row.number == 0)
    return TRUE;
  self->title = spil_text_one_line (spil_record_get_title (row.record), VALUE_CHARS);
  switch (self->kind) {
  case SPIL_CONFLICT_VALUES:
    return fill_values (self, store, &row, error);
  case SPIL_CONFLICT_DELETED:
    return fill_deleted (self, store, &row, error);
  case SPIL_CONFLICT_ORPHAN:
    return fill_orphan (self, store, &row, error);
  case SPIL_CONFLICT_CIRCLE:
  default:
    return fill_circle (self, store, &row, error);
  }
}

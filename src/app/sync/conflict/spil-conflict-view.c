// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-view.h"

static GPtrArray *
list_fields (const SpilConflict *conflict)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (int i = 1; conflict->group != 0 && i < conflict->entity->n_fields; i++) {
    const SpilField *field = &conflict->entity->fields[i];

    if (field->number != 0 && field->group == conflict->group && (field->flags & SPIL_FIELD_HIDDEN) == 0)
      g_ptr_array_add (fields, (gpointer) field);
  }
  return fields;
}

static char *
dup_value (SpilStore *store, const SpilField *field, const SpilValue *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (field->type == SPIL_TYPE_REFERENCE && value->kind == SPIL_VALUE_ID)
    return spil_store_dup_title (store, spil_entity_by_number (field->target), value->id);
  return spil_value_format (field, value);
}

// One field needs no values of its own: the store says what holds.
static char *
dup_text (SpilStore *store, const SpilConflictSide *side, const SpilField *field, gboolean alone)
{
  if (alone || side->change == NULL)
    return g_strdup (side->text);
  return dup_value (store, field, spil_change_get (side->change, field->number));
}

static void
fill_texts (SpilConflictView *self, SpilStore *store)
{
  for (guint i = 0; i < self->conflict->sides->len; i++) {
    const SpilConflictSide *side = spil_conflict_view_get_side (self, i);

    // Without values it is one sentence.
    if (side->change == NULL)
      g_ptr_array_set_size (self->fields, 0);
  }
  for (guint i = 0; i < self->conflict->sides->len; i++)
    for (guint j = 0; j < self->fields->len; j++)
      g_ptr_array_add (self->texts, dup_text (store, spil_conflict_view_get_side (self, i),
                                              g_ptr_array_index (self->fields, j), self->fields->len == 1));
}

// A field that is empty everywhere says nothing.
static void
drop_empty_fields (SpilConflictView *self)
{
  for (guint field = self->fields->len; self->fields->len > 1 && field > 0; field--) {
    gboolean empty = TRUE;

    for (guint side = 0; side < self->conflict->sides->len; side++)
      empty = empty && spil_conflict_view_get_text (self, side, field - 1)[0] == '\0';
    for (guint side = self->conflict->sides->len; empty && side > 0; side--)
      g_ptr_array_remove_index (self->texts, (side - 1) * self->fields->len + field - 1);
    if (empty)
      g_ptr_array_remove_index (self->fields, field - 1);
  }
}

gpointer
spil_conflict_view_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilConflictView) self = g_new0 (SpilConflictView, 1);
  g_autoptr (GError) missing = NULL;

  self->conflict = spil_store_conflict (store, request, &missing);
  if (self->conflict == NULL) {
    if (!g_error_matches (missing, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&missing));
    return NULL;
  }
  self->fields = list_fields (self->conflict);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->record = spil_store_get (store, self->conflict->entity, self->conflict->row, NULL);
  self->device = spil_store_get_device (store);
  fill_texts (self, store);
  drop_empty_fields (self);
  return g_steal_pointer (&self);
}

void
spil_conflict_view_free (SpilConflictView *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->conflict, spil_conflict_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_free (self);
}

const SpilConflictSide *
spil_conflict_view_get_side (const SpilConflictView *self, guint side)
{
  return g_ptr_array_index (self->conflict->sides, side);
}

const char *
spil_conflict_view_get_text (const SpilConflictView *self, guint side, guint field)
{
  if (self->fields->len == 0)
    return spil_conflict_view_get_side (self, side)->text;
  return g_ptr_array_index (self->texts, side * self->fields->len + field);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-erase-data.h"

typedef SpilErasure *(*Step) (SpilStore *store, SpilId person, GError **error);

static gboolean
is_listed (GPtrArray *records, SpilRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (spil_id_equal (spil_record_get_id (g_ptr_array_index (records, i)), spil_record_get_id (record)))
      return TRUE;
  return FALSE;
}

static void
add (SpilEraseData *self, const SpilErasure *erasure)
{
  self->n_persons++;
  self->n_fields += erasure->n_fields;
  self->n_notes += erasure->n_notes;
  self->n_log += erasure->n_log;
  for (guint i = 0; erasure->mentions != NULL && i < erasure->mentions->len; i++)
    if (!is_listed (self->mentions, g_ptr_array_index (erasure->mentions, i)))
      g_ptr_array_add (self->mentions, g_object_ref (g_ptr_array_index (erasure->mentions, i)));
}

static gpointer
for_each (SpilStore *store, GArray *persons, Step step, GError **error)
{
  g_autoptr (SpilEraseData) self = g_new0 (SpilEraseData, 1);

  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < persons->len; i++) {
    g_autoptr (SpilErasure) erasure = step (store, g_array_index (persons, SpilId, i), error);

    if (erasure == NULL)
      return NULL;
    add (self, erasure);
  }
  return g_steal_pointer (&self);
}

gpointer
spil_erase_data_survey (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return for_each (store, request, spil_store_survey_person, error);
}

gpointer
spil_erase_data_erase (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return for_each (store, request, spil_store_erase_person, error);
}

gpointer
spil_erase_data_scrub (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  if (spil_store_needs_scrub (store))
    spil_store_scrub (store, error);
  return NULL;
}

void
spil_erase_data_free (SpilEraseData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_free (self);
}

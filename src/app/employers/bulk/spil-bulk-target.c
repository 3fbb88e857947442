// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-bulk-target.h"

SpilBulkTarget *
spil_bulk_target_new (const SpilEmployerSelection *filter, gboolean all, GArray *ids, guint count)
{
  SpilBulkTarget *self = g_new0 (SpilBulkTarget, 1);

  self->filter = spil_employer_selection_copy (filter);
  self->all = all;
  self->ids = ids;
  self->count = count;
  return self;
}

SpilBulkTarget *
spil_bulk_target_copy (const SpilBulkTarget *self)
{
  return spil_bulk_target_new (self->filter, self->all, g_array_ref (self->ids), self->count);
}

void
spil_bulk_target_free (SpilBulkTarget *self)
{
  if (self == NULL)
    return;
  spil_employer_selection_free (self->filter);
  g_array_unref (self->ids);
  g_free (self);
}

GArray *
spil_bulk_target_read (const SpilBulkTarget *self, SpilStore *store, GError **error)
{
  SpilEmployerFilter filter = spil_employer_selection_to_filter (self->filter);
  g_autoptr (GHashTable) left_out = NULL;
  g_autoptr (GArray) all = NULL;
  guint kept = 0;

  if (!self->all)
    return g_array_ref (self->ids);
  all = spil_employer_query_ids (store, &filter, error);
  if (all == NULL || self->ids->len == 0)
    return g_steal_pointer (&all);
  left_out = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (left_out, &g_array_index (self->ids, SpilId, i));
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (left_out, &g_array_index (all, SpilId, i)))
      g_array_index (all, SpilId, kept++) = g_array_index (all, SpilId, i);
  g_array_set_size (all, kept);
  return g_steal_pointer (&all);
}

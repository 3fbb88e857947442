// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-data.h"

// The inbox, the newest first: as SpilConflict.
static GPtrArray *
list_conflicts (SpilStore *store, GError **error)
{
  g_autoptr (GPtrArray) oldest_first = spil_store_conflicts (store, 0, error);
  g_autoptr (GPtrArray) conflicts = NULL;

  if (oldest_first == NULL)
    return NULL;
  conflicts = g_ptr_array_new_full (oldest_first->len, (GDestroyNotify) spil_conflict_free);
  while (oldest_first->len > 0)
    g_ptr_array_add (conflicts, g_ptr_array_steal_index (oldest_first, oldest_first->len - 1));
  return g_steal_pointer (&conflicts);
}

gpointer
spil_sync_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncData) self = g_new0 (SpilSyncData, 1);

  if ((self->facts = spil_sync_facts_new (store, NULL, error)) == NULL ||
      (self->conflicts = list_conflicts (store, error)) == NULL)
    return NULL;
  self->device = spil_store_get_device (store);
  self->empty = spil_id_is_nil (spil_store_get_programme (store));
  return g_steal_pointer (&self);
}

void
spil_sync_data_free (SpilSyncData *self)
{
  if (self == NULL)
    return;
  spil_sync_facts_unref (self->facts);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

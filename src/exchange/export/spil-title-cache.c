// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-title-cache.h"

#define MAX_TITLES 20000

struct _SpilTitleCache
{
  SpilStore *store;
  GHashTable *titles; /* id to title */
};

SpilTitleCache *
spil_title_cache_new (SpilStore *store)
{
  SpilTitleCache *self = g_new0 (SpilTitleCache, 1);

  self->store = store;
  self->titles = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  return self;
}

void
spil_title_cache_free (SpilTitleCache *self)
{
  g_hash_table_unref (self->titles);
  g_free (self);
}

const char *
spil_title_cache_get (SpilTitleCache *self, const SpilEntity *entity, SpilId id)
{
  char *title = g_hash_table_lookup (self->titles, &id);

  if (title != NULL)
    return title;
  if (g_hash_table_size (self->titles) >= MAX_TITLES)
    g_hash_table_remove_all (self->titles);
  title = spil_store_dup_title (self->store, entity, id);
  g_hash_table_insert (self->titles, g_memdup2 (&id, sizeof id), title);
  return title;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-seal.h"
#include "spil-store-private.h"
#include "spil-sync-store.h"

gboolean
spil_store_count_erased (SpilStore *self, int64_t *count, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  spil_store_assert_thread (self);
  *count = 0;
  for (int i = 0; i < n_entities; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE length (key) = 0",
                                            entities[i]->name);
    int64_t n;

    if (!spil_seal_has_key (entities[i]))
      continue;
    if (!spil_connection_read_integer (self->connection, sql, &n, error))
      return FALSE;
    *count += n;
  }
  return TRUE;
}

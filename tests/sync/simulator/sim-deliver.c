// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-world.h"

static SimEntry *
entry_of (SimWorld *self, int author, int64_t sequence)
{
  return g_ptr_array_index (self->entries[author], (guint) sequence - 1);
}

// The keys of the rows that an entry adds, as the keeper has them now. @early: some are erased by now.
static GHashTable *
find_keys (SimWorld *self, const SimEntry *entry, int author, int keeper, gboolean *early, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  SpilStore *store = self->devices[keeper < 0 ? author : keeper].store;
  g_autoptr (GArray) found = NULL;

  if (!entry->keyed || store == NULL)
    return g_steal_pointer (&keys);
  found = spil_store_row_keys (store, &self->devices[author].id, entry->log.sequence, entry->log.sequence,
                               error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++) {
    SpilRowKey *key = &g_array_index (found, SpilRowKey, i);

    *early = *early || key->erased;
    g_hash_table_insert (keys, g_memdup2 (&key->row, sizeof key->row), g_memdup2 (key, sizeof *key));
  }
  return g_steal_pointer (&keys);
}

static gboolean
import_entry (SimWorld *self, SpilImport *import, SimDevice *device, int author, int64_t sequence, int keeper)
{
  const SimEntry *entry = entry_of (self, author, sequence);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) keys = find_keys (self, entry, author, keeper, &device->early, &error);

  if (keys != NULL && spil_import_entry (import, &self->devices[author].id, &entry->log, keys, &error))
    return TRUE;
  sim_world_fault (self, "error", "entry %d of laptop %d cannot be carried out: %s", (int) sequence, author,
                   error->message);
  return FALSE;
}

// A laptop's next entry can come when all that it had seen is there.
static gboolean
is_ready (SimWorld *self, const SimDevice *device, int author, const int64_t *known)
{
  const SimEntry *entry;

  if (device->known[author] >= known[author])
    return FALSE;
  entry = entry_of (self, author, device->known[author] + 1);
  for (int i = 0; i <= self->n_devices; i++)
    if (entry->needs[i] > device->known[i])
      return FALSE;
  return TRUE;
}

// Any of the laptops whose next entry can come; -1 when there is none.
static int
choose_author (SimWorld *self, const SimDevice *device, const int64_t *known, GRand *random)
{
  int chosen = -1;
  int n = 0;

  for (int i = 0; i <= self->n_devices; i++)
    if (is_ready (self, device, i, known) && g_rand_int_range (random, 0, ++n) == 0)
      chosen = i;
  return chosen;
}

static void
finish (SimWorld *self, SpilImport *import)
{
  g_autoptr (GError) error = NULL;
  SpilImportResult result;

  if (!spil_import_finish (import, &result, &error))
    sim_world_fault (self, "error", "what was received cannot be kept: %s", error->message);
}

// One change of the database: at most @most entries. Returns how many.
static int
deliver_some (SimWorld *self, int number, const int64_t *known, int keeper, int most, GRand *random)
{
  SimDevice *device = &self->devices[number];
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImport) import = spil_import_begin (device->store, &error);
  int n = 0;
  int author;

  if (import == NULL) {
    sim_world_fault (self, "error", "laptop %d cannot receive: %s", number, error->message);
    return 0;
  }
  while (n < most && (author = choose_author (self, device, known, random)) >= 0) {
    if (!import_entry (self, import, device, author, device->known[author] + 1, keeper))
      return 0;
    device->known[author]++;
    n++;
  }
  finish (self, import);
  return n;
}

void
sim_world_deliver (SimWorld *self, int device, const int64_t *known, int keeper, int count, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int left = count > 0 ? count : G_MAXINT;
  int n = 1;

  sim_world_turn_to (self, device);
  while (n > 0 && left > 0 && self->fault == NULL &&
         choose_author (self, &self->devices[device], known, random) >= 0) {
    int most = g_rand_int_range (random, 0, 4) > 0 ? G_MAXINT : g_rand_int_range (random, 1, 4);

    n = deliver_some (self, device, known, keeper, MIN (most, left), random);
    left -= n;
  }
}

void
sim_world_repeat (SimWorld *self, int device, int count, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImport) import = NULL;

  sim_world_turn_to (self, device);
  import = spil_import_begin (self->devices[device].store, &error);
  for (int i = 0; i < count && import != NULL && self->fault == NULL; i++) {
    int author = g_rand_int_range (random, 0, self->n_devices);
    int64_t n_known = self->devices[device].known[author];

    if (n_known > 0)
      import_entry (self, import, &self->devices[device], author,
                    g_rand_int_range (random, 1, (int) n_known + 1), -1);
  }
  if (import != NULL && self->fault == NULL)
    finish (self, import);
}

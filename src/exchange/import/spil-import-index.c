// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-index.h"

/* Full to two thirds at most. */
#define FIRST_SLOTS 4096

/* A key of one organisation; place 0: free. */
typedef struct
{
  uint64_t hash;
  uint32_t place; /* in `ids`, from 1 */
} SpilImportSlot;

struct _SpilImportIndex
{
  GArray *ids; /* of SpilId */
  SpilImportSlot *slots;
  gsize n_slots; /* a power of two */
  gsize n_used;
  GCancellable *cancellable; /* while it is filled */
};

/* FNV-1a, with the kind of the key first. */
static uint64_t
hash_text (uint64_t hash, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    hash = (hash ^ (uint8_t) *c) * UINT64_C (1099511628211);
  return hash;
}

/* FALSE when @traits have no such key. */
static gboolean
hash_key (SpilImportKey key, const SpilDuplicateTraits *traits, uint64_t *hash)
{
  const char *const texts[SPIL_IMPORT_N_KEYS] = {
    [SPIL_IMPORT_KEY_KVK] = traits->kvk,     [SPIL_IMPORT_KEY_PLACE] = traits->name,
    [SPIL_IMPORT_KEY_NAME] = traits->name,   [SPIL_IMPORT_KEY_ADDRESS] = traits->address,
    [SPIL_IMPORT_KEY_PHONE] = traits->phone, [SPIL_IMPORT_KEY_DOMAIN] = traits->domain,
  };

  if (texts[key] == NULL || (key == SPIL_IMPORT_KEY_PLACE && traits->town == NULL))
    return FALSE;
  *hash = hash_text ((UINT64_C (14695981039346656037) ^ key) * UINT64_C (1099511628211), texts[key]);
  if (key == SPIL_IMPORT_KEY_PLACE)
    *hash = hash_text (hash_text (*hash, "\n"), traits->town);
  // The last bits of a short text depend on its last letters only.
  *hash ^= *hash >> 29;
  return TRUE;
}

static void
put (SpilImportIndex *self, const SpilImportSlot *slot)
{
  gsize at = slot->hash & (self->n_slots - 1);

  while (self->slots[at].place != 0) {
    if (self->slots[at].hash == slot->hash && self->slots[at].place == slot->place)
      return;
    at = (at + 1) & (self->n_slots - 1);
  }
  self->slots[at] = *slot;
  self->n_used++;
}

static void
grow (SpilImportIndex *self)
{
  g_autofree SpilImportSlot *old = self->slots;
  const gsize n_old = self->n_slots;

  self->n_slots = n_old * 2;
  self->n_used = 0;
  self->slots = g_new0 (SpilImportSlot, self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].place != 0)
      put (self, &old[i]);
}

void
spil_import_index_add (SpilImportIndex *self, SpilId id, const SpilDuplicateTraits *traits)
{
  SpilImportSlot slot;

  g_array_append_val (self->ids, id);
  slot.place = self->ids->len;
  for (int key = 0; key < SPIL_IMPORT_N_KEYS; key++) {
    if (!hash_key ((SpilImportKey) key, traits, &slot.hash))
      continue;
    if (self->n_used * 3 >= self->n_slots * 2)
      grow (self);
    put (self, &slot);
  }
}

static gboolean
is_in (const SpilId *ids, guint n, SpilId id)
{
  for (guint i = 0; i < n; i++)
    if (spil_id_equal (ids[i], id))
      return TRUE;
  return FALSE;
}

guint
spil_import_index_find (SpilImportIndex *self, SpilImportKey key, const SpilDuplicateTraits *traits,
                        SpilId *ids, guint max)
{
  guint n = 0;
  uint64_t hash;

  if (!hash_key (key, traits, &hash))
    return 0;
  for (gsize at = hash & (self->n_slots - 1); self->slots[at].place != 0 && n < max;
       at = (at + 1) & (self->n_slots - 1)) {
    SpilId id;

    if (self->slots[at].hash != hash)
      continue;
    id = g_array_index (self->ids, SpilId, self->slots[at].place - 1);
    if (!is_in (ids, n, id))
      ids[n++] = id;
  }
  return n;
}

static gboolean
add_row (SpilRecord *record, gpointer user_data, GError **error)
{
  SpilImportIndex *self = user_data;
  g_auto (SpilDuplicateTraits) traits = { 0 };
  const SpilDuplicateFacts facts = spil_duplicate_facts_of (record);
  const SpilId head = spil_record_get_reference (record, SPIL_ORGANISATION_MERGED_INTO);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  spil_duplicate_traits_init (&traits, &facts);
  // What was merged is still written so in the lists of others: it stands for what it was merged into.
  spil_import_index_add (self, spil_id_is_nil (head) ? spil_record_get_id (record) : head, &traits);
  return TRUE;
}

SpilImportIndex *
spil_import_index_new (SpilStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilImportIndex) self = g_new0 (SpilImportIndex, 1);
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));

  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (SpilImportSlot, self->n_slots);
  self->cancellable = cancellable;
  spil_query_sort_by_age (query);
  if (!spil_store_each (store, query, add_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_import_index_free (SpilImportIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_free (self->slots);
  g_free (self);
}

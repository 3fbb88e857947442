// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "laptops-fixture.h"

#include "spil-sync-store.h"

void
laptops_set_up (Laptops *self, gconstpointer data)
{
  for (int i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("Laptop %c", 'A' + i);
    SpilId device;

    self->dirs[i] = make_dir ();
    self->stores[i] = spil_store_create (self->dirs[i], NULL);
    spil_store_set_actor (self->stores[i], name);
    device = spil_store_get_device (self->stores[i]);
    g_assert_true (spil_store_set_device_name (self->stores[i], &device, name, NULL));
  }
}

void
assert_sound (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

void
laptops_tear_down (Laptops *self, gconstpointer data)
{
  for (int i = 0; i < 3; i++) {
    assert_sound (self->stores[i]);
    spil_store_close (self->stores[i]);
    remove_dir (self->dirs[i]);
  }
}

typedef struct
{
  SpilImport *import;
  SpilId device;
  GHashTable *keys;
} Delivery;

static gboolean
hand_over (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  Delivery *delivery = user_data;

  return spil_import_entry (delivery->import, &delivery->device, entry, delivery->keys, error);
}

// Gives @to the entries of one device that @from has.
static void
deliver_device (SpilStore *from, SpilImport *import, const SpilVectorItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = spil_store_row_keys (from, &item->device, 1, item->sequence, &error);
  g_autoptr (GHashTable) by_row = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  Delivery delivery = { .import = import, .device = item->device, .keys = by_row };

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (by_row, &g_array_index (keys, SpilRowKey, i).row,
                         &g_array_index (keys, SpilRowKey, i));
  spil_store_each_entry (from, &item->device, 1, item->sequence, hand_over, &delivery, &error);
  g_assert_no_error (error);
}

void
deliver (SpilStore *from, SpilStore *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) vector = spil_store_get_vector (from, &error);
  g_autoptr (SpilImport) import = spil_import_begin (to, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < vector->len; i++)
    deliver_device (from, import, &g_array_index (vector, SpilVectorItem, i));
  g_assert_true (spil_import_finish (import, NULL, &error));
  g_assert_no_error (error);
}

void
meet (Laptops *self)
{
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 3; i++)
      for (int j = 0; j < 3; j++)
        if (i != j)
          deliver (self->stores[i], self->stores[j]);
  for (int i = 1; i < 3; i++) {
    g_autofree char *digest = digest_of (self->stores[0]);
    g_autofree char *other = digest_of (self->stores[i]);

    g_assert_cmpstr (digest, ==, other);
  }
}

SpilId
begin (Laptops *self)
{
  SpilAction *action = spil_action_new ("Programme added");
  g_autoptr (SpilRecord) programme = sample_record (action, spil_entity (SPIL_ENTITY_PROGRAMME), 1, FALSE);
  SpilId id;

  commit (self->stores[0], action);
  id = add_organisation (self->stores[0], "Bakkerij");
  meet (self);
  return id;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "laptops.h"

#include <string.h>

typedef struct
{
  SpilImport *import;
  SpilId device;
  GHashTable *keys;
} Carry;

static gboolean
import_entry (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  const Carry *carry = user_data;

  return spil_import_entry (carry->import, &carry->device, entry, carry->keys, error);
}

static int64_t
known_of (SpilStore *store, const SpilId *device, GError **error)
{
  g_autoptr (GArray) vector = spil_store_get_vector (store, error);

  for (guint i = 0; vector != NULL && i < vector->len; i++)
    if (spil_id_equal (g_array_index (vector, SpilVectorItem, i).device, *device))
      return g_array_index (vector, SpilVectorItem, i).sequence;
  return 0;
}

static GHashTable *
read_keys (SpilStore *from, const SpilId *device, int64_t first, GError **error)
{
  GHashTable *keys = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  g_autoptr (GArray) found = spil_store_row_keys (from, device, first, G_MAXINT64, error);

  for (guint i = 0; found != NULL && i < found->len; i++) {
    SpilRowKey *key = &g_array_index (found, SpilRowKey, i);

    g_hash_table_insert (keys, g_memdup2 (&key->row, sizeof key->row), g_memdup2 (key, sizeof *key));
  }
  return keys;
}

gboolean
carry_some (SpilStore *from, SpilStore *to, int64_t most, GError **error)
{
  SpilId device = spil_store_get_device (from);
  int64_t first = known_of (to, &device, error) + 1;
  g_autoptr (GHashTable) keys = read_keys (from, &device, first, error);
  g_autoptr (SpilImport) import = spil_import_begin (to, error);
  Carry carry = { .import = import, .device = device, .keys = keys };
  SpilImportResult result;

  return import != NULL &&
         spil_store_each_entry (from, &device, first, first - 1 + most, import_entry, &carry, error) &&
         spil_import_finish (import, &result, error);
}

gboolean
carry_over (SpilStore *from, SpilStore *to, GError **error)
{
  return carry_some (from, to, G_MAXINT32, error);
}

void
carry (SpilStore *from, SpilStore *to)
{
  g_autoptr (GError) error = NULL;

  carry_over (from, to, &error);
  g_assert_no_error (error);
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
rename_organisation (SpilStore *store, SpilId id, const char *name)
{
  SpilAction *action = spil_action_new ("Renamed");
  g_auto (SpilValue) value = spil_value_text (name);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id),
                      SPIL_ORGANISATION_NAME, &value);
  commit (store, action);
}

static void
add_contact (SpilAction *action, SpilRecord *person, const char *secret)
{
  g_autoptr (SpilRecord) contact = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT), spil_id_new ());
  g_autoptr (SpilRecord) link = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT_PERSON), spil_id_new ());

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION,
                             spil_record_get_reference (person, SPIL_PERSON_ORGANISATION));
  spil_record_set_time (contact, SPIL_CONTACT_TIME, spil_time (G_GINT64_CONSTANT (1530000000000)));
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_CALLED);
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, secret);
  spil_action_add (action, contact);
  spil_record_set_reference (link, SPIL_CONTACT_PERSON_CONTACT, spil_record_get_id (contact));
  spil_record_set_reference (link, SPIL_CONTACT_PERSON_PERSON, spil_record_get_id (person));
  spil_action_add (action, link);
}

SpilId
add_person (SpilStore *store, SpilId organisation, const char *secret)
{
  SpilAction *action = spil_action_new ("Person added");
  g_autoptr (SpilRecord) person = spil_record_new (spil_entity (SPIL_ENTITY_PERSON), spil_id_new ());

  spil_record_set_reference (person, SPIL_PERSON_ORGANISATION, organisation);
  spil_record_set_text (person, SPIL_PERSON_NAME, secret);
  spil_record_set_text (person, SPIL_PERSON_FUNCTION, secret);
  spil_record_set_text (person, SPIL_PERSON_NOTES, secret);
  spil_action_add (action, person);
  add_contact (action, person, secret);
  commit (store, action);
  return spil_record_get_id (person);
}

static gboolean
has_text (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i < length; i++)
    content[i] = g_ascii_tolower (content[i]);
  return memmem (content, length, text, strlen (text)) != NULL;
}

int
count_files_with (const char *dir, const char *text)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  int n_files = 0;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      n_files += count_files_with (path, text);
    } else if (has_text (path, text)) {
      g_test_message ("%s holds %s", path, text);
      n_files++;
    }
  }
  return n_files;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "sim-clock.h"
#include "sim-world.h"

// Where nothing has to reach a disk.
char *
sim_make_dir (void)
{
  g_autofree char *dir = g_build_filename (
      g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) && g_access ("/dev/shm", 7) == 0 ? "/dev/shm"
                                                                                    : g_get_tmp_dir (),
      "spil-sim-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (dir));
  return g_steal_pointer (&dir);
}

static SpilId
make_device_id (int number)
{
  return spil_id_new_seeded (SIM_BEGIN + number, (const uint8_t[10]) { 2, (uint8_t) (number * 37) });
}

static void
add_programme (SpilStore *store, SpilId programme)
{
  g_autoptr (SpilAction) action = spil_action_new ("Programme added");
  g_autoptr (GError) error = NULL;
  g_auto (SpilValue) name = spil_value_text ("Werkgeversaanpak");

  spil_change_assign (spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), programme),
                      SPIL_PROGRAMME_NAME, &name);
  spil_store_commit (store, action, &error);
  g_assert_no_error (error);
}

static gboolean
import_entry (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  gpointer *data = user_data;
  g_autoptr (GHashTable) keys = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);

  return spil_import_entry (data[0], data[1], entry, keys, error);
}

// Gives @store the programme that @first has.
static void
copy_programme (SpilStore *first, SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  SpilId device = spil_store_get_device (first);
  g_autoptr (SpilImport) import = spil_import_begin (store, &error);
  gpointer data[] = { import, &device };
  SpilImportResult result;

  g_assert_no_error (error);
  spil_store_each_entry (first, &device, 1, 1, import_entry, data, &error);
  g_assert_no_error (error);
  spil_import_finish (import, &result, &error);
  g_assert_no_error (error);
}

static SpilStore *
make_store (SimNursery *self, int number, char **path)
{
  g_autofree char *name = g_strdup_printf ("%d", number);
  g_autofree char *dir = g_build_filename (self->dir, name, NULL);
  g_autoptr (GError) error = NULL;
  SpilId id = make_device_id (number);
  SpilStore *store = spil_store_create (dir, &error);

  g_assert_no_error (error);
  spil_store_renew_device (store, &id, 0, &error);
  g_assert_no_error (error);
  *path = g_strdup (spil_store_get_path (store));
  return store;
}

static void
keep_file (SimNursery *self, const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_ptr_array_add (self->files, g_bytes_new_take (content, length));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

SimNursery *
sim_nursery_new (void)
{
  SimNursery *self = g_new0 (SimNursery, 1);
  g_autofree char *first_path = NULL;
  SpilStore *first;

  sim_clock_set (SIM_BEGIN);
  self->dir = sim_make_dir ();
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->programme = spil_id_new_seeded (SIM_BEGIN, (const uint8_t[10]) { 3 });
  // Made by one that is not among the others, so that nobody can undo it.
  first = make_store (self, SIM_MAX_DEVICES, &first_path);
  add_programme (first, self->programme);
  for (int i = 0; i < SIM_MAX_DEVICES; i++) {
    g_autofree char *path = NULL;
    SpilStore *store = make_store (self, i, &path);

    copy_programme (first, store);
    spil_store_close (store);
    keep_file (self, path);
  }
  spil_store_close (first);
  keep_file (self, first_path);
  sim_clock_set (0);
  return self;
}

void
sim_nursery_free (SimNursery *self)
{
  g_rmdir (self->dir);
  g_ptr_array_unref (self->files);
  g_free (self->dir);
  g_free (self);
}

static void
open_device (SimNursery *nursery, SimDevice *device, int number)
{
  g_autofree char *path = NULL;
  g_autofree char *actor = g_strdup_printf ("Person %d", number);
  g_autofree char *name = g_strdup_printf ("%d", number);
  g_autoptr (GError) error = NULL;
  GBytes *file = g_ptr_array_index (nursery->files, number);

  device->dir = g_build_filename (nursery->dir, name, NULL);
  path = g_build_filename (device->dir, "spil.db", NULL);
  g_assert_cmpint (g_mkdir (device->dir, 0700), ==, 0);
  g_file_set_contents_full (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  device->store = spil_store_open (device->dir, &error);
  g_assert_no_error (error);
  spil_store_set_actor (device->store, actor);
}

SimWorld *
sim_world_new_empty (int n_devices, SimWrong wrong)
{
  SimWorld *self = g_new0 (SimWorld, 1);

  self->n_devices = n_devices;
  self->wrong = wrong;
  self->now = SIM_BEGIN;
  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  for (int i = 0; i <= n_devices; i++)
    self->entries[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) sim_entry_free);
  return self;
}

SimWorld *
sim_world_new (SimNursery *nursery, int n_devices, SimWrong wrong)
{
  SimWorld *self = sim_world_new_empty (n_devices, wrong);

  for (int i = 0; i <= n_devices; i++) {
    self->devices[i].id = make_device_id (i < n_devices ? i : SIM_MAX_DEVICES);
    g_array_append_val (self->ids, self->devices[i].id);
    if (i < n_devices)
      open_device (nursery, &self->devices[i], i);
  }
  sim_world_capture (self, n_devices);
  for (int i = 0; i <= n_devices; i++)
    self->devices[i].known[n_devices] = 1;
  return self;
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
}

static void
close_device (SimDevice *device)
{
  if (device->store == NULL)
    return;
  spil_store_close (device->store);
  remove_files (device->dir);
  g_assert_cmpint (g_rmdir (device->dir), ==, 0);
  g_free (device->dir);
}

void
sim_world_free (SimWorld *self)
{
  if (self->carriage != NULL)
    self->carriage->free (self);
  for (int i = 0; i <= self->n_devices; i++) {
    close_device (&self->devices[i]);
    g_ptr_array_unref (self->entries[i]);
  }
  sim_clock_set (0);
  g_array_unref (self->ids);
  g_free (self->fault);
  g_free (self);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-carried.h"

#include <glib/gstdio.h>

#include "sim-clock.h"
#include "spil-sync.h"

typedef struct
{
  char *name;
  GBytes *bytes;
} KeptFile;

struct _SimSpace
{
  char *dir;
  GPtrArray
      *laptops[SIM_CARRIED_DEVICES + 1]; // of KeptFile: what is in their folders; the last is the leader's
  SpilId ids[SIM_CARRIED_DEVICES + 1];
  GPtrArray *carrier; // of KeptFile
};

static void
free_kept (gpointer data)
{
  KeptFile *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Making it */

static void
keep_file (GPtrArray *files, const char *path, char *name)
{
  KeptFile *file = g_new0 (KeptFile, 1);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  file->name = name;
  file->bytes = g_bytes_new_take (content, length);
  g_ptr_array_add (files, file);
}

// Takes all files below @dir, whose names begin with @prefix from now on, and removes them.
static void
keep_dir (GPtrArray *files, const char *dir, const char *prefix)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      g_autofree char *longer = g_strconcat (prefix, name, "/", NULL);

      keep_dir (files, path, longer);
    } else {
      keep_file (files, path, g_strconcat (prefix, name, NULL));
      g_unlink (path);
    }
  }
  g_rmdir (dir);
}

static SpilStore *
open_store (SimSpace *self, int number, gboolean create)
{
  g_autofree char *name = g_strdup_printf ("%d", number);
  g_autofree char *dir = g_build_filename (self->dir, name, NULL);
  g_autoptr (GError) error = NULL;
  SpilStore *store = create ? spil_store_create (dir, &error) : spil_store_open (dir, &error);

  g_assert_no_error (error);
  return store;
}

static void
synchronise (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = spil_sync_run (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static SpilStore *
make_leader (SimSpace *self, const char *folder)
{
  SpilStore *store = open_store (self, SIM_CARRIED_DEVICES, TRUE);
  g_autoptr (SpilAction) action = spil_action_new ("Programme added");
  g_autoptr (GError) error = NULL;
  g_auto (SpilValue) name = spil_value_text ("Werkgeversaanpak");
  SpilId programme = spil_id_new_seeded (SIM_BEGIN, (const uint8_t[10]) { 3 });

  spil_change_assign (spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), programme),
                      SPIL_PROGRAMME_NAME, &name);
  spil_store_commit (store, action, &error);
  g_assert_no_error (error);
  spil_space_create (store, folder, "Leida Leider", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static SpilStore *
make_member (SimSpace *self, SpilStore *leader, int number, const char *folder)
{
  SpilStore *store = open_store (self, number, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *person = g_strdup_printf ("Person %d", number);
  g_autofree char *invitation = spil_space_invite (leader, SPIL_ROLE_BROKER, &error);
  g_autofree char *code = NULL;

  g_assert_no_error (error);
  spil_space_join (store, invitation, folder, person, &code, NULL, &error);
  g_assert_no_error (error);
  spil_space_approve (leader, code, NULL, &error);
  g_assert_no_error (error);
  synchronise (store);
  return store;
}

SimSpace *
sim_space_new (void)
{
  SimSpace *self = g_new0 (SimSpace, 1);
  SpilStore *stores[SIM_CARRIED_DEVICES + 1];
  g_autofree char *folder = NULL;

  g_setenv ("SPIL_VAULT", "file", TRUE);
  sim_clock_set (SIM_BEGIN);
  self->dir = sim_make_dir ();
  folder = g_build_filename (self->dir, "carrier", NULL);
  g_mkdir (folder, 0700);
  stores[SIM_CARRIED_DEVICES] = make_leader (self, folder);
  for (int i = 0; i < SIM_CARRIED_DEVICES; i++)
    stores[i] = make_member (self, stores[SIM_CARRIED_DEVICES], i, folder);
  for (int round = 0; round < 2; round++)
    for (int i = 0; i <= SIM_CARRIED_DEVICES; i++)
      synchronise (stores[i]);
  for (int i = 0; i <= SIM_CARRIED_DEVICES; i++) {
    g_autofree char *dir = g_path_get_dirname (spil_store_get_path (stores[i]));

    self->ids[i] = spil_store_get_device (stores[i]);
    spil_store_close (stores[i]);
    self->laptops[i] = g_ptr_array_new_with_free_func (free_kept);
    keep_dir (self->laptops[i], dir, "");
  }
  self->carrier = g_ptr_array_new_with_free_func (free_kept);
  keep_dir (self->carrier, folder, "");
  sim_clock_set (0);
  return self;
}

void
sim_space_free (SimSpace *self)
{
  for (int i = 0; i <= SIM_CARRIED_DEVICES; i++)
    g_ptr_array_unref (self->laptops[i]);
  g_ptr_array_unref (self->carrier);
  g_rmdir (self->dir);
  g_free (self->dir);
  g_free (self);
}

/* Making worlds of it */

static void
put_back (GPtrArray *files, const char *dir)
{
  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  for (guint i = 0; i < files->len; i++) {
    const KeptFile *file = g_ptr_array_index (files, i);
    g_autofree char *path = g_build_filename (dir, file->name, NULL);
    g_autoptr (GError) error = NULL;

    g_file_set_contents_full (path, g_bytes_get_data (file->bytes, NULL),
                              (gssize) g_bytes_get_size (file->bytes), G_FILE_SET_CONTENTS_NONE, 0600,
                              &error);
    g_assert_no_error (error);
  }
}

// @place among the laptops of the space; @number in the world.
static void
open_device (SimSpace *self, SimWorld *world, int number, int place)
{
  g_autofree char *name = g_strdup_printf ("%d", place);
  SimDevice *device = &world->devices[number];

  device->id = self->ids[place];
  g_array_append_val (world->ids, device->id);
  device->dir = g_build_filename (self->dir, name, NULL);
  put_back (self->laptops[place], device->dir);
  device->store = open_store (self, place, FALSE);
}

SimWorld *
sim_space_make_world (SimSpace *self, int n_devices, guint32 seed, SimWrong wrong)
{
  SimWorld *world = sim_world_new_empty (n_devices, wrong);
  SimShare *share = sim_share_new (seed);

  for (guint i = 0; i < self->carrier->len; i++) {
    const KeptFile *file = g_ptr_array_index (self->carrier, i);

    sim_share_write (share, file->name, file->bytes);
  }
  for (int i = 0; i < n_devices; i++)
    open_device (self, world, i, i);
  open_device (self, world, n_devices, SIM_CARRIED_DEVICES);
  sim_world_capture (world, n_devices);
  sim_world_carry (world, share, seed);
  return world;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-trio.h"

#include "spil-carrier-name.h"

static void
begin (Trio *self)
{
  Laptop *all[] = { self->leader, self->anna, self->bram, NULL };

  memcpy (self->all, all, sizeof all);
  self->share = sim_share_new (1);
  laptops_fill_share (self->folder, self->share);
  self->leader->carrier = sim_share_view (self->share, "leader");
  self->anna->carrier = sim_share_view (self->share, "anna");
  self->bram->carrier = sim_share_view (self->share, "bram");
}

void
trio_set_up (Trio *self, gconstpointer data)
{
  self->folder = laptops_make_dir ();
  self->leader = laptop_new_leader (self->folder);
  self->anna = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  self->bram = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  begin (self);
  laptops_sync_all (self->all);
  laptops_sync_all (self->all);
}

void
trio_write_folder (Trio *self)
{
  g_autoptr (GPtrArray) names = sim_share_names (self->share, "");

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (self->folder, g_ptr_array_index (names, i), NULL);
    g_autofree char *dir = g_path_get_dirname (path);
    g_autoptr (GBytes) bytes = sim_share_read (self->share, g_ptr_array_index (names, i));
    gsize length;
    const char *content = g_bytes_get_data (bytes, &length);

    g_mkdir_with_parents (dir, 0700);
    g_assert_true (
        g_file_set_contents_full (path, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
}

void
trio_set_up_fast (Trio *self, const Trio *model)
{
  self->folder = laptops_make_dir ();
  laptops_copy_dir (model->folder, self->folder);
  self->leader = laptop_clone (model->leader);
  self->anna = laptop_clone (model->anna);
  self->bram = laptop_clone (model->bram);
  for (Laptop *const *laptop = (Laptop *[]) { self->leader, self->anna, self->bram, NULL }; *laptop != NULL;
       laptop++)
    g_clear_object (&(*laptop)->carrier);
  begin (self);
}

void
trio_tear_down (Trio *self, gconstpointer data)
{
  laptop_free (self->leader);
  laptop_free (self->anna);
  laptop_free (self->bram);
  sim_share_unref (self->share);
  laptops_remove_dir (self->folder);
}

GPtrArray *
trio_files (Trio *self, Laptop *laptop, const char *folder)
{
  SpilId device = spil_store_get_device (laptop->store);
  g_autofree char *path = spil_carrier_name_dup_folder (&device, folder);
  g_autofree char *prefix = g_strconcat (path, *folder != '\0' ? "/" : "", NULL);

  return sim_share_names (self->share, prefix);
}

char *
trio_newest (Trio *self, Laptop *laptop, const char *folder)
{
  g_autoptr (GPtrArray) names = trio_files (self, laptop, folder);

  g_assert_cmpuint (names->len, >, 0);
  return g_strdup (g_ptr_array_index (names, names->len - 1));
}

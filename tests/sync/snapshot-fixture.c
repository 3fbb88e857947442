// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "snapshot-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-run.h"
#include "spil-snapshot-make.h"
#include "spil-sync-lock.h"

void
snapshot_set_up (SnapshotFixture *self, gconstpointer data)
{
  self->folder = laptops_make_dir ();
  self->leader = laptop_new_leader (self->folder);
  self->task = laptop_add_task (self->leader, "Fietsplan");
  self->person = laptop_add_person (self->leader, SNAPSHOT_CANARY);
  laptop_sync_well (self->leader);
  self->anna = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  laptop_rename_task (self->anna, self->task, "Fietsplan 2");
  laptop_add_task (self->anna, "Deelauto");
  laptop_sync_well (self->anna);
  laptop_sync_well (self->leader);
}

void
snapshot_tear_down (SnapshotFixture *self, gconstpointer data)
{
  laptop_free (self->leader);
  laptop_free (self->anna);
  laptops_remove_dir (self->folder);
}

gboolean
snapshot_try_make (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSession) session = spil_session_open (laptop->store, laptop->carrier, &error);
  g_autoptr (SpilRun) run = NULL;
  gboolean (*const steps[]) (SpilRun *, GError **) = { spil_run_open, spil_run_members, spil_run_hear,
                                                       spil_run_standing };

  g_assert_no_error (error);
  run = spil_run_new (session, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    steps[i](run, &error);
    g_assert_no_error (error);
  }
  spil_snapshot_make (run, 1, &error);
  g_assert_no_error (error);
  return !run->lost;
}

void
snapshot_make (Laptop *laptop)
{
  g_assert_true (snapshot_try_make (laptop));
}

void
snapshot_grow (Laptop *laptop, int n_mebibytes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < n_mebibytes; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
    SpilAction *action = spil_action_new ("Row added");
    GString *text = g_string_new (NULL);

    while (text->len < 900 * 1024)
      g_string_append_printf (text, "%08x", g_rand_int (rand));
    spil_record_set_text (record, SPIL_TASK_NAME, "Groot");
    spil_record_set_text (record, SPIL_TASK_NOTES, text->str);
    spil_action_add (action, record);
    spil_store_commit (laptop->store, action, &error);
    g_assert_no_error (error);
    spil_action_free (action);
    g_string_free (text, TRUE);
  }
}

guint
snapshot_count_bare (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packets = spil_store_list_packets (laptop->store, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < packets->len; i++)
    n += ((SpilPacket *) g_ptr_array_index (packets, i))->bare;
  return n;
}

Laptop *
snapshot_new_admitted (Laptop *leader, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *invitation = spil_space_invite (leader->store, SPIL_ROLE_BROKER, &error);
  g_autofree char *code = NULL;
  Laptop *self = laptop_new ();

  g_assert_no_error (error);
  spil_space_join (self->store, invitation, folder, "Bram Broker", &code, NULL, &error);
  g_assert_no_error (error);
  spil_space_approve (leader->store, code, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static void
collect (const char *dir, const char *part, GPtrArray *paths)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      collect (path, part, paths);
    else if (strstr (path, part) != NULL)
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
find (const char *dir, const char *part)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  collect (dir, part, paths);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

GPtrArray *
snapshot_list (const char *folder, gboolean pieces)
{
  GPtrArray *paths = find (folder, "/snapshots/");

  for (guint i = paths->len; i > 0; i--) {
    g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i - 1));

    // Pieces have their place in the name as well.
    if ((strlen (name) > 81) != pieces)
      g_ptr_array_remove_index (paths, i - 1);
  }
  return paths;
}

guint
snapshot_count_left (Laptop *laptop)
{
  g_autoptr (GPtrArray) paths = find (laptop->dir, ".spil-snapshot-");

  return paths->len;
}

static const char *const parts[] = { "/snapshots/", "/witness/" };

void
snapshot_remove_all (const char *folder)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GPtrArray) paths = find (folder, parts[i]);

    for (guint j = 0; j < paths->len; j++)
      g_unlink (g_ptr_array_index (paths, j));
  }
}

void
snapshot_copy_all (const char *from, const char *to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GPtrArray) paths = find (from, parts[i]);

    for (guint j = 0; j < paths->len; j++) {
      const char *path = g_ptr_array_index (paths, j);
      g_autofree char *target = g_strconcat (to, path + strlen (from), NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));
    }
  }
}

char *
snapshot_lose_segment (const char *folder, Laptop *laptop)
{
  SpilId device = spil_store_get_device (laptop->store);
  g_autofree char *part = spil_carrier_name_dup_folder (&device, SPIL_FOLDER_SEGMENTS);
  g_autoptr (GPtrArray) paths = find (folder, part);

  g_assert_cmpuint (paths->len, >, 0);
  g_unlink (g_ptr_array_index (paths, 0));
  return g_path_get_basename (g_ptr_array_index (paths, 0));
}

gboolean
snapshot_is_somewhere (const char *folder, const char *name)
{
  g_autoptr (GPtrArray) paths = find (folder, name);

  return paths->len > 0;
}

gboolean
snapshot_is_in_files (const char *dir, const char *text)
{
  g_autoptr (GPtrArray) paths = find (dir, "");
  gboolean found = FALSE;

  for (guint i = 0; i < paths->len; i++) {
    g_autofree char *content = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (g_ptr_array_index (paths, i), &content, &length, NULL));
    found |= memmem (content, length, text, strlen (text)) != NULL;
  }
  return found;
}

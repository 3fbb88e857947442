// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-laptops.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-run.h"

char *
laptops_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("spil-sync-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

static void
remove_below (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_below (path);
    else
      g_unlink (path);
  }
  g_rmdir (dir);
}

void
laptops_remove_dir (char *dir)
{
  remove_below (dir);
  g_free (dir);
}

void
laptops_copy_dir (const char *from, const char *to)
{
  g_autoptr (GDir) entries = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir_with_parents (to, 0700);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);
    g_autofree char *content = NULL;
    gsize length;

    if (g_file_test (source, G_FILE_TEST_IS_DIR)) {
      laptops_copy_dir (source, target);
      continue;
    }
    g_assert_true (g_file_get_contents (source, &content, &length, NULL));
    g_assert_true (
        g_file_set_contents_full (target, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
}

static void
collect_files (const char *dir, GPtrArray *paths)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      collect_files (path, paths);
    else
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
}

guint
laptops_count_files (const char *dir)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  collect_files (dir, paths);
  return paths->len;
}

char *
laptops_find_file (const char *dir, const char *part)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  char *found = NULL;
  guint n = 0;

  collect_files (dir, paths);
  for (guint i = 0; i < paths->len; i++)
    if (strstr (g_ptr_array_index (paths, i), part) != NULL && n++ == 0)
      found = g_strdup (g_ptr_array_index (paths, i));
  g_assert_cmpuint (n, ==, 1);
  return found;
}

Laptop *
laptop_new (void)
{
  g_autoptr (GError) error = NULL;
  Laptop *self = g_new0 (Laptop, 1);

  self->dir = laptops_make_dir ();
  self->store = spil_store_create (self->dir, &error);
  g_assert_no_error (error);
  return self;
}

void
laptop_free (Laptop *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->store, spil_store_close);
  g_clear_object (&self->carrier);
  laptops_remove_dir (self->dir);
  g_free (self);
}

void
laptop_reopen (Laptop *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, spil_store_close);
  self->store = spil_store_open (self->dir, &error);
  g_assert_no_error (error);
}

static void
commit (Laptop *self, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
}

void
laptop_add_programme (Laptop *self)
{
  SpilAction *action = spil_action_new ("Programme added");
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), spil_id_new ());
  g_auto (SpilValue) name = spil_value_text ("Werkgeversaanpak");

  spil_change_assign (change, SPIL_PROGRAMME_NAME, &name);
  commit (self, action);
}

Laptop *
laptop_new_leader (const char *folder)
{
  g_autoptr (GError) error = NULL;
  Laptop *self = laptop_new ();

  laptop_add_programme (self);
  spil_space_create (self->store, folder, "Leida Leider", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

Laptop *
laptop_new_member (Laptop *leader, const char *folder, SpilRole role)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *invitation = spil_space_invite (leader->store, role, &error);
  g_autofree char *code = NULL;
  Laptop *self = laptop_new ();

  g_assert_no_error (error);
  spil_space_join (self->store, invitation, folder, role == SPIL_ROLE_READER ? "Stuur Groep" : "Bram Broker",
                   &code, NULL, &error);
  g_assert_no_error (error);
  spil_space_approve (leader->store, code, NULL, &error);
  g_assert_no_error (error);
  spil_sync_report_free (laptop_sync (leader));
  spil_sync_report_free (laptop_sync (self));
  return self;
}

void
laptops_fill_share (const char *folder, SimShare *share)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  collect_files (folder, paths);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    g_autoptr (GBytes) bytes = NULL;
    char *content;
    gsize length;

    g_assert_true (g_file_get_contents (path, &content, &length, NULL));
    bytes = g_bytes_new_take (content, length);
    sim_share_write (share, path + strlen (folder) + 1, bytes);
  }
}

Laptop *
laptop_clone (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  Laptop *clone = g_new0 (Laptop, 1);

  g_clear_pointer (&self->store, spil_store_close);
  clone->dir = laptops_make_dir ();
  laptops_copy_dir (self->dir, clone->dir);
  self->store = spil_store_open (self->dir, &error);
  g_assert_no_error (error);
  clone->store = spil_store_open (clone->dir, &error);
  g_assert_no_error (error);
  if (self->carrier != NULL)
    clone->carrier = g_object_ref (self->carrier);
  return clone;
}

SpilSyncReport *
laptop_sync (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  SpilSyncReport *report = spil_sync_run_over (self->store, self->carrier, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static void
print_report (const SpilSyncReport *report)
{
  g_test_message ("sent %d received %d unsent %d waiting %d refused %d conflicts %d, %s", (int) report->sent,
                  (int) report->received, (int) report->unsent, (int) report->waiting,
                  (int) report->quarantined, (int) report->conflicts,
                  report->up_to_date ? "up to date" : "not up to date");
  for (guint i = 0; i < report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (report->problems, i);

    g_test_message ("%s: %s", spil_problem_name (problem->kind), problem->sentence);
  }
}

void
laptop_sync_well (Laptop *self)
{
  g_autoptr (SpilSyncReport) report = laptop_sync (self);

  print_report (report);
  g_assert_true (report->up_to_date);
}

void
laptops_sync_all (Laptop *const *laptops)
{
  for (int round = 0; round < 2; round++)
    for (int i = 0; laptops[i] != NULL; i++)
      spil_sync_report_free (laptop_sync (laptops[i]));
}

void
laptops_assert_same (Laptop *const *laptops)
{
  g_autofree char *first = laptop_digest (laptops[0]);

  for (int i = 1; laptops[i] != NULL; i++) {
    g_autofree char *digest = laptop_digest (laptops[i]);

    g_assert_cmpstr (digest, ==, first);
  }
}

void
laptop_send_as_broker (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSession) session = spil_session_open (self->store, self->carrier, &error);
  g_autoptr (SpilRun) run = spil_run_new (session, NULL, &error);

  g_assert_no_error (error);
  spil_peers_find (session->peers, &session->device)->role = SPIL_ROLE_BROKER;
  g_assert_true (spil_run_open (run, &error));
  g_assert_true (spil_run_pack (run, &error));
  g_assert_true (spil_run_send (run, &error));
}

const char *
report_find (const SpilSyncReport *report, SpilProblemKind kind)
{
  for (guint i = 0; i < report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (report->problems, i);

    if (problem->kind == kind)
      return problem->sentence;
  }
  return NULL;
}

void
report_assert (const SpilSyncReport *report, SpilProblemKind kind)
{
  g_autofree char *sentence = spil_sync_report_dup_sentence (report);

  print_report (report);
  g_test_message ("%s", sentence);
  g_assert_nonnull (report_find (report, kind));
  g_assert_false (report->up_to_date);
  g_assert_false (g_str_has_prefix (sentence, "Up to date"));
}

static SpilId
add_row (Laptop *self, const SpilEntity *entity, int reference, SpilId target, const char *title)
{
  SpilAction *action = spil_action_new ("Row added");
  g_autoptr (SpilRecord) record = spil_record_new (entity, spil_id_new ());

  if (entity == spil_entity (SPIL_ENTITY_ORGANISATION))
    spil_record_set_integer (record, SPIL_ORGANISATION_KIND, 1);
  if (reference != 0)
    spil_record_set_reference (record, reference, target);
  spil_record_set_text (record, entity->title, title);
  spil_action_add (action, record);
  commit (self, action);
  return spil_record_get_id (record);
}

SpilId
laptop_add_task (Laptop *self, const char *name)
{
  return add_row (self, spil_entity (SPIL_ENTITY_TASK), 0, SPIL_ID_NIL, name);
}

SpilId
laptop_add_person (Laptop *self, const char *name)
{
  SpilId organisation = add_row (self, spil_entity (SPIL_ENTITY_ORGANISATION), 0, SPIL_ID_NIL, "Isala");

  return add_row (self, spil_entity (SPIL_ENTITY_PERSON), SPIL_PERSON_ORGANISATION, organisation, name);
}

void
laptop_rename_task (Laptop *self, SpilId task, const char *name)
{
  SpilAction *action = spil_action_new ("Task renamed");
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_TASK), task);
  g_auto (SpilValue) value = spil_value_text (name);

  spil_change_assign (change, spil_entity (SPIL_ENTITY_TASK)->title, &value);
  commit (self, action);
}

char *
laptop_task_name (Laptop *self, SpilId task)
{
  return spil_store_dup_title (self->store, spil_entity (SPIL_ENTITY_TASK), task);
}

int64_t
laptop_count_tasks (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_TASK));
  int64_t count;

  spil_store_count (self->store, query, &count, &error);
  g_assert_no_error (error);
  return count;
}

char *
laptop_digest (Laptop *self)
{
  g_autoptr (GError) error = NULL;
  char *digest = spil_store_digest (self->store, &error);

  g_assert_no_error (error);
  return digest;
}

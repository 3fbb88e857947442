// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-local-files.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "spil-backup.h"
#include "spil-store-private.h"
#include "spil-time.h"

#define REPLACED "spil-replaced-"

// Files of one name: the database, and what synchronisation keeps outside it.
static const char *const own_names[] = {
  SPIL_STORE_FILE,
  "secrets",
  "sent-mark",
  "spil.sync-lock",
};

// Files whose names go on: what SQLite keeps beside a database, what was replaced, what is not finished.
static const char *const own_beginnings[] = {
  SPIL_STORE_FILE "-",
  REPLACED,
  "spil-draft-",
  ".spil-",
};

gboolean
spil_local_file_is_own (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (strcmp (name, own_names[i]) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (own_beginnings); i++)
    if (g_str_has_prefix (name, own_beginnings[i]))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
spil_local_files_list (const char *dir, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  if (entries == NULL) {
    g_autofree char *shown = g_filename_display_name (dir);

    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
                 _ ("The folder %s is not there or cannot be read. Choose another folder."), shown);
    return NULL;
  }
  while ((name = g_dir_read_name (entries)) != NULL)
    if (spil_local_file_is_own (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

GPtrArray *
spil_backup_list_replaced (const char *dir, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (dir != NULL, NULL);

  names = spil_local_files_list (dir, error);
  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);

    if (g_str_has_prefix (name, REPLACED) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (paths, g_build_filename (dir, name, NULL));
  }
  return g_steal_pointer (&paths);
}

char *
spil_local_file_name_replaced (const char *database)
{
  g_autofree char *dir = g_path_get_dirname (database);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (int i = 1;; i++) {
    g_autofree char *name = i == 1 ? g_strdup_printf (REPLACED "%s.db", when)
                                   : g_strdup_printf (REPLACED "%s-%d.db", when, i);
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
      return g_steal_pointer (&path);
  }
}

void
spil_local_files_sync (const char *dir)
{
  int fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd == -1)
    return;
  (void) fsync (fd);
  close (fd);
}

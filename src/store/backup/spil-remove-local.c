// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-backup-private.h"
#include "spil-backup.h"
#include "spil-copy.h"
#include "spil-hold.h"
#include "spil-local-files.h"
#include "spil-store-private.h"

static const char *const endings[] = { "-wal", "-journal", "-shm" };

// Zeros in place of what the file holds, down to the disk. What the disk itself still keeps of it, nobody here can reach.
static gboolean
overwrite (int fd, int64_t length)
{
  static const char zeros[65536];

  for (int64_t at = 0; at < length;) {
    ssize_t written = pwrite (fd, zeros, MIN (sizeof zeros, (gsize) (length - at)), at);

    if (written < 0 && errno != EINTR)
      return FALSE;
    at += MAX (written, 0);
  }
  return fsync (fd) == 0;
}

// Nobody can open it any more; then nothing is left to be read of it. A second name of the file keeps its content.
static gboolean
wipe (const char *path, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  struct stat status;
  gboolean readable = fd != -1 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode) &&
                      status.st_nlink == 1;
  gboolean gone = g_unlink (path) == 0 || errno == ENOENT;
  int code = errno;

  // A disk that is full or fails has lost the name all the same.
  if (gone && readable)
    overwrite (fd, status.st_size);
  if (fd != -1)
    close (fd);
  return gone || spil_copy_refuse (path, code, error);
}

static gboolean
wipe_database (const char *database, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (database, endings[i], NULL);

    if (!wipe (path, error))
      return FALSE;
  }
  return wipe (database, error);
}

// All but the database, which comes last: as long as it is there, it can be tried again.
static gboolean
wipe_others (const char *dir, GPtrArray *names, GError **error)
{
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (!g_str_has_prefix (name, SPIL_STORE_FILE) && !wipe (path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
refuse_nothing (const char *dir, GError **error)
{
  g_autofree char *shown = g_filename_display_name (dir);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
               _ ("There is nothing of Spil in the folder %s. Choose the folder of the data."), shown);
  return FALSE;
}

gboolean
spil_store_remove_local (const char *dir, SpilRemovalFunc before, gpointer user_data, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *database = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (SpilHold) hold = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);

  names = spil_local_files_list (dir, error);
  if (names == NULL)
    return FALSE;
  if (names->len == 0)
    return refuse_nothing (dir, error);
  name = g_build_filename (dir, SPIL_STORE_FILE, NULL);
  database = spil_backup_follow (name);
  if (g_file_test (database, G_FILE_TEST_IS_REGULAR) &&
      (hold = spil_hold_new (database, FALSE, error)) == NULL)
    return FALSE;
  if (before != NULL && !before (user_data, error))
    return FALSE;
  if (!wipe_others (dir, names, error) || !wipe_database (database, error) || !wipe_database (name, error))
    return FALSE;
  spil_local_files_sync (dir);
  // Only when nothing else is in it.
  g_rmdir (dir);
  return TRUE;
}

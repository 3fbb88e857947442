// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "spil-store.h"

// "Remove local data" knows the beginning.
#define BEGINNING ".spil-snapshot-"
#define MAKING BEGINNING "copy"

// Of the hash, this many digits.
#define DIGITS 16

char *
spil_snapshot_file_path (const char *dir, const SpilHash *hash)
{
  g_autofree char *text = hash != NULL ? spil_hash_dup_text (hash) : NULL;
  g_autofree char *name = NULL;

  if (text == NULL)
    return g_build_filename (dir, MAKING, NULL);
  text[DIGITS] = '\0';
  name = g_strconcat (BEGINNING, text, NULL);
  return g_build_filename (dir, name, NULL);
}

void
spil_snapshot_file_clean (const char *dir, const char *keep)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (g_str_has_prefix (name, BEGINNING) && g_strcmp0 (path, keep) != 0)
      g_unlink (path);
  }
}

static gboolean
refuse (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL,
                 _ ("The disk that holds %s is full; nothing has changed. Make room on it and try again."),
                 shown);
  else
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED,
                 _ ("%s cannot be written or read (%s); nothing has changed."), shown, g_strerror (code));
  return FALSE;
}

int
spil_snapshot_file_open (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd == -1)
    refuse (path, errno, error);
  return fd;
}

gboolean
spil_snapshot_file_write (int fd, const char *path, int64_t offset, const uint8_t *data, gsize length,
                          GError **error)
{
  while (length > 0) {
    gssize n = pwrite (fd, data, length, offset);

    if (n == -1 && errno == EINTR)
      continue;
    if (n <= 0)
      return refuse (path, n == 0 ? ENOSPC : errno, error);
    data += n;
    offset += n;
    length -= (gsize) n;
  }
  return TRUE;
}

gboolean
spil_snapshot_file_read (int fd, const char *path, int64_t offset, uint8_t *data, gsize length,
                         GError **error)
{
  while (length > 0) {
    gssize n = pread (fd, data, length, offset);

    if (n == -1 && errno == EINTR)
      continue;
    if (n <= 0)
      return refuse (path, n == 0 ? EIO : errno, error);
    data += n;
    offset += n;
    length -= (gsize) n;
  }
  return TRUE;
}

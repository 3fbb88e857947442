// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-atomic-file.h"
#include "spil-space.h"

/* More than is ever in one. */
#define MAX_LENGTH ((gsize) 1 << 20)

#define HASH_LENGTH 32
#define CHECK_PREFIX "check "
#define CHECK_LENGTH (sizeof CHECK_PREFIX - 1 + 2 * HASH_LENGTH + 1)

/* What a write that was cut short leaves: see spil-atomic-file.c. */
#define LEFTOVER_PREFIX ".spil-"
#define LEFTOVER_LENGTH (sizeof LEFTOVER_PREFIX - 1 + 6)

typedef struct
{
  gsize length;
  uint8_t data[];
} Private;

static void
wipe (gpointer data)
{
  Private *self = data;

  sodium_memzero (self->data, self->length);
  g_free (self);
}

GBytes *
spil_private_bytes_new (gsize length, uint8_t **data)
{
  Private *self = g_malloc0 (sizeof (Private) + length);

  self->length = length;
  *data = self->data;
  return g_bytes_new_with_free_func (self->data, length, wipe, self);
}

int
spil_private_file_lock (const char *dir)
{
  const int fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  while (fd != -1 && flock (fd, LOCK_EX) != 0 && errno == EINTR) {}
  return fd;
}

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED,
               _ ("“%s” cannot be read: %s. Check the permissions of the folder it is in."), path,
               g_strerror (code));
  return FALSE;
}

/* Whether nobody else can have read or written it. */
static gboolean
check_owner (const char *path, const struct stat *there, GError **error)
{
  const char *sentence = NULL;

  if (!S_ISREG (there->st_mode))
    sentence = _ ("“%s” is no ordinary file, and Spil does not trust it; remove it.");
  else if (there->st_uid != geteuid ())
    sentence = _ ("“%s” belongs to another user, and Spil does not trust it; give it back to its owner.");
  else if ((there->st_mode & 077) != 0)
    sentence = _ (
        "Others may read or change “%s”, which must be for you alone; take those permissions away (mode 0600).");
  else if (there->st_size > (off_t) MAX_LENGTH)
    sentence = _ ("“%s” is too large to be of Spil; remove it.");
  if (sentence == NULL)
    return TRUE;
  g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS, sentence, path);
  return FALSE;
}

static gboolean
read_all (int fd, uint8_t *data, gsize length)
{
  while (length > 0) {
    const gssize count = read (fd, data, length);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return FALSE;
    data += count;
    length -= (gsize) count;
  }
  return TRUE;
}

/* The last line for @length bytes of @data. */
static void
make_check (const uint8_t *data, gsize length, char check[CHECK_LENGTH + 1])
{
  uint8_t hash[HASH_LENGTH];
  char hex[2 * HASH_LENGTH + 1];

  crypto_generichash (hash, sizeof hash, data, length, NULL, 0);
  sodium_bin2hex (hex, sizeof hex, hash, sizeof hash);
  g_snprintf (check, CHECK_LENGTH + 1, CHECK_PREFIX "%s\n", hex);
}

void
spil_private_file_set_damaged (GError **error, const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS,
      _ ("“%s” is damaged; put it back from a backup, or ask your project leader to let this laptop in again."),
      shown);
}

/* What comes before the checksum, when that is right. */
static GBytes *
check_content (GBytes *content)
{
  char check[CHECK_LENGTH + 1];
  gsize length;
  const uint8_t *data = g_bytes_get_data (content, &length);

  if (length < CHECK_LENGTH)
    return NULL;
  make_check (data, length - CHECK_LENGTH, check);
  if (memcmp (data + length - CHECK_LENGTH, check, CHECK_LENGTH) != 0)
    return NULL;
  return g_bytes_new_from_bytes (content, 0, length - CHECK_LENGTH);
}

gboolean
spil_private_file_read (const char *dir, const char *name, GBytes **bytes, GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofd int fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  g_autoptr (GBytes) content = NULL;
  struct stat there;
  uint8_t *data;

  *bytes = NULL;
  if (fd == -1 && errno == ENOENT)
    return TRUE;
  if (fd == -1 && errno == ELOOP)
    there.st_mode = S_IFLNK;
  else if (fd == -1 || fstat (fd, &there) != 0)
    return fail (error, shown, errno);
  if (!check_owner (shown, &there, error))
    return FALSE;
  content = spil_private_bytes_new ((gsize) there.st_size, &data);
  errno = 0;
  if (!read_all (fd, data, (gsize) there.st_size) && errno != 0)
    return fail (error, shown, errno);
  *bytes = check_content (content);
  if (*bytes == NULL)
    spil_private_file_set_damaged (error, dir, name);
  return *bytes != NULL;
}

/* Removes what writes that were cut short have left; there is no other writer now. */
static void
sweep (const char *dir)
{
  g_autoptr (GDir) reading = g_dir_open (dir, 0, NULL);
  const char *name;

  while (reading != NULL && (name = g_dir_read_name (reading)) != NULL) {
    g_autofree char *path = NULL;
    struct stat there;

    if (strlen (name) != LEFTOVER_LENGTH || !g_str_has_prefix (name, LEFTOVER_PREFIX))
      continue;
    path = g_build_filename (dir, name, NULL);
    if (lstat (path, &there) == 0 && S_ISREG (there.st_mode))
      g_unlink (path);
  }
}

gboolean
spil_private_file_write (const char *dir, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (SpilAtomicFile) file = NULL;
  g_autoptr (GError) cause = NULL;
  char check[CHECK_LENGTH + 1];
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  sweep (dir);
  make_check ((const uint8_t *) data, length, check);
  file = spil_atomic_file_new (path, &cause);
  if (file != NULL && spil_atomic_file_write (file, data, length, &cause) &&
      spil_atomic_file_write (file, check, CHECK_LENGTH, &cause) && spil_atomic_file_finish (file, &cause))
    return TRUE;
  g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED, cause->message);
  return FALSE;
}

gboolean
spil_private_file_remove (const char *dir, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofd int folder = -1;

  sweep (dir);
  if (g_unlink (path) != 0 && errno != ENOENT) {
    g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED,
                 _ ("“%s” cannot be removed: %s. Check the permissions of the folder it is in."), shown,
                 g_strerror (errno));
    return FALSE;
  }
  folder = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (folder != -1)
    (void) fsync (folder);
  return TRUE;
}

const char *
spil_private_next_line (GBytes *bytes, gsize *at, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *line = data + *at;
  const char *end;

  if (*at >= size)
    return NULL;
  end = memchr (line, '\n', size - *at);
  *length = end == NULL ? size - *at : (gsize) (end - line);
  *at += *length + 1;
  return line;
}

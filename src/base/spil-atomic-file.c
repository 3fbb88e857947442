// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SpilAtomicFile
{
  char *path; /* as people know it */
  char *target; /* the file itself, links followed */
  char *dir;
  char *temporary; /* NULL once it has taken the name of the target */
  int fd; /* -1: closed */
};

/* Says that the file cannot be written, for the reason in @code; always returns FALSE. */
static gboolean
refuse (SpilAtomicFile *self, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                 _ ("“%s” cannot be written, because the disk is full; make room and try again."),
                 self->path);
  else
    g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                 _ ("“%s” cannot be written: %s. Choose another place, or check the permissions."),
                 self->path, g_strerror (code));
  return FALSE;
}

/* Finds what stands at @path; only a plain file can be replaced. */
static gboolean
look_at_target (SpilAtomicFile *self, mode_t *mode, GError **error)
{
  char *real = realpath (self->path, NULL);
  struct stat there;

  *mode = S_IRUSR | S_IWUSR;
  self->target = g_strdup (real != NULL ? real : self->path);
  free (real);
  if (stat (self->target, &there) != 0)
    return errno == ENOENT || refuse (self, errno, error);
  if (S_ISDIR (there.st_mode))
    return refuse (self, EISDIR, error);
  if (!S_ISREG (there.st_mode))
    return refuse (self, EINVAL, error);
  *mode = there.st_mode & 07777;
  return TRUE;
}

SpilAtomicFile *
spil_atomic_file_new (const char *path, GError **error)
{
  g_autoptr (SpilAtomicFile) self = g_new0 (SpilAtomicFile, 1);
  mode_t mode;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->fd = -1;
  if (!look_at_target (self, &mode, error))
    return NULL;
  self->dir = g_path_get_dirname (self->target);
  self->temporary = g_build_filename (self->dir, ".spil-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (self->fd == -1) {
    const int code = errno;

    g_clear_pointer (&self->temporary, g_free);
    refuse (self, code, error);
    return NULL;
  }
  if (fchmod (self->fd, mode) != 0) {
    refuse (self, errno, error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

gboolean
spil_atomic_file_write (SpilAtomicFile *self, const char *bytes, gsize length, GError **error)
{
  while (length > 0) {
    const gssize written = write (self->fd, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return refuse (self, errno, error);
    bytes += written;
    length -= (gsize) written;
  }
  return TRUE;
}

/* Makes the new name durable; a file system that cannot do so for folders keeps its own promises. */
static void
sync_dir (const char *dir)
{
  const int fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd == -1)
    return;
  (void) fsync (fd);
  g_close (fd, NULL);
}

gboolean
spil_atomic_file_finish (SpilAtomicFile *self, GError **error)
{
  if (fsync (self->fd) != 0)
    return refuse (self, errno, error);
  if (close (g_steal_fd (&self->fd)) != 0)
    return refuse (self, errno, error);
  if (g_rename (self->temporary, self->target) != 0)
    return refuse (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  sync_dir (self->dir);
  return TRUE;
}

void
spil_atomic_file_free (SpilAtomicFile *self)
{
  if (self->fd != -1)
    g_close (self->fd, NULL);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->path);
  g_free (self->target);
  g_free (self->dir);
  g_free (self->temporary);
  g_free (self);
}

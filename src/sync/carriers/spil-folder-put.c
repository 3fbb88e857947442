// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// For renameat2() and what retries interrupted calls.
#define _GNU_SOURCE
// Writing a file into a shared folder: whole or not at all, and never over another.
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-folder-calls.h"

/* Readers ignore such a name, and so do the programs of Nextcloud and ownCloud, which would otherwise send half of a file. */
#define PART_PREFIX ".spil-"
#define PART_SUFFIX ".part"
#define PART_DIGITS 16

/* What is left of a write that was cut short may go after a day: no write takes that long. */
#define LEFTOVER_AGE (24 * 60 * 60)

#define CHUNK ((gsize) 1 << 20)
/* So much at most waits to go to the disk; else one fsync at the end could take longer than anybody waits. */
#define FLUSH ((gsize) 8 << 20)

/* A file that is being written. */
typedef struct
{
  int folder;
  const char *base; /* the name it is to get */
  char part[sizeof PART_PREFIX PART_SUFFIX + PART_DIGITS]; /* the name it has */
  int fd;
  struct stat own;
} Writing;

static gboolean
is_part (const char *name)
{
  const gsize digits = sizeof PART_PREFIX - 1;

  return strlen (name) == sizeof PART_PREFIX PART_SUFFIX - 1 + PART_DIGITS &&
         g_str_has_prefix (name, PART_PREFIX) && g_str_has_suffix (name, PART_SUFFIX) &&
         strspn (name + digits, "0123456789abcdef") == PART_DIGITS;
}

/* Begins a file that everybody may read who may read the folder. */
static int
begin (SpilFolder *self, Writing *writing)
{
  struct stat folder;

  do {
    const int code = spil_folder_step (self, "create", writing->base);

    if (code != 0)
      return code;
    g_snprintf (writing->part, sizeof writing->part, PART_PREFIX "%08x%08x" PART_SUFFIX, g_random_int (),
                g_random_int ());
    writing->fd = openat (writing->folder, writing->part,
                          O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  } while (writing->fd == -1 && (errno == EEXIST || errno == EINTR));
  if (writing->fd == -1)
    return errno;
  if (fstat (writing->folder, &folder) == 0)
    (void) fchmod (writing->fd, S_IRUSR | S_IWUSR | (folder.st_mode & 0044));
  return fstat (writing->fd, &writing->own) == 0 ? 0 : errno;
}

/* Some file systems do not know how, and keep their own promises. */
static int
flush (SpilFolder *self, Writing *writing, int (*function) (int))
{
  const int code = spil_folder_step (self, "flush", writing->base);

  if (code != 0 || function (writing->fd) == 0)
    return code;
  return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
}

static int
write_all (SpilFolder *self, Writing *writing, GBytes *bytes)
{
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);
  gsize waiting = 0;

  while (length > 0) {
    int code = spil_folder_step (self, "write", writing->base);
    gssize count;

    if (code != 0)
      return code;
    count = TEMP_FAILURE_RETRY (write (writing->fd, at, MIN (length, CHUNK)));
    if (count < 0)
      return errno;
    at += count;
    length -= (gsize) count;
    waiting += (gsize) count;
    if (waiting < FLUSH)
      continue;
    waiting = 0;
    code = flush (self, writing, fdatasync);
    if (code != 0)
      return code;
  }
  return flush (self, writing, fsync);
}

/* Whether the file already has its name, although the system said otherwise: the answer of a server can get lost. */
static gboolean
has_name (const Writing *writing)
{
  struct stat there;

  return fstatat (writing->folder, writing->base, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         there.st_dev == writing->own.st_dev && there.st_ino == writing->own.st_ino;
}

static int
link_part (SpilFolder *self, Writing *writing)
{
  const int code = spil_folder_step (self, "link", writing->base);

  if (code != 0)
    return code;
  if (linkat (writing->folder, writing->part, writing->folder, writing->base, 0) != 0)
    return errno;
  (void) unlinkat (writing->folder, writing->part, 0);
  return 0;
}

/*
 * For file systems that can do no better: looks whether the name is free, then takes it. Other programs of Spil on this laptop wait their turn; no
 * other laptop writes in this folder.
 */
static int
look_and_rename (SpilFolder *self, Writing *writing)
{
  const int code = spil_folder_step (self, "rename", writing->base);
  struct stat there;

  if (code != 0)
    return code;
  (void) TEMP_FAILURE_RETRY (flock (writing->folder, LOCK_EX));
  if (fstatat (writing->folder, writing->base, &there, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  if (errno != ENOENT)
    return errno;
  return renameat (writing->folder, writing->part, writing->folder, writing->base) == 0 ? 0 : errno;
}

/* Whether the file system does not know such a call. EPERM is what some say instead. */
static gboolean
is_unknown (int code)
{
  return code == EINVAL || code == ENOSYS || code == ENOTSUP || code == EPERM || code == EXDEV ||
         code == EMLINK;
}

/* Gives the file its name, unless that is taken. */
static int
publish (SpilFolder *self, Writing *writing)
{
  int code = spil_folder_step (self, "rename-new", writing->base);

  if (code == 0 &&
      renameat2 (writing->folder, writing->part, writing->folder, writing->base, RENAME_NOREPLACE) != 0)
    code = errno;
  if (is_unknown (code))
    code = link_part (self, writing);
  if (is_unknown (code))
    code = look_and_rename (self, writing);
  if (code == 0 || !has_name (writing))
    return code;
  (void) unlinkat (writing->folder, writing->part, 0);
  return 0;
}

/* Removes what is left of writes of long ago, going by the clock of the file system itself. What cannot be removed stays. */
static void
sweep (SpilFolder *self, const Writing *writing)
{
  int code;
  g_autoptr (SpilOpenDir) reading = spil_folder_read (self, writing->folder, writing->base, &code);
  struct dirent *entry;

  if (reading == NULL)
    return;
  while ((entry = spil_folder_read_entry (self, reading, writing->base, &code)) != NULL) {
    struct stat there;

    if (is_part (entry->d_name) &&
        fstatat (writing->folder, entry->d_name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG (there.st_mode) && there.st_mtime < writing->own.st_mtime - LEFTOVER_AGE)
      (void) unlinkat (writing->folder, entry->d_name, 0);
  }
}

/* Writes the file whole, or leaves nothing. */
static int
write_file (SpilFolder *self, Writing *writing, GBytes *bytes)
{
  int code = begin (self, writing);

  if (code == 0)
    code = write_all (self, writing, bytes);
  if (writing->fd != -1 && close (writing->fd) != 0 && code == 0)
    code = errno;
  if (code == 0)
    code = publish (self, writing);
  if (code != 0 && writing->fd != -1)
    (void) unlinkat (writing->folder, writing->part, 0);
  return code;
}

/* 0 when there is nothing of that name. */
static int
look (SpilFolder *self, const Writing *writing)
{
  const int code = spil_folder_step (self, "look", writing->base);
  struct stat there;

  if (code != 0)
    return code;
  if (fstatat (writing->folder, writing->base, &there, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return errno == ENOENT ? 0 : errno;
}

gboolean
spil_folder_put (SpilFolder *self, const char *name, GBytes *bytes, gboolean sweeping, GError **error)
{
  Writing writing = { .fd = -1 };
  g_autofree char *path = spil_folder_split (name, &writing.base);
  gboolean top;
  int code;
  g_autofd int folder = spil_folder_open (self, path, TRUE, &top, &code);

  writing.folder = folder;
  if (folder != -1)
    code = look (self, &writing);
  if (folder != -1 && code == 0)
    code = write_file (self, &writing, bytes);
  if (folder != -1 && code == EEXIST) {
    g_set_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EXISTS,
                 _ ("There is a file “%s” in the shared folder “%s” already."), name, self->label);
    return FALSE;
  }
  if (code != 0) {
    spil_folder_set_error (error, self, top, path, code);
    return FALSE;
  }
  (void) fsync (folder);
  if (sweeping)
    sweep (self, &writing);
  return TRUE;
}

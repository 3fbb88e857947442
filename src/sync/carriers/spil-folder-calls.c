// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// For renameat2() and what retries interrupted calls.
#define _GNU_SOURCE
#include "spil-folder-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-folder-error.h"

#define CHUNK ((gsize) 1 << 20)

/* Names of devices are longer than this; those of people's folders that consist of nothing but hex digits are not. */
#define DEVICE_NAME_LENGTH 32

int
spil_folder_step (SpilFolder *self, const char *call, const char *name)
{
  const int code = self->fault != NULL ? self->fault (call, name, self->fault_data) : 0;

  return spil_limited_thread_beat (self->thread) ? code : ECANCELED;
}

/* Opens @name in @parent; links are followed for the top alone, which is the user's choice. */
static int
open_one (SpilFolder *self, int parent, const char *name, int flags, int *code)
{
  int fd;

  *code = spil_folder_step (self, "open", name);
  if (*code != 0)
    return -1;
  fd = TEMP_FAILURE_RETRY (openat (parent, name, flags | O_CLOEXEC));
  if (fd == -1)
    *code = errno;
  return fd;
}

/* Makes the folder @name in @parent, for everybody who may read the one it is in, and makes it durable. */
static int
make_one (SpilFolder *self, int parent, const char *name)
{
  const int code = spil_folder_step (self, "make-folder", name);
  struct stat there;

  if (code != 0)
    return code;
  if (mkdirat (parent, name, S_IRWXU) != 0)
    return errno == EEXIST ? 0 : errno;
  if (fstat (parent, &there) == 0)
    (void) fchmodat (parent, name, S_IRWXU | (there.st_mode & (S_ISGID | 0055)), 0);
  (void) fsync (parent);
  return 0;
}

int
spil_folder_open (SpilFolder *self, const char *path, gboolean make, gboolean *top, int *code)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  g_autofd int fd = open_one (self, AT_FDCWD, self->path, O_RDONLY | O_DIRECTORY, code);

  *top = fd != -1;
  for (char **name = names; fd != -1 && *name != NULL; name++) {
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;
    int next = open_one (self, fd, *name, flags, code);

    if (next == -1 && *code == ENOENT && make) {
      *code = make_one (self, fd, *name);
      next = *code == 0 ? open_one (self, fd, *name, flags, code) : -1;
    }
    close (fd);
    fd = next;
  }
  return g_steal_fd (&fd);
}

DIR *
spil_folder_read (SpilFolder *self, int folder, const char *name, int *code)
{
  const int fd = open_one (self, folder, ".", O_RDONLY | O_DIRECTORY, code);
  DIR *reading;

  if (fd == -1)
    return NULL;
  *code = spil_folder_step (self, "read-folder", name);
  reading = *code == 0 ? fdopendir (fd) : NULL;
  if (reading == NULL) {
    *code = *code != 0 ? *code : errno;
    close (fd);
  }
  return reading;
}

struct dirent *
spil_folder_read_entry (SpilFolder *self, DIR *reading, const char *name, int *code)
{
  struct dirent *entry;

  *code = spil_folder_step (self, "read-entry", name);
  if (*code != 0)
    return NULL;
  errno = 0;
  entry = readdir (reading);
  if (entry == NULL)
    *code = errno;
  return entry;
}

/* Whether the top has such a thing only because of Spil: the id file of a space, or the folder of a device. */
static gboolean
is_of_spil (const char *name)
{
  return spil_carrier_is_name (name) &&
         (g_str_has_prefix (name, "spil-space-") || strspn (name, "0123456789abcdef-") >= DEVICE_NAME_LENGTH);
}

gboolean
spil_folder_check (SpilFolder *self, GError **error)
{
  gboolean top;
  int code;
  g_autofd int folder = spil_folder_open (self, "", FALSE, &top, &code);
  g_autoptr (SpilOpenDir) reading = NULL;
  struct dirent *entry;

  if (folder != -1)
    reading = spil_folder_read (self, folder, "", &code);
  if (reading == NULL) {
    spil_folder_error_set (error, self->label, code);
    return FALSE;
  }
  while ((entry = spil_folder_read_entry (self, reading, "", &code)) != NULL)
    if (is_of_spil (entry->d_name))
      return TRUE;
  if (code != 0)
    spil_folder_error_set (error, self->label, code);
  else
    g_set_error (
        error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EMPTY,
        _ ("The shared folder “%s” has nothing of Spil in it; see whether the network or the stick is connected, and whether it is the right folder."),
        self->label);
  return FALSE;
}

/* Adds the entry @name of @folder to @items when it is what was asked for. */
static int
add_entry (SpilFolder *self, int folder, const char *name, gboolean folders, GPtrArray *items)
{
  const int code = spil_folder_step (self, "look", name);
  struct stat there;
  SpilCarrierItem *item;

  if (code != 0)
    return code;
  if (fstatat (folder, name, &there, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT ? 0 : errno;
  if (folders ? !S_ISDIR (there.st_mode) : !S_ISREG (there.st_mode))
    return 0;
  item = g_new (SpilCarrierItem, 1);
  item->name = g_strdup (name);
  item->size = folders ? 0 : there.st_size;
  g_ptr_array_add (items, item);
  return 0;
}

void
spil_folder_set_error (GError **error, SpilFolder *self, gboolean top, const char *path, int code)
{
  if (top && (code == ENOTDIR || code == ELOOP))
    g_set_error (
        error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FAILED,
        _ ("In the shared folder “%s” something else stands where Spil keeps the folder “%s”; ask your administrator to remove it."),
        self->label, path);
  else
    spil_folder_error_set (error, self->label, code);
}

GPtrArray *
spil_folder_list (SpilFolder *self, const char *path, gboolean folders, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_carrier_item_free);
  g_autoptr (SpilOpenDir) reading = NULL;
  gboolean top;
  int code;
  g_autofd int folder = spil_folder_open (self, path, FALSE, &top, &code);
  struct dirent *entry;

  if (folder == -1 && top && code == ENOENT)
    return g_steal_pointer (&items);
  if (folder != -1)
    reading = spil_folder_read (self, folder, path, &code);
  while (reading != NULL && (entry = spil_folder_read_entry (self, reading, path, &code)) != NULL) {
    code = spil_carrier_is_name (entry->d_name) ? add_entry (self, folder, entry->d_name, folders, items) : 0;
    if (code != 0)
      break;
  }
  if (code == 0)
    return g_steal_pointer (&items);
  spil_folder_set_error (error, self, top, path, code);
  return NULL;
}

char *
spil_folder_split (const char *name, const char **base)
{
  const char *slash = strrchr (name, '/');

  *base = slash == NULL ? name : slash + 1;
  return slash == NULL ? g_strdup ("") : g_strndup (name, (gsize) (slash - name));
}

static void
set_not_found (GError **error, SpilFolder *self, const char *name)
{
  g_set_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_NOT_FOUND,
               _ ("There is no file “%s” in the shared folder “%s”."), name, self->label);
}

static void
set_too_large (GError **error, SpilFolder *self, const char *name)
{
  g_set_error (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_TOO_LARGE,
               _ ("The file “%s” in the shared folder “%s” is too large to be of Spil."), name, self->label);
}

/* Reads all of @fd, of which @size bytes are expected, but at most one more than @limit. */
static GByteArray *
read_all (SpilFolder *self, int fd, const char *name, gsize size, gsize limit, int *code)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize wanted = size + 1;

  while (bytes->len <= limit) {
    const gsize before = bytes->len;
    gssize count;

    *code = spil_folder_step (self, "read", name);
    if (*code != 0)
      return NULL;
    wanted = MIN (MIN (wanted, CHUNK), limit - before + 1);
    g_byte_array_set_size (bytes, (guint) (before + wanted));
    count = TEMP_FAILURE_RETRY (read (fd, bytes->data + before, wanted));
    if (count < 0) {
      *code = errno;
      return NULL;
    }
    g_byte_array_set_size (bytes, (guint) (before + (gsize) count));
    if (count == 0)
      break;
    wanted = CHUNK;
  }
  return g_steal_pointer (&bytes);
}

/* Opens the file @name; nothing else than a file, and without waiting for the other end of a pipe. ENOENT: not there, but @top is. */
static int
open_file (SpilFolder *self, const char *name, struct stat *there, gboolean *top, int *code)
{
  const char *base;
  g_autofree char *path = spil_folder_split (name, &base);
  g_autofd int folder = spil_folder_open (self, path, FALSE, top, code);
  g_autofd int fd = -1;

  if (folder != -1)
    fd = open_one (self, folder, base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, code);
  if (fd == -1) {
    if (*top && (*code == ENOTDIR || *code == ELOOP))
      *code = ENOENT;
    /* So is a socket refused, but also all of a disk that was taken out. */
    if (folder != -1 && *code == ENXIO && fstatat (folder, base, there, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISSOCK (there->st_mode))
      *code = ENOENT;
    return -1;
  }
  if (fstat (fd, there) != 0) {
    *code = errno;
    return -1;
  }
  if (!S_ISREG (there->st_mode)) {
    *code = ENOENT;
    return -1;
  }
  return g_steal_fd (&fd);
}

GBytes *
spil_folder_get (SpilFolder *self, const char *name, gsize limit, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  struct stat there;
  gboolean top;
  int code;
  g_autofd int fd = open_file (self, name, &there, &top, &code);

  limit = MIN (limit, G_MAXINT32 - CHUNK);
  if (fd == -1 && top && code == ENOENT) {
    set_not_found (error, self, name);
    return NULL;
  }
  if (fd != -1 && (guint64) there.st_size > limit) {
    set_too_large (error, self, name);
    return NULL;
  }
  if (fd != -1)
    bytes = read_all (self, fd, name, (gsize) there.st_size, limit, &code);
  if (bytes == NULL) {
    spil_folder_error_set (error, self->label, code);
    return NULL;
  }
  if (bytes->len > limit) {
    set_too_large (error, self, name);
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
spil_folder_remove (SpilFolder *self, const char *name, GError **error)
{
  const char *base;
  g_autofree char *path = spil_folder_split (name, &base);
  gboolean top;
  int code;
  g_autofd int folder = spil_folder_open (self, path, FALSE, &top, &code);

  if (folder != -1)
    code = spil_folder_step (self, "remove", name);
  if (folder != -1 && code == 0 && unlinkat (folder, base, 0) != 0)
    code = errno;
  if (top && code == ENOENT)
    return TRUE;
  if (code != 0) {
    spil_folder_set_error (error, self, top, path, code);
    return FALSE;
  }
  (void) fsync (folder);
  return TRUE;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "power-vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

// What a write or a truncation replaced.
typedef struct
{
  sqlite3_int64 size; // of the file before
  sqlite3_int64 offset;
  GBytes *before; // what stood there, as far as there was anything
} Replaced;

typedef struct
{
  sqlite3_file base;
  GQueue *replaced; // of Replaced, the latest first; owned by the table; NULL: not one that is kept
  const char *path;
  sqlite3_file *real; // behind this struct
} PowerFile;

// A test program has one disk, and SQLite gives its methods nothing to carry it in.
static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  GHashTable *files; // path -> GQueue of Replaced
  char *cut; // folder without power
} disk;

static void
free_replaced (gpointer data)
{
  Replaced *self = data;

  g_bytes_unref (self->before);
  g_free (self);
}

static void
free_queue (gpointer data)
{
  g_queue_free_full (data, free_replaced);
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((PowerFile *) file)->real;
}

static gboolean
is_cut (const char *path)
{
  return disk.cut != NULL && path != NULL && g_str_has_prefix (path, disk.cut);
}

static void
remember (PowerFile *self, sqlite3_int64 offset, sqlite3_int64 length)
{
  Replaced *replaced;
  g_autofree char *bytes = g_malloc0 ((gsize) length + 1);

  if (self->replaced == NULL)
    return;
  replaced = g_new0 (Replaced, 1);
  self->real->pMethods->xFileSize (self->real, &replaced->size);
  replaced->offset = offset;
  length = CLAMP (replaced->size - offset, 0, length);
  if (length > 0)
    self->real->pMethods->xRead (self->real, bytes, (int) length, offset);
  replaced->before = g_bytes_new (bytes, (gsize) length);
  g_queue_push_head (self->replaced, replaced);
}

static int
close_file (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
read_file (sqlite3_file *file, void *buffer, int n, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), buffer, n, offset);
}

static int
write_file (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 offset)
{
  if (is_cut (((PowerFile *) file)->path))
    return SQLITE_IOERR_WRITE;
  remember ((PowerFile *) file, offset, n);
  return real_of (file)->pMethods->xWrite (real_of (file), buffer, n, offset);
}

static sqlite3_int64
length_after (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_int64 whole = 0;

  real_of (file)->pMethods->xFileSize (real_of (file), &whole);
  return MAX (whole - size, 0);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_cut (((PowerFile *) file)->path))
    return SQLITE_IOERR_TRUNCATE;
  remember ((PowerFile *) file, size, length_after (file, size));
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  PowerFile *self = (PowerFile *) file;

  if (is_cut (self->path))
    return SQLITE_IOERR_FSYNC;
  if (self->replaced != NULL)
    g_queue_clear_full (self->replaced, free_replaced);
  // Whether it reaches a real disk makes no difference here.
  return SQLITE_OK;
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_file (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xLock (real_of (file), lock);
}

static int
unlock_file (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
check_lock (sqlite3_file *file, int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
map_shared (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
unmap_shared (sqlite3_file *file, int delete)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = order_shared,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  PowerFile *self = (PowerFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  self->replaced = NULL;
  self->path = name; // SQLite keeps it as long as the file is open
  code = disk.real->xOpen (disk.real, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  if (name != NULL && code == SQLITE_OK) {
    self->replaced = g_hash_table_lookup (disk.files, name);
    if (self->replaced == NULL) {
      self->replaced = g_queue_new ();
      g_hash_table_insert (disk.files, g_strdup (name), self->replaced);
    }
  }
  return code;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync)
{
  if (is_cut (name))
    return SQLITE_IOERR_DELETE;
  // What it held is in the database by now, which was synced before.
  g_hash_table_remove (disk.files, name);
  return disk.real->xDelete (disk.real, name, sync);
}

void
power_vfs_register (void)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "power";
  disk.vfs.szOsFile = (int) sizeof (PowerFile) + disk.real->szOsFile;
  disk.vfs.xOpen = open_file;
  disk.vfs.xDelete = delete_file;
  disk.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, 1), ==, SQLITE_OK);
}

void
power_vfs_cut (const char *dir)
{
  g_assert_null (disk.cut);
  disk.cut = g_strdup (dir);
}

static void
take_back (const char *path, const Replaced *replaced)
{
  int descriptor = open (path, O_WRONLY | O_CLOEXEC);
  gsize length;
  const void *bytes = g_bytes_get_data (replaced->before, &length);

  g_assert_cmpint (descriptor, >=, 0);
  if (length > 0)
    g_assert_cmpint (pwrite (descriptor, bytes, length, replaced->offset), ==, (gssize) length);
  g_assert_cmpint (ftruncate (descriptor, replaced->size), ==, 0);
  close (descriptor);
}

int
power_vfs_return (void)
{
  GHashTableIter iter;
  gpointer path;
  gpointer queue;
  int n_lost = 0;

  g_hash_table_iter_init (&iter, disk.files);
  while (g_hash_table_iter_next (&iter, &path, &queue)) {
    if (!is_cut (path))
      continue;
    for (GList *at = ((GQueue *) queue)->head; at != NULL; at = at->next, n_lost++)
      take_back (path, at->data);
    g_hash_table_iter_remove (&iter);
  }
  g_clear_pointer (&disk.cut, g_free);
  return n_lost;
}

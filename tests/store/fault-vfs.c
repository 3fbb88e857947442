// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; // behind this struct
} FaultFile;

// A test program has one layer, and SQLite gives its methods nothing to carry it in.
static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  Fault fault;
  int left; // writes and syncs until it goes wrong
  gboolean reached;
} layer;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

// Whether this write or sync goes wrong.
static gboolean
goes_wrong (void)
{
  if (layer.fault == FAULT_NONE)
    return FALSE;
  if (layer.left > 0)
    layer.left--;
  if (layer.left > 0)
    return FALSE;
  if (layer.reached && (layer.fault == FAULT_FULL || layer.fault == FAULT_IO))
    return FALSE;
  return TRUE;
}

static int
fail (int code)
{
  layer.reached = TRUE;
  return layer.fault == FAULT_FULL ? SQLITE_FULL : code;
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
  if (goes_wrong ()) {
    if (layer.fault == FAULT_TORN && !layer.reached)
      real_of (file)->pMethods->xWrite (real_of (file), buffer, n / 2, offset);
    return fail (SQLITE_IOERR_WRITE);
  }
  return real_of (file)->pMethods->xWrite (real_of (file), buffer, n, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  if (goes_wrong ())
    return fail (SQLITE_IOERR_TRUNCATE);
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  if (goes_wrong ())
    return fail (SQLITE_IOERR_FSYNC);
  return real_of (file)->pMethods->xSync (real_of (file), flags);
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
  FaultFile *self = (FaultFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = layer.real->xOpen (layer.real, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
fault_vfs_register (void)
{
  layer.real = sqlite3_vfs_find (NULL);
  layer.vfs = *layer.real;
  layer.vfs.zName = "fault";
  layer.vfs.szOsFile = (int) sizeof (FaultFile) + layer.real->szOsFile;
  layer.vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&layer.vfs, 1), ==, SQLITE_OK);
}

void
fault_vfs_arm (Fault fault, int place)
{
  layer.fault = fault;
  layer.left = place;
  layer.reached = FALSE;
}

gboolean
fault_vfs_disarm (void)
{
  layer.fault = FAULT_NONE;
  return layer.reached;
}

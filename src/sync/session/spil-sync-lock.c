// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

// How long a change of the members waits for a run that goes on: a run looks whether it may go on between two packets.
#define MAX_TRIES 100
#define PAUSE_US (100 * 1000)

struct _SpilSyncLock
{
  int fd;
};

SpilSyncLock *
spil_sync_lock_try (SpilStore *store, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (spil_store_get_path (store));
  g_autofree char *path = g_build_filename (dir, SPIL_SYNC_LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  SpilSyncLock *self;

  if (fd < 0) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY,
                 _ ("The folder “%s” cannot be written (%s)."), dir, g_strerror (errno));
    return NULL;
  }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    int reason = errno;

    close (fd);
    if (reason != EWOULDBLOCK)
      g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED, _ ("“%s” cannot be locked (%s)."), path,
                   g_strerror (reason));
    return NULL;
  }
  self = g_new (SpilSyncLock, 1);
  self->fd = fd;
  return self;
}

SpilSyncLock *
spil_sync_lock_take (SpilStore *store, GCancellable *cancellable, GError **error)
{
  for (int i = 0; i < MAX_TRIES; i++) {
    g_autoptr (GError) local = NULL;
    SpilSyncLock *self = spil_sync_lock_try (store, &local);

    if (self != NULL)
      return self;
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    g_usleep (PAUSE_US);
  }
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY,
                       _ ("Changes are being sent and fetched right now. Try again in a moment."));
  return NULL;
}

void
spil_sync_lock_free (SpilSyncLock *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_free (self);
}

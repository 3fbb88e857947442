// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/** Name of the file beside the database; it stays when nobody holds it. */
#define SPIL_SYNC_LOCK_NAME "spil.sync-lock"

/** That this process alone synchronises the database, or changes what synchronisation remembers. Goes with the process, however that ends. */
typedef struct _SpilSyncLock SpilSyncLock;

/** NULL without an error: another has it. */
SpilSyncLock *spil_sync_lock_try (SpilStore *store, GError **error);

/** Waits a while for who has it. SPIL_STORE_ERROR_BUSY when it takes too long. */
SpilSyncLock *spil_sync_lock_take (SpilStore *store, GCancellable *cancellable, GError **error);

void spil_sync_lock_free (SpilSyncLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSyncLock, spil_sync_lock_free)

G_END_DECLS

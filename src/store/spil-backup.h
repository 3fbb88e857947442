// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** Called now and then; return FALSE to stop. @share: 0 to 1. */
typedef gboolean (*SpilBackupFunc) (double share, gpointer user_data);

/** Writes a consistent copy of the database to the file @path, whole or not at all; a file of that name is replaced only by a whole one. @progress may be NULL. */
gboolean spil_store_backup (SpilStore *self, const char *path, SpilBackupFunc progress, gpointer user_data,
                            GError **error);

/** What a copy holds, before it is put back. */
typedef struct
{
  char *programme; /**< "" when there is none */
  SpilTime latest; /**< of its latest change; 0: none */
  int64_t n_entries; /**< of its change log */
  SpilId device; /**< whose it was */
} SpilBackupFacts;

void spil_backup_facts_free (SpilBackupFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBackupFacts, spil_backup_facts_free)

/** Reads and checks a copy. SPIL_STORE_ERROR_CORRUPT for what is none, or damaged; _NEWER for one of a later version. */
SpilBackupFacts *spil_backup_read (const char *path, GError **error);

/**
 * Puts the copy @path in place of the database in @dir, which nobody may have open (SPIL_STORE_ERROR_BUSY). What was there stays beside it, as
 * @replaced (nullable; free with g_free(); NULL when there was nothing). The first use afterwards sees that the copy is older than what was
 * sent before and goes on as another device.
 */
gboolean spil_backup_restore (const char *path, const char *dir, char **replaced, GError **error);

/** The files in @dir that keep what restores have replaced, as paths, the oldest first. They may hold personal data that were erased since. */
GPtrArray *spil_backup_list_replaced (const char *dir, GError **error);

/** Called when nobody else has the database, before anything is removed. Return FALSE with @error set to leave all as it is. */
typedef gboolean (*SpilRemovalFunc) (gpointer user_data, GError **error);

/**
 * Removes the database in @dir and all that Spil keeps beside it ("verwijder lokale gegevens"), and the folder when nothing else is in it. Nobody
 * may have it open. @before may be NULL. What is kept elsewhere stays: see spil_local_data_remove().
 */
gboolean
spil_store_remove_local (const char *dir, SpilRemovalFunc before, gpointer user_data, GError **error);

G_END_DECLS

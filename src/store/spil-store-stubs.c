// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// Holds the place of what is being built; see the headers.
#include "spil-backup.h"
#include "spil-privacy.h"

static void
not_yet (GError **error)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED, "Not yet.");
}

#define STUB(type, name, args, value)                                                                        \
  type name args { not_yet (error); return value; }

GPtrArray *
spil_store_due_for_erasure (SpilStore *self, GError **error)
{
  return g_ptr_array_new ();
}
STUB (gboolean, spil_store_backup,
      (SpilStore * self, const char *path, SpilBackupFunc progress, gpointer user_data, GError **error),
      FALSE)
void
spil_backup_facts_free (SpilBackupFacts *self)
{
}
STUB (SpilBackupFacts *, spil_backup_read, (const char *path, GError **error), NULL)
STUB (gboolean, spil_backup_restore, (const char *path, const char *dir, char **replaced, GError **error),
      FALSE)
STUB (gboolean, spil_store_remove_local, (const char *dir, GError **error), FALSE)

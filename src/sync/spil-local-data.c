// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-local-data.h"

#include "spil-backup.h"
#include "spil-vault.h"

/* The file that says where the secrets are goes with the rest: they go first. Damaged ones cannot be opened, and have no other place. */
static gboolean
erase_secrets (gpointer dir, GError **error)
{
  g_autoptr (SpilVault) vault = spil_vault_open (dir, NULL);

  return vault == NULL || spil_vault_erase (vault, error);
}

gboolean
spil_local_data_remove (const char *dir, GError **error)
{
  g_return_val_if_fail (dir != NULL, FALSE);

  return spil_store_remove_local (dir, erase_secrets, (gpointer) dir, error);
}

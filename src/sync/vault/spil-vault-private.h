// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-secret-service.h"
#include "spil-vault.h"

G_BEGIN_DECLS

/**
 * As spil_vault_open(), with @keyring, which must outlive the vault and any call that gets stuck. @prefer_file: secrets that have no place yet go to
 * the file. A call on the keyring may take @moment milliseconds.
 */
SpilVault *spil_vault_open_with (const char *dir, const SpilSecretService *keyring, gboolean prefer_file,
                                 gint64 moment, GError **error);

G_END_DECLS

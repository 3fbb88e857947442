// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Where a laptop keeps its secrets: the secret service of the desktop where there is one, else a file in the data folder that only the user can read.
 * A secret is a few kilobytes at most, known by a name.
 */
typedef struct _SpilVault SpilVault;

/** For the database in the folder @dir; each database has its own secrets. */
SpilVault *spil_vault_open (const char *dir, GError **error);
void spil_vault_close (SpilVault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVault, spil_vault_close)

/** NULL without an error: there is no such secret. */
GBytes *spil_vault_get (SpilVault *self, const char *name, GError **error);
/** @secret NULL: forget it. */
gboolean spil_vault_set (SpilVault *self, const char *name, GBytes *secret, GError **error);
/** Forgets all of them. */
gboolean spil_vault_erase (SpilVault *self, GError **error);

G_END_DECLS

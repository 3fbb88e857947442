// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Where a laptop keeps its secrets: the secret service of the desktop where there is one that is open, else the file "secrets" in the data folder,
 * which only the user can read. The first secret decides; from then on they stay in that one place, which the file names. With SPIL_VAULT=file in
 * the environment it decides for the file. A secret is 64 kB at most, known by a name of ASCII letters, digits and marks.
 *
 * A secret service that is locked, absent or silent costs a few seconds at most; the user is never asked to unlock it. Errors are
 * SPIL_SPACE_ERROR: KEYS when secrets are there but cannot be had or are not to be trusted, FAILED when the file cannot be written.
 */
typedef struct _SpilVault SpilVault;

/** For the database in the folder @dir; each database has its own secrets. Use it from one thread at a time. */
SpilVault *spil_vault_open (const char *dir, GError **error);
void spil_vault_close (SpilVault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVault, spil_vault_close)

/** NULL without an error: there is no such secret. The bytes are wiped from memory with their last reference. */
GBytes *spil_vault_get (SpilVault *self, const char *name, GError **error);
/** @secret NULL: forget it. */
gboolean spil_vault_set (SpilVault *self, const char *name, GBytes *secret, GError **error);
/** Forgets all of them; the next one decides again where they are. */
gboolean spil_vault_erase (SpilVault *self, GError **error);

G_END_DECLS

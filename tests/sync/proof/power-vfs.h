// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A disk that keeps for sure only what was synced: when the power goes, all that was written to a file since its last sync is as it
 * was before. Real disks lose less than that, and nobody knows what.
 */

/** Has all databases that are opened from now on write to such a disk. */
void power_vfs_register (void);

/** The power of the laptop with its database in @dir goes: nothing is written or synced there from now on. Close the database, then call power_vfs_return(). */
void power_vfs_cut (const char *dir);

/** Takes back what was not synced there, and the power returns. Returns how many writes were lost. */
int power_vfs_return (void);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A database file that nobody else has open, and nobody can open until it is freed. */
typedef struct _SpilHold SpilHold;

/**
 * Takes the database file @path; SPIL_STORE_ERROR_BUSY at once when somebody has it open. @fold: brings what stands in its write-ahead log
 * into the file itself, where the file is not damaged.
 */
SpilHold *spil_hold_new (const char *path, gboolean fold, GError **error);
void spil_hold_free (SpilHold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilHold, spil_hold_free)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/**
 * How far this laptop has ever sent its changes, in a small file beside the database: a database that knows of less was put back from a
 * backup, and must not use the same numbers for other changes.
 */
typedef struct
{
  SpilId device;
  int64_t sequence; /**< of the last change that was packed */
  SpilHash hash; /**< of the packet it is in */
} SpilMark;

/**
 * Reads the mark of the database in @dir. @found FALSE: there is none, nothing was ever sent. SPIL_SPACE_ERROR_KEYS when it is there but damaged:
 * then it is not known what was sent, and the laptop is as one that was put back.
 */
gboolean spil_mark_read (const char *dir, SpilMark *self, gboolean *found, GError **error);

/**
 * Writes it, whole or not at all, and makes it durable: before that is sent of which it speaks. A mark of the same device is never
 * lowered (SPIL_SPACE_ERROR_FAILED); a damaged one is replaced.
 */
gboolean spil_mark_write (const char *dir, const SpilMark *self, GError **error);

/** Removes it: this database is not shared any more. */
gboolean spil_mark_remove (const char *dir, GError **error);

G_END_DECLS

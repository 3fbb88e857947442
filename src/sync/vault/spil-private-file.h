// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * Small files beside the database that are for the user alone, and of which a wrong bit would do harm. The last line of each is a checksum.
 * Errors are SPIL_SPACE_ERROR: KEYS when the file is refused or damaged, FAILED when it cannot be read or written.
 */

/** Bytes that are wiped from memory with the last reference; @data gets where to write them. */
GBytes *spil_private_bytes_new (gsize length, uint8_t **data);

/** Waits until no other program of Spil writes these files of the folder @dir; -1 where that is not to be had. Ends with close(). */
int spil_private_file_lock (const char *dir);

/**
 * What stands in the file @name, without the checksum: @bytes gets NULL when there is no such file. Refuses one that others may read, that
 * is another user's, or that is no ordinary file.
 */
gboolean spil_private_file_read (const char *dir, const char *name, GBytes **bytes, GError **error);

/** Replaces it, whole or not at all, and makes it durable. With the lock held. */
gboolean spil_private_file_write (const char *dir, const char *name, GBytes *bytes, GError **error);

/** Removes it, with what was left of writes that were cut short. With the lock held. */
gboolean spil_private_file_remove (const char *dir, const char *name, GError **error);

/** The next line of @bytes from @at on, which is moved; its end is not part of it. NULL at the end. Not terminated: @length tells. */
const char *spil_private_next_line (GBytes *bytes, gsize *at, gsize *length);

/** Says that @name is not what Spil wrote there. */
void spil_private_file_set_damaged (GError **error, const char *dir, const char *name);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-wire.h"

G_BEGIN_DECLS

/*
 * The copies that lie beside the database for a while: one that is being made, one that is being fetched. For the user alone; none stays.
 */

/** Where the copy that is being made lies; @hash not NULL: the one that is fetched for the head with that hash. Free with g_free(). */
char *spil_snapshot_file_path (const char *dir, const SpilHash *hash);

/** Removes those of @dir, but for @keep (a path; nullable). */
void spil_snapshot_file_clean (const char *dir, const char *keep);

/** Opens it, made empty if it is not there. -1 with SPIL_STORE_ERROR. */
int spil_snapshot_file_open (const char *path, GError **error);

/** Writes or reads all of @length bytes at @offset. SPIL_STORE_ERROR. */
gboolean spil_snapshot_file_write (int fd, const char *path, int64_t offset, const uint8_t *data,
                                   gsize length, GError **error);
gboolean spil_snapshot_file_read (int fd, const char *path, int64_t offset, uint8_t *data, gsize length,
                                  GError **error);

G_END_DECLS

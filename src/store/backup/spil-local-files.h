// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a copy is called until it is whole; for g_mkstemp(). */
#define SPIL_LOCAL_TEMPORARY ".spil-copy-XXXXXX"

/** Whether Spil gives that name to a file in its data folder. */
gboolean spil_local_file_is_own (const char *name);

/** The names in @dir that are, sorted; NULL with @error when the folder cannot be read. Free with g_ptr_array_unref(). */
GPtrArray *spil_local_files_list (const char *dir, GError **error);

/** A name beside @database for one that is replaced now: with the date, and not in use. Free with g_free(). */
char *spil_local_file_name_replaced (const char *database);

/** Makes the names in @dir durable; a file system that cannot do so for folders keeps its own promises. */
void spil_local_files_sync (const char *dir);

G_END_DECLS

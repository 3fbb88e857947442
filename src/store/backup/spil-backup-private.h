// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"

G_BEGIN_DECLS

/** The file that @path stands for, links followed; it need not be there. Free with g_free(). */
char *spil_backup_follow (const char *path);

/** Whether both are there and are one file. */
gboolean spil_backup_is_same (const char *a, const char *b);

/** Opens a copy to read it; makes nothing beside it. */
SpilConnection *spil_backup_open (const char *path, GError **error);

G_END_DECLS

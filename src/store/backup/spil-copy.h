// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-backup.h"
#include "spil-connection.h"

G_BEGIN_DECLS

/** A whole copy of a database, beside the file that it is to become. Gone when it is freed before that. */
typedef struct _SpilCopy SpilCopy;

/**
 * Copies the database of @source, as it is at this moment, beside the file @target; reads the copy back and makes it durable. Others may go on
 * writing to the source. @progress may be NULL.
 */
SpilCopy *spil_copy_new (SpilConnection *source, const char *target, SpilBackupFunc progress,
                         gpointer user_data, GError **error);
void spil_copy_free (SpilCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCopy, spil_copy_free)

/** Gives it the name of its target, in place of what stands there, and makes that durable. */
gboolean spil_copy_place (SpilCopy *self, GError **error);

/** Says that @path cannot be written, for the reason @code (an errno); always returns FALSE. */
gboolean spil_copy_refuse (const char *path, int code, GError **error);

/** Whether the database is whole: SPIL_STORE_ERROR_CORRUPT, named for @connection, when it is not. @quick: leaves aside what takes long. */
gboolean spil_copy_check (SpilConnection *connection, gboolean quick, GError **error);

G_END_DECLS

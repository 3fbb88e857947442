// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A file that is written beside its name and takes it over only when it is complete and on disk: nobody ever sees half of it, and
 * what stood there before stays until then.
 */
typedef struct _SpilAtomicFile SpilAtomicFile;

/** Begins a file. Only its owner may read it, unless one stood there: then it keeps that one's permissions. G_FILE_ERROR. */
SpilAtomicFile *spil_atomic_file_new (const char *path, GError **error);

/** Appends @length bytes. G_FILE_ERROR, with the cure, when the disk is full or gone. */
gboolean spil_atomic_file_write (SpilAtomicFile *self, const char *bytes, gsize length, GError **error);

/** Completes the file. */
gboolean spil_atomic_file_finish (SpilAtomicFile *self, GError **error);

/** Frees it; what was not finished leaves nothing behind. */
void spil_atomic_file_free (SpilAtomicFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAtomicFile, spil_atomic_file_free)

G_END_DECLS

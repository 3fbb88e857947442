// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-atomic-file.h"

G_BEGIN_DECLS

/** A zip with parts that is written one part after the other, without knowing before how large each becomes. */
typedef struct _SpilZipWriter SpilZipWriter;

/** Writes to @file, which has to outlive it. */
SpilZipWriter *spil_zip_writer_new (SpilAtomicFile *file);
void spil_zip_writer_free (SpilZipWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilZipWriter, spil_zip_writer_free)

/** Adds a whole part; @packed: compressed. G_FILE_ERROR, SPIL_EXCHANGE_ERROR. */
gboolean spil_zip_writer_add (SpilZipWriter *self, const char *name, const char *text, gboolean packed,
                              GError **error);

/** Begins a part, which lasts until the next one or the end. */
gboolean spil_zip_writer_begin (SpilZipWriter *self, const char *name, GError **error);
gboolean spil_zip_writer_append (SpilZipWriter *self, const char *bytes, gsize length, GError **error);

/** Writes the list of parts. */
gboolean spil_zip_writer_finish (SpilZipWriter *self, GError **error);

G_END_DECLS

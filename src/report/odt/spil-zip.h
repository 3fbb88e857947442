// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-time.h"

G_BEGIN_DECLS

/**
 * Writes a ZIP archive, an entry at a time, to a stream: what an OpenDocument file is wrapped in. Its first entry has to stand there
 * without compression, extra fields or a size that follows later (OpenDocument 1.3, part 2, section 3.3), which general libraries do not
 * promise. The same entries give the same bytes. Nothing larger than 4 GB.
 */
typedef struct _SpilZip SpilZip;

typedef enum
{
  SPIL_ZIP_STORE,
  SPIL_ZIP_DEFLATE, /**< or stored, where that makes it no smaller */
} SpilZipMethod;

/** Begins an archive on @stream, which stays open; every entry gets the time @made, in UTC. */
SpilZip *spil_zip_new (GOutputStream *stream, SpilTime made, GCancellable *cancellable);

/** Adds an entry. Errors: those of the stream; G_IO_ERROR_FAILED when it cannot be compressed. */
gboolean spil_zip_add (SpilZip *self, const char *name, gconstpointer data, gsize length,
                       SpilZipMethod method, GError **error);

/** Writes the list of the entries, without which there is no archive. */
gboolean spil_zip_finish (SpilZip *self, GError **error);

void spil_zip_free (SpilZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilZip, spil_zip_free)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A zip file with parts, as XLSX and ODS are. However it was made, no more comes out of it than SPIL_ZIP_MAX_BYTES, nor much more than
 * its own size lets expect.
 */
typedef struct _SpilZip SpilZip;

/** A file larger than this is not opened. */
#define SPIL_ZIP_MAX_FILE (G_GINT64_CONSTANT (256) * 1024 * 1024)
#define SPIL_ZIP_MAX_ENTRIES 10000
/** What all parts that are read may hold together. */
#define SPIL_ZIP_MAX_BYTES (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
/** Past the free bytes, how many come out for each byte of the file: spreadsheets stay under 60. */
#define SPIL_ZIP_MAX_RATIO 250
#define SPIL_ZIP_FREE_BYTES (G_GINT64_CONSTANT (32) * 1024 * 1024)

/** Opens it and reads the names of its parts. SPIL_EXCHANGE_ERROR. */
SpilZip *spil_zip_new (const char *path, GError **error);
void spil_zip_free (SpilZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilZip, spil_zip_free)

/** The name of the file, for people. */
const char *spil_zip_get_name (SpilZip *self);

/** Whether there is a part of that name; capitals do not matter. */
gboolean spil_zip_has (SpilZip *self, const char *part);

/** Sets the error that the file is damaged: @part (NULL: all of it) cannot be read, which @detail (may be NULL) explains to experts. */
void spil_zip_set_damaged (SpilZip *self, const char *part, const char *detail, GError **error);

/** One part that is being read. It uses the zip, which has to outlive it. */
typedef struct _SpilZipPart SpilZipPart;

/** SPIL_EXCHANGE_ERROR, also when there is no such part. */
SpilZipPart *spil_zip_part_new (SpilZip *zip, const char *part, GError **error);
void spil_zip_part_free (SpilZipPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilZipPart, spil_zip_part_free)

/** Reads at most @length bytes; 0 at the end, -1 with SPIL_EXCHANGE_ERROR when it is damaged or passes a bound. */
gssize spil_zip_part_read (SpilZipPart *self, void *bytes, gsize length, GError **error);

/** How much of the part has been read, from 0 to 1. */
double spil_zip_part_get_progress (SpilZipPart *self);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A zip file with parts, as XLSX and ODS are. However it was made, no more comes out of it than SPIL_PACKAGE_MAX_BYTES, nor much more than
 * its own size lets expect.
 */
typedef struct _SpilPackage SpilPackage;

/** A file larger than this is not opened. */
#define SPIL_PACKAGE_MAX_FILE (G_GINT64_CONSTANT (256) * 1024 * 1024)
#define SPIL_PACKAGE_MAX_ENTRIES 10000
/** What all parts that are read may hold together. */
#define SPIL_PACKAGE_MAX_BYTES (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
/** Past the free bytes, how many come out for each byte of the file: spreadsheets stay under 60. */
#define SPIL_PACKAGE_MAX_RATIO 250
#define SPIL_PACKAGE_FREE_BYTES (G_GINT64_CONSTANT (32) * 1024 * 1024)

/** Opens it and reads the names of its parts. SPIL_EXCHANGE_ERROR. */
SpilPackage *spil_package_new (const char *path, GError **error);
void spil_package_free (SpilPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPackage, spil_package_free)

/** The name of the file, for people. */
const char *spil_package_get_name (SpilPackage *self);

/** Whether there is a part of that name; capitals do not matter. */
gboolean spil_package_has (SpilPackage *self, const char *part);

/** The names of all parts as they are written, in alphabetical order; they belong to the zip. Free with g_ptr_array_unref(). */
GPtrArray *spil_package_list (SpilPackage *self);

/** All of a part that has at most @most bytes. SPIL_EXCHANGE_ERROR. */
GBytes *spil_package_read (SpilPackage *self, const char *part, gsize most, GError **error);

/** Sets the error that the file is damaged: @part (NULL: all of it) cannot be read, which @detail (may be NULL) explains to experts. */
void spil_package_set_damaged (SpilPackage *self, const char *part, const char *detail, GError **error);

/** One part that is being read. It uses the zip, which has to outlive it. */
typedef struct _SpilPackagePart SpilPackagePart;

/** SPIL_EXCHANGE_ERROR, also when there is no such part. */
SpilPackagePart *spil_package_part_new (SpilPackage *zip, const char *part, GError **error);
void spil_package_part_free (SpilPackagePart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPackagePart, spil_package_part_free)

/** Reads at most @length bytes; 0 at the end, -1 with SPIL_EXCHANGE_ERROR when it is damaged or passes a bound. */
gssize spil_package_part_read (SpilPackagePart *self, void *bytes, gsize length, GError **error);

/** How much of the part has been read, from 0 to 1. */
double spil_package_part_get_progress (SpilPackagePart *self);

G_END_DECLS

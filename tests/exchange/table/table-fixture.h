// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

/** A file in a fresh folder, with these bytes; free with table_fixture_remove(). */
char *table_fixture_write (const char *name, const void *bytes, gsize length);
/** Removes the file and its folder, and frees its path. */
void table_fixture_remove (char *path);

/**
 * All rows of the file as one text, a line each: "1:a|b|" with what is not text marked: "#12.5" a number, "@2018-07-31" a day or
 * time, "?true" a boolean; a line break in a cell as "⏎". Then the notes, each a line "! ...". A failure as a line "ERROR ...". Free with g_free().
 */
char *table_fixture_read (const char *path, const SpilTableOptions *options);

/** The same, of bytes. */
char *table_fixture_read_bytes (const void *bytes, gsize length, const SpilTableOptions *options);

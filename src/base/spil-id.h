// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** Length of the text of an id, without the closing NUL. */
#define SPIL_ID_TEXT_LENGTH 36

/** A 128-bit identity of a row, a device or a space: a UUID of version 7 (RFC 9562). */
typedef struct
{
  uint8_t bytes[16];
} SpilId;

/** The id that names nothing. */
extern const SpilId SPIL_ID_NIL;

/**
 * Makes a new id: the time in milliseconds, then random bits. Ids made by one process
 * sort in the order in which they were made, also within one millisecond and from several threads.
 */
SpilId spil_id_new (void);

/**
 * Makes the id that belongs to @time_ms (milliseconds since 1970) and @random: the same arguments give the same id.
 * The time is held within its 48 bits: from 1970 to the year 10889.
 */
SpilId spil_id_new_seeded (int64_t time_ms, const uint8_t random[10]);

/** Reads the text form of any UUID, of whatever version, in either case. Returns FALSE, with @id untouched, for anything else. */
gboolean spil_id_parse (const char *text, SpilId *id);

/** Writes the lower-case text form and a closing NUL to @text. */
void spil_id_to_text (SpilId id, char text[SPIL_ID_TEXT_LENGTH + 1]);

/** Returns the lower-case text form; free with g_free(). */
char *spil_id_dup_text (SpilId id);

gboolean spil_id_is_nil (SpilId id);
gboolean spil_id_equal (SpilId a, SpilId b);

/** Orders by bytes, as memcmp() does; for sorting. */
int spil_id_compare (SpilId a, SpilId b);

/** For GHashTable: hash and equality of `const SpilId *` keys. */
guint spil_id_hash_key (gconstpointer id);
gboolean spil_id_equal_key (gconstpointer a, gconstpointer b);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

#include "spil-id.h"

G_BEGIN_DECLS

/*
 * Compact bytes. Numbers are varints: seven bits a byte, the lowest first, the highest bit set in all bytes but the last.
 * Reading is strict: a number has one form only, and nothing is read beyond the end.
 */

void spil_bytes_add_number (GByteArray *bytes, uint64_t number);
/** Small numbers of either sign: 0, -1, 1, -2 ... become 0, 1, 2, 3 ... */
void spil_bytes_add_signed (GByteArray *bytes, int64_t number);
void spil_bytes_add_id (GByteArray *bytes, const SpilId *id);
/** Its length, then its bytes. */
void spil_bytes_add_text (GByteArray *bytes, const char *text);

/** What is still to be read. */
typedef struct
{
  const uint8_t *at;
  const uint8_t *end;
} SpilBytes;

SpilBytes spil_bytes (const void *data, gsize length);
gsize spil_bytes_left (const SpilBytes *self);

/** Each returns FALSE at anything that the writing functions would not have written; then @self is of no more use. */
gboolean spil_bytes_read_number (SpilBytes *self, uint64_t *number);
/** The same, at most @max. */
gboolean spil_bytes_read_bounded (SpilBytes *self, uint64_t max, uint64_t *number);
gboolean spil_bytes_read_signed (SpilBytes *self, int64_t *number);
gboolean spil_bytes_read_id (SpilBytes *self, SpilId *id);
/** A text of at most SPIL_TEXT_MAX_BYTES of UTF-8 without NUL; free with g_free(). */
gboolean spil_bytes_read_text (SpilBytes *self, char **text);

G_END_DECLS

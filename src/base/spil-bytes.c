// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-bytes.h"

#include <string.h>

#include "spil-text.h"

#define MAX_NUMBER_BYTES 10

void
spil_bytes_add_number (GByteArray *bytes, uint64_t number)
{
  uint8_t coded[MAX_NUMBER_BYTES];
  guint length = 0;

  while (number >= 0x80) {
    coded[length++] = (uint8_t) (number | 0x80);
    number >>= 7;
  }
  coded[length++] = (uint8_t) number;
  g_byte_array_append (bytes, coded, length);
}

void
spil_bytes_add_signed (GByteArray *bytes, int64_t number)
{
  uint64_t doubled = (uint64_t) number << 1;

  spil_bytes_add_number (bytes, number < 0 ? ~doubled : doubled);
}

void
spil_bytes_add_id (GByteArray *bytes, const SpilId *id)
{
  g_byte_array_append (bytes, id->bytes, sizeof id->bytes);
}

void
spil_bytes_add_text (GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  spil_bytes_add_number (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

SpilBytes
spil_bytes (const void *data, gsize length)
{
  const uint8_t *start = data;

  return (SpilBytes) { .at = start, .end = start != NULL ? start + length : NULL };
}

gsize
spil_bytes_left (const SpilBytes *self)
{
  return (gsize) (self->end - self->at);
}

gboolean
spil_bytes_read_number (SpilBytes *self, uint64_t *number)
{
  uint64_t value = 0;

  for (int shift = 0; shift < 64; shift += 7) {
    uint8_t byte;

    if (self->at == self->end)
      return FALSE;
    byte = *self->at++;
    // The tenth byte has room for one bit; a last byte of zero would be a longer form of a smaller number.
    if ((shift == 63 && byte > 1) || (shift > 0 && byte == 0))
      return FALSE;
    value |= (uint64_t) (byte & 0x7f) << shift;
    if (byte < 0x80) {
      *number = value;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
spil_bytes_read_bounded (SpilBytes *self, uint64_t max, uint64_t *number)
{
  return spil_bytes_read_number (self, number) && *number <= max;
}

gboolean
spil_bytes_read_signed (SpilBytes *self, int64_t *number)
{
  uint64_t coded;

  if (!spil_bytes_read_number (self, &coded))
    return FALSE;
  *number = (int64_t) ((coded >> 1) ^ (0 - (coded & 1)));
  return TRUE;
}

gboolean
spil_bytes_read_id (SpilBytes *self, SpilId *id)
{
  if (spil_bytes_left (self) < sizeof id->bytes)
    return FALSE;
  memcpy (id->bytes, self->at, sizeof id->bytes);
  self->at += sizeof id->bytes;
  return TRUE;
}

gboolean
spil_bytes_read_text (SpilBytes *self, char **text)
{
  uint64_t length;

  if (!spil_bytes_read_bounded (self, SPIL_TEXT_MAX_BYTES, &length) || length > spil_bytes_left (self) ||
      spil_text_check ((const char *) self->at, length) != SPIL_TEXT_OK)
    return FALSE;
  *text = g_strndup ((const char *) self->at, length);
  self->at += length;
  return TRUE;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-wire-private.h"

#include <string.h>
#include <zstd.h>
#include <zstd_errors.h>

// How the bytes stand behind the first one.
enum
{
  PACK_STORED = 0,
  PACK_ZSTD = 1,
};

#define SMALL_LENGTH (16 * 1024)
#define SMALL_LEVEL 12
#define LEVEL 3

// A block of zstd is at least four bytes and makes at most 128 KiB: what claims more lies.
#define BLOCK_MIN 4
#define BLOCK_MAX (128 * 1024)

#define PAD_MARK 0x80

static gsize
compress_frame (void *out, gsize room, const uint8_t *data, gsize length)
{
  ZSTD_CCtx *context = ZSTD_createCCtx ();
  gsize size;

  ZSTD_CCtx_setParameter (context, ZSTD_c_compressionLevel, length <= SMALL_LENGTH ? SMALL_LEVEL : LEVEL);
  ZSTD_CCtx_setParameter (context, ZSTD_c_contentSizeFlag, 0);
  ZSTD_CCtx_setParameter (context, ZSTD_c_checksumFlag, 0);
  size = ZSTD_compress2 (context, out, room, data, length);
  ZSTD_freeCCtx (context);
  return size;
}

GByteArray *
spil_wire_compress (const uint8_t *data, gsize length)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize room = ZSTD_compressBound (length);
  g_autofree uint8_t *frame = g_malloc (room);
  gsize size = compress_frame (frame, room, data, length);

  spil_bytes_add_number (bytes, PACK_ZSTD);
  spil_bytes_add_number (bytes, length);
  if (!ZSTD_isError (size) && bytes->len + size < 1 + length) {
    g_byte_array_append (bytes, frame, (guint) size);
    return bytes;
  }
  g_byte_array_set_size (bytes, 0);
  spil_bytes_add_number (bytes, PACK_STORED);
  g_byte_array_append (bytes, data, (guint) length);
  return bytes;
}

static GBytes *
decompress_frame (SpilBytes *bytes, gsize length, GError **error)
{
  gsize size = spil_bytes_left (bytes);
  g_autofree uint8_t *out = NULL;
  gsize made;

  // One frame of the kind that holds data, and nothing behind it.
  if (size < BLOCK_MIN || memcmp (bytes->at, "\x28\xb5\x2f\xfd", BLOCK_MIN) != 0 ||
      ZSTD_findFrameCompressedSize (bytes->at, size) != size || length / BLOCK_MAX > size / BLOCK_MIN) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  out = g_malloc (length + 1);
  made = ZSTD_decompress (out, length, bytes->at, size);
  if (made != length) {
    gboolean more = ZSTD_isError (made) && ZSTD_getErrorCode (made) == ZSTD_error_dstSize_tooSmall;

    spil_wire_fail (error, more ? SPIL_WIRE_ERROR_TOO_LARGE : SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&out), length);
}

GBytes *
spil_wire_decompress (const uint8_t *data, gsize length, gsize limit, GError **error)
{
  SpilBytes bytes = spil_bytes (data, length);
  uint64_t kind;
  uint64_t claimed;

  if (!spil_bytes_read_bounded (&bytes, PACK_ZSTD, &kind) ||
      (kind == PACK_ZSTD && !spil_bytes_read_number (&bytes, &claimed))) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  if (kind == PACK_STORED)
    claimed = spil_bytes_left (&bytes);
  if (claimed > limit) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_TOO_LARGE);
    return NULL;
  }
  return kind == PACK_STORED ? g_bytes_new (bytes.at, claimed) : decompress_frame (&bytes, claimed, error);
}

gsize
spil_wire_padded_length (gsize length)
{
  int exponent;
  int exponent_bits;
  gsize mask;

  if (length < 2)
    return length;
  exponent = (int) g_bit_storage (length) - 1;
  exponent_bits = (int) g_bit_storage ((gulong) exponent);
  if (exponent <= exponent_bits)
    return length;
  mask = ((gsize) 1 << (exponent - exponent_bits)) - 1;
  return (length + mask) & ~mask;
}

void
spil_wire_pad (GByteArray *bytes)
{
  gsize length = bytes->len + 1;
  gsize padded = spil_wire_padded_length (length);

  g_byte_array_set_size (bytes, (guint) padded);
  bytes->data[length - 1] = PAD_MARK;
  memset (bytes->data + length, 0, padded - length);
}

gboolean
spil_wire_unpad (const uint8_t *data, gsize length, gsize *length_content)
{
  gsize end = length;

  while (end > 0 && data[end - 1] == 0)
    end--;
  if (end == 0 || data[end - 1] != PAD_MARK || spil_wire_padded_length (end) != length)
    return FALSE;
  *length_content = end - 1;
  return TRUE;
}

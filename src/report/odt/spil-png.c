// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-png.h"

#include <string.h>
#include <zlib.h>

/* Each row is written as its difference from the row above: nothing, where surfaces are even. */
#define FILTER_UP 2

static void
put32 (guint8 *at, guint32 value)
{
  at[0] = (guint8) (value >> 24);
  at[1] = (guint8) (value >> 16);
  at[2] = (guint8) (value >> 8);
  at[3] = (guint8) value;
}

static void
add_chunk (GByteArray *png, const char *kind, const guint8 *data, guint length)
{
  guint8 number[4];
  guint start;

  put32 (number, length);
  g_byte_array_append (png, number, 4);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) kind, 4);
  g_byte_array_append (png, data, length);
  put32 (number, (guint32) crc32_z (0, png->data + start, png->len - start));
  g_byte_array_append (png, number, 4);
}

/* The rows as the format has them before they are packed: red, green, blue. */
static guint8 *
make_rows (cairo_surface_t *image, int width, int height)
{
  const gsize row_length = (gsize) width * 3 + 1;
  const unsigned char *pixels = cairo_image_surface_get_data (image);
  const int stride = cairo_image_surface_get_stride (image);
  guint8 *rows = g_try_malloc (row_length * (gsize) height);
  guint8 *at = rows;

  for (int y = 0; rows != NULL && y < height; y++) {
    const guint32 *row = (const guint32 *) (const void *) (pixels + (gsize) y * (gsize) stride);
    const guint32 *above = (const guint32 *) (const void *) (pixels +
                                                             (gsize) MAX (y - 1, 0) * (gsize) stride);

    *at++ = FILTER_UP;
    for (int x = 0; x < width; x++) {
      const guint32 before = y > 0 ? above[x] : 0;

      *at++ = (guint8) ((row[x] >> 16) - (before >> 16));
      *at++ = (guint8) ((row[x] >> 8) - (before >> 8));
      *at++ = (guint8) (row[x] - before);
    }
  }
  return rows;
}

static GByteArray *
pack (const guint8 *rows, gsize length)
{
  GByteArray *packed = g_byte_array_new ();
  uLongf size = compressBound ((uLong) length);

  g_byte_array_set_size (packed, (guint) size);
  if (compress2 (packed->data, &size, rows, (uLong) length, 1) != Z_OK) {
    g_byte_array_unref (packed);
    return NULL;
  }
  g_byte_array_set_size (packed, (guint) size);
  return packed;
}

GByteArray *
spil_png_encode (cairo_surface_t *image)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  guint8 header[13] = { [8] = 8, [9] = 2 }; /* 8 bits, true colour */
  g_autofree guint8 *rows = NULL;
  g_autoptr (GByteArray) packed = NULL;
  GByteArray *png;
  int width, height;

  g_return_val_if_fail (cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (image);
  width = cairo_image_surface_get_width (image);
  height = cairo_image_surface_get_height (image);
  rows = make_rows (image, width, height);
  packed = rows != NULL ? pack (rows, ((gsize) width * 3 + 1) * (gsize) height) : NULL;
  if (packed == NULL)
    return NULL;
  png = g_byte_array_new ();
  g_byte_array_append (png, signature, sizeof signature);
  put32 (header, (guint32) width);
  put32 (header + 4, (guint32) height);
  add_chunk (png, "IHDR", header, sizeof header);
  add_chunk (png, "IDAT", packed->data, packed->len);
  add_chunk (png, "IEND", NULL, 0);
  return png;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-zip.h"

#include <string.h>
#include <zlib.h>

/* What unpacks it has to know: plain entries, folders, deflate. */
#define VERSION 20
/* Names are UTF-8. */
#define FLAGS 0x0800

#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50

struct _SpilZip
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GByteArray *central; /* the list that comes last */
  guint32 offset; /* bytes written */
  guint16 n_entries;
  guint16 date; /* as MS-DOS keeps them */
  guint16 time;
};

static void
put16 (GByteArray *bytes, guint value)
{
  const guint8 raw[] = { value & 0xff, (value >> 8) & 0xff };

  g_byte_array_append (bytes, raw, sizeof raw);
}

static void
put32 (GByteArray *bytes, guint32 value)
{
  put16 (bytes, value & 0xffff);
  put16 (bytes, value >> 16);
}

static void
set_time (SpilZip *self, SpilTime made)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (made.ms / 1000);
  const int year = utc != NULL ? g_date_time_get_year (utc) : 0;

  /* The format begins in 1980. */
  self->date = 1 << 5 | 1;
  if (year < 1980 || year > 2107)
    return;
  self->date = (guint16) ((year - 1980) << 9 | g_date_time_get_month (utc) << 5 |
                          g_date_time_get_day_of_month (utc));
  self->time = (guint16) (g_date_time_get_hour (utc) << 11 | g_date_time_get_minute (utc) << 5 |
                          g_date_time_get_second (utc) / 2);
}

SpilZip *
spil_zip_new (GOutputStream *stream, SpilTime made, GCancellable *cancellable)
{
  SpilZip *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (SpilZip, 1);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->central = g_byte_array_new ();
  set_time (self, made);
  return self;
}

static gboolean
write_bytes (SpilZip *self, gconstpointer data, gsize length, GError **error)
{
  if (length > G_MAXUINT32 - self->offset) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "more than 4 GB in one ZIP archive");
    return FALSE;
  }
  self->offset += (guint32) length;
  return g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, error);
}

/* @data without the frame that other formats put around it; NULL where it gets no smaller. */
static GByteArray *
deflate_bytes (gconstpointer data, gsize length)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = (uInt) length };
  int status;

  if (length > G_MAXUINT32 / 2 ||
      deflateInit2 (&stream, 3, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  g_byte_array_set_size (packed, (guint) deflateBound (&stream, (uLong) length));
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  status = deflate (&stream, Z_FINISH);
  g_byte_array_set_size (packed, (guint) stream.total_out);
  deflateEnd (&stream);
  return status == Z_STREAM_END && packed->len < length ? g_steal_pointer (&packed) : NULL;
}

/* What an entry in its place and an entry of the list have alike. */
static void
put_facts (SpilZip *self, GByteArray *bytes, gboolean packed, guint32 crc, guint32 stored, guint32 length,
           const char *name)
{
  put16 (bytes, VERSION);
  put16 (bytes, FLAGS);
  put16 (bytes, packed ? Z_DEFLATED : 0);
  put16 (bytes, self->time);
  put16 (bytes, self->date);
  put32 (bytes, crc);
  put32 (bytes, stored);
  put32 (bytes, length);
  put16 (bytes, (guint) strlen (name));
  put16 (bytes, 0);
}

static void
put_name (GByteArray *bytes, const char *name)
{
  g_byte_array_append (bytes, (const guint8 *) name, (guint) strlen (name));
}

/* The entry in the list: where it stands, and no rights of its own. */
static void
put_in_list (SpilZip *self, gboolean packed, guint32 crc, guint32 stored, guint32 length, const char *name)
{
  put32 (self->central, CENTRAL_SIGNATURE);
  put16 (self->central, VERSION);
  put_facts (self, self->central, packed, crc, stored, length, name);
  for (int i = 0; i < 3; i++)
    put16 (self->central, 0);
  put32 (self->central, 0);
  put32 (self->central, self->offset);
  put_name (self->central, name);
  self->n_entries++;
}

gboolean
spil_zip_add (SpilZip *self, const char *name, gconstpointer data, gsize length, SpilZipMethod method,
              GError **error)
{
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) packed = NULL;
  guint32 crc, stored;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && strlen (name) <= G_MAXUINT16, FALSE);
  g_return_val_if_fail (length <= G_MAXUINT32 && self->n_entries < G_MAXUINT16, FALSE);

  crc = (guint32) crc32_z (0, data, length);
  if (method == SPIL_ZIP_DEFLATE)
    packed = deflate_bytes (data, length);
  stored = packed != NULL ? packed->len : (guint32) length;
  put_in_list (self, packed != NULL, crc, stored, (guint32) length, name);
  put32 (head, LOCAL_SIGNATURE);
  put_facts (self, head, packed != NULL, crc, stored, (guint32) length, name);
  put_name (head, name);
  return write_bytes (self, head->data, head->len, error) &&
         write_bytes (self, packed != NULL ? packed->data : data, stored, error);
}

gboolean
spil_zip_finish (SpilZip *self, GError **error)
{
  g_autoptr (GByteArray) end = g_byte_array_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  put32 (end, END_SIGNATURE);
  put16 (end, 0);
  put16 (end, 0);
  put16 (end, self->n_entries);
  put16 (end, self->n_entries);
  put32 (end, self->central->len);
  put32 (end, self->offset);
  put16 (end, 0);
  return write_bytes (self, self->central->data, self->central->len, error) &&
         write_bytes (self, end->data, end->len, error);
}

void
spil_zip_free (SpilZip *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_byte_array_unref (self->central);
  g_free (self);
}

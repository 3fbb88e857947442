// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"

struct _SpilZipWriter
{
  SpilAtomicFile *file;
  struct archive *archive;
  GError *fault; /* of writing the file */
};

static la_ssize_t
on_write_cb (struct archive *archive, void *user_data, const void *bytes, size_t length)
{
  SpilZipWriter *self = user_data;

  if (self->fault == NULL && spil_atomic_file_write (self->file, bytes, length, &self->fault))
    return (la_ssize_t) length;
  archive_set_error (archive, EIO, "not written");
  return -1;
}

SpilZipWriter *
spil_zip_writer_new (SpilAtomicFile *file)
{
  SpilZipWriter *self = g_new0 (SpilZipWriter, 1);

  self->file = file;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  /* What is written before its size is known would be of a form that older programs do not open. */
  archive_write_set_options (self->archive, "zip:!zip64");
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open (self->archive, self, NULL, on_write_cb, NULL);
  return self;
}

void
spil_zip_writer_free (SpilZipWriter *self)
{
  if (self->fault == NULL)
    g_set_error (&self->fault, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED, "closed");
  archive_write_free (self->archive); /* writes no more */
  g_clear_error (&self->fault);
  g_free (self);
}

static gboolean
fail (SpilZipWriter *self, GError **error)
{
  if (self->fault != NULL)
    g_propagate_error (error, g_error_copy (self->fault));
  else
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
                 _ ("The file cannot be made: %s. Try again, or choose CSV."),
                 archive_error_string (self->archive));
  return FALSE;
}

/* Begins a part; @length -1: not known. */
static gboolean
begin (SpilZipWriter *self, const char *name, gssize length, gboolean packed, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int result;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, 315619200, 0); /* 1980-01-02: the same file for the same rows */
  if (length >= 0)
    archive_entry_set_size (entry, length);
  if (packed)
    archive_write_zip_set_compression_deflate (self->archive);
  else
    archive_write_zip_set_compression_store (self->archive);
  result = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return result >= ARCHIVE_WARN || fail (self, error);
}

gboolean
spil_zip_writer_begin (SpilZipWriter *self, const char *name, GError **error)
{
  return begin (self, name, -1, TRUE, error);
}

gboolean
spil_zip_writer_append (SpilZipWriter *self, const char *bytes, gsize length, GError **error)
{
  return length == 0 || archive_write_data (self->archive, bytes, length) == (la_ssize_t) length ||
         fail (self, error);
}

gboolean
spil_zip_writer_add (SpilZipWriter *self, const char *name, const char *text, gboolean packed, GError **error)
{
  const gsize length = strlen (text);

  return begin (self, name, (gssize) length, packed, error) &&
         spil_zip_writer_append (self, text, length, error);
}

gboolean
spil_zip_writer_finish (SpilZipWriter *self, GError **error)
{
  return archive_write_close (self->archive) == ARCHIVE_OK || fail (self, error);
}

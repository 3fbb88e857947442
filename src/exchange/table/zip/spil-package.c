// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <glib/gstdio.h>

#include "spil-exchange-error.h"

#define BLOCK_BYTES (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _SpilPackage
{
  char *path;
  char *name;
  GHashTable *parts; /* names as they are written, by their folded ones */
  int64_t size; /* of the file */
  int64_t n_read; /* of all parts */
};

struct _SpilPackagePart
{
  SpilPackage *zip;
  char *name;
  Archive *archive;
  int64_t size; /* as the file says: only for progress */
  int64_t n_read;
};

/* Some programs write \ for / and other capitals than they refer to. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name[0] == '/' ? name + 1 : name, -1);

  return g_strdelimit (folded, "\\", '/');
}

static const char *
get_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

static Archive *
open_archive (SpilPackage *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, self->path, BLOCK_BYTES) != ARCHIVE_OK) {
    spil_package_set_damaged (self, NULL, archive_error_string (archive), error);
    return NULL;
  }
  return g_steal_pointer (&archive);
}

static gboolean
list_parts (SpilPackage *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  struct archive_entry *entry;
  int result = ARCHIVE_FATAL;

  if (archive == NULL)
    return FALSE;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN) {
    const char *written = get_entry_name (entry);

    if (written != NULL)
      g_hash_table_insert (self->parts, fold_name (written), g_strdup (written));
    if (archive_file_count (archive) > SPIL_PACKAGE_MAX_ENTRIES) {
      g_set_error (
          error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
          _ ("“%s” has more than %d parts, as no spreadsheet has; it is not opened. Ask for the list again."),
          self->name, SPIL_PACKAGE_MAX_ENTRIES);
      return FALSE;
    }
  }
  if (result == ARCHIVE_EOF)
    return TRUE;
  spil_package_set_damaged (self, NULL, archive_error_string (archive), error);
  return FALSE;
}

SpilPackage *
spil_package_new (const char *path, GError **error)
{
  g_autoptr (SpilPackage) self = g_new0 (SpilPackage, 1);
  GStatBuf facts;

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_stat (path, &facts) == 0)
    self->size = facts.st_size;
  if (self->size > SPIL_PACKAGE_MAX_FILE) {
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("“%s” is larger than 256 megabytes; save the sheet that matters as a file of its own, or as CSV."),
        self->name);
    return NULL;
  }
  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

void
spil_package_free (SpilPackage *self)
{
  g_hash_table_unref (self->parts);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

const char *
spil_package_get_name (SpilPackage *self)
{
  return self->name;
}

gboolean
spil_package_has (SpilPackage *self, const char *part)
{
  g_autofree char *folded = fold_name (part);

  return g_hash_table_contains (self->parts, folded);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
spil_package_list (SpilPackage *self)
{
  GPtrArray *names = g_hash_table_get_values_as_ptr_array (self->parts);

  g_ptr_array_sort (names, compare_names);
  return names;
}

GBytes *
spil_package_read (SpilPackage *self, const char *name, gsize most, GError **error)
{
  g_autoptr (SpilPackagePart) part = spil_package_part_new (self, name, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[16384];
  gssize n = 0;

  if (part == NULL)
    return NULL;
  while ((n = spil_package_part_read (part, block, sizeof block, error)) > 0) {
    g_byte_array_append (bytes, block, (guint) n);
    if (bytes->len > most) {
      spil_package_set_damaged (self, name, _ ("this part is too large"), error);
      return NULL;
    }
  }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

void
spil_package_set_damaged (SpilPackage *self, const char *part, const char *detail, GError **error)
{
  g_autofree char *where = g_strjoin (": ", part != NULL ? part : detail, part != NULL ? detail : NULL, NULL);

  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” is damaged or not complete (%s); copy it again, or open it in a spreadsheet program and save it "
         "anew."),
      self->name, where != NULL ? where : "zip");
}

SpilPackagePart *
spil_package_part_new (SpilPackage *zip, const char *part, GError **error)
{
  g_autoptr (SpilPackagePart) self = g_new0 (SpilPackagePart, 1);
  g_autofree char *wanted = fold_name (part);
  struct archive_entry *entry;

  self->zip = zip;
  self->name = g_strdup (part);
  self->archive = open_archive (zip, error);
  if (self->archive == NULL)
    return NULL;
  while (archive_read_next_header (self->archive, &entry) >= ARCHIVE_WARN) {
    const char *written = get_entry_name (entry);
    g_autofree char *name = written != NULL ? fold_name (written) : NULL;

    if (g_strcmp0 (name, wanted) != 0)
      continue;
    self->size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
    if (!archive_entry_is_data_encrypted (entry))
      return g_steal_pointer (&self);
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("“%s” has a password; save it without one and choose it again."), zip->name);
    return NULL;
  }
  spil_package_set_damaged (zip, part, _ ("this part is missing"), error);
  return NULL;
}

void
spil_package_part_free (SpilPackagePart *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_bomb (SpilPackage *zip)
{
  return zip->n_read > SPIL_PACKAGE_MAX_BYTES ||
         (zip->n_read > SPIL_PACKAGE_FREE_BYTES && zip->n_read / SPIL_PACKAGE_MAX_RATIO > zip->size);
}

gssize
spil_package_part_read (SpilPackagePart *self, void *bytes, gsize length, GError **error)
{
  const la_ssize_t n = archive_read_data (self->archive, bytes, length);

  if (n < 0) {
    spil_package_set_damaged (self->zip, self->name, archive_error_string (self->archive), error);
    return -1;
  }
  self->n_read += n;
  self->zip->n_read += n;
  if (!is_bomb (self->zip))
    return n;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” unpacks to far more than a table holds; it is not read on. Ask for the list again, as CSV for "
         "instance."),
      self->zip->name);
  return -1;
}

double
spil_package_part_get_progress (SpilPackagePart *self)
{
  return self->size > 0 ? CLAMP ((double) self->n_read / (double) self->size, 0, 1) : 0;
}

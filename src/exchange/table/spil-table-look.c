// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-look.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-exchange-error.h"
#include "spil-package.h"

#define LOOK_BYTES 4096

static gboolean
refuse (const char *path, const char *sentence, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID, sentence, name);
  return FALSE;
}

/* Reads the beginning; a NUL stands after it. */
static gboolean
read_beginning (const char *path, char *bytes, gsize *length, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  struct stat facts;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n = -1;

  if (fd >= 0 && fstat (fd, &facts) == 0 && !S_ISREG (facts.st_mode)) {
    close (fd);
    return refuse (path, _ ("“%s” is no file; choose a file with a table."), error);
  }
  if (fd >= 0)
    n = read (fd, bytes, LOOK_BYTES);
  if (n < 0)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
                 _ ("“%s” cannot be read: %s. Look whether the file is still there and may be opened."), name,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);
  if (n < 0)
    return FALSE;
  *length = (gsize) n;
  bytes[n] = '\0';
  return TRUE;
}

static gboolean
begins (const char *bytes, gsize length, const char *with, gsize n)
{
  return length >= n && memcmp (bytes, with, n) == 0;
}

/* The first letters of a text of whatever encoding, in lower case, without white space and byte order mark. */
static void
first_letters (const char *bytes, gsize length, char *letters, gsize n)
{
  gsize filled = 0;

  for (gsize i = 0; i < length && filled < n - 1; i++)
    if ((guchar) bytes[i] > ' ' && (guchar) bytes[i] < 0x80)
      letters[filled++] = g_ascii_tolower (bytes[i]);
  letters[filled] = '\0';
}

/* Whether these are no letters of any encoding: a picture, a program. */
static gboolean
is_binary (const char *bytes, gsize length)
{
  gsize strange = 0;

  for (gsize i = 0; i < length; i++)
    strange += bytes[i] > 0 && bytes[i] < ' ' && strchr ("\t\n\v\f\r\x1a", bytes[i]) == NULL;
  return strange * 20 > length;
}

/* The part that tells each kind, in this order, and what to say of those that are no tables. */
// clang-format off
static const struct
{
  const char *part;
  SpilTableFormat format;
  const char *sentence;
} zips[] = {
  { "xl/workbook.bin", SPIL_TABLE_FOUND,
    N_ ("“%s” is a binary Excel file (.xlsb); open it in a spreadsheet program and save it as .xlsx or .ods.") },
  { "word/document.xml", SPIL_TABLE_FOUND,
    N_ ("“%s” is a text document, no spreadsheet; copy the table in it to a spreadsheet and save that.") },
  { "Index/Document.iwa", SPIL_TABLE_FOUND,
    N_ ("“%s” is a file of Apple's Numbers; export it there as Excel or CSV.") },
  { "encrypted-package", SPIL_TABLE_FOUND,
    N_ ("“%s” has a password; save it without one and choose it again.") },
  { "[Content_Types].xml", SPIL_TABLE_XLSX, NULL }, { "xl/workbook.xml", SPIL_TABLE_XLSX, NULL },
  { "content.xml", SPIL_TABLE_ODS, NULL },
};
// clang-format on

static gboolean
look_into_zip (const char *path, SpilTableFormat *format, GError **error)
{
  g_autoptr (SpilPackage) zip = spil_package_new (path, error);

  if (zip == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (zips); i++) {
    if (!spil_package_has (zip, zips[i].part))
      continue;
    *format = zips[i].format;
    return zips[i].sentence == NULL || refuse (path, _ (zips[i].sentence), error);
  }
  return refuse (path, _ ("“%s” is a zip with other files in it; unpack it and choose the table itself."),
                 error);
}

gboolean
spil_table_look (const char *path, SpilTableFormat *format, GError **error)
{
  char bytes[LOOK_BYTES + 1];
  char letters[64];
  gsize length;

  if (!read_beginning (path, bytes, &length, error))
    return FALSE;
  first_letters (bytes, length, letters, sizeof letters);
  if (begins (bytes, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return refuse (
        path,
        _ ("“%s” is an old Excel file (.xls) or has a password; open it in a spreadsheet program and save it "
           "as .xlsx or .ods without a password."),
        error);
  if (begins (bytes, length, "%PDF-", 5))
    return refuse (
        path,
        _ ("“%s” is a PDF, in which rows and columns cannot be told; ask for the list as a spreadsheet "
           "or CSV."),
        error);
  if (g_str_has_prefix (letters, "<!doctypehtml") || g_str_has_prefix (letters, "<html") ||
      g_str_has_prefix (letters, "<table") || g_str_has_prefix (letters, "<?xml") ||
      g_str_has_prefix (letters, "{\\rtf"))
    return refuse (
        path,
        _ ("“%s” is a web page or another document; open it in a spreadsheet program and save it as .xlsx, "
           ".ods or CSV."),
        error);
  if (begins (bytes, length, "PK\x03\x04", 4) || begins (bytes, length, "PK\x05\x06", 4))
    return look_into_zip (path, format, error);
  else if (g_str_has_prefix (letters, "begin:vcard"))
    *format = SPIL_TABLE_VCARD;
  else if (is_binary (bytes, length))
    return refuse (path, _ ("“%s” holds no table; choose a CSV, .xlsx, .ods or .vcf file."), error);
  else
    *format = SPIL_TABLE_CSV;
  return TRUE;
}

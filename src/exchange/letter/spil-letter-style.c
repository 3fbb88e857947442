// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-package.h"
#include "spil-zip-writer.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define BODY "brief"
/* A house style with its logos is far smaller. */
#define MAX_PART ((gsize) 32 * 1024 * 1024)

/* @error is about a spreadsheet: says it about a letter. */
static void
explain (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *detail = g_strdup ((*error)->message);

  g_clear_error (error);
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” cannot be used as a house style: save it as an OpenDocument text (.odt) without a password. "
         "(%s)"),
      name, detail);
}

static gboolean
is_text_part (const char *name)
{
  return g_str_equal (name, "content.xml") || g_str_equal (name, "styles.xml");
}

static gboolean
write_part (SpilPackage *package, SpilZipWriter *zip, const char *name, SpilLetterFieldFunc value,
            gpointer user_data, GError **error)
{
  g_autoptr (GBytes) bytes = spil_package_read (package, name, MAX_PART, error);
  g_autofree char *text = NULL;
  g_autofree char *filled = NULL;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (!is_text_part (name))
    return spil_zip_writer_begin (zip, name, error) &&
           (length == 0 || spil_zip_writer_append (zip, data, length, error));
  if (memchr (data, '\0', length) != NULL || !g_utf8_validate_len (data, length, NULL)) {
    spil_package_set_damaged (package, name, NULL, error);
    return FALSE;
  }
  text = g_strndup (data, length);
  filled = spil_letter_xml_fill (text, value, user_data);
  return spil_zip_writer_add (zip, name, filled, TRUE, error);
}

static gboolean
write_parts (SpilPackage *package, SpilZipWriter *zip, SpilLetterFieldFunc value, gpointer user_data,
             GError **error)
{
  g_autoptr (GPtrArray) names = spil_package_list (package);

  if (!spil_zip_writer_add (zip, "mimetype", MIME_TYPE, FALSE, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];

    if (!g_str_equal (name, "mimetype") && !g_str_has_suffix (name, "/") &&
        !write_part (package, zip, name, value, user_data, error))
      return FALSE;
  }
  return spil_zip_writer_finish (zip, error);
}

/* The style opened, when it is an OpenDocument text. */
static SpilPackage *
open_style (const char *path, GError **error)
{
  g_autoptr (SpilPackage) package = spil_package_new (path, error);
  g_autoptr (GBytes) type = NULL;

  if (package == NULL)
    return NULL;
  type = spil_package_read (package, "mimetype", 200, error);
  if (type == NULL || !spil_package_has (package, "content.xml") ||
      g_bytes_get_size (type) < strlen (MIME_TYPE) ||
      memcmp (g_bytes_get_data (type, NULL), MIME_TYPE, strlen (MIME_TYPE)) != 0) {
    if (type != NULL)
      spil_package_set_damaged (package, "mimetype", NULL, error);
    return NULL;
  }
  return g_steal_pointer (&package);
}

/* Notes that the field of the body is there. */
static char *
look_for_body (const char *field, gpointer user_data)
{
  if (g_str_equal (field, BODY))
    *(gboolean *) user_data = TRUE;
  return NULL;
}

gboolean
spil_letter_style_check (const char *path, GError **error)
{
  g_autoptr (SpilPackage) package = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  gboolean found = FALSE;
  GError *local = NULL;

  package = open_style (path, &local);
  bytes = package != NULL ? spil_package_read (package, "content.xml", MAX_PART, &local) : NULL;
  if (bytes == NULL) {
    explain (path, &local);
    g_propagate_error (error, local);
    return FALSE;
  }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_free (spil_letter_xml_fill (text, look_for_body, &found));
  if (!found)
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("“%s” does not say where the letter goes. Put {brief} in it, alone on a line, and choose it again."),
        name);
  return found;
}

gboolean
spil_letter_style_fill (const char *style, const char *path, SpilLetterFieldFunc value, gpointer user_data,
                        GError **error)
{
  g_autoptr (SpilPackage) package = NULL;
  g_autoptr (SpilAtomicFile) file = NULL;
  g_autoptr (SpilZipWriter) zip = NULL;
  GError *local = NULL;

  package = open_style (style, &local);
  if (package == NULL) {
    explain (style, &local);
    g_propagate_error (error, local);
    return FALSE;
  }
  file = spil_atomic_file_new (path, error);
  if (file == NULL)
    return FALSE;
  zip = spil_zip_writer_new (file);
  return write_parts (package, zip, value, user_data, error) && spil_atomic_file_finish (file, error);
}

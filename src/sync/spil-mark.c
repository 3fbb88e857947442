// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mark.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "spil-private-file.h"
#include "spil-space.h"

#define FILE_NAME "sent-mark"
#define HEADER "spil mark 1"

/* One form only: what is read must be what would be written. Free with g_free(). */
static char *
to_text (const SpilMark *self)
{
  char device[SPIL_ID_TEXT_LENGTH + 1];
  char hash[2 * sizeof self->hash.bytes + 1];

  spil_id_to_text (self->device, device);
  sodium_bin2hex (hash, sizeof hash, self->hash.bytes, sizeof self->hash.bytes);
  return g_strdup_printf (HEADER "\ndevice %s\nsequence %" PRId64 "\nhash %s\n", device, self->sequence,
                          hash);
}

static gboolean
from_text (SpilMark *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *again = NULL;
  gsize length;

  if (g_strv_length (lines) != 5 || !g_str_has_prefix (lines[1], "device ") ||
      !spil_id_parse (lines[1] + strlen ("device "), &self->device) ||
      !g_str_has_prefix (lines[2], "sequence ") || !g_str_has_prefix (lines[3], "hash "))
    return FALSE;
  self->sequence = g_ascii_strtoll (lines[2] + strlen ("sequence "), NULL, 10);
  if (sodium_hex2bin (self->hash.bytes, sizeof self->hash.bytes, lines[3] + strlen ("hash "),
                      strlen (lines[3]) - strlen ("hash "), NULL, &length, NULL) != 0 ||
      length != sizeof self->hash.bytes || self->sequence < 0)
    return FALSE;
  again = to_text (self);
  return strcmp (again, text) == 0;
}

gboolean
spil_mark_read (const char *dir, SpilMark *self, gboolean *found, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);
  g_return_val_if_fail (self != NULL && found != NULL, FALSE);

  *found = FALSE;
  if (!spil_private_file_read (dir, FILE_NAME, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  *found = from_text (self, text);
  if (!*found)
    spil_private_file_set_damaged (error, dir, FILE_NAME);
  return *found;
}

gboolean
spil_mark_write (const char *dir, const SpilMark *self, GError **error)
{
  g_autofd int lock = -1;
  g_autoptr (GBytes) bytes = NULL;
  SpilMark before;
  gboolean found;
  char *text;

  g_return_val_if_fail (dir != NULL && self != NULL, FALSE);
  g_return_val_if_fail (self->sequence >= 0, FALSE);

  lock = spil_private_file_lock (dir);
  if (spil_mark_read (dir, &before, &found, NULL) && found && spil_id_equal (before.device, self->device) &&
      before.sequence > self->sequence) {
    g_set_error_literal (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED,
        _ ("This database is older than what this laptop has sent to the others: it was put back from a backup."));
    return FALSE;
  }
  text = to_text (self);
  bytes = g_bytes_new_take (text, strlen (text));
  return spil_private_file_write (dir, FILE_NAME, bytes, error);
}

gboolean
spil_mark_remove (const char *dir, GError **error)
{
  g_autofd int lock = -1;

  g_return_val_if_fail (dir != NULL, FALSE);

  lock = spil_private_file_lock (dir);
  return spil_private_file_remove (dir, FILE_NAME, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-text-shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "spil-exchange-error.h"

struct _SpilTextShelf
{
  GArray *ends; /* guint32: where each text ends, in all that was added */
  GString *memory; /* the end of that, not yet in the file */
  int fd; /* -1: no file yet */
  guint32 written; /* to the file */
};

SpilTextShelf *
spil_text_shelf_new (void)
{
  SpilTextShelf *self = g_new0 (SpilTextShelf, 1);

  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->memory = g_string_new (NULL);
  self->fd = -1;
  return self;
}

void
spil_text_shelf_free (SpilTextShelf *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_array_unref (self->ends);
  g_string_free (self->memory, TRUE);
  g_free (self);
}

static gboolean
fail (GError **error)
{
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
      _ ("The texts of the table cannot be kept for a moment in %s: %s. Make room on the disk and try again."),
      g_get_user_cache_dir (), g_strerror (errno));
  return FALSE;
}

static gboolean
open_file (SpilTextShelf *self, GError **error)
{
  g_autofree char *name = g_build_filename (g_get_user_cache_dir (), "spil-table-XXXXXX", NULL);

  if (g_mkdir_with_parents (g_get_user_cache_dir (), 0700) != 0)
    return fail (error);
  self->fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return fail (error);
  g_unlink (name);
  return TRUE;
}

static gboolean
write_away (SpilTextShelf *self, GError **error)
{
  const char *from = self->memory->str;
  gsize left = self->memory->len;

  if (self->fd < 0 && !open_file (self, error))
    return FALSE;
  while (left > 0) {
    const gssize n = write (self->fd, from, left);

    if (n < 0 && errno != EINTR)
      return fail (error);
    from += MAX (n, 0);
    left -= (gsize) MAX (n, 0);
  }
  self->written += (guint32) self->memory->len;
  g_string_truncate (self->memory, 0);
  return TRUE;
}

gboolean
spil_text_shelf_add (SpilTextShelf *self, const char *text, gsize length, GError **error)
{
  const guint64 end = (guint64) self->written + self->memory->len + length;
  const guint32 kept = (guint32) end;

  if (self->ends->len >= SPIL_TEXT_SHELF_MAX_TEXTS || end > SPIL_TEXT_SHELF_MAX_BYTES) {
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("The table holds more different texts than can be read; save the sheet that matters as CSV."));
    return FALSE;
  }
  g_string_append_len (self->memory, text, (gssize) length);
  g_array_append_val (self->ends, kept);
  return self->memory->len <= SPIL_TEXT_SHELF_MEMORY || write_away (self, error);
}

/* From the file. */
static gboolean
read_back (SpilTextShelf *self, guint32 start, GString *out, GError **error)
{
  gsize at = 0;

  while (at < out->len) {
    const gssize n = pread (self->fd, out->str + at, out->len - at, (off_t) start + (off_t) at);

    if (n == 0)
      errno = EIO;
    if (n <= 0 && errno != EINTR)
      return fail (error);
    at += (gsize) MAX (n, 0);
  }
  return TRUE;
}

gboolean
spil_text_shelf_get (SpilTextShelf *self, guint64 number, GString *out, GError **error)
{
  guint32 start;
  guint32 end;

  g_string_truncate (out, 0);
  if (number >= self->ends->len)
    return FALSE;
  start = number > 0 ? g_array_index (self->ends, guint32, number - 1) : 0;
  end = g_array_index (self->ends, guint32, number);
  if (start >= self->written) {
    g_string_append_len (out, self->memory->str + (start - self->written), end - start);
    return TRUE;
  }
  g_string_set_size (out, end - start);
  return read_back (self, start, out, error);
}

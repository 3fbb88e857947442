// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-line-reader.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)

struct _SpilLineReader
{
  GInputStream *stream;
  gsize max_bytes;
  int64_t number;
  GString *line;
  gsize at; /* in `block` */
  gsize filled;
  char block[BLOCK_BYTES];
};

SpilLineReader *
spil_line_reader_new (GInputStream *stream, gsize max_bytes)
{
  SpilLineReader *self = g_new0 (SpilLineReader, 1);

  self->stream = g_object_ref (stream);
  self->max_bytes = max_bytes;
  self->line = g_string_new (NULL);
  return self;
}

void
spil_line_reader_free (SpilLineReader *self)
{
  g_object_unref (self->stream);
  g_string_free (self->line, TRUE);
  g_free (self);
}

int64_t
spil_line_reader_get_number (SpilLineReader *self)
{
  return self->number;
}

/* Fills the block again when it is used up. FALSE with `filled` 0 at the end, and after a failure. */
static gboolean
fill (SpilLineReader *self, GError **error)
{
  gssize n;

  if (self->at < self->filled)
    return TRUE;
  n = g_input_stream_read (self->stream, self->block, BLOCK_BYTES, NULL, error);
  self->at = 0;
  self->filled = n > 0 ? (gsize) n : 0;
  return n > 0;
}

SpilLineResult
spil_line_reader_next (SpilLineReader *self, const char **line, gsize *length, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean too_long = FALSE;
  gboolean ended = FALSE;
  gboolean any = FALSE;

  g_string_truncate (self->line, 0);
  while (!ended && fill (self, &fault)) {
    const char *from = self->block + self->at;
    const gsize left = self->filled - self->at;
    const char *end = memchr (from, '\n', left);
    const gsize part = end != NULL ? (gsize) (end - from) : left;

    any = TRUE;
    ended = end != NULL;
    self->at += part + (ended ? 1 : 0);
    too_long = too_long || self->line->len + part > self->max_bytes;
    if (!too_long)
      g_string_append_len (self->line, from, (gssize) part);
  }
  if (fault != NULL) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return SPIL_LINE_FAILED;
  }
  if (!any)
    return SPIL_LINE_END;
  self->number++;
  if (too_long)
    return SPIL_LINE_TOO_LONG;
  if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
    g_string_truncate (self->line, self->line->len - 1);
  *line = self->line->str;
  *length = self->line->len;
  return SPIL_LINE_READ;
}

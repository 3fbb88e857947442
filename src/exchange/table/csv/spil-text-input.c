// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-text-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-encoding.h"
#include "spil-exchange-error.h"

struct _SpilTextInput
{
  char *name;
  GInputStream *stream;
  SpilTextEncoding encoding;
  gboolean found; /* the encoding was not given: bytes that do not belong to it may be of another */
  int64_t size;
  int64_t n_read;
  int64_t n_strangers; /* bytes that were not UTF-8 */
  int64_t n_nuls;
  gsize filled; /* of `block`: bytes that wait to become characters */
  gboolean ended;
  guint8 block[SPIL_TEXT_LOOK_BYTES];
};

static gboolean
fail (SpilTextInput *self, const GError *cause, GError **error)
{
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
               _ ("“%s” cannot be read: %s. Look whether the file is still there and may be opened."),
               self->name, cause->message);
  return FALSE;
}

/* Fills what is free of the block. */
static gboolean
fill (SpilTextInput *self, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gsize n = 0;

  if (self->ended)
    return TRUE;
  if (!g_input_stream_read_all (self->stream, self->block + self->filled, sizeof self->block - self->filled,
                                &n, NULL, &fault))
    return fail (self, fault, error);
  self->ended = n < sizeof self->block - self->filled;
  self->filled += n;
  self->n_read += (int64_t) n;
  return TRUE;
}

static void
drop (SpilTextInput *self, gsize n)
{
  self->filled -= n;
  memmove (self->block, self->block + n, self->filled);
}

static gboolean
open_file (SpilTextInput *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) fault = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GFileInputStream *stream = g_file_read (file, NULL, &fault);

  if (stream == NULL)
    return fail (self, fault, error);
  self->stream = G_INPUT_STREAM (stream);
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  return fill (self, error);
}

SpilTextInput *
spil_text_input_new (const char *path, SpilTextEncoding encoding, GError **error)
{
  g_autoptr (SpilTextInput) self = g_new0 (SpilTextInput, 1);
  SpilTextEncoding found;
  gsize mark;

  self->name = g_filename_display_basename (path);
  if (!open_file (self, path, error))
    return NULL;
  found = spil_encoding_find (self->block, self->filled, &mark);
  self->found = encoding == SPIL_ENCODING_FOUND;
  self->encoding = self->found ? found : encoding;
  if (self->encoding == found)
    drop (self, mark);
  return g_steal_pointer (&self);
}

void
spil_text_input_free (SpilTextInput *self)
{
  g_clear_object (&self->stream);
  g_free (self->name);
  g_free (self);
}

static void
append (SpilTextInput *self, GString *text, gunichar c)
{
  if (c == 0)
    self->n_nuls++;
  else if (c < 0x80)
    g_string_append_c (text, (char) c);
  else
    g_string_append_unichar (text, c);
}

/* Each returns how many bytes became characters. What is cut off by the end of the block waits, unless the file ends there. */

static gsize
take_cp1252 (SpilTextInput *self, GString *text)
{
  for (gsize i = 0; i < self->filled; i++)
    append (self, text, spil_encoding_cp1252 (self->block[i]));
  return self->filled;
}

static gsize
take_utf8 (SpilTextInput *self, GString *text)
{
  const char *at = (const char *) self->block;
  const char *end = at + self->filled;

  while (at < end) {
    const char *bad;
    gunichar c;

    g_utf8_validate_len (at, (gsize) (end - at), &bad);
    g_string_append_len (text, at, bad - at);
    at = bad;
    if (at == end)
      break;
    c = *at == '\0' ? 0 : g_utf8_get_char_validated (at, end - at);
    if (c == (gunichar) -2 && !self->ended)
      break;
    self->n_strangers += c != 0;
    append (self, text, c == 0 ? 0 : self->found ? spil_encoding_cp1252 ((guint8) *at) : 0xfffd);
    at++;
  }
  return (gsize) (at - (const char *) self->block);
}

static gsize
take_utf16 (SpilTextInput *self, GString *text)
{
  const gsize high = self->encoding == SPIL_ENCODING_UTF16_BE ? 0 : 1;
  gsize at = 0;

  while (at + 2 <= self->filled) {
    const guint8 *pair = self->block + at;
    const gunichar unit = (gunichar) (pair[high] << 8 | pair[1 - high]);
    const gboolean leads = unit >= 0xd800 && unit < 0xdc00;
    gunichar c = unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit;
    gsize n = 2;

    if (leads && at + 4 > self->filled && !self->ended)
      break;
    if (leads && at + 4 <= self->filled) {
      const gunichar next = (gunichar) (pair[2 + high] << 8 | pair[3 - high]);

      if (next >= 0xdc00 && next < 0xe000) {
        c = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
        n = 4;
      }
    }
    append (self, text, c);
    at += n;
  }
  return self->ended ? self->filled : at;
}

static gsize
take (SpilTextInput *self, GString *text)
{
  if (self->encoding == SPIL_ENCODING_CP1252)
    return take_cp1252 (self, text);
  return self->encoding == SPIL_ENCODING_UTF8 ? take_utf8 (self, text) : take_utf16 (self, text);
}

gboolean
spil_text_input_read (SpilTextInput *self, GString *text, GError **error)
{
  const gsize before = text->len;

  do {
    if (!fill (self, error))
      return FALSE;
    drop (self, take (self, text));
  } while (text->len == before && !self->ended);
  return TRUE;
}

SpilTextEncoding
spil_text_input_get_encoding (SpilTextInput *self)
{
  return self->encoding;
}

double
spil_text_input_get_progress (SpilTextInput *self)
{
  if (self->size <= 0)
    return self->ended ? 1 : 0;
  return CLAMP ((double) (self->n_read - (int64_t) self->filled) / (double) self->size, 0, 1);
}

void
spil_text_input_add_notes (SpilTextInput *self, GPtrArray *notes)
{
  if (self->n_nuls > 0)
    g_ptr_array_add (notes, g_strdup_printf (ngettext ("%d character without meaning (NUL) was left out.",
                                                       "%d characters without meaning (NUL) were left out.",
                                                       (gulong) self->n_nuls),
                                             (int) MIN (self->n_nuls, G_MAXINT)));
  if (self->n_strangers > 0)
    g_ptr_array_add (
        notes,
        g_strdup_printf (ngettext ("%d letter was of another encoding than the rest; look at the é and ë.",
                                   "%d letters were of another encoding than the rest; look at the é and ë.",
                                   (gulong) self->n_strangers),
                         (int) MIN (self->n_strangers, G_MAXINT)));
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-secrets.h"

#include <sodium.h>
#include <string.h>

#include "spil-private-file.h"

#define FILE_NAME "secrets"
#define HEADER "spil secrets 1"
#define IN_FILE "in file"
#define IN_KEYRING "in keyring"

#define NAME_MAX_LENGTH 100

gboolean
spil_secrets_is_name (const char *name)
{
  const gsize length = strlen (name);

  if (length == 0 || length > NAME_MAX_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (name[i]))
      return FALSE;
  return TRUE;
}

char *
spil_secrets_encode (GBytes *value)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (value, &length);
  const gsize size = sodium_base64_encoded_len (length, sodium_base64_VARIANT_ORIGINAL);

  return sodium_bin2base64 (g_malloc (size), size, data, length, sodium_base64_VARIANT_ORIGINAL);
}

GBytes *
spil_secrets_decode (const char *text, gsize length)
{
  const gsize room = length / 4 * 3 + 3;
  g_autoptr (GBytes) decoded = NULL;
  const char *end;
  gsize size;
  uint8_t *data;

  decoded = spil_private_bytes_new (room, &data);
  if (sodium_base642bin (data, room, text, length, NULL, &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text + length)
    return NULL;
  return g_bytes_new_from_bytes (decoded, 0, size);
}

void
spil_secrets_free_text (char *text)
{
  if (text == NULL)
    return;
  sodium_memzero (text, strlen (text));
  g_free (text);
}

static void
init (SpilSecrets *self)
{
  self->place = SPIL_SECRETS_NOWHERE;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

void
spil_secrets_clear (SpilSecrets *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

/* The position of @name; as many as there are when it is not there. */
static guint
find (const SpilSecrets *self, const char *name)
{
  guint i = 0;

  while (i < self->names->len && strcmp (self->names->pdata[i], name) != 0)
    i++;
  return i;
}

GBytes *
spil_secrets_get (const SpilSecrets *self, const char *name)
{
  const guint i = find (self, name);

  return i < self->names->len ? self->values->pdata[i] : NULL;
}

void
spil_secrets_set (SpilSecrets *self, const char *name, GBytes *value)
{
  const guint i = find (self, name);

  if (i < self->names->len) {
    g_ptr_array_remove_index (self->names, i);
    g_ptr_array_remove_index (self->values, i);
  }
  if (value == NULL)
    return;
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->values, g_bytes_ref (value));
}

static gboolean
is_line (const char *line, gsize length, const char *expected)
{
  return line != NULL && length == strlen (expected) && memcmp (line, expected, length) == 0;
}

/* One secret. */
static gboolean
read_line (SpilSecrets *self, const char *line, gsize length)
{
  const char *space = memchr (line, ' ', length);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) value = NULL;

  if (space == NULL)
    return FALSE;
  name = g_strndup (line, (gsize) (space - line));
  value = spil_secrets_decode (space + 1, length - (gsize) (space + 1 - line));
  if (value == NULL || !spil_secrets_is_name (name) || spil_secrets_get (self, name) != NULL)
    return FALSE;
  spil_secrets_set (self, name, value);
  return TRUE;
}

static gboolean
read_lines (SpilSecrets *self, GBytes *bytes)
{
  gsize at = 0;
  gsize length = 0;
  const char *line = spil_private_next_line (bytes, &at, &length);

  if (!is_line (line, length, HEADER))
    return FALSE;
  line = spil_private_next_line (bytes, &at, &length);
  if (is_line (line, length, IN_FILE))
    self->place = SPIL_SECRETS_IN_FILE;
  else if (is_line (line, length, IN_KEYRING))
    self->place = SPIL_SECRETS_IN_KEYRING;
  else
    return FALSE;
  while ((line = spil_private_next_line (bytes, &at, &length)) != NULL)
    if (self->place != SPIL_SECRETS_IN_FILE || !read_line (self, line, length))
      return FALSE;
  return TRUE;
}

gboolean
spil_secrets_read (SpilSecrets *self, const char *dir, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  init (self);
  if (!spil_private_file_read (dir, FILE_NAME, &bytes, error))
    return FALSE;
  if (bytes == NULL || read_lines (self, bytes))
    return TRUE;
  spil_private_file_set_damaged (error, dir, FILE_NAME);
  return FALSE;
}

/* Appends without ever moving what is there: that would leave copies behind. */
static void
append (uint8_t **at, const char *text)
{
  const gsize length = strlen (text);

  memcpy (*at, text, length);
  *at += length;
}

gboolean
spil_secrets_write (const SpilSecrets *self, const char *dir, GError **error)
{
  const char *place = self->place == SPIL_SECRETS_IN_KEYRING ? IN_KEYRING : IN_FILE;
  gsize length = strlen (HEADER) + 1 + strlen (place) + 1;
  g_autoptr (GBytes) bytes = NULL;
  uint8_t *at;

  for (guint i = 0; i < self->names->len; i++)
    length += strlen (self->names->pdata[i]) + 1 +
              sodium_base64_encoded_len (g_bytes_get_size (self->values->pdata[i]),
                                         sodium_base64_VARIANT_ORIGINAL);
  bytes = spil_private_bytes_new (length, &at);
  append (&at, HEADER "\n");
  append (&at, place);
  append (&at, "\n");
  for (guint i = 0; i < self->names->len; i++) {
    char *text = spil_secrets_encode (self->values->pdata[i]);

    append (&at, self->names->pdata[i]);
    append (&at, " ");
    append (&at, text);
    append (&at, "\n");
    spil_secrets_free_text (text);
  }
  return spil_private_file_write (dir, FILE_NAME, bytes, error);
}

gboolean
spil_secrets_remove (const char *dir, GError **error)
{
  return spil_private_file_remove (dir, FILE_NAME, error);
}

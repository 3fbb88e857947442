// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-text.h"

#include <string.h>

/* A longer name is no field: somebody used a brace in a sentence. */
#define MAX_FIELD 40

typedef struct
{
  SpilLetterText *letter;
  SpilLetterValueFunc value;
  gpointer user_data;
  GString *text;
} Filling;

static void
note (GPtrArray *names, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* The name between the braces that begin at @at, or NULL when there is none; @end is set after it. */
static char *
dup_field (const char *at, const char *limit, const char **end)
{
  const char *close = memchr (at, '}', (gsize) (limit - at));

  if (close == NULL || close == at + 1 || close - at > MAX_FIELD)
    return NULL;
  for (const char *sign = at + 1; sign < close; sign++)
    if (*sign == '{' || *sign == '\n')
      return NULL;
  *end = close + 1;
  return g_strndup (at + 1, (gsize) (close - at - 1));
}

/* Writes what the field stands for. FALSE when it is not known and @optional says that its passage then goes. */
static gboolean
fill_field (Filling *self, const char *field, gboolean optional)
{
  gboolean exists = FALSE;
  g_autofree char *value = self->value (field, &exists, self->user_data);

  if (!exists) {
    note (self->letter->unknown, field);
    g_string_append_printf (self->text, "{%s}", field);
    return TRUE;
  }
  if (value != NULL) {
    g_string_append (self->text, value);
    return TRUE;
  }
  if (optional)
    return FALSE;
  note (self->letter->missing, field);
  g_string_append_printf (self->text, "(%s?)", field);
  return TRUE;
}

/* Writes from @at to @limit; takes it back and returns FALSE when it is @optional and a field is not known. */
static gboolean
fill_passage (Filling *self, const char *at, const char *limit, gboolean optional)
{
  const gsize begun = self->text->len;

  while (at < limit) {
    const char *end = NULL;
    g_autofree char *field = *at == '{' ? dup_field (at, limit, &end) : NULL;

    if (field == NULL) {
      g_string_append_c (self->text, *at++);
      continue;
    }
    if (!fill_field (self, field, optional)) {
      g_string_truncate (self->text, begun);
      return FALSE;
    }
    at = end;
  }
  return TRUE;
}

/* What a passage that was left out leaves behind: no empty line of its own, no two spaces. */
static const char *
skip_after_left_out (Filling *self, const char *at)
{
  const gsize length = self->text->len;
  const char before = length > 0 ? self->text->str[length - 1] : '\n';

  return (before == '\n' && *at == '\n') || (before == ' ' && *at == ' ') ? at + 1 : at;
}

SpilLetterText *
spil_letter_text_fill (const char *text, SpilLetterValueFunc value, gpointer user_data)
{
  SpilLetterText *letter = g_new0 (SpilLetterText, 1);
  Filling self = { letter, value, user_data, g_string_new (NULL) };
  const char *at = text;

  g_return_val_if_fail (text != NULL && value != NULL, NULL);

  letter->unknown = g_ptr_array_new_with_free_func (g_free);
  letter->missing = g_ptr_array_new_with_free_func (g_free);
  while (*at != '\0') {
    const char *open = strchr (at, '[');
    const char *close = open != NULL ? strchr (open, ']') : NULL;

    if (close == NULL) {
      fill_passage (&self, at, at + strlen (at), FALSE);
      break;
    }
    fill_passage (&self, at, open, FALSE);
    at = close + 1;
    if (!fill_passage (&self, open + 1, close, TRUE))
      at = skip_after_left_out (&self, at);
  }
  letter->text = g_string_free_and_steal (self.text);
  return letter;
}

void
spil_letter_text_free (SpilLetterText *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

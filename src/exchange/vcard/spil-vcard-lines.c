// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-vcard-lines.h"

#include <string.h>

#include "spil-encoding.h"
#include "spil-text.h"

struct _SpilVcardLines
{
  SpilTextInput *input;
  GString *text; /* read and not yet passed on */
  gsize at;
  gboolean ended;
  GString *whole; /* the line under way, unfolded */
  char *value; /* decoded; NULL: as it stands in `whole` */
  SpilVcardLine line;
};

SpilVcardLines *
spil_vcard_lines_new (SpilTextInput *input)
{
  SpilVcardLines *self = g_new0 (SpilVcardLines, 1);

  self->input = input;
  self->text = g_string_new (NULL);
  self->whole = g_string_new (NULL);
  return self;
}

void
spil_vcard_lines_free (SpilVcardLines *self)
{
  spil_text_input_free (self->input);
  g_string_free (self->text, TRUE);
  g_string_free (self->whole, TRUE);
  g_free (self->value);
  g_free ((char *) self->line.types);
  g_free (self);
}

SpilTextInput *
spil_vcard_lines_get_input (SpilVcardLines *self)
{
  return self->input;
}

/* The character here, '\0' at the end. */
static gboolean
look (SpilVcardLines *self, char *c, GError **error)
{
  while (self->at >= self->text->len && !self->ended) {
    g_string_truncate (self->text, 0);
    self->at = 0;
    if (!spil_text_input_read (self->input, self->text, error))
      return FALSE;
    self->ended = self->text->len == 0;
  }
  *c = self->at < self->text->len ? self->text->str[self->at] : '\0';
  return TRUE;
}

/* Appends to `whole` up to the end of the line, as much as a value may have, and passes that end. */
static gboolean
take_line (SpilVcardLines *self, GError **error)
{
  char c;

  for (;;) {
    const char *from;
    gsize n;

    if (!look (self, &c, error))
      return FALSE;
    from = self->text->str + self->at;
    n = strcspn (from, "\r\n");
    if (self->whole->len < SPIL_TEXT_MAX_BYTES)
      g_string_append_len (self->whole, from, (gssize) MIN (n, SPIL_TEXT_MAX_BYTES));
    self->at += n;
    if (!look (self, &c, error))
      return FALSE;
    if (c == '\r' || c == '\n' || c == '\0')
      break;
  }
  if (c == '\r') {
    self->at++;
    if (!look (self, &c, error))
      return FALSE;
  }
  self->at += c == '\n';
  return TRUE;
}

/* The colon after the parameters; NULL when it is no property. */
static char *
find_colon (char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++) {
    if (*text == '"')
      quoted = !quoted;
    else if (*text == ':' && !quoted)
      return text;
  }
  return NULL;
}

static gboolean
is_quoted_printable (SpilVcardLines *self)
{
  char *colon = find_colon (self->whole->str);
  g_autofree char *head = colon != NULL ? g_ascii_strup (self->whole->str, colon - self->whole->str) : NULL;

  return head != NULL && strstr (head, "QUOTED-PRINTABLE") != NULL;
}

/* One line with those that go on from it. */
static gboolean
take_folded (SpilVcardLines *self, GError **error)
{
  gboolean printable;
  char c;

  g_string_truncate (self->whole, 0);
  if (!take_line (self, error))
    return FALSE;
  printable = is_quoted_printable (self);
  for (;;) {
    const gsize length = self->whole->len;

    if (!look (self, &c, error))
      return FALSE;
    if (c == '\0')
      return TRUE;
    if (printable && length > 0 && self->whole->str[length - 1] == '=')
      g_string_truncate (self->whole, length - 1);
    else if (c == ' ' || c == '\t')
      self->at++;
    else
      return TRUE;
    if (!take_line (self, error))
      return FALSE;
  }
}

static char *
dup_charset (const char *types)
{
  const char *charset = strstr (types, ";CHARSET=");

  return charset != NULL ? g_strndup (charset + 9, strcspn (charset + 9, ";\"")) : NULL;
}

/* Bytes of a stated or unstated charset as UTF-8. */
static char *
convert (const GString *bytes, const char *charset)
{
  g_autoptr (GString) text = NULL;
  char *converted = NULL;

  if (charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") != 0)
    converted = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", charset, NULL, NULL, NULL);
  if (converted != NULL && g_utf8_validate (converted, -1, NULL))
    return converted;
  g_free (converted);
  if (g_utf8_validate (bytes->str, -1, NULL))
    return g_strdup (bytes->str);
  text = g_string_new (NULL);
  for (const char *p = bytes->str; *p != '\0'; p++)
    g_string_append_unichar (text, spil_encoding_cp1252 ((guint8) *p));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
decode_printable (const char *value, const char *types)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *charset = dup_charset (types);

  for (; *value != '\0'; value++) {
    const gboolean code = *value == '=' && g_ascii_isxdigit (value[1]) && g_ascii_isxdigit (value[2]);
    const char c = code ? (char) (g_ascii_xdigit_value (value[1]) * 16 + g_ascii_xdigit_value (value[2]))
                        : *value;

    if (c != '\0' && c != '\r')
      g_string_append_c (bytes, c);
    value += code ? 2 : 0;
  }
  return convert (bytes, charset);
}

/* Takes `whole` apart; FALSE when it is no property. */
static gboolean
split (SpilVcardLines *self)
{
  char *colon = find_colon (self->whole->str);
  char *name = self->whole->str;
  char *semicolon;
  char *group;

  if (colon == NULL)
    return FALSE;
  *colon = '\0';
  semicolon = strchr (name, ';');
  g_free ((char *) self->line.types);
  self->line.types = NULL;
  if (semicolon != NULL) {
    g_autofree char *upper = g_ascii_strup (semicolon, -1);

    *semicolon = '\0';
    self->line.types = g_strconcat (upper, ";", NULL);
  } else {
    self->line.types = g_strdup (";");
  }
  group = strrchr (name, '.');
  name = group != NULL ? group + 1 : name;
  for (char *p = name; *p != '\0'; p++)
    *p = g_ascii_toupper (*p);
  self->line.name = g_strstrip (name);
  g_clear_pointer (&self->value, g_free);
  if (strstr (self->line.types, "QUOTED-PRINTABLE") != NULL)
    self->value = decode_printable (colon + 1, self->line.types);
  self->line.value = self->value != NULL ? self->value : colon + 1;
  return TRUE;
}

gboolean
spil_vcard_lines_next (SpilVcardLines *self, const SpilVcardLine **line, GError **error)
{
  char c;

  *line = NULL;
  for (;;) {
    if (!look (self, &c, error))
      return FALSE;
    if (c == '\0')
      return TRUE;
    if (!take_folded (self, error))
      return FALSE;
    if (split (self))
      break;
  }
  *line = &self->line;
  return TRUE;
}

/* Whether @text has @word between any of ";", ",", "=" and quotes. */
static gboolean
has_word (const char *text, const char *word)
{
  const gsize length = strlen (word);
  const char *at = text;

  while ((at = strstr (at, word)) != NULL) {
    if (at > text && strchr (";,=\"", at[-1]) != NULL && at[length] != '\0' &&
        strchr (";,\"", at[length]) != NULL)
      return TRUE;
    at += length;
  }
  return FALSE;
}

gboolean
spil_vcard_line_has (const SpilVcardLine *line, const char *type)
{
  return has_word (line->types, type);
}

/* Up to the end, or an unescaped @stop; sets @end to where that is. */
static char *
unescape (const char *value, char stop, const char **end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *value != '\0' && (stop == '\0' || *value != stop); value++) {
    if (*value != '\\' || value[1] == '\0') {
      g_string_append_c (text, *value);
      continue;
    }
    value++;
    if (*value == 'n' || *value == 'N') {
      g_string_append_c (text, '\n');
    } else {
      if (strchr (",;:\\", *value) == NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *value);
    }
  }
  *end = value;
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&text)));
}

char *
spil_vcard_part (const char *value, guint index)
{
  for (;;) {
    const char *end;
    g_autofree char *part = unescape (value, ';', &end);

    if (index-- == 0)
      return g_steal_pointer (&part);
    if (*end == '\0')
      return g_strdup ("");
    value = end + 1;
  }
}

char *
spil_vcard_text (const char *value)
{
  const char *end;

  return unescape (value, '\0', &end);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-xml.h"

#include <string.h>

/* A longer name is no field: somebody used a brace in a sentence. */
#define MAX_FIELD 40

/* One paragraph while its fields are filled in. @text is what a reader sees, letter by letter; @places where each letter is written. */
typedef struct
{
  const char *xml;
  gsize begin; /**< after its tag */
  gsize end; /**< before its closing tag */
  const char *tag;
  gsize tag_length;
  GString *text;
  GArray *places; /* of gsize */
  SpilLetterFieldFunc value;
  gpointer user_data;
} Paragraph;

/* Where the tag that begins at @at ends: after its ">". */
static gsize
find_tag_end (const char *xml, gsize at, gsize limit)
{
  char quote = '\0';

  for (; at < limit; at++) {
    if (quote != '\0')
      quote = xml[at] == quote ? '\0' : quote;
    else if (xml[at] == '"' || xml[at] == '\'')
      quote = xml[at];
    else if (xml[at] == '>')
      return at + 1;
  }
  return limit;
}

static void
read_letters (Paragraph *self)
{
  gsize at = self->begin;

  while (at < self->end) {
    if (self->xml[at] == '<') {
      at = find_tag_end (self->xml, at, self->end);
      continue;
    }
    g_string_append_c (self->text, self->xml[at]);
    g_array_append_val (self->places, at);
    at++;
  }
}

/* The name in the braces at @at of the text; NULL: none. */
static char *
dup_name (const Paragraph *self, gsize at)
{
  const char *open = self->text->str + at;
  const char *close = *open == '{' ? strchr (open, '}') : NULL;
  g_autofree char *name = NULL;

  if (close == NULL || close == open + 1 || close - open > MAX_FIELD)
    return NULL;
  name = g_strndup (open + 1, (gsize) (close - open - 1));
  return strpbrk (name, "{&;") == NULL ? g_steal_pointer (&name) : NULL;
}

/* A value as XML; its lines stay lines. */
static void
append_value (GString *out, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

    g_string_append (out, i > 0 ? "<text:line-break/>" : "");
    g_string_append (out, escaped);
  }
}

/* The paragraph once for each part of @value. */
static void
append_repeated (Paragraph *self, GString *out, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "\n\n", -1);
  const gboolean heading = strncmp (self->tag, "<text:h", strlen ("<text:h")) == 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    if (i > 0) {
      g_string_append (out, heading ? "</text:h>" : "</text:p>");
      g_string_append_len (out, self->tag, (gssize) self->tag_length);
    }
    append_value (out, g_strstrip (parts[i]));
  }
}

/* The tags between two letters of a name stay, so that all tags keep their partners. */
static void
append_tags (const Paragraph *self, GString *out, gsize from, gsize to)
{
  for (gsize at = from; at < to;) {
    gsize end = self->xml[at] == '<' ? find_tag_end (self->xml, at, to) : at + 1;

    if (self->xml[at] == '<')
      g_string_append_len (out, self->xml + at, (gssize) (end - at));
    at = end;
  }
}

static void
fill_paragraph (Paragraph *self, GString *out)
{
  gsize done = self->begin;

  for (gsize i = 0; i < self->text->len; i++) {
    g_autofree char *name = dup_name (self, i);
    g_autofree char *value = name != NULL ? self->value (name, self->user_data) : NULL;
    const gsize length = name != NULL ? strlen (name) + 2 : 0;
    gsize first;
    gsize last;

    if (value == NULL)
      continue;
    first = g_array_index (self->places, gsize, i);
    last = g_array_index (self->places, gsize, i + length - 1);
    g_string_append_len (out, self->xml + done, (gssize) (first - done));
    if (length == self->text->len && first == self->begin && last + 1 == self->end)
      append_repeated (self, out, value);
    else
      append_value (out, value);
    append_tags (self, out, first, last);
    done = last + 1;
    i += length - 1;
  }
  g_string_append_len (out, self->xml + done, (gssize) (self->end - done));
}

/* A tag that begins a paragraph, and not an empty one. */
static gboolean
begins_paragraph (const char *xml, gsize at, gsize tag_end)
{
  return (g_str_has_prefix (xml + at, "<text:p") || g_str_has_prefix (xml + at, "<text:h")) &&
         strchr (" >\t\n\r", xml[at + strlen ("<text:p")]) != NULL && xml[tag_end - 1] == '>' &&
         xml[tag_end - 2] != '/';
}

static gboolean
ends_paragraph (const char *xml, gsize at)
{
  return g_str_has_prefix (xml + at, "</text:p>") || g_str_has_prefix (xml + at, "</text:h>");
}

char *
spil_letter_xml_fill (const char *xml, SpilLetterFieldFunc value, gpointer user_data)
{
  const gsize length = strlen (xml);
  GString *out = g_string_sized_new (length);
  gsize done = 0;
  gsize tag = 0;
  gsize begin = 0; /* of the innermost paragraph; 0: in none */

  for (gsize at = 0; at < length;) {
    gsize end = xml[at] == '<' ? find_tag_end (xml, at, length) : at + 1;

    if (xml[at] == '<' && begins_paragraph (xml, at, end)) {
      tag = at;
      begin = end;
    } else if (xml[at] == '<' && begin > 0 && ends_paragraph (xml, at)) {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
      Paragraph paragraph = { xml, begin, at, xml + tag, begin - tag, text, places, value, user_data };

      read_letters (&paragraph);
      g_string_append_len (out, xml + done, (gssize) (begin - done));
      fill_paragraph (&paragraph, out);
      done = at;
      begin = 0;
    }
    at = end;
  }
  g_string_append (out, xml + done);
  return g_string_free_and_steal (out);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-odt-private.h"

#include <string.h>

#define A4_SHORT 595.3
#define A4_LONG 841.9

/* What XML has no place for, escaped or not. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c & 0xfffe) == 0xfffe;
}

static void
put_char (GString *xml, gunichar c)
{
  switch (c) {
  case '<':
    g_string_append (xml, "&lt;");
    break;
  case '>':
    g_string_append (xml, "&gt;");
    break;
  case '&':
    g_string_append (xml, "&amp;");
    break;
  case '"':
    g_string_append (xml, "&quot;");
    break;
  default:
    g_string_append_unichar (xml, c);
    break;
  }
}

/* Most text has nothing in it that needs a second look: it goes over as it is. */
static gsize
plain_length (const char *text)
{
  const unsigned char *at = (const unsigned char *) text;

  while (*at >= 0x20 && *at < 0xef && *at != '<' && *at != '>' && *at != '&' && *at != '"' &&
         !(*at == ' ' && at[1] == ' '))
    at++;
  return (gsize) (at - (const unsigned char *) text);
}

void
spil_odt_put_text (GString *xml, const char *text)
{
  const char *at = text;

  /* A space at the beginning would be left out. */
  if (*at == ' ') {
    g_string_append (xml, "<text:s/>");
    at++;
  }
  while (*at != '\0') {
    const gsize plain = plain_length (at);
    gunichar c;

    g_string_append_len (xml, at, (gssize) plain);
    at += plain;
    if (*at == '\0')
      break;
    c = g_utf8_get_char (at);
    if (c == '\n')
      g_string_append (xml, "<text:line-break/>");
    else if (c == ' ') {
      const int n = (int) strspn (at, " ");

      g_string_append_printf (xml, " <text:s text:c=\"%d\"/>", n - 1);
      at += n - 1;
    } else if (!is_forbidden (c))
      put_char (xml, c);
    at = g_utf8_next_char (at);
  }
}

void
spil_odt_put_plain (GString *xml, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (!is_forbidden (c))
      put_char (xml, c == '\n' ? ' ' : c);
  }
}

void
spil_odt_put_length (GString *xml, const char *name, double points)
{
  const int tenths = (int) (points * 10 + 0.5);

  g_string_append_printf (xml, " %s=\"%d.%dpt\"", name, tenths / 10, tenths % 10);
}

const char *
spil_odt_color (SpilColor color, char text[8])
{
  g_snprintf (text, 8, "#%02x%02x%02x", (guint) (color.red * 255 + 0.5) & 0xff,
              (guint) (color.green * 255 + 0.5) & 0xff, (guint) (color.blue * 255 + 0.5) & 0xff);
  return text;
}

/* The style that is @style at the top of a new page. */
static char *
make_break_style (SpilOdt *self, const char *style)
{
  char *name = g_strconcat (style, "_on_", self->master, NULL);

  if (g_hash_table_add (self->made, g_strdup (name)))
    g_string_append_printf (self->styles,
                            "<style:style style:name=\"%s\" style:family=\"paragraph\" "
                            "style:parent-style-name=\"%s\" style:master-page-name=\"%s\"/>",
                            name, style, self->master);
  self->master = NULL;
  return name;
}

void
spil_odt_open (SpilOdt *self, const char *style)
{
  g_autofree char *on_page = self->master != NULL ? make_break_style (self, style) : NULL;

  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">", on_page != NULL ? on_page : style);
}

void
spil_odt_close (SpilOdt *self)
{
  g_string_append (self->body, "</text:p>");
}

void
spil_odt_put_paragraph (SpilOdt *self, const char *style, const char *text)
{
  spil_odt_open (self, style);
  spil_odt_put_text (self->body, text);
  spil_odt_close (self);
}

void
spil_odt_put_mark (SpilOdt *self, SpilMark mark)
{
  static const struct
  {
    const char *sign;
    const char *style;
  } signs[] = {
    [SPIL_MARK_YES] = { "✓", "Good" },      [SPIL_MARK_NO] = { "✗", "Warning" },
    [SPIL_MARK_UNKNOWN] = { "○", "Muted" }, [SPIL_MARK_GREEN] = { "●", "Green" },
    [SPIL_MARK_AMBER] = { "▲", "Amber" },   [SPIL_MARK_RED] = { "■", "Red" },
    [SPIL_MARK_BETTER] = { "↗", "Good" },   [SPIL_MARK_SAME] = { "→", "Muted" },
    [SPIL_MARK_WORSE] = { "↘", "Warning" },
  };

  if (mark > SPIL_MARK_NONE && mark < G_N_ELEMENTS (signs))
    g_string_append_printf (self->body, "<text:span text:style-name=\"%s\">%s</text:span> ",
                            signs[mark].style, signs[mark].sign);
}

void
spil_odt_put_caption (SpilOdt *self, const SpilBlock *block)
{
  const char *sequence = block->kind == SPIL_BLOCK_CHART ? "Figure" : "Table";
  g_autofree char *number = NULL;
  gsize before;

  if (block->text == NULL)
    return;
  number = spil_block_dup_number (block);
  before = strcspn (number, "0123456789");
  spil_odt_open (self, "Caption");
  g_string_append_len (self->body, number, (gssize) before);
  g_string_append_printf (self->body,
                          "<text:sequence text:name=\"%s\" text:formula=\"ooow:%s+1\" "
                          "style:num-format=\"1\">%d</text:sequence> · ",
                          sequence, sequence, block->number);
  spil_odt_put_text (self->body, block->text);
  spil_odt_close (self);
}

double
spil_odt_body_width (const SpilOdt *self)
{
  const double sides = spil_document_get_compact (self->document) ? 90 : 113.4;

  return (self->sheet == SPIL_SHEET_LANDSCAPE ? A4_LONG : A4_SHORT) - sides;
}

double
spil_odt_body_height (const SpilOdt *self)
{
  return (self->sheet == SPIL_SHEET_LANDSCAPE ? A4_SHORT : A4_LONG) - 150;
}

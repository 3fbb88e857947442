// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-odt-private.h"

/* Numbers that no translation of "page %d of %d" has in it: the word processor's own fields come in their place. */
#define PAGE_HERE 7654321
#define PAGE_COUNT 1234567

/* Colours by what they mean. */
typedef enum
{
  TONE_NONE,
  TONE_MUTED,
  TONE_ACCENT,
  TONE_GOOD,
  TONE_WARNING,
} Tone;

/* A style of paragraphs; what people see is its name, with spaces. */
typedef struct
{
  const char *name; /* as XML writes it */
  const char *parent; /* NULL: Standard */
  const char *layout; /* properties of the paragraph */
  double size; /* 0: that of the parent */
  double compact_size; /* the same on a compact sheet; 0: no other */
  gboolean bold;
  Tone tone;
  int level; /* in the outline; 0: none */
} Style;

static const Style styles[] = {
  { "Text_20_body", NULL, "fo:margin-bottom=\"7pt\" fo:line-height=\"120%\"", 9.5, 9 },
  { "Title", NULL, "fo:margin-top=\"0pt\" fo:margin-bottom=\"6pt\" fo:keep-with-next=\"always\"", 26, 17,
    TRUE },
  { "Subtitle", NULL, "fo:margin-bottom=\"8pt\"", 13, 9, FALSE, TONE_MUTED },
  { "Heading", NULL, "fo:margin-top=\"14pt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"", 11.5, 0,
    TRUE },
  { "Heading_20_1", "Heading", "fo:margin-top=\"24pt\" fo:margin-bottom=\"8pt\"", 17, 0, TRUE, TONE_ACCENT,
    1 },
  { "Heading_20_2", "Heading", "fo:margin-top=\"14pt\" fo:margin-bottom=\"4pt\"", 11.5, 0, TRUE, TONE_NONE,
    2 },
  { "Contents_20_Heading", "Heading", "fo:margin-bottom=\"5pt\"" },
  { "Contents_20_1", NULL, "fo:margin-bottom=\"4pt\"", 9.5 },
  { "Lead", "Text_20_body", "fo:margin-bottom=\"10pt\" fo:keep-with-next=\"always\"", 10.5 },
  { "Note", "Text_20_body", "fo:margin-bottom=\"6pt\"", 7.5, 0, FALSE, TONE_MUTED },
  { "Callout", "Text_20_body",
    "fo:margin-top=\"5pt\" fo:padding-left=\"12pt\" fo:border-left=\"3pt solid #808080\"" },
  { "List_20_Item", "Text_20_body",
    "fo:margin-left=\"18pt\" fo:text-indent=\"-18pt\" fo:margin-bottom=\"4pt\"" },
  { "Code", "Text_20_body", "fo:margin-bottom=\"18pt\"", 22, 0, TRUE },
  { "Caption", NULL, "fo:margin-top=\"6pt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"", 8.5, 0,
    TRUE },
  { "Figure", NULL, "fo:margin-bottom=\"2pt\" fo:keep-with-next=\"always\"" },
  { "Source", "Note", "fo:margin-top=\"2pt\" fo:margin-bottom=\"8pt\"" },
  { "Table_20_Contents", NULL, "fo:orphans=\"0\" fo:widows=\"0\"", 8.5 },
  { "Table_20_Number", "Table_20_Contents", "fo:text-align=\"end\"" },
  { "Table_20_Heading", "Table_20_Contents", "fo:keep-with-next=\"always\"", 7.5, 0, TRUE },
  { "Table_20_Heading_20_Number", "Table_20_Heading", "fo:text-align=\"end\"" },
  { "Table_20_Total", "Table_20_Contents", "", 0, 0, TRUE },
  { "Table_20_Total_20_Number", "Table_20_Total", "fo:text-align=\"end\"" },
  { "Fact_20_Label", "Table_20_Contents", "", 7.5, 0, FALSE, TONE_MUTED },
  { "Fact_20_Value", "Table_20_Contents", "", 17, 9, TRUE },
  { "Fact_20_Value_20_Small", "Fact_20_Value", "", 9, 0, TRUE },
  { "Fact_20_Note", "Fact_20_Label", "" },
  { "Space", NULL, "fo:line-height=\"6pt\"", 4 },
  { "Writing_20_Line", NULL,
    "fo:line-height=\"22pt\" fo:border-bottom=\"0.5pt solid #b0b0b0\" style:join-border=\"false\"" },
  { "Header", NULL, "", 7.5, 0, FALSE, TONE_MUTED },
  { "Stamp", "Header", "fo:text-align=\"end\"", 8, 0, TRUE, TONE_WARNING },
  { "Footer", "Header", "" },
};

static SpilColor
tone_color (const SpilOdt *self, Tone tone)
{
  switch (tone) {
  case TONE_MUTED:
    return self->palette.muted;
  case TONE_ACCENT:
    return self->palette.accent;
  case TONE_GOOD:
    return self->palette.good;
  case TONE_WARNING:
    return self->palette.warning;
  case TONE_NONE:
  default:
    return self->palette.foreground;
  }
}

/* "Heading_20_1" is "Heading 1" to people. */
static void
put_names (GString *xml, const char *element, const char *name)
{
  g_autoptr (GString) display = g_string_new (name);

  g_string_replace (display, "_20_", " ", 0);
  g_string_append_printf (xml, "<%s style:name=\"%s\" style:display-name=\"%s\"", element, name,
                          display->str);
}

/* A tab at the right of the page, for what stands on both sides of it. */
static void
put_right_tab (const SpilOdt *self, GString *xml, gboolean dots)
{
  g_string_append (xml, "<style:tab-stops><style:tab-stop");
  spil_odt_put_length (xml, "style:position", spil_odt_body_width (self));
  g_string_append_printf (xml, " style:type=\"right\"%s/></style:tab-stops>",
                          dots ? " style:leader-style=\"dotted\" style:leader-text=\".\"" : "");
}

static void
put_style (const SpilOdt *self, GString *xml, const Style *style)
{
  const gboolean compact = spil_document_get_compact (self->document) && style->compact_size > 0;
  const double size = compact ? style->compact_size : style->size;
  const gboolean contents = g_str_equal (style->name, "Contents_20_1");
  char color[8];

  put_names (xml, "style:style", style->name);
  g_string_append_printf (xml,
                          " style:family=\"paragraph\" style:class=\"text\" style:parent-style-name=\"%s\"",
                          style->parent != NULL ? style->parent : "Standard");
  if (style->level > 0)
    g_string_append_printf (xml, " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"%d\"",
                            style->level);
  g_string_append_printf (xml, "><style:paragraph-properties %s>", style->layout);
  if (g_str_equal (style->name, "List_20_Item"))
    g_string_append (xml, "<style:tab-stops><style:tab-stop style:position=\"0pt\"/></style:tab-stops>");
  if (contents || g_str_equal (style->name, "Header"))
    put_right_tab (self, xml, contents);
  g_string_append (xml, "</style:paragraph-properties><style:text-properties");
  if (size > 0)
    spil_odt_put_length (xml, "fo:font-size", size);
  if (style->bold)
    g_string_append (xml, " fo:font-weight=\"bold\"");
  if (style->tone != TONE_NONE)
    g_string_append_printf (xml, " fo:color=\"%s\"", spil_odt_color (tone_color (self, style->tone), color));
  g_string_append (xml, "/></style:style>");
}

/* What holds for all text: its language decides about hyphens and spelling. */
static void
put_defaults (const SpilOdt *self, GString *xml)
{
  char color[8];

  g_string_append_printf (
      xml,
      "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
      "fo:orphans=\"2\" fo:widows=\"2\" style:tab-stop-distance=\"36pt\"/><style:text-properties "
      "style:font-name=\"Text\" fo:font-size=\"9.5pt\" fo:language=\"nl\" fo:country=\"NL\" fo:color=\"%s\"/>"
      "</style:default-style>"
      "<style:default-style style:family=\"table\"><style:table-properties table:border-model=\"collapsing\"/>"
      "</style:default-style>"
      "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>",
      spil_odt_color (self->palette.foreground, color));
}

static void
put_page_layout (const SpilOdt *self, GString *xml, const char *name, gboolean wide)
{
  const gboolean compact = spil_document_get_compact (self->document);

  g_string_append_printf (
      xml,
      "<style:page-layout style:name=\"%s\"><style:page-layout-properties fo:page-width=\"%s\" "
      "fo:page-height=\"%s\" style:print-orientation=\"%s\" fo:margin-left=\"%s\" fo:margin-right=\"%s\" "
      "fo:margin-top=\"%s\" fo:margin-bottom=\"28pt\"/>"
      "<style:header-style><style:header-footer-properties fo:min-height=\"14pt\" "
      "fo:margin-bottom=\"8pt\"/></style:header-style>"
      "<style:footer-style><style:header-footer-properties fo:min-height=\"14pt\" "
      "fo:margin-top=\"8pt\"/></style:footer-style></style:page-layout>",
      name, wide ? "841.9pt" : "595.3pt", wide ? "595.3pt" : "841.9pt", wide ? "landscape" : "portrait",
      compact ? "45pt" : "56.7pt", compact ? "45pt" : "56.7pt", compact ? "24pt" : "36pt");
}

static void
put_header (const SpilOdt *self, GString *xml, gboolean running)
{
  const char *stamp = spil_document_get_stamp (self->document);

  g_string_append (xml, "<style:header>");
  if (stamp != NULL) {
    g_string_append (xml, "<text:p text:style-name=\"Stamp\">");
    spil_odt_put_text (xml, stamp);
    g_string_append (xml, "</text:p>");
  }
  if (running) {
    g_string_append (xml, "<text:p text:style-name=\"Header\">");
    spil_odt_put_text (xml, spil_document_get_running_left (self->document));
    g_string_append (xml, "<text:tab/>");
    spil_odt_put_text (xml, spil_document_get_running_right (self->document));
    g_string_append (xml, "</text:p>");
  } else if (stamp == NULL)
    g_string_append (xml, "<text:p text:style-name=\"Header\"/>");
  g_string_append (xml, "</style:header>");
}

static void
put_footer (const SpilOdt *self, GString *xml)
{
  g_autofree char *number = g_strdup_printf (_ ("page %d of %d"), PAGE_HERE, PAGE_COUNT);
  g_autoptr (GString) fields = g_string_new (NULL);

  spil_odt_put_text (fields, number);
  g_string_replace (fields, G_STRINGIFY (PAGE_HERE),
                                        "<text:page-number text:select-page=\"current\">1</text:page-number>",
                                        0);
  g_string_replace (fields, G_STRINGIFY (PAGE_COUNT), "<text:page-count>1</text:page-count>", 0);
  g_string_append (xml, "<style:footer><text:p text:style-name=\"Footer\">");
  spil_odt_put_text (xml, spil_document_get_title (self->document));
  g_string_append_printf (xml, "<text:tab/>%s</text:p></style:footer>", fields->str);
}

/* The first page has no running header: its title says it all. */
static void
put_master (const SpilOdt *self, GString *xml, const char *name, const char *layout, const char *next)
{
  put_names (xml, "style:master-page", name);
  g_string_append_printf (xml, " style:page-layout-name=\"%s\"%s%s%s>", layout,
                          next != NULL ? " style:next-style-name=\"" : "", next != NULL ? next : "",
                          next != NULL ? "\"" : "");
  put_header (self, xml, next == NULL);
  put_footer (self, xml);
  g_string_append (xml, "</style:master-page>");
}

GString *
spil_odt_make_styles (SpilOdt *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  const SpilSheet sheet = self->sheet;

  g_string_append_printf (
      xml,
      "<office:document-styles %s office:version=\"1.3\"><office:font-face-decls><style:font-face "
      "style:name=\"Text\" svg:font-family=\"Arial\" style:font-family-generic=\"swiss\" "
      "style:font-pitch=\"variable\"/></office:font-face-decls><office:styles>",
      spil_odt_namespaces);
  put_defaults (self, xml);
  self->sheet = SPIL_SHEET_PORTRAIT;
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    put_style (self, xml, &styles[i]);
  g_string_append (xml, "</office:styles><office:automatic-styles>");
  put_page_layout (self, xml, "Upright", FALSE);
  put_page_layout (self, xml, "Wide", TRUE);
  g_string_append (xml, "</office:automatic-styles><office:master-styles>");
  put_master (self, xml, "First_20_Page", "Upright", "Standard");
  put_master (self, xml, "Standard", "Upright", NULL);
  put_master (self, xml, "Landscape", "Wide", NULL);
  g_string_append (xml, "</office:master-styles></office:document-styles>");
  self->sheet = sheet;
  return xml;
}

/* Cells, by what their row is. */
static void
put_cell_styles (const SpilOdt *self, GString *xml)
{
  const char *pad = spil_document_get_compact (self->document) ? "1.6pt" : "3pt";
  char grid[8], strong[8], band[8], ink[8];

  spil_odt_color (self->palette.grid, grid);
  spil_odt_color (self->palette.strong_grid, strong);
  spil_odt_color (self->palette.band, band);
  spil_odt_color (self->palette.foreground, ink);
  g_string_append_printf (
      xml,
      "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"%s\" fo:border-bottom=\"0.5pt solid %s\"/></style:style>"
      "<style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"%s\" style:vertical-align=\"bottom\" fo:border-bottom=\"1pt solid %s\"/></style:style>"
      "<style:style style:name=\"GroupCell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"%s\" fo:background-color=\"%s\"/></style:style>"
      "<style:style style:name=\"TotalCell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"%s\" fo:border-top=\"0.8pt solid %s\" fo:border-bottom=\"0.8pt solid %s\"/></style:style>"
      "<style:style style:name=\"FactCell\" style:family=\"table-cell\"><style:table-cell-properties "
      "fo:padding=\"%s\" fo:padding-bottom=\"8pt\" fo:border-top=\"0.8pt solid %s\"/></style:style>"
      "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
      "fo:keep-together=\"always\"/></style:style>",
      pad, grid, pad, ink, pad, band, pad, ink, ink, pad, strong);
}

void
spil_odt_put_text_styles (SpilOdt *self, GString *xml)
{
  const struct
  {
    const char *name;
    SpilColor color;
  } marks[] = {
    { "Good", self->palette.good },     { "Warning", self->palette.warning },
    { "Muted", self->palette.muted },   { "Green", spil_color (0x2e8b63) },
    { "Amber", spil_color (0xe09a00) }, { "Red", spil_color (0xb3261e) },
  };
  char color[8];

  put_cell_styles (self, xml);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_append_printf (xml,
                            "<style:style style:name=\"%s\" style:family=\"text\"><style:text-properties "
                            "fo:color=\"%s\"/></style:style>",
                            marks[i].name, spil_odt_color (marks[i].color, color));
  g_string_append (xml,
                   "<style:style style:name=\"Frame\" style:family=\"graphic\"><style:graphic-properties "
                   "style:vertical-pos=\"top\" style:vertical-rel=\"baseline\" fo:border=\"none\" "
                   "fo:padding=\"0pt\"/></style:style>");
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ods-frame.h"

#define NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:"

/* The styles of cells, by kind of column: what a cell of it looks like. */
static const char *const styles[] = { "text", "long", "number", "money", "date", "time", "boolean", "id" };

static const char content_head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                   "<office:document-content xmlns:office=\"" NAMESPACE
                                   "office:1.0\" xmlns:table=\"" NAMESPACE "table:1.0\""
                                   " xmlns:text=\"" NAMESPACE "text:1.0\" xmlns:style=\"" NAMESPACE
                                   "style:1.0\" xmlns:number=\"" NAMESPACE
                                   "datastyle:1.0\" xmlns:fo=\"" NAMESPACE
                                   "xsl-fo-compatible:1.0\" office:version=\"1.3\"><office:automatic-styles>";

static const char number_styles[] =
    "<number:currency-style style:name=\"n-money\" number:language=\"nl\" number:country=\"NL\">"
    "<number:currency-symbol number:language=\"nl\" number:country=\"NL\">€</number:currency-symbol><number:text> "
    "</number:text><number:number number:decimal-places=\"2\" number:min-decimal-places=\"2\" number:min-integer-digits=\"1\" "
    "number:grouping=\"true\"/></number:currency-style>"
    "<number:date-style style:name=\"n-date\"><number:day number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:year number:style=\"long\"/></number:date-style>"
    "<number:date-style style:name=\"n-time\"><number:day number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:year number:style=\"long\"/><number:text> "
    "</number:text><number:hours number:style=\"long\"/><number:text>:</number:text><number:minutes number:style=\"long\"/>"
    "</number:date-style>"
    "<number:boolean-style style:name=\"n-boolean\"><number:boolean/></number:boolean-style>"
    "<number:text-style style:name=\"n-text\"><number:text-content/></number:text-style>";

static const char cell_styles[] =
    "<style:style style:name=\"text\" style:family=\"table-cell\" style:data-style-name=\"n-text\"/>"
    "<style:style style:name=\"long\" style:family=\"table-cell\" style:data-style-name=\"n-text\">"
    "<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style>"
    "<style:style style:name=\"number\" style:family=\"table-cell\"/>"
    "<style:style style:name=\"money\" style:family=\"table-cell\" style:data-style-name=\"n-money\"/>"
    "<style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"n-date\"/>"
    "<style:style style:name=\"time\" style:family=\"table-cell\" style:data-style-name=\"n-time\"/>"
    "<style:style style:name=\"boolean\" style:family=\"table-cell\" style:data-style-name=\"n-boolean\"/>"
    "<style:style style:name=\"id\" style:family=\"table-cell\" style:data-style-name=\"n-text\">"
    "<style:text-properties fo:color=\"#777777\"/></style:style>"
    "<style:style style:name=\"head\" style:family=\"table-cell\" style:data-style-name=\"n-text\">"
    "<style:table-cell-properties fo:background-color=\"#dde6ee\" fo:border-bottom=\"0.75pt solid #4a6478\"/>"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>";

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

void
spil_ods_append_content_begin (GString *out, const char *title, const SpilTableColumn *columns,
                               guint n_columns)
{
  g_string_append (out, content_head);
  g_string_append (out, number_styles);
  g_string_append (out, cell_styles);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (
        out,
        "<style:style style:name=\"w%u\" style:family=\"table-column\"><style:table-column-properties "
        "style:column-width=\"%dmm\"/></style:style>",
        i, spil_table_column_width (&columns[i]) * 21 / 10 + 2);
  g_string_append (out,
                   "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"");
  append_escaped (out, title);
  g_string_append (out, "\">");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (
        out, "<table:table-column table:style-name=\"w%u\" table:default-cell-style-name=\"%s\"/>", i,
        styles[columns[i].kind]);
  g_string_append (out, "<table:table-header-rows><table:table-row>");
  for (guint i = 0; i < n_columns; i++) {
    g_string_append (out,
                     "<table:table-cell table:style-name=\"head\" office:value-type=\"string\"><text:p>");
    append_escaped (out, columns[i].title);
    g_string_append (out, "</text:p></table:table-cell>");
  }
  g_string_append (out, "</table:table-row></table:table-header-rows>\n");
}

char *
spil_ods_make_settings (const char *title)
{
  g_autofree char *name = g_markup_escape_text (title, -1);

  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-settings xmlns:office=\"" NAMESPACE "office:1.0\" xmlns:config=\"" NAMESPACE
      "config:1.0\" "
      "xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"1.3\"><office:settings><config:config-item-set "
      "config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
      "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1</config:config-item>"
      "<config:config-item-map-named config:name=\"Tables\"><config:config-item-map-entry config:name=\"%s\">"
      "<config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2</config:config-item>"
      "<config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">1</config:config-item>"
      "<config:config-item config:name=\"ActiveSplitRange\" config:type=\"short\">2</config:config-item>"
      "<config:config-item config:name=\"PositionBottom\" config:type=\"int\">1</config:config-item>"
      "</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry>"
      "</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>",
      name);
}

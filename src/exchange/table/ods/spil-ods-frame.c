// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ods-frame.h"

#define NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:"

/* The styles of cells, by kind of column: what a cell of it looks like. */
static const char *const styles[] = { "text", "long",    "number", "money", "date",
                                      "time", "boolean", "id",     "share" };
/* The same in a row of totals. */
static const char *const total_styles[] = { "text-total",    "long-total", "number-total",
                                            "money-total",   "date-total", "time-total",
                                            "boolean-total", "id-total",   "share-total" };

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
    "<number:date-style style:name=\"n-date\" number:language=\"nl\" number:country=\"NL\"><number:day number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:year number:style=\"long\"/></number:date-style>"
    "<number:date-style style:name=\"n-time\" number:language=\"nl\" number:country=\"NL\"><number:day number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:year number:style=\"long\"/><number:text> "
    "</number:text><number:hours number:style=\"long\"/><number:text>:</number:text><number:minutes number:style=\"long\"/>"
    "</number:date-style>"
    "<number:percentage-style style:name=\"n-share\" number:language=\"nl\" number:country=\"NL\"><number:number "
    "number:decimal-places=\"1\" number:min-decimal-places=\"1\" number:min-integer-digits=\"1\"/><number:text> %</number:text>"
    "</number:percentage-style>"
    "<number:boolean-style style:name=\"n-boolean\"><number:boolean/></number:boolean-style>"
    "<number:text-style style:name=\"n-text\"><number:text-content/></number:text-style>";

static const char head_styles[] =
    "<style:style style:name=\"head\" style:family=\"table-cell\" style:data-style-name=\"n-text\">"
    "<style:table-cell-properties fo:background-color=\"#dde6ee\" fo:border-bottom=\"0.75pt solid #4a6478\"/>"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"head-number\" style:family=\"table-cell\" style:data-style-name=\"n-text\">"
    "<style:table-cell-properties fo:background-color=\"#dde6ee\" fo:border-bottom=\"0.75pt solid #4a6478\" "
    "style:text-align-source=\"fix\"/>"
    "<style:paragraph-properties fo:text-align=\"end\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>";

/* What the numbers of a kind look like; NULL: as the program likes. */
static const char *
number_style (int kind)
{
  static const char *const names[] = { "n-text", "n-text",    NULL,     "n-money", "n-date",
                                       "n-time", "n-boolean", "n-text", "n-share" };

  return names[kind];
}

static void
append_cell_style (GString *out, int kind, gboolean total)
{
  const char *number = number_style (kind);

  g_string_append_printf (out, "<style:style style:name=\"%s\" style:family=\"table-cell\"",
                          total ? total_styles[kind] : styles[kind]);
  if (number != NULL)
    g_string_append_printf (out, " style:data-style-name=\"%s\"", number);
  g_string_append_printf (out, "><style:table-cell-properties style:vertical-align=\"top\"%s%s/>",
                          kind == SPIL_COLUMN_LONG_TEXT ? " fo:wrap-option=\"wrap\"" : "",
                          total ? " fo:border-top=\"0.75pt solid #4a6478\"" : "");
  if (total)
    g_string_append (out, "<style:text-properties fo:font-weight=\"bold\"/>");
  else if (kind == SPIL_COLUMN_ID)
    g_string_append (out, "<style:text-properties fo:color=\"#777777\"/>");
  g_string_append (out, "</style:style>");
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

void
spil_ods_append_content_begin (GString *out)
{
  g_string_append (out, content_head);
  g_string_append (out, number_styles);
  g_string_append (out, head_styles);
  for (int kind = 0; kind < (int) G_N_ELEMENTS (styles); kind++) {
    append_cell_style (out, kind, FALSE);
    append_cell_style (out, kind, TRUE);
  }
  // Styles come before all sheets, and the widths of later ones are not known yet: there is one of each.
  for (int width = SPIL_COLUMN_MIN_WIDTH; width <= SPIL_COLUMN_MAX_WIDTH; width++)
    g_string_append_printf (
        out,
        "<style:style style:name=\"w%d\" style:family=\"table-column\"><style:table-column-properties "
        "style:column-width=\"%dmm\"/></style:style>",
        width, width * 21 / 10 + 2);
  g_string_append (out, "</office:automatic-styles><office:body><office:spreadsheet>");
}

void
spil_ods_append_table_begin (GString *out, const SpilTableSheet *sheet)
{
  g_string_append (out, "<table:table table:name=\"");
  append_escaped (out, sheet->name);
  g_string_append (out, "\">");
  for (guint i = 0; i < sheet->n_columns; i++)
    g_string_append_printf (
        out, "<table:table-column table:style-name=\"w%d\" table:default-cell-style-name=\"%s\"/>",
        spil_table_column_width (&sheet->columns[i]), styles[sheet->columns[i].kind]);
  g_string_append (out, "<table:table-header-rows><table:table-row>");
  for (guint i = 0; i < sheet->n_columns; i++) {
    g_string_append_printf (out,
                            "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"><text:p>",
                            spil_table_column_is_number (&sheet->columns[i]) ? "head-number" : "head");
    append_escaped (out, sheet->columns[i].title);
    g_string_append (out, "</text:p></table:table-cell>");
  }
  g_string_append (out, "</table:table-row></table:table-header-rows>\n");
}

void
spil_ods_append_range (GString *out, const SpilTableSheet *sheet, guint number)
{
  g_autofree char *letter = spil_table_column_letter (sheet->n_columns - 1);
  g_autofree char *name = g_markup_escape_text (sheet->name, -1);

  g_string_append_printf (out,
                          "<table:database-range table:name=\"__Anonymous_Sheet_DB__%u\" "
                          "table:target-range-address=\"&apos;%s&apos;.A1:&apos;%s&apos;.%s%" G_GINT64_FORMAT
                          "\" table:display-filter-buttons=\"true\"/>",
                          number - 1, name, name, letter, sheet->last);
}

const char *
spil_ods_total_style (SpilColumnKind kind)
{
  return total_styles[kind];
}

static void
append_frozen (GString *out, const char *sheet)
{
  g_autofree char *name = g_markup_escape_text (sheet, -1);

  g_string_append_printf (
      out,
      "<config:config-item-map-entry config:name=\"%s\">"
      "<config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2</config:config-item>"
      "<config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">1</config:config-item>"
      "<config:config-item config:name=\"ActiveSplitRange\" config:type=\"short\">2</config:config-item>"
      "<config:config-item config:name=\"PositionBottom\" config:type=\"int\">1</config:config-item>"
      "</config:config-item-map-entry>",
      name);
}

char *
spil_ods_make_settings (GPtrArray *names)
{
  GString *out = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-settings xmlns:office=\"" NAMESPACE "office:1.0\" xmlns:config=\"" NAMESPACE
      "config:1.0\" "
      "xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"1.3\"><office:settings><config:config-item-set "
      "config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
      "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1</config:config-item>"
      "<config:config-item-map-named config:name=\"Tables\">");

  for (guint i = 0; i < names->len; i++)
    append_frozen (out, names->pdata[i]);
  g_string_append (
      out,
      "</config:config-item-map-named></config:config-item-map-entry>"
      "</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>");
  return g_string_free_and_steal (out);
}

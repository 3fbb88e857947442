// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-odt-private.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

const char
    *const spil_odt_namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                 "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                                 "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                 "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                                 "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                                 "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                                 "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                 "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
                                 "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
                                 "xmlns:ooow=\"http://openoffice.org/2004/writer\"";

gboolean
spil_odt_step (SpilOdt *self)
{
  self->steps++;
  if (self->progress != NULL && (self->steps % 16 == 0 || self->steps == self->all_steps))
    self->progress (MIN ((double) self->steps / self->all_steps, 1), self->chapter, self->user_data);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
put_prose (SpilOdt *self, const SpilBlock *block)
{
  static const char *const names[] = {
    [SPIL_PROSE_TITLE] = "Title",       [SPIL_PROSE_SUBTITLE] = "Subtitle", [SPIL_PROSE_LEAD] = "Lead",
    [SPIL_PROSE_BODY] = "Text_20_body", [SPIL_PROSE_NOTE] = "Note",         [SPIL_PROSE_CALLOUT] = "Callout",
    [SPIL_PROSE_CODE] = "Code",
  };

  spil_odt_put_paragraph (self, names[block->prose], block->text);
}

static void
put_item (SpilOdt *self, const SpilBlock *block)
{
  spil_odt_open (self, "List_20_Item");
  spil_odt_put_text (self->body, block->label);
  g_string_append (self->body, "<text:tab/>");
  spil_odt_put_text (self->body, block->text);
  spil_odt_close (self);
}

/* A heading, with the place that the contents list leads to. */
static void
put_heading (SpilOdt *self, const SpilBlock *block)
{
  g_autofree char *style = g_strdup_printf ("Heading_20_%d", block->level);
  const gsize start = self->body->len;

  if (block->level == 1)
    self->chapter = block->text;
  spil_odt_open (self, style);
  /* Headings are paragraphs of their own kind. */
  memcpy (self->body->str + start, "<text:h", strlen ("<text:h"));
  g_string_truncate (self->body, self->body->len - 1);
  g_string_append_printf (self->body, " text:outline-level=\"%d\"><text:bookmark text:name=\"h%d\"/>",
                          block->level, block->number);
  spil_odt_put_text (self->body, block->text);
  g_string_append (self->body, "</text:h>");
}

static void
put_contents_line (SpilOdt *self, const SpilBlock *heading)
{
  g_string_append_printf (self->body,
                          "<text:p text:style-name=\"Contents_20_1\"><text:a xlink:type=\"simple\" "
                          "xlink:href=\"#h%d\">",
                          heading->number);
  spil_odt_put_text (self->body, heading->text);
  g_string_append_printf (self->body,
                          "<text:tab/><text:bookmark-ref text:reference-format=\"page\" "
                          "text:ref-name=\"h%d\">…</text:bookmark-ref></text:a></text:p>",
                          heading->number);
}

/* A contents list that the word processor can make anew; until then its page numbers are fields. */
static void
put_contents (SpilOdt *self, const SpilBlock *block)
{
  const char *title = block->text != NULL ? block->text : "";

  g_string_append (self->body,
                   "<text:table-of-content text:name=\"Contents\" text:protected=\"false\">"
                   "<text:table-of-content-source text:outline-level=\"1\"><text:index-title-template "
                   "text:style-name=\"Contents_20_Heading\">");
  spil_odt_put_plain (self->body, title);
  g_string_append (self->body,
                   "</text:index-title-template><text:table-of-content-entry-template "
                   "text:outline-level=\"1\" text:style-name=\"Contents_20_1\"><text:index-entry-link-start/>"
                   "<text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" "
                   "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
                   "</text:table-of-content-entry-template></text:table-of-content-source><text:index-body>"
                   "<text:index-title text:name=\"Contents_Head\">");
  spil_odt_put_paragraph (self, "Contents_20_Heading", title);
  g_string_append (self->body, "</text:index-title>");
  for (int i = 0; i < spil_document_get_n_blocks (self->document); i++) {
    const SpilBlock *other = spil_document_get_block (self->document, i);

    if (other->kind == SPIL_BLOCK_HEADING && other->level == 1)
      put_contents_line (self, other);
  }
  g_string_append (self->body, "</text:index-body></text:table-of-content>");
}

/* The next paragraph begins a page, unless it is the first of one of that shape already. */
static void
begin_sheet (SpilOdt *self, SpilSheet sheet)
{
  if (self->master != NULL && self->sheet == sheet)
    return;
  self->sheet = sheet;
  self->master = sheet == SPIL_SHEET_LANDSCAPE ? "Landscape" : "Standard";
}

static gboolean
put_block (SpilOdt *self, const SpilBlock *block, GError **error)
{
  switch (block->kind) {
  case SPIL_BLOCK_HEADING:
    put_heading (self, block);
    break;
  case SPIL_BLOCK_CONTENTS:
    put_contents (self, block);
    break;
  case SPIL_BLOCK_FACTS:
    spil_odt_put_facts (self, block);
    break;
  case SPIL_BLOCK_TABLE:
    return spil_odt_put_table (self, block);
  case SPIL_BLOCK_CHART:
    return spil_odt_put_chart (self, block, error) && spil_odt_step (self);
  case SPIL_BLOCK_SHEET:
    begin_sheet (self, block->sheet);
    break;
  case SPIL_BLOCK_LINES:
    for (int i = 0; i < block->lines; i++)
      spil_odt_put_paragraph (self, "Writing_20_Line", "");
    break;
  case SPIL_BLOCK_ITEM:
    put_item (self, block);
    break;
  case SPIL_BLOCK_PROSE:
  default:
    put_prose (self, block);
    break;
  }
  return spil_odt_step (self);
}

static int
count_steps (SpilDocument *document)
{
  int steps = 0;

  for (int i = 0; i < spil_document_get_n_blocks (document); i++) {
    const SpilBlock *block = spil_document_get_block (document, i);

    steps += block->kind == SPIL_BLOCK_TABLE ? spil_document_table_get_n_rows (block->table) : 1;
  }
  return MAX (steps, 1);
}

static gboolean
add_part (SpilOdt *self, const char *name, GString *xml, GError **error)
{
  return spil_zip_add (self->zip, name, xml->str, xml->len, SPIL_ZIP_DEFLATE, error);
}

static gboolean
add_content (SpilOdt *self, GError **error)
{
  g_autoptr (GString) xml = g_string_sized_new (self->body->len + self->styles->len + 4096);

  g_string_append_printf (xml,
                          XML_HEAD "<office:document-content %s office:version=\"1.3\">"
                                   "<office:automatic-styles>",
                          spil_odt_namespaces);
  spil_odt_put_text_styles (self, xml);
  g_string_append_len (xml, self->styles->str, (gssize) self->styles->len);
  g_string_append (xml, "</office:automatic-styles><office:body><office:text><text:sequence-decls>"
                        "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/>"
                        "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Figure\"/>"
                        "</text:sequence-decls>");
  g_string_append_len (xml, self->body->str, (gssize) self->body->len);
  g_string_append (xml, "</office:text></office:body></office:document-content>");
  return add_part (self, "content.xml", xml, error);
}

static void
put_property (GString *xml, const char *name, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (xml, "<%s>", name);
  spil_odt_put_plain (xml, text);
  g_string_append_printf (xml, "</%s>", name);
}

static gboolean
add_meta (SpilOdt *self, GError **error)
{
  SpilDocument *document = self->document;
  g_autofree char *made = spil_time_to_iso (spil_document_get_made (document));
  g_autoptr (GString) xml = g_string_new (NULL);

  g_string_append_printf (xml, XML_HEAD "<office:document-meta %s office:version=\"1.3\"><office:meta>",
                          spil_odt_namespaces);
  put_property (xml, "meta:generator", "Spil");
  put_property (xml, "dc:title", spil_document_get_title (document));
  put_property (xml, "dc:subject", spil_document_get_subject (document));
  put_property (xml, "meta:initial-creator", spil_document_get_author (document));
  put_property (xml, "meta:creation-date", made);
  put_property (xml, "dc:creator", spil_document_get_author (document));
  put_property (xml, "dc:date", made);
  put_property (xml, "dc:language", "nl-NL");
  g_string_append (xml, "</office:meta></office:document-meta>");
  return add_part (self, "meta.xml", xml, error);
}

static gboolean
add_manifest (SpilOdt *self, GError **error)
{
  g_autoptr (GString) xml = g_string_new (
      XML_HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
               "manifest:version=\"1.3\">"
               "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
               "manifest:media-type=\"" MIMETYPE "\"/>");

  for (const char *const *name = (const char *const[]) { "content.xml", "styles.xml", "meta.xml", NULL };
       *name != NULL; name++)
    g_string_append_printf (
        xml, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>", *name);
  g_string_append_len (xml, self->manifest->str, (gssize) self->manifest->len);
  g_string_append (xml, "</manifest:manifest>");
  return add_part (self, "META-INF/manifest.xml", xml, error);
}

/* The name of the format comes first, as it is: that is how files of it are known. */
static gboolean
write_parts (SpilOdt *self, GError **error)
{
  g_autoptr (GString) styles = NULL;
  gboolean ok = spil_zip_add (self->zip, "mimetype", MIMETYPE, strlen (MIMETYPE), SPIL_ZIP_STORE, error);

  for (int i = 0; i < spil_document_get_n_blocks (self->document) && ok; i++)
    ok = put_block (self, spil_document_get_block (self->document, i), error);
  if (!ok) {
    if (error == NULL || *error == NULL)
      g_cancellable_set_error_if_cancelled (self->cancellable, error);
    return FALSE;
  }
  styles = spil_odt_make_styles (self);
  return add_content (self, error) && add_part (self, "styles.xml", styles, error) &&
         add_meta (self, error) && add_manifest (self, error) && spil_zip_finish (self->zip, error);
}

gboolean
spil_odt_write (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
                SpilReportProgress progress, gpointer user_data, GError **error)
{
  SpilOdt self = {
    .document = document, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  g_autoptr (GError) local = NULL;
  gboolean ok;

  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  spil_chart_style_init (&self.style, SPIL_LOOK_PRINT, 8.5);
  self.palette = self.style.palette;
  self.zip = spil_zip_new (stream, spil_document_get_made (document), cancellable);
  self.body = g_string_sized_new (64 * 1024);
  self.styles = g_string_new (NULL);
  self.manifest = g_string_new (NULL);
  self.made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.chapter = spil_document_get_title (document);
  self.master = "First_20_Page";
  self.all_steps = count_steps (document);
  ok = write_parts (&self, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  spil_zip_free (self.zip);
  g_string_free (self.body, TRUE);
  g_string_free (self.styles, TRUE);
  g_string_free (self.manifest, TRUE);
  g_hash_table_unref (self.made);
  return ok;
}

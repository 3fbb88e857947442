// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <string.h>

#include "pdf-fixture.h"
#include "spil-funnel.h"
#include "spil-odt.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

/* A document on its way to the bytes of a file. */
typedef struct
{
  char *folder;
  SpilDocument *document;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_make_folder ();
  self->document = spil_document_new ("Verslag van het kwartaal");
  spil_document_set_author (self->document, "Proef Persoon");
  spil_document_set_subject (self->document, "Onderwerp");
  spil_document_set_running (self->document, "Programma links", "Periode rechts");
  spil_document_set_made (self->document, spil_time (1546300800000));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  spil_document_free (self->document);
  fixture_remove_folder (self->folder);
}

static GBytes *
write_odt (SpilDocument *document)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GError *error = NULL;

  spil_odt_write (document, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
run (const char *const *arguments)
{
  GError *error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return g_strndup (g_bytes_get_size (out) > 0 ? g_bytes_get_data (out, NULL) : "", g_bytes_get_size (out));
}

/* What unzip takes out of the document as it is written now; checked to be well-formed where it is XML. */
static char *
part (Fixture *self, const char *name)
{
  g_autoptr (GBytes) bytes = write_odt (self->document);
  g_autofree char *path = g_build_filename (self->folder, "verslag.odt", NULL);
  char *text;

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  text = run ((const char *const[]) { "unzip", "-p", path, name, NULL });
  if (g_str_has_suffix (name, ".xml")) {
    g_autofree char *file = g_build_filename (self->folder, "deel.xml", NULL);

    g_assert_true (g_file_set_contents (file, text, -1, NULL));
    g_free (run ((const char *const[]) { "xmllint", "--noout", "--nonet", file, NULL }));
  }
  return text;
}

static SpilDocumentTable *
make_table (int rows, const char *text)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, "Omschrijving", SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, "Bedrag", SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_row (table, SPIL_ROW_GROUP);
  spil_document_table_put (table, "Groep");
  for (int i = 0; i < rows; i++) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_put_mark (table, SPIL_MARK_YES, text);
    spil_document_table_put (table, "1.234,50");
  }
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);
  spil_document_table_put (table, "Totaal");
  spil_document_table_put (table, "951.500,00");
  return table;
}

static SpilChart *
make_chart (void)
{
  SpilFunnel *funnel = spil_funnel_new ();

  spil_funnel_add_stage (funnel, "Bekendheid", 240, 79);
  spil_funnel_add_stage (funnel, "Interesse <&>", 161, 71);
  spil_funnel_set_unit (funnel, "werkgevers");
  return spil_funnel_to_chart (funnel);
}

/* The first entry is what files of this format are known by: at its fixed place, as it is. */
static void
test_archive (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_odt (self->document);
  g_autofree char *path = g_build_filename (self->folder, "verslag.odt", NULL);
  const char *raw = g_bytes_get_data (bytes, NULL);
  const guint8 *head = g_bytes_get_data (bytes, NULL);
  g_autofree char *list = NULL;

  g_assert_true (memcmp (raw, "PK\x03\x04", 4) == 0);
  g_assert_cmpint (head[8] | head[9] << 8, ==, 0);
  g_assert_cmpint (head[6] & 0x08, ==, 0);
  g_assert_cmpint (head[28] | head[29] << 8, ==, 0);
  g_assert_true (memcmp (raw + 30, "mimetype" MIMETYPE "PK", strlen ("mimetype" MIMETYPE "PK")) == 0);
  g_assert_true (g_file_set_contents (path, raw, (gssize) g_bytes_get_size (bytes), NULL));
  g_free (run ((const char *const[]) { "unzip", "-tq", path, NULL }));
  list = run ((const char *const[]) { "unzip", "-Z1", path, NULL });
  g_assert_cmpstr (list, ==, "mimetype\ncontent.xml\nstyles.xml\nmeta.xml\nMETA-INF/manifest.xml\n");
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  g_autofree char *meta = part (self, "meta.xml");
  g_autofree char *manifest = part (self, "META-INF/manifest.xml");
  g_autofree char *styles = part (self, "styles.xml");
  g_autofree char *content = part (self, "content.xml");

  g_assert_nonnull (strstr (meta, "<dc:title>Verslag van het kwartaal</dc:title>"));
  g_assert_nonnull (strstr (meta, "<dc:creator>Proef Persoon</dc:creator>"));
  g_assert_nonnull (strstr (meta, "<dc:language>nl-NL</dc:language>"));
  g_assert_nonnull (strstr (meta, "2019-01-01T"));
  g_assert_nonnull (
      strstr (manifest, "manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MIMETYPE));
  g_assert_nonnull (strstr (styles, "fo:language=\"nl\" fo:country=\"NL\""));
  g_assert_nonnull (strstr (styles, "Programma links<text:tab/>Periode rechts"));
  g_assert_nonnull (strstr (styles, "<text:page-number text:select-page=\"current\">1</text:page-number>"));
  g_assert_nonnull (strstr (styles, "<text:page-count>1</text:page-count>"));
  g_assert_nonnull (strstr (content, "<office:text>"));
}

/* Each style that the text uses is there. */
static void
assert_styles_known (Fixture *self)
{
  g_autofree char *content = part (self, "content.xml");
  g_autofree char *styles = part (self, "styles.xml");
  g_autoptr (GRegex) uses = g_regex_new ("(?:style-name|master-page-name)=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int n = 0;

  g_regex_match (uses, content, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++) {
    g_autofree char *name = g_match_info_fetch (match, 1);
    g_autofree char *made = g_strdup_printf ("style:name=\"%s\"", name);

    if (strstr (styles, made) == NULL && strstr (content, made) == NULL)
      g_error ("there is no style %s", name);
  }
  g_assert_cmpint (n, >, 0);
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;

  spil_document_add_prose (self->document, SPIL_PROSE_TITLE, "Titel");
  spil_document_add_contents (self->document, "Inhoud");
  spil_document_add_sheet (self->document, SPIL_SHEET_LANDSCAPE);
  spil_document_add_heading (self->document, 1, "Eerste hoofdstuk");
  spil_document_add_heading (self->document, 2, "Eerste paragraaf");
  spil_document_take_table (self->document, "Posten", make_table (3, "regel"), g_strdup ("Bron: boekingen"));
  spil_document_take_table (self->document, NULL, make_table (1, "zonder titel"), NULL);
  spil_document_add_facts (self->document, 3);
  for (int i = 0; i < 4; i++)
    spil_document_take_fact (self->document, SPIL_MARK_GREEN, g_strdup ("Naam"), g_strdup ("Waarde"), NULL);
  spil_document_add_lines (self->document, 5);
  content = part (self, "content.xml");
  g_assert_nonnull (strstr (content,
                            "<text:h text:style-name=\"Heading_20_1_on_Landscape\" text:outline-level=\"1\">"
                            "<text:bookmark text:name=\"h0\"/>Eerste hoofdstuk</text:h>"));
  g_assert_nonnull (strstr (content, "text:outline-level=\"2\""));
  g_assert_nonnull (strstr (content, "xlink:href=\"#h0\""));
  g_assert_nonnull (strstr (content, "text:ref-name=\"h0\""));
  g_assert_cmpint (fixture_count (content, "<table:table-header-rows>"), ==, 2);
  g_assert_cmpint (fixture_count (content, "<text:sequence "), ==, 1);
  g_assert_cmpint (fixture_count (content, "Table_20_Number"), ==, 4);
  g_assert_cmpint (fixture_count (content, "Table_20_Total_20_Number"), ==, 2);
  g_assert_cmpint (fixture_count (content, "table:number-columns-spanned=\"2\""), ==, 2);
  g_assert_cmpint (fixture_count (content, "<table:covered-table-cell/>"), ==, 2);
  g_assert_cmpint (fixture_count (content, "Writing_20_Line"), ==, 5);
  g_assert_cmpint (fixture_count (content, "Fact_20_Value"), ==, 4);
  g_assert_nonnull (strstr (content, "Bron: boekingen"));
  assert_styles_known (self);
}

/* The columns fill the page, whatever is in them. */
static void
test_widths (Fixture *self, gconstpointer data)
{
  g_autoptr (GRegex) widths = g_regex_new ("style:column-width=\"([0-9]+)\\.([0-9])pt\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *content = NULL;
  int tenths = 0;

  spil_document_take_table (self->document, "Posten",
                            make_table (2, "Een heel lange omschrijving van een post"), NULL);
  content = part (self, "content.xml");
  g_regex_match (widths, content, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *whole = g_match_info_fetch (match, 1), *rest = g_match_info_fetch (match, 2);

    tenths += (int) g_ascii_strtoll (whole, NULL, 10) * 10 + (int) g_ascii_strtoll (rest, NULL, 10);
  }
  /* A4 less the margins. */
  g_assert_cmpint (ABS (tenths - 4819), <=, 2);
}

/* What people type is text, whatever it looks like. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "</text:p></office:text><script>&amp;&lt;\"'",
    "]]><!-- <?xml?> &#0; &unknown;",
    "a\x01\x0b\x7f\u202e\ufffe\uffff b",
    "twee  spaties   en\nregels\n\nen\teen tab",
    " vooraan",
    "\xff\xfe kapot \xc3",
  };
  g_autofree char *content = NULL, *meta = NULL, *styles = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    spil_document_add_heading (self->document, 1, texts[i]);
    spil_document_add_prose (self->document, SPIL_PROSE_BODY, texts[i]);
    spil_document_take_table (self->document, texts[i], make_table (1, texts[i]), g_strdup (texts[i]));
    spil_document_set_author (self->document, texts[i]);
    spil_document_set_stamp (self->document, texts[i]);
    spil_document_set_running (self->document, texts[i], texts[i]);
    g_free (part (self, "content.xml"));
    g_free (part (self, "meta.xml"));
    g_free (part (self, "styles.xml"));
  }
  content = part (self, "content.xml");
  meta = part (self, "meta.xml");
  styles = part (self, "styles.xml");
  g_assert_null (strstr (content, "<script>"));
  g_assert_cmpint (fixture_count (content, "</office:text>"), ==, 1);
  g_assert_nonnull (strstr (
      content, "twee <text:s text:c=\"1\"/>spaties <text:s text:c=\"2\"/>en<text:line-break/>regels"));
  g_assert_nonnull (strstr (content, "<text:s/>vooraan"));
  g_assert_nonnull (strstr (content, "&lt;/text:p&gt;"));
}

/* A chart is there as a drawing, as a picture for what cannot show that, and in words. */
static void
test_chart (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilChart) chart = make_chart ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autofree char *content = NULL, *manifest = NULL, *path = NULL, *svg = NULL, *list = NULL;

  spil_document_take_chart (self->document, "Trechter", spil_chart_ref (chart), 0, g_strdup ("Bron: fasen"));
  content = part (self, "content.xml");
  manifest = part (self, "META-INF/manifest.xml");
  path = g_build_filename (self->folder, "verslag.odt", NULL);
  list = run ((const char *const[]) { "unzip", "-Z1", path, NULL });
  g_assert_true (g_str_has_prefix (list, "mimetype\nPictures/chart1.svg\nPictures/chart1.png\n"));
  g_assert_nonnull (
      strstr (manifest, "manifest:full-path=\"Pictures/chart1.png\" manifest:media-type=\"image/png\""));
  g_assert_nonnull (strstr (content, "<svg:title>Trechter</svg:title><svg:desc>"));
  g_assert_nonnull (strstr (content, "Interesse &lt;&amp;&gt;"));
  g_assert_null (strstr (content, summary));
  g_assert_true (strstr (content, "chart1.svg") < strstr (content, "chart1.png"));
  svg = run ((const char *const[]) { "unzip", "-p", path, "Pictures/chart1.svg", NULL });
  g_assert_nonnull (strstr (svg, "<svg "));
  assert_styles_known (self);
}

/* The picture can be read by what reads pictures, and holds the drawing. */
static void
test_png (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "verslag.odt", NULL);
  g_autofree char *png = g_build_filename (self->folder, "chart1.png", NULL);
  cairo_surface_t *image;
  gboolean white = TRUE;

  spil_document_take_chart (self->document, "Trechter", make_chart (), 0, NULL);
  g_free (part (self, "content.xml"));
  g_free (
      run ((const char *const[]) { "unzip", "-oqj", path, "Pictures/chart1.png", "-d", self->folder, NULL }));
  image = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), >, 600);
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image) * 4; x++)
      white = white && (x % 4 == 3 || cairo_image_surface_get_data (
                                          image)[y * cairo_image_surface_get_stride (image) + x] == 0xff);
  g_assert_false (white);
  cairo_surface_destroy (image);
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  spil_document_add_prose (self->document, SPIL_PROSE_TITLE, "Titel");
  spil_document_take_table (self->document, "Posten", make_table (20, "regel"), NULL);
  spil_document_take_chart (self->document, "Trechter", make_chart (), 0, NULL);
  first = write_odt (self->document);
  second = write_odt (self->document);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  spil_document_take_table (self->document, "Posten", make_table (20, "regel"), NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (spil_odt_write (self->document, stream, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/odt/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("archive", test_archive);
  ADD ("parts", test_parts);
  ADD ("structure", test_structure);
  ADD ("widths", test_widths);
  ADD ("hostile", test_hostile);
  ADD ("chart", test_chart);
  ADD ("png", test_png);
  ADD ("same-bytes", test_same_bytes);
  ADD ("cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <string.h>

#include "pdf-fixture.h"
#include "spil-gantt.h"
#include "spil-pdf.h"

/* A document on its way to a file. */
typedef struct
{
  char *folder;
  char *path;
  SpilDocument *document;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_make_folder ();
  self->path = g_build_filename (self->folder, "verslag.pdf", NULL);
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
  g_free (self->path);
  fixture_remove_folder (self->folder);
}

static int
write_pdf (Fixture *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileOutputStream) stream = NULL;
  GError *error = NULL;
  int n_pages = 0;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  spil_pdf_write (self->document, G_OUTPUT_STREAM (stream), NULL, NULL, NULL, &n_pages, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  return n_pages;
}

/* A table of @rows lines with a total. */
static SpilDocumentTable *
make_table (int rows, const char *text)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, "Nummer", SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, "Omschrijving", SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, "Bedrag", SPIL_COLUMN_NUMBER, 0);
  for (int i = 0; i < rows; i++) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, g_strdup_printf ("%d", i + 1));
    spil_document_table_put (table, text);
    spil_document_table_put (table, "1.234,50");
  }
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);
  spil_document_table_put (table, "");
  spil_document_table_put (table, "Totaal");
  spil_document_table_put (table, "951.500,00");
  return table;
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (write_pdf (self), ==, 1);
  g_assert_cmpint (fixture_pdf_pages (self->path), ==, 1);
  text = fixture_pdf_text (self->path, 0);
  g_assert_nonnull (strstr (text, "1 of 1"));
}

/* The titles of a table stand on each page that it takes, its rows once. */
static void
test_long_table (Fixture *self, gconstpointer data)
{
  int n_pages;

  spil_document_add_heading (self->document, 1, "Begroting");
  spil_document_take_table (self->document, "Posten", make_table (100, "regel"),
                            g_strdup ("Bron: boekingen"));
  n_pages = write_pdf (self);
  g_assert_cmpint (n_pages, ==, 3);
  g_assert_cmpint (fixture_pdf_pages (self->path), ==, 3);
  for (int page = 1; page <= n_pages; page++) {
    g_autofree char *text = fixture_pdf_text (self->path, page);
    g_autofree char *number = g_strdup_printf ("%d of %d", page, n_pages);

    g_assert_cmpint (fixture_count (text, "Omschrijving"), ==, 1);
    g_assert_nonnull (strstr (text, number));
    g_assert_true ((strstr (text, "Programma links") != NULL) == (page > 1));
    g_assert_true ((strstr (text, "951.500,00") != NULL) == (page == n_pages));
    g_assert_true ((strstr (text, "Bron: boekingen") != NULL) == (page == n_pages));
  }
}

static void
test_all_rows_once (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  spil_document_take_table (self->document, "Posten", make_table (500, "regel"), NULL);
  write_pdf (self);
  text = fixture_pdf_text (self->path, 0);
  g_assert_cmpint (fixture_count (text, "1.234,50"), ==, 500);
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  g_autofree char *info = NULL, *structure = NULL, *fonts = NULL;

  spil_document_add_prose (self->document, SPIL_PROSE_TITLE, "Titel");
  spil_document_add_contents (self->document, "Inhoud");
  spil_document_add_sheet (self->document, SPIL_SHEET_PORTRAIT);
  spil_document_add_heading (self->document, 1, "Eerste hoofdstuk");
  spil_document_add_heading (self->document, 2, "Eerste paragraaf");
  spil_document_take_table (self->document, "Posten", make_table (80, "regel"), NULL);
  write_pdf (self);
  info = fixture_pdf_info (self->path);
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Verslag van het kwartaal"));
  g_assert_nonnull (strstr (info, "Proef Persoon"));
  g_assert_nonnull (strstr (info, "Onderwerp"));
  g_assert_nonnull (strstr (info, "CreationDate:    Tue Jan  1"));
  structure = fixture_pdf_structure (self->path);
  g_assert_true (g_str_has_prefix (structure, "Document"));
  for (const char *const *tag =
           (const char *const[]) { "TOCI", "Link", "H1", "H2", "Table", "Caption", "TH", "TD", NULL };
       *tag != NULL; tag++)
    g_assert_nonnull (strstr (structure, *tag));
  /* The repeated titles and the page numbers are no part of what is read. */
  g_assert_cmpint (fixture_count (structure, "Omschrijving"), ==, 1);
  g_assert_null (strstr (structure, "2 of"));
  fonts = fixture_pdf_fonts (self->path);
  g_assert_null (strstr (fonts, " no  yes "));
}

/* A heading is never the last thing on a page. */
static void
test_heading_stays (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 60; i++) {
    g_autofree char *heading = g_strdup_printf ("Kop %d einde", i);
    g_autofree char *body = g_strdup_printf ("Tekst %d einde", i);

    spil_document_add_heading (self->document, 2, heading);
    spil_document_add_prose (self->document, SPIL_PROSE_BODY, body);
  }
  for (int page = write_pdf (self); page > 0; page--) {
    g_autofree char *text = fixture_pdf_text (self->path, page);

    g_assert_cmpint (fixture_count (text, "Kop"), ==, fixture_count (text, "Tekst"));
  }
}

/* Long words break, hostile texts neither stop the report nor turn it around. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (1024 * 1024, 'm');
  const char *texts[] = {
    "Bereikbaarheidsfondssubsidieverleningsbeschikkingsprocedurevoorbereidingswerkzaamheden",
    "<b>vet</b> & <span foreground=\"red\">rood</span>",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d",
    "emoji \xf0\x9f\x9a\xb2\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
    "kapot \xff\xfe",
    "\xe2\x80\xae"
    "achterstevoren",
    "",
    endless,
  };
  g_autofree char *text = NULL;
  int n_pages;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    spil_document_add_heading (self->document, 2, texts[i]);
    spil_document_add_prose (self->document, SPIL_PROSE_BODY, texts[i]);
    spil_document_add_facts (self->document, 4);
    spil_document_take_fact (self->document, SPIL_MARK_NONE, g_strdup (texts[i]), g_strdup (texts[i]), NULL);
    spil_document_take_table (self->document, texts[i], make_table (1, texts[i]), g_strdup (texts[i]));
  }
  n_pages = write_pdf (self);
  g_assert_cmpint (n_pages, <, 60);
  text = fixture_pdf_text (self->path, 0);
  g_assert_nonnull (strstr (text, "<b>vet</b> & <span"));
  g_assert_nonnull (strstr (text, "achterstevoren"));
  g_assert_null (strstr (
      text, "BereikbaarheidsfondssubsidieverleningsbeschikkingsprocedurevoorbereidingswerkzaamhedenBer"));
}

static void
test_chart (Fixture *self, gconstpointer data)
{
  SpilGantt *gantt = spil_gantt_new ();
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;
  g_autofree char *info = NULL, *structure = NULL, *text = NULL;

  row.label = "Doorgaan";
  row.start = spil_day_from_ymd (2018, 7, 1);
  row.finish = spil_day_from_ymd (2018, 12, 31);
  for (int i = 0; i < 80; i++)
    spil_gantt_add_row (gantt, &row);
  spil_document_add_sheet (self->document, SPIL_SHEET_LANDSCAPE);
  spil_document_take_chart (self->document, "Planning", spil_gantt_to_chart (gantt), 0,
                            g_strdup ("Bron: planning"));
  spil_document_add_sheet (self->document, SPIL_SHEET_PORTRAIT);
  g_assert_cmpint (write_pdf (self), >, 2);
  structure = fixture_pdf_structure (self->path);
  g_assert_nonnull (strstr (structure, "Figure"));
  text = fixture_pdf_text (self->path, 0);
  g_assert_cmpint (fixture_count (text, "Doorgaan"), ==, 80);
  info = fixture_pdf_info (self->path);
  g_assert_nonnull (strstr (info, "A4"));
}

static void
test_stamp (Fixture *self, gconstpointer data)
{
  spil_document_set_stamp (self->document, "DEMO");
  spil_document_take_table (self->document, "Posten", make_table (120, "regel"), NULL);
  for (int page = write_pdf (self); page > 0; page--) {
    g_autofree char *text = fixture_pdf_text (self->path, page);

    g_assert_nonnull (strstr (text, "DEMO"));
  }
}

/* The same document gives the same bytes. */
static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  spil_document_add_heading (self->document, 1, "Begroting");
  spil_document_take_table (self->document, "Posten", make_table (10, "regel"), NULL);
  write_pdf (self);
  g_assert_true (g_file_get_contents (self->path, &first, &first_length, NULL));
  write_pdf (self);
  g_assert_true (g_file_get_contents (self->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
on_progress_cancel_cb (double fraction, const char *what, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  if (fraction > 0.6)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  spil_document_take_table (self->document, "Posten", make_table (300, "regel"), NULL);
  g_assert_false (
      spil_pdf_write (self->document, stream, cancellable, on_progress_cancel_cb, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A stream that is full is told as such. */
static void
test_full (Fixture *self, gconstpointer data)
{
  char small[1000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  g_autoptr (GError) error = NULL;

  spil_document_take_table (self->document, "Posten", make_table (300, "regel"), NULL);
  g_assert_false (spil_pdf_write (self->document, stream, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/report/pdf/empty", test_empty);
  ADD ("/report/pdf/long-table", test_long_table);
  ADD ("/report/pdf/all-rows-once", test_all_rows_once);
  ADD ("/report/pdf/structure", test_structure);
  ADD ("/report/pdf/heading-stays", test_heading_stays);
  ADD ("/report/pdf/hostile", test_hostile);
  ADD ("/report/pdf/chart", test_chart);
  ADD ("/report/pdf/stamp", test_stamp);
  ADD ("/report/pdf/same-bytes", test_same_bytes);
  ADD ("/report/pdf/cancel", test_cancel);
  ADD ("/report/pdf/full", test_full);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Pages that go to a printer, drawn on a PDF surface as GTK does it, and read back. */
#include <cairo-pdf.h>
#include <string.h>

#include "pdf-fixture.h"
#include "spil-pdf-pages.h"
#include "spil-pdf.h"

static SpilDocument *
make_document (gboolean wide, int rows)
{
  SpilDocument *document = spil_document_new ("Lijst van proef");
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_set_compact (document, TRUE);
  spil_document_set_running (document, "Programma · Lijst", "15-11-2018");
  spil_document_set_stamp (document, "DEMO");
  if (wide)
    spil_document_add_sheet (document, SPIL_SHEET_LANDSCAPE);
  spil_document_add_prose (document, SPIL_PROSE_TITLE, "Lijst van proef");
  spil_document_table_add_column (table, "Naam", SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, "Bedrag", SPIL_COLUMN_NUMBER, 0);
  for (int i = 0; i < rows; i++) {
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, g_strdup_printf ("Regel %d", i + 1));
    spil_document_table_put (table, "1.234,50");
  }
  spil_document_take_table (document, NULL, table, NULL);
  return document;
}

/* Draws all pages as a printer's context would, each of its own size. */
static void
print_to (const SpilPdfPages *pages, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 100, 100);
  cairo_t *cr = cairo_create (surface);

  for (int i = 0; i < spil_pdf_pages_get_n (pages); i++) {
    double width, height;

    spil_pdf_pages_get_size (pages, i, &width, &height);
    cairo_pdf_surface_set_size (surface, width, height);
    spil_pdf_pages_draw (pages, i, cr);
    cairo_show_page (cr);
  }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

typedef struct
{
  const char *name;
  SpilPdfPaper paper;
  gboolean wide; /* the document asks for it */
  double width; /* of the pages that come of it */
  double height;
} Case;

static const Case cases[] = {
  { "a4", { .short_side = 595.276, .long_side = 841.89 }, FALSE, 595.276, 841.89 },
  { "a4-wide-document", { .short_side = 595.276, .long_side = 841.89 }, TRUE, 841.89, 595.276 },
  { "a4-wide-paper", { .short_side = 595.276, .long_side = 841.89, .wide = TRUE }, FALSE, 841.89, 595.276 },
  { "letter", { .short_side = 612, .long_side = 792 }, FALSE, 612, 792 },
  { "letter-margin", { .short_side = 612, .long_side = 792, .margin = 90 }, FALSE, 612, 792 },
};

static void
test_paper (gconstpointer data)
{
  const Case *c = data;
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "blad.pdf", NULL);
  g_autoptr (SpilDocument) document = make_document (c->wide, 120);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPdfPages) pages = spil_pdf_pages_new (document, &c->paper, NULL, NULL, NULL, &error);
  g_autofree char *text = NULL;
  double width, height;
  int n;

  g_assert_no_error (error);
  n = spil_pdf_pages_get_n (pages);
  g_assert_cmpint (n, >=, 2);
  spil_pdf_pages_get_size (pages, n - 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, c->width, 0.01);
  g_assert_cmpfloat_with_epsilon (height, c->height, 0.01);
  print_to (pages, path);
  g_assert_cmpint (fixture_pdf_pages (path), ==, n);
  text = fixture_pdf_text (path, 0);
  /* All rows, each once; titles, stamp and number on every page. */
  g_assert_cmpint (fixture_count (text, "Regel "), ==, 120);
  g_assert_cmpint (fixture_count (text, "Naam"), ==, n);
  g_assert_cmpint (fixture_count (text, "DEMO"), ==, n);
  g_assert_nonnull (strstr (text, "Programma · Lijst"));
  fixture_remove_folder (folder);
}

/* On A4 the pages are those of the PDF. */
static void
test_same_as_pdf (void)
{
  g_autoptr (SpilDocument) document = make_document (FALSE, 333);
  g_autoptr (SpilPdfPages) pages = spil_pdf_pages_new (document, &SPIL_PDF_A4, NULL, NULL, NULL, NULL);

  g_assert_cmpint (spil_pdf_pages_get_n (pages), ==, spil_pdf_count_pages (document));
}

/* A table without titles has no room for them. */
static void
test_no_titles (void)
{
  g_autoptr (SpilDocument) document = spil_document_new ("Rijen");
  SpilDocumentTable *table = spil_document_table_new ();
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "rijen.pdf", NULL);
  g_autoptr (SpilPdfPages) pages = NULL;
  g_autofree char *text = NULL;

  spil_document_table_add_column (table, "", SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, "Enige rij");
  spil_document_take_table (document, NULL, table, NULL);
  pages = spil_pdf_pages_new (document, &SPIL_PDF_A4, NULL, NULL, NULL, NULL);
  print_to (pages, path);
  text = fixture_pdf_text (path, 1);
  g_assert_cmpint (fixture_count (text, "Enige rij"), ==, 1);
  fixture_remove_folder (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (SpilDocument) document = make_document (FALSE, 200);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (spil_pdf_pages_new (document, &SPIL_PDF_A4, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/pdf-pages/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_paper);
  }
  g_test_add_func ("/pdf-pages/same-as-pdf", test_same_as_pdf);
  g_test_add_func ("/pdf-pages/no-titles", test_no_titles);
  g_test_add_func ("/pdf-pages/cancelled", test_cancelled);
  return g_test_run ();
}

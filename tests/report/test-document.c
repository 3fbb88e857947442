// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-document.h"
#include "spil-report-text.h"

typedef struct
{
  const char *text;
  int max_chars;
  const char *expected;
} TextCase;

static const TextCase text_cases[] = {
  { NULL, 10, NULL },
  { "", 10, "" },
  { "gewoon", 10, "gewoon" },
  { "twee\nregels", 20, "twee\nregels" },
  { "tab\tteken", 20, "tab teken" },
  { "bel\a en \x1b[31m", 20, "bel en [31m" },
  { "\xe2\x80\xae"
    "omgekeerd",
    20, "omgekeerd" },
  { "fout\xff", 20, "fout\xef\xbf\xbd" },
  { "precies tien", 12, "precies tien" },
  { "precies tien", 10, "precies t…" },
  { "ééééé", 3, "éé…" },
};

static void
test_clean (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++) {
    g_autofree char *clean = spil_report_text_clean (text_cases[i].text, text_cases[i].max_chars);

    g_assert_cmpstr (clean, ==, text_cases[i].expected);
  }
}

static void
test_endless (void)
{
  g_autofree char *endless = g_strnfill (1024 * 1024, 'x');
  g_autofree char *clean = spil_report_text_clean (endless, 600);

  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 600);
  g_assert_true (g_str_has_suffix (clean, "…"));
}

static void
test_table (void)
{
  g_autoptr (SpilDocumentTable) table = spil_document_table_new ();

  spil_document_table_add_column (table, "Post", SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, "Bedrag", SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put_mark (table, SPIL_MARK_YES, "Fonds");
  spil_document_table_take (table, g_strdup ("1,00"));
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);

  g_assert_cmpint (spil_document_table_get_n_columns (table), ==, 2);
  g_assert_cmpint (spil_document_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (spil_document_table_get_title (table, 1), ==, "Bedrag");
  g_assert_cmpint (spil_document_table_get_column (table, 1), ==, SPIL_COLUMN_NUMBER);
  g_assert_cmpfloat (spil_document_table_get_weight (table, 0), ==, 1);
  g_assert_cmpint (spil_document_table_get_row (table, 1), ==, SPIL_ROW_TOTAL);
  g_assert_cmpstr (spil_document_table_get_text (table, 0, 0), ==, "Fonds");
  g_assert_cmpint (spil_document_table_get_mark (table, 0, 0), ==, SPIL_MARK_YES);
  g_assert_cmpstr (spil_document_table_get_text (table, 0, 1), ==, "1,00");
  g_assert_cmpstr (spil_document_table_get_text (table, 1, 1), ==, "");
}

static void
test_blocks (void)
{
  g_autoptr (SpilDocument) document = spil_document_new ("Verslag");
  SpilDocumentTable *table = spil_document_table_new ();
  const SpilBlock *block;

  spil_document_add_heading (document, 1, "Begroting");
  spil_document_take_prose (document, SPIL_PROSE_BODY, NULL);
  spil_document_add_facts (document, 3);
  spil_document_take_fact (document, SPIL_MARK_GREEN, g_strdup ("Geld"), g_strdup ("Groen"), NULL);
  spil_document_table_add_column (table, "Post", SPIL_COLUMN_TEXT, 1);
  spil_document_take_table (document, "Posten", table, g_strdup ("Bron"));
  spil_document_add_heading (document, 2, "Fonds");

  g_assert_cmpint (spil_document_get_n_blocks (document), ==, 4);
  g_assert_cmpint (spil_document_get_n_headings (document), ==, 2);
  block = spil_document_get_block (document, 1);
  g_assert_cmpint (block->facts->len, ==, 1);
  g_assert_cmpstr (g_array_index (block->facts, SpilFact, 0).value, ==, "Groen");
  block = spil_document_get_block (document, 2);
  g_assert_cmpint (block->number, ==, 1);
  g_assert_cmpstr (block->source, ==, "Bron");
  g_assert_cmpint (spil_document_get_block (document, 3)->number, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/document/clean", test_clean);
  g_test_add_func ("/report/document/endless", test_endless);
  g_test_add_func ("/report/document/table", test_table);
  g_test_add_func ("/report/document/blocks", test_blocks);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "fuzz.h"
#include "spil-guide.h"
#include "spil-help.h"
#include "spil-pdf.h"

#define HEAD "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"x\"><info><desc>D.</desc></info><title>T</title>"

static SpilHelpPage *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return spil_help_page_read ("x", bytes, error);
}

static const SpilHelpBlock *
block (const SpilHelpPage *page, guint index)
{
  g_assert_cmpuint (index, <, page->blocks->len);
  return g_ptr_array_index (page->blocks, index);
}

static void
check_text (GPtrArray *spans, const char *text)
{
  g_autofree char *found = spil_help_spans_to_text (spans);

  g_assert_cmpstr (found, ==, text);
}

/* Each kind of block, in order. */
static void
test_blocks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilHelpPage) page = read_text (
      HEAD
      "<p>Druk op\n  <key>Ctrl+N</key>, dan <gui>Klaar</gui>. Zie <link xref=\"y\"/>.</p>"
      "<section><title>S</title><steps><item><p>een</p></item><item><p>twee</p></item></steps>"
      "<list><item><p>los</p></item></list><terms><item><title>W</title><p>woord</p></item></terms>"
      "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table><note style=\"warning\"><p>pas op</p></note>"
      "<media type=\"image\" src=\"f.svg\"><p>beeld</p></media></section></page>",
      &error);
  static const SpilHelpBlockKind kinds[] = {
    SPIL_HELP_PARAGRAPH, SPIL_HELP_HEADING, SPIL_HELP_STEP, SPIL_HELP_STEP,    SPIL_HELP_ITEM,
    SPIL_HELP_TERM,      SPIL_HELP_TERM,    SPIL_HELP_NOTE, SPIL_HELP_PICTURE,
  };

  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "T");
  g_assert_cmpstr (page->description, ==, "D.");
  g_assert_cmpuint (page->blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < page->blocks->len; i++)
    g_assert_cmpint (block (page, i)->kind, ==, kinds[i]);
  check_text (block (page, 0)->spans, "Druk op Ctrl+N, dan “Klaar”. Zie .");
  g_assert_cmpint (block (page, 3)->number, ==, 2);
  check_text (block (page, 5)->meaning, "woord");
  check_text (block (page, 6)->spans, "a");
  g_assert_true (block (page, 7)->warning);
  g_assert_cmpstr (block (page, 8)->source, ==, "f.svg");
}

/* What is not to be seen, or not to be trusted, is refused with a sentence. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "geen xml",
    "<page/>",
    "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"x\"><title>T</title></page>",
    "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"y\"><info><desc>D</desc></info><title>T</title></page>",
    "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"x\"><info><desc>D</desc></info></page>",
    HEAD "<p>half",
    HEAD "<video/></page>",
    HEAD "<p>een <script>twee</script></p></page>",
    HEAD "<p>een <em>twee <em>drie</em></em></p></page>",
    HEAD "<p><link>nergens</link></p></page>",
    HEAD "<p/></page>",
    HEAD "<steps><p>los</p></steps></page>",
    HEAD "<steps><item/></steps></page>",
    HEAD "<steps><item><p>een</p><p>twee</p></item></steps></page>",
    HEAD "<terms><item><p>zonder titel</p></item></terms></page>",
    HEAD "<table><tr><td><p>een</p></td></tr></table></page>",
    HEAD "<table><tr><td><p>a</p></td><td><p>b</p></td><td><p>c</p></td></tr></table></page>",
    HEAD "<media><p>zonder bron</p></media></page>",
    HEAD "<section><p>zonder titel</p></section></page>",
    HEAD "<p>&amp;</p><p>&onbekend;</p></page>",
    "<!DOCTYPE page [<!ENTITY a \"aaaa\">]>" HEAD "<p>&a;</p></page>",
    "<!DOCTYPE page SYSTEM \"http://localhost/x.dtd\">" HEAD "</page>",
    "\xff\xfe",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilHelpPage) page = read_text (texts[i], &error);

    if (page != NULL)
      g_error ("case %" G_GSIZE_FORMAT " was taken: %s", i, texts[i]);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_true (g_str_has_suffix (error->message, "."));
  }
}

static void
test_bounds (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) large = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (deep, "<section><title>S</title>");
  for (int i = 0; i < 200; i++)
    g_string_append (deep, "</section>");
  g_string_append (deep, "</page>");
  g_assert_null (read_text (deep->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  while (large->len < SPIL_HELP_MAX_BYTES)
    g_string_append (large, "<p>tekst</p>");
  g_string_append (large, "</page>");
  g_assert_null (read_text (large->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static gboolean
take (GBytes *bytes, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilHelpPage) page = spil_help_page_read ("x", bytes, &error);

  g_assert_true ((page == NULL) == (error != NULL));
  return page != NULL;
}

static void
test_fuzz (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  static const char text[] = HEAD
      "<p>Een <em>zin</em> met <key>F1</key></p><section><title>S</title><steps><item><p>een</p></item></steps>"
      "<terms><item><title>W</title><p>b</p></item></terms><note><p>n</p></note></section></page>";

  g_ptr_array_add (seeds, g_bytes_new_static (text, strlen (text)));
  fuzz_run (seeds, 2000, take, NULL);
}

static void
test_search (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilHelp) help = spil_help_new (&error);
  int undo, risks;

  g_assert_no_error (error);
  undo = spil_help_find (help, "undo");
  risks = spil_help_find (help, "risks");
  g_assert_cmpint (spil_help_find (help, "bestaat-niet"), ==, -1);
  g_assert_cmpint (spil_help_match (help, undo, "ONGEDAAN"), >=, 10);
  g_assert_cmpint (spil_help_match (help, undo, "ongedaan zebra"), ==, 0);
  g_assert_cmpint (spil_help_match (help, risks, "beheersmaatregel"), >, 0);
  g_assert_cmpint (spil_help_match (help, risks, "risico"), >, spil_help_match (help, risks, "grens"));
}

static void
check_links (const SpilHelp *help, const SpilHelpPage *page, GPtrArray *spans)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    const SpilHelpSpan *span = g_ptr_array_index (spans, i);

    if (span->kind == SPIL_HELP_LINK && spil_help_find (help, span->target) < 0)
      g_error ("%s: there is no page “%s”", page->id, span->target);
  }
}

/* Every page is in the list, is read, says something to do, and its links go somewhere. */
static void
test_pages (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "help", "nl", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilHelp) help = spil_help_new (&error);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  g_assert_no_error (error);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".page");
  g_assert_cmpint (spil_help_get_n_pages (help), ==, n - 1);
  for (int i = 0; i < spil_help_get_n_pages (help); i++) {
    const SpilHelpPage *page = spil_help_get_page (help, i);

    g_assert_cmpint (spil_help_find (help, page->id), ==, i);
    g_assert_cmpuint (page->blocks->len, >, 3);
    for (guint j = 0; j < page->blocks->len; j++) {
      check_links (help, page, block (page, j)->spans);
      check_links (help, page, block (page, j)->meaning);
    }
  }
}

/* Nothing of the pages is lost on the way to paper. */
static void
test_guide (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilHelp) help = spil_help_new (&error);
  g_autoptr (SpilDocument) document = spil_guide_new (help);
  int counts[SPIL_BLOCK_ITEM + 1] = { 0 };
  int steps = 0;

  for (int i = 0; i < spil_document_get_n_blocks (document); i++)
    counts[spil_document_get_block (document, i)->kind]++;
  for (int i = 0; i < spil_help_get_n_pages (help); i++)
    for (guint j = 0; j < spil_help_get_page (help, i)->blocks->len; j++) {
      const SpilHelpBlockKind kind = block (spil_help_get_page (help, i), j)->kind;

      steps += kind == SPIL_HELP_STEP || kind == SPIL_HELP_ITEM;
    }
  g_assert_cmpint (counts[SPIL_BLOCK_ITEM], ==, steps);
  g_assert_cmpint (counts[SPIL_BLOCK_CONTENTS], ==, 1);
  g_assert_cmpint (counts[SPIL_BLOCK_TABLE], >=, 3);
  g_assert_cmpint (spil_pdf_count_pages (document), >, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/blocks", test_blocks);
  g_test_add_func ("/help/refused", test_refused);
  g_test_add_func ("/help/bounds", test_bounds);
  g_test_add_func ("/help/fuzz", test_fuzz);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/guide", test_guide);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-letter-style.h"
#include "spil-package.h"
#include "spil-zip-writer.h"

#define P(text) "<text:p text:style-name=\"P1\">" text "</text:p>"
#define ODT "application/vnd.oasis.opendocument.text"

static char *
get_value (const char *field, gpointer user_data)
{
  if (g_str_equal (field, "naam"))
    return g_strdup ("Jansen & Zn <demo>");
  if (g_str_equal (field, "brief"))
    return g_strdup ("Beste lezer,\n\nRegel een\nregel twee\n\nGroet");
  return g_str_equal (field, "leeg") ? g_strdup ("") : NULL;
}

#define NAME "Jansen &amp; Zn &lt;demo&gt;"
#define SPAN "<text:span text:style-name=\"T1\">"

static const struct
{
  const char *xml;
  const char *filled;
} cases[] = {
  { "", "" },
  { "geen xml {naam}", "geen xml {naam}" },
  { P ("Niets"), P ("Niets") },
  { P ("Aan {naam}!"), P ("Aan " NAME "!") },
  { P ("{naam}{naam}"), P (NAME NAME) },
  { P ("{leeg}"), P ("") },
  { P ("{onbekend}"), P ("{onbekend}") },
  { P ("{na" SPAN "am}</text:span> af"), P (NAME SPAN "</text:span> af") },
  { P (SPAN "{naam</text:span>}"), P (SPAN NAME "</text:span>") },
  { P ("{" SPAN "n</text:span>" SPAN "aam</text:span>}"), P (NAME SPAN "</text:span>" SPAN "</text:span>") },
  { P ("{brief}"), P ("Beste lezer,") P ("Regel een<text:line-break/>regel twee") P ("Groet") },
  { P ("Zie {brief}"), P ("Zie Beste lezer,<text:line-break/><text:line-break/>Regel "
                          "een<text:line-break/>regel twee<text:line-break/><text:line-break/>Groet") },
  { "<text:h>{brief}</text:h>",
    "<text:h>Beste lezer,</text:h><text:h>Regel een<text:line-break/>regel twee</text:h><text:h>Groet</text:h>" },
  { "<text:p/>" P ("{naam}"), "<text:p/>" P (NAME) },
  { "<a b=\"{naam}>\">" P ("{naam}") "</a>", "<a b=\"{naam}>\">" P (NAME) "</a>" },
  { "<text:page-number>{naam}</text:page-number>", "<text:page-number>{naam}</text:page-number>" },
  { P ("{na&amp;am}"), P ("{na&amp;am}") },
  { P ("{naam"), P ("{naam") },
  { "<text:p>{naam}", "<text:p>{naam}" },
  { "</text:p>{naam}<", "</text:p>{naam}<" },
};

static void
test_xml (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *filled = spil_letter_xml_fill (cases[i].xml, get_value, NULL);

    g_assert_cmpstr (filled, ==, cases[i].filled);
  }
}

/* What was well-formed stays so; anything else does no harm. */
static void
test_any_xml (void)
{
  static const char *const pieces[] = { "<text:p>", "</text:p>", "<text:p a='>'>", "{", "}", "naam",
                                        "brief",    "{naam}",    "{brief}",        "<", ">", "\"",
                                        "é",        "<text:s/>", "&amp;" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20181115);

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) xml = g_string_new ("<a>");
    g_autofree char *filled = NULL;
    const gboolean whole = i % 2 == 0;

    for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--) {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

      if (!whole)
        g_string_append (xml, piece);
      else if (strpbrk (piece, "<>\"") == NULL)
        g_string_append_printf (xml, "<text:p><b>%s</b>%s</text:p>", piece, piece);
    }
    g_string_append (xml, "</a>");
    filled = spil_letter_xml_fill (xml->str, get_value, NULL);
    g_assert_true (g_utf8_validate (filled, -1, NULL));
    if (whole) {
      static const GMarkupParser parser = { NULL };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

      g_assert_true (g_markup_parse_context_parse (context, filled, -1, NULL) &&
                     g_markup_parse_context_end_parse (context, NULL));
    }
  }
}

static void
make_style (const char *path, const char *type, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (path, &error);
  g_autoptr (SpilZipWriter) zip = spil_zip_writer_new (file);

  g_assert_true (spil_zip_writer_add (zip, "mimetype", type, FALSE, &error));
  if (content != NULL)
    g_assert_true (spil_zip_writer_add (zip, "content.xml", content, TRUE, &error));
  g_assert_true (spil_zip_writer_add (zip, "styles.xml", "<s>" P ("Kop van {naam}") "</s>", TRUE, &error));
  g_assert_true (spil_zip_writer_begin (zip, "Pictures/Logo.png", &error) &&
                 spil_zip_writer_append (zip, "\x89PNG\0{naam}", 11, &error));
  g_assert_true (spil_zip_writer_add (zip, "META-INF/manifest.xml", "<m/>", TRUE, &error));
  g_assert_true (spil_zip_writer_finish (zip, &error) && spil_atomic_file_finish (file, &error));
}

static void
assert_part (const char *path, const char *part, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPackage) package = spil_package_new (path, &error);
  g_autoptr (GBytes) found = spil_package_read (package, part, 10000, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found), bytes, length);
}

static void
test_file (void)
{
  static const char *const parts[] = { "META-INF/manifest.xml", "Pictures/Logo.png", "content.xml",
                                       "mimetype", "styles.xml" };
  g_autofree char *dir = g_dir_make_tmp ("spil-XXXXXX", NULL);
  g_autofree char *style = g_build_filename (dir, "huisstijl.odt", NULL);
  g_autofree char *letter = g_build_filename (dir, "brief.odt", NULL);
  g_autoptr (GError) error = NULL;

  make_style (style, ODT, "<c>" P ("{brief}") "</c>");
  g_assert_true (spil_letter_style_check (style, &error));
  g_assert_true (spil_letter_style_fill (style, letter, get_value, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (SpilPackage) package = spil_package_new (letter, &error);
    g_autoptr (GPtrArray) names = spil_package_list (package);

    g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (parts));
    for (guint i = 0; i < names->len; i++)
      g_assert_cmpstr (names->pdata[i], ==, parts[i]);
  }
  assert_part (letter, "styles.xml", "<s>" P ("Kop van " NAME) "</s>",
               strlen ("<s>" P ("Kop van " NAME) "</s>"));
  assert_part (letter, "Pictures/Logo.png", "\x89PNG\0{naam}", 11);
  g_remove (style);
  g_remove (letter);
  g_rmdir (dir);
}

/* What is no house style is refused with a sentence, and leaves no letter behind. */
static void
test_refused (void)
{
  static const struct
  {
    const char *type;
    const char *content;
    const char *says;
  } faults[] = {
    { ODT, "<c>" P ("Beste lezer") "</c>", "{brief}" },
    { ODT, NULL, "OpenDocument" },
    { "application/vnd.oasis.opendocument.spreadsheet", "<c>" P ("{brief}") "</c>", "OpenDocument" },
  };
  g_autofree char *dir = g_dir_make_tmp ("spil-XXXXXX", NULL);
  g_autofree char *style = g_build_filename (dir, "huisstijl.odt", NULL);
  g_autofree char *letter = g_build_filename (dir, "brief.odt", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;

    make_style (style, faults[i].type, faults[i].content);
    g_assert_false (spil_letter_style_check (style, &error));
    g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
    g_assert_nonnull (strstr (error->message, faults[i].says));
  }
  g_assert_true (g_file_set_contents (style, "geen zip", -1, NULL));
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_letter_style_fill (style, letter, get_value, NULL, &error));
    g_assert_nonnull (strstr (error->message, "huisstijl.odt"));
    g_assert_false (g_file_test (letter, G_FILE_TEST_EXISTS));
  }
  g_remove (style);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-style/xml", test_xml);
  g_test_add_func ("/letter-style/any-xml", test_any_xml);
  g_test_add_func ("/letter-style/file", test_file);
  g_test_add_func ("/letter-style/refused", test_refused);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "figures-fixture.h"
#include "spil-letter-document.h"

/* The fields of the texts below: "bekend" is known, "leeg" is not, no other exists. */
static char *
get_value (const char *field, gboolean *exists, gpointer data)
{
  *exists = g_str_equal (field, "bekend") || g_str_equal (field, "leeg");
  return g_str_equal (field, "bekend") ? g_strdup ("€ 5") : NULL;
}

static const struct
{
  const char *text;
  const char *filled;
  const char *unknown;
  const char *missing;
} texts[] = {
  { "", "", "", "" },
  { "Geen velden.", "Geen velden.", "", "" },
  { "U krijgt {bekend}.", "U krijgt € 5.", "", "" },
  { "{bekend}{bekend}", "€ 5€ 5", "", "" },
  { "Kenmerk {leeg}.", "Kenmerk (leeg?).", "", "leeg" },
  { "{leeg} en {leeg}", "(leeg?) en (leeg?)", "", "leeg" },
  { "[Kenmerk {leeg}. ]U krijgt {bekend}.", "U krijgt € 5.", "", "" },
  { "[Kenmerk {bekend}. ]Dag.", "Kenmerk € 5. Dag.", "", "" },
  { "[Zonder veld]", "Zonder veld", "", "" },
  { "[{bekend} en {leeg}]", "", "", "" },
  { "Eerst.\n\n[{leeg}]\n\nDan.", "Eerst.\n\n\nDan.", "", "" },
  { "Een [{leeg}] twee", "Een twee", "", "" },
  { "U krijgt {bedrga}.", "U krijgt {bedrga}.", "bedrga", "" },
  { "[{bedrga}]", "{bedrga}", "bedrga", "" },
  { "Een { haak", "Een { haak", "", "" },
  { "Een {} haak", "Een {} haak", "", "" },
  { "Een {{bekend} haak", "Een {€ 5 haak", "", "" },
  { "Een {regel\neinde}", "Een {regel\neinde}", "", "" },
  { "Een [ haak {bekend}", "Een [ haak € 5", "", "" },
  { "Een ] haak", "Een ] haak", "", "" },
  { "[[{bekend}]", "[€ 5", "", "" },
};

static char *
join (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (char *) names->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_fill (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SpilLetterText) letter = spil_letter_text_fill (texts[i].text, get_value, NULL);
    g_autofree char *unknown = join (letter->unknown);
    g_autofree char *missing = join (letter->missing);

    g_assert_cmpstr (letter->text, ==, texts[i].filled);
    g_assert_cmpstr (unknown, ==, texts[i].unknown);
    g_assert_cmpstr (missing, ==, texts[i].missing);
  }
}

/* Any text is filled without a fault, and no field is left in it. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "{", "}", "[", "]", "bekend", "leeg", "é", "\n", " ", "{bekend}" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20181115);

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (SpilLetterText) letter = NULL;

    for (int n = g_rand_int_range (rand, 0, 20); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    letter = spil_letter_text_fill (text->str, get_value, NULL);
    g_assert_true (g_utf8_validate (letter->text, -1, NULL));
    // A bracket may stand inside of braces, and then goes.
    g_assert_true (strchr (text->str, '[') != NULL || strstr (letter->text, "{bekend}") == NULL);
  }
}

static void
put_application (Book *book)
{
  put (book, "fonds", "scheme", "name=Bereikbaarheidsfonds", "ceiling=200000", "vat=excluded",
       "own_share=0.5", "application_ceiling=50000", "account_days=30", NULL);
  put (book, "werkgever", "organisation", "name=Werkplaats Voorbeeld", "kind=employer", "street=Dorpsweg",
       "house_number=1", "postcode=8000 AA", "town=Zwolle", NULL);
  put (book, "eis-1", "requirement", "scheme=@fonds", "name=Een offerte", "step=estimate", NULL);
  put (book, "eis-2", "requirement", "scheme=@fonds", "name=Een begroting", "step=estimate", NULL);
  put (book, "grond", "refusal_ground", "scheme=@fonds", "name=De maatregel is al uitgevoerd",
       "rule=artikel 4", NULL);
  put (book, "a", "application", "scheme=@fonds", "organisation=@werkgever", "measures=Twintig fietsen",
       "cost=40000", "asked=20000", "awarded=20000", "awarded_on=2018-09-01", "vat=excluded", "state=settled",
       "received=2018-08-01", "complete=2018-08-05", "ends=2018-10-01", "settled_cost=30000", "settled=15000",
       NULL);
  put (book, NULL, "payment", "application=@a", "date=2018-09-10", "kind=advance", "amount=16000", NULL);
  put (book, NULL, "requirement_check", "application=@a", "requirement=@eis-1", "date=2018-08-01",
       "answer=no", NULL);
  put (book, NULL, "requirement_check", "application=@a", "requirement=@eis-1", "date=2018-08-04",
       "answer=yes", NULL);
}

static SpilLetter *
make_letter (Book *book, const char *key, int kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilLetterData) letter_data = spil_letter_data_new (book->store.store, id_of (book, key), kind,
                                                                 day (2018, 11, 15), &error);

  g_assert_no_error (error);
  return spil_letter_new (letter_data);
}

static void
assert_says (const SpilLetter *letter, const char *part)
{
  if (strstr (letter->body, part) == NULL)
    g_error ("the letter does not say “%s” but: %s", part, letter->body);
}

static void
test_settlement (Book *book, gconstpointer data)
{
  g_autoptr (SpilLetter) letter = NULL;

  put_application (book);
  letter = make_letter (book, "a", SPIL_LETTER_KIND_SETTLEMENT);
  g_assert_cmpstr (letter->subject, ==, "Vaststelling Bereikbaarheidsfonds: Twintig fietsen");
  g_assert_cmpuint (letter->unknown->len, ==, 0);
  g_assert_cmpuint (letter->missing->len, ==, 0);
  assert_says (letter, "vast op €\u00a015.000,00 exclusief btw");
  assert_says (letter, "werkelijke kosten zijn €\u00a030.000,00. Ten hoogste €\u00a015.000,00");
  assert_says (letter, "U kreeg al €\u00a016.000,00. U heeft €\u00a01.000,00 te veel ontvangen.");
  g_assert_null (strstr (letter->body, "U krijgt nog"));
}

static void
test_award (Book *book, gconstpointer data)
{
  g_autoptr (SpilLetter) letter = NULL;

  put_application (book);
  letter = make_letter (book, "a", SPIL_LETTER_KIND_AWARD);
  assert_says (letter, "ten hoogste €\u00a020.000,00 exclusief btw");
  assert_says (letter, "ten minste 50\u00a0%");
  assert_says (letter, "voorschot van €\u00a016.000,00");
  assert_says (letter, "uiterlijk op 31 oktober 2018");
  // The estimate counts here, whatever the real cost became.
  assert_says (letter, "50\u00a0% van €\u00a040.000,00");
  g_assert_null (strstr (letter->body, "Andere subsidie"));
}

static void
test_incomplete_and_refusal (Book *book, gconstpointer data)
{
  g_autoptr (SpilLetter) incomplete = NULL;
  g_autoptr (SpilLetter) refusal = NULL;

  put_application (book);
  incomplete = make_letter (book, "a", SPIL_LETTER_KIND_INCOMPLETE);
  assert_says (incomplete, "– Een begroting");
  g_assert_null (strstr (incomplete->body, "offerte"));
  put (book, "a2", "application", "scheme=@fonds", "organisation=@werkgever", "measures=Nog iets",
       "vat=excluded", "state=draft", "refusal=@grond", NULL);
  refusal = make_letter (book, "a2", SPIL_LETTER_KIND_REFUSAL);
  assert_says (refusal, "De reden is: De maatregel is al uitgevoerd. Dat staat in artikel 4.");
}

/* A text of the programme's own goes before the one that comes with Spil, and that of the scheme before that of all. */
static void
test_own_text (Book *book, gconstpointer data)
{
  g_autoptr (SpilLetter) all = NULL;
  g_autoptr (SpilLetter) scheme = NULL;

  put_application (book);
  put (book, NULL, "letter_text", "kind=award", "subject=Voor {aanvrager}", "body=Dag {naam}.", NULL);
  all = make_letter (book, "a", SPIL_LETTER_KIND_AWARD);
  g_assert_cmpstr (all->subject, ==, "Voor Werkplaats Voorbeeld");
  g_assert_cmpuint (all->unknown->len, ==, 1);
  put (book, NULL, "letter_text", "kind=award", "scheme=@fonds", "subject=Eigen", "body={plaats}", NULL);
  scheme = make_letter (book, "a", SPIL_LETTER_KIND_AWARD);
  g_assert_cmpstr (scheme->subject, ==, "Eigen");
  g_assert_cmpstr (scheme->body, ==, "8000 AA  Zwolle");
}

/* A file comes to be only when every field exists. */
static void
test_write (Book *book, gconstpointer data)
{
  g_autofree char *path = g_build_filename (book->store.dir, "brief.odt", NULL);
  g_autoptr (GError) error = NULL;

  put_application (book);
  g_assert_true (spil_letter_write (book->store.store, id_of (book, "a"), SPIL_LETTER_KIND_AWARD, NULL, NULL,
                                    path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_remove (path), ==, 0);
  put (book, NULL, "letter_text", "kind=award", "subject=Voor", "body=Dag {naam}.", NULL);
  g_assert_false (spil_letter_write (book->store.store, id_of (book, "a"), SPIL_LETTER_KIND_AWARD, NULL, NULL,
                                     path, NULL, &error));
  g_assert_nonnull (strstr (error->message, "naam"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Every field that the texts of Spil name exists, and every field has a name for people. */
static void
test_fields (void)
{
  for (guint i = 0; i < spil_letter_n_fields (); i++) {
    const SpilLetterField field = spil_letter_field (i);

    g_assert_cmpuint (strlen (field.name), >, 2);
    g_assert_cmpuint (strlen (field.label), >, 2);
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (field.name, !=, spil_letter_field (j).name);
  }
}

#define add(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SPIL_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/fill", test_fill);
  g_test_add_func ("/letter/any-text", test_any_text);
  g_test_add_func ("/letter/fields", test_fields);
  add ("/letter/award", test_award);
  add ("/letter/settlement", test_settlement);
  add ("/letter/incomplete-and-refusal", test_incomplete_and_refusal);
  add ("/letter/own-text", test_own_text);
  add ("/letter/write", test_write);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* One field that finds anything. */
#include <string.h>

#include "figures-fixture.h"
#include "spil-employer-query.h"
#include "spil-excerpt.h"
#include "spil-find-query.h"
#include "spil-privacy.h"

static void
fill (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put (book, "park", "area", "name=Voorsterpoort", "kind=business_park", "municipality=Zwolle", NULL);
  put (book, "dorp", "area", "name=IJsselmuiden", "kind=municipality", "municipality=Kampen", NULL);
  put (book, "n50", "area", "name=N50", "kind=corridor", "notes=De corridor langs het IJsselmeer.", NULL);
  put (book, "werk", "task", "name=Projecten corridor N50", "area=@n50", NULL);
  put (book, "smit", "organisation", "name=Drukkerij Smit & Zn.", "kind=employer", "town=Zwolle",
       "kvk_number=05012345", "phone=(038) 123 45 67", "tags=grafisch,ploegendienst", NULL);
  put (book, "bakker", "organisation", "name='s-Heeren Bakkerij", "kind=employer", "town=IJsselmuiden", NULL);
  put (book, "cafe", "organisation", "name=Café Élan", "kind=employer", "town=Hattem",
       "email=hallo@elan.example", NULL);
  put (book, "dubbel", "organisation", "name=Drukkerij Smit Zwolle", "kind=employer", "town=Zwolle",
       "merged_into=@smit", NULL);
  put (book, "anna", "person", "organisation=@smit", "name=Anna van der Proef", "phone=06-1234 5678",
       "email=anna@smit.example", "function=P&O-adviseur", NULL);
  put (book, "truus", "person", "organisation=@dubbel", "name=Truus ter Test", "phone=+31 6 87654321", NULL);
  put (book, NULL, "contact", "organisation=@smit", "time=2018-08-01T10:00", "kind=called",
       "summary=De fietsenstalling is vol; men wil overdekt parkeren.", NULL);
  put (book, NULL, "contact", "organisation=@dubbel", "time=2018-09-01T10:00", "kind=called",
       "summary=Nog eens over de fietsenstalling gebeld.", NULL);
  put (book, "fout", "contact", "organisation=@cafe", "time=2018-09-02T10:00", "kind=called",
       "summary=Fietsenstalling besproken met de verkeerde.", NULL);
  put (book, NULL, "contact", "organisation=@cafe", "time=2018-09-02T11:00", "kind=called", "reverses=@fout",
       "summary=Verschreven.", NULL);
  put (book, NULL, "risk", "event=Onderbezetting bij <vervoerders>", "state=open", NULL);
}

/* "organisation:A|B person?:C": what each kind has, with a "?" for guesses. */
static char *
describe (Book *book, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = spil_find_query (book->store.store, text, NULL, NULL, &error);
  GString *line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++) {
    const SpilFoundGroup *group = groups->pdata[i];

    g_string_append_printf (line, "%s%s%s:", i > 0 ? " " : "", spil_entity (group->entity)->name,
                            group->guessed ? "?" : "");
    for (guint j = 0; j < group->found->len; j++) {
      const SpilFound *found = group->found->pdata[j];

      g_string_append_printf (line, "%s%s", j > 0 ? "|" : "",
                              spil_record_get_text (found->record, spil_entity (group->entity)->title));
    }
  }
  return g_string_free_and_steal (line);
}

#define SMIT "organisation:Drukkerij Smit & Zn."
#define ANNA "person:Anna van der Proef"
#define TRUUS "person:Truus ter Test"
#define NOTES "contact:Nog eens over de fietsenstalling gebeld.|De fietsenstalling is vol; men wil overdekt parkeren."
#define GUESSED_SMIT "organisation?:Drukkerij Smit & Zn."

static void
test_found (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "drukk", SMIT },
    { "smit druk", SMIT },
    { "05012", SMIT },
    { "grafisch", SMIT },
    // An area that is called so is meant, rather than who has an address there; but an employer that is called so comes first.
    { "ijsselmuiden", "area:IJsselmuiden organisation:'s-Heeren Bakkerij" },
    // The same of an activity; what only has some of the words does not come before it.
    { "corridor n50", "task:Projecten corridor N50 area:N50" },
    { "'s-heer", "organisation:'s-Heeren Bakkerij" },
    { "heeren", "organisation:'s-Heeren Bakkerij" },
    { "cafe elan", "organisation:Café Élan" },
    { "hallo@elan", "organisation:Café Élan" },
    { "van der proef", ANNA },
    { "proef anna", ANNA },
    { "anna@smit.example", ANNA },
    { "p&o-adv", ANNA },
    // Of a merged organisation, its head; its people and notes are found by themselves.
    { "smit zwolle", SMIT },
    { "fietsenst", NOTES },
    { "voorster", "area:Voorsterpoort" },
    { "vervoerders", "risk:Onderbezetting bij <vervoerders>" },
    // Telephone numbers, in any notation, from the start or from the end.
    { "038-1234567", SMIT },
    { "+31 38 123", SMIT },
    { "0031 (0)38 12", SMIT },
    { "0381", SMIT },
    { "4567", SMIT },
    { "123 45 67", SMIT },
    { "0612345678", ANNA },
    { "06 12 34", ANNA },
    { "5678", ANNA },
    { "345678", ANNA },
    { "+31612345678", ANNA },
    { "06-8765", TRUUS },
    { "4321", TRUUS },
    { "061", "" },
    { "2345 6", "" },
    // Slips of the pen.
    { "drukkrij", GUESSED_SMIT },
    { "drukkerji", GUESSED_SMIT },
    { "drukkeriij", GUESSED_SMIT },
    { "trukkerij", GUESSED_SMIT },
    { "rdukkerij", GUESSED_SMIT },
    { "rukkerij", GUESSED_SMIT },
    { "drokkeraij", GUESSED_SMIT },
    { "smti", GUESSED_SMIT " person?:Anna van der Proef" },
    { "bakerij", "organisation?:'s-Heeren Bakkerij" },
    { "fietsenstaling",
      "contact?:"
      "Nog eens over de fietsenstalling gebeld.|De fietsenstalling is vol; men wil overdekt parkeren." },
    { "voorsterport", "area?:Voorsterpoort" },
    { "zmt", "" },
    { "qqqqqq", "" },
    { "", "" },
    { "\" OR *", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = describe (book, cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

/* What was typed comes before what it may have been meant to be, and stands there once. */
static void
test_exact_first (Book *book, gconstpointer data)
{
  g_autofree char *found = NULL;

  put (book, NULL, "organisation", "name=Drukkerji Letter", "kind=employer", NULL);
  found = describe (book, "drukkerji");
  g_assert_cmpstr (found, ==, "organisation:Drukkerji Letter organisation?:Drukkerij Smit & Zn.");
}

static const SpilFound *
get_first (GPtrArray *groups)
{
  g_assert_cmpuint (groups->len, >, 0);
  return ((SpilFoundGroup *) groups->pdata[0])->found->pdata[0];
}

static void
test_context (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *title;
    int field;
    const char *context;
  } cases[] = {
    { "smit", "Drukkerij <b>Smit</b> &amp; Zn.", 0, NULL },
    { "smit ploeg", "Drukkerij <b>Smit</b> &amp; Zn.", SPIL_ORGANISATION_TAGS,
      "grafisch,<b>ploegendienst</b>" },
    { "grafisch", "Drukkerij Smit &amp; Zn.", SPIL_ORGANISATION_TAGS, "<b>grafisch</b>,ploegendienst" },
    { "0381", "Drukkerij Smit &amp; Zn.", SPIL_ORGANISATION_PHONE, "<b>(038) 123 45 67</b>" },
    { "overdekt", "De fietsenstalling is vol; men wil <b>overdekt</b> parkeren.", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) groups = spil_find_query (book->store.store, cases[i].text, NULL, NULL, &error);
    const SpilFound *found = get_first (groups);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (found->title, ==, cases[i].title);
    g_assert_cmpint (found->field, ==, cases[i].field);
    g_assert_cmpstr (found->context, ==, cases[i].context);
    g_assert_cmpstr (found->organisation_name, ==, "Drukkerij Smit & Zn.");
  }
}

static void
test_more (Book *book, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;

  for (int i = 0; i < 12; i++)
    put (book, NULL, "organisation", "name=Veelvoud", "kind=employer", NULL);
  groups = spil_find_query (book->store.store, "veelv", NULL, NULL, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((SpilFoundGroup *) groups->pdata[0])->found->len, ==, 5);
  g_assert_cmpint (((SpilFoundGroup *) groups->pdata[0])->n_more, ==, 7);
}

static gboolean
stop_at_once (gpointer data)
{
  return TRUE;
}

static void
test_stopped (Book *book, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = spil_find_query (book->store.store, "smit", stop_at_once, NULL, NULL);

  g_assert_cmpuint (groups->len, ==, 0);
}

/* Nothing of a person who is erased is found, nor guessed at. */
static void
test_erased (Book *book, gconstpointer data)
{
  static const char *const texts[] = { "proef", "prooef", "0612345678", "5678" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilErasure) erasure = spil_store_erase_person (book->store.store, id_of (book, "anna"), &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *found = describe (book, texts[i]);

    g_test_message ("%s", texts[i]);
    g_assert_cmpstr (found, ==, "");
  }
}

/* The list of employers finds as much, what was typed first. */
static void
test_list (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *names;
  } cases[] = {
    { "06-12345678", "Drukkerij Smit & Zn." },
    { "4321", "Drukkerij Smit & Zn." },
    { "cafe", "Café Élan" },
    { "drukkrij", "Drukkerij Smit & Zn.,Zuivelhof" },
    { "drukkerji", "Zuivelhof,Drukkerij Smit & Zn." },
  };

  put (book, NULL, "organisation", "name=Zuivelhof", "kind=employer", "town=Drukkerji", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilEmployerFilter filter = { .search = cases[i].text,
                                  .sort = SPIL_EMPLOYER_SORT_MATCH,
                                  .today = day (2018, 10, 1) };
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = spil_employer_query (book->store.store, &filter, &error);
    g_autoptr (GString) names = g_string_new (NULL);

    g_assert_no_error (error);
    for (guint j = 0; j < rows->len; j++)
      g_string_append_printf (names, "%s%s", j > 0 ? "," : "", ((SpilEmployerRow *) rows->pdata[j])->name);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (names->str, ==, cases[i].names);
  }
}

static void
test_excerpt (Book *book, gconstpointer data)
{
  static const char *const words[] = { "parkeren", "elan", NULL };
  static const struct
  {
    const char *text;
    int most;
    const char *excerpt;
  } cases[] = {
    { "Parkeren is duur", 40, "<b>Parkeren</b> is duur" },
    { "niets daarvan", 40, NULL },
    { "", 40, NULL },
    { "over\nparkeren\tgesproken", 40, "over <b>parkeren</b> gesproken" },
    { "Élan & co <b>", 40, "<b>Élan</b> &amp; co &lt;b&gt;" },
    { "een twee drie vier vijf zes zeven parkeren acht negen tien elf twaalf", 24,
      "…zeven <b>parkeren</b> acht…" },
    { "parkerenparkerenparkeren", 8, "<b>parkerenparkerenparkeren</b>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *excerpt = spil_excerpt (cases[i].text, words, cases[i].most);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/store/find/" name, Book, NULL, fill, test, book_tear_down)
  ADD ("found", test_found);
  ADD ("exact-first", test_exact_first);
  ADD ("context", test_context);
  ADD ("more", test_more);
  ADD ("stopped", test_stopped);
  ADD ("erased", test_erased);
  ADD ("list", test_list);
  ADD ("excerpt", test_excerpt);
#undef ADD

  return g_test_run ();
}

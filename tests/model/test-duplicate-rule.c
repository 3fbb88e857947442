// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-rule.h"

typedef struct
{
  const char *typed;
  const char *expected; /* NULL: nothing remains */
} Case;

static void
check (char *(*normalise) (const char *), const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *found = normalise (cases[i].typed);

    g_test_message ("%s", cases[i].typed != NULL ? cases[i].typed : "NULL");
    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_name (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " . ", NULL },
    { "Bakkerij Jansen", "bakkerij jansen" },
    { "  BAKKERIJ   jansen B.V. ", "bakkerij jansen" },
    { "Bakkerij Jansen BV", "bakkerij jansen" },
    { "Bakkerij Jansen b. v.", "bakkerij jansen" },
    { "Bakkerij Jansen b v", "bakkerij jansen" },
    { "Bakkerij Jansen B.V. i.o.", "bakkerij jansen" },
    { "Bakkerij Jansen Holding B.V.", "bakkerij jansen" },
    { "Bakkerij Jansen, V.O.F.", "bakkerij jansen" },
    { "V.o.f. Bakkerij Jansen", "bakkerij jansen" },
    { "N.V. Rova Holding", "rova" },
    { "Stichting Zonnehuis", "zonnehuis" },
    { "Coöperatie Melkbron U.A.", "melkbron" },
    { "Coöperatieve Vereniging Melkbron U.A.", "melkbron" },
    { "Jansen & Zonen", "jansen en zonen" },
    { "Jansen&Zonen", "jansen en zonen" },
    { "Jansen + Zonen", "jansen en zonen" },
    { "Jansen en Zonen", "jansen en zonen" },
    { "De Gouden Korst", "gouden korst" },
    { "Het Gouden Korstje", "gouden korstje" },
    { "'t Hoekje", "hoekje" },
    { "Garage van der Veen", "garage vd veen" },
    { "Garage v.d. Veen", "garage vd veen" },
    { "Garage v/d Veen", "garage vd veen" },
    { "Garage v d Veen", "garage vd veen" },
    { "Garage van den Veen", "garage vd veen" },
    { "Café Één", "cafe een" },
    { "Gemeente Zwolle", "gemeente zwolle" },
    { "Zwolle, gemeente", "gemeente zwolle" },
    { "Zwolle (gemeente)", "gemeente zwolle" },
    { "Gemeente", "gemeente" },
    { "Holding B.V.", "holding bv" },
    { "Stichting De Holding", "de" }, // nothing better is left
    { "B2B Logistiek 24-7", "b2b logistiek 24 7" },
    { "Łódź Trans", "lodz trans" },
  };

  check (spil_duplicate_normalise_name, cases, G_N_ELEMENTS (cases));
}

static void
test_sound (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean alike;
  } cases[] = {
    { "Bakkerij Jansen", "Bakkerij Janssen B.V.", TRUE },
    { "Bakkerij Jansen", "Jansen Bakkerij", TRUE },
    { "Bakkerij Jansen", "Bakkerij Jansen Zwolle", TRUE },
    { "Meijer Transport", "Meyer Transport", TRUE },
    { "Schilderbedrijf Visser", "Schildersbedrijf Visser", FALSE }, // other things have to find these
    { "Van Dijk Techniek", "Van Dyk Techniek", TRUE },
    { "Concordia", "Konkordia", TRUE },
    { "De Vries", "De Fries", TRUE },
    { "De", "Het", FALSE },
    { "Bakkerij Jansen", "Bakkerij Pietersen", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *a = spil_duplicate_sound (cases[i].a);
    g_autofree char *b = spil_duplicate_sound (cases[i].b);

    g_test_message ("%s: %s; %s: %s", cases[i].a, a, cases[i].b, b);
    g_assert_cmpint (g_str_equal (a, b), ==, cases[i].alike);
  }
  g_assert_null (spil_duplicate_sound (NULL));
  g_assert_null (spil_duplicate_sound (" - "));
}

static void
test_kvk (void)
{
  static const struct
  {
    const char *typed, *expected;
    SpilKvkKind kind;
  } cases[] = {
    { NULL, NULL, SPIL_KVK_NONE },
    { "onbekend", NULL, SPIL_KVK_NONE },
    { "12345678", "12345678", SPIL_KVK_ORGANISATION },
    { "KvK 12.34.56.78", "12345678", SPIL_KVK_ORGANISATION },
    { "1234567", "01234567", SPIL_KVK_ORGANISATION },
    { "000012345678", "000012345678", SPIL_KVK_SITE },
    { "0000 1234 5678", "000012345678", SPIL_KVK_SITE },
    { "123456", NULL, SPIL_KVK_NONE },
    { "123456789", NULL, SPIL_KVK_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilKvkKind kind;
    g_autofree char *found = spil_duplicate_normalise_kvk (cases[i].typed, &kind);

    g_assert_cmpstr (found, ==, cases[i].expected);
    g_assert_cmpint (kind, ==, cases[i].kind);
  }
}

static void
test_postcode (void)
{
  static const Case cases[] = {
    { "8011 AB", "8011ab" }, { "8011ab", "8011ab" }, { " 8011  a b ", "8011ab" }, { "8011", NULL },
    { "8011 A1", NULL },     { "48143", NULL },      { "8011 ABC", NULL },        { NULL, NULL },
  };

  check (spil_duplicate_normalise_postcode, cases, G_N_ELEMENTS (cases));
}

static void
test_street (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { " ", NULL },
    { "Hoofdstraat", "hoofdstraat" },
    { "Hoofdstr.", "hoofdstraat" },
    { "Hoofdstr 12", "hoofdstraat 12" },
    { "Burg. Drijbersingel", "burgemeester drijbersingel" },
    { "Dr. van Deenweg", "dokter van deenweg" },
    { "Doctor van Deenwg.", "dokter van deenweg" },
    { "St. Jansstraat", "sint jansstraat" },
    { "Parkln", "parklaan" },
  };

  check (spil_duplicate_normalise_street, cases, G_N_ELEMENTS (cases));
}

static void
test_address (void)
{
  static const struct
  {
    const char *street, *number, *postcode, *town;
    const char *key, *house;
  } cases[] = {
    { "Hoofdstraat", "12", "8011 AB", "Zwolle", "8011ab 12", "12" },
    { "Hoofdstraat", "12-A", "8011AB", NULL, "8011ab 12", "12a" },
    { NULL, "12 bis", "8011AB", NULL, "8011ab 12", "12bis" },
    { NULL, "12-16", "8011AB", NULL, "8011ab 12", "12" },
    { "Hoofdstraat 12 a", NULL, "8011 ab", NULL, "8011ab 12", "12a" },
    { "Hoofdstr. 12", NULL, NULL, "ZWOLLE", "hoofdstraat 12 zwolle", "12" },
    { "Hoofdstraat", "nr. 12", NULL, "Zwolle", "hoofdstraat 12 zwolle", "12" },
    { "Hoofdstraat", "12", NULL, NULL, NULL, "12" },
    { "Hoofdstraat", NULL, "8011 AB", "Zwolle", NULL, NULL },
    { NULL, NULL, NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *key = spil_duplicate_address_key (cases[i].street, cases[i].number, cases[i].postcode,
                                                       cases[i].town);
    g_autofree char *house = spil_duplicate_normalise_house_number (cases[i].number, cases[i].street);

    g_assert_cmpstr (key, ==, cases[i].key);
    g_assert_cmpstr (house, ==, cases[i].house);
  }
}

static void
test_phone (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { "038-1234567", "0381234567" },
    { "038 - 123 45 67", "0381234567" },
    { "+31 38 123 45 67", "0381234567" },
    { "+31 (0)38 123 45 67", "0381234567" },
    { "0031381234567", "0381234567" },
    { "06 12 34 56 78", "0612345678" },
    { "+49 5921 1234567", "4959211234567" },
    { "1234567", NULL },
    { "geen", NULL },
  };

  check (spil_duplicate_normalise_phone, cases, G_N_ELEMENTS (cases));
}

static void
test_domain (void)
{
  static const Case cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "info@Bakkerij-Jansen.example", "bakkerij-jansen.example" },
    { "mailto:info@jansen.example", NULL },
    { "https://www.jansen.example/over-ons?x=1", "jansen.example" },
    { "www.jansen.example", "jansen.example" },
    { "jansen.example:8080", "jansen.example" },
    { "jansen@gmail.com", NULL },
    { "jansen@ZIGGO.nl", NULL },
    { "jansen@kpnmail.nl", NULL },
    { "geen", NULL },
    { "@", NULL },
    { "a@.nl", NULL },
  };

  check (spil_duplicate_domain, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate-rule/name", test_name);
  g_test_add_func ("/duplicate-rule/sound", test_sound);
  g_test_add_func ("/duplicate-rule/kvk", test_kvk);
  g_test_add_func ("/duplicate-rule/postcode", test_postcode);
  g_test_add_func ("/duplicate-rule/street", test_street);
  g_test_add_func ("/duplicate-rule/address", test_address);
  g_test_add_func ("/duplicate-rule/phone", test_phone);
  g_test_add_func ("/duplicate-rule/domain", test_domain);
  return g_test_run ();
}

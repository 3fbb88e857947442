// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-likeness-rule.h"
#include "spil-number.h"

static const SpilNorms norms = {
  .known = { [SPIL_NORM_DUPLICATE_NAME] = TRUE,
             [SPIL_NORM_DUPLICATE_POSSIBLE] = TRUE,
             [SPIL_NORM_DUPLICATE_PROBABLE] = TRUE },
  .value = { [SPIL_NORM_DUPLICATE_NAME] = 850000,
             [SPIL_NORM_DUPLICATE_POSSIBLE] = 40 * SPIL_DECIMAL_ONE,
             [SPIL_NORM_DUPLICATE_PROBABLE] = 60 * SPIL_DECIMAL_ONE },
};

static SpilLikeness
compare (const SpilDuplicateFacts *a, const SpilDuplicateFacts *b, const SpilNorms *by)
{
  g_auto (SpilDuplicateTraits) traits_a = { 0 };
  g_auto (SpilDuplicateTraits) traits_b = { 0 };
  SpilLikeness there;
  SpilLikeness back;

  spil_duplicate_traits_init (&traits_a, a);
  spil_duplicate_traits_init (&traits_b, b);
  there = spil_likeness (&traits_a, &traits_b, by);
  back = spil_likeness (&traits_b, &traits_a, by);
  g_assert_cmpint (there.level, ==, back.level);
  g_assert_cmpuint (there.reasons, ==, back.reasons);
  g_assert_cmpint (there.points, ==, back.points);
  return there;
}

static void
test_level (void)
{
  static const struct
  {
    SpilDuplicateFacts a, b;
    SpilLikenessLevel level;
    const char *text;
  } cases[] = {
    { { .name = "Bakkerij Jansen" }, { .name = "Garage Visser" }, SPIL_LIKENESS_NONE, "" },
    { { .name = "Bakkerij Jansen", .kvk_number = "12345678" },
      { .name = "Jansen Brood en Banket", .kvk_number = "12345678" },
      SPIL_LIKENESS_PROBABLE,
      "same KvK number" },
    { { .name = "Bakkerij Jansen", .kvk_number = "12345678", .postcode = "8011 AB", .town = "Zwolle" },
      { .name = "Bakkerij Jansen", .kvk_number = "12345678", .postcode = "8021 CD", .town = "Zwolle" },
      SPIL_LIKENESS_SITE,
      "same KvK number, same name, same town" },
    { { .name = "Bakkerij Jansen", .kvk_number = "000012345678" },
      { .name = "Garage Visser", .kvk_number = "000012345678" },
      SPIL_LIKENESS_NONE,
      "" },
    { { .name = "Bakkerij Jansen" },
      { .name = "Bakkerij Jansen B.V.", .town = "Zwolle" },
      SPIL_LIKENESS_POSSIBLE,
      "same name" },
    { { .name = "Auto Bedrijf Jansen" },
      { .name = "Autobedrijf Jansen" },
      SPIL_LIKENESS_POSSIBLE,
      "same name" },
    { { .name = "Bakkerij Jansen", .town = "Zwolle" },
      { .name = "BAKKERIJ JANSEN", .town = "zwolle" },
      SPIL_LIKENESS_POSSIBLE,
      "same name, same town" },
    { { .name = "Bakkerij Jansen", .town = "Zwolle" },
      { .name = "Bakkerij Jansen", .town = "Deventer" },
      SPIL_LIKENESS_NONE,
      "same name, but another town" },
    { { .name = "Bakkerij Jansen Zwolle" },
      { .name = "Bakkerij Jansen", .town = "Zwolle" },
      SPIL_LIKENESS_POSSIBLE,
      "same name" },
    { { .name = "Gemeente Zwolle", .town = "Zwolle" },
      { .name = "Gemeente Kampen", .town = "Kampen" },
      SPIL_LIKENESS_NONE,
      "but another town" },
    { { .name = "Bakkerij Jansen", .town = "Zwolle" },
      { .name = "Bakkerij Janssen", .town = "Zwolle" },
      SPIL_LIKENESS_POSSIBLE,
      "name looks alike, same town" },
    { { .name = "Bakkerij Jansen", .town = "Zwolle" },
      { .name = "Jansen Bakkery", .town = "Zwolle" },
      SPIL_LIKENESS_POSSIBLE,
      "name looks alike, same town" },
    { { .name = "Basisschool 12", .town = "Zwolle" },
      { .name = "Basisschool 13", .town = "Zwolle" },
      SPIL_LIKENESS_NONE,
      "same town" },
    { { .name = "ABN", .town = "Zwolle" },
      { .name = "ABC", .town = "Zwolle" },
      SPIL_LIKENESS_NONE,
      "same town" },
    { { .name = "Bakkerij Jansen", .street = "Hoofdstr. 12", .postcode = "8011 AB", .town = "Zwolle" },
      { .name = "Bakkerij Jansen", .house_number = "12 a", .postcode = "8011ab", .town = "Zwolle" },
      SPIL_LIKENESS_PROBABLE,
      "same name, same address" },
    { { .name = "Bakkerij Jansen", .house_number = "12b", .postcode = "8011 AB", .town = "Zwolle" },
      { .name = "Garage Visser", .house_number = "12a", .postcode = "8011ab", .town = "Zwolle" },
      SPIL_LIKENESS_NONE,
      "same town" },
    { { .name = "Bakkerij Jansen", .phone = "038-1234567", .email = "info@jansen.example" },
      { .name = "Jansen Beheer", .phone = "+31381234567", .website = "www.jansen.example" },
      SPIL_LIKENESS_POSSIBLE,
      "same phone number, same e-mail or web address" },
    { { .name = "Bakkerij Jansen", .email = "jansen@gmail.com", .town = "Zwolle" },
      { .name = "Garage Visser", .email = "visser@gmail.com", .town = "Zwolle" },
      SPIL_LIKENESS_NONE,
      "same town" },
    { { .name = "Jansen Holding", .kvk_number = "12345678", .town = "Zwolle", .phone = "038-1234567" },
      { .name = "Jansen B.V.", .kvk_number = "87654321", .town = "Zwolle", .phone = "038-1234567" },
      SPIL_LIKENESS_POSSIBLE,
      "same name, same phone number, same town, but another KvK number" },
    { { .name = NULL }, { .name = NULL }, SPIL_LIKENESS_NONE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilLikeness likeness = compare (&cases[i].a, &cases[i].b, &norms);
    g_autofree char *text = spil_likeness_dup_text (likeness);

    g_test_message ("%s, %s: %s, %d points", cases[i].a.name, cases[i].b.name, text, likeness.points);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpint (likeness.level, ==, cases[i].level);
  }
}

/* Nothing that is not set is decided in the code. */
static void
test_without_norms (void)
{
  static const SpilNorms none = { 0 };
  SpilDuplicateFacts a = { .name = "Bakkerij Jansen", .phone = "038-1234567", .town = "Zwolle" };
  SpilDuplicateFacts b = a;

  g_assert_cmpint (compare (&a, &b, &none).level, ==, SPIL_LIKENESS_NONE);
  a.kvk_number = b.kvk_number = "12345678";
  g_assert_cmpint (compare (&a, &b, &none).level, ==, SPIL_LIKENESS_PROBABLE);
}

static void
test_names (void)
{
  static const struct
  {
    const char *a, *b;
    int percent;
  } cases[] = {
    { "jansen", "jansen", 100 },
    { "jansen", "janssen", 85 },
    { "hanos", "hanso", 80 },
    { "a b", "b a", 100 },
    { "", "", 0 },
    { "", "abcd", 0 },
    { "bakker jansen", "jansen", 50 },
  };
  g_autofree char *very_long = g_strnfill (5000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (spil_likeness_of_names (cases[i].a, cases[i].b) * 100 / SPIL_DECIMAL_ONE, ==,
                     cases[i].percent);
  g_assert_cmpint (spil_likeness_of_names (very_long, very_long), ==, SPIL_DECIMAL_ONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness-rule/level", test_level);
  g_test_add_func ("/likeness-rule/without-norms", test_without_norms);
  g_test_add_func ("/likeness-rule/names", test_names);
  return g_test_run ();
}

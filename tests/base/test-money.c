// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-money.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int64_t cents;
  } cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "5", 500 },
    { "-5", -500 },
    { "−5", -500 },
    { "007", 700 },
    { "1234.50", 123450 },
    { "1.234,50", 123450 },
    { "1234,5", 123450 },
    { "1.23", 123 },
    { "1,23", 123 },
    { "1.2", 120 },
    { "1.234", 123400 },
    { "951.500", 95150000 },
    { "1.234.567", 123456700 },
    { "1.234.567,89", 123456789 },
    { "951500,00", 95150000 },
    { "€ 951.500,00", 95150000 },
    { "€\xc2\xa0"
      "951.500,00",
      95150000 },
    { "€\xe2\x80\xaf"
      "951.500,00",
      95150000 },
    { "€951.500", 95150000 },
    { "€ 12,-", 1200 },
    { "12,--", 1200 },
    { "€ 1.234,–", 123400 },
    { "€ 1.234,—", 123400 },
    { "-€ 5,00", -500 },
    { "−€\xc2\xa0"
      "5,00",
      -500 },
    { "€ -5,00", -500 },
    { "€ −5", -500 },
    { " \t1,00\r\n", 100 },
    { "100.000.000.000,00", SPIL_MONEY_MAX_CENTS },
    { "-100000000000", -SPIL_MONEY_MAX_CENTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int64_t cents = 42;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (spil_money_parse (cases[i].text, &cents));
    g_assert_cmpint (cents, ==, cases[i].cents);
  }
}

static void
test_parse_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "-",
    "€",
    "€ -",
    "12,5,3",
    "12.5.3",
    "1.234.50",
    "1,234.50",
    "1,234,567",
    "1234.567",
    "0.123",
    "12.34,50",
    "1.2345",
    "1,234",
    "12,345",
    "12,",
    "12.",
    ",50",
    ".50",
    "1..234",
    ".123",
    "1.234.",
    "1e5",
    "0x10",
    "+5",
    "--5",
    "-€ -5",
    "5-",
    "5 €",
    "€€ 5",
    "1 234",
    "12 ,-",
    "1,5,-",
    "1.23,-",
    ",-",
    "-,-",
    "12,-5",
    "vijf",
    "PM",
    "€ 5 p.m.",
    "5\n6",
    "１２",
    "٥",
    "∞",
    "nan",
    "inf",
    "🙂",
    "\xff",
    "5\xff",
    "\xe2\x82",
    "100.000.000.000,01",
    "100000000001",
    "99999999999999999999999999999999999",
    "-9223372036854775808",
    ("\xe2\x80\xae"
     "5"),
    "5\xe2\x80\x8f",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int64_t cents = 42;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (spil_money_parse (cases[i], &cents));
    g_assert_cmpint (cents, ==, 42);
  }
}

static void
test_format (void)
{
  static const struct
  {
    int64_t cents;
    const char *with_cents, *whole, *brief, *decimal;
  } cases[] = {
    { 0, "€ 0,00", "€ 0", "€ 0", "0.00" },
    { 1, "€ 0,01", "€ 0", "€ 0,01", "0.01" },
    { 49, "€ 0,49", "€ 0", "€ 0,49", "0.49" },
    { 50, "€ 0,50", "€ 1", "€ 0,50", "0.50" },
    { -49, "−€ 0,49", "€ 0", "−€ 0,49", "-0.49" },
    { -50, "−€ 0,50", "−€ 1", "−€ 0,50", "-0.50" },
    { -500, "−€ 5,00", "−€ 5", "−€ 5", "-5.00" },
    { 99999, "€ 999,99", "€ 1.000", "€ 999,99", "999.99" },
    { 100000, "€ 1.000,00", "€ 1.000", "€ 1.000", "1000.00" },
    { 95150000, "€ 951.500,00", "€ 951.500", "€ 951.500", "951500.00" },
    { 123456789, "€ 1.234.567,89", "€ 1.234.568", "€ 1.234.567,89", "1234567.89" },
    { G_MAXINT64, "€ 92.233.720.368.547.758,07", "€ 92.233.720.368.547.758", "€ 92.233.720.368.547.758,07",
      "92233720368547758.07" },
    { G_MININT64, "−€ 92.233.720.368.547.758,08", "−€ 92.233.720.368.547.758", "−€ 92.233.720.368.547.758,08",
      "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *expected[] = { cases[i].with_cents, cases[i].whole, cases[i].brief };
    g_autofree char *decimal = spil_money_to_decimal (cases[i].cents);

    for (int format = SPIL_MONEY_CENTS; format <= SPIL_MONEY_BRIEF; format++) {
      g_autofree char *text = spil_money_format (cases[i].cents, (SpilMoneyFormat) format);
      g_autoptr (GString) plain = g_string_new (text);

      // The table has ordinary spaces, to be readable.
      g_string_replace (plain, "\xc2\xa0", " ", 0);
      g_assert_cmpstr (plain->str, ==, expected[format]);
      g_assert_nonnull (g_strstr_len (text, -1, "€\xc2\xa0"));
    }
    g_assert_cmpstr (decimal, ==, cases[i].decimal);
  }
}

/* What is written is read back, in every form that does not round. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++) {
    int64_t cents = (int64_t) (g_test_rand_double_range (-1, 1) *
                               (double) (SPIL_MONEY_MAX_CENTS >> (i % 40)));
    g_autofree char *with_cents = spil_money_format (cents, SPIL_MONEY_CENTS);
    g_autofree char *brief = spil_money_format (cents, SPIL_MONEY_BRIEF);
    g_autofree char *decimal = spil_money_to_decimal (cents);
    int64_t found;

    g_assert_true (spil_money_parse (with_cents, &found));
    g_assert_cmpint (found, ==, cents);
    g_assert_true (spil_money_parse (brief, &found));
    g_assert_cmpint (found, ==, cents);
    g_assert_true (spil_money_parse (decimal, &found));
    g_assert_cmpint (found, ==, cents);
  }
}

static void
test_add (void)
{
  static const struct
  {
    SpilMoney a, b;
    gboolean possible;
    SpilMoney sum;
  } cases[] = {
    { { 1, SPIL_VAT_EXCLUDED }, { 2, SPIL_VAT_EXCLUDED }, TRUE, { 3, SPIL_VAT_EXCLUDED } },
    { { 1, SPIL_VAT_UNKNOWN }, { -2, SPIL_VAT_UNKNOWN }, TRUE, { -1, SPIL_VAT_UNKNOWN } },
    { { 1, SPIL_VAT_EXCLUDED }, { 2, SPIL_VAT_INCLUDED }, FALSE, { 0 } },
    { { 1, SPIL_VAT_UNKNOWN }, { 2, SPIL_VAT_INCLUDED }, FALSE, { 0 } },
    { { 0, SPIL_VAT_UNKNOWN }, { 2, SPIL_VAT_INCLUDED }, TRUE, { 2, SPIL_VAT_INCLUDED } },
    { { 0, SPIL_VAT_EXCLUDED }, { 2, SPIL_VAT_INCLUDED }, TRUE, { 2, SPIL_VAT_INCLUDED } },
    { { 0, SPIL_VAT_EXCLUDED }, { 2, SPIL_VAT_UNKNOWN }, TRUE, { 2, SPIL_VAT_UNKNOWN } },
    { { 0, SPIL_VAT_EXCLUDED }, { 0, SPIL_VAT_UNKNOWN }, TRUE, { 0, SPIL_VAT_EXCLUDED } },
    { { 0, SPIL_VAT_EXCLUDED }, { 0, SPIL_VAT_INCLUDED }, TRUE, { 0, SPIL_VAT_UNKNOWN } },
    { { SPIL_MONEY_MAX_CENTS, 0 }, { 0, 0 }, TRUE, { SPIL_MONEY_MAX_CENTS, 0 } },
    { { SPIL_MONEY_MAX_CENTS, 0 }, { 1, 0 }, FALSE, { 0 } },
    { { -SPIL_MONEY_MAX_CENTS, 0 }, { -1, 0 }, FALSE, { 0 } },
    { { G_MAXINT64, 0 }, { G_MAXINT64, 0 }, FALSE, { 0 } },
    { { G_MININT64, 0 }, { -1, 0 }, FALSE, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int swapped = 0; swapped <= 1; swapped++) {
      SpilMoney sum = spil_money (42, SPIL_VAT_INCLUDED);
      SpilMoney expected = cases[i].possible ? cases[i].sum : sum;

      g_assert_cmpint (swapped ? spil_money_add (cases[i].b, cases[i].a, &sum)
                               : spil_money_add (cases[i].a, cases[i].b, &sum),
                       ==, cases[i].possible);
      g_assert_cmpint (sum.cents, ==, expected.cents);
      g_assert_cmpint (sum.vat, ==, expected.vat);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refused", test_parse_refused);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/add", test_add);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-number.h"

#include <math.h>

#define M SPIL_DECIMAL_ONE

typedef gboolean (*Parse) (const char *text, int64_t *value);

typedef struct
{
  const char *text;
  int64_t value;
} Case;

static void
check_parse (Parse parse, const Case *cases, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    int64_t value = 42;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (parse (cases[i].text, &value));
    g_assert_cmpint (value, ==, cases[i].value);
  }
}

static void
check_refused (Parse parse, const char *const *cases, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    int64_t value = 42;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (parse (cases[i], &value));
    g_assert_cmpint (value, ==, 42);
  }
}

static void
test_integer_parse (void)
{
  static const Case cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "1234", 1234 },
    { "1.234", 1234 },
    { "-5", -5 },
    { "−5", -5 },
    { "12.345.678", 12345678 },
    { "007", 7 },
    { " 12\n", 12 },
    { "\xc2\xa0"
      "12",
      12 },
    { "-1.234", -1234 },
    { "1000000000000000", G_GINT64_CONSTANT (1000000000000000) },
    { "-1.000.000.000.000.000", G_GINT64_CONSTANT (-1000000000000000) },
  };
  static const char *const refused[] = {
    "",
    " ",
    "-",
    "1.23",
    "1.2345",
    "0.123",
    "1234.567",
    "1,0",
    "1,5",
    "12,5,3",
    "1e5",
    "+5",
    "- 5",
    "--5",
    "1 234",
    ".123",
    "1.234.",
    "0x1f",
    "1f",
    "é",
    "🙂",
    "\xff",
    "1\xff",
    "٣",
    "１",
    "½",
    "1000000000000001",
    "-1000000000000001",
    "9223372036854775808",
    "99999999999999999999999",
    ("\xe2\x80\xae"
     "12"),
  };

  check_parse (spil_integer_parse, cases, G_N_ELEMENTS (cases));
  check_refused (spil_integer_parse, refused, G_N_ELEMENTS (refused));
}

static void
test_integer_format (void)
{
  static const Case cases[] = {
    { "0", 0 },
    { "999", 999 },
    { "1.234", 1234 },
    { "−5", -5 },
    { "−1.234.567", -1234567 },
    { "9.223.372.036.854.775.807", G_MAXINT64 },
    { "−9.223.372.036.854.775.808", G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = spil_integer_format (cases[i].value);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_decimal_parse (void)
{
  static const Case cases[] = {
    { "0", 0 },
    { "-0,0", 0 },
    { "0.39", 390000 },
    { "0,39", 390000 },
    { "-0,39", -390000 },
    { "−0,39", -390000 },
    { "1.234,5", 1234 * M + 500000 },
    { "1234,5", 1234 * M + 500000 },
    { "2.744", 2 * M + 744000 },
    { "0.213", 213000 },
    { "1234.567", 1234 * M + 567000 },
    { "1.234.567", 1234567 * M },
    { "1.234.567,000001", 1234567 * M + 1 },
    { "0.000001", 1 },
    { " 12 ", 12 * M },
    { "1000000000000", G_GINT64_CONSTANT (1000000000000) * M },
  };
  static const char *const refused[] = {
    "",
    " ",
    "-",
    "0.0000001",
    "0,1234567",
    "12,5,3",
    "1.234.50",
    "1,234.5",
    "12.34,5",
    "0.123,5",
    ",5",
    ".5",
    "5,",
    "5.",
    "1e5",
    "1e-5",
    "+1",
    "0x1p3",
    "nan",
    "inf",
    "1 000",
    "1\xff",
    "½",
    "٣",
    "🙂",
    "39%",
    "1000000000000,000001",
    "9999999999999999999999",
  };

  check_parse (spil_decimal_parse, cases, G_N_ELEMENTS (cases));
  check_refused (spil_decimal_parse, refused, G_N_ELEMENTS (refused));
}

static void
test_decimal_format (void)
{
  static const struct
  {
    int64_t value;
    const char *dutch, *plain;
  } cases[] = {
    { 0, "0", "0" },
    { 390000, "0,39", "0.39" },
    { -390000, "−0,39", "-0.39" },
    { 1, "0,000001", "0.000001" },
    { 1234 * M, "1234", "1234" },
    { 1234 * M + 500000, "1.234,5", "1234.5" },
    { 1234567 * M, "1.234.567", "1234567" },
    { M + 234000, "1,234", "1.234" },
    { G_MAXINT64, "9.223.372.036.854,775807", "9223372036854.775807" },
    { G_MININT64, "−9.223.372.036.854,775808", "-9223372036854.775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *dutch = spil_decimal_format (cases[i].value);
    g_autofree char *plain = spil_decimal_to_text (cases[i].value);

    g_assert_cmpstr (dutch, ==, cases[i].dutch);
    g_assert_cmpstr (plain, ==, cases[i].plain);
  }
}

/* What is written is read back: in both forms, of every size, with any number of decimals. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 50000; i++) {
    static const int64_t units[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
    int64_t unit = units[i % G_N_ELEMENTS (units)];
    int64_t value = (int64_t) (g_test_rand_double_range (-1, 1) * exp2 (i % 38)) * unit;
    g_autofree char *dutch = spil_decimal_format (value);
    g_autofree char *plain = spil_decimal_to_text (value);
    g_autofree char *integer = spil_integer_format (value);
    int64_t found;

    g_assert_true (spil_decimal_parse (dutch, &found));
    g_assert_cmpint (found, ==, value);
    g_assert_true (spil_decimal_parse (plain, &found));
    g_assert_cmpint (found, ==, value);
    if (ABS (value) <= G_GINT64_CONSTANT (1000000000000000)) {
      g_assert_true (spil_integer_parse (integer, &found));
      g_assert_cmpint (found, ==, value);
    }
  }
}

static void
test_double (void)
{
  g_assert_cmpint (spil_decimal_from_double (0.39), ==, 390000);
  g_assert_cmpint (spil_decimal_from_double (-0.39), ==, -390000);
  g_assert_cmpint (spil_decimal_from_double (2.744), ==, 2744000);
  g_assert_cmpint (spil_decimal_from_double (0.0000004), ==, 0);
  g_assert_cmpint (spil_decimal_from_double (0.0000006), ==, 1);
  g_assert_cmpint (spil_decimal_from_double (1e300), ==, G_GINT64_CONSTANT (1000000000000) * M);
  g_assert_cmpint (spil_decimal_from_double (-INFINITY), ==, G_GINT64_CONSTANT (-1000000000000) * M);
  g_assert_cmpfloat (spil_decimal_to_double (390000), ==, 0.39);
  for (int64_t value = -100000; value <= 100000; value += 7)
    g_assert_cmpint (spil_decimal_from_double (spil_decimal_to_double (value)), ==, value);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/integer-parse", test_integer_parse);
  g_test_add_func ("/number/integer-format", test_integer_format);
  g_test_add_func ("/number/decimal-parse", test_decimal_parse);
  g_test_add_func ("/number/decimal-format", test_decimal_format);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/double", test_double);
  return g_test_run ();
}

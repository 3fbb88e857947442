// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-text.h"

#include <string.h>

#define RIGHT_TO_LEFT_OVERRIDE "\xe2\x80\xae"
#define POP_DIRECTION "\xe2\x80\xac"
#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"
#define SOFT_HYPHEN "\xc2\xad"
#define NO_BREAK_SPACE "\xc2\xa0"
#define FAMILY "👨‍👩‍👧"

static void
test_check (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    SpilTextFault fault;
  } cases[] = {
    { NULL, 0, SPIL_TEXT_OK },
    { "", 0, SPIL_TEXT_OK },
    { "Zwolle", 6, SPIL_TEXT_OK },
    { "é🙂\n", 7, SPIL_TEXT_OK },
    { "שלום", 8, SPIL_TEXT_OK },
    { "a\0b", 3, SPIL_TEXT_HAS_NUL },
    { "a", 2, SPIL_TEXT_HAS_NUL },
    { "\0\xff", 2, SPIL_TEXT_HAS_NUL },
    { "\xff", 1, SPIL_TEXT_NOT_UTF8 },
    { "\xc3", 1, SPIL_TEXT_NOT_UTF8 },
    { "\xe9t\xe9", 3, SPIL_TEXT_NOT_UTF8 },
    { "\xc0\x80", 2, SPIL_TEXT_NOT_UTF8 },
    { "\xed\xa0\x80", 3, SPIL_TEXT_NOT_UTF8 },
    { "\xf4\x90\x80\x80", 4, SPIL_TEXT_NOT_UTF8 },
  };
  g_autofree char *longest = g_strnfill (SPIL_TEXT_MAX_BYTES + 1, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (spil_text_check (cases[i].text, cases[i].length), ==, cases[i].fault);
  g_assert_cmpint (spil_text_check (longest, SPIL_TEXT_MAX_BYTES), ==, SPIL_TEXT_OK);
  g_assert_cmpint (spil_text_check (longest, SPIL_TEXT_MAX_BYTES + 1), ==, SPIL_TEXT_TOO_LONG);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "", "" },
    { " \t\n", "" },
    { "Zwolle", "zwolle" },
    { "  De   Groot\t&\nZn. ", "de groot & zn." },
    { "Van" NO_BREAK_SPACE "Dijk", "van dijk" },
    { "Ĳsselmuiden", "ijsselmuiden" },
    { "Café", "cafe" },
    { "Cafe\xcc\x81", "cafe" },
    { "Łódź", "lodz" },
    { "Ørsted Æon Œuvre", "orsted aeon oeuvre" },
    { "İstanbul ISPARTA ığdır", "istanbul isparta igdir" },
    { "Groß", "gross" },
    { "Þór Đorđe", "thor dorde" },
    { "ＦＵＬＬ ①", "full 1" },
    { "ﬁets", "fiets" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "Йод", "иод" },
    { "שָׁלוֹם", "שלום" },
    { "a" ZERO_WIDTH_SPACE "b" SOFT_HYPHEN "c", "abc" },
    { RIGHT_TO_LEFT_OVERRIDE "abc", "abc" },
    { "a\x01"
      "b",
      "ab" },
    { "🙂 Fiets", "🙂 fiets" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = spil_text_fold (cases[i].text);
    g_autofree char *again = spil_text_fold (folded);

    g_assert_cmpstr (folded, ==, cases[i].folded);
    g_assert_cmpstr (again, ==, folded);
  }
}

static void
test_one_line (void)
{
  static const struct
  {
    const char *text;
    int max_chars;
    const char *line;
  } cases[] = {
    { "", 10, "" },
    { "Zwolle", 6, "Zwolle" },
    { "Zwolle", 5, "Zwol…" },
    { "Zwolle", 2, "Z…" },
    { "Zwolle", 1, "…" },
    { "Zwolle", 0, "" },
    { "Zwolle", -1, "" },
    { "one\r\ntwo\xe2\x80\xa8three\xc2\x85"
      "four",
      40, "one two three four" },
    { "  a \t b  ", 40, "a b" },
    { "de man", 4, "de…" },
    { "a\x1b[31mb\x07\x7f", 40, "a[31mb" },
    { "gpj." RIGHT_TO_LEFT_OVERRIDE "exe" POP_DIRECTION, 40, "gpj.exe" },
    { "\xe2\x81\xa6"
      "a\xe2\x81\xa9\xe2\x80\x8f\xd8\x9c",
      40, "a" },
    { "\xef\xbb\xbf"
      "a" ZERO_WIDTH_SPACE "b",
      40, "ab" },
    { "שלום עולם", 40, "שלום עולם" },
    { "🙂🙂🙂", 3, "🙂🙂🙂" },
    { "🙂🙂🙂", 2, "🙂…" },
    { FAMILY, 5, FAMILY },
    { FAMILY "ab", 6, FAMILY "…" },
    { "a" FAMILY "b", 6, "a…" },
    { "👍🏽👍🏽", 3, "👍🏽…" },
    { "👍🏽👍🏽", 2, "…" },
    { "ee\xcc\x81"
      "bc",
      3, "e…" },
    { "a\xff\xfe"
      "b",
      40,
      "a\xef\xbf\xbd\xef\xbf\xbd"
      "b" },
    { "\xff\xff\xff", 2, "\xef\xbf\xbd…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = spil_text_one_line (cases[i].text, cases[i].max_chars);

    g_assert_cmpstr (line, ==, cases[i].line);
    g_assert_cmpint (g_utf8_strlen (line, -1), <=, MAX (0, cases[i].max_chars));
  }
}

/* Whatever comes in, a short valid line comes out. */
static void
test_any_bytes (void)
{
  for (int i = 0; i < 20000; i++) {
    char text[33];
    int length = g_test_rand_int_range (0, 32);
    g_autofree char *line = NULL;
    g_autofree char *folded = NULL;

    for (int j = 0; j < length; j++)
      text[j] = (char) g_test_rand_int_range (1, 256);
    text[length] = '\0';
    line = spil_text_one_line (text, 8);
    folded = spil_text_fold (text);
    g_assert_true (g_utf8_validate (line, -1, NULL));
    g_assert_true (g_utf8_validate (folded, -1, NULL));
    g_assert_cmpint (g_utf8_strlen (line, -1), <=, 8);
    g_assert_null (strpbrk (line, "\n\r\t\x1b"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/check", test_check);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/one-line", test_one_line);
  g_test_add_func ("/text/any-bytes", test_any_bytes);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-line-reader.h"

#include <string.h>

static SpilLineReader *
open_text (const char *text, gsize length, gsize max_bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return spil_line_reader_new (stream, max_bytes);
}

/* Asserts the next line of text. */
static void
assert_line (SpilLineReader *reader, const char *expected)
{
  const char *line = NULL;
  gsize length = 0;

  g_assert_cmpint (spil_line_reader_next (reader, &line, &length, NULL), ==, SPIL_LINE_READ);
  g_assert_cmpmem (line, length, expected, strlen (expected));
}

static void
assert_result (SpilLineReader *reader, SpilLineResult expected)
{
  const char *line;
  gsize length;

  g_assert_cmpint (spil_line_reader_next (reader, &line, &length, NULL), ==, expected);
}

static void
test_lines_ends (void)
{
  static const char text[] = "one\r\ntwo\n\nfour\rfive";
  g_autoptr (SpilLineReader) reader = open_text (text, strlen (text), 100);

  assert_line (reader, "one");
  assert_line (reader, "two");
  assert_line (reader, "");
  assert_line (reader, "four\rfive");
  g_assert_cmpint (spil_line_reader_get_number (reader), ==, 4);
  assert_result (reader, SPIL_LINE_END);
  assert_result (reader, SPIL_LINE_END);
}

static void
test_lines_nul (void)
{
  g_autoptr (SpilLineReader) reader = open_text ("a\0b\n", 4, 100);
  const char *line;
  gsize length;

  g_assert_cmpint (spil_line_reader_next (reader, &line, &length, NULL), ==, SPIL_LINE_READ);
  g_assert_cmpmem (line, length, "a\0b", 3);
}

static void
test_lines_empty (void)
{
  g_autoptr (SpilLineReader) reader = open_text ("", 0, 100);

  assert_result (reader, SPIL_LINE_END);
}

/* Lines across blocks, at the bound and beyond it; what follows a line that is too long is read again. */
static void
test_lines_long (void)
{
  const gsize bound = 200000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *fits = g_strnfill (bound, 'a');
  g_autofree char *too_long = g_strnfill (bound + 1, 'b');
  g_autoptr (SpilLineReader) reader = NULL;

  g_string_append_printf (text, "%s\n%s\nlast", fits, too_long);
  reader = open_text (text->str, text->len, bound);
  assert_line (reader, fits);
  assert_result (reader, SPIL_LINE_TOO_LONG);
  assert_line (reader, "last");
  g_assert_cmpint (spil_line_reader_get_number (reader), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/ends", test_lines_ends);
  g_test_add_func ("/lines/nul", test_lines_nul);
  g_test_add_func ("/lines/empty", test_lines_empty);
  g_test_add_func ("/lines/long", test_lines_long);
  return g_test_run ();
}

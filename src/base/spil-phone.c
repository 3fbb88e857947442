// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-phone.h"

#include <string.h>

/* A whole number in the Netherlands, and what goes before it from elsewhere. */
#define NATIONAL_DIGITS 9
#define COUNTRY "31"

/* A slash after so many digits parts two numbers; after fewer it stands in one. */
#define WHOLE_DIGITS 8

/* Digits alone; the zero in brackets, which is not dialled after the country, is left out. */
static char *
keep_digits (const char *text, gsize length)
{
  GString *digits = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (length - i > 2 && strncmp (text + i, "(0)", 3) == 0)
      i += 2;
    else if (g_ascii_isdigit (text[i]))
      g_string_append_c (digits, text[i]);
  }
  return g_string_free_and_steal (digits);
}

/* @international: a plus stands before it. */
static const char *
strip_prefix (const char *digits, gboolean international)
{
  if (!international && g_str_has_prefix (digits, "00")) {
    international = TRUE;
    digits += 2;
  }
  if (international && g_str_has_prefix (digits, COUNTRY))
    digits += strlen (COUNTRY);
  else if (!international && g_str_has_prefix (digits, COUNTRY) &&
           strlen (digits) == strlen (COUNTRY) + NATIONAL_DIGITS)
    return digits + strlen (COUNTRY);
  return digits[0] == '0' ? digits + 1 : digits;
}

static gboolean
has_plus (const char *text, gsize length)
{
  const char *plus = memchr (text, '+', length);

  for (const char *p = text; plus != NULL && p < plus; p++)
    if (g_ascii_isdigit (*p))
      return FALSE;
  return plus != NULL;
}

static void
add_number (GStrvBuilder *numbers, const char *text, gsize length)
{
  g_autofree char *digits = keep_digits (text, length);
  const char *number = strip_prefix (digits, has_plus (text, length));

  if (strlen (number) >= SPIL_PHONE_LEAST)
    g_strv_builder_add (numbers, number);
}

GStrv
spil_phone_numbers (const char *text)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  const char *start = text;
  int n_digits = 0;

  for (const char *p = text; *p != '\0'; p++) {
    n_digits += g_ascii_isdigit (*p);
    if (strchr (",;\n", *p) == NULL && (*p != '/' || n_digits < WHOLE_DIGITS))
      continue;
    add_number (numbers, start, (gsize) (p - start));
    start = p + 1;
    n_digits = 0;
  }
  add_number (numbers, start, strlen (start));
  return g_strv_builder_end (numbers);
}

gboolean
spil_phone_is_part (const char *text, char **start, char **end)
{
  g_autofree char *digits = NULL;
  const char *number;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && strchr ("+()-./ ", *p) == NULL)
      return FALSE;
  digits = keep_digits (text, strlen (text));
  if (strlen (digits) < SPIL_PHONE_LEAST)
    return FALSE;
  number = strip_prefix (digits, has_plus (text, strlen (text)));
  *start = strlen (number) > 1 ? g_strdup (number) : NULL;
  *end = g_strdup (strlen (digits) > NATIONAL_DIGITS ? number : digits);
  return TRUE;
}

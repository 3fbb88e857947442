// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pseudonym-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

// Letters that make a word which may be a name.
#define NAME_LETTERS 3
#define PREFIX_LETTERS 3
#define BSN_DIGITS 9
#define PHONE_DIGITS 10

// The eleven test: the last digit counts negatively.
static gboolean
is_bsn (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < BSN_DIGITS; i++)
    sum += (digits[i] - '0') * (i < BSN_DIGITS - 1 ? BSN_DIGITS - i : -1);
  return sum % 11 == 0 && strspn (digits, "0") < BSN_DIGITS;
}

// A word that says what it is, not who.
static gboolean
is_common (const char *word)
{
  static const char *const words[] = {
    "deelnemer", "deelneemster", "kaart",  "pas",  "proef",  "fiets",   "carpool", "trein",
    "bus",       "groep",        "nummer", "code", "pseudo", "persoon", "movez",   "test",
  };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_word (const char *start, gsize length)
{
  g_autofree char *word = g_strndup (start, length);
  gboolean small = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    small = small || g_unichar_islower (g_utf8_get_char (at));
  return small && g_utf8_strlen (word, -1) >= NAME_LETTERS && !is_common (word);
}

static gboolean
has_name (const char *text)
{
  const char *start = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at)) {
    gboolean letter = *at != '\0' && g_unichar_isalpha (g_utf8_get_char (at));

    if (letter && start == NULL)
      start = at;
    if (!letter && start != NULL) {
      if (is_name_word (start, (gsize) (at - start)))
        return TRUE;
      start = NULL;
    }
    if (*at == '\0')
      return FALSE;
  }
}

SpilPseudonymDoubt
spil_pseudonym_check (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (text == NULL)
    return SPIL_PSEUDONYM_FINE;
  if (strchr (text, '@') != NULL)
    return SPIL_PSEUDONYM_EMAIL;
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  if (digits->len == BSN_DIGITS && is_bsn (digits->str))
    return SPIL_PSEUDONYM_BSN;
  if (digits->len >= PHONE_DIGITS)
    return SPIL_PSEUDONYM_PHONE;
  return has_name (text) ? SPIL_PSEUDONYM_NAME : SPIL_PSEUDONYM_FINE;
}

const char *
spil_pseudonym_doubt_label (SpilPseudonymDoubt doubt)
{
  switch (doubt) {
  case SPIL_PSEUDONYM_FINE:
    return NULL;
  case SPIL_PSEUDONYM_NAME:
    return _ ("This looks like a name. Use a code that says nothing about the person, such as OV-014.");
  case SPIL_PSEUDONYM_EMAIL:
    return _ (
        "This looks like an e-mail address. Use a code that says nothing about the person, such as OV-014.");
  case SPIL_PSEUDONYM_BSN:
    return _ ("This looks like a citizen service number (BSN), which must not be kept here. Use a code "
              "such as OV-014.");
  case SPIL_PSEUDONYM_PHONE:
    return _ (
        "This looks like a telephone number. Use a code that says nothing about the person, such as OV-014.");
  }
  g_return_val_if_reached (NULL);
}

static gboolean
is_abbreviation (const char *word)
{
  glong n_letters = g_utf8_strlen (word, -1);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
  return n_letters >= 2 && n_letters <= 2 * PREFIX_LETTERS;
}

char *
spil_pseudonym_dup_prefix (const char *instrument)
{
  g_auto (GStrv) words = g_strsplit_set (instrument != NULL ? instrument : "", " -/", -1);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *first = NULL;
  int n_words = 0;

  for (int i = 0; words[i] != NULL; i++) {
    if (is_abbreviation (words[i]))
      return g_strdup (words[i]);
    if (!g_unichar_isalpha (g_utf8_get_char (words[i])))
      continue;
    if (n_words++ < PREFIX_LETTERS)
      g_string_append_unichar (letters, g_unichar_toupper (g_utf8_get_char (words[i])));
    if (first == NULL)
      first = g_utf8_substring (words[i], 0, MIN (g_utf8_strlen (words[i], -1), PREFIX_LETTERS));
  }
  if (n_words == 0)
    return g_strdup ("D");
  return n_words == 1 ? g_utf8_strup (first, -1) : g_strdup (letters->str);
}

char *
spil_pseudonym_dup_next (const char *prefix, GPtrArray *taken)
{
  g_autofree char *start = g_strconcat (prefix, "-", NULL);
  guint64 highest = 0;

  for (guint i = 0; i < taken->len; i++) {
    const char *text = g_ptr_array_index (taken, i);
    guint64 number;

    if (g_str_has_prefix (text, start) &&
        g_ascii_string_to_unsigned (text + strlen (start), 10, 1, 999999999, &number, NULL))
      highest = MAX (highest, number);
  }
  return g_strdup_printf ("%s%03u", start, (guint) (highest + 1));
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sensitive-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-text.h"

#define BSN_DIGITS 9

/* Whole words, folded and without hyphens. Words of companies (verzuim, ziekenhuis, zorg) are left out: those say nothing of a person. */
static const char *const health_words[] = {
  "adhd",
  "arbeidsongeschikt",
  "arbeidsongeschiktheid",
  "autisme",
  "autistisch",
  "beroerte",
  "burnout",
  "chemo",
  "chemotherapie",
  "depressie",
  "depressief",
  "diabetes",
  "diagnose",
  "epilepsie",
  "hartaanval",
  "hartinfarct",
  "hernia",
  "hiv",
  "kanker",
  "medicatie",
  "medicijn",
  "medicijnen",
  "miskraam",
  "overspannen",
  "psychiater",
  "psychisch",
  "psychische",
  "psycholoog",
  "verslaafd",
  "verslaving",
  "wajong",
  "wao",
  "wia",
  "ziek",
  "zieke",
  "ziekgemeld",
  "ziekmelding",
  "ziekte",
  "zwanger",
  "zwangerschap",
};

/* The test of eleven of the BSN: 9 x the first digit + 8 x the second ... + 2 x the eighth - the ninth can be divided by 11. */
static gboolean
passes_test_of_eleven (const int *digits)
{
  int sum = -digits[BSN_DIGITS - 1];
  gboolean zero = TRUE;

  for (int i = 0; i < BSN_DIGITS; i++)
    zero = zero && digits[i] == 0;
  for (int i = 0; i < BSN_DIGITS - 1; i++)
    sum += (BSN_DIGITS - i) * digits[i];
  return !zero && sum % 11 == 0;
}

/* The end of the number that begins at @p: digits, with at most one point, space or hyphen between two. Reads the first nine. */
static const char *
read_number (const char *p, int *digits, int *n_digits)
{
  const char *end = p;

  *n_digits = 0;
  while (g_ascii_isdigit (*p) || (strchr (" .-", *p) != NULL && *p != '\0' && g_ascii_isdigit (p[1]))) {
    if (g_ascii_isdigit (*p)) {
      if (*n_digits < BSN_DIGITS)
        digits[*n_digits] = *p - '0';
      *n_digits += 1;
      end = p + 1;
    }
    p++;
  }
  return end;
}

static char *
find_bsn (const char *text)
{
  const char *p = text;

  while (*p != '\0') {
    int digits[BSN_DIGITS];
    int n_digits;
    const char *end;

    if (!g_ascii_isdigit (*p)) {
      p++;
      continue;
    }
    end = read_number (p, digits, &n_digits);
    // A telephone number abroad begins with a plus, and has as many digits now and then.
    if (n_digits == BSN_DIGITS && (p == text || p[-1] != '+') && passes_test_of_eleven (digits))
      return g_strndup (p, (gsize) (end - p));
    p = end;
  }
  return NULL;
}

static gboolean
is_health_word (const char *word)
{
  g_autofree char *folded = spil_text_fold (word);
  g_auto (GStrv) parts = g_strsplit (folded, "-", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  for (gsize i = 0; i < G_N_ELEMENTS (health_words); i++)
    if (strcmp (joined, health_words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-';
}

static char *
find_health (const char *text)
{
  const char *p = text;

  while (*p != '\0') {
    const char *start = p;
    g_autofree char *word = NULL;

    while (*p != '\0' && is_in_word (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    word = g_strndup (start, (gsize) (p - start));
    if (p > start && is_health_word (word))
      return g_steal_pointer (&word);
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }
  return NULL;
}

guint
spil_sensitive_find (const char *text, char **word)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *bsn = find_bsn (valid);
  g_autofree char *health = find_health (valid);
  guint kinds = (bsn != NULL ? SPIL_SENSITIVE_BSN : 0) | (health != NULL ? SPIL_SENSITIVE_HEALTH : 0);

  if (word != NULL)
    *word = bsn != NULL ? g_steal_pointer (&bsn) : g_steal_pointer (&health);
  return kinds;
}

char *
spil_sensitive_dup_warning (const char *text)
{
  g_autofree char *word = NULL;
  guint kinds = spil_sensitive_find (text, &word);

  if ((kinds & SPIL_SENSITIVE_BSN) != 0)
    // Translators: %s is a number out of a note.
    return g_strdup_printf (
        _ ("“%s” looks like a citizen service number (BSN). That may not be kept here: leave it out."), word);
  if ((kinds & SPIL_SENSITIVE_HEALTH) != 0)
    // Translators: %s is a word out of a note.
    return g_strdup_printf (
        _ ("“%s” seems to be about somebody’s health. Write down what was agreed, not what somebody has."),
        word);
  return NULL;
}

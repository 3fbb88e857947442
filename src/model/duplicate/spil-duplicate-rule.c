// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-rule.h"

#include <string.h>

#include "spil-text.h"

#define MIN_PHONE_DIGITS 9
#define POSTCODE_DIGITS 4
#define POSTCODE_LENGTH 6

/* Numbers and codes */

static char *
dup_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_string_free_and_steal (digits);
}

char *
spil_duplicate_normalise_kvk (const char *number, SpilKvkKind *kind)
{
  g_autofree char *digits = dup_digits (number);
  SpilKvkKind found = SPIL_KVK_NONE;
  char *result = NULL;

  switch (strlen (digits)) {
  case 7:
    found = SPIL_KVK_ORGANISATION;
    result = g_strconcat ("0", digits, NULL);
    break;
  case 8:
    found = SPIL_KVK_ORGANISATION;
    result = g_steal_pointer (&digits);
    break;
  case 12:
    found = SPIL_KVK_SITE;
    result = g_steal_pointer (&digits);
    break;
  default:
    break;
  }
  if (kind != NULL)
    *kind = found;
  return result;
}

char *
spil_duplicate_normalise_phone (const char *phone)
{
  g_autofree char *digits = NULL;
  const char *start;
  const char *national;

  if (phone == NULL)
    return NULL;
  digits = dup_digits (phone);
  start = digits;
  national = NULL;
  if (g_str_has_prefix (start, "0031"))
    national = start + 4;
  else if (g_str_has_prefix (start, "31") && strlen (start) >= MIN_PHONE_DIGITS + 2)
    national = start + 2;
  if (national == NULL)
    return strlen (start) >= MIN_PHONE_DIGITS ? g_strdup (start) : NULL;
  // "+31 (0)38": the zero is written, not dialled.
  if (*national == '0')
    national++;
  return strlen (national) >= MIN_PHONE_DIGITS ? g_strconcat ("0", national, NULL) : NULL;
}

char *
spil_duplicate_normalise_postcode (const char *postcode)
{
  char found[POSTCODE_LENGTH + 1] = { 0 };
  int n = 0;

  for (const char *p = postcode != NULL ? postcode : ""; *p != '\0'; p++) {
    if (g_ascii_isspace (*p))
      continue;
    if (n == POSTCODE_LENGTH || (n < POSTCODE_DIGITS ? !g_ascii_isdigit (*p) : !g_ascii_isalpha (*p)))
      return NULL;
    found[n++] = g_ascii_tolower (*p);
  }
  return n == POSTCODE_LENGTH ? g_strdup (found) : NULL;
}

/* Addresses */

static const struct
{
  const char *ending;
  const char *whole;
} street_endings[] = {
  { "str", "straat" }, { "ln", "laan" }, { "wg", "weg" }, { "pln", "plein" }, { "sngl", "singel" },
};

static const struct
{
  const char *word;
  const char *whole;
} street_words[] = {
  { "burg", "burgemeester" }, { "st", "sint" },      { "dr", "dokter" },    { "doctor", "dokter" },
  { "prof", "professor" },    { "ir", "ingenieur" }, { "mr", "meester" },   { "pr", "prins" },
  { "ds", "dominee" },        { "kon", "koningin" }, { "oz", "oostzijde" }, { "wz", "westzijde" },
  { "nz", "noordzijde" },     { "zz", "zuidzijde" },
};

/* Folded, with a space for everything that is neither letter nor digit; a point or an apostrophe leaves none when @join. */
static char *
dup_words (const char *text, gboolean join)
{
  g_autofree char *folded = spil_text_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (words, c);
    else if (c == '&' || c == '+')
      g_string_append (words, " en ");
    else if (!join || (c != '.' && c != '\'' && c != 0x2019))
      g_string_append_c (words, ' ');
  }
  return g_string_free_and_steal (words);
}

static void
append_street_word (GString *street, const char *word, gboolean last)
{
  gsize length = strlen (word);

  if (street->len > 0)
    g_string_append_c (street, ' ');
  for (gsize i = 0; i < G_N_ELEMENTS (street_words); i++)
    if (g_str_equal (word, street_words[i].word)) {
      g_string_append (street, street_words[i].whole);
      return;
    }
  for (gsize i = 0; last && i < G_N_ELEMENTS (street_endings); i++)
    if (g_str_has_suffix (word, street_endings[i].ending)) {
      length -= strlen (street_endings[i].ending);
      g_string_append_len (street, word, (gssize) length);
      g_string_append (street, street_endings[i].whole);
      return;
    }
  g_string_append (street, word);
}

char *
spil_duplicate_normalise_street (const char *street)
{
  g_autofree char *text = street != NULL ? dup_words (street, FALSE) : NULL;
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", -1) : NULL;
  GString *result;

  if (words == NULL)
    return NULL;
  result = g_string_new (NULL);
  for (int i = 0; words[i] != NULL; i++) {
    const char *next = words[i + 1];

    if (words[i][0] != '\0')
      append_street_word (result, words[i], next == NULL || next[0] == '\0' || g_ascii_isdigit (next[0]));
  }
  if (result->len > 0)
    return g_string_free_and_steal (result);
  g_string_free (result, TRUE);
  return NULL;
}

/* Where the house number at the end of a street begins, or NULL: "Hoofdstraat 12 a", but not "Plein 1940". */
static const char *
find_number (const char *street)
{
  const char *found = NULL;

  for (const char *p = street; *p != '\0'; p++)
    if (p > street && p[-1] == ' ' && g_ascii_isdigit (*p) && found == NULL)
      found = p;
  return found;
}

char *
spil_duplicate_normalise_house_number (const char *house_number, const char *street)
{
  g_autofree char *folded = NULL;
  const char *p = house_number != NULL ? strpbrk (house_number, "0123456789") : NULL;
  GString *result;

  if (p == NULL && street != NULL)
    p = find_number (street);
  if (p == NULL)
    return NULL;
  folded = spil_text_fold (p);
  result = g_string_new (NULL);
  p = folded;
  while (g_ascii_isdigit (*p))
    g_string_append_c (result, *p++);
  while (*p != '\0' && !g_ascii_isalnum (*p))
    p++;
  // A number after the number is where a range ends.
  while (g_ascii_isalpha (*p))
    g_string_append_c (result, *p++);
  return g_string_free_and_steal (result);
}

/* "hoofdstraat 12 a" without what house number it ends in. */
static void
cut_number (char *street)
{
  char *number = (char *) find_number (street);

  if (number != NULL)
    number[-1] = '\0';
}

char *
spil_duplicate_address_key (const char *street, const char *house_number, const char *postcode,
                            const char *town)
{
  g_autofree char *code = spil_duplicate_normalise_postcode (postcode);
  g_autofree char *number = spil_duplicate_normalise_house_number (house_number, street);
  g_autofree char *way = NULL;
  g_autofree char *place = NULL;

  if (number == NULL)
    return NULL;
  number[strspn (number, "0123456789")] = '\0';
  if (code != NULL)
    return g_strdup_printf ("%s %s", code, number);
  way = spil_duplicate_normalise_street (street);
  place = town != NULL ? spil_text_fold (town) : NULL;
  if (way == NULL || place == NULL || place[0] == '\0')
    return NULL;
  cut_number (way);
  return g_strdup_printf ("%s %s %s", way, number, place);
}

/* Domains */

/* Where anybody can have an address. */
static const char *const providers[] = {
  "casema.nl",      "chello.nl",    "gmail.com",    "gmx.com",      "gmx.net",       "googlemail.com",
  "hccnet.nl",      "hetnet.nl",    "home.nl",      "hotmail.com",  "hotmail.nl",    "icloud.com",
  "kpnmail.nl",     "kpnplanet.nl", "live.com",     "live.nl",      "mac.com",       "me.com",
  "msn.com",        "online.nl",    "outlook.com",  "outlook.nl",   "planet.nl",     "proton.me",
  "protonmail.com", "quicknet.nl",  "solcon.nl",    "telfort.nl",   "tele2.nl",      "upcmail.nl",
  "versatel.nl",    "wxs.nl",       "xs4all.nl",    "yahoo.com",    "yahoo.nl",      "zeelandnet.nl",
  "ziggo.nl",       "zonnet.nl",    "facebook.com", "linkedin.com", "instagram.com",
};

char *
spil_duplicate_domain (const char *email_or_website)
{
  g_autofree char *folded = email_or_website != NULL ? spil_text_fold (email_or_website) : NULL;
  char *start = folded;
  char *at;

  if (folded == NULL)
    return NULL;
  if ((at = strstr (start, "://")) != NULL)
    start = at + 3;
  start[strcspn (start, "/?#:>;, ")] = '\0';
  if ((at = strrchr (start, '@')) != NULL)
    start = at + 1;
  if (g_str_has_prefix (start, "www."))
    start += 4;
  if (strchr (start, '.') == NULL || g_str_has_prefix (start, ".") || g_str_has_suffix (start, "."))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (providers); i++)
    if (g_str_equal (start, providers[i]))
      return NULL;
  return g_strdup (start);
}

char *
spil_duplicate_domain_of (const char *email, const char *website)
{
  char *domain = spil_duplicate_domain (email);

  return domain != NULL ? domain : spil_duplicate_domain (website);
}

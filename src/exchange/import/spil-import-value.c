// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-value.h"

#include <stdlib.h>
#include <string.h>

#include "spil-day.h"
#include "spil-duplicate-rule.h"
#include "spil-synonyms.h"
#include "spil-text.h"

/* Years of two digits up to this one are of this century. */
#define LAST_SHORT_YEAR 69

static const char *const blanks[] = { "",    "-",    "--", "?",    ".",    "n.v.t.",       "nvt",  "n.b.",
                                      "n/a", "#n/a", "nb", "geen", "null", "niet vermeld", "#n/b", NULL };

gboolean
spil_import_is_blank (const char *text)
{
  g_autofree char *folded = NULL;

  // Most cells are longer than any of these.
  if (strlen (text) > 40)
    return strspn (text, " \t\r\n") == strlen (text);
  folded = spil_text_fold (text);
  return g_strv_contains (blanks, folded);
}

/* Days */

/* "juli", "jul", "jul." and July; 0 when it is none. */
static int
read_month (const char *word)
{
  static const char *const months[][3] = {
    { "januari", "jan", "january" }, { "februari", "feb", "february" }, { "maart", "mrt", "march" },
    { "april", "apr", "april" },     { "mei", "mei", "may" },           { "juni", "jun", "june" },
    { "juli", "jul", "july" },       { "augustus", "aug", "august" },   { "september", "sep", "sept" },
    { "oktober", "okt", "october" }, { "november", "nov", "november" }, { "december", "dec", "december" },
  };

  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 3; j++)
      if (strcmp (word, months[i][j]) == 0)
        return i + 1;
  return strcmp (word, "mar") == 0 ? 3 : strcmp (word, "oct") == 0 ? 10 : 0;
}

static gboolean
read_number (const char *word, int max_digits, int *number)
{
  const gsize length = strlen (word);

  if (length == 0 || length > (gsize) max_digits || strspn (word, "0123456789") != length)
    return FALSE;
  *number = atoi (word);
  return TRUE;
}

/* "31 juli 2018", "31-jul-18", "31-7-18", with a day of the week before it or not. */
static gboolean
read_long_day (const char *text, SpilDay *day)
{
  g_autofree char *folded = spil_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " -/.,'", -1);
  const char *parts[4];
  int n = 0;
  int number, month, year;

  for (int i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && (n > 0 || g_ascii_isdigit (words[i][0]))) {
      if (n == 3)
        return FALSE;
      parts[n++] = words[i];
    }
  if (n != 3 || !read_number (parts[0], 2, &number) || !read_number (parts[2], 4, &year) ||
      strlen (parts[2]) == 3 || strlen (parts[2]) == 1)
    return FALSE;
  if (!read_number (parts[1], 2, &month))
    month = read_month (parts[1]);
  if (strlen (parts[2]) == 2)
    year += year <= LAST_SHORT_YEAR ? 2000 : 1900;
  *day = month > 0 ? spil_day_from_ymd (year, month, number) : SPIL_DAY_NONE;
  return spil_day_is_known (*day);
}

/* The day of "2018-07-31T00:00:00" and "31-7-2018 14:02". Returns NULL when there is no time behind it. Free with g_free(). */
static char *
cut_time (const char *text)
{
  const char *end = text + strspn (text, "0123456789-/.");

  if (end == text || (*end != ' ' && *end != 'T') || !g_ascii_isdigit (end[1]) ||
      strspn (end + 1, "0123456789:.Z+-") != strlen (end + 1) || strchr (end, ':') == NULL)
    return NULL;
  return g_strndup (text, (gsize) (end - text));
}

static gboolean
read_day (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  g_autofree char *cut = cut_time (text);
  SpilDay day;

  if (spil_day_parse (cut != NULL ? cut : text, &day) || read_long_day (cut != NULL ? cut : text, &day)) {
    *value = spil_value_integer (day.number);
    return TRUE;
  }
  return spil_value_parse (field, text, value, error);
}

/* "31 juli 2018" where a time is asked for: the day alone, at noon, so that no time zone moves it. */
static gboolean
read_time (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *noon = NULL;
  SpilDay day;

  if (spil_value_parse (field, text, value, &fault))
    return TRUE;
  if (!spil_day_parse (text, &day) && !read_long_day (text, &day)) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  iso = spil_day_to_iso (day);
  noon = g_strdup_printf ("%s 12:00", iso);
  return spil_value_parse (field, noon, value, error);
}

/* Numbers */

/* "EUR 1.234,50", "1.234,00", "120 fte", "1 234": what the strict readers take. Free with g_free(). */
static char *
tidy_number (const SpilField *field, const SpilCell *cell)
{
  GString *number = g_string_new (NULL);
  const char *c = cell->text;

  while (*c != '\0' && !g_ascii_isdigit (*c) && *c != '-' && *c != '+') {
    // Only signs of money stand before a number.
    if (strncmp (c, "€", strlen ("€")) != 0 && strncmp (c, "EUR", 3) != 0 && *c != ' ') {
      g_string_free (number, TRUE);
      return g_strdup (cell->text);
    }
    c += strncmp (c, "EUR", 3) == 0 ? 3 : *c == ' ' ? 1 : (int) strlen ("€");
  }
  for (; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)) && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (c))))
      continue;
    else
      g_string_append_len (number, c, g_utf8_next_char (c) - c);
  if (field->type == SPIL_TYPE_INTEGER) {
    char *unit = number->str + strspn (number->str, "0123456789.,-+");
    g_autofree char *word = spil_synonyms_normalise (unit);

    if (g_strv_contains (
            (const char *const[]) { "fte", "medewerkers", "mdw", "personen", "werknemers", NULL }, word))
      g_string_truncate (number, (gsize) (unit - number->str));
  }
  return g_string_free_and_steal (number);
}

/* A whole number with decimals that are all zero: "1.234,00" in text, "1234.0" in a cell of a number. */
static void
drop_zeros (const SpilCell *cell, char *number)
{
  char *sign = strrchr (number, cell->kind == SPIL_CELL_NUMBER ? '.' : ',');
  gsize length;

  if (sign == NULL && cell->kind != SPIL_CELL_NUMBER) {
    // In text a point before three digits separates thousands.
    sign = strrchr (number, '.');
    if (sign != NULL && strlen (sign + 1) == 3)
      return;
  }
  if (sign == NULL || sign == number)
    return;
  length = strlen (sign + 1);
  if (length == 0 || strspn (sign + 1, "0") == length)
    *sign = '\0';
}

static gboolean
read_number_cell (const SpilField *field, const SpilCell *cell, SpilValue *value, GError **error)
{
  g_autofree char *number = tidy_number (field, cell);

  g_strstrip (number);
  if (field->type == SPIL_TYPE_INTEGER) {
    drop_zeros (cell, number);
    // A number of a spreadsheet has no thousands points: "1.234" is not whole.
    if (cell->kind == SPIL_CELL_NUMBER)
      for (char *point = strchr (number, '.'); point != NULL; point = NULL)
        *point = ',';
  }
  if (field->type == SPIL_TYPE_MONEY && cell->kind == SPIL_CELL_NUMBER)
    for (char *point = strchr (number, '.'); point != NULL; point = NULL)
      *point = ',';
  return spil_value_parse (field, number, value, error);
}

/* Choices */

static gboolean
read_boolean (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  static const char *const yes[] = { "x", "j", "y", "waar", "✓", "v", "wel", NULL };
  static const char *const no[] = { "n", "onwaar", "niet", NULL };
  g_autofree char *folded = spil_text_fold (text);

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return spil_value_parse (field, folded, value, error);
  *value = spil_value_integer (g_strv_contains (yes, folded));
  return TRUE;
}

static gboolean
read_choice (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  const SpilChoice *choice = spil_synonyms_find_choice (field->choices, text);

  if (choice == NULL)
    return spil_value_parse (field, text, value, error);
  *value = spil_value_integer (choice->number);
  return TRUE;
}

static gboolean
read_set (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;|\n", -1);
  int64_t bits = 0;

  for (int i = 0; parts[i] != NULL; i++) {
    const SpilChoice *choice;

    g_strstrip (parts[i]);
    if (parts[i][0] == '\0')
      continue;
    choice = spil_synonyms_find_choice (field->choices, parts[i]);
    if (choice == NULL)
      return spil_value_parse (field, parts[i], value, error);
    bits |= INT64_C (1) << choice->number;
  }
  *value = bits != 0 ? spil_value_integer (bits) : SPIL_VALUE_INIT;
  return TRUE;
}

/* Texts */

char *
spil_import_tidy_postcode (const char *postcode)
{
  g_autofree char *normal = spil_duplicate_normalise_postcode (postcode);
  g_autofree char *upper = normal != NULL ? g_ascii_strup (normal, -1) : NULL;

  if (upper == NULL || strlen (upper) != 6)
    return g_strdup (postcode);
  return g_strdup_printf ("%.4s %s", upper, upper + 4);
}

gboolean
spil_import_split_address (const char *address, char **street, char **number)
{
  const char *at = NULL;

  // The last word that begins with a digit, and is not the first: "Plein 1940 3", "Dorpsweg 12 a".
  for (const char *c = address; *c != '\0'; c++)
    if (c > address && c[-1] == ' ' && g_ascii_isdigit (*c))
      at = c;
  if (at == NULL || strlen (at) > 12)
    return FALSE;
  *street = g_strstrip (g_strndup (address, (gsize) (at - address)));
  *number = g_strstrip (g_strdup (at));
  return TRUE;
}

static gboolean
read_text (const SpilField *field, const SpilCell *cell, SpilValue *value, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (cell->text));

  // "2018-07-31" and "true" of a spreadsheet are what stands there; a line break has no place in one line.
  if ((field->flags & SPIL_FIELD_MULTILINE) == 0)
    for (char *c = text; *c != '\0'; c++)
      if (*c == '\n' || *c == '\r' || *c == '\t')
        *c = ' ';
  return spil_value_parse (field, text, value, error);
}

gboolean
spil_import_read_cell (const SpilField *field, const SpilCell *cell, SpilValue *value, GError **error)
{
  g_autofree char *text = NULL;

  *value = SPIL_VALUE_INIT;
  if (cell->kind == SPIL_CELL_EMPTY || spil_import_is_blank (cell->text))
    return TRUE;
  if (field->type == SPIL_TYPE_TEXT)
    return read_text (field, cell, value, error);
  text = g_strstrip (g_strdup (cell->text));
  switch (field->type) {
  case SPIL_TYPE_DATE:
    return read_day (field, text, value, error);
  case SPIL_TYPE_TIME:
    return read_time (field, text, value, error);
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_DECIMAL:
  case SPIL_TYPE_MONEY:
    return read_number_cell (field, cell, value, error);
  case SPIL_TYPE_BOOLEAN:
    return read_boolean (field, text, value, error);
  case SPIL_TYPE_CHOICE:
    return read_choice (field, text, value, error);
  case SPIL_TYPE_SET:
    return read_set (field, text, value, error);
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_REFERENCE:
  case SPIL_TYPE_ORDER:
  default:
    return spil_value_parse (field, text, value, error);
  }
}

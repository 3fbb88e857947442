// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-likeness-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-duplicate-rule.h"
#include "spil-number.h"
#include "spil-text.h"

/* Names are compared up to so many bytes. */
#define MAX_NAME 120
/* Shorter names differ by a letter without being alike: "ABN" and "ABC". */
#define MIN_NEAR_NAME 5

/*
 * A proposal of Spil. One thing that belongs to one organisation alone (a KvK number) is enough to be probable; a name is
 * possible where no other town is known; what neighbours and sister companies share (address, phone, domain) needs two more.
 */
static const struct
{
  guint reason;
  int points;
  const char *text;
} weights[] = {
  { SPIL_LIKE_KVK, 70, N_ ("same KvK number") },
  { SPIL_LIKE_NAME, 40, N_ ("same name") },
  { SPIL_LIKE_NEAR_NAME, 35, N_ ("name looks alike") },
  { SPIL_LIKE_ADDRESS, 30, N_ ("same address") },
  { SPIL_LIKE_PHONE, 30, N_ ("same phone number") },
  { SPIL_LIKE_DOMAIN, 15, N_ ("same e-mail or web address") },
  { SPIL_LIKE_TOWN, 15, N_ ("same town") },
  { SPIL_UNLIKE_KVK, -40, N_ ("but another KvK number") },
  { SPIL_UNLIKE_TOWN, -15, N_ ("but another town") },
};

SpilDuplicateFacts
spil_duplicate_facts_of (SpilRecord *organisation)
{
  return (SpilDuplicateFacts) {
    .name = spil_record_get_text (organisation, SPIL_ORGANISATION_NAME),
    .kvk_number = spil_record_get_text (organisation, SPIL_ORGANISATION_KVK_NUMBER),
    .street = spil_record_get_text (organisation, SPIL_ORGANISATION_STREET),
    .house_number = spil_record_get_text (organisation, SPIL_ORGANISATION_HOUSE_NUMBER),
    .postcode = spil_record_get_text (organisation, SPIL_ORGANISATION_POSTCODE),
    .town = spil_record_get_text (organisation, SPIL_ORGANISATION_TOWN),
    .phone = spil_record_get_text (organisation, SPIL_ORGANISATION_PHONE),
    .email = spil_record_get_text (organisation, SPIL_ORGANISATION_EMAIL),
    .website = spil_record_get_text (organisation, SPIL_ORGANISATION_WEBSITE),
  };
}

void
spil_duplicate_traits_init (SpilDuplicateTraits *self, const SpilDuplicateFacts *facts)
{
  SpilKvkKind kind;

  self->name = spil_duplicate_normalise_name (facts->name);
  self->kvk = spil_duplicate_normalise_kvk (facts->kvk_number, &kind);
  if (kind == SPIL_KVK_SITE)
    g_clear_pointer (&self->kvk, g_free);
  self->house_number = spil_duplicate_normalise_house_number (facts->house_number, facts->street);
  self->postcode = spil_duplicate_normalise_postcode (facts->postcode);
  self->address = spil_duplicate_address_key (facts->street, facts->house_number, facts->postcode,
                                              facts->town);
  self->town = facts->town != NULL && facts->town[0] != '\0' ? spil_text_fold (facts->town) : NULL;
  self->phone = spil_duplicate_normalise_phone (facts->phone);
  self->domain = spil_duplicate_domain_of (facts->email, facts->website);
}

void
spil_duplicate_traits_clear (SpilDuplicateTraits *self)
{
  g_free (self->name);
  g_free (self->kvk);
  g_free (self->house_number);
  g_free (self->postcode);
  g_free (self->address);
  g_free (self->town);
  g_free (self->phone);
  g_free (self->domain);
  *self = (SpilDuplicateTraits) { 0 };
}

/* Names */

/* Typing errors between @a and @b: letters put in, left out, changed, or swapped with the next. */
static int
count_errors (const char *a, int n_a, const char *b, int n_b)
{
  int rows[3][MAX_NAME + 1];

  for (int j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n_a; i++) {
    int *row = rows[i % 3];
    const int *above = rows[(i + 2) % 3];
    const int *higher = rows[(i + 1) % 3];

    row[0] = i;
    for (int j = 1; j <= n_b; j++) {
      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], higher[j - 2] + 1);
    }
  }
  return rows[n_a % 3][n_b];
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The letters of @name without spaces; with the words in alphabetical order when @sorted. Gives their number. */
static int
pack (const char *name, gboolean sorted, char letters[MAX_NAME])
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  int n = 0;

  if (sorted)
    qsort (words, g_strv_length (words), sizeof words[0], compare_words);
  for (int i = 0; words[i] != NULL; i++)
    for (const char *p = words[i]; *p != '\0' && n < MAX_NAME; p++)
      letters[n++] = *p;
  return n;
}

int64_t
spil_likeness_of_names (const char *a, const char *b)
{
  char letters_a[MAX_NAME];
  char letters_b[MAX_NAME];
  int64_t best = 0;

  for (int sorted = 0; sorted <= 1; sorted++) {
    int n_a = pack (a, sorted != 0, letters_a);
    int n_b = pack (b, sorted != 0, letters_b);
    int longest = MAX (n_a, n_b);

    if (longest == 0)
      return 0;
    best = MAX (best, SPIL_DECIMAL_ONE -
                          SPIL_DECIMAL_ONE * count_errors (letters_a, n_a, letters_b, n_b) / longest);
  }
  return best;
}

/* @name without its last word, when that is the @town and something else is left that is not just "gemeente". */
static char *
dup_without_town (const char *name, const char *town)
{
  gsize length = strlen (name);
  gsize n = town != NULL ? strlen (town) : 0;

  if (n > 0 && length > n + 1 && name[length - n - 1] == ' ' && g_str_has_suffix (name, town) &&
      !g_str_has_prefix (name, "gemeente "))
    length -= n + 1;
  return g_strndup (name, length);
}

/* "Basisschool 12" and "Basisschool 13" are two schools. */
static gboolean
have_other_numbers (const char *a, const char *b)
{
  static const char digits[] = "0123456789";

  for (;;) {
    a += strcspn (a, digits);
    b += strcspn (b, digits);
    if (*a != *b)
      return TRUE;
    if (*a == '\0')
      return FALSE;
    a++;
    b++;
  }
}

static guint
compare_names (const SpilDuplicateTraits *a, const SpilDuplicateTraits *b, const SpilNorms *norms)
{
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;
  char letters[2][MAX_NAME];
  int n_a, n_b;

  if (a->name == NULL || b->name == NULL)
    return 0;
  if (g_str_equal (a->name, b->name))
    return SPIL_LIKE_NAME;
  name_a = dup_without_town (a->name, a->town != NULL ? a->town : b->town);
  name_b = dup_without_town (b->name, b->town != NULL ? b->town : a->town);
  n_a = pack (name_a, FALSE, letters[0]);
  n_b = pack (name_b, FALSE, letters[1]);
  if (n_a == n_b && memcmp (letters[0], letters[1], (gsize) n_a) == 0)
    return SPIL_LIKE_NAME;
  if (!norms->known[SPIL_NORM_DUPLICATE_NAME] || MIN (n_a, n_b) < MIN_NEAR_NAME ||
      have_other_numbers (name_a, name_b))
    return 0;
  return spil_likeness_of_names (name_a, name_b) >= norms->value[SPIL_NORM_DUPLICATE_NAME]
             ? SPIL_LIKE_NEAR_NAME
             : 0;
}

/* Everything else */

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_str_equal (a, b);
}

static gboolean
is_other (const char *a, const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

/* The addition of a house number counts where both have one: "12" may be "12a". */
static gboolean
is_same_address (const SpilDuplicateTraits *a, const SpilDuplicateTraits *b)
{
  const char *addition_a, *addition_b;

  if (!is_same (a->address, b->address))
    return FALSE;
  addition_a = a->house_number + strspn (a->house_number, "0123456789");
  addition_b = b->house_number + strspn (b->house_number, "0123456789");
  return addition_a[0] == '\0' || addition_b[0] == '\0' || g_str_equal (addition_a, addition_b);
}

static guint
compare_places (const SpilDuplicateTraits *a, const SpilDuplicateTraits *b)
{
  if (is_same_address (a, b))
    return SPIL_LIKE_ADDRESS;
  if (is_same (a->town, b->town))
    return SPIL_LIKE_TOWN;
  return is_other (a->town, b->town) ? SPIL_UNLIKE_TOWN : 0;
}

static SpilLikenessLevel
get_level (SpilLikeness self, const SpilDuplicateTraits *a, const SpilDuplicateTraits *b,
           const SpilNorms *norms)
{
  if ((self.reasons & SPIL_LIKE_KVK) != 0)
    return is_other (a->postcode, b->postcode) ? SPIL_LIKENESS_SITE : SPIL_LIKENESS_PROBABLE;
  if (norms->known[SPIL_NORM_DUPLICATE_PROBABLE] &&
      self.points >= spil_norms_get_whole (norms, SPIL_NORM_DUPLICATE_PROBABLE))
    return SPIL_LIKENESS_PROBABLE;
  if (norms->known[SPIL_NORM_DUPLICATE_POSSIBLE] &&
      self.points >= spil_norms_get_whole (norms, SPIL_NORM_DUPLICATE_POSSIBLE))
    return SPIL_LIKENESS_POSSIBLE;
  return SPIL_LIKENESS_NONE;
}

SpilLikeness
spil_likeness (const SpilDuplicateTraits *a, const SpilDuplicateTraits *b, const SpilNorms *norms)
{
  SpilLikeness self = { 0 };

  self.reasons = compare_names (a, b, norms) | compare_places (a, b);
  if (is_same (a->kvk, b->kvk))
    self.reasons |= SPIL_LIKE_KVK;
  if (is_other (a->kvk, b->kvk))
    self.reasons |= SPIL_UNLIKE_KVK;
  if (is_same (a->phone, b->phone))
    self.reasons |= SPIL_LIKE_PHONE;
  if (is_same (a->domain, b->domain))
    self.reasons |= SPIL_LIKE_DOMAIN;
  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    if ((self.reasons & weights[i].reason) != 0)
      self.points += weights[i].points;
  self.points = MAX (self.points, 0);
  self.level = get_level (self, a, b, norms);
  return self;
}

int
spil_likeness_compare (SpilLikeness a, SpilLikeness b)
{
  if (a.level != b.level)
    return a.level > b.level ? -1 : 1;
  return (a.points < b.points) - (a.points > b.points);
}

char *
spil_likeness_dup_text (SpilLikeness likeness)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++) {
    if ((likeness.reasons & weights[i].reason) == 0)
      continue;
    if (text->len > 0)
      g_string_append (text, ", ");
    g_string_append (text, _ (weights[i].text));
  }
  return g_string_free_and_steal (text);
}

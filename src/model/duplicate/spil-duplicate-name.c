// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-rule.h"

#include <string.h>

#include "spil-text.h"

/* More words than these make no other name. */
#define MAX_WORDS 24
/* So many words say how a name sounds. */
#define SOUND_WORDS 2

/* What an organisation is in law, not what it is called. */
static const char *const legal_forms[] = {
  "bv",           "nv",        "vof",         "cv",      "ua",        "ba",         "wa",
  "bvba",         "gmbh",      "ltd",         "inc",     "stichting", "vereniging", "cooperatie",
  "cooperatieve", "maatschap", "eenmanszaak", "holding", "io",
};

/* Legal forms whose letters stand apart: "b v". */
static const char *const spelled_forms[] = { "bv", "nv", "vof", "cv", "ua", "ba", "wa", "io" };

static const char *const articles[] = { "de", "het", "t" };

/* Words that say nothing about who it is; in how a name sounds they are passed over. */
static const char *const small_words[] = {
  "de",  "het", "t",  "een", "en", "van", "der",  "den", "vd",
  "ten", "ter", "te", "in",  "op", "aan", "voor", "bij",
};

static gboolean
is_one_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

#define IS_ONE_OF(word, list) is_one_of (word, list, G_N_ELEMENTS (list))

/* Folded; points and apostrophes leave no space, "&" and "+" are a word, all else that is no letter or digit divides. */
static char *
dup_plain (const char *name)
{
  g_autofree char *folded = spil_text_fold (name);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (plain, c);
    else if (c == '&' || c == '+')
      g_string_append (plain, " en ");
    else if (c == '/' && p > folded && p[-1] == 'v' && p[1] == 'd')
      continue; // "v/d"
    else if (c != '.' && c != '\'' && c != 0x2019 && c != '`')
      g_string_append_c (plain, ' ');
  }
  return g_string_free_and_steal (plain);
}

typedef struct
{
  const char *words[MAX_WORDS];
  int n;
} Words;

static void
words_remove (Words *self, int at, int n)
{
  memmove (&self->words[at], &self->words[at + n], sizeof self->words[0] * (gsize) (self->n - at - n));
  self->n -= n;
}

static void
words_split (Words *self, char *plain)
{
  char *rest = plain;

  for (char *word = strsep (&rest, " "); word != NULL && self->n < MAX_WORDS; word = strsep (&rest, " "))
    if (word[0] != '\0')
      self->words[self->n++] = word;
}

/* How many words from @at on spell a legal form letter by letter; 0: none. */
static int
count_spelled (const Words *self, int at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spelled_forms); i++) {
    const char *form = spelled_forms[i];
    int n = 0;

    while (form[n] != '\0' && at + n < self->n && self->words[at + n][0] == form[n] &&
           self->words[at + n][1] == '\0')
      n++;
    if (form[n] == '\0')
      return n;
  }
  return 0;
}

static void
remove_legal_forms (Words *self)
{
  for (int i = 0; i < self->n;) {
    int n = IS_ONE_OF (self->words[i], legal_forms) ? 1 : count_spelled (self, i);

    if (n > 0)
      words_remove (self, i, n);
    else
      i++;
  }
}

/* "van der", "van den", "van de" and "v d" are written as "vd". */
static void
join_particles (Words *self)
{
  for (int i = 0; i + 1 < self->n; i++) {
    const char *next = self->words[i + 1];

    if ((g_str_equal (self->words[i], "van") &&
         (g_str_equal (next, "de") || g_str_equal (next, "der") || g_str_equal (next, "den"))) ||
        (g_str_equal (self->words[i], "v") && g_str_equal (next, "d"))) {
      self->words[i] = "vd";
      words_remove (self, i + 1, 1);
    }
  }
}

/* "Zwolle, gemeente" is sorted in a register under its town. */
static void
put_municipality_first (Words *self)
{
  const char *last = self->n > 1 ? self->words[self->n - 1] : "";

  if (!g_str_equal (last, "gemeente"))
    return;
  memmove (&self->words[1], &self->words[0], sizeof self->words[0] * (gsize) (self->n - 1));
  self->words[0] = last;
}

static char *
words_join (const Words *self, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (int i = 0; i < self->n; i++) {
    if (i > 0)
      g_string_append (joined, separator);
    g_string_append (joined, self->words[i]);
  }
  return g_string_free_and_steal (joined);
}

char *
spil_duplicate_normalise_name (const char *name)
{
  g_autofree char *plain = name != NULL ? dup_plain (name) : NULL;
  Words words = { .n = 0 };
  Words all;

  if (plain == NULL)
    return NULL;
  words_split (&words, plain);
  if (words.n == 0)
    return NULL;
  all = words;
  remove_legal_forms (&words);
  if (words.n > 1 && IS_ONE_OF (words.words[0], articles))
    words_remove (&words, 0, 1);
  if (words.n == 0)
    return words_join (&all, " ");
  join_particles (&words);
  put_municipality_first (&words);
  return words_join (&words, " ");
}

/* Consonants as they sound, each run of the same once; a first vowel stays. */
static void
append_sound (GString *sound, const char *word)
{
  static const char likes[][2] = { { 'z', 's' }, { 'c', 'k' }, { 'q', 'k' }, { 'v', 'f' }, { 'w', 'f' } };
  char last = '\0';

  for (const char *p = word; *p != '\0'; p++) {
    char c = *p;

    if (strchr ("aeiouyhj", c) != NULL && p != word) {
      continue;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (likes); i++)
      if (c == likes[i][0])
        c = likes[i][1];
    if (c != last)
      g_string_append_c (sound, c);
    last = c;
  }
}

char *
spil_duplicate_sound (const char *name)
{
  g_autofree char *normal = spil_duplicate_normalise_name (name);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *sounds[SOUND_WORDS] = { first, second };
  Words words = { .n = 0 };
  int kept = 0;

  if (normal == NULL)
    return NULL;
  words_split (&words, normal);
  for (int i = 0; i < words.n && kept < SOUND_WORDS; i++)
    if (!IS_ONE_OF (words.words[i], small_words))
      append_sound (sounds[kept++], words.words[i]);
  if (kept == 0)
    append_sound (first, words.words[0]);
  return strcmp (first->str, second->str) <= 0 ? g_strconcat (first->str, second->str, NULL)
                                               : g_strconcat (second->str, first->str, NULL);
}

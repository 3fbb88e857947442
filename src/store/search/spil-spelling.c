// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-spelling.h"

#include <string.h>

#include "spil-distance.h"
#include "spil-search.h"
#include "spil-statement.h"
#include "spil-store-private.h"

/* Shorter words have too many neighbours. */
#define LEAST_LETTERS 4
#define TWO_SLIPS_LETTERS 8

/* More words than this are typed by nobody; more guesses for one say nothing. */
#define MAX_WORDS 6
#define MAX_GUESSES 6

/* What the vocabulary is read from, and how many first letters are taken to be right: in notes there are too many words. */
static const struct
{
  const char *entity;
  int n_sure;
} sources[] = { { "organisation", 0 }, { "person", 0 }, { "site", 0 }, { "area", 0 }, { "contact", 2 } };

/** A word that occurs. */
typedef struct
{
  char *word;
  int distance;
  gboolean longer; /* it only begins so */
  int64_t rows; /* that have it */
} Guess;

typedef struct
{
  SpilStore *store;
  const char *word;
  int most; /* slips */
  GArray *guesses; /* of Guess */
} Guessing;

static void
clear_guess (gpointer data)
{
  g_free (((Guess *) data)->word);
}

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  const Guess *one = a, *other = b;

  if (one->longer != other->longer)
    return one->longer ? 1 : -1;
  if (one->distance != other->distance)
    return one->distance - other->distance;
  if (one->rows != other->rows)
    return one->rows > other->rows ? -1 : 1;
  return strcmp (one->word, other->word);
}

static void
consider (Guessing *self, const char *word, int64_t rows)
{
  Guess guess = { .distance = spil_distance (self->word, word, self->most, TRUE), .rows = rows };

  if (guess.distance > self->most || g_str_has_prefix (word, self->word))
    return;
  guess.longer = spil_distance (self->word, word, self->most, FALSE) > self->most;
  guess.word = g_strdup (word);
  g_array_append_val (self->guesses, guess);
}

/* The words from @from until before @until. */
static gboolean
read_range (Guessing *self, SpilStatement *statement, const char *from, const char *until, GError **error)
{
  SpilStep step;

  spil_statement_bind_text (statement, 1, from);
  spil_statement_bind_text (statement, 2, until);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    consider (self, spil_statement_get_text (statement, 0), spil_statement_get_integer (statement, 1));
  spil_statement_reset (statement);
  return step == SPIL_STEP_DONE;
}

/* The words that begin with @prefix. */
static gboolean
read_prefix (Guessing *self, SpilStatement *statement, const char *prefix, GError **error)
{
  // Beyond each letter that words begin with.
  g_autofree char *until = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);

  return read_range (self, statement, prefix, until, error);
}

static char *
take_letters (const char *word, int from, int n)
{
  const char *start = g_utf8_offset_to_pointer (word, from);

  return g_strndup (start, (gsize) (g_utf8_offset_to_pointer (start, n) - start));
}

/* All words whose first letter is right, or is the second of the word (one too many, or swapped); and with any other first letter those that go on as the word does. */
static gboolean
read_near (Guessing *self, SpilStatement *statement, GError **error)
{
  g_autofree char *first = take_letters (self->word, 0, 1);
  g_autofree char *second = take_letters (self->word, 1, 1);
  g_autofree char *start = take_letters (self->word, 0, 2);
  g_autofree char *rest = take_letters (self->word, 1, 2);

  if (!read_prefix (self, statement, first, error) ||
      (strcmp (first, second) != 0 && !read_prefix (self, statement, second, error)))
    return FALSE;
  for (char letter = 'a'; letter <= 'z'; letter++) {
    g_autofree char *wrong = g_strdup_printf ("%c%s", letter, rest);
    g_autofree char *missing = g_strdup_printf ("%c%s", letter, start);

    if (letter == first[0] || letter == second[0])
      continue;
    if (!read_prefix (self, statement, wrong, error) || !read_prefix (self, statement, missing, error))
      return FALSE;
  }
  return TRUE;
}

static SpilStatement *
take_vocabulary (SpilStore *store, const char *entity, GError **error)
{
  g_autofree char *make = g_strdup_printf (
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\"vocabulary_%s\" USING fts5vocab (main, \"search_%s\", row)",
      entity, entity);
  g_autofree char *sql = g_strdup_printf (
      "SELECT term, doc FROM temp.\"vocabulary_%s\" WHERE term >= ?1 AND term < ?2", entity);

  return spil_connection_execute (store->connection, make, error)
             ? spil_connection_take (store->connection, sql, error)
             : NULL;
}

static gboolean
read_vocabularies (Guessing *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autoptr (SpilStatement) statement = take_vocabulary (self->store, sources[i].entity, error);
    g_autofree char *sure = take_letters (self->word, 0, sources[i].n_sure);

    if (statement == NULL || !(sources[i].n_sure > 0 ? read_prefix (self, statement, sure, error)
                                                     : read_near (self, statement, error)))
      return FALSE;
  }
  return TRUE;
}

/* Adds the best of the guesses to @words, each once; those that only begin so where nothing else is near. */
static void
choose_guesses (GArray *guesses, GPtrArray *words)
{
  g_array_sort (guesses, compare_guesses);
  for (guint i = 0; i < guesses->len && words->len <= MAX_GUESSES; i++) {
    const Guess *guess = &g_array_index (guesses, Guess, i);

    if (guess->longer && words->len > 1 && !g_array_index (guesses, Guess, 0).longer)
      break;
    if (!g_ptr_array_find_with_equal_func (words, guess->word, g_str_equal, NULL))
      g_ptr_array_add (words, g_strdup (guess->word));
  }
}

static gboolean
has_digit (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return TRUE;
  return FALSE;
}

static GPtrArray *
guess_word (SpilStore *store, const char *word, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) guesses = g_array_new (FALSE, FALSE, sizeof (Guess));
  glong n_letters = g_utf8_strlen (word, -1);
  Guessing self = { store, word, n_letters >= TWO_SLIPS_LETTERS ? 2 : 1, guesses };

  g_array_set_clear_func (guesses, clear_guess);
  g_ptr_array_add (words, g_strdup (word));
  if (n_letters < LEAST_LETTERS || n_letters > SPIL_DISTANCE_LONGEST || has_digit (word))
    return g_steal_pointer (&words);
  if (!read_vocabularies (&self, error))
    return NULL;
  choose_guesses (guesses, words);
  return g_steal_pointer (&words);
}

GPtrArray *
spil_spelling_guess (SpilStore *store, const char *text, GError **error)
{
  g_auto (GStrv) typed = spil_search_split (text);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  spil_store_assert_thread (store);
  for (guint i = 0; typed[i] != NULL; i++) {
    GPtrArray *guesses = NULL;

    if (i < MAX_WORDS) {
      guesses = guess_word (store, typed[i], error);
      if (guesses == NULL)
        return NULL;
    } else {
      guesses = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (guesses, g_strdup (typed[i]));
    }
    g_ptr_array_add (words, guesses);
  }
  return g_steal_pointer (&words);
}

char *
spil_spelling_make_match (GPtrArray *words)
{
  GString *match = g_string_new (NULL);
  gboolean other = FALSE;

  for (guint i = 0; i < words->len; i++) {
    GPtrArray *guesses = words->pdata[i];

    g_string_append (match, i > 0 ? " AND (" : "(");
    for (guint j = 0; j < guesses->len; j++)
      g_string_append_printf (match, "%s\"%s\"*", j > 0 ? " OR " : "", (const char *) guesses->pdata[j]);
    g_string_append_c (match, ')');
    other = other || guesses->len > 1;
  }
  return g_string_free (match, !other);
}

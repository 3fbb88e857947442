// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-set.h"

#include "spil-debt-read.h"
#include "spil-entity.h"
#include "spil-found-rows.h"
#include "spil-read.h"
#include "spil-search.h"
#include "spil-spelling.h"

#include <string.h>

/*
 * So many persons, and so many contact moments, are looked at, the newest first: a word that is in half a million notes says
 * nothing, and must not cost time. What organisations hold themselves is always found.
 */
#define MAX_HITS 1000

/* When so few have all words in one place, it is worth looking for words that are spread. */
#define FEW_HITS 50

/* With fewer than these, what was typed may be a slip of the pen. */
#define NEARLY_NONE 3

/* From so many numbers on. */
#define MANY_ROWS 1000

/* The organisation and its persons, without the notes. */
#define N_OWN_SOURCES 2

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  int64_t one = *(const int64_t *) a, other = *(const int64_t *) b;

  return one < other ? -1 : one > other;
}

/* Many numbers are quicker put in their places than compared. */
static void
sort_many (GArray *set)
{
  int64_t highest = 0;
  g_autofree guint8 *there = NULL;

  for (guint i = 0; i < set->len; i++)
    highest = MAX (highest, g_array_index (set, int64_t, i));
  there = g_malloc0 ((gsize) highest + 1);
  for (guint i = 0; i < set->len; i++)
    there[g_array_index (set, int64_t, i)] = 1;
  g_array_set_size (set, 0);
  for (int64_t row = 1; row <= highest; row++)
    if (there[row])
      g_array_append_val (set, row);
}

void
spil_row_set_sort (GArray *set)
{
  guint kept = 0;

  if (set->len >= MANY_ROWS) {
    sort_many (set);
    return;
  }
  g_array_sort (set, compare_rows);
  for (guint i = 0; i < set->len; i++)
    if (kept == 0 || g_array_index (set, int64_t, i) != g_array_index (set, int64_t, kept - 1))
      g_array_index (set, int64_t, kept++) = g_array_index (set, int64_t, i);
  g_array_set_size (set, kept);
}

static gboolean
take_row (SpilStatement *row, gpointer user_data)
{
  int64_t number = spil_statement_get_integer (row, 0);

  g_array_append_val ((GArray *) user_data, number);
  return TRUE;
}

/* What holds the words of an expression itself, what has such persons, and what has such contact moments. */
static const char *const sources[] = {
  "SELECT rowid FROM search_organisation WHERE search_organisation MATCH ?2",
  "SELECT o.row FROM (SELECT rowid AS hit FROM search_person WHERE search_person MATCH ?2"
  " ORDER BY rowid DESC LIMIT ?3) s CROSS JOIN person p ON p.row = s.hit"
  " CROSS JOIN organisation o ON o.id = p.organisation",
  "SELECT o.row FROM (SELECT rowid AS hit FROM search_contact WHERE search_contact MATCH ?2"
  " ORDER BY rowid DESC LIMIT ?3) s CROSS JOIN contact c ON c.row = s.hit"
  " CROSS JOIN organisation o ON o.id = c.organisation",
};

static gboolean
take_head (SpilStatement *row, gpointer user_data)
{
  g_hash_table_insert (user_data, GSIZE_TO_POINTER (spil_statement_get_integer (row, 0)),
                       GSIZE_TO_POINTER (spil_statement_get_integer (row, 1)));
  return TRUE;
}

/* Puts the head in the place of each that is merged into another. */
static gboolean
take_heads (SpilStore *store, GArray *set, GError **error)
{
  static const char sql[] = "SELECT o.row, h.row FROM merged m JOIN organisation o ON o.id = m.organisation"
                            " JOIN organisation h ON h.id = m.head";
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);

  if (!spil_read_each (store, sql, NULL, 0, take_head, heads, error))
    return FALSE;
  for (guint i = 0; g_hash_table_size (heads) > 0 && i < set->len; i++) {
    int64_t *row = &g_array_index (set, int64_t, i);
    gsize head = GPOINTER_TO_SIZE (g_hash_table_lookup (heads, GSIZE_TO_POINTER (*row)));

    *row = head != 0 ? (int64_t) head : *row;
  }
  return TRUE;
}

/* The organisations that the first @n_sources know for @match. */
static GArray *
find (SpilStore *store, const char *match, gsize n_sources, GError **error)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (int64_t));
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (match), SPIL_GIVE_INTEGER (MAX_HITS) };

  for (gsize i = 0; i < n_sources; i++)
    if (!spil_read_each (store, sources[i], parameters, G_N_ELEMENTS (parameters), take_row, set, error))
      return NULL;
  if (!take_heads (store, set, error))
    return NULL;
  spil_row_set_sort (set);
  return g_steal_pointer (&set);
}

/* Adds the organisations whose words are spread over themselves and their persons: "jansen zwolle". */
static gboolean
add_spread (SpilStore *store, const char *match, GArray *set, GError **error)
{
  g_auto (GStrv) words = g_strsplit (match, " ", -1);
  g_autoptr (GArray) spread = NULL;

  for (gsize i = 0; words[i] != NULL; i++) {
    GArray *found = find (store, words[i], N_OWN_SOURCES, error);

    if (found == NULL)
      return FALSE;
    spread = spil_row_set_intersect (g_steal_pointer (&spread), found);
  }
  if (spread != NULL)
    g_array_append_vals (set, spread->data, spread->len);
  spil_row_set_sort (set);
  return TRUE;
}

/* Adds the organisations with a telephone number that begins or ends so, and those of whose persons one has. */
static gboolean
add_numbers (SpilStore *store, const char *text, GArray *set, GError **error)
{
  static const char *const row_of[] = {
    "SELECT row FROM organisation WHERE ?1 IS ?1 AND id = " SPIL_HEAD_SQL ("?2"),
    "SELECT o.row FROM person p CROSS JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
        "p.organisation") " WHERE ?1 IS ?1 AND p.id = ?2",
  };
  static const int entities[] = { SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_PERSON };
  guint n_before = set->len;

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    g_autoptr (GArray) ids = spil_found_numbers (store, entities[i], text, MAX_HITS, error);

    for (guint j = 0; ids != NULL && j < ids->len; j++) {
      const SpilGiven parameters[] = { SPIL_GIVE_ID (g_array_index (ids, SpilId, j)) };

      if (!spil_read_each (store, row_of[i], parameters, G_N_ELEMENTS (parameters), take_row, set, error))
        return FALSE;
    }
    if (ids == NULL)
      return FALSE;
  }
  if (set->len > n_before)
    spil_row_set_sort (set);
  return TRUE;
}

/* What the words may have been meant to be. */
static GArray *
find_guesses (SpilStore *store, const char *text, GError **error)
{
  g_autoptr (GPtrArray) words = spil_spelling_guess (store, text, error);
  g_autofree char *match = words != NULL ? spil_spelling_make_match (words) : NULL;

  if (words == NULL)
    return NULL;
  return match != NULL ? find (store, match, G_N_ELEMENTS (sources), error)
                       : g_array_new (FALSE, FALSE, sizeof (int64_t));
}

GArray *
spil_row_set_search (SpilStore *store, const char *text, GArray **exact, GError **error)
{
  g_autofree char *match = spil_search_make_match (text);
  g_autoptr (GArray) set = NULL;
  GArray *guessed;

  *exact = NULL;
  if (match == NULL)
    return g_array_new (FALSE, FALSE, sizeof (int64_t));
  set = find (store, match, G_N_ELEMENTS (sources), error);
  if (set == NULL ||
      (set->len < FEW_HITS && strchr (match, ' ') != NULL && !add_spread (store, match, set, error)) ||
      !add_numbers (store, text, set, error))
    return NULL;
  if (set->len >= NEARLY_NONE)
    return g_steal_pointer (&set);
  guessed = find_guesses (store, text, error);
  if (guessed == NULL)
    return NULL;
  *exact = g_array_copy (set);
  g_array_append_vals (guessed, set->data, set->len);
  spil_row_set_sort (guessed);
  return guessed;
}

GArray *
spil_row_set_owed (SpilStore *store, SpilDay today, GError **error)
{
  g_autoptr (GArray) debts = spil_debts_read (store, NULL, today, TRUE, error);
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (int64_t));

  if (debts == NULL)
    return NULL;
  for (guint i = 0; i < debts->len; i++) {
    const SpilDebt *debt = &g_array_index (debts, SpilDebt, i);

    if (spil_contact_debt_is_owed (debt->debt))
      g_array_append_val (set, debt->row);
  }
  spil_row_set_sort (set);
  return g_steal_pointer (&set);
}

GArray *
spil_row_set_of_kinds (SpilStore *store, int64_t kinds, GError **error)
{
  static const char sql[] =
      "SELECT row FROM organisation WHERE dead = 0 AND programme = ?1 AND (?2 >> kind) & 1";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (kinds) };
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (int64_t));

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_row, set, error))
    return NULL;
  spil_row_set_sort (set);
  return g_steal_pointer (&set);
}

GArray *
spil_row_set_intersect (GArray *a, GArray *b)
{
  guint kept = 0;

  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  for (guint i = 0, j = 0; i < a->len && j < b->len;) {
    int64_t one = g_array_index (a, int64_t, i), other = g_array_index (b, int64_t, j);

    if (one == other)
      g_array_index (a, int64_t, kept++) = one;
    i += one <= other;
    j += other <= one;
  }
  g_array_set_size (a, kept);
  g_array_unref (b);
  return a;
}

char *
spil_row_set_to_json (const GArray *set)
{
  GString *json = g_string_sized_new (2 + set->len * 8);

  g_string_append_c (json, '[');
  for (guint i = 0; i < set->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (set, int64_t, i));
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

GByteArray *
spil_row_set_to_marks (const GArray *set)
{
  GByteArray *marks = g_byte_array_new ();

  if (set->len == 0)
    return marks;
  g_byte_array_set_size (marks, (guint) g_array_index (set, int64_t, set->len - 1));
  memset (marks->data, 0, marks->len);
  for (guint i = 0; i < set->len; i++)
    marks->data[g_array_index (set, int64_t, i) - 1] = 1;
  return marks;
}

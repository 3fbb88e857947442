// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-query.h"

#include "spil-alike.h"
#include "spil-duplicate-read.h"
#include "spil-norm-query.h"
#include "spil-read.h"

/* Of what more organisations share, the first: it says little about any of them. */
#define SOME_ALIKE(parameter) "SELECT organisation FROM (SELECT organisation FROM alike WHERE key = " parameter " LIMIT 60)"

#define CANDIDATES_SQL                                                                                       \
  "SELECT " SPIL_DUPLICATE_FACTS_SQL ", h.id, h.name, h.town, h.kvk_number"                                  \
  " FROM (" SOME_ALIKE ("?3") " UNION " SOME_ALIKE ("?4") " UNION " SOME_ALIKE ("?5")                        \
  " UNION " SOME_ALIKE ("?6") " UNION " SOME_ALIKE ("?7") " UNION " SOME_ALIKE ("?8") ") a"                  \
  " JOIN organisation o ON o.id = a.organisation"                                                            \
  " JOIN organisation h ON h.id = " SPIL_HEAD_SQL ("o.id") " AND h.dead = 0 AND h.programme = ?1"            \
  " WHERE o.dead = 0 AND h.id IS NOT ?2 AND NOT EXISTS (SELECT 1 FROM distinct_pair d WHERE d.dead = 0"      \
  " AND ((d.one IN (h.id, o.id) AND d.other = ?2) OR (d.one = ?2 AND d.other IN (h.id, o.id))))"

G_STATIC_ASSERT (SPIL_ALIKE_KEYS == 6);

typedef struct
{
  const SpilDuplicateTraits *traits;
  const SpilNorms *norms;
  GPtrArray *candidates;
} Search;

static SpilDuplicateCandidate *
find_candidate (GPtrArray *candidates, SpilId id)
{
  for (guint i = 0; i < candidates->len; i++) {
    SpilDuplicateCandidate *candidate = candidates->pdata[i];

    if (spil_id_equal (candidate->id, id))
      return candidate;
  }
  return NULL;
}

static void
add_candidate (GPtrArray *candidates, SpilStatement *row, SpilLikeness likeness)
{
  const int head = SPIL_DUPLICATE_N_FACTS;
  SpilId id = spil_statement_get_id (row, head);
  SpilDuplicateCandidate *candidate = find_candidate (candidates, id);

  if (candidate == NULL) {
    candidate = g_new0 (SpilDuplicateCandidate, 1);
    candidate->id = id;
    candidate->name = g_strdup (spil_statement_get_text (row, head + 1));
    candidate->town = spil_get_text (row, head + 2);
    candidate->kvk_number = spil_get_text (row, head + 3);
    g_ptr_array_add (candidates, candidate);
  }
  if (spil_likeness_compare (likeness, candidate->likeness) < 0)
    candidate->likeness = likeness;
}

static gboolean
take_candidate (SpilStatement *row, gpointer user_data)
{
  Search *search = user_data;
  SpilDuplicateFacts facts = spil_duplicate_read_facts (row);
  g_auto (SpilDuplicateTraits) traits = { 0 };
  SpilLikeness likeness;

  spil_duplicate_traits_init (&traits, &facts);
  likeness = spil_likeness (search->traits, &traits, search->norms);
  if (likeness.level != SPIL_LIKENESS_NONE)
    add_candidate (search->candidates, row, likeness);
  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const SpilDuplicateCandidate *one = *(const SpilDuplicateCandidate *const *) a;
  const SpilDuplicateCandidate *other = *(const SpilDuplicateCandidate *const *) b;
  int order = spil_likeness_compare (one->likeness, other->likeness);

  return order != 0 ? order : spil_id_compare (one->id, other->id);
}

GPtrArray *
spil_duplicates_find (SpilStore *store, const SpilDuplicateFacts *facts, SpilId self, guint max,
                      GError **error)
{
  g_autoptr (GPtrArray)
      candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_duplicate_candidate_free);
  g_auto (SpilDuplicateTraits) traits = { 0 };
  SpilNorms norms;
  Search search = { &traits, &norms, candidates };
  SpilGiven parameters[1 + SPIL_ALIKE_KEYS] = { SPIL_GIVE_ID (self) };
  int64_t keys[SPIL_ALIKE_KEYS];
  int n = spil_alike_keys (facts, keys);

  for (int i = 0; i < SPIL_ALIKE_KEYS; i++)
    parameters[1 + i] = i < n ? SPIL_GIVE_INTEGER (keys[i]) : SPIL_GIVE_NULL;
  spil_duplicate_traits_init (&traits, facts);
  if (!spil_norm_query (store, &norms, error) ||
      !spil_read_each (store, CANDIDATES_SQL, parameters, G_N_ELEMENTS (parameters), take_candidate, &search,
                       error))
    return NULL;
  g_ptr_array_sort (candidates, compare_candidates);
  if (candidates->len > max)
    g_ptr_array_set_size (candidates, (int) max);
  return g_steal_pointer (&candidates);
}

void
spil_duplicate_candidate_free (SpilDuplicateCandidate *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->town);
  g_free (self->kvk_number);
  g_free (self);
}

gboolean
spil_duplicate_is_open (SpilStore *store, SpilId one, SpilId other, gboolean *open, GError **error)
{
  static const char sql[] =
      "SELECT (SELECT count (*) FROM organisation WHERE id IN (?2, ?3) AND dead = 0) = 2"
      " AND " SPIL_HEAD_SQL ("?2") " <> " SPIL_HEAD_SQL (
          "?3") " AND NOT EXISTS (SELECT 1 FROM distinct_pair WHERE dead = 0 AND one = min (?2, ?3) AND other = max (?2, ?3))";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (one), SPIL_GIVE_ID (other) };
  int64_t found;

  if (!spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &found, error))
    return FALSE;
  *open = found != 0;
  return TRUE;
}

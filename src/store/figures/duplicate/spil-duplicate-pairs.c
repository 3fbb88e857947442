// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "spil-duplicate-query.h"
#include "spil-duplicate-read.h"
#include "spil-norm-query.h"
#include "spil-read.h"

/* What more organisations than these share, says little about any two of them: a shopping centre, a name that is a trade. */
#define MAX_ALIKE 25
/* Progress is told each so many organisations. */
#define STEP 2048

/* An organisation that shares something with another. */
typedef struct
{
  SpilId id;
  SpilId head;
  SpilDuplicateTraits traits;
} Member;

/* Two ids, the smaller first. */
typedef struct
{
  SpilId one;
  SpilId other;
} Couple;

typedef struct
{
  SpilStore *store;
  SpilNorms norms;
  GHashTable *members; /* SpilId -> Member */
  GHashTable *distinct; /* of Couple: judged not to be the same */
  GHashTable *compared; /* of Couple */
  GHashTable *found; /* Couple -> SpilLikeness, of heads */
  GArray *shared; /* of Shared, by key */
  SpilDuplicateProgressFunc progress;
  gpointer user_data;
} Survey;

/* One key that an organisation shares with a few others. */
typedef struct
{
  int64_t key;
  SpilId organisation;
} Shared;

static Couple
couple (SpilId a, SpilId b)
{
  return spil_id_compare (a, b) < 0 ? (Couple) { a, b } : (Couple) { b, a };
}

static guint
couple_hash (gconstpointer key)
{
  const Couple *self = key;

  return spil_id_hash_key (&self->one) * 31 + spil_id_hash_key (&self->other);
}

static gboolean
couple_equal (gconstpointer a, gconstpointer b)
{
  const Couple *one = a;
  const Couple *other = b;

  return spil_id_equal (one->one, other->one) && spil_id_equal (one->other, other->other);
}

static void
free_member (gpointer data)
{
  Member *member = data;

  spil_duplicate_traits_clear (&member->traits);
  g_free (member);
}

static void
survey_clear (Survey *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->distinct, g_hash_table_unref);
  g_clear_pointer (&self->compared, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->shared, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

/* Reading */

static gboolean
take_distinct (SpilStatement *row, gpointer user_data)
{
  Couple pair = couple (spil_statement_get_id (row, 0), spil_statement_get_id (row, 1));

  g_hash_table_add (user_data, g_memdup2 (&pair, sizeof pair));
  return TRUE;
}

static gboolean
take_shared (SpilStatement *row, gpointer user_data)
{
  Shared shared = { spil_statement_get_integer (row, 0), spil_statement_get_id (row, 1) };

  g_array_append_val ((GArray *) user_data, shared);
  return TRUE;
}

static gboolean
take_member (SpilStatement *row, gpointer user_data)
{
  Survey *self = user_data;
  Member *member = g_new0 (Member, 1);
  SpilDuplicateFacts facts = spil_duplicate_read_facts (row);

  member->id = spil_statement_get_id (row, SPIL_DUPLICATE_N_FACTS);
  member->head = spil_statement_get_id (row, SPIL_DUPLICATE_N_FACTS + 1);
  spil_duplicate_traits_init (&member->traits, &facts);
  g_hash_table_insert (self->members, &member->id, member);
  return FALSE;
}

/* *@member becomes NULL for one of another programme. */
static gboolean
read_member (Survey *self, SpilId id, const Member **member, GError **error)
{
  static const char sql[] = "SELECT " SPIL_DUPLICATE_FACTS_SQL ", o.id, " SPIL_HEAD_SQL (
      "o.id") " FROM organisation o"
              " WHERE o.id = ?2 AND o.dead = 0 AND o.programme = ?1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };

  *member = g_hash_table_lookup (self->members, &id);
  if (*member != NULL)
    return TRUE;
  if (!spil_read_each (self->store, sql, parameters, G_N_ELEMENTS (parameters), take_member, self, error))
    return FALSE;
  *member = g_hash_table_lookup (self->members, &id);
  return TRUE;
}

/* Comparing */

static gboolean
are_distinct (Survey *self, SpilId a, SpilId b)
{
  Couple pair = couple (a, b);

  return g_hash_table_contains (self->distinct, &pair);
}

static void
compare_members (Survey *self, const Member *a, const Member *b)
{
  Couple heads = couple (a->head, b->head);
  SpilLikeness likeness;
  const SpilLikeness *best;

  if (spil_id_equal (a->head, b->head) || are_distinct (self, a->id, b->id) ||
      are_distinct (self, a->head, b->head))
    return;
  likeness = spil_likeness (&a->traits, &b->traits, &self->norms);
  if (likeness.level == SPIL_LIKENESS_NONE)
    return;
  best = g_hash_table_lookup (self->found, &heads);
  if (best == NULL || spil_likeness_compare (likeness, *best) < 0)
    g_hash_table_insert (self->found, g_memdup2 (&heads, sizeof heads),
                         g_memdup2 (&likeness, sizeof likeness));
}

static gboolean
compare_ids (Survey *self, SpilId a, SpilId b, GError **error)
{
  Couple pair = couple (a, b);
  const Member *one;
  const Member *other;

  if (g_hash_table_contains (self->compared, &pair))
    return TRUE;
  g_hash_table_add (self->compared, g_memdup2 (&pair, sizeof pair));
  if (!read_member (self, a, &one, error) || !read_member (self, b, &other, error))
    return FALSE;
  if (one != NULL && other != NULL)
    compare_members (self, one, other);
  return TRUE;
}

static gboolean
tell (Survey *self, double share, GError **error)
{
  if (self->progress == NULL || self->progress (share, self->user_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The search for duplicates was stopped."));
  return FALSE;
}

static gboolean
compare_all (Survey *self, GError **error)
{
  const Shared *shared = (const Shared *) (gpointer) self->shared->data;
  guint n = self->shared->len;

  for (guint i = 0; i < n; i++) {
    if (i % STEP == 0 && !tell (self, (double) i / (double) n, error))
      return FALSE;
    for (guint j = i + 1; j < n && shared[j].key == shared[i].key; j++)
      if (!compare_ids (self, shared[i].organisation, shared[j].organisation, error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
survey (Survey *self, GError **error)
{
  static const char sql[] =
      "SELECT key, organisation FROM alike WHERE key IN"
      " (SELECT key FROM alike GROUP BY key HAVING count (*) BETWEEN 2 AND ?2) ORDER BY key";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (MAX_ALIKE) };

  return spil_norm_query (self->store, &self->norms, error) &&
         spil_read_each (self->store, "SELECT one, other FROM distinct_pair WHERE dead = 0", NULL, 0,
                         take_distinct, self->distinct, error) &&
         spil_read_each (self->store, sql, parameters, G_N_ELEMENTS (parameters), take_shared, self->shared,
                         error) &&
         compare_all (self, error);
}

/* The outcome */

static gboolean
take_names (SpilStatement *row, gpointer user_data)
{
  char **texts = user_data;

  texts[0] = g_strdup (spil_statement_get_text (row, 0));
  texts[1] = spil_get_text (row, 1);
  return FALSE;
}

static gboolean
read_names (SpilStore *store, SpilId id, char **name, char **town, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };
  char *texts[2] = { NULL, NULL };

  if (!spil_read_each (store, "SELECT name, town FROM organisation WHERE id = ?2 AND dead = 0", parameters,
                       G_N_ELEMENTS (parameters), take_names, texts, error))
    return FALSE;
  *name = texts[0];
  *town = texts[1];
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const SpilDuplicatePair *one = *(const SpilDuplicatePair *const *) a;
  const SpilDuplicatePair *other = *(const SpilDuplicatePair *const *) b;
  int order = spil_likeness_compare (one->likeness, other->likeness);

  if (order == 0)
    order = spil_id_compare (one->one, other->one);
  return order != 0 ? order : spil_id_compare (one->other, other->other);
}

static GPtrArray *
make_pairs (Survey *self, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_duplicate_pair_free);
  GHashTableIter iter;
  gpointer key;
  gpointer likeness;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &key, &likeness)) {
    const Couple *heads = key;
    SpilDuplicatePair *pair = g_new0 (SpilDuplicatePair, 1);

    pair->one = heads->one;
    pair->other = heads->other;
    pair->likeness = *(const SpilLikeness *) likeness;
    g_ptr_array_add (pairs, pair);
    if (!read_names (self->store, pair->one, &pair->one_name, &pair->one_town, error) ||
        !read_names (self->store, pair->other, &pair->other_name, &pair->other_town, error))
      return NULL;
  }
  g_ptr_array_sort (pairs, compare_pairs);
  return g_steal_pointer (&pairs);
}

GPtrArray *
spil_duplicates_pairs (SpilStore *store, SpilDuplicateProgressFunc progress, gpointer user_data,
                       GError **error)
{
  g_auto (Survey) self = {
    .store = store,
    .members = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL, free_member),
    .distinct = g_hash_table_new_full (couple_hash, couple_equal, g_free, NULL),
    .compared = g_hash_table_new_full (couple_hash, couple_equal, g_free, NULL),
    .found = g_hash_table_new_full (couple_hash, couple_equal, g_free, g_free),
    .shared = g_array_new (FALSE, FALSE, sizeof (Shared)),
    .progress = progress,
    .user_data = user_data,
  };

  return survey (&self, error) ? make_pairs (&self, error) : NULL;
}

void
spil_duplicate_pair_free (SpilDuplicatePair *self)
{
  if (self == NULL)
    return;
  g_free (self->one_name);
  g_free (self->other_name);
  g_free (self->one_town);
  g_free (self->other_town);
  g_free (self);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the filters of the employers list offer to choose from. */
#include <string.h>

#include "spil-employer-query.h"
#include "spil-read.h"
#include "spil-text.h"

static gboolean
take_brokers (SpilStatement *row, gpointer user_data)
{
  for (int i = 0; i < 2; i++) {
    const char *broker = spil_statement_get_text (row, i);

    if (broker != NULL && *broker != '\0')
      g_hash_table_add ((GHashTable *) user_data, g_strdup (broker));
  }
  return TRUE;
}

static int
compare_folded (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = spil_text_fold (a);
  g_autofree char *other = spil_text_fold (b);
  int order = strcmp (one, other);

  return order != 0 ? order : strcmp (a, b);
}

static gpointer
make_text (SpilStatement *row, gpointer user_data)
{
  return g_strdup (spil_statement_get_text (row, 0));
}

GPtrArray *
spil_employer_query_brokers (SpilStore *store, GError **error)
{
  /* No index has them: the table in its order is quickest. */
  static const char sql[] =
      "SELECT DISTINCT mobility_broker, sustainability_broker FROM engagement NOT INDEXED"
      " WHERE dead = 0 AND programme = ?1";
  g_autoptr (GHashTable) brokers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sorted;

  if (!spil_read_each (store, sql, NULL, 0, take_brokers, brokers, error))
    return NULL;
  sorted = g_hash_table_steal_all_keys (brokers);
  g_ptr_array_sort_values (sorted, compare_folded);
  return sorted;
}

GPtrArray *
spil_employer_query_towns (SpilStore *store, GError **error)
{
  /* From each town to the next in the index, without those between. */
  static const char sql[] =
      "WITH RECURSIVE t (fold) AS (SELECT min (town_fold) FROM organisation"
      " WHERE dead = 0 AND programme = ?1 AND town_fold > '' UNION ALL SELECT (SELECT min (o.town_fold)"
      " FROM organisation o WHERE o.dead = 0 AND o.programme = ?1 AND o.town_fold > t.fold)"
      " FROM t WHERE t.fold IS NOT NULL) SELECT (SELECT o.town FROM organisation o"
      " WHERE o.dead = 0 AND o.programme = ?1 AND o.town_fold = t.fold LIMIT 1) FROM t WHERE t.fold IS NOT NULL";

  return spil_read_all (store, sql, NULL, 0, make_text, NULL, g_free, error);
}

static gboolean
take_tags (SpilStatement *row, gpointer user_data)
{
  g_auto (GStrv) tags = g_strsplit (spil_statement_get_text (row, 0), ",", -1);

  for (gsize i = 0; tags[i] != NULL; i++)
    if (g_strstrip (tags[i])[0] != '\0')
      g_hash_table_insert ((GHashTable *) user_data, spil_text_fold (tags[i]), g_strdup (tags[i]));
  return TRUE;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = spil_text_fold (*(const char *const *) a);
  g_autofree char *other = spil_text_fold (*(const char *const *) b);

  return strcmp (one, other);
}

GPtrArray *
spil_employer_query_tags (SpilStore *store, GError **error)
{
  static const char sql[] =
      "SELECT DISTINCT tags FROM organisation NOT INDEXED WHERE dead = 0 AND programme = ?1 AND tags <> ''";
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer tag;

  if (!spil_read_each (store, sql, NULL, 0, take_tags, tags, error)) {
    g_ptr_array_unref (list);
    return NULL;
  }
  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    g_ptr_array_add (list, g_strdup (tag));
  g_ptr_array_sort (list, compare_tags);
  return list;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-relation-query.h"

#include "spil-entity.h"
#include "spil-read.h"
#include "spil-tags.h"
#include "spil-text.h"

/* Tags */

typedef struct
{
  char *tag;
  int count;
} Used;

static void
used_free (Used *self)
{
  g_free (self->tag);
  g_free (self);
}

static gboolean
take_tags (SpilStatement *row, gpointer user_data)
{
  GHashTable *used = user_data;
  g_auto (GStrv) tags = spil_tags_split (spil_statement_get_text (row, 0));

  for (int i = 0; tags[i] != NULL; i++) {
    char *folded = spil_text_fold (tags[i]);
    Used *tag = g_hash_table_lookup (used, folded);

    if (tag == NULL) {
      tag = g_new0 (Used, 1);
      tag->tag = g_strdup (tags[i]);
      g_hash_table_insert (used, folded, tag);
    } else
      g_free (folded);
    tag->count++;
  }
  return TRUE;
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const Used *one = *(const Used *const *) a;
  const Used *other = *(const Used *const *) b;

  return one->count != other->count ? other->count - one->count : g_strcmp0 (one->tag, other->tag);
}

GPtrArray *
spil_tags_query (SpilStore *store, GError **error)
{
  static const char sql[] =
      "SELECT tags FROM organisation WHERE dead = 0 AND programme = ?1 AND tags IS NOT NULL";
  g_autoptr (GHashTable)
      used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) used_free);
  g_autoptr (GPtrArray) sorted = NULL;
  GPtrArray *tags;

  if (!spil_read_each (store, sql, NULL, 0, take_tags, used, error))
    return NULL;
  sorted = g_hash_table_get_values_as_ptr_array (used);
  g_ptr_array_sort (sorted, compare_used);
  tags = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (tags, g_strdup (((const Used *) sorted->pdata[i])->tag));
  return tags;
}

/* Needs */

static gboolean
take_needs (SpilStatement *row, gpointer user_data)
{
  GArray *counts = user_data;
  int64_t needs = spil_statement_get_integer (row, 0);
  SpilDay spoken = spil_time_day (spil_time (spil_statement_get_integer (row, 1)));

  for (int need = 1; need < 63; need++) {
    guint at = 0;

    if (((needs >> need) & 1) == 0)
      continue;
    while (at < counts->len && g_array_index (counts, SpilNeedCount, at).need != need)
      at++;
    if (at == counts->len) {
      // The latest comes first.
      SpilNeedCount count = { .need = need, .last = spoken };

      g_array_append_val (counts, count);
    }
    g_array_index (counts, SpilNeedCount, at).count++;
  }
  return TRUE;
}

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const SpilNeedCount *one = a, *other = b;

  return one->count != other->count ? other->count - one->count : one->need - other->need;
}

GArray *
spil_need_query (SpilStore *store, SpilId organisation, GError **error)
{
  static const char sql[] = "SELECT c.needs, c.time FROM contact c WHERE c.organisation IN " SPIL_ALIASES_SQL (
      "?2") " AND c.dead = 0 AND c.needs > 0"
            " AND NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0) ORDER BY c.time DESC";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (organisation) };
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (SpilNeedCount));

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_needs, counts, error))
    return NULL;
  g_array_sort (counts, compare_needs);
  return g_steal_pointer (&counts);
}

/* Rows */

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);

  g_array_append_val (user_data, id);
  return TRUE;
}

static GArray *
read_aliases (SpilStore *store, SpilId organisation, GError **error)
{
  static const char sql[] = "SELECT id FROM organisation WHERE id IN " SPIL_ALIASES_SQL ("?2");
  const SpilGiven parameters[] = { SPIL_GIVE_ID (organisation) };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
take_head (SpilStatement *row, gpointer user_data)
{
  *(SpilId *) user_data = spil_statement_get_id (row, 0);
  return FALSE;
}

gboolean
spil_organisation_head (SpilStore *store, SpilId id, SpilId *head, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };

  *head = id;
  return spil_read_each (store, "SELECT " SPIL_HEAD_SQL ("?2"), parameters, G_N_ELEMENTS (parameters),
                         take_head, head, error);
}

GPtrArray *
spil_rows_of_organisation (SpilStore *store, const SpilEntity *entity, int field, SpilId organisation,
                           GError **error)
{
  g_autoptr (GArray) ids = read_aliases (store, organisation, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    g_autoptr (SpilQuery) query = spil_query_new (entity);
    g_autoptr (GPtrArray) some = NULL;

    spil_query_where_reference (query, field, g_array_index (ids, SpilId, i));
    some = spil_store_list (store, query, error);
    if (some == NULL)
      return NULL;
    g_ptr_array_extend_and_steal (rows, g_steal_pointer (&some));
  }
  return ids != NULL ? g_steal_pointer (&rows) : NULL;
}

static gboolean
add_documents (SpilStore *store, const SpilEntity *entity, SpilId id, GPtrArray *documents, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_DOCUMENT));
  g_autofree char *text = spil_id_dup_text (id);
  g_auto (SpilValue) entity_value = spil_value_text (entity->name);
  g_auto (SpilValue) id_value = spil_value_text (text);
  g_autoptr (GPtrArray) some = NULL;

  spil_query_where (query, SPIL_DOCUMENT_ABOUT_ENTITY, SPIL_COMPARE_EQUAL, &entity_value);
  spil_query_where (query, SPIL_DOCUMENT_ABOUT_ID, SPIL_COMPARE_EQUAL, &id_value);
  some = spil_store_list (store, query, error);
  if (some == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (documents, g_steal_pointer (&some));
  return TRUE;
}

GPtrArray *
spil_document_query (SpilStore *store, const SpilEntity *entity, SpilId id, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = NULL;

  if (entity->number != SPIL_ENTITY_ORGANISATION)
    return add_documents (store, entity, id, documents, error) ? g_steal_pointer (&documents) : NULL;
  ids = read_aliases (store, id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_documents (store, entity, g_array_index (ids, SpilId, i), documents, error))
      return NULL;
  return ids != NULL ? g_steal_pointer (&documents) : NULL;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  SpilDay one = spil_record_get_day (*(SpilRecord *const *) a, SPIL_NEXT_ACTION_DUE);
  SpilDay other = spil_record_get_day (*(SpilRecord *const *) b, SPIL_NEXT_ACTION_DUE);

  if (spil_day_is_known (one) != spil_day_is_known (other))
    return spil_day_is_known (one) ? -1 : 1;
  return spil_day_compare (one, other);
}

GPtrArray *
spil_open_actions_query (SpilStore *store, SpilId organisation, GError **error)
{
  g_autoptr (GPtrArray) all = spil_rows_of_organisation (store, spil_entity (SPIL_ENTITY_NEXT_ACTION),
                                                         SPIL_NEXT_ACTION_ORGANISATION, organisation, error);
  GPtrArray *open;

  if (all == NULL)
    return NULL;
  open = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (spil_record_get_integer (all->pdata[i], SPIL_NEXT_ACTION_STATE) == SPIL_ACTION_STATE_OPEN)
      g_ptr_array_add (open, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (open, compare_due);
  return open;
}

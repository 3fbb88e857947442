// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-stage.h"

#include <glib/gi18n-lib.h>

#include "spil-model-error.h"
#include "spil-text.h"

/* One change of one row of the table. */
typedef struct
{
  SpilRecord *before; /* NULL: it is new */
  SpilRecord *after;
} SpilStagedChange;

/* A row of the table. */
typedef struct
{
  int64_t number;
  gboolean created;
  guint first; /* of its changes */
} SpilStagedRow;

/* The rows that refer to one row. */
typedef struct
{
  const SpilEntity *entity;
  int field;
  SpilId target;
  GPtrArray *records;
} SpilStagedList;

struct _SpilImportStage
{
  SpilStore *store;
  GArray *rows; /* of SpilStagedRow */
  GArray *changes; /* of SpilStagedChange */
  GHashTable *records; /* id -> SpilRecord, the latest; of all entities, whose ids differ */
  GHashTable *fresh; /* ids of rows that are new */
  GHashTable *lists; /* SpilStagedList, by itself */
  GHashTable *titles; /* of new rows without a parent: "entity title" -> GPtrArray of SpilRecord */
};

static void
clear_change (gpointer data)
{
  SpilStagedChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

static guint
hash_list (gconstpointer data)
{
  const SpilStagedList *list = data;

  return spil_id_hash_key (&list->target) * 31 + (guint) list->entity->number;
}

static gboolean
equal_lists (gconstpointer a, gconstpointer b)
{
  const SpilStagedList *one = a;
  const SpilStagedList *other = b;

  return one->entity == other->entity && one->field == other->field &&
         spil_id_equal (one->target, other->target);
}

static void
free_list (gpointer data)
{
  SpilStagedList *list = data;

  g_ptr_array_unref (list->records);
  g_free (list);
}

SpilImportStage *
spil_import_stage_new (SpilStore *store)
{
  SpilImportStage *self = g_new0 (SpilImportStage, 1);

  self->store = store;
  self->rows = g_array_new (FALSE, FALSE, sizeof (SpilStagedRow));
  self->changes = g_array_new (FALSE, FALSE, sizeof (SpilStagedChange));
  g_array_set_clear_func (self->changes, clear_change);
  self->records = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_object_unref);
  self->fresh = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->lists = g_hash_table_new_full (hash_list, equal_lists, free_list, NULL);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
spil_import_stage_free (SpilImportStage *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->changes);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->fresh);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->titles);
  g_free (self);
}

static void
forget (SpilImportStage *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->changes, 0);
  g_hash_table_remove_all (self->records);
  g_hash_table_remove_all (self->fresh);
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->titles);
}

SpilRecord *
spil_import_stage_get (SpilImportStage *self, const SpilEntity *entity, SpilId id, GError **error)
{
  SpilRecord *record = g_hash_table_lookup (self->records, &id);
  g_autoptr (GError) fault = NULL;

  if (record != NULL)
    return spil_record_get_entity (record) == entity ? g_object_ref (record) : NULL;
  record = spil_store_get (self->store, entity, id, &fault);
  if (record == NULL && !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&fault));
  return record;
}

static GPtrArray *
read_list (SpilImportStage *self, const SpilEntity *entity, int field, SpilId target, GError **error)
{
  g_autoptr (SpilQuery) query = NULL;
  GPtrArray *records;

  // Nothing refers to what is not written yet but what stands here.
  if (g_hash_table_contains (self->fresh, &target))
    return g_ptr_array_new_with_free_func (g_object_unref);
  query = spil_query_new (entity);
  spil_query_where_reference (query, field, target);
  spil_query_sort_by_age (query);
  records = spil_store_list (self->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    const SpilId id = spil_record_get_id (records->pdata[i]);
    SpilRecord *latest = g_hash_table_lookup (self->records, &id);

    if (latest != NULL)
      g_set_object ((SpilRecord **) &records->pdata[i], latest);
  }
  return records;
}

GPtrArray *
spil_import_stage_list (SpilImportStage *self, const SpilEntity *entity, int field, SpilId target,
                        GError **error)
{
  const SpilStagedList key = { .entity = entity, .field = field, .target = target };
  SpilStagedList *list = g_hash_table_lookup (self->lists, &key);
  GPtrArray *records;

  if (list != NULL)
    return list->records;
  records = read_list (self, entity, field, target, error);
  if (records == NULL)
    return NULL;
  list = g_memdup2 (&key, sizeof key);
  list->records = records;
  g_hash_table_add (self->lists, list);
  return records;
}

static char *
make_title_key (const SpilEntity *entity, const char *title)
{
  g_autofree char *folded = spil_text_fold (title);

  return g_strdup_printf ("%d %s", entity->number, folded);
}

GPtrArray *
spil_import_stage_find (SpilImportStage *self, const SpilEntity *entity, const char *title, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = spil_store_find_by_title (self->store, entity, title, error);
  g_autofree char *key = make_title_key (entity, title);
  GPtrArray *staged = g_hash_table_lookup (self->titles, key);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GError) fault = NULL;
    SpilRecord *record = spil_import_stage_get (self, entity, g_array_index (ids, SpilId, i), &fault);

    if (fault != NULL) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
    if (record != NULL)
      g_ptr_array_add (found, record);
  }
  for (guint i = 0; staged != NULL && i < staged->len; i++) {
    const SpilId id = spil_record_get_id (staged->pdata[i]);

    g_ptr_array_add (found, g_object_ref (g_hash_table_lookup (self->records, &id)));
  }
  return g_steal_pointer (&found);
}

void
spil_import_stage_begin_row (SpilImportStage *self, int64_t number, gboolean created)
{
  const SpilStagedRow row = { .number = number, .created = created, .first = self->changes->len };

  g_array_append_val (self->rows, row);
}

static void
note_title (SpilImportStage *self, SpilRecord *record)
{
  char *key = make_title_key (spil_record_get_entity (record), spil_record_get_title (record));
  GPtrArray *records = g_hash_table_lookup (self->titles, key);

  if (records == NULL) {
    records = g_ptr_array_new_with_free_func (g_object_unref);
    g_hash_table_insert (self->titles, g_strdup (key), records);
  }
  g_ptr_array_add (records, g_object_ref (record));
  g_free (key);
}

static void
put_in_list (GPtrArray *records, SpilRecord *after)
{
  for (guint i = 0; i < records->len; i++)
    if (spil_id_equal (spil_record_get_id (records->pdata[i]), spil_record_get_id (after))) {
      g_set_object ((SpilRecord **) &records->pdata[i], after);
      return;
    }
  g_ptr_array_add (records, g_object_ref (after));
}

gboolean
spil_import_stage_put (SpilImportStage *self, SpilRecord *before, SpilRecord *after, int parent,
                       GError **error)
{
  SpilStagedChange change = { NULL, g_object_ref (after) };
  const SpilEntity *entity = spil_record_get_entity (after);
  SpilId id = spil_record_get_id (after);

  g_set_object (&change.before, before);
  g_array_append_val (self->changes, change);
  if (parent != 0) {
    GPtrArray *records = spil_import_stage_list (self, entity, parent,
                                                 spil_record_get_reference (after, parent), error);

    if (records == NULL)
      return FALSE;
    put_in_list (records, after);
  }
  g_hash_table_replace (self->records, g_memdup2 (&id, sizeof id), g_object_ref (after));
  if (before != NULL)
    return TRUE;
  g_hash_table_add (self->fresh, g_memdup2 (&id, sizeof id));
  if (parent == 0 && entity->number != SPIL_ENTITY_ORGANISATION && entity->title != 0)
    note_title (self, after);
  return TRUE;
}

guint
spil_import_stage_get_n_changes (SpilImportStage *self)
{
  return self->changes->len;
}

/* Writing */

typedef struct
{
  SpilImportStage *stage;
  SpilSeries *series;
  SpilImportStageRefused refused;
  gpointer user_data;
} SpilFlushing;

static guint
end_of_row (SpilImportStage *self, guint row)
{
  return row + 1 < self->rows->len ? g_array_index (self->rows, SpilStagedRow, row + 1).first
                                   : self->changes->len;
}

static gboolean
commit_rows (SpilFlushing *self, guint first, guint n, GError **error)
{
  SpilImportStage *stage = self->stage;
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));

  for (guint i = g_array_index (stage->rows, SpilStagedRow, first).first;
       i < end_of_row (stage, first + n - 1); i++) {
    const SpilStagedChange *change = &g_array_index (stage->changes, SpilStagedChange, i);

    if (change->before == NULL)
      spil_action_add (action, change->after);
    else
      spil_action_set (action, change->before, change->after);
  }
  return spil_series_commit (self->series, action, error);
}

/* One refused row takes all with it, so they are tried in halves until it is found. */
static gboolean
write_rows (SpilFlushing *self, guint first, guint n, GError **error)
{
  const SpilStagedRow *row = &g_array_index (self->stage->rows, SpilStagedRow, first);
  g_autoptr (GError) fault = NULL;

  if (commit_rows (self, first, n, &fault))
    return TRUE;
  if (fault->domain != SPIL_MODEL_ERROR &&
      !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED) &&
      !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  if (n > 1)
    return write_rows (self, first, n / 2, error) && write_rows (self, first + n / 2, n - n / 2, error);
  self->refused (row->number, row->created, fault->message, self->user_data);
  return TRUE;
}

gboolean
spil_import_stage_flush (SpilImportStage *self, SpilSeries *series, SpilImportStageRefused refused,
                         gpointer user_data, GError **error)
{
  SpilFlushing flushing = { self, series, refused, user_data };
  const gboolean done = self->rows->len == 0 || write_rows (&flushing, 0, self->rows->len, error);

  forget (self);
  return done;
}

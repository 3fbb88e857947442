// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import-private.h"
#include "spil-text.h"

static gboolean
take (SpilPlanImporting *self, guint place, SpilRecord *record)
{
  if (record == NULL || self->matched->pdata[place] != NULL || g_hash_table_contains (self->taken, record))
    return FALSE;
  self->matched->pdata[place] = record;
  g_hash_table_add (self->taken, record);
  return TRUE;
}

static void
match_by_id (SpilPlanImporting *self)
{
  for (guint i = 0; i < self->plan->tasks->len; i++) {
    const SpilPlanFileTask *task = self->plan->tasks->pdata[i];
    SpilId id;

    if (task->guid != NULL && spil_id_parse (task->guid, &id))
      take (self, i, g_hash_table_lookup (self->by_id, &id));
  }
}

static void
match_by_origin (SpilPlanImporting *self)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->known->len; i++) {
    const char *origin = spil_record_get_text (self->known->pdata[i], SPIL_TASK_ORIGIN);

    if (origin != NULL)
      g_hash_table_insert (origins, (gpointer) origin, self->known->pdata[i]);
  }
  for (guint i = 0; i < self->plan->tasks->len; i++) {
    g_autofree char *origin = spil_plan_dup_origin (self->plan, self->plan->tasks->pdata[i]);

    take (self, i, g_hash_table_lookup (origins, origin));
  }
}

/* "id of the activity above, name" */
static char *
make_name_key (SpilId parent, const char *name)
{
  g_autofree char *id = spil_id_dup_text (parent);
  g_autofree char *folded = spil_text_fold (name);

  return g_strconcat (id, " ", folded, NULL);
}

static GHashTable *
index_names (SpilPlanImporting *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < self->known->len; i++) {
    SpilRecord *record = self->known->pdata[i];
    const char *name = spil_record_get_text (record, SPIL_TASK_NAME);
    g_autofree char *key = NULL;
    GQueue *queue;

    if (name == NULL || g_hash_table_contains (self->taken, record))
      continue;
    key = make_name_key (spil_record_get_reference (record, SPIL_TASK_PARENT), name);
    queue = g_hash_table_lookup (names, key);
    if (queue == NULL) {
      queue = g_queue_new ();
      g_hash_table_insert (names, g_steal_pointer (&key), queue);
    }
    g_queue_push_tail (queue, record);
  }
  return names;
}

/* From the top down, so that it is known under which activity a name has to be. */
static void
match_by_name (SpilPlanImporting *self)
{
  g_autoptr (GHashTable) names = index_names (self);

  for (guint i = 0; i < self->plan->tasks->len; i++) {
    const SpilPlanFileTask *task = self->plan->tasks->pdata[i];
    SpilRecord *above = task->parent >= 0 ? self->matched->pdata[task->parent] : NULL;
    g_autofree char *key = NULL;
    GQueue *queue;

    if (self->matched->pdata[i] != NULL || task->name == NULL || (task->parent >= 0 && above == NULL))
      continue;
    key = make_name_key (above != NULL ? spil_record_get_id (above) : SPIL_ID_NIL, task->name);
    queue = g_hash_table_lookup (names, key);
    while (queue != NULL && !g_queue_is_empty (queue) && !take (self, i, g_queue_pop_head (queue)))
      ;
  }
}

void
spil_plan_match (SpilPlanImporting *self)
{
  g_ptr_array_set_size (self->matched, (int) self->plan->tasks->len);
  match_by_id (self);
  match_by_origin (self);
  match_by_name (self);
  for (guint i = 0; i < self->plan->tasks->len; i++) {
    SpilRecord *record = self->matched->pdata[i];
    const SpilId id = record != NULL ? spil_record_get_id (record) : spil_id_new ();

    g_array_append_val (self->ids, id);
  }
}

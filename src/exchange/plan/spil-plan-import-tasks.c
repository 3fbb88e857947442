// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-plan-action.h"
#include "spil-plan-import-private.h"
#include "spil-validate.h"

/* The activities as they will be, one per task of the file. */
static GPtrArray *
make_afters (SpilPlanImporting *self)
{
  GPtrArray *afters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->plan->tasks->len; i++) {
    SpilRecord *record = self->matched->pdata[i];
    SpilRecord *after = record != NULL ? spil_record_copy (record)
                                       : spil_record_new (spil_entity (SPIL_ENTITY_TASK),
                                                          g_array_index (self->ids, SpilId, i));

    g_ptr_array_add (afters, after);
    spil_plan_take_task (self, i, after);
  }
  return afters;
}

static gboolean
put_task (SpilPlanImporting *self, guint place, SpilRecord *after, GError **error)
{
  const SpilPlanFileTask *task = self->plan->tasks->pdata[place];
  SpilPlanImportRow *row = spil_plan_importing_add (self, SPIL_PLAN_PART_TASK, SPIL_PLAN_UNCHANGED, task->row,
                                                    spil_record_get_id (after),
                                                    spil_record_get_title (after));
  g_autoptr (GError) fault = NULL;

  if (spil_validate_record (after, self->today, &fault))
    return spil_plan_importing_put (self, row, self->matched->pdata[place], after, error);
  row->outcome = SPIL_PLAN_REFUSED;
  row->text = g_strdup (fault->message);
  g_hash_table_add (self->refused, g_memdup2 (&row->id, sizeof row->id));
  return TRUE;
}

/* What came from this planning before. A file that Spil wrote of this programme is about all activities. */
static gboolean
is_of_file (SpilPlanImporting *self, SpilRecord *record, const char *prefix)
{
  const char *origin = spil_record_get_text (record, SPIL_TASK_ORIGIN);
  SpilId programme;

  if (self->plan->guid != NULL && spil_id_parse (self->plan->guid, &programme) &&
      spil_id_equal (programme, spil_store_get_programme (self->store)))
    return TRUE;
  return origin != NULL && g_str_has_prefix (origin, prefix);
}

static void
mark_deleted (SpilPlanImporting *self, SpilId id)
{
  for (guint i = self->result->rows->len; i > 0; i--) {
    SpilPlanImportRow *row = self->result->rows->pdata[i - 1];

    if (row->outcome != SPIL_PLAN_GONE && row->outcome != SPIL_PLAN_DELETED)
      return;
    if (spil_id_equal (row->id, id)) {
      row->outcome = SPIL_PLAN_DELETED;
      return;
    }
  }
}

/* Per task of @plan: whether it is gone from the file. */
static gboolean *
find_gone (SpilPlanImporting *self, const SpilPlan *plan)
{
  g_autofree char *prefix = spil_plan_dup_origin_prefix (self->plan);
  gboolean *gone = g_new0 (gboolean, plan->tasks->len + 1);

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];
    SpilRecord *record = g_hash_table_lookup (self->by_id, &task->id);

    gone[i] = record != NULL && !g_hash_table_contains (self->taken, record) &&
              is_of_file (self, record, prefix);
  }
  return gone;
}

/* Places of those that may be deleted: with all that is part of them. */
static GArray *
list_deletable (const SpilPlan *plan, const gboolean *gone)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree gboolean *kept = g_new0 (gboolean, plan->tasks->len + 1); /* something under it stays */

  for (int i = (int) plan->tasks->len - 1; i >= 0; i--) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    kept[i] = kept[i] || !gone[i];
    if (!kept[i])
      g_array_append_val (places, i);
    else if (task->parent >= 0)
      kept[task->parent] = TRUE;
  }
  return places;
}

static gboolean
tell_gone (SpilPlanImporting *self, GError **error)
{
  g_autoptr (SpilPlan) plan = spil_plan_query (self->store, SPIL_PLAN_NO_BASELINE, self->today, error);
  g_autofree gboolean *gone = plan != NULL ? find_gone (self, plan) : NULL;
  g_autoptr (GArray) deleted = plan != NULL ? list_deletable (plan, gone) : NULL;
  g_autoptr (SpilAction) action = NULL;

  if (plan == NULL)
    return FALSE;
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    if (gone[i])
      spil_plan_importing_add (self, SPIL_PLAN_PART_TASK, SPIL_PLAN_GONE, 0, task->id, task->name);
  }
  if (!self->options->delete_gone || deleted->len == 0)
    return TRUE;
  action = spil_plan_delete_action (plan, (const int *) (gpointer) deleted->data, deleted->len);
  for (guint i = 0; i < deleted->len; i++)
    mark_deleted (self, spil_plan_get_task (plan, g_array_index (deleted, int, i))->id);
  return spil_series_commit (self->series, action, error);
}

static gboolean
put_pushed (SpilPlanImporting *self, GError **error)
{
  GHashTableIter iter;
  gpointer before, after;

  g_hash_table_iter_init (&iter, self->pushed);
  while (g_hash_table_iter_next (&iter, &before, &after))
    if (!spil_plan_importing_put (self, NULL, before, after, error))
      return FALSE;
  return TRUE;
}

gboolean
spil_plan_import_tasks (SpilPlanImporting *self, GError **error)
{
  g_autoptr (GPtrArray) afters = NULL;

  spil_plan_match (self);
  afters = make_afters (self);
  spil_plan_arrange (self, afters);
  for (guint i = 0; i < afters->len; i++)
    if (!put_task (self, i, afters->pdata[i], error))
      return FALSE;
  return put_pushed (self, error) && spil_plan_importing_flush (self, error) && tell_gone (self, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

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

static gboolean
tell_gone (SpilPlanImporting *self, GError **error)
{
  g_autofree char *prefix = spil_plan_dup_origin_prefix (self->plan);
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));

  for (guint i = self->known->len; i > 0; i--) {
    SpilRecord *record = self->known->pdata[i - 1];

    if (g_hash_table_contains (self->taken, record) || !is_of_file (self, record, prefix))
      continue;
    spil_plan_importing_add (self, SPIL_PLAN_PART_TASK,
                             self->options->delete_gone ? SPIL_PLAN_DELETED : SPIL_PLAN_GONE, 0,
                             spil_record_get_id (record), spil_record_get_title (record));
    if (self->options->delete_gone)
      spil_action_delete (action, spil_record_get_entity (record), spil_record_get_id (record));
  }
  return action->changes->len == 0 || spil_series_commit (self->series, action, error);
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

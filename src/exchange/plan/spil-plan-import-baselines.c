// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-plan-import-private.h"

/* What an activity was in a baseline. */
typedef struct
{
  SpilId task;
  SpilDay start;
  SpilDay finish;
  int64_t cost; /* -1: not stated */
} Frozen;

static int
compare_frozen (gconstpointer a, gconstpointer b)
{
  return spil_id_compare (((const Frozen *) a)->task, ((const Frozen *) b)->task);
}

static gboolean
equal_contents (GArray *one, GArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++) {
    const Frozen *a = &g_array_index (one, Frozen, i);
    const Frozen *b = &g_array_index (other, Frozen, i);

    if (!spil_id_equal (a->task, b->task) || spil_day_compare (a->start, b->start) != 0 ||
        spil_day_compare (a->finish, b->finish) != 0 || a->cost != b->cost)
      return FALSE;
  }
  return TRUE;
}

static GArray *
list_file (SpilPlanImporting *self, int number)
{
  GArray *contents = g_array_new (FALSE, FALSE, sizeof (Frozen));

  for (guint i = 0; i < self->plan->tasks->len; i++) {
    const SpilPlanFileTask *task = self->plan->tasks->pdata[i];

    for (guint k = 0; task->bases != NULL && k < task->bases->len; k++) {
      const SpilPlanFileBase *base = &g_array_index (task->bases, SpilPlanFileBase, k);
      const Frozen frozen = { g_array_index (self->ids, SpilId, i), base->start, base->finish,
                              self->amounts ? base->cost : -1 };

      if (base->number == number && !g_hash_table_contains (self->refused, &frozen.task))
        g_array_append_val (contents, frozen);
    }
  }
  g_array_sort (contents, compare_frozen);
  return contents;
}

static GArray *
list_known (SpilPlanImporting *self, SpilRecord *baseline, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE_TASK));
  g_autoptr (GPtrArray) rows = NULL;
  GArray *contents;

  spil_query_where_reference (query, SPIL_BASELINE_TASK_BASELINE, spil_record_get_id (baseline));
  rows = spil_store_list (self->store, query, error);
  if (rows == NULL)
    return NULL;
  contents = g_array_new (FALSE, FALSE, sizeof (Frozen));
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *row = rows->pdata[i];
    const Frozen frozen = { spil_record_get_reference (row, SPIL_BASELINE_TASK_TASK),
                            spil_record_get_day (row, SPIL_BASELINE_TASK_START),
                            spil_record_get_day (row, SPIL_BASELINE_TASK_END),
                            spil_record_is_null (row, SPIL_BASELINE_TASK_COST)
                                ? -1
                                : spil_record_get_integer (row, SPIL_BASELINE_TASK_COST) };

    g_array_append_val (contents, frozen);
  }
  g_array_sort (contents, compare_frozen);
  return contents;
}

/* The baseline that it is: with its name and date, where the file gives these; else with what is in it. NULL with or without @error. */
static SpilRecord *
find_known (SpilPlanImporting *self, GPtrArray *known, const SpilPlanFileBaseline *file, GArray *contents,
            GError **error)
{
  for (guint i = 0; i < known->len; i++) {
    SpilRecord *baseline = known->pdata[i];
    g_autoptr (GArray) other = NULL;

    if (file->name != NULL) {
      if (g_strcmp0 (spil_record_get_text (baseline, SPIL_BASELINE_NAME), file->name) == 0 &&
          spil_day_compare (spil_record_get_day (baseline, SPIL_BASELINE_DATE), file->date) == 0)
        return baseline;
      continue;
    }
    other = list_known (self, baseline, error);
    if (other == NULL)
      return NULL;
    if (equal_contents (contents, other))
      return baseline;
  }
  return NULL;
}

/* A baseline is made on a day; a file that does not tell which was saved with it. */
static SpilDay
find_day (SpilPlanImporting *self, const SpilPlanFileBaseline *file)
{
  const SpilDay day = spil_day_is_known (file->date) ? file->date : self->plan->saved;

  return spil_day_is_known (day) && spil_day_compare (day, self->today) < 0 ? day : self->today;
}

static gboolean
put_frozen (SpilPlanImporting *self, SpilId baseline, const Frozen *frozen, GError **error)
{
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE_TASK), spil_id_new ());

  spil_record_set_reference (row, SPIL_BASELINE_TASK_BASELINE, baseline);
  spil_record_set_reference (row, SPIL_BASELINE_TASK_TASK, frozen->task);
  spil_record_set_day (row, SPIL_BASELINE_TASK_START, frozen->start);
  spil_record_set_day (row, SPIL_BASELINE_TASK_END, frozen->finish);
  if (frozen->cost >= 0)
    spil_record_set_integer (row, SPIL_BASELINE_TASK_COST, frozen->cost);
  return spil_plan_importing_put (self, NULL, NULL, row, error);
}

static gboolean
put_baseline (SpilPlanImporting *self, GPtrArray *known, int number, GError **error)
{
  const SpilPlanFileBaseline *file = &self->plan->baselines[number];
  g_autoptr (GArray) contents = list_file (self, number);
  g_autoptr (GError) fault = NULL;
  SpilRecord *there = find_known (self, known, file, contents, &fault);
  const SpilId id = there != NULL ? spil_record_get_id (there) : spil_id_new ();
  g_autoptr (SpilRecord) after = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE), id);
  g_autofree char *name = file->name != NULL
                              ? g_strdup (file->name)
                              : g_strdup_printf (_ ("Baseline %d of %s"), number,
                                                 self->plan->title != NULL ? self->plan->title : "?");
  SpilPlanImportRow *row;

  if (fault != NULL) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  row = spil_plan_importing_add (self, SPIL_PLAN_PART_BASELINE, SPIL_PLAN_UNCHANGED, 0, id, name);
  if (there != NULL)
    return TRUE;
  spil_record_set_text (after, SPIL_BASELINE_NAME, name);
  spil_record_set_day (after, SPIL_BASELINE_DATE, find_day (self, file));
  if (!spil_plan_importing_put (self, row, NULL, after, error))
    return FALSE;
  for (guint i = 0; i < contents->len; i++)
    if (!put_frozen (self, id, &g_array_index (contents, Frozen, i), error))
      return FALSE;
  return spil_plan_importing_flush (self, error);
}

gboolean
spil_plan_import_baselines (SpilPlanImporting *self, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE));
  g_autoptr (GPtrArray) known = spil_store_list (self->store, query, error);

  if (known == NULL)
    return FALSE;
  /* The first is that of number 0 in other programs, and the latest here. */
  for (int i = SPIL_PLAN_FILE_N_BASELINES - 1; i >= 0; i--)
    if (self->plan->baselines[i].used && !put_baseline (self, known, i, error))
      return FALSE;
  return TRUE;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import-private.h"

/* As the page of the planning sorts: by order key, then by number, then by age. */
static int
compare_order (gconstpointer a, gconstpointer b)
{
  SpilRecord *one = *(SpilRecord *const *) a;
  SpilRecord *other = *(SpilRecord *const *) b;
  static const int fields[] = { SPIL_TASK_ORDER, SPIL_TASK_NUMBER };
  int found = 0;

  for (gsize i = 0; found == 0 && i < G_N_ELEMENTS (fields); i++) {
    const gboolean null = spil_record_is_null (one, fields[i]);
    const gboolean other_null = spil_record_is_null (other, fields[i]);

    if (null || other_null)
      found = null - other_null;
    else if (fields[i] == SPIL_TASK_ORDER)
      found = g_strcmp0 (spil_record_get_text (one, fields[i]), spil_record_get_text (other, fields[i]));
    else
      found = (spil_record_get_integer (one, fields[i]) > spil_record_get_integer (other, fields[i])) -
              (spil_record_get_integer (one, fields[i]) < spil_record_get_integer (other, fields[i]));
  }
  return found;
}

GPtrArray *
spil_plan_known_tasks (SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_TASK));
  GPtrArray *tasks;

  spil_query_sort_by_age (query);
  tasks = spil_store_list (store, query, error);
  if (tasks != NULL)
    g_ptr_array_sort (tasks, compare_order);
  return tasks;
}

char *
spil_plan_dup_origin_prefix (const SpilPlanFile *plan)
{
  return g_strdup_printf ("%s:%s:", plan->format,
                          plan->guid != NULL    ? plan->guid
                          : plan->title != NULL ? plan->title
                                                : "");
}

/* Spil makes UUIDs of version 7; no other planning program does. */
static gboolean
is_of_spil (const char *guid)
{
  return guid != NULL && guid[14] == '7';
}

char *
spil_plan_dup_origin (const SpilPlanFile *plan, const SpilPlanFileTask *task)
{
  g_autofree char *prefix = NULL;

  if (is_of_spil (task->guid))
    return g_strconcat ("spil:", task->guid, NULL);
  prefix = spil_plan_dup_origin_prefix (plan);
  return g_strconcat (prefix, task->uid, NULL);
}

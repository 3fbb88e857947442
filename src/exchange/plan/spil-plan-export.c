// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-export.h"

#include "spil-plan-forms.h"
#include "spil-plan-import.h"

/* A database that may only be read takes no audit line: there is nowhere to keep it. */
static gboolean
audit (SpilStore *store, guint n_tasks, GError **error)
{
  g_autofree char *result = g_strdup_printf ("%u", n_tasks);
  g_autoptr (GError) fault = NULL;

  if (spil_store_audit (store, "export", spil_entity (SPIL_ENTITY_TASK)->name, result, &fault) ||
      g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
spil_plan_export (SpilStore *store, const char *path, const SpilPlanFileSink *sink, GPtrArray *lost,
                  GError **error)
{
  g_autoptr (SpilPlanFile) plan = spil_plan_file_of_store (store, error);

  if (plan == NULL || !spil_plan_forms_write (plan, path, sink, lost, error))
    return FALSE;
  for (guint i = 0; lost != NULL && i < plan->unknown->len; i++) {
    const SpilPlanFileUnknown *unknown = plan->unknown->pdata[i];

    spil_plan_file_lose (lost, unknown->name, unknown->example, unknown->reason);
  }
  return audit (store, plan->tasks->len, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-output.h"
#include "spil-cli-plan.h"
#include "spil-cli-row.h"
#include "spil-exchange-error.h"
#include "spil-export-audit.h"
#include "spil-export-budget.h"
#include "spil-export.h"
#include "spil-plan-forms.h"
#include "spil-verbs.h"

/* "budget", "bookings" and "audit" are no entities, but the tables that people know. */
static gboolean
write_rows (SpilStore *store, const char *what, const char *path, GError **error)
{
  if (g_strcmp0 (what, "budget") == 0)
    return spil_export_budget (store, SPIL_ID_NIL, NULL, path, NULL, error);
  if (g_strcmp0 (what, "bookings") == 0)
    return spil_export_register (store, NULL, path, NULL, error);
  if (g_strcmp0 (what, "audit") == 0)
    return spil_export_audit (store, NULL, path, NULL, NULL, NULL, error);
  return spil_export (store, what, path, NULL, NULL, NULL, error);
}

gboolean
spil_verb_export (SpilCli *cli, GError **error)
{
  const char *path = spil_cli_argument (cli, 1);
  g_autoptr (GError) local = NULL;

  if (g_strcmp0 (spil_cli_argument (cli, 0), spil_entity (SPIL_ENTITY_TASK)->name) == 0 &&
      spil_plan_forms_can_write (path))
    return spil_cli_export_plan (cli, path, error);
  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  if (!write_rows (cli->store, spil_cli_argument (cli, 0), path, &local)) {
    /* An entity or a kind of file that does not exist is a wrong word, not a failure. */
    if (g_error_matches (local, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN))
      return spil_cli_refuse_usage (cli, error, "%s", local->message);
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  spil_cli_tell_file (cli, path);
  return TRUE;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-plan.h"

#include <glib/gi18n-lib.h>

#include "spil-cli-json.h"
#include "spil-cli-outcome.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-cli-table.h"
#include "spil-plan-export.h"
#include "spil-plan-forms.h"
#include "spil-plan-import.h"

static const char *const part_names[] = { "task", "dependency", "closure", "baseline" };
static const char *const outcome_names[] = { "created", "updated", "skipped", "gone", "deleted", "rejected" };

static const char *
label_outcome (SpilPlanOutcome outcome)
{
  switch (outcome) {
  case SPIL_PLAN_CREATED:
    return _ ("Added");
  case SPIL_PLAN_UPDATED:
    return _ ("Changed");
  case SPIL_PLAN_UNCHANGED:
    return _ ("Unchanged");
  case SPIL_PLAN_GONE:
    return _ ("No longer in the file, left alone");
  case SPIL_PLAN_DELETED:
    return _ ("No longer in the file, deleted");
  default:
    return _ ("Refused");
  }
}

/* For machines */

static SpilCliOutcome
outcome_of (const SpilPlanImportResult *result)
{
  return (SpilCliOutcome) { .id = result->id,
                            .dry = result->dry,
                            .created = spil_plan_import_result_count (result, SPIL_PLAN_CREATED),
                            .updated = spil_plan_import_result_count (result, SPIL_PLAN_UPDATED),
                            .unchanged = spil_plan_import_result_count (result, SPIL_PLAN_UNCHANGED),
                            .refused = spil_plan_import_result_count (result, SPIL_PLAN_REFUSED),
                            .notes = result->notes };
}

static void
append_counts (GString *json, const SpilPlanImportResult *result)
{
  int64_t rows = 0;

  for (int i = 0; i < SPIL_PLAN_N_OUTCOMES; i++) {
    spil_cli_json_integer (json, outcome_names[i], spil_plan_import_result_count (result, i));
    if (i != SPIL_PLAN_GONE && i != SPIL_PLAN_DELETED)
      rows += spil_plan_import_result_count (result, i);
  }
  spil_cli_json_integer (json, "rows", rows);
  g_string_append (json, ",\"parts\":{");
  for (int part = 0; part < SPIL_PLAN_N_PARTS; part++) {
    g_string_append_printf (json, "%s\"%s\":{", part > 0 ? "," : "", part_names[part]);
    for (int i = 0; i < SPIL_PLAN_N_OUTCOMES; i++)
      spil_cli_json_integer (json, outcome_names[i], result->counts[part][i]);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, '}');
}

static void
append_rows (GString *json, const SpilPlanImportResult *result)
{
  g_string_append (json, ",\"changes\":[");
  for (guint i = 0; i < result->rows->len; i++) {
    const SpilPlanImportRow *row = result->rows->pdata[i];
    g_autofree char *id = spil_id_is_nil (row->id) ? NULL : spil_id_dup_text (row->id);

    g_string_append (json, i > 0 ? ",{" : "{");
    spil_cli_json_text (json, "entity", part_names[row->part]);
    spil_cli_json_text (json, "outcome", outcome_names[row->outcome]);
    spil_cli_json_integer (json, "row", row->row);
    spil_cli_json_text (json, "id", id);
    spil_cli_json_text (json, "name", row->name);
    spil_cli_json_text (json, row->outcome == SPIL_PLAN_REFUSED ? "reason" : "fields", row->text);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, ']');
}

static void
append_unknown (GString *json, GPtrArray *unknown)
{
  g_string_append (json, "\"unknown\":[");
  for (guint i = 0; i < unknown->len; i++) {
    const SpilPlanFileUnknown *one = unknown->pdata[i];

    g_string_append (json, i > 0 ? ",{" : "{");
    spil_cli_json_text (json, "name", one->name);
    spil_cli_json_integer (json, "count", one->count);
    spil_cli_json_text (json, "example", one->example);
    spil_cli_json_text (json, "reason", one->reason);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, ']');
}

static void
print_json (SpilCli *self, const SpilPlanImportResult *result)
{
  g_autoptr (GString) json = g_string_new ("{");
  const SpilCliOutcome outcome = outcome_of (result);

  append_counts (json, result);
  append_rows (json, result);
  g_string_append_c (json, ',');
  append_unknown (json, result->unknown);
  spil_cli_json_outcome (json, &outcome);
  g_string_append (json, "}\n");
  spil_cli_print (self, json->str);
}

/* For people */

static void
print_rows (SpilCli *self, const SpilPlanImportResult *result)
{
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();
  guint n = 0;

  spil_cli_table_add_column (table, _ ("Row"), TRUE);
  spil_cli_table_add_column (table, _ ("Name"), FALSE);
  spil_cli_table_add_column (table, _ ("What happens"), FALSE);
  spil_cli_table_add_column (table, _ ("Explanation"), FALSE);
  for (guint i = 0; i < result->rows->len; i++) {
    const SpilPlanImportRow *row = result->rows->pdata[i];
    g_autofree char *number = row->row > 0 ? g_strdup_printf ("%d", (int) row->row) : g_strdup ("");

    if (row->outcome == SPIL_PLAN_CREATED && !result->dry)
      continue;
    spil_cli_table_add_cell (table, number);
    spil_cli_table_add_cell (table, row->name);
    spil_cli_table_add_cell (table, label_outcome (row->outcome));
    spil_cli_table_add_cell (table, row->text != NULL ? row->text : "");
    n++;
  }
  if (n > 0)
    spil_cli_table_print (table, self);
}

static void
print_unknown (SpilCli *self, GPtrArray *unknown, const char *title)
{
  if (unknown->len > 0)
    spil_cli_printf (self, "%s\n", title);
  for (guint i = 0; i < unknown->len; i++) {
    const SpilPlanFileUnknown *one = unknown->pdata[i];

    spil_cli_printf (self, "  %s (%d×%s%s)%s%s\n", one->name, (int) one->count,
                     one->example != NULL ? ": " : "", one->example != NULL ? one->example : "",
                     one->reason != NULL ? ": " : "", one->reason != NULL ? one->reason : "");
  }
}

static void
print_words (SpilCli *self, const SpilPlanImportResult *result)
{
  const SpilCliOutcome outcome = outcome_of (result);

  spil_cli_print_outcome (self, &outcome);
  print_rows (self, result);
  print_unknown (self, result->unknown, _ ("In the file, and not kept as it is there:"));
  spil_cli_print_undo (self, &outcome);
}

gboolean
spil_cli_import_plan (SpilCli *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  const SpilPlanImportOptions options = { .file = name,
                                          .dry = spil_cli_has (self, "dry-run"),
                                          .delete_gone = spil_cli_has (self, "delete-gone") };
  g_autoptr (SpilPlanFile) plan = NULL;
  g_autoptr (SpilPlanImportResult) result = NULL;
  SpilCliOutcome outcome;

  if (!spil_cli_open (self, error))
    return FALSE;
  plan = spil_plan_forms_read (path, NULL, error);
  result = plan != NULL ? spil_plan_import (self->store, plan, &options, error) : NULL;
  if (result == NULL)
    return FALSE;
  if (self->json)
    print_json (self, result);
  else
    print_words (self, result);
  outcome = outcome_of (result);
  return spil_cli_check_outcome (&outcome, path, error);
}

gboolean
spil_cli_export_plan (SpilCli *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);

  if (!spil_cli_open_to_read (self, error) || !spil_plan_export (self->store, path, NULL, lost, error))
    return FALSE;
  if (!self->json) {
    spil_cli_tell_file (self, path);
    print_unknown (self, lost, _ ("Not in the file:"));
  } else {
    g_autoptr (GString) json = g_string_new ("{");

    spil_cli_json_text (json, "file", path);
    g_string_append_c (json, ',');
    append_unknown (json, lost);
    g_string_append (json, "}\n");
    spil_cli_print (self, json->str);
  }
  return TRUE;
}

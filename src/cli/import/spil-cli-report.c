// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-report.h"

#include <glib/gi18n-lib.h>

#include "spil-cli-json.h"
#include "spil-cli-outcome.h"
#include "spil-cli-output.h"
#include "spil-cli-table.h"
#include "spil-text.h"

// Of what a row is called, in a sentence.
#define NAME_CHARS 60

/* For machines */

static SpilCliOutcome
outcome_of (const SpilImportReport *report)
{
  return (SpilCliOutcome) { .id = report->id,
                            .dry = report->dry,
                            .created = report->created,
                            .updated = report->updated,
                            .unchanged = report->skipped,
                            .refused = report->rejected,
                            .notes = report->notes };
}

static void
append_refusals (GString *json, const SpilImportReport *report)
{
  g_string_append (json, ",\"refusals\":[");
  for (guint i = 0; i < report->refusals->len; i++) {
    const SpilImportRefusal *refusal = report->refusals->pdata[i];

    g_string_append_printf (json, "%s{", i > 0 ? "," : "");
    spil_cli_json_integer (json, "row", refusal->row);
    spil_cli_json_text (json, "column", refusal->column);
    spil_cli_json_text (json, "value", refusal->value);
    spil_cli_json_text (json, "reason", refusal->reason);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, ']');
}

static void
append_likely (GString *json, const SpilImportReport *report)
{
  g_string_append (json, ",\"likely\":[");
  for (guint i = 0; i < report->likely->len; i++) {
    const SpilImportLikely *likely = report->likely->pdata[i];
    g_autofree char *id = spil_id_dup_text (likely->existing);

    g_string_append_printf (json, "%s{", i > 0 ? "," : "");
    spil_cli_json_integer (json, "row", likely->row);
    spil_cli_json_text (json, "name", likely->name);
    spil_cli_json_text (json, "existing", id);
    spil_cli_json_text (json, "existing_name", likely->existing_name);
    spil_cli_json_text (json, "reason", likely->reason);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, ']');
}

static void
print_json (SpilCli *self, const SpilImportReport *report)
{
  g_autoptr (GString) json = g_string_new ("{");
  const SpilCliOutcome outcome = outcome_of (report);

  spil_cli_json_integer (json, "rows", report->rows);
  spil_cli_json_integer (json, "created", report->created);
  spil_cli_json_integer (json, "updated", report->updated);
  spil_cli_json_integer (json, "skipped", report->skipped);
  spil_cli_json_integer (json, "rejected", report->rejected);
  spil_cli_json_integer (json, "n_likely", report->n_likely);
  append_refusals (json, report);
  append_likely (json, report);
  spil_cli_json_outcome (json, &outcome);
  g_string_append (json, "}\n");
  spil_cli_print (self, json->str);
}

/* For people */

static void
print_refusals (SpilCli *self, const SpilImportReport *report)
{
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();

  spil_cli_table_add_column (table, _ ("Row"), TRUE);
  spil_cli_table_add_column (table, _ ("Column"), FALSE);
  spil_cli_table_add_column (table, _ ("Value"), FALSE);
  spil_cli_table_add_column (table, _ ("Reason"), FALSE);
  for (guint i = 0; i < report->refusals->len; i++) {
    const SpilImportRefusal *refusal = report->refusals->pdata[i];
    g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, refusal->row);

    spil_cli_table_add_cell (table, row);
    spil_cli_table_add_cell (table, refusal->column != NULL ? refusal->column : "");
    spil_cli_table_add_cell (table, refusal->value != NULL ? refusal->value : "");
    spil_cli_table_add_sentence (table, refusal->reason);
  }
  if (report->refusals->len > 0)
    spil_cli_table_print (table, self);
}

static void
print_likely (SpilCli *self, const SpilImportReport *report)
{
  for (guint i = 0; i < report->likely->len; i++) {
    const SpilImportLikely *likely = report->likely->pdata[i];

    g_autofree char *name = spil_text_one_line (likely->name, NAME_CHARS);

    spil_cli_printf (self, _ ("Row %d, %s, may be the same as %s: %s.\n"), (int) likely->row, name,
                     likely->existing_name, likely->reason);
  }
}

static void
print_words (SpilCli *self, const SpilImportReport *report)
{
  const SpilCliOutcome outcome = outcome_of (report);

  spil_cli_print_outcome (self, &outcome);
  print_refusals (self, report);
  print_likely (self, report);
  spil_cli_print_undo (self, &outcome);
}

gboolean
spil_cli_print_import (SpilCli *self, const SpilImportReport *report, const char *path, GError **error)
{
  const SpilCliOutcome outcome = outcome_of (report);

  if (self->json)
    print_json (self, report);
  else
    print_words (self, report);
  return spil_cli_check_outcome (&outcome, path, error);
}

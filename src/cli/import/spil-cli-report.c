// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-report.h"

#include <glib/gi18n-lib.h>

#include "spil-cli-output.h"
#include "spil-cli-table.h"
#include "spil-json.h"

/* For machines */

static void
append_member (GString *json, const char *key, const char *text)
{
  g_string_append_printf (json, ",\"%s\":", key);
  if (text == NULL)
    g_string_append (json, "null");
  else
    spil_json_append_text (json, text);
}

static void
append_number (GString *json, const char *key, int64_t number)
{
  g_string_append_printf (json, "%s\"%s\":%" G_GINT64_FORMAT, json->str[json->len - 1] == '{' ? "" : ",", key,
                          number);
}

static void
append_refusals (GString *json, const SpilImportReport *report)
{
  g_string_append (json, ",\"refusals\":[");
  for (guint i = 0; i < report->refusals->len; i++) {
    const SpilImportRefusal *refusal = report->refusals->pdata[i];

    g_string_append_printf (json, "%s{", i > 0 ? "," : "");
    append_number (json, "row", refusal->row);
    append_member (json, "column", refusal->column);
    append_member (json, "value", refusal->value);
    append_member (json, "reason", refusal->reason);
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
    append_number (json, "row", likely->row);
    append_member (json, "name", likely->name);
    append_member (json, "existing", id);
    append_member (json, "existing_name", likely->existing_name);
    append_member (json, "reason", likely->reason);
    g_string_append_c (json, '}');
  }
  g_string_append_c (json, ']');
}

static void
print_json (SpilCli *self, const SpilImportReport *report)
{
  g_autoptr (GString) json = g_string_new ("{");
  g_autofree char *id = spil_id_is_nil (report->id) ? NULL : spil_id_dup_text (report->id);

  append_number (json, "rows", report->rows);
  append_number (json, "created", report->created);
  append_number (json, "updated", report->updated);
  append_number (json, "skipped", report->skipped);
  append_number (json, "rejected", report->rejected);
  append_number (json, "n_likely", report->n_likely);
  append_member (json, "id", id);
  g_string_append_printf (json, ",\"dry_run\":%s", report->dry ? "true" : "false");
  append_refusals (json, report);
  append_likely (json, report);
  g_string_append (json, ",\"notes\":[");
  for (guint i = 0; i < report->notes->len; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    spil_json_append_text (json, report->notes->pdata[i]);
  }
  g_string_append (json, "]}\n");
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
    spil_cli_table_add_cell (table, refusal->reason);
  }
  if (report->refusals->len > 0)
    spil_cli_table_print (table, self);
}

static void
print_likely (SpilCli *self, const SpilImportReport *report)
{
  for (guint i = 0; i < report->likely->len; i++) {
    const SpilImportLikely *likely = report->likely->pdata[i];

    spil_cli_printf (self, _ ("Row %d, %s, may be the same as %s: %s.\n"), (int) likely->row, likely->name,
                             likely->existing_name, likely->reason);
  }
}

static void
print_words (SpilCli *self, const SpilImportReport *report)
{
  spil_cli_printf (self, report->dry ? _ ("Would be added: %d, changed: %d, unchanged: %d, refused: %d.\n")
                                     : _ ("Added: %d, changed: %d, unchanged: %d, refused: %d.\n"),
                                         (int) report->created, (int) report->updated, (int) report->skipped,
                                         (int) report->rejected);
  for (guint i = 0; i < report->notes->len; i++)
    spil_cli_printf (self, "%s\n", (const char *) report->notes->pdata[i]);
  print_refusals (self, report);
  print_likely (self, report);
  if (!spil_id_is_nil (report->id)) {
    g_autofree char *id = spil_id_dup_text (report->id);

    spil_cli_printf (self, _ ("To take it back: spilctl import --undo %s\n"), id);
  }
}

void
spil_cli_print_import (SpilCli *self, const SpilImportReport *report)
{
  if (self->json)
    print_json (self, report);
  else
    print_words (self, report);
}

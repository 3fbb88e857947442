// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-booking-import.h"
#include "spil-cli-bookings.h"
#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-plan.h"
#include "spil-cli-report.h"
#include "spil-cli-row.h"
#include "spil-cli-table.h"
#include "spil-exchange-error.h"
#include "spil-json.h"
#include "spil-plan-forms.h"
#include "spil-verbs.h"

/* A wrong word of the command line rather than a failure. */
static gboolean
refuse_word (SpilCli *cli, GError *fault, GError **error)
{
  g_autoptr (GError) local = fault;

  if (g_error_matches (local, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN))
    return spil_cli_refuse_usage (cli, error, "%s", local->message);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* How to read the file, as far as it was said. */
static gboolean
read_options (SpilCli *cli, SpilTableOptions *options, GError **error)
{
  const char *sheet = spil_cli_value (cli, "sheet");
  const char *delimiter = spil_cli_value (cli, "delimiter");
  guint64 number = 1;

  if (sheet != NULL && !g_ascii_string_to_unsigned (sheet, 10, 1, 10000, &number, NULL))
    return spil_cli_refuse_usage (cli, error, _ ("“%s” is no number of a sheet; the first is 1."), sheet);
  if (delimiter != NULL && strcmp (delimiter, "tab") != 0 &&
      (strlen (delimiter) != 1 || (*delimiter & 0x80) != 0))
    return spil_cli_refuse_usage (cli, error, _ ("“%s” is no delimiter; give one character, or tab."),
                                  delimiter);
  options->sheet = (guint) number - 1;
  if (delimiter != NULL)
    options->delimiter = strcmp (delimiter, "tab") == 0 ? '\t' : *delimiter;
  return TRUE;
}

/* A column that is sent to a field takes it away from the one that was proposed. */
static void
free_field (SpilImportPlan *plan, const char *target)
{
  for (guint i = 0; i < plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (plan, i);
    g_autofree char *name = NULL;

    if (column->entity == NULL)
      continue;
    name = g_strdup_printf ("%s%s%s", column->entity == plan->entity ? "" : column->entity->name,
                            column->entity == plan->entity ? "" : ".",
                            column->field == 0 ? "id"
                                               : spil_entity_field (column->entity, column->field)->name);
    if (strcmp (name, target) == 0)
      spil_import_plan_map (plan, i, "", NULL);
  }
}

/* "FIELD=COLUMN"; without a column the field is left out. */
static gboolean
map (SpilCli *cli, SpilImportPlan *plan, const char *text, GError **error)
{
  const char *sign = strchr (text, '=');
  g_autofree char *field = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;
  g_autoptr (GError) fault = NULL;
  guint column;

  if (field == NULL || field[0] == '\0')
    return spil_cli_refuse_usage (cli, error, _ ("“%s” is not of the form FIELD=COLUMN."), text);
  if (sign[1] != '\0' && (!spil_import_plan_find_column (plan, sign + 1, &column, &fault)))
    return refuse_word (cli, g_steal_pointer (&fault), error);
  free_field (plan, field);
  if (sign[1] != '\0' && !spil_import_plan_map (plan, column, field, &fault))
    return refuse_word (cli, g_steal_pointer (&fault), error);
  return TRUE;
}

static gboolean
is_code (const SpilImportPlan *plan, const char *text)
{
  return spil_booking_import_takes (plan->entity) && spil_cli_is_code (text);
}

/* What is said goes before what is proposed. */
static gboolean
map_all (SpilCli *cli, SpilImportPlan *plan, GError **error)
{
  for (guint i = 0; i < cli->options->len; i++) {
    const SpilCliGiven *given = g_ptr_array_index (cli->options, i);

    if (strcmp (given->option->name, "map") == 0 && !is_code (plan, given->value) &&
        !map (cli, plan, given->value, error))
      return FALSE;
  }
  plan->leave_existing = spil_cli_has (cli, "keep-existing");
  plan->leave_likely = spil_cli_has (cli, "keep-likely");
  return TRUE;
}

/* Who says how the table is to be read, means any table: the columns of a planning are known by their titles. */
static gboolean
is_planning (SpilCli *cli, const SpilEntity *entity, const char *path)
{
  static const char *const of_tables[] = { "map",       "sheet",         "delimiter",
                                           "no-header", "keep-existing", "keep-likely" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_tables); i++)
    if (spil_cli_has (cli, of_tables[i]))
      return FALSE;
  return entity->number == SPIL_ENTITY_TASK && spil_plan_forms_can_read (path);
}

static gboolean
import_file (SpilCli *cli, GError **error)
{
  const char *path = spil_cli_argument (cli, 1);
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  g_autoptr (SpilImportLook) look = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  SpilTableOptions options = { 0 };

  if (entity == NULL || !read_options (cli, &options, error))
    return FALSE;
  if (is_planning (cli, entity, path))
    return spil_cli_import_plan (cli, path, error);
  if (!spil_import_can (entity))
    return spil_cli_refuse_usage (cli, error, _ ("Lists of %s cannot be read in."), entity->name);
  if (!spil_cli_open (cli, error))
    return FALSE;
  look = spil_import_look (cli->store, path, entity, &options, spil_cli_has (cli, "no-header") ? 0 : -1,
                           error);
  if (look == NULL || !map_all (cli, look->plan, error))
    return FALSE;
  if (spil_booking_import_takes (entity))
    return spil_cli_import_bookings (cli, path, look->plan, error);
  report = spil_import_run (cli->store, path, look->plan, spil_cli_has (cli, "dry-run"), NULL, NULL, NULL,
                            error);
  if (report == NULL)
    return FALSE;
  return spil_cli_print_import (cli, report, path, error);
}

static gboolean
undo (SpilCli *cli, GError **error)
{
  const char *text = spil_cli_value (cli, "undo");
  g_autofree char *sentence = NULL;
  SpilSeriesUndone undone;
  SpilId id;

  if (!spil_id_parse (text, &id))
    return spil_cli_refuse_usage (
        cli, error, _ ("“%s” is not the id of an import; “spilctl import --list” names them."), text);
  if (!spil_cli_open (cli, error) || !spil_import_undo (cli->store, id, &undone, error))
    return FALSE;
  sentence = spil_import_dup_undone_text (&undone);
  if (cli->json)
    spil_cli_printf (cli, "{\"undone\":%" G_GINT64_FORMAT ",\"left\":%" G_GINT64_FORMAT "}\n", undone.turned,
                     undone.left);
  else
    spil_cli_printf (cli, "%s\n", sentence);
  return TRUE;
}

static void
add_run (SpilCliTable *table, SpilRecord *run)
{
  static const int fields[] = { SPIL_IMPORT_RUN_TIME,    SPIL_IMPORT_RUN_FILE,    SPIL_IMPORT_RUN_CREATED,
                                SPIL_IMPORT_RUN_UPDATED, SPIL_IMPORT_RUN_SKIPPED, SPIL_IMPORT_RUN_REJECTED };
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (run));

  spil_cli_table_add_cell (table, id);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *text = spil_record_format (run, fields[i]);

    spil_cli_table_add_cell (table, text);
  }
}

static gboolean
list_runs (SpilCli *cli, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_IMPORT_RUN));
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GPtrArray) runs = NULL;
  const char *const labels[] = { _ ("Time"),    _ ("File"),      _ ("Added"),
                                 _ ("Changed"), _ ("Unchanged"), _ ("Refused") };

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  runs = spil_store_list (cli->store, query, error);
  if (runs == NULL)
    return FALSE;
  spil_cli_table_add_column (table, _ ("Id"), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    spil_cli_table_add_column (table, labels[i], i >= 2);
  for (guint i = 0; i < runs->len; i++) {
    if (i > 0)
      g_string_append_c (json, ',');
    spil_json_append_row (json, runs->pdata[i]);
    add_run (table, runs->pdata[i]);
  }
  g_string_append (json, "]\n");
  if (cli->json)
    spil_cli_print (cli, json->str);
  else if (runs->len > 0)
    spil_cli_table_print (table, cli);
  return TRUE;
}

gboolean
spil_verb_import (SpilCli *cli, GError **error)
{
  const gboolean alone = spil_cli_has (cli, "undo") || spil_cli_has (cli, "list");

  if (cli->arguments->len != (alone ? 0 : 2))
    return spil_cli_refuse_usage (
        cli, error, _ ("“import” reads in ENTITY from FILE, or takes --undo ID or --list alone."));
  if (spil_cli_has (cli, "undo"))
    return undo (cli, error);
  return spil_cli_has (cli, "list") ? list_runs (cli, error) : import_file (cli, error);
}

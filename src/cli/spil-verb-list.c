// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-cli-table.h"
#include "spil-json.h"
#include "spil-number.h"
#include "spil-verbs.h"

/* Rows of a table that are in memory at a time. */
#define PAGE_ROWS 1000
/* Columns for people, the id aside. */
#define MAX_COLUMNS 7

/* What a row goes to. */
typedef struct
{
  SpilCli *cli;
  SpilCliTable *table; /* NULL: JSON */
  int columns[MAX_COLUMNS];
  int n_columns;
  gint64 n_rows;
} Output;

static const struct
{
  const char *sign;
  SpilCompare compare;
} compares[] = {
  { "!=", SPIL_COMPARE_NOT_EQUAL }, { "<=", SPIL_COMPARE_AT_MOST }, { ">=", SPIL_COMPARE_AT_LEAST },
  { "=", SPIL_COMPARE_EQUAL },      { "<", SPIL_COMPARE_LESS },     { ">", SPIL_COMPARE_MORE },
};

/* Adds "FIELD=VALUE", or with another sign of comparing. */
static gboolean
add_condition (SpilCli *cli, SpilQuery *query, const char *text, GError **error)
{
  const SpilEntity *entity = spil_query_get_entity (query);
  const gsize length = strcspn (text, "!<>=");
  g_autofree char *name = g_strndup (text, length);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  const SpilField *field;

  for (gsize i = 0; i < G_N_ELEMENTS (compares); i++)
    if (g_str_has_prefix (text + length, compares[i].sign)) {
      field = spil_cli_find_field (cli, entity, name, error);
      if (field == NULL ||
          !spil_cli_read_value (cli, field, text + length + strlen (compares[i].sign), &value, error))
        return FALSE;
      spil_query_where (query, field->number, compares[i].compare, &value);
      return TRUE;
    }
  return spil_cli_refuse_usage (cli, error, _ ("“%s” is not of the form FIELD=VALUE."), text);
}

static gboolean
add_order (SpilCli *cli, SpilQuery *query, const char *text, GError **error)
{
  const gboolean descending = *text == '-';
  const SpilField *field = spil_cli_find_field (cli, spil_query_get_entity (query), text + descending, error);

  if (field == NULL)
    return FALSE;
  spil_query_sort (query, field->number, descending);
  return TRUE;
}

static gboolean
read_limit (SpilCli *cli, int64_t *limit, GError **error)
{
  const char *text = spil_cli_value (cli, "limit");

  *limit = 0;
  if (text == NULL || (spil_integer_parse (text, limit) && *limit > 0))
    return TRUE;
  return spil_cli_refuse_usage (cli, error, _ ("“--limit %s”: give a whole number, 1 or more."), text);
}

static gboolean
apply_options (SpilCli *cli, SpilQuery *query, GError **error)
{
  for (guint i = 0; i < cli->options->len; i++) {
    const SpilCliGiven *given = g_ptr_array_index (cli->options, i);

    if (strcmp (given->option->name, "where") == 0 && !add_condition (cli, query, given->value, error))
      return FALSE;
    if (strcmp (given->option->name, "sort") == 0 && !add_order (cli, query, given->value, error))
      return FALSE;
  }
  spil_query_search (query, spil_cli_value (cli, "search"));
  return TRUE;
}

static gboolean
is_numeric (const SpilField *field)
{
  return field->type == SPIL_TYPE_INTEGER || field->type == SPIL_TYPE_DECIMAL ||
         field->type == SPIL_TYPE_MONEY;
}

static void
add_column (Output *output, const SpilField *field)
{
  output->columns[output->n_columns++] = field->number;
  spil_cli_table_add_column (output->table, spil_field_label (field), is_numeric (field));
}

/* The title, and other fields that say something in a line, in the order of the descriptors. */
static void
choose_columns (Output *output, const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];
    const gboolean titled = entity->title == 0 || i >= entity->title;

    if (field->number == 0 || i == SPIL_FIELD_PROGRAMME ||
        (i != entity->title && (field->flags & (SPIL_FIELD_HIDDEN | SPIL_FIELD_MULTILINE)) != 0))
      continue;
    if (output->n_columns < MAX_COLUMNS - !titled)
      add_column (output, field);
  }
  spil_cli_table_add_column (output->table, _ ("Id"), FALSE);
}

static gboolean
print_for_people (Output *output, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));

  for (int i = 0; i < output->n_columns; i++) {
    const int number = output->columns[i];
    g_autofree char *text = spil_cli_dup_value (output->cli, spil_entity_field (entity, number),
                                                spil_record_get (record, number));

    spil_cli_table_add_cell (output->table, text);
  }
  spil_cli_table_add_cell (output->table, id);
  return output->n_rows % PAGE_ROWS != 0 || spil_cli_table_print (output->table, output->cli);
}

static gboolean
print_for_machines (Output *output, SpilRecord *record)
{
  g_autoptr (GString) out = g_string_new (output->n_rows > 1 ? ",\n" : "\n");

  spil_json_append_row (out, record);
  return spil_cli_print (output->cli, out->str);
}

static gboolean
on_row_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  Output *output = user_data;

  output->n_rows++;
  if (output->table != NULL ? print_for_people (output, record) : print_for_machines (output, record))
    return TRUE;
  /* Nothing more can be written; this says why. */
  return spil_cli_output_finish (output->cli, error);
}

gboolean
spil_verb_list (SpilCli *cli, GError **error)
{
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  g_autoptr (SpilQuery) query = NULL;
  g_autoptr (SpilCliTable) table = NULL;
  Output output = { .cli = cli };
  int64_t limit;

  if (entity == NULL || !read_limit (cli, &limit, error) || !spil_cli_open_to_read (cli, error))
    return FALSE;
  query = spil_query_new (entity);
  if (!apply_options (cli, query, error))
    return FALSE;
  spil_query_window (query, 0, limit);
  if (cli->json) {
    spil_cli_print (cli, "[");
    if (!spil_store_each (cli->store, query, on_row_read_cb, &output, error))
      return FALSE;
    spil_cli_print (cli, output.n_rows > 0 ? "\n]\n" : "]\n");
    return TRUE;
  }
  table = spil_cli_table_new ();
  output.table = table;
  choose_columns (&output, entity);
  if (!spil_store_each (cli->store, query, on_row_read_cb, &output, error))
    return FALSE;
  spil_cli_table_print (table, cli);
  return TRUE;
}

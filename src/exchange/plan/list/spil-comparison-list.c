// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-comparison-list.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-money.h"
#include "spil-plan-list-private.h"
#include "spil-text.h"

/* Of a cell on the clipboard. */
#define MAX_CHARS 1000

enum
{
  NAME,
  BECAME,
  THEN_START,
  THEN_END,
  NOW_START,
  NOW_END,
  SLIP,
  THEN_COST,
  NOW_COST,
  MORE,
  N_COLUMNS
};

static void
make_columns (SpilTableColumn *columns)
{
  const SpilTableColumn made[N_COLUMNS] = {
    [NAME] = { _ ("Activity"), SPIL_COLUMN_TEXT },
    [BECAME] = { _ ("What became of it"), SPIL_COLUMN_TEXT },
    [THEN_START] = { _ ("Start then"), SPIL_COLUMN_DATE },
    [THEN_END] = { _ ("End then"), SPIL_COLUMN_DATE },
    [NOW_START] = { _ ("Start now"), SPIL_COLUMN_DATE },
    [NOW_END] = { _ ("End now"), SPIL_COLUMN_DATE },
    [SLIP] = { _ ("Days later"), SPIL_COLUMN_NUMBER },
    [THEN_COST] = { _ ("Cost then"), SPIL_COLUMN_MONEY },
    [NOW_COST] = { _ ("Cost now"), SPIL_COLUMN_MONEY },
    [MORE] = { _ ("Difference in cost"), SPIL_COLUMN_MONEY },
  };

  for (int i = 0; i < N_COLUMNS; i++)
    columns[i] = made[i];
}

/* A row as cells: their texts are owned by the row. */
typedef struct
{
  SpilCell cells[N_COLUMNS];
  char *texts[N_COLUMNS];
} Row;

static void
row_clear (Row *row)
{
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (row->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* Takes @text. */
static void
put (Row *row, int column, SpilCellKind kind, char *text)
{
  row->texts[column] = text;
  row->cells[column] = (SpilCell) { kind, text };
}

static void
put_day (Row *row, int column, SpilDay day)
{
  if (spil_day_is_known (day))
    put (row, column, SPIL_CELL_DATE, spil_day_to_iso (day));
}

static void
put_money (Row *row, int column, gboolean known, SpilMoney money)
{
  if (known)
    put (row, column, SPIL_CELL_NUMBER, spil_money_to_decimal (money.cents));
}

static const char *
name_of (SpilPlanSince since)
{
  switch (since) {
  case SPIL_PLAN_SINCE_ADDED:
    return C_ ("baseline", "new");
  case SPIL_PLAN_SINCE_GONE:
    return C_ ("baseline", "gone");
  case SPIL_PLAN_SINCE_KEPT:
  default:
    return C_ ("baseline", "in both");
  }
}

static void
fill (Row *row, const SpilPlanDifference *difference)
{
  *row = (Row) { 0 };
  for (int i = 0; i < N_COLUMNS; i++)
    row->cells[i] = (SpilCell) { SPIL_CELL_EMPTY, "" };
  put (row, NAME, SPIL_CELL_TEXT, g_strdup (difference->name));
  put (row, BECAME, SPIL_CELL_TEXT, g_strdup (name_of (difference->since)));
  put_day (row, THEN_START, difference->then_start);
  put_day (row, THEN_END, difference->then_end);
  put_day (row, NOW_START, difference->now_start);
  put_day (row, NOW_END, difference->now_end);
  if (difference->slip_known)
    put (row, SLIP, SPIL_CELL_NUMBER, g_strdup_printf ("%d", difference->slip));
  put_money (row, THEN_COST, difference->then_cost_known, difference->then_cost);
  put_money (row, NOW_COST, difference->now_cost_known, difference->now_cost);
  put_money (row, MORE, difference->more_known, difference->more);
}

/* Writes the planning beside a baseline as a table (.csv, .ods, .xlsx by the end of @path's name), whole or not at all: a row for each activity, days later and amounts as numbers. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
static gboolean
write_list (const SpilPlanComparison *comparison, const char *path, GError **error)
{
  SpilTableColumn columns[N_COLUMNS];
  g_autoptr (SpilTableWriter) writer = NULL;

  make_columns (columns);
  writer = spil_table_writer_new (path, spil_plan_list_format (path), _ ("Comparison"), columns, N_COLUMNS,
                                  error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < comparison->rows->len; i++) {
    g_auto (Row) row = { 0 };

    fill (&row, comparison->rows->pdata[i]);
    if (!spil_table_writer_add (writer, row.cells, error))
      return FALSE;
  }
  return spil_table_writer_finish (writer, error);
}

/* A database that may only be read takes no audit line: there is nowhere to keep it. */
gboolean
spil_comparison_export (SpilStore *store, SpilId baseline, SpilDay day, const char *path, GError **error)
{
  g_autoptr (SpilPlan) plan = spil_plan_query (store, baseline, day, error);
  g_autoptr (SpilPlanComparison) comparison = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GError) fault = NULL;

  if (plan == NULL)
    return FALSE;
  comparison = spil_plan_compare (plan);
  if (!write_list (comparison, path, error))
    return FALSE;
  rows = g_strdup_printf ("%u", comparison->rows->len);
  if (spil_store_audit (store, "export", spil_entity (SPIL_ENTITY_BASELINE)->name, rows, &fault) ||
      g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Numbers and days as people type them here. */
static char *
dup_shown (const Row *row, int column)
{
  SpilDay day;

  if (row->cells[column].kind == SPIL_CELL_DATE && spil_day_parse (row->cells[column].text, &day))
    return spil_day_format (day);
  return spil_text_one_line (row->cells[column].text, MAX_CHARS);
}

char *
spil_comparison_copy (const SpilPlanComparison *comparison)
{
  SpilTableColumn columns[N_COLUMNS];
  GString *text = g_string_new (NULL);

  make_columns (columns);
  for (int i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (text, "%s%s", columns[i].title, i + 1 < N_COLUMNS ? "\t" : "\n");
  for (guint i = 0; i < comparison->rows->len; i++) {
    g_auto (Row) row = { 0 };

    fill (&row, comparison->rows->pdata[i]);
    for (int j = 0; j < N_COLUMNS; j++) {
      g_autofree char *shown = dup_shown (&row, j);

      g_string_append_printf (text, "%s%s", shown, j + 1 < N_COLUMNS ? "\t" : "\n");
    }
  }
  return g_string_free_and_steal (text);
}

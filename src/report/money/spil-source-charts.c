// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-money-charts-private.h"
#include "spil-source-flow.h"

static int
find_source (SpilSourceFlow *flow, GHashTable *sources, const SpilBudgetAllocationRow *row)
{
  gpointer found = g_hash_table_lookup (sources, &row->source);

  if (found == NULL) {
    found = GINT_TO_POINTER (spil_source_flow_add_source (flow, row->source_name) + 1);
    g_hash_table_insert (sources, (gpointer) &row->source, found);
  }
  return GPOINTER_TO_INT (found) - 1;
}

/* The lines of the budget, each with its place in the flow by its id and by its number (counted from 1). */
static void
add_lines (SpilSourceFlow *flow, GPtrArray *lines, GHashTable *by_id, GHashTable *by_number)
{
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);
    g_autofree char *name = g_strdup_printf ("%d. %s", line->number, line->name);
    gpointer at;

    if (line->outside)
      continue;
    at = GINT_TO_POINTER (spil_source_flow_add_line (flow, name, line->budget.cents, !line->stated) + 1);
    g_hash_table_insert (by_id, (gpointer) &line->id, at);
    g_hash_table_insert (by_number, GINT_TO_POINTER (line->number), at);
  }
}

/* Promised, or what came in where that is more. */
static void
add_cofinancing (SpilSourceFlow *flow, GPtrArray *cofinancing, GHashTable *by_number)
{
  for (guint i = 0; i < cofinancing->len; i++) {
    const SpilCofinancingRow *row = g_ptr_array_index (cofinancing, i);
    const int line = GPOINTER_TO_INT (g_hash_table_lookup (by_number, GINT_TO_POINTER (row->number))) - 1;

    if (line >= 0)
      spil_source_flow_add_beside (flow, line, MAX (row->promised.cents, row->received.cents));
  }
}

SpilChart *
spil_report_chart_of_sources (GPtrArray *allocations, GPtrArray *lines, GPtrArray *cofinancing)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  SpilSourceFlow *flow = spil_source_flow_new ();

  add_lines (flow, lines, by_id, by_number);
  for (guint i = 0; i < allocations->len; i++) {
    const SpilBudgetAllocationRow *row = g_ptr_array_index (allocations, i);
    const int line = GPOINTER_TO_INT (g_hash_table_lookup (by_id, &row->line)) - 1;

    if (line >= 0)
      spil_source_flow_add (flow, find_source (flow, sources, row), line, row->amount.cents);
  }
  if (cofinancing != NULL)
    add_cofinancing (flow, cofinancing, by_number);
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);

    if (line->stated && !line->outside) {
      spil_source_flow_set_note (flow, spil_money_charts_vat (line->budget.vat));
      break;
    }
  }
  return spil_source_flow_to_chart (flow);
}

SpilChart *
spil_report_chart_sources (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = spil_money_charts_find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) allocations = NULL;
  g_autoptr (GPtrArray) cofinancing = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL ||
      (allocations = spil_budget_query_allocations (store, version->id, error)) == NULL ||
      (cofinancing = spil_budget_query_cofinancing (store, version->id, error)) == NULL)
    return NULL;
  return spil_report_chart_of_sources (allocations, lines, cofinancing);
}

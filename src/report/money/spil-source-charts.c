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

SpilChart *
spil_report_chart_of_sources (GPtrArray *allocations, GPtrArray *lines)
{
  g_autoptr (GHashTable) by_line = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GHashTable) sources = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  SpilSourceFlow *flow = spil_source_flow_new ();

  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);
    g_autofree char *name = g_strdup_printf ("%d. %s", line->number, line->name);

    g_hash_table_insert (
        by_line, (gpointer) &line->id,
        GINT_TO_POINTER (spil_source_flow_add_line (flow, name, line->budget.cents, !line->stated) + 1));
  }
  for (guint i = 0; i < allocations->len; i++) {
    const SpilBudgetAllocationRow *row = g_ptr_array_index (allocations, i);
    const int line = GPOINTER_TO_INT (g_hash_table_lookup (by_line, &row->line)) - 1;

    if (line >= 0)
      spil_source_flow_add (flow, find_source (flow, sources, row), line, row->amount.cents);
  }
  return spil_source_flow_to_chart (flow);
}

SpilChart *
spil_report_chart_sources (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = spil_money_charts_find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) allocations = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL ||
      (allocations = spil_budget_query_allocations (store, version->id, error)) == NULL)
    return NULL;
  return spil_report_chart_of_sources (allocations, lines);
}

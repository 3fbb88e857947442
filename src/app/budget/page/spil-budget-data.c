// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-data.h"

#include "spil-budget-item.h"
#include "spil-closing-query.h"
#include "spil-elapsed-rule.h"
#include "spil-report-charts.h"

void
spil_budget_data_free (SpilBudgetData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->rivals, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->total, spil_budget_total_free);
  g_clear_pointer (&self->line_records, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->allocations, g_ptr_array_unref);
  g_clear_pointer (&self->allocation_records, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->bars, spil_chart_unref);
  g_clear_pointer (&self->burn, spil_chart_unref);
  g_clear_pointer (&self->cash, spil_chart_unref);
  g_clear_pointer (&self->flow, spil_chart_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->cofinancing, g_ptr_array_unref);
  g_free (self->notes);
  g_free (self->decision);
  g_free (self->left_out);
  g_free (self->fault);
  g_free (self);
}

SpilBudgetState
spil_budget_version_state (const SpilBudgetVersionRow *version, const SpilBudgetVersionRow *current,
                           SpilDay day)
{
  if (spil_day_is_known (version->withdrawn))
    return SPIL_BUDGET_WITHDRAWN;
  if (version->proposal && !spil_day_is_known (version->date))
    return SPIL_BUDGET_PROPOSED;
  if (current != NULL && spil_id_equal (version->id, current->id))
    return SPIL_BUDGET_IN_FORCE;
  return spil_day_is_known (version->date) && spil_day_compare (version->date, day) > 0 ? SPIL_BUDGET_LATER
                                                                                        : SPIL_BUDGET_EARLIER;
}

gboolean
spil_budget_data_is_open (const SpilBudgetData *self)
{
  return self->version != NULL && self->state == SPIL_BUDGET_PROPOSED;
}

const SpilBudgetLineFigures *
spil_budget_find_number (GPtrArray *lines, int number)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];

    if (line->number == number)
      return line;
  }
  return NULL;
}

static SpilBudgetVersionRow *
find_version (GPtrArray *versions, SpilId id)
{
  for (guint i = 0; i < versions->len; i++) {
    SpilBudgetVersionRow *version = versions->pdata[i];

    if (spil_id_equal (version->id, id))
      return version;
  }
  return NULL;
}

// Before the first decision: the first one.
static gboolean
choose_version (SpilBudgetData *self, SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) current = NULL;
  g_autoptr (GError) local = NULL;

  self->versions = spil_budget_query_versions (store, error);
  if (self->versions == NULL)
    return FALSE;
  current = spil_budget_query_current (store, self->today, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  self->current = current != NULL ? find_version (self->versions, current->id) : NULL;
  self->version = find_version (self->versions, id);
  if (self->version == NULL)
    self->version = self->current;
  if (self->version == NULL && self->versions->len > 0)
    self->version = self->versions->pdata[self->versions->len - 1];
  if (self->version == NULL)
    return TRUE;
  self->state = spil_budget_version_state (self->version, self->current, self->today);
  self->replaced = find_version (self->versions, self->version->replaces);
  return TRUE;
}

// From the day that costs count from to the end of the year.
static void
find_time (SpilBudgetData *self)
{
  SpilDay from = self->version->from;
  int year = self->version->year;

  self->ends = year > 0 ? spil_day_from_ymd (year, 12, 31) : SPIL_DAY_NONE;
  if (!spil_day_is_known (from) && year > 0)
    from = spil_day_from_ymd (year, 1, 1);
  self->elapsed = spil_elapsed_per_mille (from, self->ends, self->today);
}

static gboolean
load_facts (SpilBudgetData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilRecord)
      record = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), self->version->id, error);

  if (record == NULL)
    return FALSE;
  self->notes = g_strdup (spil_record_get_text (record, SPIL_BUDGET_VERSION_NOTES));
  if (!spil_id_is_nil (self->version->decision))
    self->decision = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_DECISION),
                                           self->version->decision);
  find_time (self);
  self->rivals = spil_budget_query_rivals (store, self->version->id, error);
  return self->rivals != NULL;
}

static gboolean
load_lines (SpilBudgetData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BUDGET_LINE));

  spil_query_where_reference (query, SPIL_BUDGET_LINE_VERSION, self->version->id);
  self->line_records = spil_store_list (store, query, error);
  self->lines = self->line_records != NULL
                    ? spil_budget_query_lines (store, self->version->id, SPIL_DAY_NONE, error)
                    : NULL;
  if (self->lines == NULL)
    return FALSE;
  if (self->replaced != NULL)
    self->before = spil_budget_query_lines (store, self->replaced->id, SPIL_DAY_NONE, error);
  return self->replaced == NULL || self->before != NULL;
}

// Of all versions: only those whose line is in this one are kept.
static gboolean
load_allocation_records (SpilBudgetData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ALLOCATION));

  self->allocation_records = spil_store_list (store, query, error);
  for (guint i = self->allocation_records != NULL ? self->allocation_records->len : 0; i-- > 0;) {
    SpilId line = spil_record_get_reference (self->allocation_records->pdata[i], SPIL_ALLOCATION_LINE);
    gboolean found = FALSE;

    for (guint j = 0; j < self->lines->len && !found; j++)
      found = spil_id_equal (((const SpilBudgetLineFigures *) self->lines->pdata[j])->id, line);
    if (!found)
      g_ptr_array_remove_index (self->allocation_records, i);
  }
  return self->allocation_records != NULL;
}

static gboolean
load_sources (SpilBudgetData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_FUNDING_SOURCE));

  self->sources = spil_store_list (store, query, error);
  self->allocations = self->sources != NULL ? spil_budget_query_allocations (store, self->version->id, error)
                                            : NULL;
  return self->allocations != NULL && load_allocation_records (self, store, error);
}

static void
make_items (SpilBudgetData *self)
{
  SpilBudgetCheck check = spil_budget_check_version (self->lines, self->version->total);

  self->total = spil_budget_total_new (self->lines);
  self->left_out = spil_budget_total_dup_note (self->total);
  self->fault = self->lines->len > 0 ? spil_budget_check_dup_sentence (&check, self->version->name) : NULL;
  self->items = spil_budget_items_new (self->lines, self->total, self->elapsed);
}

static gboolean
load_beside (SpilBudgetData *self, SpilStore *store, GError **error)
{
  self->changes = spil_budget_query_changes (store, self->version->id, error);
  self->cofinancing = self->changes != NULL ? spil_budget_query_cofinancing (store, self->version->id, error)
                                            : NULL;
  return self->cofinancing != NULL;
}

static gboolean
draw (SpilBudgetData *self, SpilStore *store, GError **error)
{
  g_autoptr (GArray) quarters = spil_budget_query_quarters (store, self->version->id, SPIL_ID_NIL, error);
  g_autoptr (GArray) closed = quarters != NULL ? spil_closing_query (store, error) : NULL;

  if (closed == NULL)
    return FALSE;
  self->bars = spil_report_chart_of_budget (self->lines, self->version->total.vat);
  self->cash = spil_report_chart_of_cash (quarters, closed, self->total, self->today);
  self->flow = spil_report_chart_of_sources (self->allocations, self->lines, self->cofinancing);
  self->burn = spil_report_chart_of_burn (store, self->version, self->lines, SPIL_ID_NIL, self->today, error);
  return self->burn != NULL;
}

SpilBudgetData *
spil_budget_data_load (SpilStore *store, SpilId version, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetData) self = g_new0 (SpilBudgetData, 1);

  self->today = day;
  if (!choose_version (self, store, version, error))
    return NULL;
  if (self->version == NULL)
    return g_steal_pointer (&self);
  if (!load_facts (self, store, error) || !load_lines (self, store, error) ||
      !load_sources (self, store, error) || !load_beside (self, store, error))
    return NULL;
  make_items (self);
  return draw (self, store, error) ? g_steal_pointer (&self) : NULL;
}

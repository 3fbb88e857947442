// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-line-data.h"

#include "spil-fund-query.h"
#include "spil-report-charts.h"

void
spil_budget_line_data_free (SpilBudgetLineData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->figures, spil_budget_line_figures_free);
  g_clear_pointer (&self->allocations, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->of_versions, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->burn, spil_chart_unref);
  g_free (self);
}

static GHashTable *
load_sources (SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_FUNDING_SOURCE));
  g_autoptr (GPtrArray) records = spil_store_list (store, query, error);
  GHashTable *sources;

  if (records == NULL)
    return NULL;
  sources = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = g_ptr_array_index (records, i);
    SpilId id = spil_record_get_id (record);

    g_hash_table_insert (sources, g_memdup2 (&id, sizeof id), g_strdup (spil_record_get_title (record)));
  }
  return sources;
}

static gboolean
load_allocations (SpilBudgetLineData *self, SpilStore *store, SpilId line, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ALLOCATION));

  spil_query_where_reference (query, SPIL_ALLOCATION_LINE, line);
  self->allocations = spil_store_list (store, query, error);
  self->sources = self->allocations != NULL ? load_sources (store, error) : NULL;
  return self->sources != NULL;
}

static gboolean
load_bookings (SpilBudgetLineData *self, SpilStore *store, SpilId line, int limit, GError **error)
{
  SpilId version = spil_record_get_reference (self->record, SPIL_BUDGET_LINE_VERSION);

  // One more than is shown: are there more?
  self->bookings = spil_budget_query_bookings (store, version, line, 0, limit + 1, error);
  if (self->bookings == NULL)
    return FALSE;
  self->more = self->bookings->len > (guint) limit;
  if (self->more)
    g_ptr_array_set_size (self->bookings, limit);
  return TRUE;
}

// The line with the number of this one in @lines, taken out of them; NULL: there is none.
static SpilBudgetLineFigures *
steal_number (GPtrArray *lines, int number)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const SpilBudgetLineFigures *) lines->pdata[i])->number == number)
      return g_ptr_array_steal_index (lines, i);
  return NULL;
}

static int
year_of (GPtrArray *versions, SpilId version)
{
  for (guint i = 0; i < versions->len; i++) {
    const SpilBudgetVersionRow *row = versions->pdata[i];

    if (spil_id_equal (row->id, version))
      return row->year;
  }
  return 0;
}

// What the line was in all versions of its year; draws what is left of it while its own version is at hand.
static gboolean
load_versions (SpilBudgetLineData *self, SpilStore *store, GError **error)
{
  SpilId own = spil_record_get_reference (self->record, SPIL_BUDGET_LINE_VERSION);
  g_autoptr (GPtrArray) all = spil_budget_query_versions (store, error);
  int year = all != NULL ? year_of (all, own) : 0;

  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_version_row_free);
  self->of_versions = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_budget_line_figures_free);
  while (all != NULL && all->len > 0) {
    g_autoptr (SpilBudgetVersionRow) version = g_ptr_array_steal_index (all, 0);
    g_autoptr (GPtrArray) lines = spil_budget_query_lines (store, version->id, SPIL_DAY_NONE, error);
    SpilBudgetLineFigures *line;

    if (lines == NULL)
      return FALSE;
    if (spil_id_equal (version->id, own)) {
      self->burn = spil_report_chart_of_burn (store, version, lines, self->figures->id, spil_day_today (),
                                              error);
      if (self->burn == NULL)
        return FALSE;
    }
    line = version->year == year ? steal_number (lines, self->figures->number) : NULL;
    if (line == NULL)
      continue;
    g_ptr_array_add (self->of_versions, line);
    g_ptr_array_add (self->versions, g_steal_pointer (&version));
  }
  return all != NULL;
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const SpilBudgetBookingRow *first = a, *second = b;

  return spil_day_compare (first->date, second->date);
}

static gboolean
load_open (SpilBudgetLineData *self, SpilStore *store, SpilId line, GError **error)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;

  filter.version = spil_record_get_reference (self->record, SPIL_BUDGET_LINE_VERSION);
  filter.line = line;
  filter.kinds = 1u << SPIL_BOOKING_COMMITMENT;
  filter.open_only = TRUE;
  self->open = spil_budget_query_register (store, &filter, 0, 0, NULL, error);
  if (self->open != NULL)
    g_ptr_array_sort_values (self->open, compare_age);
  return self->open != NULL;
}

static gboolean
is_on_line (SpilBudgetLineData *self, SpilRecord *scheme)
{
  SpilId line = spil_record_get_reference (scheme, SPIL_SCHEME_LINE);

  for (guint i = 0; i < self->of_versions->len; i++)
    if (spil_id_equal (((const SpilBudgetLineFigures *) self->of_versions->pdata[i])->id, line))
      return TRUE;
  return FALSE;
}

// A scheme stays on the line of the version that it was made on.
static gboolean
load_schemes (SpilBudgetLineData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SCHEME));
  g_autoptr (GPtrArray) records = spil_store_list (store, query, error);

  self->schemes = records != NULL ? spil_fund_query_schemes (store, spil_day_today (), error) : NULL;
  for (guint i = self->schemes != NULL ? self->schemes->len : 0; i-- > 0;) {
    const SpilFundSchemeRow *row = self->schemes->pdata[i];
    gboolean found = FALSE;

    for (guint j = 0; j < records->len && !found; j++)
      found = spil_id_equal (spil_record_get_id (records->pdata[j]), row->id) &&
              is_on_line (self, records->pdata[j]);
    if (!found)
      g_ptr_array_remove_index (self->schemes, i);
  }
  return self->schemes != NULL;
}

SpilBudgetLineData *
spil_budget_line_data_load (SpilStore *store, SpilId line, int limit, GError **error)
{
  g_autoptr (SpilBudgetLineData) self = g_new0 (SpilBudgetLineData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_LINE), line, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->figures = spil_budget_query_line (store, line, SPIL_DAY_NONE, error);
  if (self->figures == NULL || !load_allocations (self, store, line, error) ||
      !load_bookings (self, store, line, limit, error) || !load_versions (self, store, error) ||
      !load_open (self, store, line, error) || !load_schemes (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

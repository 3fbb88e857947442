// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-money.h"

#include "spil-closing-query.h"
#include "spil-entity.h"

static void
free_reallocation (gpointer data)
{
  SpilReportReallocation *self = data;

  g_free (self->name);
  g_free (self->decision);
  g_free (self->reason);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

static char *
dup_decision (SpilStore *store, SpilId decision)
{
  return spil_id_is_nil (decision)
             ? NULL
             : spil_store_dup_title (store, spil_entity (SPIL_ENTITY_DECISION), decision);
}

/* The versions that were decided on in the period and change another one. */
static gboolean
gather_reallocations (SpilReportMoney *self, SpilStore *store, SpilPeriod period, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) versions = spil_budget_query_versions (store, error);

  if (versions == NULL)
    return FALSE;
  for (guint i = versions->len; i-- > 0;) {
    const SpilBudgetVersionRow *version = g_ptr_array_index (versions, i);
    SpilReportReallocation *reallocation;

    if (spil_id_is_nil (version->replaces) || !spil_day_is_known (version->date) ||
        !spil_period_contains (period, version->date) || spil_day_compare (version->date, day) > 0)
      continue;
    reallocation = g_new0 (SpilReportReallocation, 1);
    g_ptr_array_add (self->reallocations, reallocation);
    reallocation->name = g_strdup (version->name);
    reallocation->date = version->date;
    reallocation->decision = dup_decision (store, version->decision);
    reallocation->reason = g_strdup (version->reason);
    reallocation->changes = spil_budget_query_changes (store, version->id, error);
    if (reallocation->changes == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
gather_late (SpilReportMoney *self, SpilStore *store, SpilId version, SpilPeriod period, SpilDay day,
             GError **error)
{
  const SpilBookingFilter filter = { .version = version, .first = period.first, .last = day, .late = TRUE };

  self->late = spil_budget_query_register (store, &filter, 0, 0, NULL, error);
  if (self->late == NULL)
    return FALSE;
  self->differences = spil_closing_query_differences (store, error);
  return self->differences != NULL;
}

SpilReportMoney *
spil_report_money_new (SpilStore *store, const SpilBudgetVersionRow *version, SpilPeriod period, SpilDay day,
                       GError **error)
{
  g_autoptr (SpilReportMoney) self = g_new0 (SpilReportMoney, 1);

  self->decision = dup_decision (store, version->decision);
  self->reallocations = g_ptr_array_new_with_free_func (free_reallocation);
  if (!gather_reallocations (self, store, period, day, error) ||
      !gather_late (self, store, version->id, period, day, error) ||
      (self->quarters = spil_budget_query_quarters (store, version->id, SPIL_ID_NIL, error)) == NULL ||
      (self->closed = spil_closing_query (store, error)) == NULL ||
      (self->allocations = spil_budget_query_allocations (store, version->id, error)) == NULL ||
      (self->cofinancing = spil_budget_query_cofinancing (store, version->id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_report_money_free (SpilReportMoney *self)
{
  if (self == NULL)
    return;
  g_free (self->decision);
  g_clear_pointer (&self->reallocations, g_ptr_array_unref);
  g_clear_pointer (&self->quarters, g_array_unref);
  g_clear_pointer (&self->closed, g_array_unref);
  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->allocations, g_ptr_array_unref);
  g_clear_pointer (&self->cofinancing, g_ptr_array_unref);
  g_free (self);
}

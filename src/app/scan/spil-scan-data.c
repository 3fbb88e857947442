// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-data.h"

#include "spil-norm-query.h"
#include "spil-peak-profile.h"
#include "spil-scan-action.h"

void
spil_scan_data_free (SpilScanData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->scans, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
read_advice (SpilStore *store, SpilId scan, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SCAN_ADVICE));

  spil_query_where_reference (query, SPIL_SCAN_ADVICE_SCAN, scan);
  spil_query_sort_by_age (query);
  return spil_store_list (store, query, error);
}

static void
find_others (SpilScanData *self, SpilId id)
{
  for (guint i = 0; i < self->scans->len; i++) {
    const SpilScanRow *scan = self->scans->pdata[i];

    if (spil_id_equal (scan->id, id))
      self->scan = scan;
  }
  if (self->scan == NULL)
    return;
  self->before = spil_scan_find_before (self->scans, self->scan);
  if (self->before == NULL)
    return;
  self->elsewhere_before = spil_scan_find_comparison (self->scans, self->before);
  self->elsewhere_after = spil_scan_find_comparison (self->scans, self->scan);
  // One measurement alone says nothing about a change.
  if (self->elsewhere_before == self->elsewhere_after)
    self->elsewhere_before = self->elsewhere_after = NULL;
}

gpointer
spil_scan_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *id = request;
  g_autoptr (SpilScanData) self = g_new0 (SpilScanData, 1);
  g_autoptr (GError) local = NULL;
  g_autoptr (SpilScanRow) scan = spil_scan_query_one (store, *id, &local);

  if (scan == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->scans = spil_scan_query (store, scan->organisation, error);
  if (self->scans == NULL || (self->rows = spil_scan_read_rows (store, *id, error)) == NULL ||
      (self->advice = read_advice (store, *id, error)) == NULL ||
      !spil_norm_query (store, &self->norms, error))
    return NULL;
  find_others (self, *id);
  return self->scan != NULL ? g_steal_pointer (&self) : NULL;
}

static void
add_series (SpilPeakProfile *profile, const SpilScanRow *scan)
{
  g_autofree char *title = spil_scan_row_dup_title (scan);
  double people[SPIL_PEAK_PROFILE_HOURS];

  for (int hour = 0; hour < SPIL_PEAK_PROFILE_HOURS; hour++)
    people[hour] = spil_scan_average (&scan->counts, hour);
  spil_peak_profile_add (profile, title, people);
}

SpilChart *
spil_scan_data_make_profile (const SpilScanData *self)
{
  SpilPeakProfile *profile = spil_peak_profile_new (
      self->norms.known[SPIL_NORM_SCAN_PEAK_FROM]
          ? spil_norms_get_whole (&self->norms, SPIL_NORM_SCAN_PEAK_FROM)
          : -1,
      spil_norms_get_whole (&self->norms, SPIL_NORM_SCAN_PEAK_TO));

  if (self->before != NULL)
    add_series (profile, self->before);
  add_series (profile, self->scan);
  return spil_peak_profile_to_chart (profile);
}

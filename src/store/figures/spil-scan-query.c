// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-query.h"

#include <stdlib.h>

#include "spil-norm-query.h"
#include "spil-read.h"
#include "spil-store-private.h"

#define SCAN_SQL                                                                                            \
  "SELECT s.id, s.organisation, o.name, s.site, v.name, v.town, s.kind, s.date, s.n, s.population, s.home_days,"  \
  " s.method, s.notes FROM scan s JOIN organisation o ON o.id = s.organisation"                             \
  " LEFT JOIN site v ON v.id = s.site AND v.dead = 0 WHERE s.dead = 0 AND "

void
spil_scan_row_free (SpilScanRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->site_name);
  g_free (self->method);
  g_free (self->notes);
  spil_scan_counts_clear (&self->counts);
  g_free (self);
}

static gpointer
make_scan (SpilStatement *row, gpointer user_data)
{
  SpilScanRow *self = g_new0 (SpilScanRow, 1);

  spil_scan_counts_init (&self->counts);
  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = g_strdup (spil_statement_get_text (row, 2));
  self->site = spil_statement_get_id (row, 3);
  self->site_name = spil_get_text (row, 4);
  if (self->site_name == NULL)
    self->site_name = spil_get_text (row, 5);
  self->kind = spil_get_int (row, 6);
  self->date = spil_get_day (row, 7);
  self->counts.n = spil_get_number (row, 8, -1);
  self->counts.population = spil_get_number (row, 9, -1);
  self->counts.home_days = spil_get_number (row, 10, -1);
  self->method = spil_get_text (row, 11);
  self->notes = spil_get_text (row, 12);
  return self;
}

/* What was counted: rows that cannot be are left out. */

static gboolean
take_arrival (SpilStatement *row, gpointer user_data)
{
  SpilScanCounts *counts = user_data;
  int day = spil_get_int (row, 0);
  int hour = spil_get_int (row, 1);

  if (day > 0 && day < SPIL_SCAN_WEEKDAYS && hour >= 0 && hour < SPIL_SCAN_HOURS)
    counts->arrivals[day][hour] += spil_get_number (row, 2, 0);
  return TRUE;
}

static gboolean
take_home (SpilStatement *row, gpointer user_data)
{
  SpilScanCounts *counts = user_data;
  int day = spil_get_int (row, 0);

  if (day > 0 && day < SPIL_SCAN_WEEKDAYS)
    counts->home[day] += spil_get_number (row, 1, 0);
  return TRUE;
}

static gboolean
take_mode (SpilStatement *row, gpointer user_data)
{
  SpilScanCounts *counts = user_data;
  int mode = spil_get_int (row, 0);

  if (mode > 0 && mode < SPIL_SCAN_MODES)
    counts->modes[mode] += spil_get_number (row, 1, 0);
  return TRUE;
}

static gboolean
take_distance (SpilStatement *row, gpointer user_data)
{
  SpilScanCounts *counts = user_data;
  SpilScanBand band = { spil_get_number (row, 0, 0), spil_get_number (row, 1, -1),
                        spil_get_number (row, 2, 0) };

  g_array_append_val (counts->distances, band);
  return TRUE;
}

static gboolean
read_counts (SpilStore *store, SpilScanRow *scan, GError **error)
{
  static const struct
  {
    const char *sql;
    SpilEachRow take;
  } parts[] = {
    { "SELECT weekday, hour, people FROM scan_arrival WHERE scan = ?2 AND dead = 0", take_arrival },
    { "SELECT weekday, people FROM scan_home WHERE scan = ?2 AND dead = 0", take_home },
    { "SELECT mode, people FROM scan_mode WHERE scan = ?2 AND dead = 0", take_mode },
    { "SELECT from_km, to_km, people FROM scan_distance WHERE scan = ?2 AND dead = 0 ORDER BY from_km, row",
      take_distance },
  };
  const SpilGiven parameter = SPIL_GIVE_ID (scan->id);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!spil_read_each (store, parts[i].sql, &parameter, 1, parts[i].take, &scan->counts, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_scans (SpilStore *store, const char *sql, SpilId id, GError **error)
{
  const SpilGiven parameter = SPIL_GIVE_ID (id);
  g_autoptr (GPtrArray) scans = NULL;
  SpilNorms norms;

  if (!spil_norm_query (store, &norms, error))
    return NULL;
  scans = spil_read_all (store, sql, &parameter, 1, make_scan, NULL, (GDestroyNotify) spil_scan_row_free,
                         error);
  for (guint i = 0; scans != NULL && i < scans->len; i++) {
    SpilScanRow *scan = scans->pdata[i];

    if (!read_counts (store, scan, error))
      return NULL;
    scan->figures = spil_scan_figures (&scan->counts, &norms);
  }
  return g_steal_pointer (&scans);
}

GPtrArray *
spil_scan_query (SpilStore *store, SpilId organisation, GError **error)
{
  return read_scans (
      store, SCAN_SQL "s.organisation IN " SPIL_ALIASES_SQL ("?2") " ORDER BY s.date DESC, s.row DESC",
      organisation, error);
}

SpilScanRow *
spil_scan_query_one (SpilStore *store, SpilId scan, GError **error)
{
  g_autoptr (GPtrArray) scans = read_scans (store, SCAN_SQL "s.id = ?2", scan, error);

  if (scans == NULL)
    return NULL;
  if (scans->len == 0) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_SCAN), &scan, error);
    return NULL;
  }
  return g_ptr_array_steal_index (scans, 0);
}

char *
spil_scan_row_dup_title (const SpilScanRow *self)
{
  const SpilField *kind = spil_entity_field (spil_entity (SPIL_ENTITY_SCAN), SPIL_SCAN_KIND);
  g_auto (SpilValue) value = spil_value_integer (self->kind);
  g_autofree char *name = spil_value_format (kind, &value);
  g_autofree char *date = spil_day_format (self->date);

  return g_strjoin (", ", name, date, self->site_name, NULL);
}

const SpilScanRow *
spil_scan_find_before (GPtrArray *scans, const SpilScanRow *scan)
{
  for (guint i = 0; scan->kind == SPIL_MEASUREMENT_KIND_AFTER && i < scans->len; i++) {
    const SpilScanRow *other = scans->pdata[i];

    if (other->kind == SPIL_MEASUREMENT_KIND_ZERO && spil_id_equal (other->site, scan->site) &&
        spil_day_compare (other->date, scan->date) <= 0)
      return other;
  }
  return NULL;
}

const SpilScanRow *
spil_scan_find_comparison (GPtrArray *scans, const SpilScanRow *scan)
{
  const SpilScanRow *nearest = NULL;

  for (guint i = 0; i < scans->len; i++) {
    const SpilScanRow *other = scans->pdata[i];

    if (other->kind == SPIL_MEASUREMENT_KIND_COMPARISON &&
        (nearest == NULL || abs (spil_day_between (other->date, scan->date)) <
                                abs (spil_day_between (nearest->date, scan->date))))
      nearest = other;
  }
  return nearest;
}

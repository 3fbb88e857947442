// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-query.h"

#include "spil-entity.h"
#include "spil-read.h"

// What the filter asks of offer f; what is merged into an organisation counts with it.
#define WHERE_SQL \
  " WHERE f.dead = 0 AND f.programme = ?1 AND (?2 IS NULL OR f.id = ?2) AND (?3 IS NULL OR f.instrument = ?3)" \
  " AND (?4 IS NULL OR f.organisation IN " SPIL_ALIASES_SQL ( \
      "?4") ")" \
            " AND (?5 IS NULL OR f.area = ?5 OR (?6 = 0 AND f.organisation IN (SELECT s.organisation FROM site s" \
            " WHERE s.area = ?5 AND s.dead = 0)))" \
            " AND (?7 IS NULL OR f.owner = ?7) AND (?8 = 0 OR f.state = ?8)"

#define N_GIVEN 9

static void
give (const SpilOfferFilter *filter, SpilGiven *given)
{
  given[0] = SPIL_GIVE_ID (filter->offer);
  given[1] = SPIL_GIVE_ID (filter->instrument);
  given[2] = SPIL_GIVE_ID (filter->organisation);
  given[3] = SPIL_GIVE_ID (filter->area);
  given[4] = SPIL_GIVE_INTEGER (filter->only_area);
  given[5] = SPIL_GIVE_TEXT (filter->owner);
  given[6] = SPIL_GIVE_INTEGER (filter->state);
  given[7] = SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1);
  given[8] = SPIL_GIVE_INTEGER (filter->offset);
}

static gpointer
make_offer (SpilStatement *row, gpointer user_data)
{
  SpilOfferRow *self = g_new0 (SpilOfferRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->instrument = spil_statement_get_id (row, 1);
  self->instrument_name = g_strdup (spil_statement_get_text (row, 2));
  self->organisation = spil_statement_get_id (row, 3);
  self->area = spil_statement_get_id (row, 4);
  self->whom = spil_get_text (row, 5);
  self->state = spil_get_int (row, 6);
  self->start = spil_get_day (row, 7);
  self->end = spil_get_day (row, 8);
  self->participants = spil_get_number (row, 9, -1);
  self->expected = spil_get_number (row, 10, -1);
  self->notes = spil_get_text (row, 11);
  self->owner = spil_get_text (row, 12);
  return self;
}

void
spil_offer_row_free (SpilOfferRow *self)
{
  if (self == NULL)
    return;
  g_free (self->instrument_name);
  g_free (self->whom);
  g_free (self->notes);
  g_free (self->owner);
  g_free (self);
}

GPtrArray *
spil_offer_query (SpilStore *store, const SpilOfferFilter *filter, GError **error)
{
  static const char sql[] =
      "SELECT f.id, f.instrument, i.name, o.id, f.area, coalesce (o.name, a.name), f.state, f.start,"
      " f.\"end\", f.participants, f.expected_avoidances, f.notes, f.owner FROM offer f"
      " LEFT JOIN instrument i ON i.id = f.instrument LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "f.organisation") ""
                            " LEFT JOIN area a ON a.id = f.area" WHERE_SQL
                            " ORDER BY f.state, f.start IS NULL, f.start, f.row LIMIT ?9 OFFSET ?10";
  SpilGiven given[N_GIVEN];

  give (filter, given);
  return spil_read_all (store, sql, given, N_GIVEN, make_offer, NULL, (GDestroyNotify) spil_offer_row_free,
                        error);
}

/* Columns: state, offers, participants, expected avoidances. */
static gboolean
take_count (SpilStatement *row, gpointer user_data)
{
  SpilOfferCounts *counts = user_data;
  int state = spil_get_int (row, 0);

  if (state < 0 || state > SPIL_OFFER_STATE_SECURED)
    return TRUE;
  counts->n[state] = spil_statement_get_integer (row, 1);
  counts->participants[state] = spil_statement_get_integer (row, 2);
  counts->expected[state] = spil_statement_get_integer (row, 3);
  return TRUE;
}

gboolean
spil_offer_query_counts (SpilStore *store, const SpilOfferFilter *filter, SpilOfferCounts *counts,
                         GError **error)
{
  static const char sql[] =
      "SELECT f.state, count(*), sum (f.participants), sum (f.expected_avoidances) FROM offer f" WHERE_SQL
      " GROUP BY f.state LIMIT ?9 OFFSET ?10";
  SpilOfferFilter all = *filter;
  SpilGiven given[N_GIVEN];

  all.state = 0;
  all.limit = all.offset = 0;
  give (&all, given);
  *counts = (SpilOfferCounts) { 0 };
  return spil_read_each (store, sql, given, N_GIVEN, take_count, counts, error);
}

static gpointer
make_text (SpilStatement *row, gpointer user_data)
{
  return g_strdup (spil_statement_get_text (row, 0));
}

GPtrArray *
spil_offer_query_owners (SpilStore *store, GError **error)
{
  static const char sql[] = "SELECT DISTINCT owner FROM offer WHERE dead = 0 AND programme = ?1"
                            " AND owner IS NOT NULL ORDER BY owner";

  return spil_read_all (store, sql, NULL, 0, make_text, NULL, g_free, error);
}

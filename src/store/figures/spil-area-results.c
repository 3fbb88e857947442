// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-query.h"

#include "spil-read.h"

static gboolean
take_balance (SpilStatement *row, gpointer user_data)
{
  SpilParkingBalance *balance = user_data;

  balance->places = spil_get_number (row, 0, 0);
  balance->n_unknown = spil_get_number (row, 1, 0);
  balance->changed = spil_get_number (row, 2, 0);
  balance->planned = spil_get_number (row, 3, 0);
  return FALSE;
}

gboolean
spil_parking_balance_query (SpilStore *store, SpilId area, SpilDay day, SpilParkingBalance *balance,
                            GError **error)
{
  static const char sql[] =
      "SELECT (SELECT sum (parking_places) FROM site WHERE area = ?2 AND dead = 0),"
      " (SELECT count (*) FROM site WHERE area = ?2 AND dead = 0 AND parking_places IS NULL),"
      " (SELECT sum (places) FROM parking_entry WHERE area = ?2 AND dead = 0 AND date <= ?3),"
      " (SELECT sum (places) FROM parking_entry WHERE area = ?2 AND dead = 0 AND (date IS NULL OR date > ?3))";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (area), spil_give_day (day) };

  *balance = (SpilParkingBalance) { 0 };
  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_balance, balance, error))
    return FALSE;
  balance->balance = balance->places + balance->changed + balance->planned;
  return TRUE;
}

static gboolean
take_results (SpilStatement *row, gpointer user_data)
{
  SpilAreaResults *results = user_data;
  int state = spil_get_int (row, 0);

  if (state <= 0 || state > SPIL_OFFER_STATE_SECURED)
    return TRUE;
  results->offers[state] = spil_get_number (row, 1, 0);
  if (state >= SPIL_OFFER_STATE_RUNNING) {
    results->participants += spil_get_number (row, 2, 0);
    results->expected += spil_get_number (row, 3, 0);
  }
  return TRUE;
}

gboolean
spil_area_results_query (SpilStore *store, SpilId area, SpilAreaResults *results, GError **error)
{
  static const char sql[] =
      "SELECT state, count (*), sum (participants), sum (expected_avoidances) FROM offer"
      " WHERE dead = 0 AND (area = ?2 OR organisation IN (SELECT organisation FROM site WHERE area = ?2 AND dead = 0))"
      " GROUP BY state";
  const SpilGiven parameter = SPIL_GIVE_ID (area);

  *results = (SpilAreaResults) { 0 };
  return spil_read_each (store, sql, &parameter, 1, take_results, results, error);
}

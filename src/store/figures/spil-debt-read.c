// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-debt-read.h"

#include "spil-norm-query.h"
#include "spil-read.h"

typedef struct
{
  SpilNorms norms;
  SpilDay today;
  GArray *debts;
} Reading;

/* Columns: organisation, its row, cadence, tier, last contact. */
static gboolean
take_debt (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  SpilDebt debt = { .organisation = spil_statement_get_id (row, 0),
                    .row = spil_statement_get_integer (row, 1) };
  int cadence = spil_cadence_days (spil_get_int (row, 2), spil_get_int (row, 3), &reading->norms);
  SpilDay last = SPIL_DAY_NONE;

  if (cadence <= 0)
    return TRUE;
  if (!spil_statement_is_null (row, 4))
    last = spil_time_day (spil_time (spil_statement_get_integer (row, 4)));
  debt.debt = spil_cadence_debt (last, cadence, reading->today);
  g_array_append_val (reading->debts, debt);
  return TRUE;
}

GArray *
spil_debts_read (SpilStore *store, const char *broker, SpilDay today, GError **error)
{
  static const char sql[] =
      "SELECT o.id, o.row, e.cadence, e.tier, " SPIL_LAST_CONTACT_SQL
      " FROM engagement e CROSS JOIN organisation o ON o.id = e.organisation AND o.dead = 0"
      " WHERE e.dead = 0 AND e.programme = ?1 AND (e.cadence > 0 OR e.tier IS NOT NULL)"
      " AND (?2 IS NULL OR ?2 IN (e.mobility_broker, e.sustainability_broker))";
  const SpilValue parameters[] = { SPIL_GIVE_TEXT (broker) };
  g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (SpilDebt));
  Reading reading = { .today = today, .debts = debts };

  if (!spil_norm_query (store, &reading.norms, error) ||
      !spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_debt, &reading, error))
    return NULL;
  return g_steal_pointer (&debts);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-debt-read.h"

#include "spil-norm-query.h"
#include "spil-read.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

typedef struct
{
  SpilNorms norms;
  SpilDay today;
  GArray *debts;
  GHashTable *days; /* day in UTC -> Boundary */
} Reading;

/* A day in UTC, which holds parts of two local days. */
typedef struct
{
  SpilDay first;
  int64_t second_from; /* when the second begins, in milliseconds */
} Boundary;

/* The local day of an instant: spil_time_day() for a hundred thousand of them. */
static SpilDay
local_day (Reading *reading, int64_t ms)
{
  int64_t day = ms >= 0 ? ms / DAY_MS : (ms - DAY_MS + 1) / DAY_MS;
  Boundary *boundary = g_hash_table_lookup (reading->days, GINT_TO_POINTER ((int) day));

  if (boundary == NULL) {
    boundary = g_new (Boundary, 1);
    boundary->first = spil_time_day (spil_time (day * DAY_MS));
    boundary->second_from = spil_time_from_day (spil_day_add (boundary->first, 1), 0, 0).ms;
    g_hash_table_insert (reading->days, GINT_TO_POINTER ((int) day), boundary);
  }
  return ms < boundary->second_from ? boundary->first : spil_day_add (boundary->first, 1);
}

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
    last = local_day (reading, spil_statement_get_integer (row, 4));
  debt.debt = spil_cadence_debt (last, cadence, reading->today);
  g_array_append_val (reading->debts, debt);
  return TRUE;
}

GArray *
spil_debts_read (SpilStore *store, const char *broker, SpilDay today, gboolean with_rows, GError **error)
{
  /* Nearly all of them have a rhythm: the table in its order is quicker than any index. */
  static const char sql[] =
      "SELECT r.organisation, iif (?3, (SELECT row FROM organisation WHERE id = r.organisation), 0), e.cadence, e.tier, r.time"
      " FROM engagement e NOT INDEXED CROSS JOIN reached r ON r.organisation = " SPIL_HEAD_SQL (
          "e.organisation") " WHERE e.dead = 0 AND e.programme = ?1 AND (e.cadence > 0 OR e.tier IS NOT NULL)"
                            " AND (?2 IS NULL OR ?2 IN (e.mobility_broker, e.sustainability_broker)) AND " SPIL_RELATION_COUNTS_SQL (
                                "e");
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (broker), SPIL_GIVE_INTEGER (with_rows) };
  g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (SpilDebt));
  g_autoptr (GHashTable) days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { .today = today, .debts = debts, .days = days };

  if (!spil_norm_query (store, &reading.norms, error) ||
      !spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_debt, &reading, error))
    return NULL;
  return g_steal_pointer (&debts);
}

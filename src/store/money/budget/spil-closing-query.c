// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-closing-query.h"

#include "spil-budget-private.h"

/* Columns: id, name, first, last, closed on. */
static gboolean
take_period (SpilStatement *row, gpointer user_data)
{
  GArray *periods = user_data;
  SpilClosedPeriod period = { spil_statement_get_id (row, 0), g_strdup (spil_statement_get_text (row, 1)),
                              spil_get_day (row, 2), spil_get_day (row, 3), spil_get_day (row, 4) };

  g_array_append_val (periods, period);
  return TRUE;
}

GArray *
spil_closing_query (SpilStore *store, GError **error)
{
  static const char sql[] = "SELECT p.id, p.name, p.first, p.last, p.closed_on FROM closed_period p"
                            " WHERE p.programme = ?1 AND " SPIL_CLOSED_SQL ("p") " ORDER BY p.first, p.last";
  g_autoptr (GArray) periods = g_array_new (FALSE, TRUE, sizeof (SpilClosedPeriod));

  g_array_set_clear_func (periods, spil_closed_period_clear);
  return spil_read_each (store, sql, NULL, 0, take_period, periods, error) ? g_steal_pointer (&periods)
                                                                           : NULL;
}

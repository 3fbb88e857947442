// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-funnel-query.h"

#include "spil-read.h"

static gpointer
make_stage (SpilStatement *row, gpointer user_data)
{
  return spil_funnel_figures_new (spil_statement_get_id (row, 0), spil_get_int (row, 1),
                                  spil_statement_get_text (row, 2));
}

/* Columns: relation, stage reached, stage left, day. */
static gboolean
take_move (SpilStatement *row, gpointer user_data)
{
  GArray *moves = user_data;
  SpilFunnelMove move = { spil_statement_get_integer (row, 0), spil_get_int (row, 1), spil_get_day (row, 3) };
  gboolean first = moves->len == 0 ||
                   g_array_index (moves, SpilFunnelMove, moves->len - 1).engagement != move.engagement;

  /* The first step that is written down may start from a stage that nobody wrote down. */
  if (first && !spil_statement_is_null (row, 2)) {
    SpilFunnelMove before = { move.engagement, spil_get_int (row, 2), SPIL_DAY_NONE };

    g_array_append_val (moves, before);
  }
  g_array_append_val (moves, move);
  return TRUE;
}

GPtrArray *
spil_funnel_query (SpilStore *store, SpilId area, SpilDay day, GError **error)
{
  static const char stages_sql[] =
      "SELECT id, number, name FROM stage WHERE dead = 0 AND programme = ?1 ORDER BY number, row";
  /* A relation without written steps is where it is, since a day that is not known. */
  static const char moves_sql[] =
      "SELECT e.row, t.number, f.number, c.date, c.row FROM engagement e"
      " JOIN stage_change c ON c.engagement = e.id AND c.dead = 0"
      " JOIN stage t ON t.id = c.\"to\" LEFT JOIN stage f ON f.id = c.\"from\""
      " WHERE e.dead = 0 AND e.programme = ?1"
      " AND (?2 IS NULL OR e.organisation IN (SELECT organisation FROM site WHERE area = ?2 AND dead = 0))"
      " UNION ALL"
      " SELECT e.row, t.number, NULL, NULL, 0 FROM engagement e JOIN stage t ON t.id = e.stage"
      " WHERE e.dead = 0 AND e.programme = ?1"
      " AND NOT EXISTS (SELECT 1 FROM stage_change c WHERE c.engagement = e.id AND c.dead = 0)"
      " AND (?2 IS NULL OR e.organisation IN (SELECT organisation FROM site WHERE area = ?2 AND dead = 0))"
      " ORDER BY 1, 4, 5";
  const SpilValue parameters[] = { SPIL_GIVE_ID (area) };
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SpilFunnelMove));
  g_autoptr (GPtrArray) stages = spil_read_all (store, stages_sql, NULL, 0, make_stage, NULL,
                                                (GDestroyNotify) spil_funnel_figures_free, error);

  if (stages == NULL ||
      !spil_read_each (store, moves_sql, parameters, G_N_ELEMENTS (parameters), take_move, moves, error))
    return NULL;
  spil_funnel_count (stages, (const SpilFunnelMove *) (gpointer) moves->data, moves->len, day);
  return g_steal_pointer (&stages);
}

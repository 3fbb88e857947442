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

/* A step as it is read. */
typedef struct
{
  SpilFunnelMove move;
  int from; /* number of the stage that it left; 0: none */
  int64_t row; /* the order of steps on one day */
} Step;

typedef struct
{
  GHashTable *stages; /* SpilId -> SpilFunnelFigures */
  GArray *steps; /* of Step: those of the relation that is being read */
  GArray *moves; /* of SpilFunnelMove */
} Reading;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *other = b;
  int order = spil_day_compare (one->move.date, other->move.date);

  return order != 0 ? order : one->row < other->row ? -1 : one->row > other->row;
}

/* The steps of one relation are complete. The first that was written down may start from a stage that nobody wrote down. */
static void
finish_relation (Reading *reading)
{
  const Step *first;

  if (reading->steps->len == 0)
    return;
  g_array_sort (reading->steps, compare_steps);
  first = &g_array_index (reading->steps, Step, 0);
  if (first->from != 0) {
    SpilFunnelMove before = { first->move.engagement, first->from, SPIL_DAY_NONE };

    g_array_append_val (reading->moves, before);
  }
  for (guint i = 0; i < reading->steps->len; i++)
    g_array_append_val (reading->moves, g_array_index (reading->steps, Step, i).move);
  g_array_set_size (reading->steps, 0);
}

static int
get_stage (const Reading *reading, SpilStatement *row, int column)
{
  SpilId id = spil_statement_get_id (row, column);
  const SpilFunnelFigures *stage = g_hash_table_lookup (reading->stages, &id);

  return stage != NULL ? stage->number : 0;
}

/* Columns: relation, stage reached, stage left, day, row; by relation. */
static gboolean
take_step (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  Step step = { .move = { spil_statement_get_integer (row, 0), get_stage (reading, row, 1),
                          spil_get_day (row, 3) },
                .from = get_stage (reading, row, 2),
                .row = spil_statement_get_integer (row, 4) };

  if (reading->steps->len > 0 &&
      g_array_index (reading->steps, Step, 0).move.engagement != step.move.engagement)
    finish_relation (reading);
  if (step.move.stage != 0)
    g_array_append_val (reading->steps, step);
  return TRUE;
}

/* The stages; @moves gets what happened in them. */
static GPtrArray *
read_moves (SpilStore *store, SpilId area, GArray *moves, GError **error)
{
  static const char stages_sql[] =
      "SELECT id, number, name FROM stage WHERE dead = 0 AND programme = ?1 ORDER BY number, row";
  /* A relation without written steps is where it is, since a day that is not known. */
  static const char steps_sql[] =
      "SELECT e.row, iif (c.row IS NULL, e.stage, c.\"to\"), c.\"from\", c.date, c.row FROM engagement e"
      " LEFT JOIN stage_change c ON c.engagement = e.id AND c.dead = 0 WHERE e.dead = 0 AND e.programme = ?1"
      " AND (?2 IS NULL OR e.organisation IN (SELECT organisation FROM site WHERE area = ?2 AND dead = 0))"
      " ORDER BY e.row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (area) };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) stages = spil_read_all (store, stages_sql, NULL, 0, make_stage, NULL,
                                                (GDestroyNotify) spil_funnel_figures_free, error);
  Reading reading = { NULL, steps, moves };

  if (stages == NULL)
    return NULL;
  reading.stages = index = spil_index_rows (stages);
  if (!spil_read_each (store, steps_sql, parameters, G_N_ELEMENTS (parameters), take_step, &reading, error))
    return NULL;
  finish_relation (&reading);
  return g_steal_pointer (&stages);
}

GPtrArray *
spil_funnel_query (SpilStore *store, SpilId area, SpilDay day, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SpilFunnelMove));
  GPtrArray *stages = read_moves (store, area, moves, error);

  if (stages != NULL)
    spil_funnel_count (stages, (const SpilFunnelMove *) (gpointer) moves->data, moves->len, day);
  return stages;
}

GPtrArray *
spil_funnel_query_period (SpilStore *store, SpilId area, SpilDay from, SpilDay to, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SpilFunnelMove));
  GPtrArray *stages = read_moves (store, area, moves, error);

  if (stages != NULL)
    spil_funnel_count_period (stages, (const SpilFunnelMove *) (gpointer) moves->data, moves->len, from, to);
  return stages;
}

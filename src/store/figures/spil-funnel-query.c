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

/* A relation that counts. */
typedef struct
{
  SpilId id;
  int64_t row;
  int stage; /* number of the stage it is in; 0: none */
  gboolean has_steps;
} Relation;

typedef struct
{
  GHashTable *stages; /* SpilId -> SpilFunnelFigures */
  GArray *relations; /* of Relation, in their order in the table */
  GHashTable *by_id; /* SpilId -> Relation, of `relations` */
  GArray *steps; /* of Step, in order after they are read */
  GArray *moves; /* of SpilFunnelMove */
} Reading;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *other = b;
  int order;

  if (one->move.engagement != other->move.engagement)
    return one->move.engagement < other->move.engagement ? -1 : 1;
  order = spil_day_compare (one->move.date, other->move.date);
  return order != 0 ? order : one->row < other->row ? -1 : one->row > other->row;
}

static int
get_stage (const Reading *reading, SpilStatement *row, int column)
{
  SpilId id = spil_statement_get_id (row, column);
  const SpilFunnelFigures *stage = g_hash_table_lookup (reading->stages, &id);

  return stage != NULL ? stage->number : 0;
}

/* Columns: relation, its row, its stage. */
static gboolean
take_relation (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  Relation relation = { .id = spil_statement_get_id (row, 0),
                        .row = spil_statement_get_integer (row, 1),
                        .stage = get_stage (reading, row, 2) };

  g_array_append_val (reading->relations, relation);
  return TRUE;
}

/* Columns: relation, stage reached, stage left, day, row. */
static gboolean
take_step (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  Relation *relation = g_hash_table_lookup (reading->by_id, &id);
  Step step = { .from = get_stage (reading, row, 2), .row = spil_statement_get_integer (row, 4) };

  if (relation == NULL)
    return TRUE;
  relation->has_steps = TRUE;
  step.move = (SpilFunnelMove) { relation->row, get_stage (reading, row, 1), spil_get_day (row, 3) };
  if (step.move.stage != 0)
    g_array_append_val (reading->steps, step);
  return TRUE;
}

/* A relation without written steps is where it is, since a day that is not known. */
static void
add_silent (Reading *reading)
{
  for (guint i = 0; i < reading->relations->len; i++) {
    const Relation *relation = &g_array_index (reading->relations, Relation, i);
    Step step = { .move = { relation->row, relation->stage, SPIL_DAY_NONE } };

    if (!relation->has_steps && relation->stage != 0)
      g_array_append_val (reading->steps, step);
  }
}

/* The steps in their order. The first that was written down of a relation may start from a stage that nobody wrote down. */
static void
make_moves (Reading *reading)
{
  g_array_sort (reading->steps, compare_steps);
  for (guint i = 0; i < reading->steps->len; i++) {
    const Step *step = &g_array_index (reading->steps, Step, i);
    gboolean first = i == 0 || step[-1].move.engagement != step->move.engagement;

    if (first && step->from != 0) {
      SpilFunnelMove before = { step->move.engagement, step->from, SPIL_DAY_NONE };

      g_array_append_val (reading->moves, before);
    }
    g_array_append_val (reading->moves, step->move);
  }
}

/* Two tables in their order, put together here: that is quicker than looking the steps of each relation up. */
static gboolean
read_steps (SpilStore *store, SpilId area, Reading *reading, GError **error)
{
  static const char relations_sql[] =
      "SELECT e.id, e.row, e.stage FROM engagement e NOT INDEXED WHERE e.dead = 0 AND e.programme = ?1"
      " AND (?2 IS NULL OR " SPIL_HEAD_SQL ("e.organisation") " IN (SELECT " SPIL_HEAD_SQL (
          "s.organisation") " FROM site s WHERE s.area = ?2 AND s.dead = 0)) AND " SPIL_RELATION_COUNTS_SQL ("e");
  static const char steps_sql[] =
      "SELECT engagement, \"to\", \"from\", date, row FROM stage_change NOT INDEXED WHERE dead = 0 AND programme = ?1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (area) };

  if (!spil_read_each (store, relations_sql, parameters, G_N_ELEMENTS (parameters), take_relation, reading,
                       error))
    return FALSE;
  for (guint i = 0; i < reading->relations->len; i++) {
    Relation *relation = &g_array_index (reading->relations, Relation, i);

    g_hash_table_insert (reading->by_id, &relation->id, relation);
  }
  if (!spil_read_each (store, steps_sql, NULL, 0, take_step, reading, error))
    return FALSE;
  add_silent (reading);
  make_moves (reading);
  return TRUE;
}

GPtrArray *
spil_funnel_query (SpilStore *store, SpilId area, SpilDay day, GError **error)
{
  static const char stages_sql[] =
      "SELECT id, number, name FROM stage WHERE dead = 0 AND programme = ?1 ORDER BY number, row";
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SpilFunnelMove));
  g_autoptr (GPtrArray) stages = spil_read_all (store, stages_sql, NULL, 0, make_stage, NULL,
                                                (GDestroyNotify) spil_funnel_figures_free, error);
  Reading reading = { NULL, relations, by_id, steps, moves };

  if (stages == NULL)
    return NULL;
  reading.stages = index = spil_index_rows (stages);
  if (!read_steps (store, area, &reading, error))
    return NULL;
  spil_funnel_count (stages, (const SpilFunnelMove *) (gpointer) moves->data, moves->len, day);
  return g_steal_pointer (&stages);
}

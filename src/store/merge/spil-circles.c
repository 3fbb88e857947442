// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-links.h"
#include "spil-rivals.h"

/** Leads from one activity to another: an activity to its parent, or a dependency. */
typedef struct
{
  SpilId row; // the activity, or the dependency
  SpilId from;
  SpilId to;
  SpilStamp stamp; // when it came to lead there
  gboolean broken; // as it is in the database
} SpilEdge;

static SpilStamp
make_stamp (SpilStore *store, const SpilLocalStamp *local)
{
  return (SpilStamp) {
    .time = local->time,
    .device = spil_store_device_by_number (store, local->device),
    .sequence = local->sequence,
  };
}

// Columns: id, from, to, born_*, clock, broken. @groups: the column groups whose latest stamp counts, 0-terminated.
static gboolean
read_edge (SpilStore *store, SpilStatement *statement, const int *groups, SpilEdge *edge, GError **error)
{
  SpilLocalStamp born = {
    .time = spil_statement_get_integer (statement, 3),
    .device = spil_statement_get_integer (statement, 4),
    .sequence = spil_statement_get_integer (statement, 5),
  };
  g_auto (SpilCells) cells = { 0 };
  gsize length;
  const void *clock = spil_statement_get_blob (statement, 6, &length);

  if (!spil_cells_init (&cells, born, clock, length)) {
    spil_connection_set_error (store->connection, SQLITE_CORRUPT, error);
    return FALSE;
  }
  edge->row = spil_statement_get_id (statement, 0);
  edge->from = spil_statement_get_id (statement, 1);
  edge->to = spil_statement_get_id (statement, 2);
  edge->broken = spil_statement_get_integer (statement, 7) != 0;
  edge->stamp = make_stamp (store, &born);
  for (int i = 0; groups[i] != 0; i++) {
    SpilLocalStamp cell = spil_cells_get (&cells, groups[i]);
    SpilStamp stamp = make_stamp (store, &cell);

    if (spil_stamp_compare (&stamp, &edge->stamp) > 0)
      edge->stamp = stamp;
  }
  return TRUE;
}

static GArray *
read_edges (SpilStore *store, SpilTables *tables, const char *sql, const int *groups, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (tables->connection, sql, error);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (SpilEdge));
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilEdge edge;

    if (!read_edge (store, statement, groups, &edge, error))
      return NULL;
    g_array_append_val (edges, edge);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&edges) : NULL;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const SpilEdge *one = a;
  const SpilEdge *other = b;
  int order = spil_stamp_compare (&one->stamp, &other->stamp);

  return order != 0 ? order : spil_id_compare (one->row, other->row);
}

// Whether a walk along @next from @start comes to @goal.
static gboolean
reaches (GHashTable *next, const SpilId *start, const SpilId *goal)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, (gpointer) start);
  while (waiting->len > 0) {
    SpilId *at = g_ptr_array_steal_index (waiting, waiting->len - 1);
    GPtrArray *ways;

    if (spil_id_equal (*at, *goal))
      return TRUE;
    ways = g_hash_table_add (seen, at) ? g_hash_table_lookup (next, at) : NULL;
    for (guint i = 0; ways != NULL && i < ways->len; i++)
      g_ptr_array_add (waiting, g_ptr_array_index (ways, i));
  }
  return FALSE;
}

static void
add_way (GHashTable *next, SpilEdge *edge)
{
  GPtrArray *ways = g_hash_table_lookup (next, &edge->from);

  if (ways == NULL) {
    ways = g_ptr_array_new ();
    g_hash_table_insert (next, &edge->from, ways);
  }
  g_ptr_array_add (ways, &edge->to);
}

static gboolean
set_task (SpilTables *tables, const SpilEdge *edge, gboolean broken, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      tables->connection, "UPDATE task SET parent = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &edge->row);
  spil_statement_bind_id (statement, 2, broken ? &SPIL_ID_NIL : &edge->to);
  return spil_statement_run (statement, error);
}

static gboolean
set_broken (SpilTables *tables, const SpilEntity *entity, const SpilEdge *edge, gboolean broken,
            GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      tables->connection,
      broken ? "INSERT OR REPLACE INTO broken (entity, row, parent) VALUES (?1, ?2, ?3)"
             : "DELETE FROM broken WHERE entity = ?1 AND row = ?2",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, entity->number);
  spil_statement_bind_id (statement, 2, &edge->row);
  if (broken)
    spil_statement_bind_id (statement, 3, &edge->to);
  if (!spil_statement_run (statement, error))
    return FALSE;
  return entity->number == SPIL_ENTITY_TASK ? set_task (tables, edge, broken, error)
                                            : spil_row_set_broken (tables, entity, &edge->row, broken, error);
}

// Takes the edges in the order of their stamps; one that would close a circle is left out.
static gboolean
break_circles (SpilTables *tables, const SpilEntity *entity, GArray *edges, GError **error)
{
  g_autoptr (GHashTable) next = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL,
                                                       (GDestroyNotify) g_ptr_array_unref);

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; i++) {
    SpilEdge *edge = &g_array_index (edges, SpilEdge, i);
    gboolean broken = reaches (next, &edge->to, &edge->from);

    if (broken != edge->broken && !set_broken (tables, entity, edge, broken, error))
      return FALSE;
    if (!broken)
      add_way (next, edge);
  }
  return TRUE;
}

// A row that died is as it was written, broken or not: only rows that live can close a circle.
static gboolean
forget_dead (SpilTables *tables, GError **error)
{
  return spil_connection_execute (
      tables->connection,
      "UPDATE task SET parent = (SELECT parent FROM broken WHERE broken.row = task.id) "
      "WHERE dead = 1 AND id IN (SELECT row FROM broken);"
      "DELETE FROM broken WHERE NOT EXISTS (SELECT 1 FROM task WHERE task.id = broken.row AND dead = 0) "
      "AND NOT EXISTS (SELECT 1 FROM dependency WHERE dependency.id = broken.row AND dead = 2)",
      error);
}

gboolean
spil_circles_forget (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      tables->connection, "DELETE FROM broken WHERE entity = ?1 AND row = ?2", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, entity->number);
  spil_statement_bind_id (statement, 2, row);
  return spil_statement_run (statement, error);
}

gboolean
spil_circles_complete (SpilTables *tables, SpilRecord *record, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  SpilId id = spil_record_get_id (record);
  SpilStep step;

  if (spil_record_get_entity (record)->number != SPIL_ENTITY_TASK)
    return TRUE;
  statement = spil_connection_take (tables->connection,
                                    "SELECT parent FROM broken WHERE entity = ?1 AND row = ?2", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, SPIL_ENTITY_TASK);
  spil_statement_bind_id (statement, 2, &id);
  step = spil_statement_step (statement, error);
  if (step == SPIL_STEP_ROW)
    spil_record_set_reference (record, SPIL_TASK_PARENT, spil_statement_get_id (statement, 0));
  return step != SPIL_STEP_FAILED;
}

gboolean
spil_circles_concern (const SpilEntity *entity)
{
  return entity->number == SPIL_ENTITY_TASK || entity->number == SPIL_ENTITY_DEPENDENCY;
}

gboolean
spil_circles_update (SpilStore *store, SpilTables *tables, GError **error)
{
  static const int task_groups[] = { SPIL_TASK_PARENT, 0 };
  static const int dependency_groups[] = { SPIL_DEPENDENCY_FROM, SPIL_DEPENDENCY_TO, 0 };
  const SpilEntity *task = spil_entity (SPIL_ENTITY_TASK);
  const SpilEntity *dependency = spil_entity (SPIL_ENTITY_DEPENDENCY);
  int parent_groups[] = { spil_entity_field (task, task_groups[0])->group, 0 };
  int leading_groups[] = { spil_entity_field (dependency, dependency_groups[0])->group,
                           spil_entity_field (dependency, dependency_groups[1])->group, 0 };
  g_autoptr (GArray) parents = NULL;
  g_autoptr (GArray) dependencies = NULL;

  if (!forget_dead (tables, error))
    return FALSE;
  parents = read_edges (
      store, tables,
      "SELECT t.id, t.id, ifnull (b.parent, t.parent), born_time, born_device, born_sequence, clock, b.row IS NOT NULL "
      "FROM task AS t LEFT JOIN broken AS b ON b.row = t.id WHERE dead = 0 AND ifnull (b.parent, t.parent) IS NOT NULL",
      parent_groups, error);
  dependencies =
      parents == NULL
          ? NULL
          : read_edges (
                store, tables,
                "SELECT id, \"from\", \"to\", born_time, born_device, born_sequence, clock, "
                "dead = 2 FROM dependency WHERE dead <> 1 AND \"from\" IS NOT NULL AND \"to\" IS NOT NULL",
                leading_groups, error);
  return dependencies != NULL && break_circles (tables, task, parents, error) &&
         break_circles (tables, dependency, dependencies, error);
}

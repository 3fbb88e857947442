// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-query.h"

#include "spil-entity.h"
#include "spil-read.h"

void
spil_plan_free (SpilPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->baselines, g_ptr_array_unref);
  g_free (self);
}

static void
free_task (gpointer data)
{
  SpilPlanTaskRow *self = data;

  g_free (self->name);
  g_free (self->owner);
  g_free (self->ground);
  g_free (self);
}

static void
free_baseline (gpointer data)
{
  SpilPlanBaselineRow *self = data;

  g_free (self->name);
  g_free (self);
}

/* The progress that was typed; -1 where it follows from facts or was not filled in. */
static int
get_progress (SpilStatement *row, int rule, int progress)
{
  if (spil_get_int (row, rule) == SPIL_PROGRESS_RULE_FACTS)
    return -1;
  return (int) spil_get_number (row, progress, -1);
}

static gpointer
make_task (SpilStatement *row, gpointer user_data)
{
  SpilPlanTaskRow *self = g_new0 (SpilPlanTaskRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->number = spil_get_int (row, 1);
  self->name = g_strdup (spil_statement_get_text (row, 2));
  self->owner = spil_get_text (row, 3);
  self->ground = spil_get_text (row, 4);
  self->action_line = spil_statement_get_id (row, 5);
  self->area = spil_statement_get_id (row, 6);
  self->progress_rule = spil_get_int (row, 13);
  self->baseline_start = spil_get_day (row, 15);
  self->baseline_end = spil_get_day (row, 16);
  self->task = (SpilScheduleTask) {
    .id = self->id,
    .parent = spil_statement_get_id (row, 7),
    .start = spil_get_day (row, 8),
    .end = spil_get_day (row, 9),
    .deadline = spil_get_day (row, 10),
    .milestone = spil_statement_get_integer (row, 11) != 0,
    .state = spil_get_int (row, 12),
    .progress = get_progress (row, 13, 14),
  };
  self->own_dates = spil_day_is_known (self->task.start) || spil_day_is_known (self->task.end);
  return self;
}

static gpointer
make_baseline (SpilStatement *row, gpointer user_data)
{
  SpilPlanBaselineRow *self = g_new0 (SpilPlanBaselineRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->date = spil_get_day (row, 2);
  return self;
}

/* The tasks while they are put in the order of a tree: children[id] lists the parts of a task in their order. */
typedef struct
{
  GHashTable *children; /* SpilId -> GPtrArray of SpilPlanTaskRow */
  GHashTable *placed; /* of SpilPlanTaskRow */
  GPtrArray *ordered;
} Tree;

static void
place (Tree *tree, SpilPlanTaskRow *task, int level)
{
  GPtrArray *parts = g_hash_table_lookup (tree->children, &task->id);

  if (!g_hash_table_add (tree->placed, task))
    return;
  task->level = level;
  g_ptr_array_add (tree->ordered, task);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    place (tree, parts->pdata[i], level + 1);
}

static void
add_child (GHashTable *children, SpilPlanTaskRow *task)
{
  GPtrArray *parts = g_hash_table_lookup (children, &task->task.parent);

  if (parts == NULL) {
    parts = g_ptr_array_new ();
    g_hash_table_insert (children, &task->task.parent, parts);
  }
  g_ptr_array_add (parts, task);
}

/* Puts a task before its parts. One whose parent is gone, or that is its own ancestor, stands at the top. */
static GPtrArray *
order_tasks (GPtrArray *tasks)
{
  g_autoptr (GHashTable) index = spil_index_rows (tasks);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) children = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL,
                                                           (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (free_task);
  Tree tree = { children, placed, ordered };

  for (guint i = 0; i < tasks->len; i++) {
    SpilPlanTaskRow *task = tasks->pdata[i];

    if (g_hash_table_contains (index, &task->task.parent))
      add_child (children, task);
  }
  for (guint i = 0; i < tasks->len; i++) {
    SpilPlanTaskRow *task = tasks->pdata[i];

    if (!g_hash_table_contains (index, &task->task.parent))
      place (&tree, task, 0);
  }
  for (guint i = 0; i < tasks->len; i++)
    place (&tree, tasks->pdata[i], 0);
  g_ptr_array_set_free_func (tasks, NULL);
  return ordered;
}

/* Rolls the summaries up and sets what each task is on @day. */
static void
work_out (SpilPlan *plan, SpilDay day)
{
  guint n = plan->tasks->len;
  g_autofree SpilScheduleTask *tasks = g_new (SpilScheduleTask, n + 1);
  g_autofree gboolean *is_summary = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    tasks[i] = ((SpilPlanTaskRow *) plan->tasks->pdata[i])->task;
  spil_schedule_roll_up (tasks, n, is_summary);
  for (guint i = 0; i < n; i++) {
    SpilPlanTaskRow *task = plan->tasks->pdata[i];

    task->task = tasks[i];
    task->summary = is_summary[i];
    task->status = spil_schedule_status (&tasks[i], day);
  }
  plan->first = plan->last = SPIL_DAY_NONE;
  spil_schedule_span (tasks, n, &plan->first, &plan->last);
}

typedef struct
{
  GHashTable *places; /* SpilId -> place + 1 */
  GArray *links;
} Linking;

static gboolean
take_link (SpilStatement *row, gpointer user_data)
{
  Linking *linking = user_data;
  SpilPlanLinkRow link = { .id = spil_statement_get_id (row, 0),
                           .from = spil_statement_get_id (row, 1),
                           .to = spil_statement_get_id (row, 2),
                           .type = spil_get_int (row, 3),
                           .lag = spil_get_int (row, 4) };

  link.from_index = GPOINTER_TO_INT (g_hash_table_lookup (linking->places, &link.from)) - 1;
  link.to_index = GPOINTER_TO_INT (g_hash_table_lookup (linking->places, &link.to)) - 1;
  if (link.from_index >= 0 && link.to_index >= 0)
    g_array_append_val (linking->links, link);
  return TRUE;
}

static gboolean
read_links (SpilStore *store, SpilPlan *plan, GError **error)
{
  static const char sql[] = "SELECT id, \"from\", \"to\", type, lag FROM dependency"
                            " WHERE dead = 0 AND programme = ?1 ORDER BY row";
  g_autoptr (GHashTable) places = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  Linking linking = { places, plan->links };

  for (guint i = 0; i < plan->tasks->len; i++)
    g_hash_table_insert (places, plan->tasks->pdata[i], GUINT_TO_POINTER (i + 1));
  return spil_read_each (store, sql, NULL, 0, take_link, &linking, error);
}

SpilPlan *
spil_plan_query (SpilStore *store, SpilId baseline, SpilDay day, GError **error)
{
  static const char tasks_sql[] =
      "SELECT t.id, t.number, t.name, t.owner, t.ground, t.action_line, t.area, t.parent, t.start, t.\"end\","
      " t.deadline, t.milestone, t.state, t.progress_rule, t.progress, b.start, b.\"end\" FROM task t"
      " LEFT JOIN baseline_task b ON b.row = (SELECT max (row) FROM baseline_task"
      " WHERE task = t.id AND dead = 0 AND baseline = ?2)"
      " WHERE t.dead = 0 AND t.programme = ?1"
      " ORDER BY t.\"order\" IS NULL, t.\"order\", t.number IS NULL, t.number, t.row";
  static const char baselines_sql[] =
      "SELECT id, name, date FROM baseline WHERE dead = 0 AND programme = ?1 ORDER BY date DESC, row DESC";
  g_autoptr (SpilPlan) plan = g_new0 (SpilPlan, 1);
  g_autoptr (GPtrArray) tasks = NULL;
  SpilGiven parameters[1];

  plan->links = g_array_new (FALSE, FALSE, sizeof (SpilPlanLinkRow));
  plan->baselines = spil_read_all (store, baselines_sql, NULL, 0, make_baseline, NULL, free_baseline, error);
  if (plan->baselines == NULL)
    return NULL;
  if (spil_id_is_nil (baseline) && plan->baselines->len > 0)
    baseline = ((SpilPlanBaselineRow *) plan->baselines->pdata[0])->id;
  parameters[0] = SPIL_GIVE_ID (baseline);
  tasks = spil_read_all (store, tasks_sql, parameters, 1, make_task, NULL, free_task, error);
  if (tasks == NULL)
    return NULL;
  plan->tasks = order_tasks (tasks);
  work_out (plan, day);
  if (!read_links (store, plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

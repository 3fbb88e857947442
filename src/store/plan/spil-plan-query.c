// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include "spil-entity.h"
#include "spil-number.h"
#include "spil-read.h"

/* Ids that no row has: a row's id says which version of UUID it is. */
const SpilId SPIL_PLAN_SINCE_REPORT = { { 0xff, 1 } };
const SpilId SPIL_PLAN_NO_BASELINE = { { 0xff, 2 } };

void
spil_plan_free (SpilPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->network, spil_network_free);
  g_clear_pointer (&self->calendar, spil_work_calendar_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->baselines, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_free (self);
}

static void
free_task (gpointer data)
{
  SpilPlanTaskRow *self = data;

  g_free (self->ref);
  g_free (self->name);
  g_free (self->owner);
  g_free (self->ground);
  g_free (self->order);
  g_free (self->origin);
  g_free (self->action_line_name);
  g_free (self->area_name);
  g_free (self->baseline_name);
  g_free (self->headline);
  g_free (self);
}

static void
free_baseline (gpointer data)
{
  SpilPlanBaselineRow *self = data;

  g_free (self->name);
  g_free (self->notes);
  g_free (self);
}

enum
{
  COLUMN_ID,
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_OWNER,
  COLUMN_GROUND,
  COLUMN_ACTION_LINE,
  COLUMN_AREA,
  COLUMN_PARENT,
  COLUMN_START,
  COLUMN_END,
  COLUMN_DEADLINE,
  COLUMN_MILESTONE,
  COLUMN_STATE,
  COLUMN_PROGRESS_RULE,
  COLUMN_PROGRESS,
  COLUMN_ORDER,
  COLUMN_NOT_BEFORE,
  COLUMN_FIXED,
  COLUMN_DURATION,
  COLUMN_COST,
  COLUMN_VAT,
  COLUMN_EFFORT,
  COLUMN_FACT,
  COLUMN_FACT_GOAL,
  COLUMN_ORIGIN,
};

static const char tasks_sql[] =
    "SELECT id, number, name, owner, ground, action_line, area, parent, start, \"end\", deadline, milestone,"
    " state, progress_rule, progress, \"order\", not_before, fixed, duration, cost, vat, effort, fact,"
    " fact_goal, origin, instrument FROM task WHERE dead = 0 AND programme = ?1"
    " ORDER BY \"order\" IS NULL, \"order\", number IS NULL, number, row";
#define COLUMN_INSTRUMENT (COLUMN_ORIGIN + 1)

/* What stands at a task itself about its dates and its work. */
static void
take_own (SpilPlanTaskRow *self, SpilStatement *row)
{
  self->own_start = spil_get_day (row, COLUMN_START);
  self->own_end = spil_get_day (row, COLUMN_END);
  self->own_dates = spil_day_is_known (self->own_start) || spil_day_is_known (self->own_end);
  self->own_duration = spil_get_int (row, COLUMN_DURATION);
  self->own_cost_known = !spil_statement_is_null (row, COLUMN_COST);
  self->own_cost = spil_get_money (row, COLUMN_COST, COLUMN_VAT);
  self->effort = spil_statement_is_null (row, COLUMN_EFFORT)
                     ? -1
                     : spil_decimal_to_double (spil_statement_get_integer (row, COLUMN_EFFORT));
  self->progress_rule = spil_get_int (row, COLUMN_PROGRESS_RULE);
  self->progress_from_facts = self->progress_rule == SPIL_PROGRESS_RULE_FACTS;
  self->own_progress = self->progress_from_facts ? -1 : (int) spil_get_number (row, COLUMN_PROGRESS, -1);
  if (self->progress_from_facts)
    self->facts = (SpilProgressFacts) { .fact = spil_get_int (row, COLUMN_FACT),
                                        .goal = spil_get_number (row, COLUMN_FACT_GOAL, 0) };
  self->instrument = spil_statement_get_id (row, COLUMN_INSTRUMENT);
}

static gpointer
make_task (SpilStatement *row, gpointer user_data)
{
  SpilPlanTaskRow *self = g_new0 (SpilPlanTaskRow, 1);

  self->id = spil_statement_get_id (row, COLUMN_ID);
  self->number = spil_get_int (row, COLUMN_NUMBER);
  self->name = g_strdup (spil_statement_get_text (row, COLUMN_NAME));
  self->owner = spil_get_text (row, COLUMN_OWNER);
  self->ground = spil_get_text (row, COLUMN_GROUND);
  self->order = spil_get_text (row, COLUMN_ORDER);
  self->origin = spil_get_text (row, COLUMN_ORIGIN);
  self->action_line = spil_statement_get_id (row, COLUMN_ACTION_LINE);
  self->area = spil_statement_get_id (row, COLUMN_AREA);
  take_own (self, row);
  self->baseline_start = self->baseline_end = self->journal_date = SPIL_DAY_NONE;
  self->baseline_progress = -1;
  self->parent = self->first_to = -1;
  self->task = (SpilScheduleTask) {
    .id = self->id,
    .parent = spil_statement_get_id (row, COLUMN_PARENT),
    .start = self->own_start,
    .end = self->own_end,
    .deadline = spil_get_day (row, COLUMN_DEADLINE),
    .not_before = spil_get_day (row, COLUMN_NOT_BEFORE),
    .fixed = spil_statement_get_integer (row, COLUMN_FIXED) != 0,
    .duration = self->own_duration,
    .milestone = spil_statement_get_integer (row, COLUMN_MILESTONE) != 0,
    .state = spil_get_int (row, COLUMN_STATE),
    .progress = self->own_progress,
  };
  return self;
}

static gpointer
make_baseline (SpilStatement *row, gpointer user_data)
{
  SpilPlanBaselineRow *self = g_new0 (SpilPlanBaselineRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->date = spil_get_day (row, 2);
  self->report = spil_statement_get_id (row, 3);
  self->notes = spil_get_text (row, 4);
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
place (Tree *tree, SpilPlanTaskRow *task, int parent, int level)
{
  GPtrArray *parts = g_hash_table_lookup (tree->children, &task->id);
  int self = (int) tree->ordered->len;

  if (!g_hash_table_add (tree->placed, task))
    return;
  task->level = level;
  task->parent = parent;
  g_ptr_array_add (tree->ordered, task);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    place (tree, parts->pdata[i], self, level + 1);
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
  GPtrArray *ordered = g_ptr_array_new_full (tasks->len, free_task);
  Tree tree = { children, placed, ordered };

  for (guint i = 0; i < tasks->len; i++) {
    SpilPlanTaskRow *task = tasks->pdata[i];

    if (g_hash_table_contains (index, &task->task.parent))
      add_child (children, task);
  }
  for (guint i = 0; i < tasks->len; i++) {
    SpilPlanTaskRow *task = tasks->pdata[i];

    if (!g_hash_table_contains (index, &task->task.parent))
      place (&tree, task, -1, 0);
  }
  for (guint i = 0; i < tasks->len; i++)
    place (&tree, tasks->pdata[i], -1, 0);
  g_ptr_array_set_free_func (tasks, NULL);
  return ordered;
}

/* How people refer to each: a number that no earlier one has, or the place in what it is part of. */
static void
set_refs (SpilPlan *plan)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree int *n_parts = g_new0 (int, plan->tasks->len + 1);

  for (guint i = 0; i < plan->tasks->len; i++) {
    SpilPlanTaskRow *task = plan->tasks->pdata[i];
    int position = ++n_parts[task->parent + 1];

    if (task->number > 0 && g_hash_table_add (taken, GINT_TO_POINTER (task->number)))
      task->ref = g_strdup_printf ("%d", task->number);
    else if (task->parent >= 0)
      task->ref = g_strdup_printf ("%s.%d", spil_plan_get_task (plan, task->parent)->ref, position);
    else
      task->ref = g_strdup_printf ("#%d", position);
  }
}

static GHashTable *
index_tasks (const SpilPlan *plan)
{
  GHashTable *index = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);

  for (guint i = 0; i < plan->tasks->len; i++)
    g_hash_table_insert (index, plan->tasks->pdata[i], GUINT_TO_POINTER (i + 1));
  return index;
}

int
spil_plan_lookup (GHashTable *index, SpilId id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (index, &id)) - 1;
}

/* The baseline that is meant by @asked; nil: none. */
static SpilId
choose_baseline (const SpilPlan *plan, SpilId asked)
{
  gboolean report = spil_id_equal (asked, SPIL_PLAN_SINCE_REPORT);

  if (spil_id_equal (asked, SPIL_PLAN_NO_BASELINE))
    return SPIL_ID_NIL;
  if (!spil_id_is_nil (asked) && !report)
    return asked;
  for (guint i = 0; i < plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (!report || !spil_id_is_nil (baseline->report))
      return baseline->id;
  }
  return SPIL_ID_NIL;
}

static gboolean
read_baselines (SpilStore *store, SpilPlan *plan, SpilId asked, GError **error)
{
  static const char sql[] = "SELECT id, name, date, report, notes FROM baseline"
                            " WHERE dead = 0 AND programme = ?1 ORDER BY date DESC, row DESC";

  plan->baselines = spil_read_all (store, sql, NULL, 0, make_baseline, NULL, free_baseline, error);
  if (plan->baselines == NULL)
    return FALSE;
  plan->baseline = choose_baseline (plan, asked);
  return TRUE;
}

static gboolean
read_tasks (SpilStore *store, SpilPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) tasks = spil_read_all (store, tasks_sql, NULL, 0, make_task, NULL, free_task, error);

  if (tasks == NULL)
    return FALSE;
  plan->tasks = order_tasks (tasks);
  set_refs (plan);
  return TRUE;
}

SpilPlan *
spil_plan_query (SpilStore *store, SpilId baseline, SpilDay day, GError **error)
{
  g_autoptr (SpilPlan) plan = g_new0 (SpilPlan, 1);
  g_autoptr (GHashTable) index = NULL;

  plan->day = day;
  plan->first = plan->last = SPIL_DAY_NONE;
  plan->links = g_array_new (FALSE, FALSE, sizeof (SpilPlanLinkRow));
  if (!read_baselines (store, plan, baseline, error) || !read_tasks (store, plan, error))
    return NULL;
  index = index_tasks (plan);
  if (!spil_plan_read_calendar (store, plan, error) || !spil_plan_read_names (store, plan, error) ||
      !spil_plan_read_links (store, plan, index, error) ||
      !spil_plan_read_journal (store, plan, index, error) ||
      !spil_plan_read_baseline (store, plan, index, error) || !spil_plan_read_facts (store, plan, error))
    return NULL;
  spil_plan_work_out (plan);
  return g_steal_pointer (&plan);
}

SpilPlanTaskRow *
spil_plan_get_task (const SpilPlan *self, int task)
{
  return task >= 0 && task < (int) self->tasks->len ? self->tasks->pdata[task] : NULL;
}

int
spil_plan_find_task (const SpilPlan *self, SpilId id)
{
  for (guint i = 0; i < self->tasks->len; i++)
    if (spil_id_equal (((SpilPlanTaskRow *) self->tasks->pdata[i])->id, id))
      return (int) i;
  return -1;
}

int
spil_plan_end_of (const SpilPlan *self, int task)
{
  int level = spil_plan_get_task (self, task)->level;

  for (task++; task < (int) self->tasks->len && spil_plan_get_task (self, task)->level > level; task++)
    continue;
  return task;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-shown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-owner-rule.h"
#include "spil-text.h"

void
spil_plan_filter_clear (SpilPlanFilter *self)
{
  g_free (self->text);
  g_free (self->owner);
  memset (self, 0, sizeof *self);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && text[strspn (text, " \t\n")] != '\0';
}

static gboolean
asks_period (const SpilPlanFilter *filter)
{
  return spil_day_is_known (filter->period.first) &&
         (filter->period.first.number != 0 || filter->period.last.number != 0);
}

gboolean
spil_plan_filter_is_empty (const SpilPlanFilter *self)
{
  return !is_filled (self->text) && !is_filled (self->owner) && !self->late && !self->critical &&
         !self->undated && !asks_period (self) && spil_id_is_nil (self->area) &&
         spil_id_is_nil (self->action_line);
}

static gboolean
names_trait (const SpilPlanTaskRow *task, SpilPlanGroup group)
{
  switch (group) {
  case SPIL_PLAN_GROUP_ACTION_LINE:
    return !spil_id_is_nil (task->action_line);
  case SPIL_PLAN_GROUP_AREA:
    return !spil_id_is_nil (task->area);
  case SPIL_PLAN_GROUP_OWNER:
    return task->owner != NULL;
  default:
    return FALSE;
  }
}

int
spil_plan_find_holder (const SpilPlan *plan, int task, SpilPlanGroup group)
{
  for (; task >= 0; task = spil_plan_get_task (plan, task)->parent)
    if (names_trait (spil_plan_get_task (plan, task), group))
      return task;
  return -1;
}

static const SpilPlanTaskRow *
get_holder (const SpilPlan *plan, int task, SpilPlanGroup group)
{
  return spil_plan_get_task (plan, spil_plan_find_holder (plan, task, group));
}

/* What a filter asks, with its text folded once. */
typedef struct
{
  const SpilPlan *plan;
  const SpilPlanFilter *filter;
  char *text;
} Asked;

static gboolean
contains (const Asked *asked, const char *words)
{
  g_autofree char *folded = words != NULL ? spil_text_fold (words) : NULL;

  return folded != NULL && strstr (folded, asked->text) != NULL;
}

static gboolean
answers_text (const Asked *asked, int place)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (asked->plan, place);
  const SpilPlanTaskRow *line = get_holder (asked->plan, place, SPIL_PLAN_GROUP_ACTION_LINE);
  const SpilPlanTaskRow *area = get_holder (asked->plan, place, SPIL_PLAN_GROUP_AREA);

  return asked->text == NULL || asked->text[0] == '\0' || g_str_equal (task->ref, asked->text) ||
         contains (asked, task->name) || contains (asked, task->owner) || contains (asked, task->headline) ||
         (line != NULL && contains (asked, line->action_line_name)) ||
         (area != NULL && contains (asked, area->area_name));
}

static gboolean
is_after (SpilDay a, SpilDay b)
{
  return spil_day_is_known (a) && spil_day_is_known (b) && spil_day_compare (a, b) > 0;
}

/* One day is known at least: the period it takes, and its deadline. */
static gboolean
falls_in (const SpilPlanTaskRow *task, SpilPeriod period)
{
  SpilDay first = spil_day_is_known (task->task.start) ? task->task.start : task->task.end;
  SpilDay last = spil_day_is_known (task->task.end) ? task->task.end : first;

  return spil_period_contains (period, task->task.deadline) ||
         (spil_day_is_known (first) && !is_after (first, period.last) && !is_after (period.first, last));
}

static gboolean
is_undated (const SpilPlanTaskRow *task)
{
  return !spil_day_is_known (task->task.start) && !spil_day_is_known (task->task.end);
}

static gboolean
is_late (const SpilPlanTaskRow *task)
{
  gboolean open = task->status != SPIL_TASK_STATUS_DONE && task->status != SPIL_TASK_STATUS_STOPPED;

  return task->status == SPIL_TASK_STATUS_LATE || (open && is_after (task->task.end, task->task.deadline));
}

static gboolean
answers_traits (const Asked *asked, int place)
{
  const SpilPlanFilter *filter = asked->filter;
  const SpilPlanTaskRow *line = get_holder (asked->plan, place, SPIL_PLAN_GROUP_ACTION_LINE);
  const SpilPlanTaskRow *area = get_holder (asked->plan, place, SPIL_PLAN_GROUP_AREA);
  const SpilPlanTaskRow *owner = get_holder (asked->plan, place, SPIL_PLAN_GROUP_OWNER);

  return (spil_id_is_nil (filter->action_line) ||
          (line != NULL && spil_id_equal (line->action_line, filter->action_line))) &&
         (spil_id_is_nil (filter->area) || (area != NULL && spil_id_equal (area->area, filter->area))) &&
         (!is_filled (filter->owner) || (owner != NULL && spil_owner_names (owner->owner, filter->owner)));
}

static gboolean
answers (const Asked *asked, int place)
{
  const SpilPlanFilter *filter = asked->filter;
  const SpilPlanTaskRow *task = spil_plan_get_task (asked->plan, place);

  return (!filter->late || is_late (task)) && (!filter->critical || task->slack.critical) &&
         (!filter->undated || is_undated (task)) &&
         (!asks_period (filter) || falls_in (task, filter->period)) && answers_traits (asked, place) &&
         answers_text (asked, place);
}

/* What is shown of each task. */
typedef enum
{
  SHOWN_NOT,
  SHOWN_CONTEXT,
  SHOWN_ASKED
} Shown;

static Shown *
find_shown (const SpilPlan *plan, const SpilPlanFilter *filter)
{
  Shown *shown = g_new0 (Shown, plan->tasks->len + 1);
  Asked asked = { plan, filter, NULL };
  gboolean all = filter == NULL || spil_plan_filter_is_empty (filter);

  if (!all && is_filled (filter->text))
    asked.text = spil_text_fold (filter->text);
  for (int i = (int) plan->tasks->len - 1; i >= 0; i--) {
    int parent = spil_plan_get_task (plan, i)->parent;

    if (all || answers (&asked, i))
      shown[i] = SHOWN_ASKED;
    if (shown[i] != SHOWN_NOT && parent >= 0 && shown[parent] == SHOWN_NOT)
      shown[parent] = SHOWN_CONTEXT;
  }
  g_free (asked.text);
  return shown;
}

/* The rows while they are made. */
typedef struct
{
  const SpilPlan *plan;
  const Shown *shown;
  const gboolean *within; /* the tasks of the group that is shown; NULL: all */
  GHashTable *collapsed;
  GPtrArray *rows;
} Showing;

static void
free_row (gpointer data)
{
  SpilPlanShownRow *self = data;

  g_free (self->heading);
  g_free (self);
}

static gboolean
is_collapsed (const Showing *showing, const SpilId *id)
{
  return showing->collapsed != NULL && !spil_id_is_nil (*id) &&
         g_hash_table_contains (showing->collapsed, id);
}

static gboolean
is_in (const Showing *showing, int task)
{
  return showing->shown[task] != SHOWN_NOT && (showing->within == NULL || showing->within[task]);
}

/* Shows the tasks, those that stand under another of the same group one deeper. */
static void
show_tasks (Showing *showing, int base)
{
  int n = (int) showing->plan->tasks->len;
  g_autofree int *levels = g_new (int, n + 1);

  for (int i = 0; i < n; i++) {
    SpilPlanTaskRow *task = spil_plan_get_task (showing->plan, i);
    SpilPlanShownRow *row;
    int above = task->parent >= 0 ? levels[task->parent] : base - 1;

    levels[i] = above;
    if (!is_in (showing, i))
      continue;
    levels[i] = above + 1;
    row = g_new0 (SpilPlanShownRow, 1);
    row->task = i;
    row->id = task->id;
    row->level = levels[i];
    row->summary = task->summary;
    row->context = showing->shown[i] == SHOWN_CONTEXT;
    row->collapsed = task->summary && !row->context && is_collapsed (showing, &task->id);
    g_ptr_array_add (showing->rows, row);
    if (row->collapsed)
      i = spil_plan_end_of (showing->plan, i) - 1;
  }
}

/* Groups */

typedef struct
{
  SpilId id; /* nil: of owners, and of what belongs to none */
  char *name; /* NULL: what belongs to none */
  char *folded;
  gboolean *within;
  int n_tasks;
} Group;

static void
free_group (gpointer data)
{
  Group *self = data;

  g_free (self->name);
  g_free (self->folded);
  g_free (self->within);
  g_free (self);
}

static Group *
get_group (GPtrArray *groups, GHashTable *index, guint n_tasks, SpilId id, const char *name)
{
  g_autofree char *text = spil_id_is_nil (id) ? NULL : spil_id_dup_text (id);
  g_autofree char *folded = name != NULL ? spil_text_fold (name) : NULL;
  const char *key = text != NULL ? text : folded != NULL ? folded : "";
  Group *group = g_hash_table_lookup (index, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->id = id;
  group->name = g_strdup (name);
  group->within = g_new0 (gboolean, n_tasks + 1);
  g_hash_table_insert (index, g_strdup (key), group);
  group->folded = g_steal_pointer (&folded);
  g_ptr_array_add (groups, group);
  return group;
}

/* By name; what belongs to none comes last. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *x = *(Group *const *) a, *y = *(Group *const *) b;

  if (x->name == NULL || y->name == NULL)
    return (x->name == NULL) - (y->name == NULL);
  return strcmp (x->folded, y->folded);
}

static void
put_in_groups (const SpilPlan *plan, const Shown *shown, int place, SpilPlanGroup kind, GPtrArray *groups,
               GHashTable *index)
{
  const SpilPlanTaskRow *holder = get_holder (plan, place, kind);
  g_auto (GStrv) owners = NULL;
  SpilId id = SPIL_ID_NIL;
  const char *names[2] = { NULL, NULL };
  const char *const *each = names;

  if (holder != NULL && kind == SPIL_PLAN_GROUP_OWNER) {
    owners = spil_owner_split (holder->owner);
    each = (const char *const *) owners;
  } else if (holder != NULL) {
    id = kind == SPIL_PLAN_GROUP_AREA ? holder->area : holder->action_line;
    names[0] = kind == SPIL_PLAN_GROUP_AREA ? holder->area_name : holder->action_line_name;
  }
  do {
    Group *group = get_group (groups, index, plan->tasks->len, id, each[0]);

    group->within[place] = TRUE;
    group->n_tasks += shown[place] == SHOWN_ASKED;
  } while (each[0] != NULL && *++each != NULL);
}

/* What is context in a group is what leads to an activity there; elsewhere it is left out. */
static void
keep_context (const SpilPlan *plan, const Shown *shown, Group *group)
{
  g_autofree gboolean *needed = g_new0 (gboolean, plan->tasks->len + 1);

  for (int i = (int) plan->tasks->len - 1; i >= 0; i--) {
    int parent = spil_plan_get_task (plan, i)->parent;

    group->within[i] = group->within[i] && (shown[i] == SHOWN_ASKED || needed[i]);
    if ((group->within[i] || needed[i]) && parent >= 0)
      needed[parent] = TRUE;
  }
}

static const char *
name_none (SpilPlanGroup kind)
{
  switch (kind) {
  case SPIL_PLAN_GROUP_ACTION_LINE:
    return _ ("Without action line");
  case SPIL_PLAN_GROUP_AREA:
    return _ ("Without area");
  default:
    return _ ("Without owner");
  }
}

static void
show_group (Showing *showing, Group *group, SpilPlanGroup kind)
{
  SpilPlanShownRow *row = g_new0 (SpilPlanShownRow, 1);

  row->task = -1;
  row->id = group->id;
  row->heading = g_strdup (group->name != NULL ? group->name : name_none (kind));
  row->n_tasks = group->n_tasks;
  row->summary = TRUE;
  row->collapsed = is_collapsed (showing, &group->id);
  g_ptr_array_add (showing->rows, row);
  if (row->collapsed)
    return;
  keep_context (showing->plan, showing->shown, group);
  showing->within = group->within;
  show_tasks (showing, 1);
}

static void
show_groups (Showing *showing, SpilPlanGroup kind)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < showing->plan->tasks->len; i++)
    if (showing->shown[i] != SHOWN_NOT)
      put_in_groups (showing->plan, showing->shown, (int) i, kind, groups, index);
  g_ptr_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    if (((Group *) groups->pdata[i])->n_tasks > 0)
      show_group (showing, groups->pdata[i], kind);
}

GPtrArray *
spil_plan_show (const SpilPlan *plan, const SpilPlanFilter *filter, SpilPlanGroup group,
                GHashTable *collapsed)
{
  g_autofree Shown *shown = find_shown (plan, filter);
  Showing showing = { plan, shown, NULL, collapsed, g_ptr_array_new_with_free_func (free_row) };

  if (group == SPIL_PLAN_GROUP_NONE)
    show_tasks (&showing, 0);
  else
    show_groups (&showing, group);
  return showing.rows;
}

int
spil_plan_shown_find (GPtrArray *shown, int task)
{
  for (guint i = 0; i < shown->len; i++)
    if (((SpilPlanShownRow *) shown->pdata[i])->task == task && task >= 0)
      return (int) i;
  return -1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *x = spil_text_fold (*(char *const *) a);
  g_autofree char *y = spil_text_fold (*(char *const *) b);

  return strcmp (x, y);
}

char **
spil_plan_owners (const SpilPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();

  for (guint i = 0; i < plan->tasks->len; i++) {
    g_auto (GStrv) names = spil_owner_split (spil_plan_get_task (plan, (int) i)->owner);

    for (int j = 0; names[j] != NULL; j++)
      if (g_hash_table_add (seen, spil_text_fold (names[j])))
        g_ptr_array_add (owners, g_strdup (names[j]));
  }
  g_ptr_array_sort (owners, compare_names);
  g_ptr_array_add (owners, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&owners), FALSE);
}

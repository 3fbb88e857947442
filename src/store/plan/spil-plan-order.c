// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-order.h"

/* Where activities stand: order among siblings, and what they are part of. */

GArray *
spil_plan_parts (const SpilPlan *plan, int parent)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (int));
  int from = parent < 0 ? 0 : parent + 1;
  int end = parent < 0 ? (int) plan->tasks->len : spil_plan_end_of (plan, parent);

  for (int i = from; i < end; i = spil_plan_end_of (plan, i))
    g_array_append_val (parts, i);
  return parts;
}

static SpilPlanTaskRow *
task_in (const SpilPlan *plan, GArray *tasks, guint i)
{
  return spil_plan_get_task (plan, g_array_index (tasks, int, i));
}

/* Keys */

/* Puts @n keys between two others. FALSE when they do not fit. */
static gboolean
fit_keys (char **keys, gsize n, const char *before, const char *after)
{
  for (gsize i = 0; i < n; i++) {
    g_free (keys[i]);
    keys[i] = spil_order_between (before, after);
    if (keys[i] == NULL)
      return FALSE;
    before = keys[i];
  }
  return TRUE;
}

/*
 * Makes keys for those that are @placed, between those that stay. One that stays without a key comes after all that have one, so nothing with a key can
 * follow it; then, or when two that stay have the same key, all get new ones. @keys (n, owned texts) is changed; TRUE when all are new.
 */
static gboolean
make_keys (char **keys, const gboolean *placed, gsize n)
{
  for (gsize i = 0; i < n;) {
    gsize end = i;

    while (end < n && placed[end])
      end++;
    if (end > i && ((i > 0 && keys[i - 1] == NULL) ||
                    !fit_keys (keys + i, end - i, i > 0 ? keys[i - 1] : NULL, end < n ? keys[end] : NULL))) {
      fit_keys (keys, n, NULL, NULL);
      return TRUE;
    }
    i = end + 1;
  }
  return FALSE;
}

static void
set_order (SpilChange *change, const char *key)
{
  g_auto (SpilValue) value = spil_value_text (key);

  spil_change_assign (change, SPIL_TASK_ORDER, &value);
}

char **
spil_plan_order_keys (const SpilPlan *plan, SpilAction *action, GArray *siblings, guint position, gsize n)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_TASK);
  gsize all = siblings->len + n;
  g_auto (GStrv) keys = g_new0 (char *, all + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, all + 1);
  char **made = g_new0 (char *, n + 1);

  for (guint i = 0; i < all; i++) {
    placed[i] = i >= position && i < position + n;
    if (!placed[i])
      keys[i] = g_strdup (task_in (plan, siblings, i < position ? i : i - (guint) n)->order);
  }
  if (make_keys (keys, placed, all))
    for (guint i = 0; i < siblings->len; i++)
      set_order (spil_action_set_row (action, entity, task_in (plan, siblings, i)->id),
                 keys[i < position ? i : i + n]);
  for (gsize i = 0; i < n; i++)
    made[i] = g_steal_pointer (&keys[position + i]);
  /* What is left is freed one by one: there are holes in it now. */
  for (gsize i = 0; i < all; i++)
    g_clear_pointer (&keys[i], g_free);
  return made;
}

int
spil_plan_next_number (const SpilPlan *plan, GArray *siblings)
{
  gboolean numbered = plan->tasks->len == 0;
  int number = 0;

  for (guint i = 0; i < siblings->len; i++)
    numbered = numbered || task_in (plan, siblings, i)->number > 0;
  for (guint i = 0; i < plan->tasks->len; i++)
    number = MAX (number, spil_plan_get_task (plan, (int) i)->number);
  return numbered ? number + 1 : 0;
}

/* Moving: the tree as it is to be, as lists of parts */

typedef struct
{
  const SpilPlan *plan;
  GPtrArray *lists; /* of GArray of int: the parts of task i at i + 1, of the top at 0 */
  int *parents;
  gboolean *selected; /* the tops of what is moved */
  gboolean *placed; /* stands elsewhere now */
} Tree;

static void
tree_init (Tree *tree, const SpilPlan *plan, const int *tasks, gsize n)
{
  guint all = plan->tasks->len;
  g_autoptr (GArray) tops = spil_plan_tops (plan, tasks, n);

  tree->plan = plan;
  tree->lists = g_ptr_array_new_full (all + 1, (GDestroyNotify) g_array_unref);
  tree->parents = g_new (int, all + 1);
  tree->selected = g_new0 (gboolean, all + 1);
  tree->placed = g_new0 (gboolean, all + 1);
  for (guint i = 0; i <= all; i++)
    g_ptr_array_add (tree->lists, g_array_new (FALSE, FALSE, sizeof (int)));
  for (int i = 0; i < (int) all; i++) {
    tree->parents[i] = spil_plan_get_task (plan, i)->parent;
    g_array_append_val (tree->lists->pdata[tree->parents[i] + 1], i);
  }
  for (guint i = 0; i < tops->len; i++)
    tree->selected[g_array_index (tops, int, i)] = TRUE;
}

static void
tree_clear (Tree *tree)
{
  g_clear_pointer (&tree->lists, g_ptr_array_unref);
  g_free (tree->parents);
  g_free (tree->selected);
  g_free (tree->placed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tree, tree_clear)

static GArray *
parts_of (const Tree *tree, int parent)
{
  return tree->lists->pdata[parent + 1];
}

/* The place in a list of parts; its length when it is not there. */
static guint
position_of (GArray *parts, int task)
{
  guint i = 0;

  while (i < parts->len && g_array_index (parts, int, i) != task)
    i++;
  return i;
}

/* Takes a task from where it stands and puts it before the part @before of @parent (-1: last). */
static void
put (Tree *tree, int task, int parent, int before)
{
  GArray *from = parts_of (tree, tree->parents[task]), *to = parts_of (tree, parent);

  g_array_remove_index (from, position_of (from, task));
  g_array_insert_val (to, position_of (to, before), task);
  tree->parents[task] = parent;
  tree->placed[task] = TRUE;
}

static SpilId
id_of (const SpilPlan *plan, int task)
{
  return task < 0 ? SPIL_ID_NIL : spil_plan_get_task (plan, task)->id;
}

/* Writes what changed in one list of parts. */
static void
write_parts (const Tree *tree, SpilAction *action, int parent)
{
  GArray *parts = parts_of (tree, parent);
  g_auto (GStrv) keys = g_new0 (char *, parts->len + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, parts->len + 1);
  gboolean all;

  for (guint i = 0; i < parts->len; i++) {
    placed[i] = tree->placed[g_array_index (parts, int, i)];
    keys[i] = placed[i] ? NULL : g_strdup (task_in (tree->plan, parts, i)->order);
  }
  all = make_keys (keys, placed, parts->len);
  for (guint i = 0; i < parts->len; i++) {
    const SpilPlanTaskRow *task = task_in (tree->plan, parts, i);
    SpilId id = id_of (tree->plan, parent);
    g_auto (SpilValue) value = spil_id_is_nil (id) ? SPIL_VALUE_INIT : spil_value_id (id);
    SpilChange *change;

    if (!all && !placed[i])
      continue;
    change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_TASK), task->id);
    set_order (change, keys[i]);
    if (placed[i] && !spil_id_equal (task->task.parent, id))
      spil_change_assign (change, SPIL_TASK_PARENT, &value);
  }
  for (guint i = 0; i < parts->len; i++)
    g_clear_pointer (&keys[i], g_free);
}

/* The action that makes the tree so; NULL when nothing was put elsewhere. */
static SpilAction *
tree_finish (const Tree *tree, const char *label)
{
  SpilAction *action = spil_action_new (label);

  for (int i = -1; i < (int) tree->plan->tasks->len; i++) {
    GArray *parts = parts_of (tree, i);
    gboolean changed = FALSE;

    for (guint j = 0; j < parts->len; j++)
      changed = changed || tree->placed[g_array_index (parts, int, j)];
    if (changed)
      write_parts (tree, action, i);
  }
  if (action->changes->len == 0)
    g_clear_pointer (&action, spil_action_free);
  return action;
}

/* What is selected in one list of parts as it was, one by one. */
typedef void (*StepFunc) (Tree *tree, GArray *parts, int parent);

/* Does @step to each list. What cannot be done is left; when nothing can, @sentence (with a place for a name) says so. */
static SpilAction *
rearrange (const SpilPlan *plan, const int *tasks, gsize n, StepFunc step, const char *label,
           const char *sentence, GError **error)
{
  g_auto (Tree) tree = { 0 };
  g_autoptr (GArray) tops = spil_plan_tops (plan, tasks, n);
  g_autofree char *name = tops->len > 0 ? spil_plan_name (plan, g_array_index (tops, int, 0)) : NULL;
  SpilAction *action;

  tree_init (&tree, plan, tasks, n);
  for (int i = -1; i < (int) plan->tasks->len; i++) {
    g_autoptr (GArray) parts = spil_plan_parts (plan, i);

    step (&tree, parts, i);
  }
  action = tree_finish (&tree, label);
  if (action == NULL)
    spil_plan_refuse (error, g_strdup_printf (sentence, name != NULL ? name : ""));
  return action;
}

/* What is selected becomes part of the last one above it that is not. */
static void
indent_parts (Tree *tree, GArray *parts, int parent)
{
  int above = -1;

  for (guint i = 0; i < parts->len; i++) {
    int task = g_array_index (parts, int, i);

    if (!tree->selected[task])
      above = task;
    else if (above >= 0 && !spil_plan_get_task (tree->plan, above)->task.milestone)
      put (tree, task, above, -1);
  }
}

/* What is selected comes after what it was part of, in the same order. */
static void
outdent_parts (Tree *tree, GArray *parts, int parent)
{
  for (guint i = parts->len; parent >= 0 && i-- > 0;) {
    int task = g_array_index (parts, int, i), above = tree->parents[parent];
    guint position = position_of (parts_of (tree, above), parent) + 1;

    if (tree->selected[task])
      put (tree, task, above,
           position < parts_of (tree, above)->len ? g_array_index (parts_of (tree, above), int, position)
                                                  : -1);
  }
}

static void
raise_parts (Tree *tree, GArray *parts, int parent)
{
  for (guint i = 1; i < parts->len; i++) {
    int task = g_array_index (parts, int, i);
    GArray *now = parts_of (tree, parent);
    guint position = position_of (now, task);
    int above = position > 0 ? g_array_index (now, int, position - 1) : -1;

    if (tree->selected[task] && above >= 0 && !tree->selected[above])
      put (tree, task, parent, above);
  }
}

static void
lower_parts (Tree *tree, GArray *parts, int parent)
{
  for (guint i = parts->len; i-- > 0;) {
    int task = g_array_index (parts, int, i);
    GArray *now = parts_of (tree, parent);
    guint position = position_of (now, task);

    if (tree->selected[task] && position + 1 < now->len &&
        !tree->selected[g_array_index (now, int, position + 1)])
      put (tree, task, parent, position + 2 < now->len ? g_array_index (now, int, position + 2) : -1);
  }
}

SpilAction *
spil_plan_indent_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error)
{
  return rearrange (plan, tasks, n, indent_parts, _ ("Activity made a part"),
                    _ ("%s cannot become a part: no activity that can have parts stands above it on the same"
                       " level. Move it first."),
                    error);
}

SpilAction *
spil_plan_outdent_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error)
{
  return rearrange (plan, tasks, n, outdent_parts, _ ("Activity taken out of what it was part of"),
                    _ ("%s is not part of another activity: it stands at the top already."), error);
}

SpilAction *
spil_plan_raise_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error)
{
  return rearrange (plan, tasks, n, raise_parts, _ ("Activity moved up"),
                    _ ("%s is the first of its level already."), error);
}

SpilAction *
spil_plan_lower_action (const SpilPlan *plan, const int *tasks, gsize n, GError **error)
{
  return rearrange (plan, tasks, n, lower_parts, _ ("Activity moved down"),
                    _ ("%s is the last of its level already."), error);
}

static gboolean
check_place (const SpilPlan *plan, const gboolean *marked, int parent, GError **error)
{
  g_autofree char *name = parent >= 0 ? spil_plan_name (plan, parent) : NULL;

  if (parent < 0)
    return TRUE;
  if (marked[parent])
    return spil_plan_refuse (
        error,
        g_strdup_printf (_ ("An activity cannot be a part of itself or of its own parts. Choose another"
                            " place than %s."),
                         name));
  if (spil_plan_get_task (plan, parent)->task.milestone)
    return spil_plan_refuse (error,
                             g_strdup_printf (_ ("%s is a milestone, and a milestone has no parts. Choose"
                                                 " another place."),
                                              name));
  return TRUE;
}

SpilAction *
spil_plan_place_action (const SpilPlan *plan, const int *tasks, gsize n, SpilId parent, int before,
                        GError **error)
{
  int place = spil_id_is_nil (parent) ? -1 : spil_plan_find_task (plan, parent);
  g_autofree gboolean *marked = spil_plan_mark (plan, tasks, n);
  g_autoptr (GArray) parts = NULL;
  g_auto (Tree) tree = { 0 };

  if (!check_place (plan, marked, place, error))
    return NULL;
  tree_init (&tree, plan, tasks, n);
  /* Before one that goes along is before the next that stays. */
  parts = spil_plan_parts (plan, place);
  for (guint i = position_of (parts, before); before >= 0 && marked[before]; i++)
    before = i + 1 < parts->len ? g_array_index (parts, int, i + 1) : -1;
  for (int i = 0; i < (int) plan->tasks->len; i++)
    if (tree.selected[i])
      put (&tree, i, place, before);
  return tree_finish (&tree, _ ("Activity put elsewhere"));
}

SpilAction *
spil_plan_insert_action (const SpilPlan *plan, int after, const char *name, SpilDay start, SpilDay end,
                         gboolean milestone, SpilId *id)
{
  SpilAction *action = spil_action_new (milestone ? _ ("Milestone added") : _ ("Activity added"));
  int parent = after >= 0 ? spil_plan_get_task (plan, after)->parent : -1;
  g_autoptr (GArray) siblings = spil_plan_parts (plan, parent);
  guint position = after >= 0 ? position_of (siblings, after) + 1 : siblings->len;
  g_auto (GStrv) keys = spil_plan_order_keys (plan, action, siblings, position, 1);
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_TASK), spil_id_new ());
  int number = spil_plan_next_number (plan, siblings);

  if (name == NULL || name[0] == '\0')
    name = milestone ? _ ("New milestone") : _ ("New activity");
  spil_record_set_text (record, SPIL_TASK_NAME, name);
  if (number > 0)
    spil_record_set_integer (record, SPIL_TASK_NUMBER, number);
  if (parent >= 0)
    spil_record_set_reference (record, SPIL_TASK_PARENT, spil_plan_get_task (plan, parent)->id);
  spil_record_set_day (record, SPIL_TASK_START, start);
  spil_record_set_day (record, SPIL_TASK_END, end);
  if (milestone)
    spil_record_set_integer (record, SPIL_TASK_MILESTONE, 1);
  spil_record_set_text (record, SPIL_TASK_ORDER, keys[0]);
  spil_action_add (action, record);
  if (id != NULL)
    *id = spil_record_get_id (record);
  return action;
}

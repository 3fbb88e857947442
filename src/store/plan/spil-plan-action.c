// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-text.h"

#define NAME_CHARS 60

gboolean
spil_plan_refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);
  return FALSE;
}

char *
spil_plan_name (const SpilPlan *plan, int task)
{
  return spil_text_one_line (spil_plan_get_task (plan, task)->name, NAME_CHARS);
}

gboolean *
spil_plan_mark (const SpilPlan *plan, const int *tasks, gsize n)
{
  gboolean *marked = g_new0 (gboolean, plan->tasks->len + 1);

  for (gsize i = 0; i < n; i++)
    if (spil_plan_get_task (plan, tasks[i]) != NULL)
      marked[tasks[i]] = TRUE;
  for (guint i = 0; i < plan->tasks->len; i++) {
    int parent = spil_plan_get_task (plan, (int) i)->parent;

    marked[i] = marked[i] || (parent >= 0 && marked[parent]);
  }
  return marked;
}

GArray *
spil_plan_tops (const SpilPlan *plan, const int *tasks, gsize n)
{
  g_autofree gboolean *marked = spil_plan_mark (plan, tasks, n);
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) plan->tasks->len; i++) {
    int parent = spil_plan_get_task (plan, i)->parent;

    if (marked[i] && (parent < 0 || !marked[parent]))
      g_array_append_val (tops, i);
  }
  return tops;
}

/* Dates */

void
spil_plan_set_dates (SpilAction *action, const SpilPlanTaskRow *task, SpilDay start, SpilDay end)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_TASK);
  g_autoptr (SpilRecord) before = spil_record_new (entity, task->id);
  g_autoptr (SpilRecord) after = spil_record_new (entity, task->id);

  spil_record_set_day (before, SPIL_TASK_START, task->own_start);
  spil_record_set_day (before, SPIL_TASK_END, task->own_end);
  spil_record_set_day (after, SPIL_TASK_START, start);
  spil_record_set_day (after, SPIL_TASK_END, end);
  spil_action_set (action, before, after);
}

/* How far a summary moves, and what moves with it. */
typedef struct
{
  const SpilWorkCalendar *calendar;
  SpilDay from;
  SpilDay to;
} Shift;

/* As many working days after the new start as it was after the old one; without a working day between them as many days. */
static SpilDay
shift_day (const Shift *shift, SpilDay day)
{
  int between;

  if (!spil_day_is_known (day))
    return day;
  if (spil_day_compare (day, shift->from) == 0)
    return shift->to;
  between = spil_work_calendar_count (shift->calendar, shift->from, day) - 1;
  if (between < 0 || !spil_work_calendar_is_worked (shift->calendar, day))
    return spil_day_add (day, spil_day_between (shift->from, shift->to));
  return spil_work_calendar_add (shift->calendar, spil_work_calendar_next (shift->calendar, shift->to),
                                 between);
}

/* The length in working days stays; what has none keeps its length in days. */
static void
shift_task (const SpilPlan *plan, SpilAction *action, const SpilPlanTaskRow *task, const Shift *shift)
{
  SpilDay start = shift_day (shift, task->own_start), end = task->own_end;

  if (!spil_day_is_known (start) || !spil_day_is_known (end))
    end = shift_day (shift, end);
  else if (task->working_days > 0)
    end = spil_work_calendar_end_of (plan->calendar, start, task->working_days);
  else
    end = spil_day_add (start, spil_day_between (task->own_start, task->own_end));
  spil_plan_set_dates (action, task, start, end);
}

static gboolean
stays (const SpilPlanTaskRow *task)
{
  return task->task.fixed || task->status == SPIL_TASK_STATUS_DONE;
}

/* The parts of a summary that moves, but for those that are named themselves. */
static void
shift_parts (const SpilPlan *plan, SpilAction *action, const SpilScheduleMove *move, gboolean *moved)
{
  const SpilPlanTaskRow *summary = spil_plan_get_task (plan, move->task);
  gboolean by_start = spil_day_is_known (move->start) && spil_day_is_known (summary->task.start);
  Shift shift = { plan->calendar, by_start ? summary->task.start : summary->task.end,
                  by_start ? move->start : move->end };
  int end = spil_plan_end_of (plan, move->task);

  if (!spil_day_is_known (shift.from) || !spil_day_is_known (shift.to) ||
      spil_day_compare (shift.from, shift.to) == 0)
    return;
  for (int i = move->task + 1; i < end; i++) {
    const SpilPlanTaskRow *part = spil_plan_get_task (plan, i);

    if (!moved[i] && part->own_dates && !stays (part))
      shift_task (plan, action, part, &shift);
    moved[i] = TRUE;
  }
}

/* A whole with dates of its own of which one changes becomes longer or shorter: its parts stay where they are. */
static gboolean
only_grows (const SpilPlanTaskRow *task, const SpilScheduleMove *move)
{
  return task->own_dates && (spil_day_compare (task->task.start, move->start) == 0 ||
                             spil_day_compare (task->task.end, move->end) == 0);
}

SpilAction *
spil_plan_move_action (const SpilPlan *plan, const SpilScheduleMove *moves, gsize n, const char *label)
{
  SpilAction *action = spil_action_new (label);
  g_autofree gboolean *moved = g_new0 (gboolean, plan->tasks->len + 1);

  for (gsize i = 0; i < n; i++)
    if (spil_plan_get_task (plan, moves[i].task) != NULL)
      moved[moves[i].task] = TRUE;
  for (gsize i = 0; i < n; i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, moves[i].task);

    if (task == NULL)
      continue;
    if (!task->summary || task->own_dates)
      spil_plan_set_dates (action, task, moves[i].start, moves[i].end);
    if (task->summary && !only_grows (task, &moves[i]))
      shift_parts (plan, action, &moves[i], moved);
  }
  return action;
}

/* Deleting */

SpilAction *
spil_plan_delete_action (const SpilPlan *plan, const int *tasks, gsize n)
{
  g_autofree gboolean *marked = spil_plan_mark (plan, tasks, n);
  SpilAction *action = spil_action_new (NULL);
  guint count = 0;

  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if (marked[link->from_index] || marked[link->to_index])
      spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), link->id);
  }
  for (guint i = plan->tasks->len; i-- > 0;) {
    if (!marked[i])
      continue;
    count++;
    spil_action_delete (action, spil_entity (SPIL_ENTITY_TASK), spil_plan_get_task (plan, (int) i)->id);
  }
  g_free (action->label);
  action->label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d activity deleted", "%d activities deleted", count), (int) count);
  return action;
}

/* Links */

static char *
name_chain (const SpilPlan *plan, GArray *chain)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++) {
    g_autofree char *name = spil_plan_name (plan, g_array_index (chain, int, i));

    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", name);
  }
  return g_string_free_and_steal (text);
}

static gboolean
check_circle (const SpilPlan *plan, GArray *links, GError **error)
{
  guint n = plan->tasks->len;
  g_autofree SpilScheduleTask *tasks = g_new (SpilScheduleTask, n + 1);
  g_autofree SpilScheduleLink *given = g_new (SpilScheduleLink, links->len + 1);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (SpilNetwork) network = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < n; i++)
    tasks[i] = spil_plan_get_task (plan, (int) i)->task;
  for (guint i = 0; i < links->len; i++)
    given[i] = spil_plan_schedule_link (&g_array_index (links, SpilPlanLinkRow, i));
  network = spil_network_new (tasks, n, given, links->len, plan->calendar);
  if (!spil_network_find_circle (network, chain))
    return TRUE;
  names = name_chain (plan, chain);
  return spil_plan_refuse (
      error, g_strdup_printf (_ ("These activities would wait for each other in a circle: %s. Leave out one"
                                 " of these dependencies first."),
                              names));
}

static gboolean
check_pair (const SpilPlan *plan, const SpilPlanLinkRow *link, GHashTable *pairs, GError **error)
{
  g_autofree char *pair = g_strdup_printf ("%d %d", link->from_index, link->to_index);
  g_autofree char *from = spil_plan_name (plan, link->from_index);
  g_autofree char *to = spil_plan_name (plan, link->to_index);

  if (link->from_index == link->to_index)
    return spil_plan_refuse (error,
                             g_strdup_printf (_ ("%s cannot wait for itself. Choose another activity."), to));
  if ((link->type == SPIL_LINK_TYPE_FINISH_FINISH || link->type == SPIL_LINK_TYPE_START_FINISH) &&
      spil_plan_get_task (plan, link->to_index)->summary)
    return spil_plan_refuse (
        error, g_strdup_printf (_ ("%s ends when its parts end, so its end cannot wait for another activity."
                                   " Link one of its parts."),
                                to));
  if (!g_hash_table_add (pairs, g_steal_pointer (&pair)))
    return spil_plan_refuse (error, g_strdup_printf (_ ("There is a dependency from %s to %s already. Change"
                                                        " that one."),
                                                     from, to));
  return TRUE;
}

gboolean
spil_plan_check_links (const SpilPlan *plan, GArray *links, guint first, GError **error)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (links, SpilPlanLinkRow, i);

    if (i >= first) {
      if (!check_pair (plan, link, pairs, error))
        return FALSE;
      continue;
    }
    g_hash_table_add (pairs, g_strdup_printf ("%d %d", link->from_index, link->to_index));
  }
  return check_circle (plan, links, error);
}

void
spil_plan_add_link (SpilAction *action, const SpilPlanLinkRow *link)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), link->id);

  spil_record_set_reference (record, SPIL_DEPENDENCY_FROM, link->from);
  spil_record_set_reference (record, SPIL_DEPENDENCY_TO, link->to);
  spil_record_set_integer (record, SPIL_DEPENDENCY_TYPE, link->type);
  if (link->lag != 0) {
    spil_record_set_integer (record, SPIL_DEPENDENCY_LAG, link->lag);
    spil_record_set_integer (record, SPIL_DEPENDENCY_LAG_UNIT, link->lag_unit);
  }
  spil_action_add (action, record);
}

SpilAction *
spil_plan_link_action (const SpilPlan *plan, int from, int to, int type, int lag, int lag_unit,
                       GError **error)
{
  g_autoptr (GArray) links = g_array_copy (plan->links);
  SpilPlanLinkRow link = { .id = spil_id_new (),
                           .from = spil_plan_get_task (plan, from)->id,
                           .to = spil_plan_get_task (plan, to)->id,
                           .from_index = from,
                           .to_index = to,
                           .type = type,
                           .lag = lag,
                           .lag_unit = lag_unit };
  SpilAction *action;

  g_array_append_val (links, link);
  if (!spil_plan_check_links (plan, links, links->len - 1, error))
    return NULL;
  action = spil_action_new (_ ("Dependency added"));
  spil_plan_add_link (action, &link);
  return action;
}

SpilAction *
spil_plan_unlink_action (const SpilPlan *plan, const SpilId *links, gsize n)
{
  SpilAction *action = spil_action_new (_ ("Dependency removed"));

  for (gsize i = 0; i < n; i++)
    spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), links[i]);
  return action;
}

/* Baselines */

static void
keep_task (SpilAction *action, SpilId baseline, const SpilPlanTaskRow *task)
{
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE_TASK), spil_id_new ());

  spil_record_set_reference (row, SPIL_BASELINE_TASK_BASELINE, baseline);
  spil_record_set_reference (row, SPIL_BASELINE_TASK_TASK, task->id);
  spil_record_set_day (row, SPIL_BASELINE_TASK_START, task->task.start);
  spil_record_set_day (row, SPIL_BASELINE_TASK_END, task->task.end);
  spil_record_set_text (row, SPIL_BASELINE_TASK_NAME, task->name);
  if (task->cost.known && !task->cost.mixed) {
    spil_record_set_integer (row, SPIL_BASELINE_TASK_COST, task->cost.money.cents);
    spil_record_set_integer (row, SPIL_BASELINE_TASK_VAT, (int64_t) task->cost.money.vat);
  }
  if (task->task.progress >= 0)
    spil_record_set_integer (row, SPIL_BASELINE_TASK_PROGRESS, task->task.progress);
  spil_action_add (action, row);
}

SpilId
spil_plan_add_baseline (const SpilPlan *plan, SpilAction *action, SpilDay day, const char *name,
                        SpilId report)
{
  SpilId id = spil_id_new ();
  g_autoptr (SpilRecord) baseline = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE), id);

  spil_record_set_text (baseline, SPIL_BASELINE_NAME, name);
  spil_record_set_day (baseline, SPIL_BASELINE_DATE, day);
  spil_record_set_reference (baseline, SPIL_BASELINE_REPORT, report);
  spil_action_add (action, baseline);
  for (guint i = 0; i < plan->tasks->len; i++)
    keep_task (action, id, plan->tasks->pdata[i]);
  return id;
}

SpilAction *
spil_plan_baseline_action (const SpilPlan *plan, SpilDay day, const char *name, SpilId report,
                           const char *label)
{
  SpilAction *action = spil_action_new (label);

  spil_plan_add_baseline (plan, action, day, name, report);
  return action;
}

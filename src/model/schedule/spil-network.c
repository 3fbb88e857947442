// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-network-private.h"

/* Lags beyond these cannot be meant, and would leave the years that there are. */
#define LAG_MAX 100000

/* Nearly always what it is part of is the task before it, or what that is part of (and so on); else it is looked up. */
static int
find_parent (const SpilNetwork *self, const SpilScheduleTask *tasks, int task, GHashTable **places)
{
  if (spil_id_is_nil (tasks[task].parent))
    return -1;
  for (int near = task - 1, last = task; near >= 0 && near < last; near = self->nodes[near].parent) {
    if (spil_id_equal (tasks[near].id, tasks[task].parent))
      return near;
    last = near;
  }
  if (*places == NULL) {
    *places = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
    for (int i = 0; i < self->n; i++)
      g_hash_table_insert (*places, (gpointer) &tasks[i].id, GINT_TO_POINTER (i + 1));
  }
  return GPOINTER_TO_INT (g_hash_table_lookup (*places, &tasks[task].parent)) - 1;
}

static void
find_parents (SpilNetwork *self, const SpilScheduleTask *tasks)
{
  g_autoptr (GHashTable) places = NULL;

  for (int i = 0; i < self->n; i++) {
    int parent = find_parent (self, tasks, i, &places);

    self->nodes[i].parent = parent;
    if (parent >= 0)
      self->nodes[parent].summary = TRUE;
  }
}

/* The first and last day of what is under a summary. */
typedef struct
{
  SpilDay first;
  SpilDay last;
} Span;

static void
widen (Span *span, SpilDay day)
{
  if (!spil_day_is_known (day))
    return;
  if (!spil_day_is_known (span->first) || spil_day_compare (day, span->first) < 0)
    span->first = day;
  if (!spil_day_is_known (span->last) || spil_day_compare (day, span->last) > 0)
    span->last = day;
}

/*
 * The dates that a task states itself. Those of a summary may have been rolled up from what is under it (spil_schedule_roll_up()); they are its own only where
 * they differ from that.
 */
static void
take_stated_days (SpilNetwork *self, const SpilScheduleTask *tasks)
{
  g_autofree Span *spans = g_new (Span, self->n + 1);

  for (int i = 0; i < self->n; i++)
    spans[i] = (Span) { SPIL_DAY_NONE, SPIL_DAY_NONE };
  for (int i = self->n; i-- > 0;) {
    SpilNode *node = &self->nodes[i];
    gboolean own = spil_day_is_known (tasks[i].start) || spil_day_is_known (tasks[i].end);
    gboolean rolled_up = node->summary && spil_day_compare (tasks[i].start, spans[i].first) == 0 &&
                         spil_day_compare (tasks[i].end, spans[i].last) == 0;

    node->stated_start = own && !rolled_up ? tasks[i].start : SPIL_DAY_NONE;
    node->stated_end = own && !rolled_up ? tasks[i].end : SPIL_DAY_NONE;
    if (node->parent < 0)
      continue;
    widen (&spans[node->parent], own ? tasks[i].start : spans[i].first);
    widen (&spans[node->parent], own ? tasks[i].end : spans[i].last);
  }
}

static int
position_of (const SpilNetwork *self, SpilDay day, int otherwise)
{
  return spil_day_is_known (day) ? spil_work_calendar_get_position (self->calendar, day) : otherwise;
}

/* A milestone has no length: it is where it ends, as in the chart. An end before the start is no end; the length of work is then one day. */
static void
take_days (SpilNetwork *self, SpilNode *node, const SpilScheduleTask *task)
{
  int duration = node->summary ? 0 : CLAMP (task->duration, 0, LAG_MAX);

  node->first = node->stated_start;
  node->last = node->stated_end;
  if (task->milestone) {
    node->first = node->last = spil_day_is_known (node->last) ? node->last : node->first;
    node->kind = spil_day_is_known (node->first) ? SPIL_NODE_MOMENT : SPIL_NODE_LOOSE;
    duration = 0;
  } else if (duration > 0 && !spil_day_is_known (node->last))
    node->last = spil_work_calendar_end_of (self->calendar, node->first, duration);
  else if (duration > 0 && !spil_day_is_known (node->first))
    node->first = spil_work_calendar_start_of (self->calendar, node->last, duration);
  if (spil_day_is_known (node->first) && spil_day_is_known (node->last) && !task->milestone) {
    node->kind = SPIL_NODE_WORK;
    if (spil_day_compare (node->last, node->first) < 0)
      node->last = node->first;
  }
  node->start = position_of (self, node->first, SPIL_AXIS_UNKNOWN);
  node->end = position_of (self, spil_day_add (node->last, 1), SPIL_AXIS_UNKNOWN);
  node->length = node->kind == SPIL_NODE_WORK ? node->end - node->start : duration;
}

static SpilPin
pin_of (const SpilScheduleTask *task, SpilPin above)
{
  if (task->state == SPIL_TASK_STATE_STOPPED)
    return SPIL_PIN_STOPPED;
  if (task->state == SPIL_TASK_STATE_DONE || task->progress >= 100)
    return SPIL_PIN_DONE;
  return MAX (above, task->fixed ? SPIL_PIN_FIXED : SPIL_PIN_NONE);
}

static void
take_tasks (SpilNetwork *self, const SpilScheduleTask *tasks)
{
  for (int i = 0; i < self->n; i++) {
    SpilNode *node = &self->nodes[i];
    const SpilNode *above = node->parent >= 0 && node->parent < i ? &self->nodes[node->parent] : NULL;

    take_days (self, node, &tasks[i]);
    node->milestone = tasks[i].milestone && !node->summary;
    node->pin = (guint8) pin_of (&tasks[i], above != NULL ? above->pin : SPIL_PIN_NONE);
    node->not_before = position_of (self, tasks[i].not_before, SPIL_AXIS_UNKNOWN);
    node->due = position_of (self, spil_day_add (tasks[i].deadline, 1), SPIL_AXIS_NEVER);
    if (above != NULL) {
      node->not_before = MAX (node->not_before, above->not_before);
      node->due = MIN (node->due, above->due);
    }
  }
}

static gboolean
leads_from_end (int type)
{
  return type != SPIL_LINK_TYPE_START_START && type != SPIL_LINK_TYPE_START_FINISH;
}

static gboolean
leads_to_end (int type)
{
  return type == SPIL_LINK_TYPE_FINISH_FINISH || type == SPIL_LINK_TYPE_START_FINISH;
}

SpilArc
spil_arc_of_link (const SpilScheduleLink *link, int other)
{
  return (SpilArc) { .other = other,
                     .lag = CLAMP (link->lag, -LAG_MAX, LAG_MAX),
                     .lag_calendar = link->lag_calendar && link->lag != 0,
                     .from_end = leads_from_end (link->type),
                     .to_end = leads_to_end (link->type) };
}

static gboolean
is_there (const SpilNetwork *self, int task)
{
  return task >= 0 && task < self->n;
}

/* Fills in the links by one of their ends. The order of links within a task is that of the plan. */
static void
fill_arcs (SpilNetwork *self, SpilArcs *arcs, const SpilScheduleLink *links, gsize n_links, gboolean by_from)
{
  g_autofree int *next = g_new0 (int, self->n + 1);

  arcs->first = g_new0 (int, self->n + 2);
  arcs->arcs = g_new0 (SpilArc, n_links + 1);
  for (gsize i = 0, tie = 0; i < n_links; i++)
    if (is_there (self, links[i].from_index) && is_there (self, links[i].to_index) &&
        self->ties[tie++].counts)
      arcs->first[(by_from ? links[i].from_index : links[i].to_index) + 1]++;
  for (int i = 0; i < self->n; i++) {
    arcs->first[i + 1] += arcs->first[i];
    next[i] = arcs->first[i];
  }
  for (gsize i = 0, tie = 0; i < n_links; i++) {
    const SpilScheduleLink *link = &links[i];

    if (!is_there (self, link->from_index) || !is_there (self, link->to_index) || !self->ties[tie++].counts)
      continue;
    arcs->arcs[next[by_from ? link->from_index : link->to_index]++] = spil_arc_of_link (
        link, by_from ? link->to_index : link->from_index);
  }
}

static void
take_links (SpilNetwork *self, const SpilScheduleLink *links, gsize n_links)
{
  self->ties = g_new0 (SpilTie, n_links + 1);
  for (gsize i = 0; i < n_links; i++) {
    int from = links[i].from_index, to = links[i].to_index;

    if (!is_there (self, from) || !is_there (self, to))
      continue;
    self->ties[self->n_ties++] = (SpilTie) {
      from, to, self->nodes[from].pin != SPIL_PIN_STOPPED && spil_network_may_link (self, to, links[i].type)
    };
  }
  fill_arcs (self, &self->in, links, n_links, FALSE);
  fill_arcs (self, &self->out, links, n_links, TRUE);
}

SpilNetwork *
spil_network_new (const SpilScheduleTask *tasks, gsize n_tasks, const SpilScheduleLink *links, gsize n_links,
                  SpilWorkCalendar *calendar)
{
  SpilNetwork *self;

  g_return_val_if_fail (n_tasks < G_MAXINT / 4 && n_links < G_MAXINT / 4, NULL);

  self = g_new0 (SpilNetwork, 1);
  self->n = (int) n_tasks;
  self->nodes = g_new0 (SpilNode, n_tasks + 1);
  self->calendar = calendar != NULL ? spil_work_calendar_ref (calendar) : NULL;
  find_parents (self, tasks);
  take_stated_days (self, tasks);
  take_tasks (self, tasks);
  take_links (self, links, n_links);
  spil_network_sort (self);
  return self;
}

void
spil_network_free (SpilNetwork *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->calendar, spil_work_calendar_unref);
  g_free (self->nodes);
  g_free (self->ties);
  g_free (self->in.first);
  g_free (self->in.arcs);
  g_free (self->out.first);
  g_free (self->out.arcs);
  g_free (self->order);
  g_free (self);
}

gboolean
spil_network_is_summary (const SpilNetwork *self, int task)
{
  g_return_val_if_fail (self != NULL && is_there (self, task), FALSE);

  return self->nodes[task].summary;
}

gboolean
spil_network_may_link (const SpilNetwork *self, int to, int type)
{
  g_return_val_if_fail (self != NULL && is_there (self, to), FALSE);

  return !self->nodes[to].summary || !leads_to_end (type);
}

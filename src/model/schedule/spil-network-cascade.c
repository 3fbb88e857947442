// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What follows when tasks are moved. The tasks are placed once as they lie and once as they will; what a link follows must come later than it did for the link to push. */
#include "spil-network-private.h"

typedef struct
{
  const SpilNetwork *network;
  SpilPlaces before;
  SpilPlaces after;
  SpilBound *down_all; /* as after.down, of all links: after.down has those that push */
  const SpilScheduleMove **asked; /* by task: what was asked of it */
  int *along; /* by task: the working days it moves along with what it is part of */
  int *leader; /* by task: the summary that it moves along with; -1 */
  guint8 *pulled; /* by task */
  int *origin; /* by task: what made it come later: itself when it has a row */
  GArray *first; /* the rows that were asked */
  GArray *rest;
} Cascade;

static void
cascade_init (Cascade *self, const SpilNetwork *network)
{
  gsize n = (gsize) network->n + 1;

  *self = (Cascade) { .network = network,
                      .asked = g_new0 (const SpilScheduleMove *, n),
                      .down_all = g_new (SpilBound, n),
                      .along = g_new0 (int, n),
                      .leader = g_new (int, n),
                      .pulled = g_new0 (guint8, n),
                      .origin = g_new (int, n),
                      .first = g_array_new (FALSE, FALSE, sizeof (SpilCascadeRow)),
                      .rest = g_array_new (FALSE, FALSE, sizeof (SpilCascadeRow)) };
  for (int i = 0; i < network->n; i++)
    self->leader[i] = self->origin[i] = -1;
  spil_places_init (&self->before, network->n);
  spil_places_init (&self->after, network->n);
  spil_network_place (network, SPIL_PLACE_HOLD, &self->before);
}

static GArray *
cascade_finish (Cascade *self)
{
  g_array_append_vals (self->first, self->rest->data, self->rest->len);
  g_array_unref (self->rest);
  spil_places_clear (&self->before);
  spil_places_clear (&self->after);
  g_free (self->asked);
  g_free (self->down_all);
  g_free (self->along);
  g_free (self->leader);
  g_free (self->pulled);
  g_free (self->origin);
  return self->first;
}

static int
morning_of (const Cascade *self, SpilDay day)
{
  return spil_work_calendar_get_position (self->network->calendar, day);
}

static int
evening_of (const Cascade *self, SpilDay day)
{
  return morning_of (self, spil_day_add (day, 1));
}

/* What links to a task, and to what it is part of, ask. @all: also those from what does not come later than it did. */
static void
gather (const Cascade *self, int task, gboolean all, SpilBound *start, SpilBound *end)
{
  const SpilNetwork *network = self->network;
  int parent = network->nodes[task].parent;

  *start = parent >= 0 ? (all ? self->down_all : self->after.down)[parent] : SPIL_BOUND_NONE;
  *end = SPIL_BOUND_NONE;
  for (int i = network->in.first[task]; i < network->in.first[task + 1]; i++) {
    const SpilArc *arc = &network->in.arcs[i];
    const SpilPosition *was = &self->before.span[arc->other], *is = &self->after.span[arc->other];
    gboolean later = arc->from_end ? is->end > was->end : is->start > was->start;
    gboolean closes;
    int at;

    if (!all && !later)
      continue;
    at = spil_network_bound (network, arc, is, &closes);
    spil_bound_take (arc->to_end ? end : start, at, arc->other, closes);
  }
}

/* Where a task lies that gets new dates. What is not given follows from the working days needed, where these are known. */
static SpilPosition
asked_position (const Cascade *self, int task, const SpilScheduleMove *move, const SpilBound *start,
                const SpilBound *end)
{
  const SpilNode *node = &self->network->nodes[task];
  gboolean had_both = spil_day_is_known (node->stated_start) && spil_day_is_known (node->stated_end);
  int needed = had_both ? 0 : node->length;
  SpilDay first = move->start, last = move->end;
  SpilPosition at = { SPIL_AXIS_UNKNOWN, SPIL_AXIS_UNKNOWN, SPIL_AXIS_UNKNOWN, FALSE, FALSE };

  if (node->milestone) {
    last = spil_day_is_known (last) ? last : first;
    if (!spil_day_is_known (last))
      return at;
    at = (SpilPosition) { morning_of (self, last), morning_of (self, last), evening_of (self, last), TRUE,
                          FALSE };
    at.closes = at.start == at.evening;
    return spil_network_put_in_day (&at, start, end);
  }
  if (!spil_day_is_known (last))
    last = needed > 0 ? spil_work_calendar_end_of (self->network->calendar, first, needed) : last;
  else if (!spil_day_is_known (first) && needed > 0)
    first = spil_work_calendar_start_of (self->network->calendar, last, needed);
  if (spil_day_is_known (first))
    at.start = at.end = at.evening = morning_of (self, first);
  if (spil_day_is_known (last))
    at.end = at.evening = MAX (evening_of (self, last), at.start);
  else if (spil_day_is_known (first))
    at.evening = evening_of (self, first);
  return at;
}

static SpilPosition
moved_along (const SpilNode *node, const SpilPosition *was, int days)
{
  SpilPosition at = *was;

  if (days == 0 || !spil_node_is_stated (node))
    return at;
  if (node->kind == SPIL_NODE_WORK)
    return spil_network_put_work (was, was->start + days);
  at.start += spil_axis_is_known (at.start) ? days : 0;
  at.end += days;
  at.evening += days;
  return at;
}

/* As early as all bounds allow; where nothing bounds it, where it was. */
static SpilPosition
pulled_position (const Cascade *self, int task, const SpilPosition *was)
{
  const SpilNode *node = &self->network->nodes[task];
  SpilBound start, end;
  int least;

  gather (self, task, TRUE, &start, &end);
  spil_bound_take (&start, node->not_before, -1, FALSE);
  if (node->milestone) {
    spil_bound_take (&start, end.at, end.because, end.closes);
    return spil_axis_is_known (start.at) ? spil_network_put_moment (start.at, start.closes) : *was;
  }
  if (node->kind == SPIL_NODE_LOOSE && spil_axis_is_known (node->end))
    return spil_network_put (self->network, task, was, &start, &end);
  if (node->kind == SPIL_NODE_LOOSE && spil_axis_is_known (node->start))
    end = SPIL_BOUND_NONE;
  least = MAX (start.at, end.at - node->length);
  if (!spil_axis_is_known (least) || least == was->start)
    return *was;
  if (node->kind == SPIL_NODE_WORK)
    return spil_network_put_work (was, least);
  return (SpilPosition) { least, least + node->length, least + MAX (1, node->length), FALSE, FALSE };
}

/* The days of a task that lies elsewhere now. What was not stated stays so, unless nothing was and it is planned now. */
static void
fill_days (const Cascade *self, int task, const SpilPosition *is, SpilDay *start, SpilDay *end)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *was = &self->before.own[task];
  gboolean has_start = spil_day_is_known (node->stated_start), has_end = spil_day_is_known (node->stated_end);
  gboolean moved;

  *start = node->stated_start;
  *end = node->stated_end;
  moved = (has_end || is->moment) && is->evening != was->evening;
  moved = moved || (has_start && !is->moment && is->start != was->start);
  if (!moved && (has_start || has_end))
    return;
  if (!has_start && !has_end && !(self->pulled[task] && (node->length > 0 || node->milestone)))
    return;
  spil_network_days (self->network, is, start, end);
  if (!has_start && has_end)
    *start = SPIL_DAY_NONE;
  if (!has_end && (has_start || node->milestone))
    *end = SPIL_DAY_NONE;
}

/* The task that makes another come later: the last one on the way there that moves itself. */
static int
pusher_of (const Cascade *self, int task, const SpilBound *start, const SpilBound *end)
{
  const SpilNode *node = &self->network->nodes[task];
  int length = node->kind == SPIL_NODE_WORK ? node->length : 0;
  const SpilBound *bound = end->at - length > start->at ? end : start;

  if (bound->because < 0)
    return -1;
  return self->origin[bound->because] >= 0 ? self->origin[bound->because] : bound->because;
}

/* Adds a row when something can be seen of it: TRUE. */
static gboolean
add_row (Cascade *self, int task, const SpilPosition *is, int because, gboolean blocked)
{
  const SpilNode *node = &self->network->nodes[task];
  SpilCascadeRow row = { .task = task,
                         .old_start = node->stated_start,
                         .old_end = node->stated_end,
                         .because = because,
                         .note = is->evening > node->due ? SPIL_CASCADE_PAST_DEADLINE : SPIL_CASCADE_MOVED };

  fill_days (self, task, is, &row.start, &row.end);
  if (spil_day_compare (row.start, row.old_start) == 0 && spil_day_compare (row.end, row.old_end) == 0)
    return FALSE;
  if (blocked) {
    row.start = row.old_start;
    row.end = row.old_end;
    row.note = node->pin == SPIL_PIN_FIXED ? SPIL_CASCADE_BLOCKED_FIXED : SPIL_CASCADE_BLOCKED_DONE;
  }
  g_array_append_val (*(self->pulled[task] ? &self->first : &self->rest), row);
  return TRUE;
}

/* Where a task will lie that nobody asked to move. */
static SpilPosition
follow (Cascade *self, int task, const SpilBound *start, const SpilBound *end)
{
  const SpilNetwork *network = self->network;
  const SpilNode *node = &network->nodes[task];
  const SpilPosition *was = &self->before.own[task];
  SpilPosition along = moved_along (node, was, self->along[task]);
  SpilPosition is = spil_network_put (network, task, &along, start, end);
  int because = is.start == along.start && is.evening == along.evening && self->along[task] != 0
                    ? self->leader[task]
                    : pusher_of (self, task, start, end);

  if (self->pulled[task]) {
    is = pulled_position (self, task, was);
    because = -1;
  }
  self->origin[task] = add_row (self, task, &is, because, node->pin != SPIL_PIN_NONE) ? task : because;
  if (node->pin == SPIL_PIN_NONE || (node->pin == SPIL_PIN_FIXED && !spil_node_is_stated (node)))
    return is;
  return node->kind == SPIL_NODE_MOMENT ? spil_network_put_in_day (was, start, end) : *was;
}

/* Comes to a task when all that it waits for has its place. */
static void
visit (Cascade *self, int task)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilScheduleMove *move = self->asked[task];
  SpilBound start, end, start_of_all, end_of_all;
  SpilPosition is = self->before.own[task];

  if (node->parent >= 0 && move == NULL) {
    self->along[task] = self->along[node->parent];
    self->leader[task] = self->leader[node->parent];
  }
  gather (self, task, FALSE, &start, &end);
  gather (self, task, TRUE, &start_of_all, &end_of_all);
  self->after.down[task] = start;
  self->down_all[task] = start_of_all;
  if (node->summary && !spil_node_is_stated (node))
    self->origin[task] = task;
  else if (move != NULL) {
    is = asked_position (self, task, move, &start_of_all, &end_of_all);
    self->origin[task] = task;
  } else
    is = follow (self, task, &start, &end);
  self->after.own[task] = is;
  spil_places_open (&self->after, self->network, task);
}

static void
visit_all (Cascade *self)
{
  const SpilNetwork *network = self->network;

  for (int i = 0; i < network->n_order; i++) {
    int task = network->order[i];

    if (task >= 0)
      visit (self, task);
    if (task < 0 || !network->nodes[task].summary)
      spil_places_close (&self->after, network, task < 0 ? ~task : task);
  }
}

/* A summary that is asked to move takes what is under it along. */
static void
lead (Cascade *self, int task, const SpilScheduleMove *move)
{
  const SpilPosition *was = &self->before.own[task];

  if (!spil_axis_is_known (was->end))
    was = &self->before.span[task];
  self->leader[task] = task;
  if (spil_day_is_known (move->start) && spil_axis_is_known (was->start))
    self->along[task] = morning_of (self, move->start) - was->start;
  else if (spil_day_is_known (move->end) && spil_axis_is_known (was->end))
    self->along[task] = evening_of (self, move->end) - was->evening;
}

static void
ask (Cascade *self, const SpilScheduleMove *move)
{
  const SpilNode *node = &self->network->nodes[move->task];
  SpilDay last = spil_day_is_known (move->end) ? move->end : move->start;
  SpilCascadeRow row = { move->task, node->stated_start, node->stated_end, move->start, move->end,
                         -1,         SPIL_CASCADE_MOVED };

  self->asked[move->task] = move;
  if (node->summary)
    lead (self, move->task, move);
  if (node->summary && !spil_node_is_stated (node))
    return;
  if (spil_day_is_known (last) && evening_of (self, last) > node->due)
    row.note = SPIL_CASCADE_PAST_DEADLINE;
  g_array_append_val (self->first, row);
}

GArray *
spil_network_cascade (const SpilNetwork *self, const SpilScheduleMove *moves, gsize n_moves)
{
  Cascade cascade;

  g_return_val_if_fail (self != NULL && (moves != NULL || n_moves == 0), NULL);

  cascade_init (&cascade, self);
  for (gsize i = 0; i < n_moves; i++)
    if (moves[i].task >= 0 && moves[i].task < self->n && cascade.asked[moves[i].task] == NULL)
      ask (&cascade, &moves[i]);
  visit_all (&cascade);
  return cascade_finish (&cascade);
}

GArray *
spil_network_pull (const SpilNetwork *self, const int *tasks, gsize n_tasks)
{
  Cascade cascade;

  g_return_val_if_fail (self != NULL && (tasks != NULL || n_tasks == 0), NULL);

  cascade_init (&cascade, self);
  for (gsize i = 0; i < n_tasks; i++)
    if (tasks[i] >= 0 && tasks[i] < self->n)
      cascade.pulled[tasks[i]] = TRUE;
  for (int i = 0; i < self->n_order; i++) {
    int task = self->order[i];

    if (task >= 0 && self->nodes[task].parent >= 0 && cascade.pulled[self->nodes[task].parent])
      cascade.pulled[task] = TRUE;
  }
  visit_all (&cascade);
  return cascade_finish (&cascade);
}

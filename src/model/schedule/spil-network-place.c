// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Where tasks lie on the axis, and what links ask of each other. */
#include "spil-network-private.h"

#define NOWHERE ((SpilPosition){ SPIL_AXIS_UNKNOWN, SPIL_AXIS_UNKNOWN, SPIL_AXIS_UNKNOWN, FALSE, FALSE })

static SpilDay
day_at (const SpilNetwork *self, int position)
{
  return spil_work_calendar_get_day (self->calendar, position);
}

static int
position_of (const SpilNetwork *self, int day_number)
{
  return spil_work_calendar_get_position (self->calendar, spil_day (day_number));
}

gboolean
spil_arc_follows_end (const SpilArc *arc, const SpilPosition *at)
{
  return at->moment ? at->closes : arc->from_end;
}

int
spil_network_bound (const SpilNetwork *self, const SpilArc *arc, const SpilPosition *from, gboolean *closes)
{
  int at = arc->from_end ? from->end : from->start;

  *closes = spil_arc_follows_end (arc, from);
  if (!spil_axis_is_known (at))
    return SPIL_AXIS_UNKNOWN;
  if (!arc->lag_calendar)
    return at + arc->lag;
  /* From the morning after the last working day, or the morning of the first one. */
  return position_of (self, *closes ? day_at (self, at - 1).number + 1 + arc->lag
                                    : day_at (self, at).number + arc->lag);
}

int
spil_network_limit (const SpilNetwork *self, const SpilArc *arc, gboolean closes, int limit)
{
  int morning;

  if (!spil_axis_is_limit (limit))
    return SPIL_AXIS_NEVER;
  if (!arc->lag_calendar)
    return limit - arc->lag;
  morning = day_at (self, limit).number - arc->lag;
  return closes ? position_of (self, morning) : position_of (self, morning + 1) - 1;
}

void
spil_bound_take (SpilBound *self, int at, int because, gboolean closes)
{
  if (at > self->at)
    *self = (SpilBound) { at, because, closes };
  else if (at == self->at && !closes)
    self->closes = FALSE;
}

SpilPosition
spil_network_stated (const SpilNetwork *self, int task)
{
  const SpilNode *node = &self->nodes[task];
  int end = node->end;

  if (node->kind == SPIL_NODE_MOMENT)
    return (SpilPosition) { node->start, node->start, node->end, TRUE, node->start == node->end };
  if (spil_axis_is_known (node->end) || !spil_axis_is_known (node->start))
    return (SpilPosition) { node->start, end, end, FALSE, FALSE };
  return (SpilPosition) { node->start, node->start, position_of (self, node->first.number + 1), FALSE,
                          FALSE };
}

SpilPosition
spil_network_put_work (const SpilPosition *own, int start)
{
  int end = start + MAX (1, own->end - own->start);

  return (SpilPosition) { start, end, end, FALSE, FALSE };
}

SpilPosition
spil_network_put_moment (int at, gboolean closes)
{
  return (SpilPosition) { at, at, closes ? at : at + 1, TRUE, closes };
}

SpilPosition
spil_network_put_in_day (const SpilPosition *own, const SpilBound *start, const SpilBound *end)
{
  SpilPosition at = *own;

  at.start = at.end = CLAMP (MAX (start->at, end->at), own->start, own->evening);
  at.closes = own->closes || at.start > own->start;
  return at;
}

static SpilPosition
put_moment (const SpilNode *node, const SpilPosition *own, const SpilBound *start, const SpilBound *end)
{
  SpilBound bound = *start;

  spil_bound_take (&bound, end->at, end->because, end->closes);
  if (bound.at < own->evening || (bound.at == own->evening && bound.closes))
    return spil_network_put_in_day (own, start, end);
  spil_bound_take (&bound, node->not_before, -1, FALSE);
  return spil_network_put_moment (bound.at, bound.closes);
}

static SpilPosition
put_loose (const SpilNode *node, const SpilPosition *own, const SpilBound *start, const SpilBound *end)
{
  SpilPosition at = *own;

  if (start->at > at.start)
    at.start = MAX (start->at, node->not_before);
  at.end = MAX (at.end, end->at);
  if (spil_axis_is_known (at.start))
    at.end = MAX (at.end, at.start + node->length);
  at.evening = MAX (at.evening, at.end);
  if (spil_axis_is_known (node->start) && at.start > own->start)
    at.evening = MAX (at.evening, at.start + 1);
  return at;
}

SpilPosition
spil_network_put (const SpilNetwork *self, int task, const SpilPosition *own, const SpilBound *start,
                  const SpilBound *end)
{
  const SpilNode *node = &self->nodes[task];
  int least;

  if (node->kind == SPIL_NODE_MOMENT)
    return put_moment (node, own, start, end);
  if (node->kind == SPIL_NODE_LOOSE)
    return put_loose (node, own, start, end);
  least = MAX (start->at, end->at - (own->end - own->start));
  return least > own->start ? spil_network_put_work (own, MAX (least, node->not_before)) : *own;
}

void
spil_network_days (const SpilNetwork *self, const SpilPosition *at, SpilDay *first, SpilDay *last)
{
  *first = spil_axis_is_known (at->start) ? day_at (self, at->start) : SPIL_DAY_NONE;
  *last = spil_axis_is_known (at->evening) ? day_at (self, at->evening - 1) : SPIL_DAY_NONE;
  if (at->moment)
    *first = *last;
}

void
spil_places_init (SpilPlaces *self, int n)
{
  self->own = g_new (SpilPosition, n + 1);
  self->span = g_new (SpilPosition, n + 1);
  self->down = g_new (SpilBound, n + 1);
  for (int i = 0; i < n; i++) {
    self->own[i] = self->span[i] = NOWHERE;
    self->down[i] = SPIL_BOUND_NONE;
  }
}

void
spil_places_clear (SpilPlaces *self)
{
  g_clear_pointer (&self->own, g_free);
  g_clear_pointer (&self->span, g_free);
  g_clear_pointer (&self->down, g_free);
}

static int
earlier (int a, int b)
{
  if (!spil_axis_is_known (a))
    return b;
  return spil_axis_is_known (b) ? MIN (a, b) : a;
}

void
spil_places_open (SpilPlaces *self, const SpilNetwork *network, int task)
{
  const SpilNode *node = &network->nodes[task];

  self->span[task] = node->summary && node->pin == SPIL_PIN_STOPPED ? NOWHERE : self->own[task];
}

void
spil_places_close (SpilPlaces *self, const SpilNetwork *network, int task)
{
  const SpilNode *node = &network->nodes[task];
  SpilPosition *above;

  if (node->parent < 0 || (node->pin == SPIL_PIN_STOPPED && !node->summary))
    return;
  above = &self->span[node->parent];
  above->start = earlier (above->start, self->span[task].start);
  above->end = MAX (above->end, self->span[task].end);
  above->evening = MAX (above->evening, self->span[task].evening);
}

/* All that links to a task, and to what it is part of, ask. */
static void
gather (const SpilNetwork *self, const SpilPlaces *places, int task, SpilBound *start, SpilBound *end)
{
  int parent = self->nodes[task].parent;

  *start = parent >= 0 ? places->down[parent] : SPIL_BOUND_NONE;
  *end = SPIL_BOUND_NONE;
  for (int i = self->in.first[task]; i < self->in.first[task + 1]; i++) {
    const SpilArc *arc = &self->in.arcs[i];
    gboolean closes;
    int at = spil_network_bound (self, arc, &places->span[arc->other], &closes);

    spil_bound_take (arc->to_end ? end : start, at, arc->other, closes);
  }
}

/* Held where it is stated; what is not stated follows. */
static SpilPosition
hold (const SpilNetwork *self, int task, SpilBound *start, SpilBound *end)
{
  const SpilNode *node = &self->nodes[task];
  SpilPosition own = spil_network_stated (self, task);

  if (node->kind == SPIL_NODE_MOMENT)
    return spil_network_put_in_day (&own, start, end);
  if (!spil_node_is_stated (node) && node->pin < SPIL_PIN_DONE)
    return put_loose (node, &own, start, end);
  return own;
}

static SpilPosition
place (const SpilNetwork *self, SpilPlaceMode mode, int task, SpilBound *start, SpilBound *end)
{
  const SpilNode *node = &self->nodes[task];
  SpilPosition own = spil_network_stated (self, task);

  if (node->summary && !spil_axis_is_known (own.end))
    return NOWHERE;
  if (mode == SPIL_PLACE_HOLD || node->pin != SPIL_PIN_NONE)
    return hold (self, task, start, end);
  spil_bound_take (start, node->not_before, -1, FALSE);
  return spil_network_put (self, task, &own, start, end);
}

void
spil_network_place (const SpilNetwork *self, SpilPlaceMode mode, SpilPlaces *places)
{
  for (int i = 0; i < self->n_order; i++) {
    int task = self->order[i];
    SpilBound start, end;

    if (task < 0) {
      spil_places_close (places, self, ~task);
      continue;
    }
    gather (self, places, task, &start, &end);
    if (self->nodes[task].summary)
      places->down[task] = start;
    places->own[task] = place (self, mode, task, &start, &end);
    spil_places_open (places, self, task);
    if (!self->nodes[task].summary)
      spil_places_close (places, self, task);
  }
}

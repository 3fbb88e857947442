// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The passes. Forward is spil_network_place(); backward goes through the same order from its end, and keeps for each task the latest that may be asked of it: so late that no deadline,
 * fixed date or the end of the planning moves (late), and so late that nothing else moves (hold).
 */
#include "spil-network-private.h"

/* Of what can lie in a morning or an evening (milestones, summaries that hold them) `start` is what may be asked by a start, `end` by an end. */
typedef struct
{
  int start;
  int end;
} Ceiling;

typedef struct
{
  const SpilNetwork *network;
  SpilPlaces places;
  int last; /* position at which the planning ends */
  Ceiling *late; /* by task: the latest that may be asked of it */
  Ceiling *hold;
  Ceiling *over_late; /* by summary: the latest that what it spans may lie, because of its links */
  Ceiling *over_hold;
  guint8 *open; /* by summary: something under it is not done */
  SpilNetworkSlack *slack;
} Passes;

static Ceiling *
new_ceilings (int n)
{
  Ceiling *ceilings = g_new (Ceiling, n + 1);

  for (int i = 0; i < n; i++)
    ceilings[i] = (Ceiling) { SPIL_AXIS_NEVER, SPIL_AXIS_NEVER };
  return ceilings;
}

static void
passes_init (Passes *self, const SpilNetwork *network, SpilNetworkSlack *slack)
{
  self->network = network;
  self->last = SPIL_AXIS_UNKNOWN;
  self->late = new_ceilings (network->n);
  self->hold = new_ceilings (network->n);
  self->over_late = new_ceilings (network->n);
  self->over_hold = new_ceilings (network->n);
  self->open = g_new0 (guint8, network->n + 1);
  self->slack = slack;
  spil_places_init (&self->places, network->n);
  spil_network_place (network, SPIL_PLACE_PUSH, &self->places);
  for (int i = 0; i < network->n; i++) {
    const SpilNode *node = &network->nodes[i];

    slack[i] = (SpilNetworkSlack) { 0 };
    if (node->pin != SPIL_PIN_STOPPED && spil_node_is_stated (node))
      self->last = MAX (self->last, self->places.own[i].evening);
  }
}

static void
passes_clear (Passes *self)
{
  spil_places_clear (&self->places);
  g_free (self->late);
  g_free (self->hold);
  g_free (self->over_late);
  g_free (self->over_hold);
  g_free (self->open);
}

static gboolean
has_sides (const SpilNode *node)
{
  return node->kind == SPIL_NODE_MOMENT || node->summary;
}

/*
 * The latest that a task may lie because of the links from it, and from what it is part of. The start of a summary is held by what begins first in it. @at: its span; of a
 * milestone in the morning or in the evening.
 */
static Ceiling
look_ahead (const Passes *self, int task, const SpilPosition *at, const Ceiling *targets, const Ceiling *over)
{
  const SpilNetwork *network = self->network;
  Ceiling ceiling = { SPIL_AXIS_NEVER, SPIL_AXIS_NEVER };
  int parent = network->nodes[task].parent;

  if (parent >= 0) {
    ceiling.end = over[parent].end;
    if (spil_axis_is_known (at->start) && at->start == self->places.span[parent].start)
      ceiling.start = over[parent].start;
  }
  for (int i = network->out.first[task]; i < network->out.first[task + 1]; i++) {
    const SpilArc *arc = &network->out.arcs[i];
    gboolean closes = spil_arc_follows_end (arc, at);
    gboolean to_end = has_sides (&network->nodes[arc->other]) ? closes : arc->to_end;
    const Ceiling *target = &targets[arc->other];
    int limit = spil_network_limit (network, arc, closes, to_end ? target->end : target->start);

    if (arc->from_end)
      ceiling.end = MIN (ceiling.end, limit);
    else
      ceiling.start = MIN (ceiling.start, limit);
  }
  return ceiling;
}

/* The latest that a milestone may lie in the morning, or in the evening, of a day. */
static int
look_ahead_of_moment (const Passes *self, int task, gboolean closes, const Ceiling *targets,
                      const Ceiling *over)
{
  SpilPosition at = self->places.span[task];
  Ceiling ceiling;

  at.closes = closes != FALSE;
  ceiling = look_ahead (self, task, &at, targets, over);
  return MIN (ceiling.start, ceiling.end);
}

/* How many working days it may slip, given the latest that it may lie and the evening by which it must be. */
static int
room (const SpilNode *node, const SpilPosition *at, const Ceiling *ceiling, int evening)
{
  int of_start = ceiling->start - at->start;
  int of_end = MIN (ceiling->end - at->end, evening - at->evening);

  /* Work without a working day takes one as soon as it moves. */
  if (node->kind == SPIL_NODE_WORK && at->end == at->start && of_end > 0)
    of_end--;
  return MIN (of_start, of_end);
}

/* What may be asked of a milestone that stays on its day: to lie in the evening, as far as what follows bears that. */
static Ceiling
stay_in_day (const Passes *self, int task, const Ceiling *targets, const Ceiling *over)
{
  const SpilPosition *at = &self->places.own[task];
  int in_evening = look_ahead_of_moment (self, task, TRUE, targets, over);

  return (Ceiling) { at->evening - 1, CLAMP (in_evening, at->start, at->evening) };
}

/* Of a milestone: what asks it to lie in a morning, or in an evening. What it bears where it lies, can be asked. */
static Ceiling
moment_late (const Passes *self, int task)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *at = &self->places.own[task];
  int evening = MIN (node->due, self->last);
  int in_morning = look_ahead_of_moment (self, task, FALSE, self->late, self->over_late);
  int in_evening = look_ahead_of_moment (self, task, TRUE, self->late, self->over_late);
  Ceiling late = { MIN (in_morning, evening - 1), MIN (in_evening, evening) };

  if (at->evening <= evening && at->start <= (at->closes ? in_evening : in_morning)) {
    late.start = MAX (late.start, at->evening - 1);
    late.end = MAX (late.end, at->start);
  }
  return late;
}

static Ceiling
loose_late (const SpilNode *node, const Ceiling *ceiling)
{
  gboolean only_start = spil_axis_is_known (node->start);
  Ceiling late = { ceiling->start, MIN (ceiling->end, node->due) };

  if (node->pin == SPIL_PIN_FIXED && spil_axis_is_known (node->end))
    late.end = node->end;
  late.start = MIN (late.start, (only_start ? MIN (late.end, node->due - 1) : late.end) - node->length);
  if (node->pin == SPIL_PIN_FIXED && only_start)
    late.start = node->start;
  return late;
}

/* The latest that may be asked of a task. Nothing can be asked of what is done. */
static Ceiling
late_of (const Passes *self, int task, const Ceiling *ceiling)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *at = &self->places.own[task];
  int slip;

  if (node->pin >= SPIL_PIN_DONE)
    return (Ceiling) { SPIL_AXIS_NEVER, SPIL_AXIS_NEVER };
  if (node->kind == SPIL_NODE_LOOSE)
    return loose_late (node, ceiling);
  if (node->kind == SPIL_NODE_MOMENT && node->pin == SPIL_PIN_FIXED)
    return stay_in_day (self, task, self->late, self->over_late);
  if (node->kind == SPIL_NODE_MOMENT)
    return moment_late (self, task);
  if (node->pin == SPIL_PIN_FIXED)
    return (Ceiling) { node->start, node->end };
  slip = room (node, at, ceiling, MIN (node->due, self->last));
  return (Ceiling) { at->start + slip, at->end + slip };
}

/* The latest that may be asked of a task without anything moving. What has no dates passes on what is asked. */
static Ceiling
hold_of (const Passes *self, int task, const Ceiling *ceiling)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *at = &self->places.own[task];

  if (node->pin >= SPIL_PIN_DONE)
    return (Ceiling) { SPIL_AXIS_NEVER, SPIL_AXIS_NEVER };
  if (node->kind == SPIL_NODE_WORK)
    return (Ceiling) { at->start, at->end };
  if (node->kind == SPIL_NODE_MOMENT)
    return stay_in_day (self, task, self->hold, self->over_hold);
  if (spil_axis_is_known (node->start))
    return (Ceiling) { at->start, ceiling->end };
  if (spil_axis_is_known (node->end))
    return (Ceiling) { MIN (ceiling->start, at->end), at->end };
  return (Ceiling) { MIN (ceiling->start, ceiling->end - node->length), ceiling->end };
}

/* What may be asked of a summary may be asked of all under it. */
static void
hand_up (Ceiling *above, const SpilNode *node, const Ceiling *own)
{
  above->start = MIN (above->start, own->start);
  above->end = MIN (above->end, has_sides (node) ? own->end : own->start);
}

static gboolean
lies_as_stated (const SpilNetwork *network, int task, const SpilPosition *at)
{
  SpilPosition stated = spil_network_stated (network, task);

  return at->evening == stated.evening &&
         (at->start == stated.start || network->nodes[task].kind == SPIL_NODE_MOMENT);
}

static void
fill_late (const Passes *self, int task, const SpilPosition *at, SpilNetworkSlack *slack)
{
  const SpilNetwork *network = self->network;
  int slip = slack->total_float;

  slack->late_start = slack->early_start;
  slack->late_end = slack->early_end;
  if (slip == 0)
    return;
  slack->late_start = spil_work_calendar_get_day (network->calendar, at->start + slip);
  slack->late_end = spil_work_calendar_get_day (network->calendar,
                                                MAX (at->evening + slip - 1, at->start + slip));
  if (network->nodes[task].kind == SPIL_NODE_MOMENT)
    slack->late_start = slack->late_end = spil_work_calendar_get_day (network->calendar,
                                                                      at->evening + slip - 1);
}

static void
fill_slack (const Passes *self, int task, const Ceiling *late, const Ceiling *hold)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *at = &self->places.own[task];
  SpilNetworkSlack *slack = &self->slack[task];
  int slip = room (node, at, late, MIN (node->due, self->last));

  slack->known = TRUE;
  slack->early_start = node->first;
  slack->early_end = node->last;
  if (!lies_as_stated (self->network, task, at))
    spil_network_days (self->network, at, &slack->early_start, &slack->early_end);
  slack->critical = slip <= 0 && node->pin != SPIL_PIN_DONE;
  slack->total_float = node->pin == SPIL_PIN_FIXED ? MIN (0, slip) : slip;
  slack->free_float = CLAMP (room (node, at, hold, SPIL_AXIS_NEVER), 0, MAX (0, slack->total_float));
  fill_late (self, task, at, slack);
}

/* Adds a part (or the own dates) to what a summary tells. What is done tells only when all is. */
static void
add_slack (Passes *self, int summary, const SpilNetworkSlack *part, gboolean open)
{
  SpilNetworkSlack *slack = &self->slack[summary];
  gboolean first = !slack->known;

  slack->known = TRUE;
  if (first || spil_day_compare (part->early_start, slack->early_start) < 0)
    slack->early_start = part->early_start;
  if (first || spil_day_compare (part->early_end, slack->early_end) > 0)
    slack->early_end = part->early_end;
  if (first || (open && !self->open[summary])) {
    slack->total_float = part->total_float;
    slack->free_float = part->free_float;
  } else if (open == self->open[summary]) {
    slack->total_float = MIN (slack->total_float, part->total_float);
    slack->free_float = MIN (slack->free_float, part->free_float);
  }
  self->open[summary] = self->open[summary] || open;
  slack->critical = slack->critical || part->critical;
}

/* Looks back at a task that everything after it has been looked at of. */
static void
look_back (Passes *self, int task)
{
  const SpilNode *node = &self->network->nodes[task];
  const SpilPosition *at = &self->places.own[task];
  Ceiling late = self->over_late[task], hold = self->over_hold[task], own_late, own_hold;

  if (!node->summary) {
    late = look_ahead (self, task, at, self->late, self->over_late);
    hold = look_ahead (self, task, at, self->hold, self->over_hold);
  } else if (at->start != self->places.span[task].start)
    late.start = hold.start = SPIL_AXIS_NEVER;
  own_late = late_of (self, task, &late);
  own_hold = hold_of (self, task, &hold);
  if (node->kind != SPIL_NODE_LOOSE && node->pin != SPIL_PIN_STOPPED)
    fill_slack (self, task, &late, &hold);
  self->late[task] = own_late;
  self->hold[task] = own_hold;
}

static void
look_back_at_summary (Passes *self, int task)
{
  const SpilNode *node = &self->network->nodes[task];
  Ceiling late = self->late[task], hold = self->hold[task];
  SpilNetworkSlack parts = self->slack[task];

  if (node->kind == SPIL_NODE_LOOSE) {
    if (parts.known)
      fill_late (self, task, &self->places.span[task], &self->slack[task]);
    return;
  }
  look_back (self, task);
  if (node->kind == SPIL_NODE_WORK) {
    self->late[task].end = self->late[task].start;
    self->hold[task].end = self->hold[task].start;
  }
  hand_up (&self->late[task], node, &late);
  hand_up (&self->hold[task], node, &hold);
  if (parts.known)
    add_slack (self, task, &parts, self->open[task]);
  if (self->slack[task].known)
    fill_late (self, task, &self->places.span[task], &self->slack[task]);
}

static void
hand_all_up (Passes *self, int task)
{
  const SpilNode *node = &self->network->nodes[task];

  if (node->parent < 0)
    return;
  hand_up (&self->late[node->parent], node, &self->late[task]);
  hand_up (&self->hold[node->parent], node, &self->hold[task]);
  if (self->slack[task].known)
    add_slack (self, node->parent, &self->slack[task],
               node->summary ? self->open[task] : node->pin < SPIL_PIN_DONE);
}

void
spil_network_analyse (const SpilNetwork *self, SpilNetworkSlack *slack)
{
  Passes passes;

  g_return_if_fail (self != NULL && (slack != NULL || self->n == 0));

  passes_init (&passes, self, slack);
  for (int i = self->n_order; i-- > 0;) {
    int task = self->order[i];

    if (task < 0) {
      const SpilPosition *span = &passes.places.span[~task];

      passes.over_late[~task] = look_ahead (&passes, ~task, span, passes.late, passes.over_late);
      passes.over_hold[~task] = look_ahead (&passes, ~task, span, passes.hold, passes.over_hold);
      continue;
    }
    if (self->nodes[task].summary)
      look_back_at_summary (&passes, task);
    else
      look_back (&passes, task);
    hand_all_up (&passes, task);
  }
  passes_clear (&passes);
}

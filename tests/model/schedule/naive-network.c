// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "naive-network.h"

#include "spil-entity.h"

static gboolean
worked (const Naive *self, int day)
{
  g_assert_cmpint (day, >=, self->days->first);
  g_assert_cmpint (day, <, self->days->first + self->days->n);
  return self->days->worked[day - self->days->first];
}

/* The working days from one morning to another; negative: backwards. */
static int
gap (const Naive *self, int from, int to)
{
  int count = 0;

  for (int day = from; day < to; day++)
    count += worked (self, day);
  for (int day = to; day < from; day++)
    count -= worked (self, day);
  return count;
}

static int
next_worked (const Naive *self, int day)
{
  while (!worked (self, day))
    day++;
  return day;
}

/* The morning after so many working days from @start on. */
static int
after_work (const Naive *self, int start, int length)
{
  int day = start;

  for (; length > 0; day++)
    length -= worked (self, day);
  return day;
}

static int
known (SpilDay day)
{
  return spil_day_is_known (day) ? day.number : NAIVE_NONE;
}

void
naive_init (Naive *self, const SpilScheduleTask *tasks, int n, const SpilScheduleLink *links, int n_links,
            const NaiveDays *days)
{
  *self = (Naive) { tasks, n, links, n_links, days, { 0 }, { 0 } };
  for (int i = 0; i < n; i++) {
    self->parent[i] = -1;
    for (int j = 0; j < n; j++)
      if (spil_id_equal (tasks[j].id, tasks[i].parent)) {
        self->parent[i] = j;
        self->summary[j] = TRUE;
      }
  }
}

int
naive_pin (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];
  int above = self->parent[task] >= 0 ? naive_pin (self, self->parent[task]) : 0;

  if (own->state == SPIL_TASK_STATE_STOPPED)
    return 3;
  if (own->state == SPIL_TASK_STATE_DONE || own->progress >= 100)
    return 2;
  return own->fixed ? MAX (above, 1) : above;
}

static int
not_before (const Naive *self, int task)
{
  int latest = NAIVE_NONE;

  for (; task >= 0; task = self->parent[task])
    latest = MAX (latest, known (self->tasks[task].not_before));
  return latest;
}

/* The morning after the earliest deadline. */
static int
due (const Naive *self, int task)
{
  int earliest = G_MAXINT;

  for (; task >= 0; task = self->parent[task])
    if (spil_day_is_known (self->tasks[task].deadline))
      earliest = MIN (earliest, self->tasks[task].deadline.number + 1);
  return earliest;
}

static gboolean
is_under (const Naive *self, int task, int summary)
{
  for (; task >= 0; task = self->parent[task])
    if (task == summary)
      return TRUE;
  return FALSE;
}

static gboolean
is_work (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];
  int stated = spil_day_is_known (own->start) + spil_day_is_known (own->end);

  return !own->milestone && (stated == 2 || (stated == 1 && own->duration > 0));
}

static gboolean
is_moment (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];

  return own->milestone && (spil_day_is_known (own->start) || spil_day_is_known (own->end));
}

static int
least_length (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];

  return own->milestone ? 0 : own->duration;
}

static NaivePlace
stated (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];
  NaivePlace place = { known (own->start), known (own->end), own->milestone, FALSE };

  if (self->summary[task])
    return (NaivePlace) { NAIVE_NONE, NAIVE_NONE, FALSE, FALSE };
  if (own->milestone) {
    place.start = place.end = place.end != NAIVE_NONE ? place.end : place.start;
    place.moment = place.start != NAIVE_NONE;
    place.evening = place.moment && !worked (self, place.start);
    return place;
  }
  if (place.end != NAIVE_NONE)
    place.end++;
  if (is_work (self, task) && place.end == NAIVE_NONE)
    place.end = after_work (self, place.start, own->duration);
  if (is_work (self, task) && place.start == NAIVE_NONE) {
    for (place.start = place.end; gap (self, place.start, place.end) < own->duration;)
      place.start--;
  }
  if (!is_work (self, task) && place.start != NAIVE_NONE)
    place.end = place.start;
  return place;
}

/* What links from a task follow. */
static NaivePlace
span (const Naive *self, const NaivePlan *plan, int task)
{
  NaivePlace found = { NAIVE_NONE, NAIVE_NONE, FALSE, FALSE };

  if (!self->summary[task])
    return plan->at[task];
  for (int i = 0; i < self->n; i++) {
    const NaivePlace *part = &plan->at[i];
    int extra = part->moment && part->evening ? 1 : 0;

    if (self->summary[i] || !is_under (self, i, task) || naive_pin (self, i) == 3)
      continue;
    if (part->start != NAIVE_NONE && (found.start == NAIVE_NONE || part->start + extra < found.start))
      found.start = part->start + extra;
    if (part->end != NAIVE_NONE && part->end + extra > found.end)
      found.end = part->end + extra;
  }
  return found;
}

static gboolean
from_end (const SpilScheduleLink *link)
{
  return link->type == SPIL_LINK_TYPE_FINISH_START || link->type == SPIL_LINK_TYPE_FINISH_FINISH;
}

static gboolean
to_end (const SpilScheduleLink *link)
{
  return link->type == SPIL_LINK_TYPE_FINISH_FINISH || link->type == SPIL_LINK_TYPE_START_FINISH;
}

static int
raw_end (const SpilScheduleLink *link, const NaivePlace *from)
{
  if (from->moment)
    return from->evening ? from->start + 1 : from->start;
  return from_end (link) ? from->end : from->start;
}

/* The morning that a link asks for, when what it follows lies there. @closes: it is rather the evening before. */
static int
asked_morning (const Naive *self, const SpilScheduleLink *link, const NaivePlace *from, gboolean *closes)
{
  int day = raw_end (link, from);

  *closes = from->moment ? from->evening : from_end (link);
  if (day == NAIVE_NONE || link->lag == 0)
    return day;
  if (link->lag_calendar) {
    while (*closes ? !worked (self, day - 1) : !worked (self, day))
      day += *closes ? -1 : 1;
    return day + link->lag;
  }
  for (int left = link->lag; left > 0; day++)
    left -= worked (self, day);
  for (int left = link->lag; left < 0; day--)
    left += worked (self, day - 1);
  return day;
}

static gboolean
moment_satisfied (const Naive *self, const NaivePlace *at, int morning, gboolean closes)
{
  if (closes) {
    while (!worked (self, morning - 1))
      morning--;
    return at->start > morning - 1 || (at->start == morning - 1 && at->evening);
  }
  morning = next_worked (self, morning);
  return at->start >= morning;
}

static gboolean
satisfied (const Naive *self, const NaivePlace *at, gboolean of_end, int morning, gboolean closes)
{
  if (at->moment)
    return moment_satisfied (self, at, morning, closes);
  return gap (self, morning, of_end ? at->end : at->start) >= 0;
}

static NaivePlace
step (const Naive *self, NaivePlace at)
{
  int length = gap (self, at.start, at.end);

  if (at.moment) {
    if (!at.evening && worked (self, at.start))
      at.evening = TRUE;
    else
      at = (NaivePlace) { next_worked (self, at.start + 1), next_worked (self, at.start + 1), TRUE, FALSE };
    return at;
  }
  at.start = next_worked (self, at.start + 1);
  at.end = after_work (self, at.start, MAX (1, length));
  return at;
}

typedef struct
{
  const Naive *naive;
  NaiveMode mode;
  const NaivePlan *base; /* NULL: all links push */
  NaivePlan plan;
} Run;

/* Whether what the link follows comes later than in the base. */
static gboolean
pushes (const Run *run, const SpilScheduleLink *link)
{
  const Naive *self = run->naive;
  NaivePlace is = span (self, &run->plan, link->from_index), was;

  if (raw_end (link, &is) == NAIVE_NONE)
    return FALSE;
  if (run->base == NULL)
    return TRUE;
  was = span (self, run->base, link->from_index);
  return raw_end (link, &was) == NAIVE_NONE || gap (self, raw_end (link, &was), raw_end (link, &is)) > 0;
}

static gboolean
counts (const Naive *self, const SpilScheduleLink *link, int task)
{
  if (!is_under (self, task, link->to_index) || naive_pin (self, link->from_index) == 3)
    return FALSE;
  return !self->summary[link->to_index] || !to_end (link);
}

/* Whether all links hold for @at as the place of @task. */
static gboolean
all_hold (const Run *run, int task, const NaivePlace *at)
{
  const Naive *self = run->naive;

  for (int i = 0; i < self->n_links; i++) {
    const SpilScheduleLink *link = &self->links[i];
    NaivePlace from;
    gboolean closes;
    int morning;

    if (!counts (self, link, task) || !pushes (run, link))
      continue;
    from = span (self, &run->plan, link->from_index);
    morning = asked_morning (self, link, &from, &closes);
    if (!satisfied (self, at, to_end (link), morning, closes))
      return FALSE;
  }
  return TRUE;
}

static NaivePlace
hold_moment (const Run *run, int task, NaivePlace at)
{
  const Naive *self = run->naive;

  for (int i = 0; i < self->n_links && worked (self, at.start); i++) {
    const SpilScheduleLink *link = &self->links[i];
    NaivePlace from;
    gboolean closes;

    if (!counts (self, link, task) || !pushes (run, link))
      continue;
    from = span (self, &run->plan, link->from_index);
    at.evening = at.evening || gap (self, at.start, asked_morning (self, link, &from, &closes)) > 0;
  }
  return at;
}

static int
later (const Naive *self, int a, int b)
{
  if (a == NAIVE_NONE || b == NAIVE_NONE)
    return a == NAIVE_NONE ? b : a;
  return gap (self, a, b) > 0 ? b : a;
}

/* Where at least something lies of which not both dates are known. */
static NaivePlace
place_loose (const Run *run, int task, NaivePlace at, gboolean pinned)
{
  const Naive *self = run->naive;
  const SpilScheduleTask *own = &self->tasks[task];
  gboolean half = spil_day_is_known (own->start) || spil_day_is_known (own->end);
  int start = NAIVE_NONE, old = at.start;

  if (pinned && (half || naive_pin (self, task) >= 2))
    return at;
  if (half && run->mode == NAIVE_HOLD)
    return at;
  if (run->base == NULL && run->mode == NAIVE_PUSH && !pinned)
    start = not_before (self, task);
  for (int i = 0; i < self->n_links; i++) {
    const SpilScheduleLink *link = &self->links[i];
    NaivePlace from;
    gboolean closes;
    int morning;

    if (!counts (self, link, task) || !pushes (run, link))
      continue;
    from = span (self, &run->plan, link->from_index);
    morning = asked_morning (self, link, &from, &closes);
    if (to_end (link))
      at.end = later (self, at.end, morning);
    else
      start = later (self, start, morning);
  }
  if (later (self, old, start) != old)
    at.start = later (self, start, not_before (self, task));
  if (at.start != NAIVE_NONE)
    at.end = later (self, at.end, after_work (self, at.start, least_length (self, task)));
  return at;
}

static NaivePlace
place_one (const Run *run, int task, NaivePlace own)
{
  const Naive *self = run->naive;
  NaivePlace at = own;
  gboolean held = naive_pin (self, task) != 0 || run->mode == NAIVE_HOLD;
  int least = not_before (self, task);

  if (!is_work (self, task) && !is_moment (self, task))
    return place_loose (run, task, at, naive_pin (self, task) != 0);
  if (held)
    return is_moment (self, task) ? hold_moment (run, task, at) : at;
  for (int tries = 0;
       !all_hold (run, task, &at) || ((run->base == NULL || at.start != own.start) && least != NAIVE_NONE &&
                                      !satisfied (self, &at, FALSE, least, FALSE));
       tries++) {
    g_assert_cmpint (tries, <, 2000);
    at = step (self, at);
  }
  return at;
}

static void
run_until_still (Run *run, const NaivePlan *own, const gboolean *asked)
{
  const Naive *self = run->naive;
  gboolean moved = TRUE;

  for (int rounds = 0; moved; rounds++) {
    g_assert_cmpint (rounds, <, 100);
    moved = FALSE;
    for (int i = 0; i < self->n; i++) {
      NaivePlace at;

      if (self->summary[i])
        continue;
      if (asked != NULL && asked[i]) {
        Run all = *run;

        all.base = NULL;
        at = own->at[i].moment ? hold_moment (&all, i, own->at[i]) : own->at[i];
      } else
        at = place_one (run, i, own->at[i]);
      moved = moved || at.start != run->plan.at[i].start || at.end != run->plan.at[i].end ||
              at.evening != run->plan.at[i].evening;
      run->plan.at[i] = at;
    }
  }
}

NaivePlan
naive_place (const Naive *self, NaiveMode mode)
{
  Run run = { .naive = self, .mode = mode };
  NaivePlan own;

  for (int i = 0; i < self->n; i++)
    own.at[i] = stated (self, i);
  run.plan = own;
  run_until_still (&run, &own, NULL);
  return run.plan;
}

NaivePlan
naive_cascade (const Naive *self, const NaivePlan *base, const gboolean *asked, const NaivePlan *given,
               gboolean *blocked)
{
  Run run = { self, NAIVE_PUSH, base, *base };
  NaivePlan own = *base;

  for (int i = 0; i < self->n; i++)
    if (asked[i])
      own.at[i] = given->at[i];
  run.plan = own;
  run_until_still (&run, &own, asked);
  for (int i = 0; i < self->n; i++) {
    NaivePlace at = run.plan.at[i];

    blocked[i] = FALSE;
    if (self->summary[i] || asked[i] || naive_pin (self, i) == 0)
      continue;
    if (is_work (self, i) || is_moment (self, i))
      blocked[i] = !all_hold (&run, i, &at);
    else {
      at = place_loose (&run, i, at, FALSE);
      blocked[i] = spil_day_is_known (self->tasks[i].start)
                       ? at.start != run.plan.at[i].start
                       : spil_day_is_known (self->tasks[i].end) && at.end != run.plan.at[i].end;
    }
  }
  return run.plan;
}

/* The end of the planning: the morning after its last day. */
static int
end_of_all (const Naive *self, const NaivePlan *plan)
{
  int end = NAIVE_NONE;

  for (int i = 0; i < self->n; i++) {
    const NaivePlace *at = &plan->at[i];
    const SpilScheduleTask *own = &self->tasks[i];

    if (self->summary[i] || naive_pin (self, i) == 3 ||
        !(spil_day_is_known (own->start) || spil_day_is_known (own->end)))
      continue;
    if (at->moment)
      end = MAX (end, at->start + 1);
    else if (!is_work (self, i) && spil_day_is_known (own->start))
      end = MAX (end,
                 MAX (at->end, next_worked (self, at->start) + (at->start == own->start.number ? 0 : 1)));
    else
      end = MAX (end, at->end);
    if (!at->moment && !is_work (self, i) && at->start == known (own->start))
      end = MAX (end, at->start + 1);
  }
  return end;
}

/* The place of a task that lies so many working days later (or earlier). */
static NaivePlace
shifted (const Naive *self, NaivePlace at, int days)
{
  int length = gap (self, at.start, at.end);

  if (days == 0)
    return at;
  if (!at.moment)
    at.start = next_worked (self, at.start);
  while (!worked (self, at.start))
    at.start--;
  for (; days > 0; days--)
    at.start = next_worked (self, at.start + 1);
  for (; days < 0; days++)
    for (at.start--; !worked (self, at.start);)
      at.start--;
  at.end = at.moment ? at.start : after_work (self, at.start, MAX (1, length));
  return at;
}

typedef struct
{
  const Naive *naive;
  const NaivePlan *plan;
  gboolean hold; /* nothing else may move, instead of: no limit is passed */
  gboolean found[NAIVE_MAX]; /* rooms that were looked for */
  int room[NAIVE_MAX];
} Look;

static gboolean may_lie (Look *look, int task, const NaivePlace *at);
static gboolean links_allow (Look *look, int task, const NaivePlace *at);
static int room_of (Look *look, int task);

static gboolean
before_limits (Look *look, int task, int end)
{
  const Naive *self = look->naive;
  int limit = MIN (due (self, task), end_of_all (self, look->plan));

  return look->hold || gap (self, end, limit) >= 0;
}

/* Whether a link may ask for that morning of a task that has both dates. */
static gboolean
dated_may (Look *look, int to, gboolean of_end, int morning, gboolean closes)
{
  const Naive *self = look->naive;
  const NaivePlace *early = &look->plan->at[to];
  NaivePlace asked = *early;

  if (early->moment && (naive_pin (self, to) == 1 || look->hold)) {
    asked.evening = early->evening || (closes && worked (self, asked.start));
    return satisfied (self, early, of_end, morning, closes) ||
           (satisfied (self, &asked, of_end, morning, closes) && links_allow (look, to, &asked));
  }
  if (naive_pin (self, to) == 1 || look->hold)
    return satisfied (self, early, of_end, morning, closes);
  if (!early->moment) {
    asked = shifted (self, *early, room_of (look, to));
    return satisfied (self, &asked, of_end, morning, closes);
  }
  if (satisfied (self, early, of_end, morning, closes) && may_lie (look, to, early))
    return TRUE;
  if (closes)
    while (!worked (self, --morning))
      ;
  else
    morning = next_worked (self, morning);
  asked = (NaivePlace) { morning, morning, TRUE, closes };
  return may_lie (look, to, &asked);
}

static gboolean
loose_may (Look *look, int to, gboolean of_end, int morning)
{
  const Naive *self = look->naive;
  const SpilScheduleTask *own = &self->tasks[to];
  NaivePlace at = { of_end ? NAIVE_NONE : morning, morning, FALSE, FALSE };
  gboolean has_start = spil_day_is_known (own->start), has_end = spil_day_is_known (own->end);
  gboolean firm = look->hold || naive_pin (self, to) == 1;

  if (!of_end && firm && has_start)
    return gap (self, morning, look->plan->at[to].start) >= 0;
  if (!of_end)
    at.end = after_work (self, morning, least_length (self, to));
  if (firm && has_end && gap (self, at.end, look->plan->at[to].end) < 0)
    return FALSE;
  if (firm && has_end && !look->hold)
    at.end = NAIVE_NONE;
  if (!look->hold && at.end != NAIVE_NONE &&
      gap (self, at.end, due (self, to) == G_MAXINT ? at.end : due (self, to)) <
          (!of_end && has_start ? 1 : 0) &&
      due (self, to) != G_MAXINT)
    return FALSE;
  if (firm && has_end)
    at.end = NAIVE_NONE;
  return may_lie (look, to, &at);
}

/* Whether a link may ask for that morning. */
static gboolean
may_ask (Look *look, int to, gboolean of_end, int morning, gboolean closes)
{
  const Naive *self = look->naive;

  if (self->summary[to]) {
    for (int i = 0; i < self->n; i++)
      if (!self->summary[i] && is_under (self, i, to) && !may_ask (look, i, of_end, morning, closes))
        return FALSE;
    return TRUE;
  }
  if (naive_pin (self, to) >= 2)
    return TRUE;
  if (is_work (self, to) || is_moment (self, to))
    return dated_may (look, to, of_end, morning, closes);
  return loose_may (look, to, of_end, morning);
}

/* Whether what follows allows a task to lie there. A part that begins first holds the start of what it is part of. */
static gboolean
links_allow (Look *look, int task, const NaivePlace *at)
{
  const Naive *self = look->naive;

  for (int i = 0; i < self->n_links; i++) {
    const SpilScheduleLink *link = &self->links[i];
    NaivePlace whole = span (self, look->plan, link->from_index);
    NaivePlace place = *at;
    gboolean closes;
    int morning;

    if (!is_under (self, task, link->from_index) || naive_pin (self, link->from_index) == 3 ||
        (self->summary[link->to_index] && to_end (link)))
      continue;
    if (link->from_index != task) {
      NaivePlace own = look->plan->at[task];
      int begin = own.start != NAIVE_NONE && own.moment && own.evening ? own.start + 1 : own.start;

      if (!from_end (link) &&
          (begin == NAIVE_NONE || whole.start == NAIVE_NONE || gap (self, whole.start, begin) != 0))
        continue;
      if (place.moment && place.evening)
        place.start = place.end = place.start + 1;
      place.moment = FALSE;
    }
    morning = asked_morning (self, link, &place, &closes);
    if (morning != NAIVE_NONE && !may_ask (look, link->to_index, to_end (link), morning, closes))
      return FALSE;
  }
  return TRUE;
}

static gboolean
may_lie (Look *look, int task, const NaivePlace *at)
{
  if (!links_allow (look, task, at))
    return FALSE;
  return at->moment ? before_limits (look, task, at->start + 1)
                    : !is_work (look->naive, task) || before_limits (look, task, at->end);
}

/* How many working days a task may slip. */
static int
room_of (Look *look, int task)
{
  for (int days = 150; days > -150 && !look->found[task]; days--) {
    NaivePlace at = shifted (look->naive, look->plan->at[task], days);

    look->found[task] = may_lie (look, task, &at);
    look->room[task] = days;
  }
  g_assert_true (look->found[task]);
  return look->room[task];
}

void
naive_floats (const Naive *self, const NaivePlan *plan, int task, int *total, int *free_float)
{
  Look late = { .naive = self, .plan = plan }, hold = { .naive = self, .plan = plan, .hold = TRUE };

  *total = room_of (&late, task);
  if (naive_pin (self, task) == 1)
    *total = MIN (0, *total);
  *free_float = CLAMP (room_of (&hold, task), 0, MAX (0, *total));
}

void
naive_days (const Naive *self, const NaivePlan *plan, int task, SpilDay *first, SpilDay *last)
{
  const NaivePlace *at = &plan->at[task];

  if (!at->moment && !is_work (self, task)) {
    int end = at->end;

    while (end != NAIVE_NONE && !worked (self, end - 1))
      end--;
    *first = at->start == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (next_worked (self, at->start));
    *last = end == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (end - 1);
    return;
  }
  *first = at->start == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (at->start);
  *last = at->end == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (at->moment ? at->end : at->end - 1);
}

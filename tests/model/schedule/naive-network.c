// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "naive-private.h"

#include "spil-entity.h"

gboolean
naive_worked (const Naive *self, int day)
{
  g_assert_cmpint (day, >=, self->days->first);
  g_assert_cmpint (day, <, self->days->first + self->days->n);
  return self->days->worked[day - self->days->first];
}

/* The working days from one morning to another; negative: backwards. */
int
naive_gap (const Naive *self, int from, int to)
{
  int count = 0;

  for (int day = from; day < to; day++)
    count += naive_worked (self, day);
  for (int day = to; day < from; day++)
    count -= naive_worked (self, day);
  return count;
}

int
naive_next_worked (const Naive *self, int day)
{
  while (!naive_worked (self, day))
    day++;
  return day;
}

/* The morning after so many working days from @start on. */
int
naive_after_work (const Naive *self, int start, int length)
{
  int day = start;

  for (; length > 0; day++)
    length -= naive_worked (self, day);
  return day;
}

static int
known (SpilDay day)
{
  return spil_day_is_known (day) ? day.number : NAIVE_NONE;
}

static int
find_pin (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];
  int above = self->parent[task] >= 0 ? find_pin (self, self->parent[task]) : 0;

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
int
naive_due (const Naive *self, int task)
{
  int earliest = G_MAXINT;

  for (; task >= 0; task = self->parent[task])
    if (spil_day_is_known (self->tasks[task].deadline))
      earliest = MIN (earliest, self->tasks[task].deadline.number + 1);
  return earliest;
}

static gboolean
find_under (const Naive *self, int task, int summary)
{
  for (; task >= 0; task = self->parent[task])
    if (task == summary)
      return TRUE;
  return FALSE;
}

void
naive_init (Naive *self, const SpilScheduleTask *tasks, int n, const SpilScheduleLink *links, int n_links,
            const NaiveDays *days)
{
  *self = (Naive) { .tasks = tasks, .n = n, .links = links, .n_links = n_links, .days = days };
  for (int i = 0; i < n; i++) {
    self->parent[i] = -1;
    for (int j = 0; j < n; j++)
      if (spil_id_equal (tasks[j].id, tasks[i].parent)) {
        self->parent[i] = j;
        self->summary[j] = TRUE;
      }
  }
  for (int i = 0; i < n; i++) {
    self->pin[i] = find_pin (self, i);
    for (int j = 0; j < n; j++)
      self->under[i][j] = find_under (self, i, j);
  }
}

int
naive_pin (const Naive *self, int task)
{
  return self->pin[task];
}

gboolean
naive_is_under (const Naive *self, int task, int summary)
{
  return self->under[task][summary];
}

gboolean
naive_is_work (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];
  int stated = spil_day_is_known (own->start) + spil_day_is_known (own->end);

  return !own->milestone && (stated == 2 || (stated == 1 && own->duration > 0));
}

gboolean
naive_is_moment (const Naive *self, int task)
{
  const SpilScheduleTask *own = &self->tasks[task];

  return own->milestone && (spil_day_is_known (own->start) || spil_day_is_known (own->end));
}

int
naive_least_length (const Naive *self, int task)
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
    place.evening = place.moment && !naive_worked (self, place.start);
    return place;
  }
  if (place.end != NAIVE_NONE)
    place.end++;
  if (naive_is_work (self, task) && place.end == NAIVE_NONE)
    place.end = naive_after_work (self, place.start, own->duration);
  if (naive_is_work (self, task) && place.start == NAIVE_NONE) {
    for (place.start = place.end; naive_gap (self, place.start, place.end) < own->duration;)
      place.start--;
  }
  if (!naive_is_work (self, task) && place.start != NAIVE_NONE)
    place.end = place.start;
  return place;
}

/* What links from a task follow. */
NaivePlace
naive_span (const Naive *self, const NaivePlan *plan, int task)
{
  NaivePlace found = { NAIVE_NONE, NAIVE_NONE, FALSE, FALSE };

  if (!self->summary[task])
    return plan->at[task];
  for (int i = 0; i < self->n; i++) {
    const NaivePlace *part = &plan->at[i];
    int extra = part->moment && part->evening ? 1 : 0;

    if (self->summary[i] || !naive_is_under (self, i, task) || naive_pin (self, i) == 3)
      continue;
    if (part->start != NAIVE_NONE && (found.start == NAIVE_NONE || part->start + extra < found.start))
      found.start = part->start + extra;
    if (part->end != NAIVE_NONE && part->end + extra > found.end)
      found.end = part->end + extra;
  }
  return found;
}

gboolean
naive_from_end (const SpilScheduleLink *link)
{
  return link->type == SPIL_LINK_TYPE_FINISH_START || link->type == SPIL_LINK_TYPE_FINISH_FINISH;
}

gboolean
naive_to_end (const SpilScheduleLink *link)
{
  return link->type == SPIL_LINK_TYPE_FINISH_FINISH || link->type == SPIL_LINK_TYPE_START_FINISH;
}

static int
raw_end (const SpilScheduleLink *link, const NaivePlace *from)
{
  if (from->moment)
    return from->evening ? from->start + 1 : from->start;
  return naive_from_end (link) ? from->end : from->start;
}

/* The morning that a link asks for, when what it follows lies there. @closes: it is rather the evening before. */
int
naive_asked_morning (const Naive *self, const SpilScheduleLink *link, const NaivePlace *from,
                     gboolean *closes)
{
  int day = raw_end (link, from);

  *closes = from->moment ? from->evening : naive_from_end (link);
  if (day == NAIVE_NONE || link->lag == 0)
    return day;
  if (link->lag_calendar) {
    while (*closes ? !naive_worked (self, day - 1) : !naive_worked (self, day))
      day += *closes ? -1 : 1;
    return day + link->lag;
  }
  for (int left = link->lag; left > 0; day++)
    left -= naive_worked (self, day);
  for (int left = link->lag; left < 0; day--)
    left += naive_worked (self, day - 1);
  return day;
}

static gboolean
moment_satisfied (const Naive *self, const NaivePlace *at, int morning, gboolean closes)
{
  if (closes) {
    while (!naive_worked (self, morning - 1))
      morning--;
    return at->start > morning - 1 || (at->start == morning - 1 && at->evening);
  }
  morning = naive_next_worked (self, morning);
  return at->start >= morning;
}

gboolean
naive_satisfied (const Naive *self, const NaivePlace *at, gboolean of_end, int morning, gboolean closes)
{
  if (at->moment)
    return moment_satisfied (self, at, morning, closes);
  return naive_gap (self, morning, of_end ? at->end : at->start) >= 0;
}

static NaivePlace
step (const Naive *self, NaivePlace at)
{
  int length = naive_gap (self, at.start, at.end);

  if (at.moment) {
    if (!at.evening && naive_worked (self, at.start))
      at.evening = TRUE;
    else
      at = (NaivePlace) { naive_next_worked (self, at.start + 1), naive_next_worked (self, at.start + 1),
                          TRUE, FALSE };
    return at;
  }
  at.start = naive_next_worked (self, at.start + 1);
  at.end = naive_after_work (self, at.start, MAX (1, length));
  return at;
}

typedef struct
{
  const Naive *naive;
  NaiveMode mode;
  const NaivePlan *base; /* NULL: all links push */
  const gboolean *pulled; /* by task; NULL: none */
  NaivePlan plan;
} Run;

/* Whether what the link follows comes later than in the base. */
static gboolean
pushes (const Run *run, const SpilScheduleLink *link)
{
  const Naive *self = run->naive;
  NaivePlace is = naive_span (self, &run->plan, link->from_index), was;

  if (raw_end (link, &is) == NAIVE_NONE)
    return FALSE;
  if (run->base == NULL)
    return TRUE;
  was = naive_span (self, run->base, link->from_index);
  return raw_end (link, &was) == NAIVE_NONE ||
         naive_gap (self, raw_end (link, &was), raw_end (link, &is)) > 0;
}

static gboolean
counts (const Naive *self, const SpilScheduleLink *link, int task)
{
  if (!naive_is_under (self, task, link->to_index) || naive_pin (self, link->from_index) == 3)
    return FALSE;
  return !self->summary[link->to_index] || !naive_to_end (link);
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
    from = naive_span (self, &run->plan, link->from_index);
    morning = naive_asked_morning (self, link, &from, &closes);
    if (!naive_satisfied (self, at, naive_to_end (link), morning, closes))
      return FALSE;
  }
  return TRUE;
}

static NaivePlace
hold_moment (const Run *run, int task, NaivePlace at)
{
  const Naive *self = run->naive;

  for (int i = 0; i < self->n_links && naive_worked (self, at.start); i++) {
    const SpilScheduleLink *link = &self->links[i];
    NaivePlace from;
    gboolean closes;

    if (!counts (self, link, task) || !pushes (run, link))
      continue;
    from = naive_span (self, &run->plan, link->from_index);
    at.evening = at.evening ||
                 naive_gap (self, at.start, naive_asked_morning (self, link, &from, &closes)) > 0;
  }
  return at;
}

static int
later (const Naive *self, int a, int b)
{
  if (a == NAIVE_NONE || b == NAIVE_NONE)
    return a == NAIVE_NONE ? b : a;
  return naive_gap (self, a, b) > 0 ? b : a;
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
    from = naive_span (self, &run->plan, link->from_index);
    morning = naive_asked_morning (self, link, &from, &closes);
    if (naive_to_end (link))
      at.end = later (self, at.end, morning);
    else
      start = later (self, start, morning);
  }
  if (later (self, old, start) != old)
    at.start = later (self, start, not_before (self, task));
  if (at.start != NAIVE_NONE)
    at.end = later (self, at.end, naive_after_work (self, at.start, naive_least_length (self, task)));
  return at;
}

static NaivePlace
place_one (const Run *run, int task, NaivePlace own)
{
  const Naive *self = run->naive;
  NaivePlace at = own;
  gboolean held = naive_pin (self, task) != 0 || run->mode == NAIVE_HOLD;
  int least = not_before (self, task);

  if (!naive_is_work (self, task) && !naive_is_moment (self, task))
    return place_loose (run, task, at, naive_pin (self, task) != 0);
  if (held)
    return naive_is_moment (self, task) ? hold_moment (run, task, at) : at;
  for (int tries = 0;
       !all_hold (run, task, &at) || ((run->base == NULL || at.start != own.start) && least != NAIVE_NONE &&
                                      !naive_satisfied (self, &at, FALSE, least, FALSE));
       tries++) {
    g_assert_cmpint (tries, <, 2000);
    at = step (self, at);
  }
  return at;
}

/* From long before all others, on until all holds; where nothing asks anything, it stays where it is. */
static NaivePlace
pull_one (const Run *run, int task, NaivePlace own)
{
  const Naive *self = run->naive;
  int length = naive_gap (self, own.start, own.end),
      first = naive_next_worked (self, self->days->first + 500);
  NaivePlace early = { first, own.moment ? first : naive_after_work (self, first, length), own.moment,
                       FALSE };
  NaivePlace at;
  Run all = *run;

  all.base = NULL;
  at = place_one (&all, task, early);
  if (at.start == early.start && !at.evening)
    return own;
  if (!own.moment)
    return naive_gap (self, at.start, own.start) == 0 ? own : at;
  /* A milestone on a free day lies in the evening before. */
  return at.evening && !naive_worked (self, own.start) && naive_gap (self, at.start + 1, own.start) == 0 ? own
                                                                                                         : at;
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
      } else if (run->pulled != NULL && run->pulled[i])
        at = pull_one (run, i, own->at[i]);
      else
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
  Run run = { .naive = self, .mode = NAIVE_PUSH, .base = base, .plan = *base };
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
    if (naive_is_work (self, i) || naive_is_moment (self, i))
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

NaivePlan
naive_pull (const Naive *self, const NaivePlan *base, const gboolean *pulled)
{
  Run run = { .naive = self, .mode = NAIVE_PUSH, .base = base, .pulled = pulled, .plan = *base };

  run_until_still (&run, base, NULL);
  return run.plan;
}

gboolean
naive_can_be_pulled (const Naive *self, int task)
{
  return !self->summary[task] && self->pin[task] == 0 &&
         (naive_is_work (self, task) || naive_is_moment (self, task));
}

void
naive_days (const Naive *self, const NaivePlan *plan, int task, SpilDay *first, SpilDay *last)
{
  const NaivePlace *at = &plan->at[task];

  if (!at->moment && !naive_is_work (self, task)) {
    int end = at->end;

    while (end != NAIVE_NONE && !naive_worked (self, end - 1))
      end--;
    *first = at->start == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (naive_next_worked (self, at->start));
    *last = end == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (end - 1);
    return;
  }
  *first = at->start == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (at->start);
  *last = at->end == NAIVE_NONE ? SPIL_DAY_NONE : spil_day (at->moment ? at->end : at->end - 1);
}

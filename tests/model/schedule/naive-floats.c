// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The floats: each task tries each place, from far too late backwards, until what follows allows it. */
#include "naive-private.h"

/* The end of the planning: the morning after its last day. */
static int
end_of_all (const Naive *self, const NaivePlan *plan)
{
  int end = NAIVE_NONE;

  for (int i = 0; i < self->n; i++) {
    const NaivePlace *at = &plan->at[i];
    const SpilScheduleTask *own = &self->tasks[i];

    gboolean has_start = spil_day_is_known (own->start);

    if (self->summary[i] || naive_pin (self, i) == 3 || !(has_start || spil_day_is_known (own->end)))
      continue;
    end = MAX (end, at->end);
    if (at->moment)
      end = MAX (end, at->start + 1);
    else if (has_start && !naive_is_work (self, i))
      end = MAX (end, (at->start == own->start.number ? at->start : naive_next_worked (self, at->start)) + 1);
  }
  return end;
}

/* The place of a task that lies so many working days later (or earlier). */
static NaivePlace
shifted (const Naive *self, NaivePlace at, int days)
{
  int length = naive_gap (self, at.start, at.end);

  if (days == 0)
    return at;
  if (!at.moment)
    at.start = naive_next_worked (self, at.start);
  while (!naive_worked (self, at.start))
    at.start--;
  for (; days > 0; days--)
    at.start = naive_next_worked (self, at.start + 1);
  for (; days < 0; days++)
    for (at.start--; !naive_worked (self, at.start);)
      at.start--;
  at.end = at.moment ? at.start : naive_after_work (self, at.start, MAX (1, length));
  return at;
}

typedef struct
{
  const Naive *naive;
  const NaivePlan *plan;
  gboolean hold; /* nothing else may move, instead of: no limit is passed */
  int end; /* of the planning */
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
  int limit = MIN (naive_due (self, task), look->end);

  return look->hold || naive_gap (self, end, limit) >= 0;
}

/* Whether a link may ask for that morning of a task that has both dates. */
static gboolean
dated_may (Look *look, int to, gboolean of_end, int morning, gboolean closes)
{
  const Naive *self = look->naive;
  const NaivePlace *early = &look->plan->at[to];
  NaivePlace asked = *early;

  if (early->moment && (naive_pin (self, to) == 1 || look->hold)) {
    asked.evening = early->evening || (closes && naive_worked (self, asked.start));
    return naive_satisfied (self, early, of_end, morning, closes) ||
           (naive_satisfied (self, &asked, of_end, morning, closes) && links_allow (look, to, &asked));
  }
  if (naive_pin (self, to) == 1 || look->hold)
    return naive_satisfied (self, early, of_end, morning, closes);
  if (!early->moment) {
    asked = shifted (self, *early, room_of (look, to));
    return naive_satisfied (self, &asked, of_end, morning, closes);
  }
  if (naive_satisfied (self, early, of_end, morning, closes) && may_lie (look, to, early))
    return TRUE;
  if (closes)
    while (!naive_worked (self, --morning))
      ;
  else
    morning = naive_next_worked (self, morning);
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
    return naive_gap (self, morning, look->plan->at[to].start) >= 0;
  if (!of_end)
    at.end = naive_after_work (self, morning, naive_least_length (self, to));
  if (firm && has_end && naive_gap (self, at.end, look->plan->at[to].end) < 0)
    return FALSE;
  if (firm && has_end && !look->hold)
    at.end = NAIVE_NONE;
  if (!look->hold && at.end != NAIVE_NONE &&
      naive_gap (self, at.end, naive_due (self, to) == G_MAXINT ? at.end : naive_due (self, to)) <
          (!of_end && has_start ? 1 : 0) &&
      naive_due (self, to) != G_MAXINT)
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
      if (!self->summary[i] && naive_is_under (self, i, to) && !may_ask (look, i, of_end, morning, closes))
        return FALSE;
    return TRUE;
  }
  if (naive_pin (self, to) >= 2)
    return TRUE;
  if (naive_is_work (self, to) || naive_is_moment (self, to))
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
    NaivePlace whole = naive_span (self, look->plan, link->from_index);
    NaivePlace place = *at;
    gboolean closes;
    int morning;

    if (!naive_is_under (self, task, link->from_index) || naive_pin (self, link->from_index) == 3 ||
        (self->summary[link->to_index] && naive_to_end (link)))
      continue;
    if (link->from_index != task) {
      NaivePlace own = look->plan->at[task];
      int begin = own.start != NAIVE_NONE && own.moment && own.evening ? own.start + 1 : own.start;

      if (!naive_from_end (link) &&
          (begin == NAIVE_NONE || whole.start == NAIVE_NONE || naive_gap (self, whole.start, begin) != 0))
        continue;
      if (place.moment && place.evening)
        place.start = place.end = place.start + 1;
      place.moment = FALSE;
    }
    morning = naive_asked_morning (self, link, &place, &closes);
    if (morning != NAIVE_NONE && !may_ask (look, link->to_index, naive_to_end (link), morning, closes))
      return FALSE;
  }
  return TRUE;
}

static gboolean
may_lie (Look *look, int task, const NaivePlace *at)
{
  if (at->moment ? !before_limits (look, task, at->start + 1)
                 : naive_is_work (look->naive, task) && !before_limits (look, task, at->end))
    return FALSE;
  return links_allow (look, task, at);
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
  Look late = { .naive = self, .plan = plan, .end = end_of_all (self, plan) };
  Look hold = { .naive = self, .plan = plan, .hold = TRUE };

  *total = room_of (&late, task);
  if (naive_pin (self, task) == 1)
    *total = MIN (0, *total);
  *free_float = CLAMP (room_of (&hold, task), 0, MAX (0, *total));
}

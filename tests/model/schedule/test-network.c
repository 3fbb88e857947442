// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Tables of cases. 2018: Good Friday (worked here) 30 March, Easter Monday 2 April, King's Day Friday 27 April, Ascension Day Thursday 10 May. */
#include "spil-network.h"

#include "spil-entity.h"

#define FS SPIL_LINK_TYPE_FINISH_START
#define SS SPIL_LINK_TYPE_START_START
#define FF SPIL_LINK_TYPE_FINISH_FINISH
#define SF SPIL_LINK_TYPE_START_FINISH

static SpilId
make_id (int number)
{
  SpilId id = SPIL_ID_NIL;

  id.bytes[15] = (uint8_t) number;
  return id;
}

/* 416 is 16 April 2018; 0: not known. */
static SpilDay
day (int month_day)
{
  return month_day == 0 ? SPIL_DAY_NONE : spil_day_from_ymd (2018, month_day / 100, month_day % 100);
}

static int
number_of (SpilDay found)
{
  int month, month_day;

  if (!spil_day_is_known (found))
    return 0;
  spil_day_to_ymd (found, NULL, &month, &month_day);
  return month * 100 + month_day;
}

static SpilWorkCalendar *
make_calendar (void)
{
  static const SpilWorkWeek week = { .weekdays = 0x1f };

  return spil_work_calendar_new (&week, NULL, 0);
}

/* Task number n of a list has id n + 1. @parent: the place of what it is part of; -1. */
static SpilScheduleTask
make_task (int place, int parent, int start, int end)
{
  return (SpilScheduleTask) { .id = make_id (place + 1),
                              .parent = make_id (parent + 1),
                              .start = day (start),
                              .end = day (end),
                              .deadline = SPIL_DAY_NONE,
                              .not_before = SPIL_DAY_NONE,
                              .progress = -1 };
}

static SpilScheduleLink
make_link (int from, int to, int type, int lag)
{
  return (SpilScheduleLink) { .from_index = from, .to_index = to, .type = type, .lag = lag };
}

static const SpilCascadeRow *
row_of (const GArray *rows, int task)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, SpilCascadeRow, i).task == task)
      return &g_array_index (rows, SpilCascadeRow, i);
  return NULL;
}

/* What a link asks of a task that would like to lie earlier: both passes put it there, and a cascade pushes it there. */
static void
test_links (void)
{
  static const struct
  {
    int type, lag;
    gboolean calendar;
    int from_start, from_end; /* the end 0: a milestone */
    int to_start, to_end; /* in the beginning, likewise */
    int start, end; /* where the link puts it */
  } cases[] = {
    /* Each type, without a lag. Tuesday 17 to Thursday 19 April, then two or three days of work. */
    { FS, 0, FALSE, 417, 419, 409, 410, 420, 423 },
    { SS, 0, FALSE, 417, 419, 409, 410, 417, 418 },
    { FF, 0, FALSE, 417, 419, 409, 410, 418, 419 },
    { SF, 0, FALSE, 417, 419, 409, 410, 413, 416 },
    /* Working days. */
    { FS, 1, FALSE, 417, 419, 409, 410, 423, 424 },
    { SS, 1, FALSE, 417, 419, 409, 410, 418, 419 },
    { FF, 1, FALSE, 417, 419, 409, 410, 419, 420 },
    { SF, 1, FALSE, 417, 419, 409, 410, 416, 417 },
    { FS, -1, FALSE, 417, 419, 409, 410, 419, 420 },
    { SS, -1, FALSE, 417, 419, 409, 410, 416, 417 },
    { FF, -2, FALSE, 417, 419, 409, 410, 416, 417 },
    { SF, -1, FALSE, 417, 419, 409, 410, 412, 413 },
    /* King's Day and a weekend in between. */
    { FS, 0, FALSE, 423, 426, 409, 410, 430, 501 },
    { FS, 1, FALSE, 423, 426, 409, 410, 501, 502 },
    { SS, 2, FALSE, 425, 430, 409, 410, 430, 501 },
    { FF, 1, FALSE, 423, 426, 409, 410, 426, 430 },
    { SF, 3, FALSE, 424, 425, 409, 410, 425, 426 },
    { FS, -3, FALSE, 430, 501, 409, 410, 426, 430 },
    { FS, 0, FALSE, 326, 330, 312, 316, 403, 409 },
    /* Calendar days: counted on from the working day, then the first working day. */
    { FS, 1, TRUE, 417, 419, 409, 410, 423, 424 },
    { FS, 3, TRUE, 417, 419, 409, 410, 423, 424 },
    { FS, 4, TRUE, 417, 419, 409, 410, 424, 425 },
    { FS, 7, TRUE, 417, 419, 409, 410, 430, 501 },
    { SS, 7, TRUE, 420, 424, 409, 410, 430, 501 },
    { SS, -7, TRUE, 424, 430, 409, 410, 417, 418 },
    { FF, 1, TRUE, 417, 420, 409, 410, 419, 420 },
    { FF, 3, TRUE, 417, 420, 409, 410, 420, 423 },
    { SF, 7, TRUE, 417, 419, 409, 410, 420, 423 },
    /* Milestones: on the day on which the work ends, and not before a day that begins. */
    { FS, 0, FALSE, 417, 419, 409, 0, 419, 0 },
    { FS, 1, FALSE, 417, 419, 409, 0, 420, 0 },
    { FS, 0, FALSE, 423, 426, 409, 0, 426, 0 },
    { FS, 1, FALSE, 423, 426, 409, 0, 430, 0 },
    { FF, 0, FALSE, 417, 419, 409, 0, 419, 0 },
    { SS, 0, FALSE, 417, 419, 409, 0, 417, 0 },
    { SF, 0, FALSE, 417, 419, 409, 0, 417, 0 },
    { FS, -1, FALSE, 417, 419, 409, 0, 418, 0 },
    { FS, 7, TRUE, 417, 420, 409, 0, 426, 0 },
    /* From a milestone that nothing leads up to: what follows begins on its day. */
    { FS, 0, FALSE, 417, 0, 409, 410, 417, 418 },
    { FS, 1, FALSE, 417, 0, 409, 410, 418, 419 },
    { SS, 0, FALSE, 417, 0, 409, 410, 417, 418 },
    { FF, 0, FALSE, 417, 0, 409, 410, 413, 416 },
    { FS, 0, FALSE, 427, 0, 409, 410, 430, 501 },
    { FS, 0, FALSE, 417, 0, 409, 0, 417, 0 },
    { FS, -2, FALSE, 430, 0, 409, 0, 425, 0 },
    /* It holds already: nothing moves. */
    { FS, 0, FALSE, 417, 419, 420, 423, 420, 423 },
    { FS, 0, FALSE, 417, 419, 421, 423, 421, 423 },
    { FS, 0, FALSE, 417, 419, 419, 0, 419, 0 },
    { FS, -5, FALSE, 417, 419, 413, 416, 413, 416 },
    { SF, 0, FALSE, 417, 419, 416, 416, 416, 416 },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { make_task (0, -1, 301, 301),
                                 make_task (1, -1, cases[i].to_start, cases[i].to_end) };
    SpilScheduleLink link = make_link (0, 1, cases[i].type, cases[i].lag);
    SpilScheduleMove move = { 0, day (cases[i].from_start), day (cases[i].from_end) };
    g_autoptr (SpilNetwork) before = NULL;
    g_autoptr (SpilNetwork) after = NULL;
    g_autoptr (GArray) rows = NULL;
    SpilNetworkSlack slack[2];
    const SpilCascadeRow *row;

    link.lag_calendar = cases[i].calendar;
    tasks[0].milestone = cases[i].from_end == 0;
    tasks[0].end = tasks[0].milestone ? SPIL_DAY_NONE : tasks[0].end;
    tasks[1].milestone = cases[i].to_end == 0;
    before = spil_network_new (tasks, 2, &link, 1, calendar);
    rows = spil_network_cascade (before, &move, 1);
    row = row_of (rows, 1);
    tasks[0].start = move.start;
    tasks[0].end = move.end;
    after = spil_network_new (tasks, 2, &link, 1, calendar);
    spil_network_analyse (after, slack);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (number_of (slack[1].early_start), ==, cases[i].start);
    g_assert_cmpint (number_of (slack[1].early_end), ==, cases[i].end != 0 ? cases[i].end : cases[i].start);
    if (cases[i].start == cases[i].to_start) {
      g_assert_null (row);
      continue;
    }
    g_assert_nonnull (row);
    g_assert_cmpint (number_of (row->start), ==, cases[i].start);
    g_assert_cmpint (number_of (row->end), ==, cases[i].end);
    g_assert_cmpint (row->because, ==, 0);
    g_assert_cmpint (row->note, ==, SPIL_CASCADE_MOVED);
  }
}

/*
 * Three days, two days, one day behind each other; and two days beside them. The planning ends on 20 April.
 *   0: 9-11 April -> 1: 12-13 -> 2: 17 -> 3: a milestone on 20 April; 4: 10-11 April -> 3
 */
static void
test_passes (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  const SpilScheduleTask tasks[] = { make_task (0, -1, 409, 411), make_task (1, -1, 412, 413),
                                     make_task (2, -1, 417, 417), make_task (3, -1, 420, 420),
                                     make_task (4, -1, 410, 411), make_task (5, -1, 0, 0),
                                     make_task (6, -1, 410, 0) };
  const SpilScheduleLink links[] = { make_link (0, 1, FS, 0), make_link (1, 2, FS, 0),
                                     make_link (2, 3, FS, 0), make_link (4, 3, FS, 1) };
  static const struct
  {
    gboolean known;
    int early_start, early_end, late_start, late_end, total, free;
    gboolean critical;
  } cases[] = {
    { TRUE, 409, 411, 412, 416, 3, 0, FALSE }, { TRUE, 412, 413, 417, 418, 3, 1, FALSE },
    { TRUE, 417, 417, 419, 419, 2, 2, FALSE }, { TRUE, 420, 420, 420, 420, 0, 0, TRUE },
    { TRUE, 410, 411, 417, 418, 5, 5, FALSE }, { FALSE, 0, 0, 0, 0, 0, 0, FALSE },
    { FALSE, 0, 0, 0, 0, 0, 0, FALSE },
  };
  SpilNetworkSlack slack[G_N_ELEMENTS (tasks)];
  g_autoptr (SpilNetwork)
      network = spil_network_new (tasks, G_N_ELEMENTS (tasks), links, G_N_ELEMENTS (links), calendar);

  spil_network_analyse (network, slack);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("task %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (slack[i].known, ==, cases[i].known);
    g_assert_cmpint (slack[i].total_float, ==, cases[i].total);
    g_assert_cmpint (slack[i].free_float, ==, cases[i].free);
    g_assert_cmpint (slack[i].critical, ==, cases[i].critical);
    if (!cases[i].known)
      continue;
    g_assert_cmpint (number_of (slack[i].early_start), ==, cases[i].early_start);
    g_assert_cmpint (number_of (slack[i].early_end), ==, cases[i].early_end);
    g_assert_cmpint (number_of (slack[i].late_start), ==, cases[i].late_start);
    g_assert_cmpint (number_of (slack[i].late_end), ==, cases[i].late_end);
  }
}

/* Work of 9-13 April, then work of 16-20 April; the planning ends on 30 April. What is said of the second tells on the first. */
static void
test_constraints (void)
{
  static const struct
  {
    int not_before, deadline;
    gboolean fixed;
    int state;
    int second_start; /* of the early dates of the second */
    int first_float, second_float;
    gboolean first_critical, second_critical;
  } cases[] = {
    { 0, 0, FALSE, 0, 416, 5, 5, FALSE, FALSE },
    { 418, 0, FALSE, 0, 418, 5, 3, FALSE, FALSE },
    { 412, 0, FALSE, 0, 416, 5, 5, FALSE, FALSE },
    { 0, 420, FALSE, 0, 416, 0, 0, TRUE, TRUE },
    { 0, 424, FALSE, 0, 416, 2, 2, FALSE, FALSE },
    { 0, 418, FALSE, 0, 416, -2, -2, TRUE, TRUE },
    { 0, 422, FALSE, 0, 416, 0, 0, TRUE, TRUE }, /* a Sunday */
    { 420, 418, FALSE, 0, 420, -2, -6, TRUE, TRUE },
    { 0, 0, TRUE, 0, 416, 0, 0, TRUE, FALSE },
    { 418, 0, TRUE, 0, 416, 0, 0, TRUE, FALSE }, /* what is fixed stays */
    { 0, 418, TRUE, 0, 416, 0, -2, TRUE, TRUE },
    { 0, 0, FALSE, SPIL_TASK_STATE_DONE, 416, 10, 5, FALSE, FALSE },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { make_task (0, -1, 409, 413), make_task (1, -1, 416, 420),
                                 make_task (2, -1, 430, 430) };
    const SpilScheduleLink link = make_link (0, 1, FS, 0);
    g_autoptr (SpilNetwork) network = NULL;
    SpilNetworkSlack slack[3];

    tasks[1].not_before = day (cases[i].not_before);
    tasks[1].deadline = day (cases[i].deadline);
    tasks[1].fixed = cases[i].fixed;
    tasks[1].state = cases[i].state;
    network = spil_network_new (tasks, 3, &link, 1, calendar);
    spil_network_analyse (network, slack);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (number_of (slack[1].early_start), ==, cases[i].second_start);
    g_assert_cmpint (slack[0].total_float, ==, cases[i].first_float);
    g_assert_cmpint (slack[1].total_float, ==, cases[i].second_float);
    g_assert_cmpint (slack[0].critical, ==, cases[i].first_critical);
    g_assert_cmpint (slack[1].critical, ==, cases[i].second_critical);
  }
}

/* 0 spans 1 (9-10 April) and 2 (11-13 April); 3 is 16-17 April; 4 spans 5 (18-19 April) and 6, a milestone on 20 April. Links 0 -> 3 -> 4. */
typedef struct
{
  SpilScheduleTask tasks[7];
  SpilScheduleLink links[2];
  SpilWorkCalendar *calendar;
  SpilNetwork *network;
} Parts;

static void
parts_init (Parts *self, gboolean own_dates)
{
  static const int dates[][3] = { { -1, 0, 0 }, { 0, 409, 410 }, { 0, 411, 413 }, { -1, 416, 417 },
                                  { -1, 0, 0 }, { 4, 418, 419 }, { 4, 420, 0 } };

  for (int i = 0; i < 7; i++)
    self->tasks[i] = make_task (i, dates[i][0], dates[i][1], dates[i][2]);
  self->tasks[6].milestone = TRUE;
  if (own_dates) {
    self->tasks[4].start = day (418);
    self->tasks[4].end = day (430);
  }
  self->links[0] = make_link (0, 3, FS, 0);
  self->links[1] = make_link (3, 4, FS, 0);
  self->calendar = make_calendar ();
  self->network = spil_network_new (self->tasks, 7, self->links, 2, self->calendar);
}

static void
parts_clear (Parts *self)
{
  spil_network_free (self->network);
  spil_work_calendar_unref (self->calendar);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
assert_row (const GArray *rows, guint place, int task, int start, int end, int because, SpilCascadeNote note)
{
  const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, place);

  g_test_message ("row %u", place);
  g_assert_cmpuint (rows->len, >, place);
  g_assert_cmpint (row->task, ==, task);
  g_assert_cmpint (number_of (row->start), ==, start);
  g_assert_cmpint (number_of (row->end), ==, end);
  g_assert_cmpint (row->because, ==, because);
  g_assert_cmpint (row->note, ==, note);
}

static void
test_summaries (void)
{
  g_auto (Parts) parts = { 0 };
  SpilNetworkSlack slack[7];

  parts_init (&parts, FALSE);
  g_assert_true (spil_network_is_summary (parts.network, 0));
  g_assert_false (spil_network_is_summary (parts.network, 3));
  g_assert_false (spil_network_may_link (parts.network, 0, FF));
  g_assert_false (spil_network_may_link (parts.network, 0, SF));
  g_assert_true (spil_network_may_link (parts.network, 0, SS));
  g_assert_true (spil_network_may_link (parts.network, 3, FF));
  spil_network_analyse (parts.network, slack);
  g_assert_true (slack[0].known && !slack[0].critical);
  g_assert_cmpint (number_of (slack[0].early_start), ==, 409);
  g_assert_cmpint (number_of (slack[0].early_end), ==, 413);
  g_assert_cmpint (slack[1].total_float, ==,
                   4); /* until the 16th: then 3 ends on the 18th and 5 on the 20th */
  g_assert_cmpint (slack[1].free_float, ==, 3); /* until the 13th, as 2 */
  g_assert_cmpint (slack[2].total_float, ==, 1);
  g_assert_cmpint (slack[2].free_float, ==, 0);
  g_assert_cmpint (slack[0].total_float, ==, 1);
  g_assert_cmpint (slack[0].free_float, ==, 0);
  g_assert_cmpint (number_of (slack[0].late_end), ==, 416);
  g_assert_true (slack[4].critical && slack[6].critical && !slack[5].critical);
  g_assert_cmpint (number_of (slack[4].early_start), ==, 418);
  g_assert_cmpint (number_of (slack[4].early_end), ==, 420);
  g_assert_cmpint (slack[5].total_float, ==, 1);
}

/* A summary states dates of its own: what it spans holds these too, and a link to it moves them. */
static void
test_own_dates (void)
{
  g_auto (Parts) parts = { 0 };
  SpilNetworkSlack slack[7];
  g_autoptr (GArray) rows = NULL;
  SpilScheduleMove move = { 3, day (418), day (419) };

  parts_init (&parts, TRUE);
  spil_network_analyse (parts.network, slack);
  g_assert_cmpint (number_of (slack[4].early_end), ==, 430);
  g_assert_cmpint (slack[4].total_float, ==, 0);
  g_assert_cmpint (slack[5].total_float, ==, 6);
  rows = spil_network_cascade (parts.network, &move, 1);
  assert_row (rows, 0, 3, 418, 419, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 4, 420, 502, 3, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
  g_assert_cmpuint (rows->len, ==, 3);
}

/* Fixed dates, deadlines and "not earlier than" of a summary count for all under it; so does that it is done. */
static void
test_inherited (void)
{
  static const struct
  {
    gboolean fixed;
    int state, not_before, deadline;
    SpilCascadeNote note;
    int start;
  } cases[] = {
    { FALSE, 0, 0, 0, SPIL_CASCADE_MOVED, 420 },
    { TRUE, 0, 0, 0, SPIL_CASCADE_BLOCKED_FIXED, 418 },
    { FALSE, SPIL_TASK_STATE_DONE, 0, 0, SPIL_CASCADE_BLOCKED_DONE, 418 },
    { FALSE, SPIL_TASK_STATE_STOPPED, 0, 0, SPIL_CASCADE_BLOCKED_DONE, 418 },
    { FALSE, 0, 424, 0, SPIL_CASCADE_MOVED, 424 },
    { FALSE, 0, 0, 420, SPIL_CASCADE_PAST_DEADLINE, 420 },
    { FALSE, 0, 0, 423, SPIL_CASCADE_MOVED, 420 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Parts) parts = { 0 };
    g_autoptr (SpilNetwork) network = NULL;
    g_autoptr (GArray) rows = NULL;
    const SpilScheduleMove move = { 3, day (418), day (419) };
    const SpilCascadeRow *row;

    parts_init (&parts, FALSE);
    parts.tasks[4].fixed = cases[i].fixed;
    parts.tasks[4].state = cases[i].state;
    parts.tasks[4].not_before = day (cases[i].not_before);
    parts.tasks[4].deadline = day (cases[i].deadline);
    network = spil_network_new (parts.tasks, 7, parts.links, 2, parts.calendar);
    rows = spil_network_cascade (network, &move, 1);
    row = row_of (rows, 5);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_nonnull (row);
    g_assert_cmpint (row->note, ==, cases[i].note);
    g_assert_cmpint (number_of (row->start), ==, cases[i].start);
    g_assert_cmpint (row->because, ==, 3);
  }
}

static void
test_cascade (void)
{
  g_auto (Parts) parts = { 0 };
  g_autoptr (GArray) rows = NULL;
  SpilScheduleMove move = { 2, day (411), day (417) };

  parts_init (&parts, FALSE);
  rows = spil_network_cascade (parts.network, &move, 1);
  assert_row (rows, 0, 2, 411, 417, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 3, 418, 419, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
  g_assert_cmpuint (rows->len, ==, 3); /* 6 lies on the 20th: 3 ends before it */
}

/* A summary that is moved takes its parts along, by working days, and pushes what waits for it. What is done stays. */
static void
test_move_summary (void)
{
  g_auto (Parts) parts = { 0 };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) earlier = NULL;
  g_autoptr (GArray) blocked = NULL;
  g_autoptr (SpilNetwork) done = NULL;
  const SpilScheduleMove later_move = { 0, day (411), day (417) }, earlier_move = { 0, day (406), day (412) };

  parts_init (&parts, FALSE);
  rows = spil_network_cascade (parts.network, &later_move, 1);
  assert_row (rows, 0, 1, 411, 412, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 2, 413, 417, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 3, 418, 419, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 3, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
  earlier = spil_network_cascade (parts.network, &earlier_move, 1);
  g_assert_cmpuint (earlier->len, ==, 2); /* nothing is pulled */
  assert_row (earlier, 0, 1, 406, 409, 0, SPIL_CASCADE_MOVED);
  parts.tasks[1].state = SPIL_TASK_STATE_DONE;
  done = spil_network_new (parts.tasks, 7, parts.links, 2, parts.calendar);
  blocked = spil_network_cascade (done, &later_move, 1);
  assert_row (blocked, 0, 1, 409, 410, 0, SPIL_CASCADE_BLOCKED_DONE);
}

/* Only what comes later pushes; what was asked stays; what is blocked does not push on; what has no dates passes on. */
static void
test_rules_of_cascade (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  SpilScheduleTask tasks[] = { make_task (0, -1, 409, 413), make_task (1, -1, 411, 412),
                               make_task (2, -1, 413, 416), make_task (3, -1, 0, 0),
                               make_task (4, -1, 416, 416), make_task (5, -1, 409, 409) };
  const SpilScheduleLink links[] = { make_link (0, 1, FS, 0), make_link (1, 2, FS, 0),
                                     make_link (0, 3, FS, 0), make_link (3, 4, FS, 1),
                                     make_link (5, 1, FS, 0) };
  const SpilScheduleMove to_the_front = { 0, day (403), day (409) }, last_day = { 0, day (409), day (416) };
  const SpilScheduleMove both[] = { { 1, day (416), day (417) }, { 0, day (410), day (416) } };
  g_autoptr (SpilNetwork) network = spil_network_new (tasks, 6, links, 5, calendar);
  g_autoptr (SpilNetwork) fixed = NULL;
  g_autoptr (GArray) rows = spil_network_cascade (network, &to_the_front, 1);

  g_assert_cmpuint (rows->len, ==,
                    1); /* 1 began before the end of 0, and still does: nobody asked about that */
  g_array_unref (rows);
  rows = spil_network_cascade (network, &last_day, 1);
  assert_row (rows, 0, 0, 409, 416, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 1, 417, 418, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 2, 419, 420, 1, SPIL_CASCADE_MOVED);
  assert_row (rows, 3, 4, 418, 418, 0, SPIL_CASCADE_MOVED); /* through 3, which has no dates */
  g_array_unref (rows);
  rows = spil_network_cascade (network, both, 2);
  assert_row (rows, 0, 1, 416, 417, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 0, 410, 416, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 2, 418, 419, 1, SPIL_CASCADE_MOVED);
  g_array_unref (rows);
  tasks[1].fixed = TRUE;
  fixed = spil_network_new (tasks, 6, links, 5, calendar);
  rows = spil_network_cascade (fixed, &last_day, 1);
  assert_row (rows, 1, 1, 411, 412, 0, SPIL_CASCADE_BLOCKED_FIXED);
  assert_row (rows, 2, 4, 418, 418, 0, SPIL_CASCADE_MOVED);
  g_assert_cmpuint (rows->len, ==, 3);
}

/* What is stated of the dates stays all that is stated. */
static void
test_half_known (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  SpilScheduleTask tasks[] = { make_task (0, -1, 409, 410), make_task (1, -1, 411, 0),
                               make_task (2, -1, 0, 412),   make_task (3, -1, 411, 0),
                               make_task (4, -1, 0, 412),   make_task (5, -1, 411, 0) };
  const SpilScheduleLink links[] = { make_link (0, 1, FS, 0), make_link (0, 2, FF, 0),
                                     make_link (0, 3, FS, 0), make_link (0, 4, FS, 0),
                                     make_link (1, 5, SS, 1) };
  const SpilScheduleMove move = { 0, day (409), day (417) };
  g_autoptr (SpilNetwork) network = NULL;
  g_autoptr (GArray) rows = NULL;
  SpilNetworkSlack slack[6];

  tasks[3].duration = 3;
  tasks[4].duration = 2;
  network = spil_network_new (tasks, 6, links, 5, calendar);
  spil_network_analyse (network, slack);
  g_assert_false (slack[1].known || slack[2].known);
  g_assert_true (slack[3].known && slack[4].known);
  g_assert_cmpint (number_of (slack[3].early_end), ==, 413);
  g_assert_cmpint (number_of (slack[4].early_start), ==, 411);
  rows = spil_network_cascade (network, &move, 1);
  assert_row (rows, 0, 0, 409, 417, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 1, 418, 0, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 2, 0, 417, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 3, 3, 418, 0, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 4, 4, 0, 419, 0, SPIL_CASCADE_MOVED);
  assert_row (rows, 5, 5, 419, 0, 1, SPIL_CASCADE_MOVED);
}

/* 0: 9-10 April -> 1 -> 2 -> 3, with room in between; 4 hangs on nothing; 5 has no dates but needs two days; 6 is a milestone after 0. */
static void
test_pull (void)
{
  static const struct
  {
    int tasks[3], n;
    struct
    {
      int task, start, end;
      SpilCascadeNote note;
    } rows[4];
    guint n_rows;
    int not_before; /* of 1 */
    gboolean fixed; /* 1 */
  } cases[] = {
    { { 1 }, 1, { { 1, 411, 412, SPIL_CASCADE_MOVED } }, 1, 0, FALSE },
    { { 2, 1 },
      2,
      { { 1, 411, 412, SPIL_CASCADE_MOVED }, { 2, 413, 413, SPIL_CASCADE_MOVED } },
      2,
      0,
      FALSE },
    { { 1 }, 1, { { 1, 416, 417, SPIL_CASCADE_MOVED } }, 1, 414, FALSE },
    { { 1 },
      1,
      { { 1, 424, 425, SPIL_CASCADE_MOVED },
        { 2, 426, 426, SPIL_CASCADE_MOVED },
        { 3, 430, 430, SPIL_CASCADE_MOVED } },
      3,
      424,
      FALSE },
    { { 1 }, 1, { { 1, 418, 419, SPIL_CASCADE_BLOCKED_FIXED } }, 1, 0, TRUE },
    { { 4 }, 1, { { 0 } }, 0, 0, FALSE },
    { { 5 }, 1, { { 5, 411, 412, SPIL_CASCADE_MOVED } }, 1, 0, FALSE },
    { { 6 }, 1, { { 6, 410, 0, SPIL_CASCADE_MOVED } }, 1, 0, FALSE },
    { { 3 }, 1, { { 3, 426, 426, SPIL_CASCADE_MOVED } }, 1, 0, FALSE },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { make_task (0, -1, 409, 410), make_task (1, -1, 418, 419),
                                 make_task (2, -1, 425, 425), make_task (3, -1, 424, 424),
                                 make_task (4, -1, 420, 420), make_task (5, -1, 0, 0),
                                 make_task (6, -1, 0, 0) };
    const SpilScheduleLink links[] = { make_link (0, 1, FS, 0), make_link (1, 2, FS, 0),
                                       make_link (2, 3, FS, 0), make_link (0, 5, FS, 0),
                                       make_link (0, 6, FS, 0) };
    g_autoptr (SpilNetwork) network = NULL;
    g_autoptr (GArray) rows = NULL;

    tasks[1].not_before = day (cases[i].not_before);
    tasks[1].fixed = cases[i].fixed;
    tasks[5].duration = 2;
    tasks[6].milestone = TRUE;
    network = spil_network_new (tasks, 7, links, 5, calendar);
    rows = spil_network_pull (network, cases[i].tasks, (gsize) cases[i].n);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpuint (rows->len, ==, cases[i].n_rows);
    for (guint row = 0; row < cases[i].n_rows; row++)
      assert_row (rows, row, cases[i].rows[row].task, cases[i].rows[row].start, cases[i].rows[row].end,
                  row < (guint) cases[i].n ? -1 : cases[i].rows[row - 1].task, cases[i].rows[row].note);
  }
}

static void
test_circles (void)
{
  static const struct
  {
    int parents[5]; /* of each task; -1 */
    int links[4][2], n_links;
    int chain[6], length; /* 0: none */
  } cases[] = {
    { { -1, -1, -1, -1, -1 }, { { 0, 1 }, { 1, 2 }, { 0, 2 } }, 3, { 0 }, 0 },
    { { -1, -1, -1, -1, -1 }, { { 0, 1 }, { 1, 2 }, { 2, 0 } }, 3, { 0, 1, 2, 0 }, 4 },
    { { -1, -1, -1, -1, -1 }, { { 3, 3 } }, 1, { 3, 3 }, 2 },
    { { -1, 0, -1, -1, -1 }, { { 0, 1 } }, 1, { 0, 1, 0 }, 3 },
    { { -1, 0, -1, -1, -1 }, { { 1, 0 } }, 1, { 0, 1, 0 }, 3 },
    { { -1, 0, 1, -1, -1 }, { { 2, 0 } }, 1, { 0, 1, 2, 0 }, 4 },
    { { -1, 0, 0, -1, -1 }, { { 1, 2 } }, 1, { 0 }, 0 },
    { { -1, 0, -1, 2, -1 }, { { 1, 3 }, { 3, 4 } }, 2, { 0 }, 0 },
    { { -1, 0, -1, 2, -1 }, { { 0, 3 }, { 2, 1 } }, 2, { 0, 3, 2, 1, 0 }, 5 },
    { { -1, 0, -1, -1, -1 }, { { 1, 2 }, { 2, 0 } }, 2, { 0, 1, 2, 0 }, 4 },
    { { -1, 0, -1, -1, -1 }, { { 0, 2 }, { 2, 1 } }, 2, { 0, 2, 1, 0 }, 4 },
    { { 1, 0, -1, -1, -1 }, { { 0 } }, 0, { 0, 1, 0 }, 3 },
    { { 0, -1, -1, -1, -1 }, { { 0 } }, 0, { 0, 0 }, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[5];
    SpilScheduleLink links[4];
    g_autoptr (SpilNetwork) network = NULL;
    g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));

    for (int task = 0; task < 5; task++)
      tasks[task] = make_task (task, cases[i].parents[task], 0, 0);
    for (int link = 0; link < cases[i].n_links; link++)
      links[link] = make_link (cases[i].links[link][0], cases[i].links[link][1], FS, 0);
    network = spil_network_new (tasks, 5, links, (gsize) cases[i].n_links, NULL);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (spil_network_find_circle (network, chain), ==, cases[i].length > 0);
    g_assert_cmpint (spil_network_find_circle (network, NULL), ==, cases[i].length > 0);
    g_assert_cmpint ((int) chain->len, ==, cases[i].length);
    for (guint step = 0; step < chain->len; step++)
      g_assert_cmpint (g_array_index (chain, int, step), ==, cases[i].chain[step]);
  }
}

/* Two laptops together can make a circle: what lies in it or behind it is not known, all else is. Links to what is not there count for nothing. */
static void
test_in_a_circle (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  const SpilScheduleTask tasks[] = { make_task (0, -1, 409, 410), make_task (1, -1, 409, 410),
                                     make_task (2, -1, 409, 410), make_task (3, -1, 409, 410),
                                     make_task (4, -1, 412, 413) };
  const SpilScheduleLink links[] = { make_link (0, 1, FS, 0), make_link (1, 2, FS, 0),
                                     make_link (2, 1, FS, 0), make_link (2, 3, FS, 0),
                                     make_link (0, 4, FS, 0), make_link (-1, 4, FS, 0),
                                     make_link (0, 9, FS, 0) };
  const SpilScheduleMove moves[] = { { 0, day (411), day (412) },
                                     { 1, day (430), day (430) },
                                     { 7, day (430), day (430) } };
  g_autoptr (SpilNetwork) network = spil_network_new (tasks, 5, links, G_N_ELEMENTS (links), calendar);
  g_autoptr (GArray) rows = spil_network_cascade (network, moves, 3);
  SpilNetworkSlack slack[5];

  spil_network_analyse (network, slack);
  g_assert_true (slack[0].known && slack[4].known);
  g_assert_false (slack[1].known || slack[2].known || slack[3].known);
  g_assert_cmpuint (rows->len, ==, 3);
  assert_row (rows, 0, 0, 411, 412, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 1, 1, 430, 430, -1, SPIL_CASCADE_MOVED);
  assert_row (rows, 2, 4, 413, 416, 0, SPIL_CASCADE_MOVED);
}

static void
test_nothing (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  g_autoptr (SpilNetwork) network = spil_network_new (NULL, 0, NULL, 0, calendar);
  g_autoptr (GArray) rows = spil_network_cascade (network, NULL, 0);

  spil_network_analyse (network, NULL);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_false (spil_network_find_circle (network, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/links", test_links);
  g_test_add_func ("/network/passes", test_passes);
  g_test_add_func ("/network/constraints", test_constraints);
  g_test_add_func ("/network/summaries", test_summaries);
  g_test_add_func ("/network/own-dates", test_own_dates);
  g_test_add_func ("/network/inherited", test_inherited);
  g_test_add_func ("/network/cascade", test_cascade);
  g_test_add_func ("/network/move-summary", test_move_summary);
  g_test_add_func ("/network/rules-of-cascade", test_rules_of_cascade);
  g_test_add_func ("/network/half-known", test_half_known);
  g_test_add_func ("/network/pull", test_pull);
  g_test_add_func ("/network/circles", test_circles);
  g_test_add_func ("/network/in-a-circle", test_in_a_circle);
  g_test_add_func ("/network/nothing", test_nothing);
  return g_test_run ();
}

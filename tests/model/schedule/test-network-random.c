// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* 10,000 small networks against the naive one. SPIL_NETWORK_SEED=n in the environment tries only the network of that seed. */
#include <stdlib.h>
#include <string.h>

#include "naive-network.h"
#include "spil-entity.h"

#define NETWORKS 10000
#define SEED 20180731
/* 1 January 2016 to 31 December 2020; the dates lie around Easter and King's Day of 2018. */
#define FIRST_DAY 16801
#define N_DAYS 1827
#define FROM_DAY 17616

typedef struct
{
  SpilScheduleTask tasks[NAIVE_MAX];
  int n;
  SpilScheduleLink links[NAIVE_MAX];
  int n_links;
  SpilScheduleMove moves[2];
  int n_moves;
  gboolean rolled_up; /* summaries get what they span, as in the plan */
} Network;

typedef struct
{
  SpilWorkCalendar *calendar;
  NaiveDays days;
} World;

static SpilId
make_id (int number)
{
  SpilId id = SPIL_ID_NIL;

  id.bytes[15] = (uint8_t) number;
  return id;
}

static gboolean
chance (GRand *random, int of_hundred)
{
  return g_rand_int_range (random, 0, 100) < of_hundred;
}

static SpilDay
random_day (GRand *random)
{
  return spil_day (FROM_DAY + g_rand_int_range (random, 0, 45));
}

static void
make_dates (SpilScheduleTask *task, GRand *random, const World *world)
{
  int kind = g_rand_int_range (random, 0, 100);

  if (kind < 72) {
    task->start = random_day (random);
    do
      task->end = spil_day_add (task->start, g_rand_int_range (random, 0, 9));
    while (spil_work_calendar_count (world->calendar, task->start, task->end) == 0);
  } else if (kind < 84)
    task->start = random_day (random);
  else if (kind < 94)
    task->end = random_day (random);
  task->duration = kind >= 72 ? MAX (0, g_rand_int_range (random, -3, 5)) : 0;
  if (chance (random, 18)) {
    task->milestone = TRUE;
    task->end = chance (random, 50) ? task->start : SPIL_DAY_NONE;
  }
}

static void
make_task (Network *network, int place, GRand *random, const World *world)
{
  SpilScheduleTask *task = &network->tasks[place];

  *task = (SpilScheduleTask) { .id = make_id (place + 1),
                               .start = SPIL_DAY_NONE,
                               .end = SPIL_DAY_NONE,
                               .deadline = SPIL_DAY_NONE,
                               .not_before = SPIL_DAY_NONE,
                               .progress = chance (random, 5) ? 100 : -1,
                               .fixed = chance (random, 8) };
  if (place > 0 && chance (random, 35))
    task->parent = network->tasks[g_rand_int_range (random, 0, place)].id;
  if (chance (random, 4))
    task->state = chance (random, 50) ? SPIL_TASK_STATE_STOPPED : SPIL_TASK_STATE_DONE;
  if (chance (random, 12))
    task->deadline = spil_day_add (random_day (random), 12);
  if (chance (random, 12))
    task->not_before = random_day (random);
  make_dates (task, random, world);
}

static gboolean
is_summary (const Network *network, int task)
{
  for (int i = 0; i < network->n; i++)
    if (spil_id_equal (network->tasks[i].parent, network->tasks[task].id))
      return TRUE;
  return FALSE;
}

static gboolean
goes_round (const Network *network, const World *world)
{
  g_autoptr (SpilNetwork) made = spil_network_new (network->tasks, (gsize) network->n, network->links,
                                                   (gsize) network->n_links, world->calendar);

  return spil_network_find_circle (made, NULL);
}

static void
make_links (Network *network, GRand *random, const World *world)
{
  int n = g_rand_int_range (random, 0, network->n * 3 / 2 + 2);

  for (int i = 0; i < n; i++) {
    SpilScheduleLink *link = &network->links[network->n_links];

    *link = (SpilScheduleLink) { .from_index = g_rand_int_range (random, 0, network->n),
                                 .to_index = g_rand_int_range (random, 0, network->n),
                                 .type = chance (random, 40) ? SPIL_LINK_TYPE_FINISH_START
                                                             : g_rand_int_range (random, 1, 5),
                                 .lag = chance (random, 50) ? 0 : g_rand_int_range (random, -4, 6),
                                 .lag_calendar = chance (random, 30) };
    network->n_links++;
    if (goes_round (network, world))
      network->n_links--;
  }
}

static void
make_moves (Network *network, GRand *random, const World *world)
{
  int n = g_rand_int_range (random, 1, 3);

  for (int i = 0; i < n; i++) {
    int place = g_rand_int_range (random, 0, network->n);
    const SpilScheduleTask *task = &network->tasks[place];
    SpilScheduleTask moved = *task;

    if (is_summary (network, place) || (i > 0 && network->moves[0].task == place))
      continue;
    moved.start = moved.end = SPIL_DAY_NONE;
    make_dates (&moved, random, world);
    if (task->milestone)
      moved.end = moved.start;
    network->moves[network->n_moves++] = (SpilScheduleMove) { place, moved.start, moved.end };
  }
}

static Network
make_network (guint32 seed, const World *world)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Network network = { 0 };

  network.n = g_rand_int_range (random, 2, 10);
  for (int i = 0; i < network.n; i++)
    make_task (&network, i, random, world);
  for (int i = 0; i < network.n; i++)
    if (is_summary (&network, i)) {
      network.tasks[i].start = network.tasks[i].end = SPIL_DAY_NONE;
      network.tasks[i].milestone = FALSE;
    }
  network.rolled_up = chance (random, 50);
  make_links (&network, random, world);
  make_moves (&network, random, world);
  return network;
}

static SpilNetwork *
build (const Network *network, const World *world)
{
  SpilScheduleTask tasks[NAIVE_MAX];

  memcpy (tasks, network->tasks, sizeof tasks);
  if (network->rolled_up) {
    spil_schedule_roll_up (tasks, (gsize) network->n, NULL);
    for (int i = 0; i < network->n; i++)
      tasks[i].progress = network->tasks[i].progress;
  }
  return spil_network_new (tasks, (gsize) network->n, network->links, (gsize) network->n_links,
                           world->calendar);
}

static char *
differ (int task, const char *what, int expected, int found)
{
  return g_strdup_printf ("task %d: %s is %d, not %d", task, what, found, expected);
}

static gboolean
is_known (const Naive *naive, int task)
{
  const SpilScheduleTask *own = &naive->tasks[task];
  int stated = spil_day_is_known (own->start) + spil_day_is_known (own->end);

  return naive_pin (naive, task) != 3 &&
         (own->milestone ? stated > 0 : stated == 2 || (stated == 1 && own->duration > 0));
}

static char *
compare_passes (const Network *network, const World *world)
{
  g_autoptr (SpilNetwork) made = build (network, world);
  SpilNetworkSlack slack[NAIVE_MAX];
  Naive naive;
  NaivePlan plan;

  naive_init (&naive, network->tasks, network->n, network->links, network->n_links, &world->days);
  plan = naive_place (&naive, NAIVE_PUSH);
  spil_network_analyse (made, slack);
  for (int i = 0; i < network->n; i++) {
    SpilDay first, last;
    int total, free_float;

    if (naive.summary[i])
      continue;
    if (slack[i].known != is_known (&naive, i))
      return differ (i, "known", !slack[i].known, slack[i].known);
    if (!slack[i].known)
      continue;
    naive_days (&naive, &plan, i, &first, &last);
    naive_floats (&naive, &plan, i, &total, &free_float);
    if (slack[i].early_start.number != first.number)
      return differ (i, "early start", first.number, slack[i].early_start.number);
    if (slack[i].early_end.number != last.number)
      return differ (i, "early end", last.number, slack[i].early_end.number);
    if (slack[i].total_float != total)
      return differ (i, "total float", total, slack[i].total_float);
    if (slack[i].free_float != free_float)
      return differ (i, "free float", free_float, slack[i].free_float);
  }
  return NULL;
}

/* The days that a task should have after a cascade: those it has, when it stays. */
static void
expected_days (const Network *network, const Naive *naive, const NaivePlan *before, const NaivePlan *after,
               int task, SpilDay *start, SpilDay *end)
{
  const NaivePlace *was = &before->at[task], *is = &after->at[task];
  const SpilScheduleTask *own = &network->tasks[task];

  *start = own->start;
  *end = own->end;
  if ((was->start == is->start || !(is->moment || spil_day_is_known (own->start) || own->duration > 0)) &&
      (was->end == is->end || is->moment || !(spil_day_is_known (own->end) || own->duration > 0)))
    return;
  naive_days (naive, after, task, start, end);
  if (!spil_day_is_known (own->start))
    *start = SPIL_DAY_NONE;
  if (!spil_day_is_known (own->end))
    *end = SPIL_DAY_NONE;
}

static const SpilCascadeRow *
row_of (const GArray *rows, int task)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, SpilCascadeRow, i).task == task)
      return &g_array_index (rows, SpilCascadeRow, i);
  return NULL;
}

static char *
compare_row (const Network *network, const SpilCascadeRow *row, int task, SpilDay start, SpilDay end,
             gboolean blocked)
{
  const SpilScheduleTask *own = &network->tasks[task];
  gboolean is_blocked = row != NULL &&
                        (row->note == SPIL_CASCADE_BLOCKED_FIXED || row->note == SPIL_CASCADE_BLOCKED_DONE);

  if (is_blocked != blocked)
    return differ (task, "blocked", blocked, is_blocked);
  if (start.number != (row != NULL ? row->start : own->start).number)
    return differ (task, "start after the cascade", start.number,
                   (row != NULL ? row->start : own->start).number);
  if (end.number != (row != NULL ? row->end : own->end).number)
    return differ (task, "end after the cascade", end.number, (row != NULL ? row->end : own->end).number);
  if (row != NULL && !blocked && row->start.number == own->start.number &&
      row->end.number == own->end.number && row->because >= 0)
    return differ (task, "a row that says nothing", 0, 1);
  return NULL;
}

static char *
compare_cascade (const Network *network, const World *world)
{
  g_autoptr (SpilNetwork) made = build (network, world);
  g_autoptr (GArray) rows = spil_network_cascade (made, network->moves, (gsize) network->n_moves);
  SpilScheduleTask moved[NAIVE_MAX];
  gboolean asked[NAIVE_MAX] = { 0 }, blocked[NAIVE_MAX];
  Naive naive, after_naive;
  NaivePlan before, given, after;

  memcpy (moved, network->tasks, sizeof moved);
  for (int i = 0; i < network->n_moves; i++) {
    moved[network->moves[i].task].start = network->moves[i].start;
    moved[network->moves[i].task].end = network->moves[i].end;
    asked[network->moves[i].task] = TRUE;
    if (g_array_index (rows, SpilCascadeRow, i).task != network->moves[i].task)
      return differ (network->moves[i].task, "place of what was asked", i, -1);
  }
  naive_init (&naive, network->tasks, network->n, network->links, network->n_links, &world->days);
  naive_init (&after_naive, moved, network->n, network->links, network->n_links, &world->days);
  before = naive_place (&naive, NAIVE_HOLD);
  given = naive_place (&after_naive, NAIVE_HOLD);
  for (int i = 0; i < network->n; i++)
    if (!spil_day_is_known (moved[i].start) && !spil_day_is_known (moved[i].end))
      given.at[i].start = given.at[i].end = NAIVE_NONE;
  after = naive_cascade (&after_naive, &before, asked, &given, blocked);
  for (int i = 0; i < network->n; i++) {
    SpilDay start = moved[i].start, end = moved[i].end;
    char *difference;

    if (naive.summary[i])
      continue;
    if (!asked[i] && !blocked[i])
      expected_days (network, &naive, &before, &after, i, &start, &end);
    difference = compare_row (network, row_of (rows, i), i, start, end, blocked[i]);
    if (difference != NULL)
      return difference;
  }
  return NULL;
}

/* Pulls the tasks that were asked to move, instead of moving them. */
static char *
compare_pull (const Network *network, const World *world)
{
  g_autoptr (SpilNetwork) made = build (network, world);
  g_autoptr (GArray) rows = NULL;
  gboolean pulled[NAIVE_MAX] = { 0 };
  int tasks[2], n_tasks = 0;
  Naive naive;
  NaivePlan before, after;

  naive_init (&naive, network->tasks, network->n, network->links, network->n_links, &world->days);
  for (int i = 0; i < network->n_moves; i++)
    if (naive_can_be_pulled (&naive, network->moves[i].task)) {
      pulled[network->moves[i].task] = TRUE;
      tasks[n_tasks++] = network->moves[i].task;
    }
  rows = spil_network_pull (made, tasks, (gsize) n_tasks);
  before = naive_place (&naive, NAIVE_HOLD);
  after = naive_pull (&naive, &before, pulled);
  for (int i = 0; i < network->n; i++) {
    const SpilCascadeRow *row = row_of (rows, i);
    SpilDay start, end;

    if (naive.summary[i] || naive_pin (&naive, i) != 0)
      continue;
    expected_days (network, &naive, &before, &after, i, &start, &end);
    if (start.number != (row != NULL ? row->start : network->tasks[i].start).number)
      return differ (i, "start after the pull", start.number, row != NULL ? row->start.number : 0);
    if (end.number != (row != NULL ? row->end : network->tasks[i].end).number)
      return differ (i, "end after the pull", end.number, row != NULL ? row->end.number : 0);
  }
  return NULL;
}

static char *
compare (const Network *network, const World *world)
{
  char *difference;

  if (goes_round (network, world))
    return NULL;
  difference = compare_passes (network, world);
  if (difference == NULL)
    difference = compare_cascade (network, world);
  return difference != NULL ? difference : compare_pull (network, world);
}

/* Leaves out what is not needed for the difference. */
static gboolean
still_differs (Network *network, const Network *smaller, const World *world)
{
  g_autofree char *difference = compare (smaller, world);

  if (difference != NULL)
    *network = *smaller;
  return difference != NULL;
}

static void
clear_field (SpilScheduleTask *task, int field)
{
  switch (field) {
  case 0:
    task->fixed = FALSE;
    break;
  case 1:
    task->progress = -1;
    break;
  case 2:
    task->state = 0;
    break;
  case 3:
    task->deadline = SPIL_DAY_NONE;
    break;
  case 4:
    task->not_before = SPIL_DAY_NONE;
    break;
  case 5:
    task->parent = SPIL_ID_NIL;
    break;
  case 6:
    task->duration = 0;
    break;
  case 7:
    task->milestone = FALSE;
    break;
  default:
    task->start = task->end = SPIL_DAY_NONE;
  }
}

static void
shrink (Network *network, const World *world)
{
  gboolean smaller = TRUE;

  while (smaller) {
    smaller = FALSE;
    for (int i = 0; i < network->n_links; i++) {
      Network less = *network;

      less.links[i] = less.links[--less.n_links];
      smaller = still_differs (network, &less, world) || smaller;
    }
    for (int i = 0; i < network->n * 9; i++) {
      Network less = *network;

      clear_field (&less.tasks[i / 9], i % 9);
      if (memcmp (&less.tasks[i / 9], &network->tasks[i / 9], sizeof less.tasks[0]) != 0)
        smaller = still_differs (network, &less, world) || smaller;
    }
    for (int i = 0; i < network->n_moves; i++) {
      Network less = *network;

      less.moves[i] = less.moves[--less.n_moves];
      smaller = still_differs (network, &less, world) || smaller;
    }
  }
}

static void
print_day (const char *what, SpilDay day)
{
  g_autofree char *text = spil_day_to_iso (day);

  if (spil_day_is_known (day))
    g_printerr (" %s %s (%d)", what, text, day.number);
}

static void
print_network (const Network *network)
{
  for (int i = 0; i < network->n; i++) {
    const SpilScheduleTask *task = &network->tasks[i];

    g_printerr ("  task %d parent %d", i, task->parent.bytes[15] - 1);
    print_day ("start", task->start);
    print_day ("end", task->end);
    print_day ("deadline", task->deadline);
    print_day ("not before", task->not_before);
    g_printerr (" duration %d%s%s state %d progress %d\n", task->duration,
                task->milestone ? " milestone" : "", task->fixed ? " fixed" : "", task->state,
                task->progress);
  }
  for (int i = 0; i < network->n_links; i++)
    g_printerr ("  link %d -> %d type %d lag %d%s\n", network->links[i].from_index,
                network->links[i].to_index, network->links[i].type, network->links[i].lag,
                network->links[i].lag_calendar ? " calendar" : "");
  for (int i = 0; i < network->n_moves; i++) {
    g_printerr ("  move %d", network->moves[i].task);
    print_day ("start", network->moves[i].start);
    print_day ("end", network->moves[i].end);
    g_printerr ("\n");
  }
}

static void
test_networks (void)
{
  static const SpilWorkWeek week = { .weekdays = 0x1f, .good_friday = TRUE };
  World world = { spil_work_calendar_new (&week, NULL, 0), { FIRST_DAY, N_DAYS, g_new (gboolean, N_DAYS) } };
  const char *only = g_getenv ("SPIL_NETWORK_SEED");
  guint32 from = only != NULL ? (guint32) strtoul (only, NULL, 10) : SEED;

  for (int i = 0; i < N_DAYS; i++)
    world.days.worked[i] = spil_work_calendar_is_worked (world.calendar, spil_day (FIRST_DAY + i));
  for (guint32 seed = from; seed < from + (only != NULL ? 1 : NETWORKS); seed++) {
    Network network = make_network (seed, &world);
    g_autofree char *difference = compare (&network, &world);
    g_autofree char *at_last = NULL;

    if (difference == NULL)
      continue;
    shrink (&network, &world);
    at_last = compare (&network, &world);
    g_printerr ("seed %u: %s; made smaller: %s\n", seed, difference, at_last);
    print_network (&network);
    g_test_fail ();
    break;
  }
  spil_work_calendar_unref (world.calendar);
  g_free (world.days.worked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/random", test_networks);
  return g_test_run ();
}

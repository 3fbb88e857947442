// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The rules of the planning on 10,000 activities with 15,000 links: what summaries span; and the network of it: making it, looking for a circle, both passes, and a cascade from
 * the first activity that pushes most of the others.
 */
#include "bench.h"
#include "spil-entity.h"
#include "spil-network.h"

#define TASKS 10000
#define LINKS 15000

typedef struct
{
  SpilScheduleTask *given;
  SpilScheduleTask *tasks;
  SpilScheduleLink *links;
  SpilNetworkSlack *slack;
  gboolean *summary;
  SpilWorkCalendar *calendar;
  guint moved;
} Plan;

/* Ten tasks under each summary; one in fifty a milestone, one in a hundred not planned yet. */
static void
make_tasks (Plan *self)
{
  for (int i = 0; i < TASKS; i++) {
    SpilScheduleTask *task = &self->given[i];
    gboolean dated = i % 11 != 0 && i % 100 != 7;

    task->id = spil_id_new ();
    task->parent = i % 11 != 0 ? self->given[i - i % 11].id : SPIL_ID_NIL;
    task->start = dated ? spil_day_add (spil_day_from_ymd (2018, 1, 1), i / 4) : SPIL_DAY_NONE;
    task->end = dated && i % 50 != 9 ? spil_day_add (task->start, 3 + i % 9) : SPIL_DAY_NONE;
    task->milestone = i % 50 == 9;
    task->deadline = i % 20 == 3 ? spil_day_add (task->start, 60) : SPIL_DAY_NONE;
    task->not_before = SPIL_DAY_NONE;
    task->progress = dated ? i % 90 : -1;
  }
}

/* Three links for each two activities: of all types, some with a lag, some of that in calendar days. */
static void
make_links (Plan *self)
{
  for (int i = 0; i < LINKS; i++) {
    int from = i % (TASKS - 40);
    int to = from + 1 + i % 17;

    from -= from % 11 == 0 ? -1 : 0;
    to += to % 11 == 0 || to == from ? 1 : 0;
    to += to % 11 == 0 ? 1 : 0;
    self->links[i] = (SpilScheduleLink) { .from = self->given[from].id,
                                          .to = self->given[to].id,
                                          .from_index = from,
                                          .to_index = to,
                                          .type = i % 5 == 0 ? 1 + i % 4 : SPIL_LINK_TYPE_FINISH_START,
                                          .lag = i % 3 == 0 ? i % 7 - 3 : 0,
                                          .lag_calendar = i % 6 == 0 };
  }
}

static void
copy_tasks (gpointer data, int run)
{
  Plan *self = data;

  for (int i = 0; i < TASKS; i++)
    self->tasks[i] = self->given[i];
}

static void
roll_up (gpointer data, int run)
{
  Plan *self = data;
  SpilDay first, last;

  spil_schedule_roll_up (self->tasks, TASKS, self->summary);
  if (!spil_schedule_span (self->tasks, TASKS, &first, &last))
    g_error ("the planning is not as it was made");
  for (int i = 0; i < TASKS; i++)
    if (spil_schedule_status (&self->tasks[i], first) == SPIL_TASK_STATUS_DONE)
      g_error ("the planning is not as it was made");
}

static void
schedule (gpointer data, int run)
{
  Plan *self = data;
  g_autoptr (SpilNetwork) network = spil_network_new (self->given, TASKS, self->links, LINKS, self->calendar);
  SpilScheduleMove move = { 1, self->given[1].start, spil_day_add (self->given[1].end, 300) };
  g_autoptr (GArray) rows = NULL;

  spil_network_analyse (network, self->slack);
  rows = spil_network_cascade (network, &move, 1);
  self->moved = rows->len;
}

static void
search_circle (gpointer data, int run)
{
  Plan *self = data;
  g_autoptr (SpilNetwork) network = spil_network_new (self->given, TASKS, self->links, LINKS, self->calendar);

  if (spil_network_find_circle (network, NULL))
    g_error ("the planning goes round");
}

int
main (void)
{
  static const SpilWorkWeek week = { .weekdays = 0x1f, .liberation_every = 5 };
  static const char *const figures[] = { "Planning rules, 10,000 activities: what summaries span",
                                         "Planning network, 15,000 links: making, both passes, a cascade",
                                         "Planning network, 15,000 links: making, looking for a circle" };
  Plan plan = { .given = g_new0 (SpilScheduleTask, TASKS),
                .tasks = g_new0 (SpilScheduleTask, TASKS),
                .links = g_new0 (SpilScheduleLink, LINKS),
                .slack = g_new0 (SpilNetworkSlack, TASKS),
                .summary = g_new0 (gboolean, TASKS),
                .calendar = spil_work_calendar_new (&week, NULL, 0) };
  const BenchThing things[] = { { copy_tasks, roll_up, &plan },
                                { NULL, schedule, &plan },
                                { NULL, search_circle, &plan } };
  BenchSeries series[G_N_ELEMENTS (things)] = { 0 };

  make_tasks (&plan);
  make_links (&plan);
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_series_init (&series[i]);
  bench_measure (bench_runs (100), things, series, G_N_ELEMENTS (things));
  if (plan.moved < TASKS / 2)
    g_error ("the cascade moves only %u", plan.moved);
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++) {
    bench_report (
        &(BenchRow) { .figure = figures[i], .clock = BENCH_PROCESSOR, .target = { .median = 0.02 } },
        &series[i], NULL);
    bench_series_clear (&series[i]);
  }
  spil_work_calendar_unref (plan.calendar);
  g_free (plan.given);
  g_free (plan.tasks);
  g_free (plan.links);
  g_free (plan.slack);
  g_free (plan.summary);
  return 0;
}

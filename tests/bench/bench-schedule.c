// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The rules of the planning on 10,000 activities with 15,000 links: what summaries span, and whether links go round. */
#include "bench.h"
#include "spil-schedule-rule.h"

#define TASKS 10000
#define LINKS 15000

typedef struct
{
  SpilScheduleTask *given;
  SpilScheduleTask *tasks;
  SpilScheduleLink *links;
  gboolean *summary;
} Plan;

/* Ten tasks under each summary. */
static void
make_tasks (Plan *self)
{
  self->given = g_new0 (SpilScheduleTask, TASKS);
  for (int i = 0; i < TASKS; i++) {
    SpilScheduleTask *task = &self->given[i];
    gboolean below = i % 11 != 0;

    task->id = spil_id_new ();
    task->parent = below ? self->given[i - i % 11].id : SPIL_ID_NIL;
    task->start = below ? spil_day_from_ymd (2018, 1 + i % 12, 1) : SPIL_DAY_NONE;
    task->end = below ? spil_day_add (task->start, 10 + i % 90) : SPIL_DAY_NONE;
    task->deadline = SPIL_DAY_NONE;
    task->progress = below ? i % 101 : -1;
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
schedule (gpointer data, int run)
{
  Plan *self = data;
  SpilDay first, last;

  spil_schedule_roll_up (self->tasks, TASKS, self->summary);
  if (!spil_schedule_span (self->tasks, TASKS, &first, &last))
    g_error ("the planning is not as it was made");
  for (int i = 0; i < TASKS; i++)
    if (spil_schedule_status (&self->tasks[i], first) == SPIL_TASK_STATUS_DONE &&
        self->tasks[i].progress < 100)
      g_error ("the planning is not as it was made");
}

int
main (void)
{
  Plan plan = { .tasks = g_new0 (SpilScheduleTask, TASKS), .links = g_new0 (SpilScheduleLink, LINKS) };
  const BenchThing thing = { copy_tasks, schedule, &plan };
  g_auto (BenchSeries) series = { 0 };

  make_tasks (&plan);
  plan.summary = g_new0 (gboolean, TASKS);
  for (int i = 0; i < LINKS; i++) {
    int from = i % (TASKS - 20);

    plan.links[i] = (SpilScheduleLink) { .from = plan.given[from].id, .to = plan.given[from + 1 + i % 17].id };
  }
  bench_series_init (&series);
  bench_measure (bench_runs (100), &thing, &series, 1);
  bench_report (&(BenchRow) { .figure = "Planning rules, 10,000 activities, 15,000 links",
                              .clock = BENCH_PROCESSOR,
                              .target = { .median = 0.02 } },
                &series, NULL);
  g_free (plan.given);
  g_free (plan.tasks);
  g_free (plan.links);
  g_free (plan.summary);
  return 0;
}

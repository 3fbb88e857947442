// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-schedule-rule.h"

#include "spil-entity.h"

static SpilId
make_id (int number)
{
  SpilId id = SPIL_ID_NIL;

  id.bytes[15] = (uint8_t) number;
  return id;
}

/* A day by its month and day: 1001 is 1 October 2018; 0: not known. */
static SpilDay
day (int month_day)
{
  return month_day == 0 ? SPIL_DAY_NONE : spil_day_from_ymd (2018, month_day / 100, month_day % 100);
}

static void
test_status (void)
{
  static const struct
  {
    int start, end, deadline;
    gboolean milestone;
    int state, progress;
    SpilTaskStatus status;
  } cases[] = {
    { 0, 0, 0, FALSE, 0, -1, SPIL_TASK_STATUS_NOT_PLANNED },
    { 0, 0, 0, FALSE, SPIL_TASK_STATE_RUNNING, -1, SPIL_TASK_STATUS_RUNNING },
    { 0, 0, 0, FALSE, SPIL_TASK_STATE_PLANNED, -1, SPIL_TASK_STATUS_NOT_PLANNED },
    { 1101, 1201, 0, FALSE, 0, -1, SPIL_TASK_STATUS_PLANNED },
    { 1001, 1201, 0, FALSE, 0, -1, SPIL_TASK_STATUS_RUNNING },
    { 1001, 1201, 0, FALSE, SPIL_TASK_STATE_PLANNED, -1, SPIL_TASK_STATUS_PLANNED },
    { 901, 1201, 0, FALSE, SPIL_TASK_STATE_PLANNED, -1, SPIL_TASK_STATUS_LATE },
    { 901, 0, 0, FALSE, 0, -1, SPIL_TASK_STATUS_RUNNING },
    { 901, 1001, 0, FALSE, 0, -1, SPIL_TASK_STATUS_RUNNING },
    { 801, 930, 0, FALSE, SPIL_TASK_STATE_RUNNING, 90, SPIL_TASK_STATUS_LATE },
    { 801, 930, 0, FALSE, 0, 100, SPIL_TASK_STATUS_DONE },
    { 801, 930, 0, FALSE, SPIL_TASK_STATE_DONE, 50, SPIL_TASK_STATUS_DONE },
    { 801, 930, 0, FALSE, SPIL_TASK_STATE_STOPPED, -1, SPIL_TASK_STATUS_STOPPED },
    { 801, 1201, 930, FALSE, 0, -1, SPIL_TASK_STATUS_LATE },
    { 0, 0, 930, FALSE, 0, -1, SPIL_TASK_STATUS_LATE },
    { 930, 0, 0, TRUE, 0, -1, SPIL_TASK_STATUS_LATE },
    { 1001, 0, 0, TRUE, 0, -1, SPIL_TASK_STATUS_PLANNED },
    { 0, 1201, 0, FALSE, 0, -1, SPIL_TASK_STATUS_PLANNED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask task = { .start = day (cases[i].start),
                              .end = day (cases[i].end),
                              .deadline = day (cases[i].deadline),
                              .milestone = cases[i].milestone,
                              .state = cases[i].state,
                              .progress = cases[i].progress };

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (spil_schedule_status (&task, day (1001)), ==, cases[i].status);
    g_assert_cmpstr (spil_task_status_label (cases[i].status), !=, "");
  }
}

static SpilScheduleTask
make_task (int id, int parent, int start, int end, int progress)
{
  return (SpilScheduleTask) { .id = make_id (id),
                              .parent = make_id (parent),
                              .start = day (start),
                              .end = day (end),
                              .deadline = SPIL_DAY_NONE,
                              .progress = progress };
}

static void
test_roll_up (void)
{
  SpilScheduleTask tasks[] = {
    make_task (1, 0, 0, 0, -1),     make_task (2, 1, 0, 0, -1),   make_task (3, 2, 701, 710, 100),
    make_task (4, 2, 711, 720, 50), make_task (5, 1, 801, 0, -1), make_task (6, 0, 101, 102, 10),
    make_task (7, 6, 601, 630, 80), make_task (8, 99, 0, 0, -1),  make_task (9, 0, 0, 0, -1),
    make_task (10, 9, 0, 0, -1),
  };
  gboolean is_summary[G_N_ELEMENTS (tasks)];
  SpilDay first, last;

  spil_schedule_roll_up (tasks, G_N_ELEMENTS (tasks), is_summary);
  g_assert_cmpint (spil_day_compare (tasks[1].start, day (701)), ==, 0);
  g_assert_cmpint (spil_day_compare (tasks[1].end, day (720)), ==, 0);
  g_assert_cmpint (tasks[1].progress, ==, 75);
  g_assert_cmpint (spil_day_compare (tasks[0].end, day (801)), ==, 0);
  g_assert_cmpint (tasks[0].progress, ==, 71); /* 20 days at 75, 1 undated at 0 */
  g_assert_cmpint (spil_day_compare (tasks[5].start, day (101)), ==, 0);
  g_assert_cmpint (tasks[5].progress, ==, 10);
  g_assert_cmpint (tasks[8].progress, ==, -1);
  g_assert_false (spil_day_is_known (tasks[8].start));
  g_assert_true (is_summary[0] && is_summary[1] && is_summary[5] && is_summary[8]);
  g_assert_false (is_summary[2] || is_summary[7]);

  g_assert_true (spil_schedule_span (tasks, G_N_ELEMENTS (tasks), &first, &last));
  g_assert_cmpint (spil_day_compare (first, day (101)), ==, 0);
  g_assert_cmpint (spil_day_compare (last, day (801)), ==, 0);
  g_assert_false (spil_schedule_span (&tasks[7], 1, &first, &last));
}

static void
test_slip (void)
{
  static const struct
  {
    int start, end, baseline_start, baseline_end;
    gboolean known;
    int days;
  } cases[] = {
    { 701, 731, 701, 731, TRUE, 0 }, { 701, 810, 701, 731, TRUE, 10 }, { 0, 721, 701, 731, TRUE, -10 },
    { 705, 0, 701, 0, TRUE, 4 },     { 701, 0, 701, 731, FALSE, 0 },   { 701, 731, 0, 0, FALSE, 0 },
    { 0, 0, 701, 731, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask task = { .start = day (cases[i].start), .end = day (cases[i].end) };
    int days = 0;

    g_assert_cmpint (
        spil_schedule_slip (&task, day (cases[i].baseline_start), day (cases[i].baseline_end), &days), ==,
        cases[i].known);
    g_assert_cmpint (days, ==, cases[i].days);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-rule/status", test_status);
  g_test_add_func ("/schedule-rule/roll-up", test_roll_up);
  g_test_add_func ("/schedule-rule/slip", test_slip);
  return g_test_run ();
}

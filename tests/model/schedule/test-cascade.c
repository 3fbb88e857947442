// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What moves when something moves, and what is pulled. */
#include "network-fixture.h"

/* A summary states dates of its own: what it spans holds these too, and a link to it moves them. */
static void
test_own_dates (void)
{
  g_auto (NetworkParts) parts = { 0 };
  SpilNetworkSlack slack[7];
  g_autoptr (GArray) rows = NULL;
  SpilScheduleMove move = { 3, network_day (418), network_day (419) };

  network_parts_init (&parts, TRUE);
  spil_network_analyse (parts.network, slack);
  g_assert_cmpint (network_number_of (slack[4].early_end), ==, 430);
  g_assert_cmpint (slack[4].total_float, ==, 0);
  g_assert_cmpint (slack[5].total_float, ==, 6);
  rows = spil_network_cascade (parts.network, &move, 1);
  network_assert_row (rows, 0, 3, 418, 419, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 4, 420, 502, 3, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
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
    g_auto (NetworkParts) parts = { 0 };
    g_autoptr (SpilNetwork) network = NULL;
    g_autoptr (GArray) rows = NULL;
    const SpilScheduleMove move = { 3, network_day (418), network_day (419) };
    const SpilCascadeRow *row;

    network_parts_init (&parts, FALSE);
    parts.tasks[4].fixed = cases[i].fixed;
    parts.tasks[4].state = cases[i].state;
    parts.tasks[4].not_before = network_day (cases[i].not_before);
    parts.tasks[4].deadline = network_day (cases[i].deadline);
    network = spil_network_new (parts.tasks, 7, parts.links, 2, parts.calendar);
    rows = spil_network_cascade (network, &move, 1);
    row = network_row_of (rows, 5);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_nonnull (row);
    g_assert_cmpint (row->note, ==, cases[i].note);
    g_assert_cmpint (network_number_of (row->start), ==, cases[i].start);
    g_assert_cmpint (row->because, ==, 3);
  }
}

static void
test_cascade (void)
{
  g_auto (NetworkParts) parts = { 0 };
  g_autoptr (GArray) rows = NULL;
  SpilScheduleMove move = { 2, network_day (411), network_day (417) };

  network_parts_init (&parts, FALSE);
  rows = spil_network_cascade (parts.network, &move, 1);
  network_assert_row (rows, 0, 2, 411, 417, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 3, 418, 419, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
  g_assert_cmpuint (rows->len, ==, 3); /* 6 lies on the 20th: 3 ends before it */
}

/* A summary that is moved takes its parts along, by working days, and pushes what waits for it. What is done stays. */
static void
test_move_summary (void)
{
  g_auto (NetworkParts) parts = { 0 };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) earlier = NULL;
  g_autoptr (GArray) blocked = NULL;
  g_autoptr (SpilNetwork) done = NULL;
  const SpilScheduleMove later_move = { 0, network_day (411), network_day (417) },
                         earlier_move = { 0, network_day (406), network_day (412) };

  network_parts_init (&parts, FALSE);
  rows = spil_network_cascade (parts.network, &later_move, 1);
  network_assert_row (rows, 0, 1, 411, 412, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 2, 413, 417, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 3, 418, 419, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 3, 5, 420, 423, 3, SPIL_CASCADE_MOVED);
  earlier = spil_network_cascade (parts.network, &earlier_move, 1);
  g_assert_cmpuint (earlier->len, ==, 2); /* nothing is pulled */
  network_assert_row (earlier, 0, 1, 406, 409, 0, SPIL_CASCADE_MOVED);
  parts.tasks[1].state = SPIL_TASK_STATE_DONE;
  done = spil_network_new (parts.tasks, 7, parts.links, 2, parts.calendar);
  blocked = spil_network_cascade (done, &later_move, 1);
  network_assert_row (blocked, 0, 1, 409, 410, 0, SPIL_CASCADE_BLOCKED_DONE);
}

/* Only what comes later pushes; what was asked stays; what is blocked does not push on; what has no dates passes on. */
static void
test_rules_of_cascade (void)
{
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
  SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 413), network_make_task (1, -1, 411, 412),
                               network_make_task (2, -1, 413, 416), network_make_task (3, -1, 0, 0),
                               network_make_task (4, -1, 416, 416), network_make_task (5, -1, 409, 409) };
  const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (1, 2, FS, 0),
                                     network_make_link (0, 3, FS, 0), network_make_link (3, 4, FS, 1),
                                     network_make_link (5, 1, FS, 0) };
  const SpilScheduleMove to_the_front = { 0, network_day (403), network_day (409) },
                         last_day = { 0, network_day (409), network_day (416) };
  const SpilScheduleMove both[] = { { 1, network_day (416), network_day (417) },
                                    { 0, network_day (410), network_day (416) } };
  g_autoptr (SpilNetwork) network = spil_network_new (tasks, 6, links, 5, calendar);
  g_autoptr (SpilNetwork) fixed = NULL;
  g_autoptr (GArray) rows = spil_network_cascade (network, &to_the_front, 1);

  g_assert_cmpuint (rows->len, ==,
                    1); /* 1 began before the end of 0, and still does: nobody asked about that */
  g_array_unref (rows);
  rows = spil_network_cascade (network, &last_day, 1);
  network_assert_row (rows, 0, 0, 409, 416, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 1, 417, 418, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 2, 419, 420, 1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 3, 4, 418, 418, 0, SPIL_CASCADE_MOVED); /* through 3, which has no dates */
  g_array_unref (rows);
  rows = spil_network_cascade (network, both, 2);
  network_assert_row (rows, 0, 1, 416, 417, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 0, 410, 416, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 2, 418, 419, 1, SPIL_CASCADE_MOVED);
  g_array_unref (rows);
  tasks[1].fixed = TRUE;
  fixed = spil_network_new (tasks, 6, links, 5, calendar);
  rows = spil_network_cascade (fixed, &last_day, 1);
  network_assert_row (rows, 1, 1, 411, 412, 0, SPIL_CASCADE_BLOCKED_FIXED);
  network_assert_row (rows, 2, 4, 418, 418, 0, SPIL_CASCADE_MOVED);
  g_assert_cmpuint (rows->len, ==, 3);
}

/* What is stated of the dates stays all that is stated. */
static void
test_half_known (void)
{
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
  SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 410), network_make_task (1, -1, 411, 0),
                               network_make_task (2, -1, 0, 412),   network_make_task (3, -1, 411, 0),
                               network_make_task (4, -1, 0, 412),   network_make_task (5, -1, 411, 0) };
  const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (0, 2, FF, 0),
                                     network_make_link (0, 3, FS, 0), network_make_link (0, 4, FS, 0),
                                     network_make_link (1, 5, SS, 1) };
  const SpilScheduleMove move = { 0, network_day (409), network_day (417) };
  g_autoptr (SpilNetwork) network = NULL;
  g_autoptr (GArray) rows = NULL;
  SpilNetworkSlack slack[6];

  tasks[3].duration = 3;
  tasks[4].duration = 2;
  network = spil_network_new (tasks, 6, links, 5, calendar);
  spil_network_analyse (network, slack);
  g_assert_false (slack[1].known || slack[2].known);
  g_assert_true (slack[3].known && slack[4].known);
  g_assert_cmpint (network_number_of (slack[3].early_end), ==, 413);
  g_assert_cmpint (network_number_of (slack[4].early_start), ==, 411);
  rows = spil_network_cascade (network, &move, 1);
  network_assert_row (rows, 0, 0, 409, 417, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 1, 418, 0, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 2, 0, 417, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 3, 3, 418, 0, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 4, 4, 0, 419, 0, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 5, 5, 419, 0, 1, SPIL_CASCADE_MOVED);
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
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 410), network_make_task (1, -1, 418, 419),
                                 network_make_task (2, -1, 425, 425), network_make_task (3, -1, 424, 424),
                                 network_make_task (4, -1, 420, 420), network_make_task (5, -1, 0, 0),
                                 network_make_task (6, -1, 0, 0) };
    const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (1, 2, FS, 0),
                                       network_make_link (2, 3, FS, 0), network_make_link (0, 5, FS, 0),
                                       network_make_link (0, 6, FS, 0) };
    g_autoptr (SpilNetwork) network = NULL;
    g_autoptr (GArray) rows = NULL;

    tasks[1].not_before = network_day (cases[i].not_before);
    tasks[1].fixed = cases[i].fixed;
    tasks[5].duration = 2;
    tasks[6].milestone = TRUE;
    network = spil_network_new (tasks, 7, links, 5, calendar);
    rows = spil_network_pull (network, cases[i].tasks, (gsize) cases[i].n);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpuint (rows->len, ==, cases[i].n_rows);
    for (guint row = 0; row < cases[i].n_rows; row++)
      network_assert_row (rows, row, cases[i].rows[row].task, cases[i].rows[row].start,
                          cases[i].rows[row].end, row < (guint) cases[i].n ? -1 : cases[i].rows[row - 1].task,
                          cases[i].rows[row].note);
  }
}

/* Two laptops together can make a circle: what lies in it or behind it is not known, all else is. Links to what is not there count for nothing. */
static void
test_in_a_circle (void)
{
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
  const SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 410), network_make_task (1, -1, 409, 410),
                                     network_make_task (2, -1, 409, 410), network_make_task (3, -1, 409, 410),
                                     network_make_task (4, -1, 412, 413) };
  const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (1, 2, FS, 0),
                                     network_make_link (2, 1, FS, 0), network_make_link (2, 3, FS, 0),
                                     network_make_link (0, 4, FS, 0), network_make_link (-1, 4, FS, 0),
                                     network_make_link (0, 9, FS, 0) };
  const SpilScheduleMove moves[] = { { 0, network_day (411), network_day (412) },
                                     { 1, network_day (430), network_day (430) },
                                     { 7, network_day (430), network_day (430) } };
  g_autoptr (SpilNetwork) network = spil_network_new (tasks, 5, links, G_N_ELEMENTS (links), calendar);
  g_autoptr (GArray) rows = spil_network_cascade (network, moves, 3);
  SpilNetworkSlack slack[5];

  spil_network_analyse (network, slack);
  g_assert_true (slack[0].known && slack[4].known);
  g_assert_false (slack[1].known || slack[2].known || slack[3].known);
  g_assert_cmpuint (rows->len, ==, 3);
  network_assert_row (rows, 0, 0, 411, 412, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 1, 1, 430, 430, -1, SPIL_CASCADE_MOVED);
  network_assert_row (rows, 2, 4, 413, 416, 0, SPIL_CASCADE_MOVED);
}

/* Work in a weekend has no working day: what ends on Friday does not push it; when it is pushed it takes one. A milestone on a Sunday likewise. */
static void
test_free_days (void)
{
  static const struct
  {
    int end; /* of what goes before */
    guint n_rows;
    int event_start, event_end, milestone;
  } cases[] = {
    { 412, 1, 0, 0, 0 },
    { 413, 1, 0, 0, 0 },
    { 415, 1, 0, 0, 0 },
    { 416, 4, 417, 417, 416 },
  };
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
  SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 411), network_make_task (1, -1, 414, 415),
                               network_make_task (2, -1, 0, 415), network_make_task (3, -1, 416, 416) };
  const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (0, 2, FS, 0),
                                     network_make_link (1, 3, FS, 0) };
  const int event = 1;
  g_autoptr (SpilNetwork) network = NULL;
  g_autoptr (GArray) pulled = NULL;

  tasks[2].milestone = TRUE;
  network = spil_network_new (tasks, 4, links, 3, calendar);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilScheduleMove move = { 0, network_day (409), network_day (cases[i].end) };
    g_autoptr (GArray) rows = spil_network_cascade (network, &move, 1);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpuint (rows->len, ==, cases[i].n_rows);
    if (cases[i].n_rows == 1)
      continue;
    network_assert_row (rows, 1, 1, cases[i].event_start, cases[i].event_end, 0, SPIL_CASCADE_MOVED);
    network_assert_row (rows, 2, 2, 0, cases[i].milestone, 0, SPIL_CASCADE_MOVED);
    network_assert_row (rows, 3, 3, 418, 418, 1, SPIL_CASCADE_MOVED);
  }
  spil_network_free (network);
  tasks[0].end = network_day (413);
  network = spil_network_new (tasks, 4, links, 3, calendar);
  pulled = spil_network_pull (network, &event, 1);
  g_assert_cmpuint (pulled->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cascade/cascade", test_cascade);
  g_test_add_func ("/cascade/own-dates", test_own_dates);
  g_test_add_func ("/cascade/inherited", test_inherited);
  g_test_add_func ("/cascade/move-summary", test_move_summary);
  g_test_add_func ("/cascade/rules-of-cascade", test_rules_of_cascade);
  g_test_add_func ("/cascade/half-known", test_half_known);
  g_test_add_func ("/cascade/pull", test_pull);
  g_test_add_func ("/cascade/in-a-circle", test_in_a_circle);
  g_test_add_func ("/cascade/free-days", test_free_days);
  return g_test_run ();
}

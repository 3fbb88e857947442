// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Tables of cases: what links ask, the passes, circles. */
#include "network-fixture.h"

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
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { network_make_task (0, -1, 301, 301),
                                 network_make_task (1, -1, cases[i].to_start, cases[i].to_end) };
    SpilScheduleLink link = network_make_link (0, 1, cases[i].type, cases[i].lag);
    SpilScheduleMove move = { 0, network_day (cases[i].from_start), network_day (cases[i].from_end) };
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
    row = network_row_of (rows, 1);
    tasks[0].start = move.start;
    tasks[0].end = move.end;
    after = spil_network_new (tasks, 2, &link, 1, calendar);
    spil_network_analyse (after, slack);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (network_number_of (slack[1].early_start), ==, cases[i].start);
    g_assert_cmpint (network_number_of (slack[1].early_end), ==,
                     cases[i].end != 0 ? cases[i].end : cases[i].start);
    if (cases[i].start == cases[i].to_start) {
      g_assert_null (row);
      continue;
    }
    g_assert_nonnull (row);
    g_assert_cmpint (network_number_of (row->start), ==, cases[i].start);
    g_assert_cmpint (network_number_of (row->end), ==, cases[i].end);
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
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
  const SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 411), network_make_task (1, -1, 412, 413),
                                     network_make_task (2, -1, 417, 417), network_make_task (3, -1, 420, 420),
                                     network_make_task (4, -1, 410, 411), network_make_task (5, -1, 0, 0),
                                     network_make_task (6, -1, 410, 0) };
  const SpilScheduleLink links[] = { network_make_link (0, 1, FS, 0), network_make_link (1, 2, FS, 0),
                                     network_make_link (2, 3, FS, 0), network_make_link (4, 3, FS, 1) };
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
    g_assert_cmpint (network_number_of (slack[i].early_start), ==, cases[i].early_start);
    g_assert_cmpint (network_number_of (slack[i].early_end), ==, cases[i].early_end);
    g_assert_cmpint (network_number_of (slack[i].late_start), ==, cases[i].late_start);
    g_assert_cmpint (network_number_of (slack[i].late_end), ==, cases[i].late_end);
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
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScheduleTask tasks[] = { network_make_task (0, -1, 409, 413), network_make_task (1, -1, 416, 420),
                                 network_make_task (2, -1, 430, 430) };
    const SpilScheduleLink link = network_make_link (0, 1, FS, 0);
    g_autoptr (SpilNetwork) network = NULL;
    SpilNetworkSlack slack[3];

    tasks[1].not_before = network_day (cases[i].not_before);
    tasks[1].deadline = network_day (cases[i].deadline);
    tasks[1].fixed = cases[i].fixed;
    tasks[1].state = cases[i].state;
    network = spil_network_new (tasks, 3, &link, 1, calendar);
    spil_network_analyse (network, slack);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (network_number_of (slack[1].early_start), ==, cases[i].second_start);
    g_assert_cmpint (slack[0].total_float, ==, cases[i].first_float);
    g_assert_cmpint (slack[1].total_float, ==, cases[i].second_float);
    g_assert_cmpint (slack[0].critical, ==, cases[i].first_critical);
    g_assert_cmpint (slack[1].critical, ==, cases[i].second_critical);
  }
}

static void
test_summaries (void)
{
  g_auto (NetworkParts) parts = { 0 };
  SpilNetworkSlack slack[7];

  network_parts_init (&parts, FALSE);
  g_assert_true (spil_network_is_summary (parts.network, 0));
  g_assert_false (spil_network_is_summary (parts.network, 3));
  g_assert_false (spil_network_may_link (parts.network, 0, FF));
  g_assert_false (spil_network_may_link (parts.network, 0, SF));
  g_assert_true (spil_network_may_link (parts.network, 0, SS));
  g_assert_true (spil_network_may_link (parts.network, 3, FF));
  spil_network_analyse (parts.network, slack);
  g_assert_true (slack[0].known && !slack[0].critical);
  g_assert_cmpint (network_number_of (slack[0].early_start), ==, 409);
  g_assert_cmpint (network_number_of (slack[0].early_end), ==, 413);
  g_assert_cmpint (slack[1].total_float, ==,
                   4); /* until the 16th: then 3 ends on the 18th and 5 on the 20th */
  g_assert_cmpint (slack[1].free_float, ==, 3); /* until the 13th, as 2 */
  g_assert_cmpint (slack[2].total_float, ==, 1);
  g_assert_cmpint (slack[2].free_float, ==, 0);
  g_assert_cmpint (slack[0].total_float, ==, 1);
  g_assert_cmpint (slack[0].free_float, ==, 0);
  g_assert_cmpint (network_number_of (slack[0].late_end), ==, 416);
  g_assert_true (slack[4].critical && slack[6].critical && !slack[5].critical);
  g_assert_cmpint (network_number_of (slack[4].early_start), ==, 418);
  g_assert_cmpint (network_number_of (slack[4].early_end), ==, 420);
  g_assert_cmpint (slack[5].total_float, ==, 1);
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
      tasks[task] = network_make_task (task, cases[i].parents[task], 0, 0);
    for (int link = 0; link < cases[i].n_links; link++)
      links[link] = network_make_link (cases[i].links[link][0], cases[i].links[link][1], FS, 0);
    network = spil_network_new (tasks, 5, links, (gsize) cases[i].n_links, NULL);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (spil_network_find_circle (network, chain), ==, cases[i].length > 0);
    g_assert_cmpint (spil_network_find_circle (network, NULL), ==, cases[i].length > 0);
    g_assert_cmpint ((int) chain->len, ==, cases[i].length);
    for (guint step = 0; step < chain->len; step++)
      g_assert_cmpint (g_array_index (chain, int, step), ==, cases[i].chain[step]);
  }
}

static void
test_nothing (void)
{
  g_autoptr (SpilWorkCalendar) calendar = network_make_calendar ();
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
  g_test_add_func ("/network/circles", test_circles);
  g_test_add_func ("/network/nothing", test_nothing);
  return g_test_run ();
}

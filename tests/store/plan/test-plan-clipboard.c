// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *rows; /* name start end owner progress, parted by |; rows by / ; NULL: refused */
  const char *refused;
} Case;

static const Case cases[] = {
  { "Een", "Een|- -||-1", NULL },
  { "Een\nTwee\r\n\r\n", "Een|- -||-1/Twee|- -||-1", NULL },
  { "Een\t3-9-2018\t7-9-2018\tBo", "Een|03-09-2018 07-09-2018|Bo|-1", NULL },
  { "1\tEen\tBo, Noor\t3 sep\n2\tTwee\t\t\n", "Een|03-09-2018 -|Bo, Noor|-1/Twee|- -||-1", NULL },
  { "Een\t3-9-2018\t5", "Een|03-09-2018 07-09-2018||-1", NULL },
  { "Een\t5\t3-9-2018", "Een|03-09-2018 07-09-2018||-1", NULL },
  { "Naam\tEind\tBegin\tWie\n\"Een \"\"x\"\"\n\"\t7-9-2018\t3-9-2018\tBo",
    "Een \"x\"|03-09-2018 07-09-2018|Bo|-1", NULL },
  { "Taaknaam\tDuur\tStart\t% voltooid\nEen\t5 dagen\tma 3-9-18\t40%", "Een|03-09-2018 07-09-2018||40",
    NULL },
  { "Naam\tStart\nEen\t3-9-2018 08:00", "Een|03-09-2018 -||-1", NULL },
  { "Naam\tStart\nEen\tnog te bepalen", NULL, "Row 2" },
  { "Naam\tStart\n\t3-9-2018", NULL, "Row 2" },
  { "Naam\tStart\tEinde\nEen\t7-9-2018\t3-9-2018", NULL, "Row 2" },
  { "Naam\tKosten\nEen\tveel", NULL, "Cost" },
  { "Naam\tStart", NULL, "no activities" },
  { "", NULL, "no activities" },
  { "3-9-2018\t4-9-2018", NULL, "no activities" },
};

static char *
describe_new (const SpilPlan *plan, guint first)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, (int) i);
    g_autofree char *dates = dates_of (plan, task->name);

    g_string_append_printf (text, "%s%s|%s|%s|%d", i > first ? "/" : "", task->name, dates,
                            task->owner != NULL ? task->owner : "", task->task.progress);
  }
  return g_string_free_and_steal (text);
}

static void
test_cells (Book *book, gconstpointer data)
{
  put (book, NULL, "task", "name=Er al", "number=1", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlan *plan = read_plan (book);
    g_autoptr (GError) error = NULL;
    SpilAction *action = spil_plan_paste_action (plan, -1, cases[i].text, &error);

    g_test_message ("case %d", (int) i);
    if (cases[i].rows == NULL) {
      assert_refused (action, &error, cases[i].refused);
    } else {
      g_autofree char *rows = NULL;

      g_assert_no_error (error);
      act (book, &plan, action);
      rows = describe_new (plan, 1);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpint (spil_plan_get_task (plan, 1)->number, ==, 2);
      g_assert_true (spil_store_undo (book->store.store, NULL, &error));
    }
    spil_plan_free (plan);
  }
}

/* One's own copy: parts, links inside, and what follows from parts does not become their own. */
static void
test_round (Book *book, gconstpointer data)
{
  SpilPlan *plan;
  g_autofree char *text = NULL;
  g_autofree char *tree = NULL;
  const SpilPlanTaskRow *task;
  const SpilPlanLinkRow *link;
  int first;

  put (book, "n50", "area", "name=N50", "kind=corridor", NULL);
  put (book, "w", "task", "name=Geheel", "number=1", "area=@n50", NULL);
  put (book, "a", "task", "name=Met \"haken\"", "parent=@w", "start=2018-09-03", "end=2018-09-14",
       "owner=Bo, Noor", "cost=1250.50", "vat=excluded", "progress_rule=typed", "progress=10", "effort=4.5",
       "deadline=2018-10-01", "not_before=2018-09-01", NULL);
  put (book, "b", "task", "name=Tekenen", "parent=@w", "start=2018-09-20", "end=2018-09-20", "milestone=true",
       NULL);
  put (book, "c", "task", "name=Erna", "number=2", "duration=3", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@b", "type=ff", "lag=-2", "lag_unit=calendar", NULL);
  put (book, NULL, "dependency", "from=@c", "to=@b", "type=fs", NULL);
  plan = read_plan (book);
  first = at (plan, "Geheel");
  text = spil_plan_copy (plan, &first, 1);
  g_assert_true (strstr (text, "\"Met \"\"haken\"\"\"\t03-09-2018\t14-09-2018\t10\tBo, Noor\t10 %") != NULL);
  g_assert_true (strstr (text, "\t1.1EE-2k\t") != NULL); /* not what comes from outside */
  act (book, &plan, spil_plan_paste_action (plan, first, text, NULL));
  tree = plan_tree (plan);
  g_assert_cmpstr (tree, ==, "Geheel(Met \"haken\" Tekenen) Geheel(Met \"haken\" Tekenen) Erna");
  task = spil_plan_get_task (plan, 3);
  g_assert_false (task->own_dates);
  g_assert_false (task->own_cost_known);
  g_assert_cmpint (task->number, ==, 3);
  g_assert_cmpstr (task->area_name, ==, "N50");
  task = spil_plan_get_task (plan, 4);
  g_assert_cmpint (task->own_start.number, ==, day (2018, 9, 3).number);
  g_assert_cmpint (task->own_cost.cents, ==, 125050);
  g_assert_cmpint (task->own_progress, ==, 10);
  g_assert_cmpint (task->task.deadline.number, ==, day (2018, 10, 1).number);
  g_assert_cmpint (task->task.not_before.number, ==, day (2018, 9, 1).number);
  g_assert_cmpfloat_with_epsilon (task->effort, 4.5, 1e-9);
  g_assert_cmpstr (task->owner, ==, "Bo, Noor");
  g_assert_true (spil_plan_get_task (plan, 5)->task.milestone);
  g_assert_cmpint (plan->links->len, ==, 3);
  link = &g_array_index (plan->links, SpilPlanLinkRow, 2);
  g_assert_cmpint (link->from_index, ==, 4);
  g_assert_cmpint (link->to_index, ==, 5);
  g_assert_cmpint (link->type, ==, SPIL_LINK_TYPE_FINISH_FINISH);
  g_assert_cmpint (link->lag, ==, -2);
  g_assert_cmpint (link->lag_unit, ==, SPIL_LAG_UNIT_CALENDAR);
  spil_plan_free (plan);
}

/* Without dates but with days: the working days that it needs. */
static void
test_undated (Book *book, gconstpointer data)
{
  SpilPlan *plan = read_plan (book);

  act (book, &plan,
       spil_plan_paste_action (
           plan, -1, "Naam\tDagen\tNiveau\nGeheel\t\t1\nDeel\t4\t2\nDieper\t\t3\nAnder\t\t1", NULL));
  g_assert_cmpint (task_named (plan, "Deel")->own_duration, ==, 0);
  g_assert_cmpint (task_named (plan, "Dieper")->level, ==, 2);
  g_assert_cmpint (task_named (plan, "Ander")->level, ==, 0);
  act (book, &plan, spil_plan_paste_action (plan, at (plan, "Dieper"), "Naam\tDagen\nNaast\t4", NULL));
  g_assert_cmpint (task_named (plan, "Naast")->own_duration, ==, 4);
  g_assert_cmpint (task_named (plan, "Naast")->level, ==, 2);
  spil_plan_free (plan);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-clipboard/cells", test_cells);
  BOOK_TEST ("/plan-clipboard/round", test_round);
  BOOK_TEST ("/plan-clipboard/undated", test_undated);
  return g_test_run ();
}

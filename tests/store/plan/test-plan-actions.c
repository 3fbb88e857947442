// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include <string.h>

/* A(B C(D)) E F, without order keys: in the order of their numbers. */
static void
put_tree (Book *book)
{
  put (book, "A", "task", "name=A", "number=1", NULL);
  put (book, "B", "task", "name=B", "number=2", "parent=@A", NULL);
  put (book, "C", "task", "name=C", "number=3", "parent=@A", NULL);
  put (book, "D", "task", "name=D", "number=4", "parent=@C", NULL);
  put (book, "E", "task", "name=E", "number=5", NULL);
  put (book, "F", "task", "name=F", "number=6", NULL);
}

typedef SpilAction *(*ArrangeFunc) (const SpilPlan *plan, const int *tasks, gsize n, GError **error);

typedef struct
{
  ArrangeFunc func;
  const char *tasks; /* names of one letter */
  const char *tree; /* after it; NULL: refused */
} Arranging;

static const Arranging arrangings[] = {
  { spil_plan_indent_action, "E", "A(B C(D) E) F" },
  { spil_plan_indent_action, "EF", "A(B C(D) E F)" },
  { spil_plan_indent_action, "C", "A(B(C(D))) E F" },
  { spil_plan_indent_action, "CD", "A(B(C(D))) E F" },
  { spil_plan_indent_action, "A", NULL },
  { spil_plan_indent_action, "AB", NULL },
  { spil_plan_indent_action, "AE", NULL }, /* nothing that stays stands above either */
  { spil_plan_outdent_action, "D", "A(B C D) E F" },
  { spil_plan_outdent_action, "B", "A(C(D)) B E F" },
  { spil_plan_outdent_action, "BC", "A B C(D) E F" },
  { spil_plan_outdent_action, "BD", "A(C D) B E F" },
  { spil_plan_outdent_action, "E", NULL },
  { spil_plan_raise_action, "F", "A(B C(D)) F E" },
  { spil_plan_raise_action, "EF", "E F A(B C(D))" },
  { spil_plan_raise_action, "C", "A(C(D) B) E F" },
  { spil_plan_raise_action, "AC", NULL }, /* C goes along with A */
  { spil_plan_raise_action, "A", NULL },
  { spil_plan_lower_action, "A", "E A(B C(D)) F" },
  { spil_plan_lower_action, "AE", "F A(B C(D)) E" },
  { spil_plan_lower_action, "AF", "E A(B C(D)) F" },
  { spil_plan_lower_action, "B", "A(C(D) B) E F" },
  { spil_plan_lower_action, "F", NULL },
};

static GArray *
places (const SpilPlan *plan, const char *names)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));

  for (; *names != '\0'; names++) {
    const char name[2] = { *names, '\0' };
    int place = at (plan, name);

    g_array_append_val (tasks, place);
  }
  return tasks;
}

static void
test_arrange (Book *book, gconstpointer data)
{
  put_tree (book);
  for (gsize i = 0; i < G_N_ELEMENTS (arrangings); i++) {
    const Arranging *arranging = &arrangings[i];
    SpilPlan *plan = read_plan (book);
    g_autoptr (GArray) tasks = places (plan, arranging->tasks);
    g_autoptr (GError) error = NULL;
    g_autofree char *tree = NULL;
    SpilAction *action;

    g_test_message ("case %d: %s", (int) i, arranging->tasks);
    action = arranging->func (plan, (const int *) (gpointer) tasks->data, tasks->len, &error);
    if (arranging->tree == NULL) {
      assert_refused (action, &error, "");
      spil_plan_free (plan);
      continue;
    }
    act (book, &plan, action);
    tree = plan_tree (plan);
    g_assert_cmpstr (tree, ==, arranging->tree);
    g_assert_true (spil_store_undo (book->store.store, NULL, &error));
    spil_plan_free (plan);
  }
}

/* Order keys: some, none, equal ones. */
static void
test_keys (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *keys[4]; /* of A to D; NULL: none */
    const char *begins;
  } cases[] = {
    { { NULL, NULL, NULL, NULL }, "A B C D" }, { { "b", "d", "f", "h" }, "A B C D" },
    { { "b", "b", "b", "b" }, "A B C D" },     { { "b", NULL, NULL, NULL }, "A B C D" },
    { { NULL, NULL, "b", NULL }, "C A B D" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlan *plan;
    g_autofree char *first = NULL;
    int task;

    for (int j = 0; j < 4; j++) {
      g_autofree char *name = g_strdup_printf ("name=%c", 'A' + j);
      g_autofree char *order = g_strdup_printf ("order=%s", cases[i].keys[j] != NULL ? cases[i].keys[j] : "");

      put (book, NULL, "task", name, order, NULL);
    }
    plan = read_plan (book);
    first = plan_tree (plan);
    g_assert_cmpstr (first, ==, cases[i].begins);
    /* The last one goes up to the front, step by step, and the rest stays as it was. */
    for (int step = 3; step > 0; step--) {
      g_autofree char *tree = NULL;
      const char last = first[6];

      task = step;
      act (book, &plan, spil_plan_raise_action (plan, &task, 1, NULL));
      tree = plan_tree (plan);
      g_assert_cmpint (tree[2 * (step - 1)], ==, last);
    }
    for (int j = 0; j < 4; j++) {
      task = 0;
      act (book, &plan, spil_plan_delete_action (plan, &task, 1));
    }
    g_assert_cmpint (plan->tasks->len, ==, 0);
    spil_plan_free (plan);
  }
}

static void
test_place (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *tasks;
    const char *parent; /* NULL: the top */
    const char *before; /* NULL: last */
    const char *tree; /* NULL: refused */
  } cases[] = {
    { "E", "A", "B", "A(E B C(D)) F" },
    { "EF", "C", NULL, "A(B C(D E F))" },
    { "D", NULL, "A", "D A(B C) E F" },
    { "AE", NULL, NULL, "F A(B C(D)) E" },
    { "BC", NULL, "E", "A B C(D) E F" },
    { "EF", NULL, "F", "A(B C(D)) E F" },
    { "A", "C", NULL, NULL },
    { "A", "A", NULL, NULL },
  };

  put_tree (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlan *plan = read_plan (book);
    g_autoptr (GArray) tasks = places (plan, cases[i].tasks);
    g_autoptr (GError) error = NULL;
    g_autofree char *tree = NULL;
    SpilId parent = cases[i].parent != NULL ? task_named (plan, cases[i].parent)->id : SPIL_ID_NIL;
    SpilAction *action = spil_plan_place_action (
        plan, (const int *) (gpointer) tasks->data, tasks->len, parent,
        cases[i].before != NULL ? at (plan, cases[i].before) : -1, &error);

    g_test_message ("case %d", (int) i);
    if (cases[i].tree == NULL) {
      assert_refused (action, &error, "own parts");
      spil_plan_free (plan);
      continue;
    }
    act (book, &plan, action);
    tree = plan_tree (plan);
    g_assert_cmpstr (tree, ==, cases[i].tree);
    g_assert_true (spil_store_undo (book->store.store, NULL, &error));
    spil_plan_free (plan);
  }
}

static void
test_milestone_has_no_parts (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlan) plan = NULL;
  int second = 1;

  put (book, "m", "task", "name=M", "number=1", "milestone=true", NULL);
  put (book, NULL, "task", "name=N", "number=2", NULL);
  plan = read_plan (book);
  assert_refused (spil_plan_indent_action (plan, &second, 1, &error), &error, "N");
  assert_refused (spil_plan_place_action (plan, &second, 1, id_of (book, "m"), -1, &error), &error,
                  "milestone");
}

static void
test_insert (Book *book, gconstpointer data)
{
  SpilPlan *plan;
  g_autofree char *tree = NULL;
  SpilId id;

  put_tree (book);
  plan = read_plan (book);
  act (book, &plan,
       spil_plan_insert_action (plan, at (plan, "A"), "G", day (2018, 9, 3), day (2018, 9, 7), FALSE, &id));
  act (book, &plan,
       spil_plan_insert_action (plan, at (plan, "B"), "H", SPIL_DAY_NONE, SPIL_DAY_NONE, FALSE, NULL));
  act (book, &plan, spil_plan_insert_action (plan, -1, NULL, day (2018, 9, 3), day (2018, 9, 3), TRUE, NULL));
  tree = plan_tree (plan);
  g_assert_cmpstr (tree, ==, "A(B H C(D)) G E F New milestone");
  g_assert_true (spil_id_equal (task_named (plan, "G")->id, id));
  g_assert_cmpint (task_named (plan, "G")->number, ==, 7);
  g_assert_true (task_named (plan, "New milestone")->task.milestone);
  assert_dates (plan, "G", "03-09-2018 07-09-2018");
  assert_dates (plan, "H", "- -");
  spil_plan_free (plan);
}

/* What is deleted takes its parts, its links and its journal with it; a baseline still tells of it. */
static void
test_delete (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *tree = NULL;
  SpilPlan *plan;
  int task;

  put_tree (book);
  put (book, NULL, "dependency", "from=@D", "to=@E", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@E", "to=@F", "type=fs", NULL);
  put (book, NULL, "task_journal", "task=@D", "date=2018-09-01", "light=red", "headline=Stil", NULL);
  plan = read_plan (book);
  act (book, &plan, spil_plan_baseline_action (plan, day (2018, 9, 30), "Begin", SPIL_ID_NIL, "Vastgelegd"));
  task = at (plan, "A");
  act (book, &plan, spil_plan_delete_action (plan, &task, 1));
  tree = plan_tree (plan);
  g_assert_cmpstr (tree, ==, "E F");
  g_assert_cmpint (plan->links->len, ==, 1);
  g_assert_cmpint (plan->gone->len, ==, 4);
  g_assert_cmpstr (((SpilPlanGoneRow *) plan->gone->pdata[3])->name, ==, "D");
  faults = spil_store_check (book->store.store, &error);
  assert_rows (faults, error, 0);
  g_assert_true (spil_store_undo (book->store.store, NULL, &error));
  spil_plan_free (plan);
  plan = read_plan (book);
  g_assert_cmpint (plan->gone->len, ==, 0);
  g_assert_cmpint (plan->links->len, ==, 2);
  g_assert_cmpstr (task_named (plan, "D")->headline, ==, "Stil");
  spil_plan_free (plan);
}

/* Whole takes part B with it by working days; what is done or fixed stays, what is named goes where that says. */
static void
test_move (Book *book, gconstpointer data)
{
  SpilPlan *plan;
  SpilScheduleMove moves[2];

  put (book, "whole", "task", "name=Whole", NULL);
  put (book, NULL, "task", "name=A", "parent=@whole", "start=2018-09-03", "end=2018-09-07", NULL);
  put (book, "b", "task", "name=B", "parent=@whole", NULL);
  put (book, NULL, "task", "name=C", "parent=@b", "start=2018-09-13", "end=2018-09-17", NULL);
  put (book, NULL, "task", "name=D", "parent=@whole", "start=2018-09-03", "end=2018-09-04", "state=done",
       NULL);
  put (book, NULL, "task", "name=E", "parent=@whole", "start=2018-09-10", "end=2018-09-10", "fixed=true",
       NULL);
  put (book, NULL, "task", "name=F", "parent=@whole", "start=2018-09-05", NULL);
  put (book, NULL, "closure", "name=Dicht", "start=2018-09-17", "end=2018-09-17", NULL);
  plan = read_plan (book);
  moves[0] = (SpilScheduleMove) { at (plan, "Whole"), day (2018, 9, 5), day (2018, 9, 19) };
  act (book, &plan, spil_plan_move_action (plan, moves, 1, "Verschoven"));
  assert_dates (plan, "A", "05-09-2018 11-09-2018");
  assert_dates (plan, "C", "18-09-2018 19-09-2018");
  assert_dates (plan, "D", "03-09-2018 04-09-2018");
  assert_dates (plan, "E", "10-09-2018 10-09-2018");
  assert_dates (plan, "F", "07-09-2018 -");
  g_assert_false (task_named (plan, "Whole")->own_dates);
  /* Both at once: the part goes where it was asked to go. */
  moves[0] = (SpilScheduleMove) { at (plan, "A"), day (2018, 9, 3), day (2018, 9, 3) };
  moves[1] = (SpilScheduleMove) { at (plan, "Whole"), day (2018, 9, 10), day (2018, 9, 21) };
  act (book, &plan, spil_plan_move_action (plan, moves, 2, "Verschoven"));
  assert_dates (plan, "A", "03-09-2018 03-09-2018");
  assert_dates (plan, "F", "14-09-2018 -");
  spil_plan_free (plan);
}

/* A whole with dates of its own moves with what is under it; one that only grows at its end leaves that where it is. */
static void
test_move_own (Book *book, gconstpointer data)
{
  SpilPlan *plan;
  SpilScheduleMove move;

  put (book, "whole", "task", "name=Whole", "start=2018-09-03", "end=2018-09-28", NULL);
  put (book, NULL, "task", "name=A", "parent=@whole", "start=2018-09-10", "end=2018-09-14", NULL);
  plan = read_plan (book);
  move = (SpilScheduleMove) { at (plan, "Whole"), day (2018, 9, 3), day (2018, 10, 12) };
  act (book, &plan, spil_plan_move_action (plan, &move, 1, "Verschoven"));
  assert_dates (plan, "Whole", "03-09-2018 12-10-2018");
  assert_dates (plan, "A", "10-09-2018 14-09-2018");
  move = (SpilScheduleMove) { at (plan, "Whole"), day (2018, 8, 27), day (2018, 10, 12) };
  act (book, &plan, spil_plan_move_action (plan, &move, 1, "Verschoven"));
  assert_dates (plan, "A", "10-09-2018 14-09-2018");
  move = (SpilScheduleMove) { at (plan, "Whole"), day (2018, 9, 3), day (2018, 10, 19) };
  act (book, &plan, spil_plan_move_action (plan, &move, 1, "Verschoven"));
  assert_dates (plan, "Whole", "03-09-2018 19-10-2018");
  assert_dates (plan, "A", "17-09-2018 21-09-2018");
  spil_plan_free (plan);
}

static void
test_links (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilPlan *plan;
  SpilId link;
  int e, f, a, d;

  put_tree (book);
  plan = read_plan (book);
  a = at (plan, "A"), d = at (plan, "D"), e = at (plan, "E"), f = at (plan, "F");
  act (book, &plan,
       spil_plan_link_action (plan, e, f, SPIL_LINK_TYPE_START_START, -2, SPIL_LAG_UNIT_CALENDAR, &error));
  g_assert_cmpint (plan->links->len, ==, 1);
  g_assert_cmpint (g_array_index (plan->links, SpilPlanLinkRow, 0).lag, ==, -2);
  g_assert_cmpint (g_array_index (plan->links, SpilPlanLinkRow, 0).lag_unit, ==, SPIL_LAG_UNIT_CALENDAR);
  assert_refused (spil_plan_link_action (plan, e, f, SPIL_LINK_TYPE_FINISH_START, 0, 1, &error), &error,
                  "already");
  assert_refused (spil_plan_link_action (plan, f, e, SPIL_LINK_TYPE_FINISH_START, 0, 1, &error), &error,
                  "E → F → E");
  assert_refused (spil_plan_link_action (plan, e, e, SPIL_LINK_TYPE_FINISH_START, 0, 1, &error), &error,
                  "itself");
  assert_refused (spil_plan_link_action (plan, a, d, SPIL_LINK_TYPE_FINISH_START, 0, 1, &error), &error,
                  "circle");
  assert_refused (spil_plan_link_action (plan, e, a, SPIL_LINK_TYPE_FINISH_FINISH, 0, 1, &error), &error,
                  "parts");
  link = g_array_index (plan->links, SpilPlanLinkRow, 0).id;
  act (book, &plan, spil_plan_unlink_action (plan, &link, 1));
  g_assert_cmpint (plan->links->len, ==, 0);
  spil_plan_free (plan);
}

/* A baseline keeps what is shown: names, dates, costs that can be told, progress. */
static void
test_baseline (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlan) none = NULL;
  SpilPlan *plan;
  SpilScheduleMove move;
  const SpilPlanTaskRow *task;

  put (book, "r", "report", "name=Rapport", "period=2018-Q3", "made_on=2018-09-30", NULL);
  put (book, "whole", "task", "name=Whole", NULL);
  put (book, NULL, "task", "name=A", "parent=@whole", "start=2018-09-03", "end=2018-09-07", "cost=100",
       "vat=excluded", "progress=40", "progress_rule=typed", NULL);
  plan = read_plan (book);
  act (book, &plan,
       spil_plan_baseline_action (plan, day (2018, 9, 30), "Rapport", id_of (book, "r"), "Vastgelegd"));
  act (book, &plan, spil_plan_baseline_action (plan, day (2018, 10, 1), "Later", SPIL_ID_NIL, "Vastgelegd"));
  move = (SpilScheduleMove) { at (plan, "A"), day (2018, 9, 10), day (2018, 9, 14) };
  act (book, &plan, spil_plan_move_action (plan, &move, 1, "Verschoven"));
  spil_plan_free (plan);
  plan = spil_plan_query (book->store.store, SPIL_PLAN_SINCE_REPORT, day (2018, 10, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((SpilPlanBaselineRow *) plan->baselines->pdata[1])->name, ==, "Rapport");
  g_assert_true (spil_id_equal (plan->baseline, ((SpilPlanBaselineRow *) plan->baselines->pdata[1])->id));
  task = task_named (plan, "Whole");
  g_assert_true (task->baseline_cost_known);
  g_assert_cmpint (task->baseline_cost.cents, ==, 10000);
  g_assert_cmpint (task->baseline_cost.vat, ==, SPIL_VAT_EXCLUDED);
  g_assert_cmpint (task->baseline_progress, ==, 40);
  g_assert_cmpstr (task->baseline_name, ==, "Whole");
  g_assert_true (task->slip_known);
  g_assert_cmpint (task->slip, ==, 7);
  none = spil_plan_query (book->store.store, SPIL_PLAN_NO_BASELINE, day (2018, 10, 1), &error);
  g_assert_no_error (error);
  g_assert_false (task_named (none, "A")->in_baseline);
  g_assert_true (spil_id_is_nil (none->baseline));
  spil_plan_free (plan);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-actions/arrange", test_arrange);
  BOOK_TEST ("/plan-actions/keys", test_keys);
  BOOK_TEST ("/plan-actions/place", test_place);
  BOOK_TEST ("/plan-actions/milestone", test_milestone_has_no_parts);
  BOOK_TEST ("/plan-actions/insert", test_insert);
  BOOK_TEST ("/plan-actions/delete", test_delete);
  BOOK_TEST ("/plan-actions/move", test_move);
  BOOK_TEST ("/plan-actions/move-own", test_move_own);
  BOOK_TEST ("/plan-actions/links", test_links);
  BOOK_TEST ("/plan-actions/baseline", test_baseline);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#define C(cell) SPIL_PLAN_CELL_##cell

typedef struct
{
  const char *task;
  SpilPlanCell cell;
  const char *typed;
  const char *after; /* the text of the cell then; NULL: nothing changes */
  const char *refused; /* words of the sentence; NULL: not refused */
  const char *dates; /* of the task then; NULL: not looked at */
} Case;

/* Whole with part A (3 to 14 September, 10 working days); B from 3 September; U undated; M a milestone; F by facts; 1, 2, 3 ... are their numbers. */
static void
put_plan (Book *book)
{
  put (book, "w", "task", "name=Whole", "number=1", NULL);
  put (book, "a", "task", "name=A", "number=2", "parent=@w", "start=2018-09-03", "end=2018-09-14", "owner=Bo",
       "cost=100", "vat=excluded", "progress_rule=typed", "progress=10", NULL);
  put (book, "b", "task", "name=B", "number=3", "start=2018-09-03", NULL);
  put (book, "u", "task", "name=U", "number=4", "duration=5", NULL);
  put (book, "m", "task", "name=M", "number=5", "milestone=true", "start=2018-12-06", "end=2018-12-06", NULL);
  put (book, "f", "task", "name=F", "number=6", "progress_rule=facts", "fact=offers", "fact_goal=4", NULL);
  put (book, "k", "task", "name=K", "number=7", "parent=@f", "start=2018-09-01", "end=2018-09-02", NULL);
  put (book, NULL, "task", "name=Z", "number=8", "end=2018-09-14", NULL);
  put (book, "o", "task", "name=Own", "number=9", "start=2018-09-03", "end=2018-09-28", NULL);
  put (book, NULL, "task", "name=Under", "number=10", "parent=@o", "start=2018-09-10", "end=2018-09-14",
       NULL);
  put (book, NULL, "dependency", "from=@a", "to=@b", "type=fs", "lag=2", "lag_unit=working", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@u", "type=ss", NULL);
}

static const Case cases[] = {
  { "A", C (NAME), "Andere naam", "Andere naam", NULL, NULL },
  { "A", C (NAME), " A ", NULL, NULL, NULL },
  { "A", C (NAME), "", NULL, "has a name", NULL },
  { "A", C (START), "10-9-2018", "10-09-2018", NULL, "10-09-2018 21-09-2018" },
  { "A", C (START), "5-9-2018", "05-09-2018", NULL, "05-09-2018 18-09-2018" },
  { "A", C (START), "ma 10 sep", "10-09-2018", NULL, "10-09-2018 21-09-2018" },
  { "A", C (START), "+5", "10-09-2018", NULL, "10-09-2018 21-09-2018" },
  { "A", C (START), "", "", NULL, "- 14-09-2018" },
  { "A", C (START), "morgen", NULL, "not a day", NULL },
  { "A", C (START), "03-09-2018", NULL, NULL, NULL },
  { "A", C (END), "21-9", "21-09-2018", NULL, "03-09-2018 21-09-2018" },
  { "A", C (END), "-1", "13-09-2018", NULL, "03-09-2018 13-09-2018" },
  { "A", C (END), "1-9-2018", NULL, "before it begins", NULL },
  { "A", C (END), "", "", NULL, "03-09-2018 -" },
  { "A", C (DAYS), "5", "5", NULL, "03-09-2018 07-09-2018" },
  { "A", C (DAYS), "5 dagen", "5", NULL, "03-09-2018 07-09-2018" },
  { "A", C (DAYS), "0", NULL, "working days", NULL },
  { "A", C (DAYS), "vijf", NULL, "working days", NULL },
  { "A", C (DAYS), "", "", NULL, "03-09-2018 -" },
  { "B", C (DAYS), "3", "3", NULL, "03-09-2018 05-09-2018" },
  { "B", C (END), "7 sep", "07-09-2018", NULL, "03-09-2018 07-09-2018" },
  { "U", C (DAYS), "8", "8", NULL, "- -" },
  { "U", C (START), "3 sep", "03-09-2018", NULL, "03-09-2018 07-09-2018" },
  { "U", C (END), "7 sep", "07-09-2018", NULL, "- 07-09-2018" },
  { "Z", C (DAYS), "5", "5", NULL, "10-09-2018 14-09-2018" },
  { "Z", C (DAYS), "", NULL, NULL, NULL },
  { "Z", C (START), "10 sep", "10-09-2018", NULL, "10-09-2018 14-09-2018" },
  { "Own", C (END), "5 okt", "05-10-2018", NULL,
    "03-09-2018 05-10-2018" }, /* stated dates of a whole stay its own */
  { "M", C (START), "13 dec", "13-12-2018", NULL, "13-12-2018 13-12-2018" },
  { "M", C (DAYS), "3", NULL, "milestone", NULL },
  { "Whole", C (START), "1-9-2018", NULL, "follow from its parts", NULL },
  { "Whole", C (DAYS), "3", NULL, "follow from its parts", NULL },
  { "Whole", C (PROGRESS), "3", NULL, "follows from its parts", NULL },
  { "Whole", C (COST), "3", NULL, "sum of its parts", NULL },
  { "F", C (PROGRESS), "50", NULL, "0 of 4 offers", NULL },
  { "K", C (START), "8-9-2018", "08-09-2018", NULL,
    "08-09-2018 09-09-2018" }, /* a weekend stays as long as it is */
  { "A", C (PROGRESS), "40", "40 %", NULL, NULL },
  { "A", C (PROGRESS), "100%", "100 %", NULL, NULL },
  { "A", C (PROGRESS), "", "", NULL, NULL },
  { "A", C (PROGRESS), "101", NULL, "0 to", NULL },
  { "A", C (PROGRESS), "-1", NULL, "0 to", NULL },
  { "A", C (OWNER), "Noor;Bo , noor", "Noor, Bo", NULL, NULL },
  { "A", C (OWNER), "", "", NULL, NULL },
  { "A", C (OWNER), "Bo,", NULL, NULL, NULL },
  { "A", C (DEADLINE), "30 nov", "30-11-2018", NULL, NULL },
  { "A", C (COST), "1.250,50",
    "€\xc2\xa0"
    "1.250,50",
    NULL, NULL },
  { "A", C (COST), "gratis", NULL, "not an amount", NULL },
  { "A", C (COST), "-5", NULL, "not an amount", NULL },
  { "A", C (COST), "", "", NULL, NULL },
  { "A", C (FLOAT), "3", NULL, "float", NULL },
  { "A", C (NUMBER), "20", "20", NULL, NULL },
  { "A", C (NUMBER), "3", NULL, "that of B", NULL },
  { "A", C (NUMBER), "x", NULL, "number", NULL },
  { "B", C (BEFORE), "2EB+2", NULL, NULL, NULL },
  { "B", C (BEFORE), "2 eb + 2 d", NULL, NULL, NULL },
  { "B", C (BEFORE), "2", "2", NULL, NULL },
  { "B", C (BEFORE), "2BB-1k; 5", "2BB-1k; 5", NULL, NULL },
  { "B", C (BEFORE), "5, 4FF", "5; 4EE", NULL, NULL },
  { "B", C (BEFORE), "", "", NULL, NULL },
  { "B", C (BEFORE), "99", NULL, "99", NULL },
  { "B", C (BEFORE), "2XX", NULL, "not a dependency", NULL },
  { "B", C (BEFORE), "2EB+", NULL, "not a dependency", NULL },
  { "B", C (BEFORE), "A", NULL, "not a dependency", NULL },
  { "B", C (BEFORE), "2; 2BB", NULL, "already", NULL },
  { "B", C (BEFORE), "3", NULL, "itself", NULL },
  { "A", C (BEFORE), "3", NULL, "A → B → A", NULL },
};

static void
test_table (Book *book, gconstpointer data)
{
  put_plan (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *of = &cases[i];
    SpilPlan *plan = read_plan (book);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;
    int task = at (plan, of->task);
    SpilAction *action = spil_plan_cell_action (plan, task, of->cell, of->typed, &error);

    g_test_message ("%s %d: %s", of->task, of->cell, of->typed);
    if (of->refused != NULL) {
      assert_refused (action, &error, of->refused);
    } else if (of->after == NULL) {
      g_assert_no_error (error);
      g_assert_null (action);
    } else {
      g_assert_no_error (error);
      g_assert_true (spil_plan_cell_is_editable (plan, task, of->cell));
      act (book, &plan, action);
      text = spil_plan_cell_text (plan, task, of->cell);
      g_assert_cmpstr (text, ==, of->after);
      if (of->dates != NULL)
        assert_dates (plan, of->task, of->dates);
      g_assert_true (spil_store_undo (book->store.store, NULL, &error));
    }
    spil_plan_free (plan);
  }
}

/* What a cell says can be typed back, and is then no change. */
static void
test_back (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;

  put_plan (book);
  plan = read_plan (book);
  for (int task = 0; task < (int) plan->tasks->len; task++)
    for (int cell = 0; cell < SPIL_PLAN_N_CELLS; cell++) {
      g_autofree char *text = spil_plan_cell_text (plan, task, (SpilPlanCell) cell);
      g_autoptr (GError) error = NULL;

      g_assert_null (spil_plan_cell_action (plan, task, (SpilPlanCell) cell, text, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (spil_plan_cell_title ((SpilPlanCell) cell), !=, "");
    }
  g_assert_false (spil_plan_cell_is_editable (plan, at (plan, "Whole"), SPIL_PLAN_CELL_START));
  g_assert_false (spil_plan_cell_is_editable (plan, at (plan, "A"), SPIL_PLAN_CELL_FLOAT));
}

/* A new amount has the VAT note of the programme, or what stood there. */
static void
test_vat (Book *book, gconstpointer data)
{
  SpilPlan *plan;

  put_plan (book);
  plan = read_plan (book);
  act (book, &plan, spil_plan_cell_action (plan, at (plan, "A"), SPIL_PLAN_CELL_COST, "200", NULL));
  g_assert_cmpint (task_named (plan, "A")->own_cost.vat, ==, SPIL_VAT_EXCLUDED);
  act (book, &plan, spil_plan_cell_action (plan, at (plan, "B"), SPIL_PLAN_CELL_COST, "200", NULL));
  g_assert_cmpint (task_named (plan, "B")->own_cost.vat, ==, plan->vat);
  spil_plan_free (plan);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-cells/table", test_table);
  BOOK_TEST ("/plan-cells/back", test_back);
  BOOK_TEST ("/plan-cells/vat", test_vat);
  return g_test_run ();
}

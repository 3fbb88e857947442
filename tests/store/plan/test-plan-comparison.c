// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// A plan beside its baseline, and what baselines hold.
#include "plan-fixture.h"
#include "spil-plan-comparison.h"

/* The rows as text: "B+14 A-2 D0 N(new) G(gone)", in their order. */
static char *
rows_of (const SpilPlanComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->rows->len; i++) {
    const SpilPlanDifference *row = comparison->rows->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", row->name);
    if (row->since == SPIL_PLAN_SINCE_KEPT && row->slip_known)
      g_string_append_printf (text, "%+d", row->slip);
    else
      g_string_append (text, row->since == SPIL_PLAN_SINCE_ADDED  ? "(new)"
                             : row->since == SPIL_PLAN_SINCE_GONE ? "(gone)"
                                                                  : "(?)");
  }
  return g_string_free (text, FALSE);
}

static SpilPlan *
keep (Book *book)
{
  SpilPlan *plan = NULL;

  put (book, "sum", "task", "name=S", NULL);
  put (book, NULL, "task", "name=A", "start=2018-09-03", "end=2018-09-14", "cost=100", "vat=excluded", NULL);
  put (book, NULL, "task", "name=B", "parent=@sum", "start=2018-09-03", "end=2018-09-28", "cost=50",
       "vat=excluded", NULL);
  put (book, NULL, "task", "name=C", "start=2018-10-01", "end=2018-10-12", NULL);
  put (book, NULL, "task", "name=U", NULL);
  plan = read_plan (book);
  act (book, &plan,
       spil_plan_baseline_action (plan, day (2018, 10, 1), "Besloten", SPIL_ID_NIL, "Vastgelegd"));
  return plan;
}

static void
move (Book *book, SpilPlan **plan, const char *name, SpilDay start, SpilDay end)
{
  const SpilScheduleMove moves[] = { { .task = at (*plan, name), .start = start, .end = end } };

  act (book, plan, spil_plan_move_action (*plan, moves, 1, "Verschoven"));
}

/* What slipped most comes first, then what is new, then what has gone; a summary follows its parts. */
static void
test_compare (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = keep (book);
  g_autoptr (SpilPlanComparison) comparison = NULL;
  g_autofree char *rows = NULL;
  int gone;

  move (book, &plan, "A", day (2018, 9, 3), day (2018, 9, 12));
  move (book, &plan, "B", day (2018, 9, 3), day (2018, 10, 12));
  gone = at (plan, "C");
  act (book, &plan, spil_plan_delete_action (plan, &gone, 1));
  act (book, &plan,
       spil_plan_insert_action (plan, -1, "N", day (2018, 11, 1), day (2018, 11, 2), FALSE, NULL));
  comparison = spil_plan_compare (plan);
  rows = rows_of (comparison);
  g_assert_cmpstr (rows, ==, "S+14 B+14 A-2 U(?) N(new) C(gone)");
  g_assert_cmpint (comparison->n_later, ==, 2);
  g_assert_cmpint (comparison->n_earlier, ==, 1);
  g_assert_cmpint (comparison->n_same, ==, 0);
  g_assert_cmpint (comparison->n_added, ==, 1);
  g_assert_cmpint (comparison->n_gone, ==, 1);
  g_assert_true (comparison->end_known);
  g_assert_cmpint (comparison->end_slip, ==, 21);
}

/* Of a part the cost counts once, in what it is part of. */
static void
test_baselines (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = keep (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) baselines = spil_plan_baselines_query (book->store.store, &error);
  const SpilPlanBaselineFigures *figures;

  g_assert_no_error (error);
  g_assert_cmpint (baselines->len, ==, 1);
  figures = baselines->pdata[0];
  g_assert_cmpstr (figures->name, ==, "Besloten");
  g_assert_cmpint (figures->n_tasks, ==, 5);
  g_assert_cmpint (figures->n_dated, ==, 4);
  g_assert_cmpint (spil_day_compare (figures->last, day (2018, 10, 12)), ==, 0);
  g_assert_true (figures->cost_known);
  g_assert_cmpint (figures->cost.cents, ==, 15000);
  g_assert_cmpint (figures->cost.vat, ==, SPIL_VAT_EXCLUDED);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-comparison/rows", test_compare);
  BOOK_TEST ("/plan-comparison/baselines", test_baselines);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "plan-fixture.h"

#include "spil-owner-load-query.h"

/* The calendar: a closure, and a day of it that is worked after all. */
static void
test_calendar (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;

  put (book, NULL, "task", "name=A", "start=2018-09-03", "end=2018-09-14", NULL);
  put (book, NULL, "task", "name=B", "duration=8", NULL);
  put (book, NULL, "closure", "name=Dicht", "start=2018-09-03", "end=2018-09-07", NULL);
  put (book, NULL, "closure", "name=Toch open", "start=2018-09-05", "end=2018-09-05", "worked=true", NULL);
  plan = read_plan (book);
  g_assert_cmpint (task_named (plan, "A")->working_days, ==, 6);
  g_assert_cmpint (task_named (plan, "B")->working_days, ==, 0);
  g_assert_cmpint (task_named (plan, "B")->own_duration, ==, 8);
  g_assert_cmpstr (spil_work_calendar_get_reason (plan->calendar, day (2018, 9, 4)), ==, "Dicht");
  g_assert_cmpint (plan->week_days, ==, 5);
}

static void
test_refs (Book *book, gconstpointer data)
{
  static const char *const refs[][2] = { { "A", "3" },     { "B", "3.1" }, { "C", "3.2" },
                                         { "D", "3.2.1" }, { "E", "7" },   { "F", "#3" } };
  g_autoptr (SpilPlan) plan = NULL;

  put (book, "A", "task", "name=A", "number=3", NULL);
  put (book, NULL, "task", "name=B", "parent=@A", NULL);
  put (book, "C", "task", "name=C", "parent=@A", NULL);
  put (book, NULL, "task", "name=D", "parent=@C", NULL);
  put (book, NULL, "task", "name=E", "number=7", NULL);
  put (book, NULL, "task", "name=F", "number=7", NULL);
  plan = read_plan (book);
  for (gsize i = 0; i < G_N_ELEMENTS (refs); i++)
    g_assert_cmpstr (task_named (plan, refs[i][0])->ref, ==, refs[i][1]);
}

/* Sums of cost: what is not stated is counted, and VAT notes never mix. */
static void
test_cost (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean known, derived, mixed;
    int n_unstated;
    int64_t cents;
  } cases[] = {
    { "Sum", TRUE, TRUE, FALSE, 2, 30000 }, { "Mixed", TRUE, TRUE, TRUE, 0, 0 },
    { "None", FALSE, FALSE, FALSE, 1, 0 },  { "Own", TRUE, FALSE, FALSE, 0, 5000 },
    { "All", TRUE, TRUE, TRUE, 3, 0 },      { "Alone", FALSE, FALSE, FALSE, 0, 0 },
  };
  g_autoptr (SpilPlan) plan = NULL;

  put (book, "all", "task", "name=All", NULL);
  put (book, "sum", "task", "name=Sum", "parent=@all", NULL);
  put (book, NULL, "task", "name=A", "parent=@sum", "cost=100", "vat=excluded", NULL);
  put (book, NULL, "task", "name=B", "parent=@sum", "cost=200", "vat=excluded", NULL);
  put (book, NULL, "task", "name=C", "parent=@sum", NULL);
  put (book, "sub", "task", "name=Sub", "parent=@sum", NULL);
  put (book, NULL, "task", "name=D", "parent=@sub", NULL);
  put (book, "mixed", "task", "name=Mixed", "parent=@all", NULL);
  put (book, NULL, "task", "name=E", "parent=@mixed", "cost=100", "vat=excluded", NULL);
  put (book, NULL, "task", "name=F", "parent=@mixed", "cost=100", "vat=included", NULL);
  put (book, "none", "task", "name=None", "parent=@all", NULL);
  put (book, NULL, "task", "name=G", "parent=@none", NULL);
  put (book, "own", "task", "name=Own", "parent=@all", "cost=50", "vat=included", NULL);
  put (book, NULL, "task", "name=H", "parent=@own", "cost=70", "vat=excluded", NULL);
  put (book, NULL, "task", "name=Alone", NULL);
  plan = read_plan (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilPlanCost *cost = &task_named (plan, cases[i].name)->cost;

    g_test_message ("%s", cases[i].name);
    g_assert_cmpint (cost->known, ==, cases[i].known);
    g_assert_cmpint (cost->derived, ==, cases[i].derived);
    g_assert_cmpint (cost->mixed, ==, cases[i].mixed);
    g_assert_cmpint (cost->n_unstated, ==, cases[i].n_unstated);
    g_assert_cmpint (cost->money.cents, ==, cases[i].cents);
  }
}

static void
test_journal (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;
  g_autoptr (SpilPlan) earlier = NULL;
  g_autoptr (GError) error = NULL;

  put (book, "a", "task", "name=A", NULL);
  put (book, NULL, "task", "name=B", NULL);
  put (book, NULL, "task_journal", "task=@a", "date=2018-09-10", "light=red", "headline=Later", NULL);
  put (book, NULL, "task_journal", "task=@a", "date=2018-09-01", "light=green", "headline=Eerder", NULL);
  put (book, NULL, "task_journal", "task=@a", "date=2018-09-10", "light=amber", "headline=Laatst", NULL);
  put (book, NULL, "task_journal", "task=@a", "date=2018-08-01", "light=green", "headline=Oudst", NULL);
  plan = read_plan (book);
  g_assert_cmpint (task_named (plan, "A")->light, ==, SPIL_LIGHT_AMBER);
  g_assert_cmpstr (task_named (plan, "A")->headline, ==, "Laatst");
  g_assert_cmpint (task_named (plan, "B")->light, ==, 0);
  earlier = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 9, 5), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (task_named (earlier, "A")->headline, ==, "Eerder");
}

static void
put_facts (Book *book)
{
  put (book, "n50", "area", "name=N50", "kind=corridor", NULL);
  put (book, "a28", "area", "name=A28", "kind=corridor", NULL);
  put (book, "card", "instrument", "name=Kaart", "kind=trial", NULL);
  put (book, "scan", "instrument", "name=Scan", "kind=shared", NULL);
  put (book, "w1", "organisation", "name=Een", "kind=employer", NULL);
  put (book, "w2", "organisation", "name=Twee", "kind=employer", NULL);
  put (book, NULL, "site", "organisation=@w1", "area=@n50", NULL);
  put (book, NULL, "site", "organisation=@w1", "area=@n50", "name=Tweede", NULL);
  put (book, NULL, "site", "organisation=@w2", "area=@a28", NULL);
  put (book, "o1", "offer", "instrument=@card", "organisation=@w1", "state=finished", NULL);
  put (book, "o2", "offer", "instrument=@card", "organisation=@w1", "area=@n50", "state=secured", NULL);
  put (book, "o3", "offer", "instrument=@scan", "area=@n50", "state=running", NULL);
  put (book, "o4", "offer", "instrument=@card", "organisation=@w2", "state=pipeline", NULL);
  put (book, "c1", "cohort", "offer=@o1", "start=2018-09-03", "places=10", NULL);
  put (book, "c2", "cohort", "offer=@o1", "start=2018-10-01", NULL);
  put (book, NULL, "participation", "cohort=@c1", "pseudonym=P1", NULL);
  put (book, NULL, "participation", "cohort=@c1", "pseudonym=P2", NULL);
  put (book, NULL, "participation", "cohort=@c2", "pseudonym=P3", NULL);
  put (book, NULL, "area_check", "area=@n50", "date=2018-06-01", "coherence=yes", "problem=no", "urgency=no",
       "park_management=no", NULL);
  put (book, NULL, "area_check", "area=@n50", "date=2018-09-01", "coherence=yes", "problem=yes",
       "urgency=unknown", "park_management=yes", NULL);
  put (book, "fund", "scheme", "name=Fonds", NULL);
  put (book, NULL, "application", "scheme=@fund", "organisation=@w1", "state=settled", NULL);
  put (book, NULL, "application", "scheme=@fund", "organisation=@w1", "state=awarded", NULL);
  put (book, NULL, "application", "scheme=@fund", "organisation=@w1", "state=refused", NULL);
  put (book, NULL, "application", "scheme=@fund", "organisation=@w2", "state=paid", NULL);
}

static void
test_facts (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *task[4]; /* field=value */
    int64_t done, total;
    int progress;
  } cases[] = {
    { { "fact=offers" }, 2, 4, 50 },
    { { "fact=offers", "area=@n50" }, 2, 3, 66 },
    { { "fact=offers", "area=@a28" }, 0, 1, 0 },
    { { "fact=offers", "instrument=@card" }, 2, 3, 66 },
    { { "fact=offers", "instrument=@scan", "area=@n50" }, 0, 1, 0 },
    { { "fact=offers", "instrument=@scan", "area=@a28" }, 0, 0, -1 },
    { { "fact=offers", "fact_goal=8" }, 2, 4, 25 },
    { { "fact=offers", "instrument=@scan", "area=@a28", "fact_goal=8" }, 0, 0, 0 },
    { { "fact=applications" }, 2, 3, 66 },
    { { "fact=applications", "area=@n50" }, 1, 2, 50 },
    { { "fact=preconditions", "area=@n50" }, 3, 4, 75 },
    { { "fact=preconditions", "area=@a28" }, 0, 0, -1 },
    { { "fact=preconditions" }, 0, 0, -1 },
    { { "fact=places" }, 2, 10, 20 },
    { { "fact=places", "fact_goal=6" }, 3, 10, 50 },
    { { "fact=places", "area=@a28" }, 0, 0, -1 },
    { { "name=Zonder feit" }, 0, 0, -1 },
  };
  g_autoptr (SpilPlan) plan = NULL;

  put_facts (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *const *task = cases[i].task;

    put (book, NULL, "task", "name=A", "progress_rule=facts", task[0], task[1], task[2], task[3], NULL);
  }
  plan = read_plan (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, (int) i);

    g_test_message ("case %d", (int) i);
    g_assert_true (task->progress_from_facts);
    g_assert_cmpint (task->facts.done, ==, cases[i].done);
    g_assert_cmpint (task->facts.total, ==, cases[i].total);
    g_assert_cmpint (task->task.progress, ==, cases[i].progress);
  }
}

/* The area counts of what an activity is part of, when it has none. */
/* A link is broken when what comes after lies earlier than it asks; not when that is done, or when too little is known. */
static void
test_broken (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *to[4]; /* field=value */
    const char *link[3];
    gboolean broken;
  } cases[] = {
    { { "start=2018-09-10", "end=2018-09-14" }, { "type=fs" }, FALSE },
    { { "start=2018-09-08", "end=2018-09-14" },
      { "type=fs" },
      FALSE }, /* a Saturday: the morning of Monday */
    { { "start=2018-09-07", "end=2018-09-14" }, { "type=fs" }, TRUE },
    { { "start=2018-09-07", "end=2018-09-14" }, { "type=fs", "lag=-1" }, FALSE },
    { { "start=2018-09-10", "end=2018-09-14" }, { "type=fs", "lag=1" }, TRUE },
    { { "start=2018-09-03", "end=2018-09-14" }, { "type=ss" }, FALSE },
    { { "start=2018-08-31", "end=2018-09-14" }, { "type=ss" }, TRUE },
    { { "start=2018-08-01", "end=2018-09-07" }, { "type=ff" }, FALSE },
    { { "start=2018-08-01", "end=2018-09-06" }, { "type=ff" }, TRUE },
    { { "start=2018-08-01", "end=2018-08-30" }, { "type=sf" }, TRUE },
    { { "end=2018-09-07", "milestone=true" }, { "type=fs" }, FALSE },
    { { "end=2018-09-06", "milestone=true" }, { "type=fs" }, TRUE },
    { { "start=2018-09-04" }, { "type=fs" }, TRUE },
    { { "end=2018-09-04" }, { "type=fs" }, FALSE },
    { { "start=2018-09-04", "end=2018-09-05", "state=done" }, { "type=fs" }, FALSE },
    { { "start=2018-09-04", "end=2018-09-05", "fixed=true" }, { "type=fs" }, TRUE },
    { { NULL }, { "type=fs" }, FALSE },
  };
  g_autoptr (SpilPlan) plan = NULL;

  put (book, "a", "task", "name=A", "start=2018-09-03", "end=2018-09-07", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    put (book, "b", "task", "name=B", cases[i].to[0], cases[i].to[1], cases[i].to[2], NULL);
    put (book, NULL, "dependency", "from=@a", "to=@b", cases[i].link[0], cases[i].link[1], NULL);
  }
  plan = read_plan (book);
  g_assert_cmpuint (plan->links->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_array_index (plan->links, SpilPlanLinkRow, i).broken != cases[i].broken)
      g_error ("case %d", (int) i);
}

static void
test_facts_of_part (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;

  put_facts (book);
  put (book, "whole", "task", "name=Whole", "area=@n50", NULL);
  put (book, NULL, "task", "name=Part", "parent=@whole", "progress_rule=facts", "fact=preconditions", NULL);
  plan = read_plan (book);
  g_assert_cmpint (task_named (plan, "Part")->task.progress, ==, 75);
  g_assert_cmpint (task_named (plan, "Whole")->task.progress, ==, 75);
  g_assert_cmpstr (task_named (plan, "Whole")->area_name, ==, "N50");
}

static void
test_slack (Book *book, gconstpointer data)
{
  g_autoptr (SpilPlan) plan = NULL;

  put (book, "a", "task", "name=A", "start=2018-09-03", "end=2018-09-07", NULL);
  put (book, "b", "task", "name=B", "start=2018-09-10", "end=2018-09-21", NULL);
  put (book, "c", "task", "name=C", "start=2018-09-10", "end=2018-09-12", NULL);
  put (book, "d", "task", "name=D", "start=2018-09-24", "end=2018-09-28", NULL);
  put (book, NULL, "task", "name=E", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@b", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@a", "to=@c", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@b", "to=@d", "type=fs", NULL);
  put (book, NULL, "dependency", "from=@c", "to=@d", "type=fs", "lag=1", "lag_unit=working", NULL);
  plan = read_plan (book);
  g_assert_true (task_named (plan, "A")->slack.critical);
  g_assert_true (task_named (plan, "B")->slack.critical);
  g_assert_false (task_named (plan, "C")->slack.critical);
  g_assert_cmpint (task_named (plan, "C")->slack.total_float, ==, 6);
  g_assert_false (task_named (plan, "E")->slack.known);
}

/* Who has to do how much: shared, without summaries, milestones and what was stopped; free days ask nothing. */
static void
test_load (Book *book, gconstpointer data)
{
  g_autoptr (SpilOwnerLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  const SpilOwnerLoadRow *bo, *noor, *nobody;

  put (book, "whole", "task", "name=Whole", "owner=Noor", NULL);
  put (book, NULL, "task", "name=A", "parent=@whole", "start=2018-09-03", "end=2018-09-14", "effort=10",
       NULL);
  put (book, NULL, "task", "name=B", "owner=Bo, Noor", "start=2018-09-10", "end=2018-09-11", "effort=20",
       NULL);
  put (book, NULL, "task", "name=C", "owner=bo", "start=2018-09-12", "end=2018-09-30", NULL);
  put (book, NULL, "task", "name=D", "owner=Bo", NULL);
  put (book, NULL, "task", "name=E", "start=2018-09-04", "end=2018-09-05", "effort=5", NULL);
  put (book, NULL, "task", "name=M", "owner=Bo", "start=2018-09-05", "milestone=true", "effort=5", NULL);
  put (book, NULL, "task", "name=S", "owner=Bo", "start=2018-09-05", "end=2018-09-06", "state=stopped",
       "effort=5", NULL);
  put (book, NULL, "closure", "name=Dicht", "start=2018-09-14", "end=2018-09-14", NULL);
  load = spil_owner_load_query (book->store.store, SPIL_PERIOD_WEEK, day (2018, 9, 3), day (2018, 9, 16),
                                day (2018, 9, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (load->periods->len, ==, 2);
  g_assert_cmpint (load->owners->len, ==, 3);
  bo = load->owners->pdata[0], noor = load->owners->pdata[1], nobody = load->owners->pdata[2];
  g_assert_cmpstr (bo->owner, ==, "Bo");
  g_assert_cmpint (bo->n_tasks, ==, 2);
  g_assert_cmpint (bo->n_undated, ==, 1);
  g_assert_cmpint (bo->n_no_hours, ==, 1);
  g_assert_cmpint (bo->cells[0].n_running, ==, 0);
  g_assert_cmpint (bo->cells[1].n_running, ==, 2);
  g_assert_cmpint (bo->cells[1].n_no_hours, ==, 1);
  g_assert_cmpfloat_with_epsilon (bo->cells[1].hours, 4, 1e-9);
  g_assert_cmpstr (noor->owner, ==, "Noor");
  g_assert_cmpfloat_with_epsilon (noor->cells[0].hours, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (noor->cells[1].hours, 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (noor->hours, 22, 1e-9);
  g_assert_null (nobody->owner);
  g_assert_cmpfloat_with_epsilon (nobody->hours, 2, 1e-9);
}

/* What is done asks no hours after the day of the plan. */
static void
test_load_done (Book *book, gconstpointer data)
{
  g_autoptr (SpilOwnerLoad) load = NULL;
  g_autoptr (GError) error = NULL;

  put (book, NULL, "task", "name=A", "owner=Bo", "start=2018-09-03", "end=2018-09-14", "effort=10",
       "state=done", NULL);
  load = spil_owner_load_query (book->store.store, SPIL_PERIOD_WEEK, day (2018, 9, 3), day (2018, 9, 16),
                                day (2018, 9, 4), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (((SpilOwnerLoadRow *) load->owners->pdata[0])->hours, 4, 1e-9);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/plan-query/calendar", test_calendar);
  BOOK_TEST ("/plan-query/refs", test_refs);
  BOOK_TEST ("/plan-query/cost", test_cost);
  BOOK_TEST ("/plan-query/journal", test_journal);
  BOOK_TEST ("/plan-query/facts", test_facts);
  BOOK_TEST ("/plan-query/facts-of-part", test_facts_of_part);
  BOOK_TEST ("/plan-query/broken", test_broken);
  BOOK_TEST ("/plan-query/slack", test_slack);
  BOOK_TEST ("/plan-query/load", test_load);
  BOOK_TEST ("/plan-query/load-done", test_load_done);
  return g_test_run ();
}

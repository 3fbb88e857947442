// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-effect-query.h"
#include "spil-indicator-query.h"
#include "spil-light-query.h"
#include "spil-norm-query.h"
#include "spil-plan-action.h"
#include "spil-plan-query.h"
#include "spil-programme-query.h"
#include "spil-risk-query.h"
#include "spil-offer-query.h"
#include "spil-toolkit-query.h"

static void
put_risks (Book *book)
{
  put (book, NULL, "setting", "key=risk-amber-from", "value=3", NULL);
  put (book, NULL, "setting", "key=risk-red-from", "value=6", NULL);
  put (book, "r1", "risk", "number=1", "event=Gebieden starten traag", "state=open", "chance_text=Middel",
       "chance_score=2", "impact_score=3", "money_text=geen", NULL);
  put (book, "r2", "risk", "number=2", "event=Fonds niet gebruikt", "state=open", "chance_text=Middel", NULL);
  put (book, "r3", "risk", "number=3", "event=Voorbij", "state=closed", NULL);
  put (book, "r4", "risk", "event=Zonder nummer", "state=open", NULL);
  put (book, NULL, "risk_score", "risk=@r1", "date=2018-08-01", "kind=inherent", "chance=3", "impact=3",
       NULL);
  put (book, NULL, "risk_score", "risk=@r1", "date=2018-09-01", "kind=residual", "chance=2", "impact=3",
       NULL);
  put (book, NULL, "risk_score", "risk=@r1", "date=2018-09-02", "kind=target", "chance=1", "impact=1", NULL);
  put (book, NULL, "risk_score", "risk=@r2", "date=2018-08-01", "kind=inherent", "chance=1", "impact=2",
       NULL);
  put (book, NULL, "risk_score", "risk=@r2", "date=2018-09-01", "kind=residual", "chance=1", "impact=1",
       "reason=Loopt", NULL);
  put (book, NULL, "risk_action", "risk=@r1", "text=A", "due=2018-09-30", "state=open", NULL);
  put (book, NULL, "risk_action", "risk=@r1", "text=B", "due=2018-09-30", "state=done", NULL);
  put (book, NULL, "risk_action", "risk=@r1", "text=C", "due=2018-10-01", "state=open", NULL);
}

static void
test_risks (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  const SpilRiskRow *risk;

  put_risks (book);
  risks = spil_risk_query (book->store.store, day (2018, 10, 1), FALSE, &error);
  assert_rows (risks, error, 3);
  risk = risks->pdata[0];
  g_assert_cmpint (risk->now.score, ==, 6);
  g_assert_cmpint (risk->now.light, ==, SPIL_LIGHT_RED);
  g_assert_cmpint (risk->before.score, ==, 9);
  g_assert_cmpint (risk->inherent.score, ==, 9);
  g_assert_cmpint (risk->target.score, ==, 1);
  g_assert_cmpint (risk->n_actions, ==, 3);
  g_assert_cmpint (risk->n_actions_open, ==, 2);
  g_assert_cmpint (risk->n_actions_late, ==, 1);
  g_assert_cmpstr (risk->chance_text, ==, "Middel");
  risk = risks->pdata[1]; /* has no scores itself */
  g_assert_cmpint (risk->now.score, ==, 1);
  g_assert_cmpint (risk->before.score, ==, 2);
  risk = risks->pdata[2];
  g_assert_cmpstr (risk->event, ==, "Zonder nummer");
  g_assert_cmpint (risk->now.score, ==, 0);
  g_assert_cmpint (risk->n_actions, ==, 0);

  all = spil_risk_query (book->store.store, day (2018, 10, 1), TRUE, &error);
  assert_rows (all, error, 4);
  early = spil_risk_query (book->store.store, day (2018, 8, 2), FALSE, &error);
  g_assert_cmpint (((SpilRiskRow *) early->pdata[1])->now.score, ==, 2);
  g_assert_cmpint (((SpilRiskRow *) early->pdata[1])->before.score, ==, 0);
  scores = spil_risk_query_scores (book->store.store, id_of (book, "r2"), &error);
  assert_rows (scores, error, 2);
  g_assert_cmpstr (((SpilRiskScoreRow *) scores->pdata[1])->reason, ==, "Loopt");
}

static void
test_scale (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) levels = NULL;

  put (book, NULL, "scale_level", "scale=chance", "name=Middel", "score=2", NULL);
  put (book, NULL, "scale_level", "scale=chance", "name=Klein", "score=1", NULL);
  put (book, NULL, "scale_level", "scale=impact", "name=Groot", "score=3", NULL);
  levels = spil_risk_query_scale (book->store.store, SPIL_SCALE_KIND_CHANCE, &error);
  assert_rows (levels, error, 2);
  g_assert_cmpstr (((SpilScaleLevelRow *) levels->pdata[0])->name, ==, "Klein");
}

static void
put_indicators (Book *book)
{
  put (book, "i1", "indicator", "name=Spitsmijdingen", "unit=mijdingen", "direction=up", NULL);
  put (book, "i2", "indicator", "name=CO2", "unit=ton", "direction=up", NULL);
  put (book, NULL, "target", "indicator=@i1", "value=100", "date=2018-06-30", NULL);
  put (book, NULL, "target", "indicator=@i1", "value=600", "date=2019-12-31", NULL);
  put (book, NULL, "measurement", "indicator=@i1", "date=2018-07-01", "value=0", "kind=zero", NULL);
  put (book, "m2", "measurement", "indicator=@i1", "date=2018-09-01", "value=999", "kind=after", NULL);
  put (book, NULL, "measurement", "indicator=@i1", "date=2018-09-01", "value=50", "kind=after",
       "reverses=@m2", NULL);
  put (book, NULL, "measurement", "indicator=@i1", "date=2018-10-01", "value=87.5", "kind=after", NULL);
}

static void
test_indicators (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) early = NULL;
  const SpilIndicatorRow *row;

  put_indicators (book);
  indicators = spil_indicator_query (book->store.store, day (2018, 10, 1), &error);
  assert_rows (indicators, error, 2);
  row = indicators->pdata[0];
  g_assert_cmpint (row->points->len, ==, 3);
  g_assert_cmpint (row->targets->len, ==, 2);
  g_assert_cmpint (row->figures.value, ==, 87500000);
  g_assert_cmpint (row->figures.target, ==, 600000000);
  g_assert_cmpint (row->figures.trend, ==, SPIL_TREND_BETTER);
  g_assert_false (((SpilIndicatorRow *) indicators->pdata[1])->figures.has_value);
  early = spil_indicator_query (book->store.store, day (2018, 9, 30), &error);
  g_assert_cmpint (((SpilIndicatorRow *) early->pdata[0])->figures.value, ==, 50000000);
}

static void
test_effects (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  const SpilEffectRow *effect;

  put_indicators (book);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "fiets", "instrument", "name=Probeerfiets", "kind=trial", NULL);
  put (book, "aanbod", "offer", "instrument=@fiets", "organisation=@isala", "state=running", NULL);
  put (book, "e-bike", "emission_factor", "mode=E-bike", "year=2023", "scope=wtw", "value=3.3",
       "source=STREAM", NULL);
  put (book, NULL, "effect", "offer=@aanbod", "indicator=@i1", "participants=100", "avoidances_a_day=0.5",
       "days_a_year=200", "share_mode=1", "km=10", "new_factor=@e-bike", NULL);
  put (book, NULL, "effect", "name=Thuiswerken", "organisation=@isala", "participants=10", NULL);
  all = spil_effect_query (book->store.store, SPIL_ID_NIL, &error);
  assert_rows (all, error, 2);
  some = spil_effect_query (book->store.store, id_of (book, "i1"), &error);
  assert_rows (some, error, 1);
  effect = some->pdata[0];
  g_assert_cmpstr (effect->instrument_name, ==, "Probeerfiets");
  g_assert_cmpstr (effect->organisation_name, ==, "Isala");
  g_assert_cmpstr (effect->new_factor_name, ==, "E-bike, 2023 (STREAM)");
  g_assert_null (effect->old_factor_name);
  g_assert_cmpfloat (effect->figures.a_day_gross.value, ==, 50);
  g_assert_false (effect->figures.co2_gross.known);
  g_assert_cmpuint (effect->figures.missing & SPIL_CHAIN_OLD_FACTOR, !=, 0);
}

static void
test_plan (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int level;
    gboolean summary;
    SpilTaskStatus status;
  } expected[] = {
    { "Gebieden", 0, TRUE, SPIL_TASK_STATUS_RUNNING },
    { "Verkenning", 1, FALSE, SPIL_TASK_STATUS_DONE },
    { "Gesprekken", 1, FALSE, SPIL_TASK_STATUS_LATE },
    { "Communicatie", 0, FALSE, SPIL_TASK_STATUS_NOT_PLANNED },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlan) plan = NULL;
  const SpilPlanTaskRow *task;
  const SpilPlanLinkRow *link;

  put (book, "t2", "task", "number=2", "name=Communicatie", NULL);
  put (book, "t1", "task", "number=1", "name=Gebieden", NULL);
  put (book, "t12", "task", "name=Gesprekken", "parent=@t1", "number=12", "start=2018-08-01",
       "end=2018-12-31", "deadline=2018-09-30", NULL);
  put (book, "t11", "task", "name=Verkenning", "parent=@t1", "number=11", "start=2018-07-01",
       "end=2018-07-31", "progress=100", "progress_rule=typed", NULL);
  put (book, NULL, "dependency", "from=@t11", "to=@t12", "type=fs", "lag=1", NULL);
  put (book, "b1", "baseline", "name=Start", "date=2018-07-01", NULL);
  put (book, NULL, "baseline_task", "baseline=@b1", "task=@t11", "start=2018-06-01", "end=2018-06-30", NULL);
  put (book, "b2", "baseline", "name=Later", "date=2018-09-01", NULL);
  put (book, NULL, "baseline_task", "baseline=@b2", "task=@t11", "start=2018-07-01", "end=2018-07-15", NULL);

  plan = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->tasks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < plan->tasks->len; i++) {
    task = plan->tasks->pdata[i];
    g_assert_cmpstr (task->name, ==, expected[i].name);
    g_assert_cmpint (task->level, ==, expected[i].level);
    g_assert_cmpint (task->summary, ==, expected[i].summary);
    g_assert_cmpint (task->status, ==, expected[i].status);
  }
  task = plan->tasks->pdata[0];
  g_assert_false (task->own_dates);
  g_assert_cmpint (spil_day_compare (task->task.end, day (2018, 12, 31)), ==, 0);
  g_assert_cmpint (task->task.progress, ==, 17); /* 31 of 184 days */
  task = plan->tasks->pdata[1];
  g_assert_cmpint (spil_day_compare (task->baseline_end, day (2018, 7, 15)), ==, 0);
  g_assert_cmpint (plan->baselines->len, ==, 2);
  g_assert_cmpint (spil_day_compare (plan->first, day (2018, 7, 1)), ==, 0);
  g_assert_cmpint (plan->links->len, ==, 1);
  link = &g_array_index (plan->links, SpilPlanLinkRow, 0);
  g_assert_cmpint (link->from_index, ==, 1);
  g_assert_cmpint (link->to_index, ==, 2);
  g_assert_cmpint (link->lag, ==, 1);
}

static void
test_empty (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlan) plan = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);
  g_autoptr (GPtrArray) risks = spil_risk_query (book->store.store, day (2018, 10, 1), TRUE, &error);
  SpilLightFacts facts;

  g_assert_no_error (error);
  g_assert_cmpint (plan->tasks->len, ==, 0);
  g_assert_false (spil_day_is_known (plan->first));
  g_assert_cmpint (risks->len, ==, 0);
  g_assert_true (spil_light_query (book->store.store, day (2018, 10, 1), &facts, &error));
  g_assert_cmpint (facts.lines_over.of, ==, 0);
}

static void
test_no_programme (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = make_dir ();
  SpilStore *store = spil_store_create (dir, &error);

  g_assert_no_error (error);
  g_assert_null (spil_programme_query (store, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  spil_store_close (store);
  remove_dir (dir);
}

static void
test_toolkit (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) instruments = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GPtrArray) cohorts = NULL;
  const SpilInstrumentRow *instrument;
  const SpilCohortRow *cohort;

  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "park", "area", "name=Hanzeland", "kind=business_park", NULL);
  put (book, "ov", "instrument", "name=OV-probeerkaart", "kind=trial", "weeks=4", "uses_a_week=2",
       "use_rule=every_week", "extension_weeks=4", "credit=350", "vat=included", "order=b", NULL);
  put (book, "movez", "instrument", "name=Movez", "kind=shared", "order=a", NULL);
  put (book, "o1", "offer", "instrument=@ov", "organisation=@isala", "state=running", "participants=20",
       NULL);
  put (book, NULL, "offer", "instrument=@ov", "area=@park", "state=pipeline", "expected_avoidances=7.5",
       NULL);
  put (book, "p1", "cohort", "offer=@o1", "start=2018-09-03", "places=20", NULL);
  put (book, NULL, "participation", "cohort=@p1", "pseudonym=A", "week_1=2", "week_2=2", "week_3=2",
       "week_4=2", "keeps_travelling=yes", "credit_spent=120.50", NULL);
  put (book, NULL, "participation", "cohort=@p1", "pseudonym=B", "week_1=2", "week_2=2", "week_3=2",
       "week_4=2", "extended=true", "keeps_travelling=no", NULL);
  put (book, NULL, "participation", "cohort=@p1", "pseudonym=C", "week_1=0", NULL);
  put (book, NULL, "participation", "cohort=@p1", "pseudonym=D", NULL);

  instruments = spil_toolkit_query_instruments (book->store.store, &error);
  assert_rows (instruments, error, 2);
  instrument = instruments->pdata[1];
  g_assert_cmpstr (instrument->name, ==, "OV-probeerkaart");
  g_assert_cmpint (instrument->offers[SPIL_OFFER_STATE_RUNNING], ==, 1);
  g_assert_cmpint (instrument->offers[SPIL_OFFER_STATE_PIPELINE], ==, 1);
  g_assert_cmpint (instrument->participants, ==, 20);
  g_assert_cmpint (instrument->expected, ==, 7500000);
  offers = spil_offer_query (book->store.store, &(SpilOfferFilter) { .instrument = id_of (book, "ov") },
                             &error);
  assert_rows (offers, error, 2);
  g_assert_cmpstr (((SpilOfferRow *) offers->pdata[0])->whom, ==, "Hanzeland");
  g_assert_cmpint (((SpilOfferRow *) offers->pdata[0])->participants, ==, -1);

  cohorts = spil_toolkit_query_cohorts (book->store.store, SPIL_ID_NIL, &error);
  assert_rows (cohorts, error, 1);
  cohort = cohorts->pdata[0];
  g_assert_cmpint (cohort->participations->len, ==, 4);
  g_assert_cmpint (cohort->n_earned, ==, 2);
  g_assert_cmpint (cohort->n_to_decide, ==, 1);
  g_assert_cmpint (cohort->n_not_earned, ==, 1);
  g_assert_cmpint (cohort->n_open, ==, 1);
  g_assert_cmpint (cohort->at_stake.cents, ==, 70000);
  g_assert_cmpint (cohort->spent.cents, ==, 12050);
  g_assert_cmpint (cohort->n_keeps, ==, 1);
  g_assert_cmpint (cohort->n_asked, ==, 2);
  g_assert_cmpint (spil_day_compare (cohort->decide_on, day (2018, 9, 30)), ==, 0);
}

static void
test_lights (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilLightFacts facts;

  put_risks (book);
  put_indicators (book);
  put (book, "2018", "budget_version", "name=Begroting", "year=2018", "date=2018-07-31", "total=100",
       "vat=excluded", NULL);
  put (book, "post", "budget_line", "version=@2018", "number=1", "name=Post", "amount=100", "vat=excluded",
       NULL);
  put (book, NULL, "forecast", "line=@post", "date=2018-12-01", "amount=101", "vat=excluded", NULL);
  put (book, NULL, "task", "name=Laat", "end=2018-09-01", NULL);
  put (book, NULL, "task", "name=Zonder datum", NULL);
  put (book, NULL, "task", "name=Gestopt", "state=stopped", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, NULL, "engagement", "organisation=@isala", "cadence=30", NULL);

  g_assert_true (spil_light_query (book->store.store, day (2018, 10, 1), &facts, &error));
  g_assert_no_error (error);
#define assert_count(name, bad, all)                                                                         \
  g_assert_cmpint (facts.name.amiss, ==, bad);                                                               \
  g_assert_cmpint (facts.name.of, ==, all)
  assert_count (lines_over, 0, 1);
  assert_count (lines_expected_over, 1, 1);
  assert_count (risks_red, 1, 2);
  assert_count (risks_unscored, 1, 3);
  assert_count (risk_actions_late, 1, 3);
  assert_count (tasks_late, 1, 2);
  assert_count (tasks_undated, 1, 2);
  assert_count (indicators_silent, 1, 2);
  assert_count (no_broker, 1, 1);
  assert_count (contacts_owed, 1, 1);
#undef assert_count
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

static const SpilPlanTaskRow *
plan_row (const SpilPlan *plan, SpilId id)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    if (spil_id_equal (((SpilPlanTaskRow *) plan->tasks->pdata[i])->id, id))
      return plan->tasks->pdata[i];
  g_assert_not_reached ();
}

static void
test_plan_actions (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlan) before = NULL;
  g_autoptr (SpilPlan) after = NULL;
  g_autofree char *label = NULL;
  const SpilPlanTaskRow *row;
  SpilScheduleMove move;

  put (book, "whole", "task", "number=1", "name=Geheel", NULL);
  put (book, "part", "task", "number=2", "name=Deel", "parent=@whole", "start=2018-07-01", "end=2018-07-31",
       "ground=Plan", NULL);
  put (book, "later", "task", "number=3", "name=Later", NULL);
  before = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);
  g_assert_no_error (error);
  commit (book->store.store,
          spil_plan_baseline_action (before, day (2018, 7, 1), "Begin", SPIL_ID_NIL, "Vastgelegd"));
  move = (SpilScheduleMove) { spil_plan_find_task (before, id_of (book, "part")), day (2018, 7, 8),
                              day (2018, 8, 7) };
  commit (book->store.store, spil_plan_move_action (before, &move, 1, "Verschoven"));

  after = spil_plan_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->baselines->len, ==, 1);
  row = plan_row (after, id_of (book, "part"));
  g_assert_cmpint (row->task.end.number, ==, day (2018, 8, 7).number);
  g_assert_cmpint (row->baseline_end.number, ==, day (2018, 7, 31).number);
  g_assert_cmpstr (row->ground, ==, "Plan");
  row = plan_row (after, id_of (book, "whole"));
  g_assert_cmpint (row->task.start.number, ==, day (2018, 7, 8).number);
  g_assert_cmpint (row->baseline_start.number, ==, day (2018, 7, 1).number);
  g_assert_false (spil_day_is_known (plan_row (after, id_of (book, "later"))->baseline_end));
  g_assert_true (spil_store_undo (book->store.store, &label, &error));
  g_assert_cmpstr (label, ==, "Verschoven");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/control-figures/risks", test_risks);
  BOOK_TEST ("/control-figures/scale", test_scale);
  BOOK_TEST ("/control-figures/indicators", test_indicators);
  BOOK_TEST ("/control-figures/effects", test_effects);
  BOOK_TEST ("/control-figures/plan", test_plan);
  BOOK_TEST ("/control-figures/plan-actions", test_plan_actions);
  BOOK_TEST ("/control-figures/empty", test_empty);
  BOOK_TEST ("/control-figures/toolkit", test_toolkit);
  BOOK_TEST ("/control-figures/lights", test_lights);
  g_test_add_func ("/control-figures/no-programme", test_no_programme);
  return g_test_run ();
}

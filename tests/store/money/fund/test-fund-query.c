// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fund-fixture.h"

#include <string.h>

#include "spil-number.h"

/* The figures of a scheme and of its applications, against sums that are made here by hand. */

static void
put_settings (Book *book)
{
  put (book, NULL, "setting", "key=fund-pace-days", "value=100", NULL);
  put (book, NULL, "setting", "key=fund-weight-submitted", "value=0.5", NULL);
  put (book, NULL, "setting", "key=fund-weight-complete", "value=0.7", NULL);
  put (book, NULL, "setting", "key=fund-weight-assessed", "value=0.9", NULL);
  put (book, NULL, "setting", "key=fund-low-use", "value=0.25", NULL);
}

/* Asked 40,000 and may have 30,000; asked 10,000; asked nothing and may have 5,000; a draft. */
static void
put_pipeline (Book *book)
{
  put_application (book, "s", "2018-11-01", "60000", "", "40000");
  put_application (book, "c", "2018-11-02", "20000", "", "10000");
  put_application (book, "t", "2018-11-03", "10000", "", "");
  put_application (book, "d", "2018-11-04", "10000", "", "5000");
  take_until (book, "s", SPIL_APPLICATION_STATE_SUBMITTED);
  take_until (book, "c", SPIL_APPLICATION_STATE_COMPLETE);
  take_until (book, "t", SPIL_APPLICATION_STATE_ASSESSED);
}

static void
test_pipeline (Book *book, gconstpointer data)
{
  g_autoptr (SpilFundSchemeRow) scheme = NULL, unset = NULL;
  const int64_t weighted = 3000000 / 10 * 5 + 1000000 / 10 * 7 + 500000 / 10 * 9;
  g_autofree char *sentence = NULL;

  put_scheme (book, "200000", "200000");
  put_pipeline (book);
  unset = scheme_of (book);
  g_assert_false (unset->is_weighed);
  g_assert_false (unset->exhaustion.weighed);
  g_assert_false (unset->use.known);
  put_settings (book);
  put_application (book, "w", "2018-08-01", "50000", "", "25000");
  take_until (book, "w", SPIL_APPLICATION_STATE_AWARDED);
  scheme = scheme_of (book);
  g_assert_true (scheme->is_weighed);
  g_assert_cmpint (scheme->n_pipeline, ==, 3);
  g_assert_cmpint (scheme->pipeline.cents, ==, 5000000);
  g_assert_cmpint (scheme->weighted.cents, ==, weighted);
  g_assert_cmpint (scheme->room.cents, ==, 17500000);
  /* 25,000 in 100 days */
  g_assert_cmpint (spil_day_between (day (2018, 12, 20), scheme->exhaustion.late), ==,
                   17500000 * INT64_C (100) / 2500000);
  g_assert_cmpint (spil_day_between (day (2018, 12, 20), scheme->exhaustion.early), ==,
                   (17500000 - weighted) * 100 / 2500000);
  /* 173 of 184 days are gone; a quarter of 200,000 is used or likely. */
  g_assert_true (scheme->use.low);
  g_assert_cmpint (scheme->use.elapsed, ==, 940);
  g_assert_cmpint (scheme->use.used, ==, (2500000 + weighted) * 1000 / 20000000);
  sentence = spil_fund_use_dup_sentence (&scheme->use);
  g_test_message ("%s", sentence);
}

/* The window is of the scheme, else of the programme, else of the budget in force. */
static void
test_window (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *change; /* a field that is emptied before */
    const char *entity;
    int from_month, from_day, to_month; /* 0: not known; to: the last day of that month */
  } cases[] = {
    { NULL, NULL, 8, 1, 11 },         { "opens", "scheme", 7, 1, 11 },    { "closes", "scheme", 7, 1, 10 },
    { "end", "programme", 7, 1, 12 }, { "start", "programme", 9, 1, 12 },
  };

  put (book, NULL, "budget_version", "name=Begroting", "year=2018", "date=2018-09-01", "from=2018-09-01",
       "total=0", "vat=excluded", NULL);
  put (book, "fonds", "scheme", "name=Fonds", "ceiling=100", "vat=excluded", "opens=2018-08-01",
       "closes=2018-11-30", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilFundSchemeRow) scheme = NULL;

    if (i == 0) {
      SpilAction *action = spil_action_new ("End");
      const SpilValue end = spil_value_integer (day (2018, 10, 31).number);

      spil_change_assign (
          spil_action_set_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), book->store.programme),
          SPIL_PROGRAMME_END, &end);
      commit (book->store.store, action);
    } else {
      const SpilEntity *entity = spil_entity_by_name (cases[i].entity);
      SpilAction *action = spil_action_new ("Emptied");
      const SpilId id = entity->number == SPIL_ENTITY_SCHEME ? id_of (book, "fonds") : book->store.programme;
      const SpilValue none = SPIL_VALUE_INIT;

      spil_change_assign (spil_action_set_row (action, entity, id),
                          spil_entity_field_by_name (entity, cases[i].change)->number, &none);
      commit (book->store.store, action);
    }
    scheme = scheme_of (book);
    g_test_message ("without %s", cases[i].change);
    g_assert_cmpint (scheme->from.number, ==, day (2018, cases[i].from_month, cases[i].from_day).number);
    g_assert_cmpint (scheme->to.number, ==,
                     spil_day_add (spil_day_add_months (day (2018, cases[i].to_month, 1), 1), -1).number);
  }
}

static void
settle (Book *book, const char *key, int64_t cost, double avoidances, double co2)
{
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_ACCOUNTED);

  answer_all (book, key, SPIL_ASSESSMENT_STEP_SETTLEMENT);
  step.has_real_cost = TRUE;
  step.real_cost.cents = cost;
  step.realised_avoidances = avoidances;
  step.realised_co2 = co2;
  step.realised_source = "Telling";
  g_free (take (book, key, step));
  g_free (take (book, key, SPIL_FUND_STEP (SPIL_APPLICATION_STATE_SETTLED)));
}

static void
expect (Book *book, const char *key, const char *avoidances, const char *co2)
{
  SpilAction *action = spil_action_new ("Expected");
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), id_of (book, key));
  g_auto (SpilValue) first = SPIL_VALUE_INIT, second = SPIL_VALUE_INIT;

  spil_value_parse (spil_entity_field (change->entity, SPIL_APPLICATION_EXPECTED_AVOIDANCES), avoidances,
                    &first, NULL);
  spil_value_parse (spil_entity_field (change->entity, SPIL_APPLICATION_EXPECTED_CO2), co2, &second, NULL);
  spil_change_assign (change, SPIL_APPLICATION_EXPECTED_AVOIDANCES, &first);
  spil_change_assign (change, SPIL_APPLICATION_EXPECTED_CO2, &second);
  commit (book->store.store, action);
}

static void
test_effects (Book *book, gconstpointer data)
{
  g_autoptr (SpilFundSchemeRow) scheme = NULL;
  g_autoptr (SpilFundApplicationRow) settled = NULL, pending = NULL;
  int64_t cents;

  put_scheme (book, "200000", "200000");
  put_application (book, "a", "2018-07-02", "20000", "", "");
  put_application (book, "b", "2018-07-03", "10000", "", "");
  put_application (book, "c", "2018-07-04", "40000", "", "");
  put_application (book, "p", "2018-07-05", "8000", "", "3000");
  expect (book, "a", "20", "4000");
  expect (book, "b", "5", "");
  expect (book, "p", "6", "");
  take_until (book, "a", SPIL_APPLICATION_STATE_AWARDED);
  take_until (book, "b", SPIL_APPLICATION_STATE_AWARDED);
  take_until (book, "c", SPIL_APPLICATION_STATE_AWARDED);
  take_until (book, "p", SPIL_APPLICATION_STATE_COMPLETE);
  settle (book, "a", 1600000, 12.5, 2000);
  scheme = scheme_of (book);
  /* Awarded 10,000 for 20 and 5,000 for 5; that of 20,000 states none. */
  g_assert_cmpint (scheme->expected_avoidances.n, ==, 2);
  g_assert_cmpint (scheme->expected_avoidances.left_out, ==, 1);
  g_assert_true (spil_fund_effect_per_avoidance (&scheme->expected_avoidances, &cents));
  g_assert_cmpint (cents, ==, 1500000 / 25);
  g_assert_true (spil_fund_effect_per_tonne (&scheme->expected_co2, &cents));
  g_assert_cmpint (cents, ==, 1000000 / 4);
  /* Settled at 8,000 for 12.5. */
  g_assert_cmpint (scheme->realised_avoidances.n, ==, 1);
  g_assert_true (spil_fund_effect_per_avoidance (&scheme->realised_avoidances, &cents));
  g_assert_cmpint (cents, ==, 64000);
  settled = row_of (book, "a");
  g_assert_true (settled->is_realised);
  g_assert_cmpint (settled->realised_avoidances, ==, 12500000);
  g_assert_cmpstr (settled->realised_source, ==, "Telling");
  g_assert_true (spil_fund_effect_per_tonne (&settled->per_tonne, &cents));
  g_assert_cmpint (cents, ==, 400000);
  /* Not awarded yet: what it may get, as asked. */
  pending = row_of (book, "p");
  g_assert_false (pending->is_realised);
  g_assert_true (spil_fund_effect_per_avoidance (&pending->per_avoidance, &cents));
  g_assert_cmpint (cents, ==, 50000);
}

static void
test_terms (Book *book, gconstpointer data)
{
  g_autoptr (SpilFundSchemeRow) scheme = NULL;
  g_autoptr (SpilFundApplicationRow) waiting = NULL, awarded = NULL;
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_SUBMITTED);
  const SpilValue ends = spil_value_integer (day (2018, 9, 20).number);
  SpilAction *action;

  put_scheme (book, "200000", "200000");
  put_application (book, "waiting", "2018-07-02", "20000", "", "");
  put_application (book, "awarded", "2018-07-03", "10000", "", "");
  g_free (take (book, "waiting", step));
  answer_all (book, "waiting", SPIL_ASSESSMENT_STEP_ESTIMATE);
  step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_COMPLETE);
  step.day = day (2018, 10, 24);
  g_free (take (book, "waiting", step));
  take_until (book, "awarded", SPIL_APPLICATION_STATE_AWARDED);
  action = spil_action_new ("Finished");
  spil_change_assign (
      spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), id_of (book, "awarded")),
      SPIL_APPLICATION_ENDS, &ends);
  commit (book->store.store, action);
  waiting = row_of (book, "waiting");
  awarded = row_of (book, "awarded");
  g_assert_cmpint (waiting->decide_before.number, ==, day (2018, 12, 19).number);
  g_assert_true (waiting->late);
  g_assert_cmpint (awarded->account_before.number, ==, day (2018, 12, 20).number);
  g_assert_false (awarded->late); /* the last day is today */
  scheme = scheme_of (book);
  g_assert_cmpint (scheme->n_late, ==, 1);
}

static void
test_lists (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requirements = NULL, grounds = NULL, costs = NULL;
  g_autoptr (SpilFundApplicationRow) row = NULL;
  const SpilRequirementRow *plan;
  SpilId id;

  put_scheme (book, "200000", "200000");
  put_application (book, "a", "2018-07-02", "10000", "", "");
  id = id_of (book, "a");
  /* The latest day speaks, whichever was entered last. */
  commit (book->store.store,
          spil_fund_check_action (id, id_of (book, "plan"), SPIL_ANSWER_YES, day (2018, 8, 2), "Ontvangen"));
  commit (book->store.store,
          spil_fund_check_action (id, id_of (book, "plan"), SPIL_ANSWER_NO, day (2018, 8, 1), "Ontbreekt"));
  put (book, NULL, "cost_item", "application=@a", "name=Fietsen", "estimated=9000", "vat=excluded", NULL);
  put (book, NULL, "cost_item", "application=@a", "name=Btw", "estimated=900", "vat=included", NULL);
  put (book, NULL, "cost_item", "application=@a", "name=Lunch", "estimated=50", "vat=excluded",
       "excluded=true", NULL);
  requirements = spil_fund_query_requirements (book->store.store, id, &error);
  assert_rows (requirements, error, 3);
  plan = requirements->pdata[0];
  g_assert_cmpstr (plan->name, ==, "Plan");
  g_assert_cmpint (plan->answer, ==, SPIL_ANSWER_YES);
  g_assert_cmpstr (plan->notes, ==, "Ontvangen");
  g_assert_cmpint (((SpilRequirementRow *) requirements->pdata[1])->answer, ==, 0);
  grounds = spil_fund_query_grounds (book->store.store, id_of (book, "fonds"), &error);
  assert_rows (grounds, error, 1);
  costs = spil_fund_query_costs (book->store.store, id, &error);
  assert_rows (costs, error, 3);
  g_assert_false (((SpilCostItemRow *) costs->pdata[0])->other_vat);
  g_assert_true (((SpilCostItemRow *) costs->pdata[1])->other_vat);
  g_assert_true (((SpilCostItemRow *) costs->pdata[2])->excluded);
  row = row_of (book, "a");
  g_assert_cmpint (row->completeness.asked, ==, 2);
  g_assert_cmpint (row->completeness.there, ==, 1);
  g_assert_cmpint (row->accountability.asked, ==, 1);
  g_assert_cmpint (row->costs.estimated.cents, ==, 900000);
  g_assert_cmpint (row->costs.other_vat, ==, 1);
}

/* Where no cost is stated its items speak, unless one of them cannot be added. */
static void
test_cost_by_items (Book *book, gconstpointer data)
{
  g_autoptr (SpilFundApplicationRow) row = NULL, mixed = NULL;

  put_scheme (book, "200000", "200000");
  put_application (book, "a", "2018-07-02", "", "", "");
  put (book, NULL, "cost_item", "application=@a", "name=Fietsen", "estimated=9000", "vat=excluded", NULL);
  put (book, NULL, "cost_item", "application=@a", "name=Stalling", "estimated=1000.01", "vat=excluded", NULL);
  row = row_of (book, "a");
  g_assert_true (row->award.known);
  g_assert_cmpint (row->award.highest.cents, ==, 500000);
  put (book, NULL, "cost_item", "application=@a", "name=Btw", "estimated=210", "vat=included", NULL);
  mixed = row_of (book, "a");
  g_assert_false (mixed->award.known);
}

/* Awarding a later application first is allowed, but told where the earlier one may not fit any more. */
static void
test_order (Book *book, gconstpointer data)
{
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_AWARDED);
  g_autofree char *told = NULL, *silent = NULL;

  put_scheme (book, "200000", "10000");
  put_application (book, "early", "2018-07-02", "10000", "", "");
  put_application (book, "late", "2018-07-03", "12000", "", "");
  take_until (book, "early", SPIL_APPLICATION_STATE_SUBMITTED);
  take_until (book, "late", SPIL_APPLICATION_STATE_ASSESSED);
  step.amount.cents = 500001;
  told = take (book, "late", step);
  g_assert_nonnull (
      strstr (told, "1 application that comes before it may get € 5.000,00, and only € 4.999,99"));
  g_assert_true (spil_store_undo (book->store.store, NULL, NULL));
  step.amount.cents = 500000;
  silent = take (book, "late", step);
  g_assert_null (strstr (silent, "order of treatment"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add ("/fund/query/" name, Book, NULL, fund_set_up, test, fund_tear_down)
  add ("pipeline", test_pipeline);
  add ("window", test_window);
  add ("effects", test_effects);
  add ("terms", test_terms);
  add ("lists", test_lists);
  add ("order", test_order);
  add ("cost-by-items", test_cost_by_items);
  return g_test_run ();
}

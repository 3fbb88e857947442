// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fund-fixture.h"

#include <string.h>

/*
 * Applications from draft to their end. After each step the budget line is compared with two other sums: what this table says that each application
 * leaves there, and the rows of the bookings added up one by one.
 */

#define SUBMITTED SPIL_APPLICATION_STATE_SUBMITTED
#define COMPLETE SPIL_APPLICATION_STATE_COMPLETE
#define ASSESSED SPIL_APPLICATION_STATE_ASSESSED
#define AWARDED SPIL_APPLICATION_STATE_AWARDED
#define REFUSED SPIL_APPLICATION_STATE_REFUSED
#define WITHDRAWN SPIL_APPLICATION_STATE_WITHDRAWN
#define ADVANCED SPIL_APPLICATION_STATE_ADVANCED
#define ACCOUNTED SPIL_APPLICATION_STATE_ACCOUNTED
#define SETTLED SPIL_APPLICATION_STATE_SETTLED
#define PAID SPIL_APPLICATION_STATE_PAID
#define ANSWER_ESTIMATE -1 /* not a step: the requirements are there */
#define ANSWER_SETTLEMENT -2

enum
{
  REFUSES = 1, /* the step is refused */
  BY_DECISION = 2,
  WITH_REASON = 4,
  WITH_GROUND = 8,
};

typedef struct
{
  int to; /* 0: the walk ends */
  int flags;
  int64_t amount; /* cents; 0: the usual */
  int64_t real_cost, real_other; /* cents; 0: not stated */
  int64_t committed, open, paid; /* what the application has in bookings after it */
  int64_t left; /* to pay; below 0: to come back */
  const char *says; /* NULL: anything */
} Leg;

typedef struct
{
  const char *key, *received, *cost, *other, *asked;
  Leg legs[18];
} Walk;

#define START                                                                                                \
  { .to = SUBMITTED }, { .to = COMPLETE, .flags = REFUSES, .says = "0 of 2" }, { .to = ANSWER_ESTIMATE },    \
      { .to = COMPLETE, .says = "14-02-2019" }, { .to = ASSESSED }

static const Walk walks[] = {
  { "plain",
    "2018-07-02",
    "25000",
    "",
    "12500",
    { START,
      { AWARDED, 0, 0, 0, 0, 1250000, 1250000, 0, 1250000, "50% of € 25.000,00" },
      { ACCOUNTED, 0, 0, 2500000, 0, 1250000, 1250000, 0, 1250000, NULL },
      { SETTLED, REFUSES, 0, 0, 0, 1250000, 1250000, 0, 1250000, "0 of 1" },
      { .to = ANSWER_SETTLEMENT, .committed = 1250000, .open = 1250000, .left = 1250000 },
      { SETTLED, 0, 0, 0, 0, 1250000, 1250000, 0, 1250000, "still to be paid" },
      { PAID, 0, 0, 0, 0, 1250000, 0, 1250000, 0, "€ 12.500,00 is paid" },
      { PAID, REFUSES, 0, 0, 0, 1250000, 0, 1250000, 0, "Undo" } } },
  { "advance",
    "2018-07-03",
    "20000",
    "",
    "10000",
    { START,
      { AWARDED, 0, 0, 0, 0, 1000000, 1000000, 0, 1000000, NULL },
      { ADVANCED, REFUSES, 500001, 0, 0, 1000000, 1000000, 0, 1000000, "50% of the award of € 10.000,00" },
      { ADVANCED, 0, 0, 0, 0, 1000000, 500000, 500000, 500000, "€ 5.000,00" },
      { ACCOUNTED, 0, 0, 2400000, 0, 1000000, 500000, 500000, 500000, NULL },
      { .to = ANSWER_SETTLEMENT, .committed = 1000000, .open = 500000, .paid = 500000, .left = 500000 },
      /* Dearer than was thought: never above the award. */
      { SETTLED, REFUSES, 1200000, 0, 0, 1000000, 500000, 500000, 500000,
        "never more than what was awarded" },
      { SETTLED, 0, 0, 0, 0, 1000000, 500000, 500000, 500000, "what was awarded" },
      { PAID, REFUSES, 400000, 0, 0, 1000000, 500000, 500000, 500000, "not € 4.000,00" },
      { PAID, 0, 0, 0, 0, 1000000, 0, 1000000, 0, NULL } } },
  { "cheaper, with an odd cent",
    "2018-07-04",
    "10000.01",
    "",
    "",
    { START,
      { AWARDED, REFUSES, 500001, 0, 0, 0, 0, 0, 0, "€ 0,01 more" },
      { AWARDED, 0, 500000, 0, 0, 500000, 500000, 0, 500000, "€ 5.000,01" },
      { ADVANCED, 0, 250000, 0, 0, 500000, 250000, 250000, 250000, NULL },
      { ACCOUNTED, 0, 0, 800000, 0, 500000, 250000, 250000, 250000, NULL },
      { .to = ANSWER_SETTLEMENT, .committed = 500000, .open = 250000, .paid = 250000, .left = 250000 },
      { SETTLED, REFUSES, 400001, 0, 0, 500000, 250000, 250000, 250000, "€ 0,01 more" },
      { SETTLED, 0, 0, 0, 0, 400000, 150000, 250000, 150000, "€ 1.000,00 of the commitment is released" },
      { PAID, 0, 0, 0, 0, 400000, 0, 400000, 0, NULL } } },
  { "cheaper than the advance",
    "2018-07-05",
    "10000",
    "",
    "5000",
    { START,
      { AWARDED, 0, 0, 0, 0, 500000, 500000, 0, 500000, NULL },
      { ADVANCED, 0, 0, 0, 0, 500000, 250000, 250000, 250000, NULL },
      { .to = ANSWER_SETTLEMENT, .committed = 500000, .open = 250000, .paid = 250000, .left = 250000 },
      { ACCOUNTED, 0, 0, 300000, 0, 500000, 250000, 250000, 250000, NULL },
      { SETTLED, 0, 0, 0, 0, 250000, 0, 250000, -100000, "€ 1.000,00 was paid too much" },
      { PAID, 0, 0, 0, 0, 150000, 0, 150000, 0, "came back" } } },
  { "withdrawn after an advance",
    "2018-07-06",
    "10000",
    "",
    "5000",
    { START,
      { AWARDED, 0, 0, 0, 0, 500000, 500000, 0, 500000, NULL },
      { ADVANCED, 0, 200000, 0, 0, 500000, 300000, 200000, 300000, NULL },
      { WITHDRAWN, 0, 0, 0, 0, 200000, 0, 200000, -200000, "€ 2.000,00 is asked back" },
      { WITHDRAWN, REFUSES, 200001, 0, 0, 200000, 0, 200000, -200000, "so much was paid" },
      { WITHDRAWN, 0, 50000, 0, 0, 150000, 0, 150000, -150000, NULL },
      { WITHDRAWN, 0, 0, 0, 0, 0, 0, 0, 0, "€ 1.500,00 of the advance came back" },
      { WITHDRAWN, REFUSES, 0, 0, 0, 0, 0, 0, 0, "Nothing has to come back" } } },
  { "withdrawn after the award",
    "2018-07-06",
    "10000",
    "",
    "5000",
    { START,
      { AWARDED, 0, 0, 0, 0, 500000, 500000, 0, 500000, NULL },
      { WITHDRAWN, WITH_REASON, 0, 0, 0, 0, 0, 0, 0, "€ 5.000,00 of the commitment is released" } } },
  { "withdrawn at once", "2018-07-06", "10000", "", "5000", { { .to = WITHDRAWN } } },
  { "refused",
    "2018-07-07",
    "10000",
    "",
    "5000",
    { START,
      { .to = REFUSED, .flags = REFUSES, .says = "ground" },
      { .to = REFUSED, .flags = WITH_GROUND },
      { .to = SUBMITTED, .flags = REFUSES, .says = "Undo" } } },
  { "refused with an explanation",
    "2018-07-07",
    "10000",
    "",
    "5000",
    { { .to = SUBMITTED }, { .to = REFUSED, .flags = WITH_REASON } } },
  { "exception",
    "2018-07-08",
    "10000",
    "",
    "6000",
    { START,
      { AWARDED, REFUSES, 600000, 0, 0, 0, 0, 0, 0, "€ 1.000,00 more" },
      { AWARDED, BY_DECISION, 600000, 0, 0, 600000, 600000, 0, 600000, "by decision" },
      { ADVANCED, REFUSES | BY_DECISION, 600001, 0, 0, 600000, 600000, 0, 600000, "never paid" },
      { ADVANCED, BY_DECISION, 400000, 0, 0, 600000, 200000, 400000, 200000, "by decision" },
      { ACCOUNTED, 0, 0, 1000000, 0, 600000, 200000, 400000, 200000, NULL },
      { SETTLED, 0, 600000, 0, 0, 600000, 200000, 400000, 200000, "by decision" },
      { PAID, 0, 0, 0, 0, 600000, 0, 600000, 0, NULL } } },
  { "other subsidy, later more of it",
    "2018-07-09",
    "10000",
    "2000",
    "5000",
    { START,
      { AWARDED, REFUSES, 300001, 0, 0, 0, 0, 0, 0, "less € 2.000,00 of other subsidies" },
      { AWARDED, 0, 0, 0, 0, 300000, 300000, 0, 300000, NULL },
      { ACCOUNTED, 0, 0, 1000000, 300000, 300000, 300000, 0, 300000, NULL },
      { .to = ANSWER_SETTLEMENT, .committed = 300000, .open = 300000, .left = 300000 },
      { SETTLED, 0, 0, 0, 0, 200000, 200000, 0, 200000, "€ 1.000,00 of the commitment is released" },
      { PAID, 0, 0, 0, 0, 200000, 0, 200000, 0, NULL } } },
  { "received too early",
    "2018-06-30",
    "10000",
    "",
    "5000",
    { START,
      { AWARDED, REFUSES, 0, 0, 0, 0, 0, 0, 0, "before the scheme opened on 01-07-2018" },
      { AWARDED, BY_DECISION, 0, 0, 0, 500000, 500000, 0, 500000, NULL } } },
};

static SpilFundStep
get_step (Book *book, const Leg *leg)
{
  SpilFundStep step = SPIL_FUND_STEP (leg->to);

  step.amount.cents = leg->amount;
  step.has_real_cost = leg->real_cost != 0;
  step.real_cost.cents = leg->real_cost;
  step.has_real_other = leg->real_other != 0;
  step.real_other.cents = leg->real_other;
  step.decision = leg->flags & BY_DECISION ? id_of (book, "besluit") : SPIL_ID_NIL;
  step.refusal = leg->flags & WITH_GROUND ? id_of (book, "ground") : SPIL_ID_NIL;
  step.reason = leg->flags & WITH_REASON ? "Uitleg" : NULL;
  return step;
}

static void
go (Book *book, const char *key, const Leg *leg)
{
  g_autofree char *sentence = NULL;

  if (leg->to < 0) {
    answer_all (book, key,
                leg->to == ANSWER_ESTIMATE ? SPIL_ASSESSMENT_STEP_ESTIMATE : SPIL_ASSESSMENT_STEP_SETTLEMENT);
    return;
  }
  if (leg->flags & REFUSES) {
    take_fails (book, key, get_step (book, leg), leg->says);
    return;
  }
  sentence = take (book, key, get_step (book, leg));
  if (leg->says != NULL)
    g_assert_nonnull (strstr (sentence, leg->says));
}

/* All amounts of that entity, one by one. */
static int64_t
add_up (Book *book, int entity, int field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GPtrArray) records = spil_store_list (book->store.store, query, &error);
  int64_t sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    sum += spil_record_get_integer (records->pdata[i], field);
  return sum;
}

/* @ended is what the applications before this one left. */
static void
assert_line (Book *book, const Leg *ended, const Leg *leg)
{
  g_autoptr (SpilBudgetLineFigures) line = line_of (book);
  SpilMoney free;

  g_assert_true (spil_budget_line_get_free (line, &free));
  g_assert_cmpint (line->committed.cents, ==, ended->committed + leg->committed);
  g_assert_cmpint (line->open.cents, ==, ended->open + leg->open);
  g_assert_cmpint (line->actual.cents, ==, ended->paid + leg->paid);
  g_assert_cmpint (line->left_out, ==, 0);
  g_assert_cmpint (free.cents, ==, 10000000 - ended->open - leg->open - ended->paid - leg->paid);
  g_assert_cmpint (line->committed.cents, ==, add_up (book, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_AMOUNT));
  g_assert_cmpint (line->actual.cents, ==, add_up (book, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_AMOUNT));
}

static void
assert_application (Book *book, const char *key, const Leg *leg)
{
  g_autoptr (SpilFundApplicationRow) row = row_of (book, key);

  g_assert_cmpint (row->paid.cents, ==, leg->paid);
  g_assert_cmpint (row->left_to_pay.cents, ==, leg->left);
  g_assert_cmpint (row->commitment_open.cents, ==, leg->open);
  if (!(leg->flags & REFUSES) && leg->to > 0)
    g_assert_cmpint (row->state, ==, leg->to);
}

static void
test_walks (Book *book, gconstpointer data)
{
  Leg ended = { 0 };
  g_autoptr (SpilFundSchemeRow) scheme = NULL;

  put_scheme (book, "100000", "60000");
  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++) {
    const Walk *walk = &walks[i];
    const Leg *leg = walk->legs;

    put_application (book, walk->key, walk->received, walk->cost, walk->other, walk->asked);
    for (; leg->to != 0; leg++) {
      g_test_message ("%s: to %d", walk->key, leg->to);
      go (book, walk->key, leg);
      assert_application (book, walk->key, leg);
      assert_line (book, &ended, leg);
    }
    ended.committed += leg[-1].committed;
    ended.open += leg[-1].open;
    ended.paid += leg[-1].paid;
  }
  scheme = scheme_of (book);
  g_assert_cmpint (scheme->paid.cents, ==, ended.paid);
  g_assert_cmpint (scheme->to_pay.cents, ==, ended.open);
  g_assert_cmpint (scheme->taken.cents, ==, ended.paid + ended.open);
  g_assert_cmpint (scheme->room.cents, ==, 6000000 - ended.paid - ended.open);
  g_assert_cmpint (scheme->n_over, ==, 0);
}

/* Each payment has its expense, of the same amount, and the assessments hold the arithmetic. */
static void
test_rows (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  static const struct
  {
    int what;
    int64_t amount; /* -1: none */
    const char *text; /* NULL: anything */
  } cases[] = {
    { SPIL_FUND_EVENT_RECEIVED, 1200000, NULL },
    { SPIL_FUND_EVENT_CHECKED, -1, "Plan: Yes" },
    { SPIL_FUND_EVENT_CHECKED, -1, "Offerte: Yes" },
    { SPIL_FUND_EVENT_CHECKED, -1, "Facturen: Yes" },
    { SPIL_FUND_EVENT_COMPLETE, -1, NULL },
    { SPIL_FUND_EVENT_ASSESSED, 1000000, "50% of € 20.000,00" },
    { SPIL_FUND_EVENT_ASSESSED, 1000000, "€ 10.000,00 is awarded." },
    { SPIL_FUND_EVENT_AWARDED, 1000000, NULL },
    { SPIL_FUND_EVENT_COMMITTED, 1000000, "Award: fietsen" },
    { SPIL_FUND_EVENT_ADVANCE, 500000, NULL },
    { SPIL_FUND_EVENT_ACCOUNTED, 1600000, NULL },
    { SPIL_FUND_EVENT_TESTED, 800000, "Settled at € 8.000,00." },
    { SPIL_FUND_EVENT_SETTLED, 800000, NULL },
    { SPIL_FUND_EVENT_RELEASED, -200000, NULL },
    { SPIL_FUND_EVENT_PAID, 300000, NULL },
  };
  static const int steps[] = { ADVANCED, ACCOUNTED, SETTLED, PAID };
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_PAYMENT));
  g_autoptr (GPtrArray) payments = NULL;

  put_scheme (book, "100000", "60000");
  put_application (book, "fietsen", "2018-07-02", "20000", "", "12000");
  take_until (book, "fietsen", AWARDED);
  answer_all (book, "fietsen", SPIL_ASSESSMENT_STEP_SETTLEMENT);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    static const int64_t usual[] = { 500000, 0, 800000, 300000 };
    SpilFundStep step = SPIL_FUND_STEP (steps[i]);
    SpilMoney amount;

    step.has_real_cost = steps[i] == ACCOUNTED;
    step.real_cost.cents = 1600000;
    g_assert_true (
        spil_fund_step_get_usual (book->store.store, id_of (book, "fietsen"), &step, &amount, &error));
    g_assert_cmpint (amount.cents, ==, usual[i]);
    g_free (take (book, "fietsen", step));
  }
  events = spil_fund_query_history (book->store.store, id_of (book, "fietsen"), &error);
  assert_rows (events, error, (int) G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilFundEvent *event = events->pdata[i];

    g_test_message ("%s %s", spil_fund_event_label (event->what), event->text);
    g_assert_cmpint (event->what, ==, cases[i].what);
    g_assert_cmpint (event->has_amount ? event->amount.cents : -1, ==, cases[i].amount);
    if (cases[i].text != NULL)
      g_assert_nonnull (strstr (event->text, cases[i].text));
  }
  payments = spil_store_list (book->store.store, query, &error);
  assert_rows (payments, error, 2);
  for (guint i = 0; i < payments->len; i++) {
    SpilId id = spil_record_get_reference (payments->pdata[i], SPIL_PAYMENT_ACTUAL);
    g_autoptr (SpilRecord)
        actual = spil_store_get (book->store.store, spil_entity (SPIL_ENTITY_ACTUAL), id, &error);

    g_assert_no_error (error);
    g_assert_cmpint (spil_record_get_integer (actual, SPIL_ACTUAL_AMOUNT), ==,
                     spil_record_get_integer (payments->pdata[i], SPIL_PAYMENT_AMOUNT));
    g_assert_cmpstr (spil_record_get_text (actual, SPIL_ACTUAL_COUNTERPART), ==, "Bakkerij");
  }
}

/* What does not fit on the budget line is refused, unless by decision. */
static void
test_line_room (Book *book, gconstpointer data)
{
  SpilFundStep step = SPIL_FUND_STEP (AWARDED);

  put_scheme (book, "12000", "60000");
  put_application (book, "a", "2018-07-02", "20000", "", "");
  put_application (book, "b", "2018-07-02", "5000", "", "");
  take_until (book, "a", AWARDED);
  take_until (book, "b", ASSESSED);
  take_fails (book, "b", step, "€ 500,00 is short");
  step.amount.cents = 200000;
  g_free (take (book, "b", step));
  g_assert_true (spil_store_undo (book->store.store, NULL, NULL));
  step = SPIL_FUND_STEP (AWARDED);
  step.decision = id_of (book, "besluit");
  g_free (take (book, "b", step));
}

/* An amount with another VAT note is never tested, not even by decision. */
static void
test_vat (Book *book, gconstpointer data)
{
  SpilFundStep step = SPIL_FUND_STEP (AWARDED);

  put_scheme (book, "100000", "60000");
  put (book, "a", "application", "scheme=@fonds", "organisation=@bakker", "measures=a", "vat=included",
       "received=2018-07-02", "cost=10000", "state=draft", NULL);
  take_until (book, "a", ASSESSED);
  take_fails (book, "a", step, "VAT");
  step.decision = id_of (book, "besluit");
  step.amount.cents = 100;
  take_fails (book, "a", step, "VAT");
}

/* A scheme that asks and bounds nothing, on no line: nothing is booked, and the advance has to be named. */
static void
test_plain_scheme (Book *book, gconstpointer data)
{
  static const int before[] = { SUBMITTED, COMPLETE, ASSESSED, AWARDED };
  SpilFundStep step = SPIL_FUND_STEP (ADVANCED);
  g_autoptr (SpilFundApplicationRow) row = NULL;
  g_autofree char *sentence = NULL;

  put (book, "bakker", "organisation", "name=Bakkerij", "kind=employer", NULL);
  put (book, "fonds", "scheme", "name=Ontwikkelfonds", "vat=excluded", NULL);
  put_application (book, "a", "2018-07-02", "1000", "", "");
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++) {
    g_free (sentence);
    sentence = take (book, "a", SPIL_FUND_STEP (before[i]));
  }
  g_assert_nonnull (strstr (sentence, "nothing is booked"));
  take_fails (book, "a", step, "how much");
  step.amount.cents = 60000;
  g_free (take (book, "a", step));
  row = row_of (book, "a");
  g_assert_cmpint (row->awarded.cents, ==, 100000);
  g_assert_cmpint (row->paid.cents, ==, 60000);
  g_assert_true (spil_id_is_nil (row->commitment));
}

/* A payment on a day in a closed period is booked on the first open one, and remembers its own. */
static void
test_closed_period (Book *book, gconstpointer data)
{
  SpilFundStep step = SPIL_FUND_STEP (ADVANCED);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilQuery) actuals = spil_query_new (spil_entity (SPIL_ENTITY_ACTUAL));
  g_autoptr (SpilQuery) payments = spil_query_new (spil_entity (SPIL_ENTITY_PAYMENT));
  g_autoptr (GPtrArray) booked = NULL, paid = NULL;
  SpilFundStep to;

  put_scheme (book, "100000", "60000");
  put_application (book, "a", "2018-07-02", "1000", "", "");
  take_until (book, "a", SUBMITTED);
  answer_all (book, "a", SPIL_ASSESSMENT_STEP_ESTIMATE);
  for (int state = COMPLETE; state <= AWARDED; state++) {
    to = SPIL_FUND_STEP (state);
    to.day = day (2018, 9, 10);
    g_free (take (book, "a", to));
  }
  put (book, NULL, "closed_period", "name=3e kwartaal", "first=2018-07-01", "last=2018-09-30",
       "closed_on=2018-10-05", NULL);
  step.day = day (2018, 9, 20);
  g_free (take (book, "a", step));
  booked = spil_store_list (book->store.store, actuals, &error);
  assert_rows (booked, error, 1);
  g_assert_cmpint (spil_day_compare (spil_record_get_day (booked->pdata[0], SPIL_ACTUAL_LATE_OF), step.day),
                   ==, 0);
  g_assert_cmpint (
      spil_day_compare (spil_record_get_day (booked->pdata[0], SPIL_ACTUAL_DATE), day (2018, 12, 20)), ==, 0);
  paid = spil_store_list (book->store.store, payments, &error);
  assert_rows (paid, error, 1);
  g_assert_cmpint (
      spil_day_compare (spil_record_get_day (paid->pdata[0], SPIL_PAYMENT_DATE), day (2018, 12, 20)), ==, 0);
}

static void
test_days (Book *book, gconstpointer data)
{
  SpilFundStep step = SPIL_FUND_STEP (SUBMITTED);

  put_scheme (book, "100000", "60000");
  put_application (book, "a", "2018-08-02", "1000", "", "");
  step.day = day (2018, 12, 21);
  take_fails (book, "a", step, "still to come");
  step.day = day (2018, 8, 1);
  take_fails (book, "a", step, "lies before 02-08-2018");
  step.day = day (2018, 8, 2);
  g_free (take (book, "a", step));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add ("/fund/walks/" name, Book, NULL, fund_set_up, test, fund_tear_down)
  add ("walks", test_walks);
  add ("rows", test_rows);
  add ("line-room", test_line_room);
  add ("vat", test_vat);
  add ("plain-scheme", test_plain_scheme);
  add ("closed-period", test_closed_period);
  add ("days", test_days);
  return g_test_run ();
}

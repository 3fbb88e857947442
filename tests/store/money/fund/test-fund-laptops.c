// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "laptops-fixture.h"
#include "spil-booking-action.h"
#include "spil-conflict-query.h"
#include "spil-entity.h"
#include "spil-fund-action.h"
#include "spil-fund-query.h"

#include <string.h>

/* Two laptops award what together goes over the ceiling: both awards stand, and the later one by receipt is to be decided on. */

#define COST INT64_C (1000000)
#define CEILING INT64_C (800000)

static SpilChange *
add_row (SpilAction *action, int entity, SpilId *id)
{
  *id = spil_id_new ();
  return spil_action_add_row (action, spil_entity (entity), *id);
}

static void
set_integer (SpilChange *change, int field, int64_t integer)
{
  const SpilValue value = spil_value_integer (integer);

  spil_change_assign (change, field, &value);
}

static void
set_text (SpilChange *change, int field, const char *text)
{
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (change, field, &value);
}

static void
set_id (SpilChange *change, int field, SpilId id)
{
  const SpilValue value = spil_value_id (id);

  spil_change_assign (change, field, &value);
}

typedef struct
{
  SpilId scheme;
  SpilId decision;
  SpilId early; /* received first */
  SpilId late;
} Fund;

static SpilId
add_application (SpilAction *action, const Fund *fund, SpilId organisation, SpilDay received,
                 const char *measures)
{
  SpilId id;
  SpilChange *change = add_row (action, SPIL_ENTITY_APPLICATION, &id);

  set_id (change, SPIL_APPLICATION_SCHEME, fund->scheme);
  set_id (change, SPIL_APPLICATION_ORGANISATION, organisation);
  set_text (change, SPIL_APPLICATION_MEASURES, measures);
  set_integer (change, SPIL_APPLICATION_COST, COST);
  set_integer (change, SPIL_APPLICATION_VAT, SPIL_VAT_NOTE_EXCLUDED);
  set_integer (change, SPIL_APPLICATION_STATE, SPIL_APPLICATION_STATE_ASSESSED);
  set_integer (change, SPIL_APPLICATION_RECEIVED, received.number);
  set_integer (change, SPIL_APPLICATION_COMPLETE, received.number);
  return id;
}

/* A budget of 20,000, a scheme of 8,000 on it, and two applications that may each get 5,000: the later one by receipt was made first. */
static Fund
put_fund (Laptops *self)
{
  const SpilId organisation = begin (self);
  SpilAction *action = spil_action_new ("Fund");
  SpilChange *change;
  SpilId version, line;
  Fund fund;

  change = add_row (action, SPIL_ENTITY_BUDGET_VERSION, &version);
  set_text (change, SPIL_BUDGET_VERSION_NAME, "2018");
  set_integer (change, SPIL_BUDGET_VERSION_YEAR, 2018);
  set_integer (change, SPIL_BUDGET_VERSION_DATE, spil_day_from_ymd (2018, 7, 1).number);
  set_integer (change, SPIL_BUDGET_VERSION_TOTAL, 2000000);
  set_integer (change, SPIL_BUDGET_VERSION_VAT, SPIL_VAT_NOTE_EXCLUDED);
  change = add_row (action, SPIL_ENTITY_BUDGET_LINE, &line);
  set_id (change, SPIL_BUDGET_LINE_VERSION, version);
  set_integer (change, SPIL_BUDGET_LINE_NUMBER, 3);
  set_text (change, SPIL_BUDGET_LINE_NAME, "Fonds");
  set_integer (change, SPIL_BUDGET_LINE_AMOUNT, 2000000);
  set_integer (change, SPIL_BUDGET_LINE_VAT, SPIL_VAT_NOTE_EXCLUDED);
  change = add_row (action, SPIL_ENTITY_SCHEME, &fund.scheme);
  set_text (change, SPIL_SCHEME_NAME, "Fonds");
  set_integer (change, SPIL_SCHEME_CEILING, CEILING);
  set_integer (change, SPIL_SCHEME_VAT, SPIL_VAT_NOTE_EXCLUDED);
  set_integer (change, SPIL_SCHEME_OWN_SHARE, 500000);
  set_id (change, SPIL_SCHEME_LINE, line);
  change = add_row (action, SPIL_ENTITY_DECISION, &fund.decision);
  set_text (change, SPIL_DECISION_OUTCOME, "Beide toekennen");
  set_integer (change, SPIL_DECISION_DATE, spil_day_from_ymd (2018, 10, 1).number);
  set_integer (change, SPIL_DECISION_AIM, SPIL_DECISION_AIM_DECIDE);
  fund.late = add_application (action, &fund, organisation, spil_day_from_ymd (2018, 9, 4), "Laadpalen");
  fund.early = add_application (action, &fund, organisation, spil_day_from_ymd (2018, 9, 3), "Fietsen");
  commit (self->stores[0], action);
  meet (self);
  return fund;
}

static void
award (SpilStore *store, SpilId application)
{
  const SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_AWARDED);
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_fund_step_action (store, application, &step, &error);

  g_assert_no_error (error);
  commit (store, action);
}

static void
assert_over (SpilStore *store, SpilId application, int64_t over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilFundApplicationRow) row = spil_fund_query_application (store, application, &error);
  g_autofree char *sentence = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (row->awarded.cents, ==, COST / 2); /* nothing was cut */
  g_assert_cmpint (row->over.cents, ==, over);
  sentence = spil_fund_application_dup_over (row);
  g_assert_cmpint (sentence != NULL, ==, over > 0);
}

/* What the scheme and the check say of it; @n are to be decided on. */
static void
assert_flagged (SpilStore *store, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schemes = spil_fund_query_schemes (store, spil_day_today (), &error);
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);
  g_autofree char *sentence = NULL;
  const SpilFundSchemeRow *scheme;

  g_assert_no_error (error);
  scheme = schemes->pdata[0];
  g_assert_cmpint (scheme->taken.cents, ==, COST);
  g_assert_cmpint (scheme->n_over, ==, n);
  g_assert_cmpint (scheme->over.cents, ==, n > 0 ? COST - CEILING : 0);
  sentence = spil_fund_scheme_dup_over (scheme);
  g_assert_cmpint (sentence != NULL, ==, n > 0);
  g_assert_cmpuint (faults->len, ==, n);
  if (n == 0)
    return;
  g_test_message ("%s", (char *) faults->pdata[0]);
  g_assert_nonnull (strstr (faults->pdata[0], sentence));
  g_assert_nonnull (strstr (faults->pdata[0], "04-09-2018"));
  g_assert_null (strstr (faults->pdata[0], "03-09-2018"));
}

static void
test_together (Laptops *self, gconstpointer data)
{
  const Fund fund = put_fund (self);
  SpilAction *action;

  /* The one that was received last is awarded first. */
  award (self->stores[1], fund.late);
  award (self->stores[2], fund.early);
  meet (self);
  for (int i = 0; i < 3; i++) {
    assert_over (self->stores[i], fund.early, 0);
    assert_over (self->stores[i], fund.late, COST - CEILING);
    assert_flagged (self->stores[i], 1);
  }
  /* Whoever leads decides, and names the decision there. */
  action = spil_action_new ("Decided");
  set_id (spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), fund.late),
          SPIL_APPLICATION_DECISION, fund.decision);
  commit (self->stores[0], action);
  meet (self);
  for (int i = 0; i < 3; i++) {
    assert_over (self->stores[i], fund.late, COST - CEILING);
    assert_flagged (self->stores[i], 0);
  }
}

/* Seen in time, the second is refused at entry, with the room that is left. */
static void
test_in_turn (Laptops *self, gconstpointer data)
{
  const Fund fund = put_fund (self);
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_AWARDED);
  g_autoptr (GError) error = NULL;
  SpilAction *action;

  award (self->stores[1], fund.early);
  meet (self);
  step.amount.cents = COST / 2;
  g_assert_null (spil_fund_step_action (self->stores[2], fund.late, &step, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "3.000,00"));
  /* The usual is what there is room for. */
  g_clear_error (&error);
  step.amount.cents = 0;
  action = spil_fund_step_action (self->stores[2], fund.late, &step, &error);
  g_assert_no_error (error);
  commit (self->stores[2], action);
  meet (self);
}

/* An advance that two laptops paid both: both stand, and the check names it until one is reversed. */
static void
test_advance_twice (Laptops *self, gconstpointer data)
{
  const Fund fund = put_fund (self);
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_ADVANCED);

  award (self->stores[1], fund.early);
  meet (self);
  step.amount.cents = COST / 4 + 100;
  for (int i = 1; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    SpilAction *action = spil_fund_step_action (self->stores[i], fund.early, &step, &error);

    g_assert_no_error (error);
    commit (self->stores[i], action);
  }
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) faults = spil_store_check (self->stores[i], &error);
    gboolean named = FALSE;

    g_assert_no_error (error);
    for (guint j = 0; j < faults->len; j++)
      named = named || strstr (faults->pdata[j], "more than was awarded") != NULL;
    g_assert_true (named);
  }
  /* Undone where it was done, and all is well again. */
  g_assert_true (spil_store_undo (self->stores[2], NULL, NULL));
  meet (self);
}

/* The same application awarded on both: it is committed twice. The check names it, and what is too much is released, at the settlement at the latest. */
static void
test_award_twice (Laptops *self, gconstpointer data)
{
  const Fund fund = put_fund (self);
  SpilFundStep step = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_ACCOUNTED);

  award (self->stores[1], fund.early);
  award (self->stores[2], fund.early);
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) faults = spil_store_check (self->stores[i], &error);
    g_autoptr (SpilFundApplicationRow)
        row = spil_fund_query_application (self->stores[i], fund.early, &error);

    g_assert_no_error (error);
    g_assert_cmpint (row->awarded.cents, ==, COST / 2);
    g_assert_cmpint (row->commitment_stands.cents, ==, COST);
    g_assert_cmpint (row->commitment_open.cents, ==, COST);
    g_assert_cmpuint (faults->len, ==, 1);
    g_assert_nonnull (strstr (faults->pdata[0], "10.000,00 stands committed"));
  }
  step.has_real_cost = TRUE;
  step.real_cost.cents = COST - 200;
  for (int state = SPIL_APPLICATION_STATE_ACCOUNTED; state <= SPIL_APPLICATION_STATE_PAID; state++) {
    g_autoptr (GError) error = NULL;
    SpilAction *action;

    step.to = state;
    action = spil_fund_step_action (self->stores[0], fund.early, &step, &error);
    g_assert_no_error (error);
    commit (self->stores[0], action);
  }
  meet (self);
  for (int i = 0; i < 3; i++) {
    g_autoptr (SpilFundApplicationRow) row = spil_fund_query_application (self->stores[i], fund.early, NULL);

    g_assert_cmpint (row->commitment_stands.cents, ==, COST / 2 - 100);
    g_assert_cmpint (row->commitment_open.cents, ==, 0);
    g_assert_cmpint (row->paid.cents, ==, COST / 2 - 100);
  }
}

static void
step_to (SpilStore *store, SpilId application, int state)
{
  const SpilFundStep step = SPIL_FUND_STEP (state);
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_fund_step_action (store, application, &step, &error);

  g_assert_no_error (error);
  commit (store, action);
}

static int
settle (SpilStore *store, SpilId application, guint side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = spil_store_conflicts (store, 0, &error);
  SpilAction *action = spil_action_new ("Settled");
  g_autoptr (SpilFundApplicationRow) row = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_true (spil_conflict_settle (conflicts->pdata[0], side, action, &error));
  commit (store, action);
  row = spil_fund_query_application (store, application, &error);
  g_assert_no_error (error);
  return row->state;
}

/* Takes back the one release there is, as the check asks: more was released than was open. */
static void
reverse_release (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_COMMITMENT));
  g_autoptr (GPtrArray) records = spil_store_list (store, query, &error);
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (faults->pdata[0], "Reverse the release"));
  for (guint i = 0; i < records->len; i++)
    if (spil_record_get_boolean (records->pdata[i], SPIL_COMMITMENT_RELEASE)) {
      SpilAction *action = spil_booking_reverse_action (store, SPIL_BOOKING_COMMITMENT,
                                                        spil_record_get_id (records->pdata[i]), SPIL_DAY_NONE,
                                                        NULL, &error);

      g_assert_no_error (error);
      commit (store, action);
    }
}

/* One pays the advance while the other withdraws the application: either may be chosen, and after the withdrawal the advance comes back. */
static void
test_two_states (Laptops *self, gconstpointer data)
{
  const Fund fund = put_fund (self);
  SpilFundStep advance = SPIL_FUND_STEP (SPIL_APPLICATION_STATE_ADVANCED);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilFundApplicationRow) owes = NULL, row = NULL;
  SpilAction *action;
  int first;

  award (self->stores[1], fund.early);
  meet (self);
  advance.amount.cents = COST / 4;
  action = spil_fund_step_action (self->stores[1], fund.early, &advance, &error);
  g_assert_no_error (error);
  commit (self->stores[1], action);
  step_to (self->stores[2], fund.early, SPIL_APPLICATION_STATE_WITHDRAWN);
  meet (self);
  first = settle (self->stores[0], fund.early, 0);
  g_assert_true (spil_store_undo (self->stores[0], NULL, &error));
  g_assert_cmpint (settle (self->stores[0], fund.early, 1), !=, first);
  if (first == SPIL_APPLICATION_STATE_WITHDRAWN) {
    g_assert_true (spil_store_undo (self->stores[0], NULL, &error));
    settle (self->stores[0], fund.early, 0);
  }
  owes = spil_fund_query_application (self->stores[0], fund.early, &error);
  g_assert_cmpint (owes->left_to_pay.cents, ==, -COST / 4);
  g_assert_cmpint (owes->held.cents, ==, COST / 4);
  reverse_release (self->stores[0]);
  step_to (self->stores[0], fund.early, SPIL_APPLICATION_STATE_WITHDRAWN);
  row = spil_fund_query_application (self->stores[0], fund.early, &error);
  g_assert_cmpint (row->paid.cents, ==, 0);
  g_assert_cmpint (row->commitment_stands.cents, ==, 0);
  g_assert_cmpint (row->commitment_open.cents, ==, 0);
  meet (self);
}

#define add(name, test)                                                                                      \
  g_test_add ("/fund/laptops/" name, Laptops, NULL, laptops_set_up, test, laptops_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("together", test_together);
  add ("in-turn", test_in_turn);
  add ("advance-twice", test_advance_twice);
  add ("award-twice", test_award_twice);
  add ("two-states", test_two_states);
  return g_test_run ();
}

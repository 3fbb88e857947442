// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fund-fixture.h"

#include <string.h>

/* What the store refuses when rows are written by hand, past the steps. */

#define MOST 6

/* Commits "field=value" ... on the row; NULL @says: it must succeed. */
static void
set_row (Book *book, const char *entity, const char *key, const char *const *pairs, const char *says)
{
  g_autoptr (SpilAction) action = spil_action_new ("Changed");
  SpilChange *change = spil_action_set_row (action, spil_entity_by_name (entity), id_of (book, key));
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < MOST && pairs[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (pairs[i], "=", 2);
    const SpilField *field = spil_entity_field_by_name (change->entity, parts[0]);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    g_assert_nonnull (field);
    if (parts[1][0] == '@')
      value = spil_value_id (id_of (book, parts[1] + 1));
    else
      spil_value_parse (field, parts[1], &value, &error);
    g_assert_no_error (error);
    spil_change_assign (change, field->number, &value);
  }
  spil_store_commit (book->store.store, action, &error);
  g_test_message ("%s %s: %s", key, pairs[0], error != NULL ? error->message : "done");
  if (says == NULL) {
    g_assert_no_error (error);
  } else {
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, says));
  }
}

typedef struct
{
  const char *what;
  const char *pairs[MOST];
  const char *says; /* NULL: done */
} Case;

/* The application "a" costs 10,000 and was assessed; each case goes on from the one before it. */
static void
run (Book *book, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_test_message ("%s", cases[i].what);
    set_row (book, "application", "a", cases[i].pairs, cases[i].says);
  }
}

static void
put_assessed (Book *book)
{
  put_scheme (book, "100000", "60000");
  put_application (book, "a", "2018-07-02", "10000", "", "");
  take_until (book, "a", SPIL_APPLICATION_STATE_ASSESSED);
}

static void
test_amounts (Book *book, gconstpointer data)
{
  static const Case cases[] = {
    { "above half", { "state=awarded", "awarded=5000.01" }, "5.000,01" },
    { "above half by decision", { "awarded=6000", "decision=@besluit" }, NULL },
    { "lower with the decision gone is still above half",
      { "awarded=5500", "decision=" },
      "may not be awarded" },
    { "lowered", { "awarded=5500" }, NULL },
    { "half", { "awarded=5000", "decision=", "state=awarded" }, NULL },
    { "a note changes nothing", { "notes=x" }, NULL },
    { "dearer, so half is more", { "cost=12000" }, NULL },
    { "cheaper, so half is less", { "cost=9999.99" }, "4.999,99" },
    { "another VAT note", { "vat=included", "decision=@besluit" }, "VAT" },
    { "real cost alone", { "settled_cost=8000", "state=accounted" }, NULL },
    { "settled above half of it", { "settled=4000.01", "state=settled" }, "4.000,00" },
    { "settled above the award", { "settled=5000.01", "decision=@besluit", "state=settled" }, "never more" },
    { "settled above half by decision", { "settled=4500", "decision=@besluit", "state=settled" }, NULL },
    { "back", { "state=accounted" }, "cannot go to" },
  };

  put_assessed (book);
  run (book, cases, G_N_ELEMENTS (cases));
}

static void
test_states (Book *book, gconstpointer data)
{
  static const Case cases[] = {
    { "back to draft", { "state=draft" }, "Undo" },
    { "refused without a ground", { "state=refused" }, "ground" },
    { "refused with an explanation", { "state=refused", "refusal_reason=Te laat" }, NULL },
    { "awarded after all", { "state=awarded", "awarded=100" }, "cannot go to" },
    { "awarded by decision on an objection", { "state=awarded", "awarded=100", "decision=@besluit" }, NULL },
    { "steps between are left out", { "state=paid" }, NULL },
  };

  put_assessed (book);
  run (book, cases, G_N_ELEMENTS (cases));
}

static void
test_completeness (Book *book, gconstpointer data)
{
  static const char *const award[MOST] = { "state=awarded", "awarded=100" };
  static const char *const dated[MOST] = { "state=awarded", "awarded=100", "complete=2018-08-01" };
  static const char *const late[MOST] = { "state=awarded", "awarded=100", "complete=2018-08-03",
                                          "awarded_on=2018-08-02" };
  static const char *const in_time[MOST] = { "state=awarded", "awarded=100", "complete=2018-08-02",
                                             "awarded_on=2018-08-02" };

  put_scheme (book, "100000", "60000");
  put_application (book, "a", "2018-07-02", "10000", "", "");
  put_application (book, "b", "2018-07-02", "10000", "", "");
  set_row (book, "application", "a", award, "0 of 2");
  set_row (book, "application", "a", dated, "0 of 2");
  answer_all (book, "a", SPIL_ASSESSMENT_STEP_ESTIMATE);
  set_row (book, "application", "a", award, "which day");
  set_row (book, "application", "a", late, "after the day of the award");
  set_row (book, "application", "a", in_time, NULL);
  /* A scheme that asks for nothing in particular wants no day either. */
  put (book, "vrij", "scheme", "name=Vrij", "vat=excluded", NULL);
  put (book, "c", "application", "scheme=@vrij", "organisation=@bakker", "measures=c", "vat=excluded",
       "cost=10000", "state=submitted", NULL);
  set_row (book, "application", "c", award, NULL);
}

static void
put_payment (Book *book, const char *kind, const char *amount, const char *says)
{
  g_autoptr (SpilAction) action = spil_action_new ("Paid");
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_PAYMENT), spil_id_new ());
  const SpilValue application = spil_value_id (id_of (book, "a"));
  const SpilValue date = spil_value_integer (day (2018, 12, 1).number);
  g_auto (SpilValue) what = SPIL_VALUE_INIT, cents = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  spil_value_parse (spil_entity_field (change->entity, SPIL_PAYMENT_KIND), kind, &what, &error);
  spil_value_parse (spil_entity_field (change->entity, SPIL_PAYMENT_AMOUNT), amount, &cents, &error);
  g_assert_no_error (error);
  spil_change_assign (change, SPIL_PAYMENT_APPLICATION, &application);
  spil_change_assign (change, SPIL_PAYMENT_DATE, &date);
  spil_change_assign (change, SPIL_PAYMENT_KIND, &what);
  spil_change_assign (change, SPIL_PAYMENT_AMOUNT, &cents);
  spil_store_commit (book->store.store, action, &error);
  g_test_message ("%s %s: %s", kind, amount, error != NULL ? error->message : "done");
  if (says == NULL) {
    g_assert_no_error (error);
  } else {
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, says));
  }
}

static void
test_payments (Book *book, gconstpointer data)
{
  static const char *const awarded[MOST] = { "awarded=5000", "state=awarded" };
  static const char *const decided[MOST] = { "decision=@besluit" };
  static const char *const plain[MOST] = { "decision=" };
  static const char *const settled[MOST] = { "settled_cost=6000", "settled=3000", "state=settled" };

  put_assessed (book);
  put_payment (book, "advance", "1", "nothing was awarded");
  set_row (book, "application", "a", awarded, NULL);
  put_payment (book, "advance", "2500.01", "50% of the award");
  put_payment (book, "refund", "0.01", "come back");
  put_payment (book, "advance", "2500", NULL);
  put_payment (book, "advance", "0.01", "in advance");
  set_row (book, "application", "a", decided, NULL);
  put_payment (book, "advance", "0.01", NULL);
  put_payment (book, "advance", "2500", "more than was awarded");
  put_payment (book, "refund", "0.01", NULL);
  set_row (book, "application", "a", plain, NULL);
  set_row (book, "application", "a", settled, NULL);
  put_payment (book, "final", "500.01", "3.000,00");
  put_payment (book, "final", "500", NULL);
  put_payment (book, "refund", "3000.01", "come back");
}

/* The room of a scheme, to the cent. */
static void
test_room (Book *book, gconstpointer data)
{
  static const char *const over[MOST] = { "state=awarded", "awarded=2000.01" };
  static const char *const exact[MOST] = { "state=awarded", "awarded=2000" };
  static const char *const decided[MOST] = { "awarded=2000.01", "decision=@besluit" };
  g_autoptr (SpilFundSchemeRow) scheme = NULL;
  g_autoptr (SpilFundApplicationRow) row = NULL;
  g_autofree char *sentence = NULL;

  put_scheme (book, "100000", "7000");
  put_application (book, "first", "2018-07-02", "10000", "", "");
  put_application (book, "a", "2018-07-03", "10000", "", "");
  take_until (book, "first", SPIL_APPLICATION_STATE_AWARDED);
  take_until (book, "a", SPIL_APPLICATION_STATE_ASSESSED);
  set_row (book, "application", "a", over, "room in the scheme");
  set_row (book, "application", "a", exact, NULL);
  set_row (book, "application", "a", decided, NULL);
  scheme = scheme_of (book);
  row = row_of (book, "a");
  g_assert_cmpint (scheme->room.cents, ==, -1);
  g_assert_cmpint (scheme->n_over, ==, 0); /* it was decided on */
  g_assert_cmpint (row->over.cents, ==, 1);
  sentence = spil_fund_application_dup_over (row);
  g_assert_nonnull (strstr (sentence, "by decision"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add ("/fund/rules/" name, Book, NULL, fund_set_up, test, fund_tear_down)
  add ("amounts", test_amounts);
  add ("states", test_states);
  add ("completeness", test_completeness);
  add ("payments", test_payments);
  add ("room", test_room);
  return g_test_run ();
}

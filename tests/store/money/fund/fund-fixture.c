// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "fund-fixture.h"

#include <string.h>

void
fund_set_up (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Dates");
  SpilChange *change;
  const SpilValue start = spil_value_integer (day (2018, 7, 1).number);
  const SpilValue end = spil_value_integer (day (2018, 12, 31).number);

  spil_day_play (day (2018, 12, 20));
  book_set_up (book, data);
  change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), book->store.programme);
  spil_change_assign (change, SPIL_PROGRAMME_START, &start);
  spil_change_assign (change, SPIL_PROGRAMME_END, &end);
  commit (book->store.store, action);
}

void
fund_tear_down (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (book->store.store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
  book_tear_down (book, data);
  spil_day_play (SPIL_DAY_NONE);
}

void
put_scheme (Book *book, const char *euro, const char *ceiling)
{
  g_autofree char *total = g_strconcat ("total=", euro, NULL);
  g_autofree char *amount = g_strconcat ("amount=", euro, NULL);
  g_autofree char *top = g_strconcat ("ceiling=", ceiling, NULL);

  put (book, "2018", "budget_version", "name=Begroting 2018", "year=2018", "date=2018-07-01", total,
       "vat=excluded", NULL);
  put (book, "line", "budget_line", "version=@2018", "number=3", "name=Fonds", amount, "vat=excluded", NULL);
  put (book, "fonds", "scheme", "name=Bereikbaarheidsfonds", top, "vat=excluded", "own_share=0.5",
       "application_ceiling=50000", "advance_share=0.5", "opens=2018-07-01", "closes=2018-12-31",
       "decide_days=56", "account_days=91", "line=@line", NULL);
  put (book, "plan", "requirement", "scheme=@fonds", "name=Plan", "step=estimate", NULL);
  put (book, "offer", "requirement", "scheme=@fonds", "name=Offerte", "step=estimate", NULL);
  put (book, "bills", "requirement", "scheme=@fonds", "name=Facturen", "step=settlement", NULL);
  put (book, "ground", "refusal_ground", "scheme=@fonds", "name=Valt buiten de regeling", NULL);
  put (book, "besluit", "decision", "outcome=Besluit stuurgroep", "date=2018-07-01", "aim=decide", NULL);
  put (book, "bakker", "organisation", "name=Bakkerij", "kind=employer", NULL);
}

void
put_application (Book *book, const char *key, const char *received, const char *cost, const char *other,
                 const char *asked)
{
  g_autofree char *day_text = g_strconcat ("received=", received, NULL);
  g_autofree char *cost_text = g_strconcat ("cost=", cost, NULL);
  g_autofree char *other_text = g_strconcat ("other=", other, NULL);
  g_autofree char *asked_text = g_strconcat ("asked=", asked, NULL);
  g_autofree char *measures = g_strconcat ("measures=", key, NULL);

  put (book, key, "application", "scheme=@fonds", "organisation=@bakker", measures, "vat=excluded", day_text,
       cost_text, other_text, asked_text, "state=draft", NULL);
}

void
answer_all (Book *book, const char *key, int step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_fund_query_requirements (book->store.store, id_of (book, key), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    const SpilRequirementRow *row = rows->pdata[i];

    if (row->step == step)
      commit (book->store.store,
              spil_fund_check_action (id_of (book, key), row->id, SPIL_ANSWER_YES, day (2018, 7, 5), NULL));
  }
}

/* What it says beforehand, and whether it may. */
static char *
ask (Book *book, const char *key, const SpilFundStep *step, gboolean *allowed)
{
  g_autoptr (GError) error = NULL;
  char *sentence = spil_fund_step_dup_sentence (book->store.store, id_of (book, key), step, allowed, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sentence);
  g_test_message ("%s: %s", key, sentence);
  return sentence;
}

char *
take (Book *book, const char *key, SpilFundStep step)
{
  SpilStore *store = book->store.store;
  g_autoptr (GError) error = NULL;
  gboolean allowed;
  char *sentence = ask (book, key, &step, &allowed);
  g_autofree char *before = digest_of (store);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  SpilAction *action;

  g_assert_true (allowed);
  action = spil_fund_step_action (store, id_of (book, key), &step, &error);
  g_assert_no_error (error);
  commit (store, action);
  after = digest_of (store);
  spil_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  undone = digest_of (store);
  g_assert_cmpstr (undone, ==, before);
  spil_store_redo (store, NULL, &error);
  g_assert_no_error (error);
  redone = digest_of (store);
  g_assert_cmpstr (redone, ==, after);
  return sentence;
}

void
take_fails (Book *book, const char *key, SpilFundStep step, const char *says)
{
  g_autoptr (GError) error = NULL;
  gboolean allowed;
  g_autofree char *sentence = ask (book, key, &step, &allowed);

  g_assert_false (allowed);
  g_assert_nonnull (strstr (sentence, says));
  g_assert_null (spil_fund_step_action (book->store.store, id_of (book, key), &step, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, sentence);
}

void
take_until (Book *book, const char *key, int to)
{
  static const int states[] = { SPIL_APPLICATION_STATE_SUBMITTED, SPIL_APPLICATION_STATE_COMPLETE,
                                SPIL_APPLICATION_STATE_ASSESSED, SPIL_APPLICATION_STATE_AWARDED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    if (states[i] == SPIL_APPLICATION_STATE_COMPLETE)
      answer_all (book, key, SPIL_ASSESSMENT_STEP_ESTIMATE);
    g_free (take (book, key, SPIL_FUND_STEP (states[i])));
    if (states[i] == to)
      return;
  }
}

SpilFundApplicationRow *
row_of (Book *book, const char *key)
{
  g_autoptr (GError) error = NULL;
  SpilFundApplicationRow *row = spil_fund_query_application (book->store.store, id_of (book, key), &error);

  g_assert_no_error (error);
  return row;
}

SpilFundSchemeRow *
scheme_of (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_fund_query_schemes (book->store.store, spil_day_today (), &error);

  assert_rows (rows, error, 1);
  return g_ptr_array_steal_index (rows, 0);
}

SpilBudgetLineFigures *
line_of (Book *book)
{
  g_autoptr (GError) error = NULL;
  SpilBudgetLineFigures *line = spil_budget_query_line (book->store.store, id_of (book, "line"),
                                                        SPIL_DAY_NONE, &error);

  g_assert_no_error (error);
  return line;
}

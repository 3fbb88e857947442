// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-action.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-entity.h"
#include "spil-fund-maker.h"
#include "spil-number.h"

/* What each step is called when it was done. */
static const char *
get_label (const SpilFundVerdict *self)
{
  if (self->refunds)
    return _ ("Money paid back");
  switch (self->step->to) {
  case SPIL_APPLICATION_STATE_SUBMITTED:
    return _ ("Application submitted");
  case SPIL_APPLICATION_STATE_COMPLETE:
    return _ ("Application declared complete");
  case SPIL_APPLICATION_STATE_ASSESSED:
    return _ ("Application assessed");
  case SPIL_APPLICATION_STATE_AWARDED:
    return _ ("Application awarded");
  case SPIL_APPLICATION_STATE_REFUSED:
    return _ ("Application refused");
  case SPIL_APPLICATION_STATE_WITHDRAWN:
    return _ ("Application withdrawn");
  case SPIL_APPLICATION_STATE_ADVANCED:
    return _ ("Advance paid out");
  case SPIL_APPLICATION_STATE_ACCOUNTED:
    return _ ("Application accounted for");
  case SPIL_APPLICATION_STATE_SETTLED:
    return _ ("Application settled");
  default:
    return _ ("Application paid");
  }
}

static void
set_realised (SpilFundMaker *self)
{
  const SpilFundStep *step = self->verdict->step;

  if (step->realised_avoidances >= 0)
    spil_fund_maker_set_integer (self, SPIL_APPLICATION_REALISED_AVOIDANCES,
                                 llround (step->realised_avoidances * SPIL_DECIMAL_ONE));
  if (step->realised_co2 >= 0)
    spil_fund_maker_set_integer (self, SPIL_APPLICATION_REALISED_CO2,
                                 llround (step->realised_co2 * SPIL_DECIMAL_ONE));
  spil_fund_maker_set_text (self, SPIL_APPLICATION_REALISED_SOURCE, step->realised_source);
}

/* The columns about the real cost are one group: all of them, as the step or the application states them. */
static void
set_real (SpilFundMaker *self)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->has_real_cost)
    spil_fund_maker_set_integer (self, SPIL_APPLICATION_SETTLED_COST, verdict->real_cost.cents);
  if (verdict->step->has_real_other)
    spil_fund_maker_set_integer (self, SPIL_APPLICATION_SETTLED_OTHER, verdict->real_other.cents);
}

static gboolean
make_submission (SpilFundMaker *self, GError **error)
{
  if (!spil_day_is_known (self->verdict->row->received))
    spil_fund_maker_set_day (self, SPIL_APPLICATION_RECEIVED);
  return TRUE;
}

static gboolean
make_completeness (SpilFundMaker *self, GError **error)
{
  spil_fund_maker_set_day (self, SPIL_APPLICATION_COMPLETE);
  return TRUE;
}

static gboolean
make_assessment (SpilFundMaker *self, GError **error)
{
  const SpilFundAward *test = &self->verdict->test;

  spil_fund_maker_add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE,
                                  test->known && test->highest.cents > 0);
  return TRUE;
}

static gboolean
make_award (SpilFundMaker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  spil_fund_maker_set_integer (self, SPIL_APPLICATION_AWARDED, verdict->amount.cents);
  spil_fund_maker_set_day (self, SPIL_APPLICATION_AWARDED_ON);
  spil_fund_maker_set_reference (self, SPIL_APPLICATION_DECISION, verdict->step->decision);
  spil_fund_maker_add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE, TRUE);
  return spil_fund_maker_put_commitment (self, error);
}

static gboolean
make_refusal (SpilFundMaker *self, GError **error)
{
  const SpilFundStep *step = self->verdict->step;

  spil_fund_maker_set_day (self, SPIL_APPLICATION_REFUSED_ON);
  spil_fund_maker_set_reference (self, SPIL_APPLICATION_REFUSAL, step->refusal);
  spil_fund_maker_set_text (self, SPIL_APPLICATION_REFUSAL_REASON, step->reason);
  spil_fund_maker_add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE, FALSE);
  return spil_fund_maker_put_release (self, _ ("Refused"), error);
}

static gboolean
make_withdrawal (SpilFundMaker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->refunds)
    return spil_fund_maker_put_payment (self, SPIL_PAYMENT_KIND_REFUND, -verdict->amount.cents,
                                        _ ("Advance paid back"), error) &&
           spil_fund_maker_put_release_of_refund (self, _ ("Withdrawn"), error);
  spil_fund_maker_set_day (self, SPIL_APPLICATION_WITHDRAWN_ON);
  spil_fund_maker_set_text (self, SPIL_APPLICATION_WITHDRAWAL_REASON, verdict->step->reason);
  return spil_fund_maker_put_release (self, _ ("Withdrawn"), error);
}

static gboolean
make_advance (SpilFundMaker *self, GError **error)
{
  spil_fund_maker_set_reference (self, SPIL_APPLICATION_DECISION, self->verdict->step->decision);
  return spil_fund_maker_put_payment (self, SPIL_PAYMENT_KIND_ADVANCE, self->verdict->amount.cents,
                                      _ ("Advance"), error);
}

static gboolean
make_accountability (SpilFundMaker *self, GError **error)
{
  spil_fund_maker_set_day (self, SPIL_APPLICATION_ACCOUNTED_ON);
  set_real (self);
  set_realised (self);
  return TRUE;
}

static gboolean
make_settlement (SpilFundMaker *self, GError **error)
{
  spil_fund_maker_set_integer (self, SPIL_APPLICATION_SETTLED, self->verdict->amount.cents);
  spil_fund_maker_set_day (self, SPIL_APPLICATION_SETTLED_ON);
  spil_fund_maker_set_reference (self, SPIL_APPLICATION_DECISION, self->verdict->step->decision);
  set_real (self);
  set_realised (self);
  spil_fund_maker_add_assessment (self, SPIL_ASSESSMENT_STEP_SETTLEMENT, TRUE);
  return spil_fund_maker_put_release (self, _ ("Settlement"), error);
}

static gboolean
make_last_payment (SpilFundMaker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->amount.cents == 0)
    return TRUE;
  if (verdict->refunds)
    return spil_fund_maker_put_payment (self, SPIL_PAYMENT_KIND_REFUND, -verdict->amount.cents,
                                        _ ("Paid back"), error) &&
           spil_fund_maker_put_release_of_refund (self, _ ("Paid back"), error);
  return spil_fund_maker_put_payment (self, SPIL_PAYMENT_KIND_FINAL, verdict->amount.cents,
                                      _ ("Last payment"), error);
}

static gboolean
make (SpilFundMaker *self, GError **error)
{
  static const struct
  {
    int to;
    gboolean (*make) (SpilFundMaker *self, GError **error);
  } makers[] = {
    { SPIL_APPLICATION_STATE_SUBMITTED, make_submission },
    { SPIL_APPLICATION_STATE_COMPLETE, make_completeness },
    { SPIL_APPLICATION_STATE_ASSESSED, make_assessment },
    { SPIL_APPLICATION_STATE_AWARDED, make_award },
    { SPIL_APPLICATION_STATE_REFUSED, make_refusal },
    { SPIL_APPLICATION_STATE_WITHDRAWN, make_withdrawal },
    { SPIL_APPLICATION_STATE_ADVANCED, make_advance },
    { SPIL_APPLICATION_STATE_ACCOUNTED, make_accountability },
    { SPIL_APPLICATION_STATE_SETTLED, make_settlement },
    { SPIL_APPLICATION_STATE_PAID, make_last_payment },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (makers[i].to == self->verdict->step->to)
      return makers[i].make (self, error);
  g_return_val_if_reached (FALSE);
}

SpilAction *
spil_fund_step_action (SpilStore *store, SpilId application, const SpilFundStep *step, GError **error)
{
  g_autoptr (SpilFundVerdict) verdict = spil_fund_verdict_new (store, application, step, error);
  g_autoptr (SpilAction) action = NULL;
  SpilFundMaker maker;

  if (verdict == NULL)
    return NULL;
  if (!verdict->allowed) {
    g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, verdict->text->str);
    return NULL;
  }
  action = spil_action_new (get_label (verdict));
  maker = (SpilFundMaker) {
    store, verdict, action, spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), application)
  };
  spil_fund_maker_set_integer (&maker, SPIL_APPLICATION_STATE, step->to);
  return make (&maker, error) ? g_steal_pointer (&action) : NULL;
}

char *
spil_fund_step_dup_sentence (SpilStore *store, SpilId application, const SpilFundStep *step,
                             gboolean *allowed, GError **error)
{
  g_autoptr (SpilFundVerdict) verdict = spil_fund_verdict_new (store, application, step, error);

  if (verdict == NULL)
    return NULL;
  *allowed = verdict->allowed;
  return g_strdup (verdict->text->str);
}

gboolean
spil_fund_step_get_usual (SpilStore *store, SpilId application, const SpilFundStep *step, SpilMoney *amount,
                          GError **error)
{
  SpilFundStep usual = *step;
  g_autoptr (SpilFundVerdict) verdict = NULL;

  usual.amount.cents = 0;
  verdict = spil_fund_verdict_new (store, application, &usual, error);
  if (verdict == NULL)
    return FALSE;
  *amount = verdict->amount;
  return TRUE;
}

SpilAction *
spil_fund_check_action (SpilId application, SpilId requirement, int answer, SpilDay day, const char *notes)
{
  SpilAction *action = spil_action_new (_ ("Completeness looked at"));
  g_autoptr (SpilRecord)
      record = spil_record_new (spil_entity (SPIL_ENTITY_REQUIREMENT_CHECK), spil_id_new ());

  spil_record_set_reference (record, SPIL_REQUIREMENT_CHECK_APPLICATION, application);
  spil_record_set_reference (record, SPIL_REQUIREMENT_CHECK_REQUIREMENT, requirement);
  spil_record_set_day (record, SPIL_REQUIREMENT_CHECK_DATE,
                       spil_day_is_known (day) ? day : spil_day_today ());
  spil_record_set_integer (record, SPIL_REQUIREMENT_CHECK_ANSWER, answer);
  spil_record_set_text (record, SPIL_REQUIREMENT_CHECK_NOTES, notes);
  spil_action_add (action, record);
  return action;
}

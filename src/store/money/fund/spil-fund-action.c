// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-action.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-booking-action.h"
#include "spil-closing-query.h"
#include "spil-entity.h"
#include "spil-fund-step.h"
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

/* A step while its changes are made. */
typedef struct
{
  SpilStore *store;
  const SpilFundVerdict *verdict;
  SpilAction *action;
  SpilChange *change; /* of the application; owned by the action */
} Maker;

static void
set_integer (Maker *self, int field, int64_t value)
{
  const SpilValue integer = spil_value_integer (value);

  spil_change_assign (self->change, field, &integer);
}

static void
set_text (Maker *self, int field, const char *text)
{
  const SpilValue value = { .kind = SPIL_VALUE_TEXT, .text = (char *) text };

  if (text != NULL && *text != '\0')
    spil_change_assign (self->change, field, &value);
}

static void
set_reference (Maker *self, int field, SpilId id)
{
  const SpilValue value = { .kind = SPIL_VALUE_ID, .id = id };

  if (!spil_id_is_nil (id))
    spil_change_assign (self->change, field, &value);
}

static void
set_day (Maker *self, int field)
{
  set_integer (self, field, self->verdict->day.number);
}

/* The test behind the step: what may be given, and why. */
static void
add_assessment (Maker *self, int step, gboolean passed)
{
  const SpilFundVerdict *verdict = self->verdict;
  const char *own = verdict->step->reason;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ASSESSMENT), spil_id_new ());
  g_autofree char *reason = NULL;

  if (own != NULL && *own != '\0' && verdict->arithmetic->len > 0)
    reason = g_strdup_printf ("%s %s", own, verdict->arithmetic->str);
  else
    reason = g_strdup (verdict->arithmetic->len > 0 ? verdict->arithmetic->str : own);
  spil_record_set_reference (record, SPIL_ASSESSMENT_APPLICATION, verdict->row->id);
  spil_record_set_day (record, SPIL_ASSESSMENT_DATE, verdict->day);
  spil_record_set_integer (record, SPIL_ASSESSMENT_STEP, step);
  spil_record_set_integer (record, SPIL_ASSESSMENT_PASSED, passed);
  spil_record_set_text (record, SPIL_ASSESSMENT_REASON, reason);
  if (verdict->test.known)
    spil_record_set_integer (record, SPIL_ASSESSMENT_ALLOWED, verdict->test.highest.cents);
  spil_action_add (self->action, record);
}

static char *
dup_description (const Maker *self, const char *what)
{
  const SpilFundApplicationRow *row = self->verdict->row;

  // TRANSLATORS: description of a booking: "Award: bicycle shed"
  return g_strdup_printf (_ ("%s: %s"), what, row->measures != NULL ? row->measures : row->organisation_name);
}

static gboolean
put_booking (Maker *self, SpilBookingKind kind, int64_t cents, const char *what, SpilId *id, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  const SpilFundApplicationRow *row = verdict->row;
  const gboolean commits = kind == SPIL_BOOKING_COMMITMENT;
  const SpilId decision = spil_id_is_nil (verdict->step->decision) ? row->decision : verdict->step->decision;
  g_autofree char *description = dup_description (self, what);
  const SpilBooking booking = {
    .kind = kind,
    .line = verdict->line->id,
    .date = verdict->day,
    .amount = spil_money (cents, row->vat),
    .counterpart = row->organisation_name,
    .description = description,
    .reference = row->number,
    .commitment = commits ? SPIL_ID_NIL : row->commitment,
    .decision = cents > 0 ? decision : SPIL_ID_NIL,
    .application = commits ? row->id : SPIL_ID_NIL,
  };

  return spil_booking_put (self->action, self->store, &booking, id, error);
}

/* A payment lies in no closed period, as its expense. */
static gboolean
find_open_day (const Maker *self, SpilDay *day, GError **error)
{
  g_autoptr (GArray) closed = spil_closing_query (self->store, error);

  if (closed == NULL)
    return FALSE;
  *day = spil_closing_open_day ((SpilClosedPeriod *) (gpointer) closed->data, closed->len, self->verdict->day,
                                spil_day_today ());
  return TRUE;
}

/* Money that goes out, or comes back (@cents below 0): an expense that draws the commitment, and the payment. */
static gboolean
put_payment (Maker *self, int kind, int64_t cents, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_PAYMENT), spil_id_new ());
  SpilId actual = SPIL_ID_NIL;
  SpilDay day;

  if (!find_open_day (self, &day, error))
    return FALSE;
  if (verdict->line != NULL && !put_booking (self, SPIL_BOOKING_ACTUAL, cents, what, &actual, error))
    return FALSE;
  spil_record_set_reference (record, SPIL_PAYMENT_APPLICATION, verdict->row->id);
  spil_record_set_day (record, SPIL_PAYMENT_DATE, day);
  spil_record_set_integer (record, SPIL_PAYMENT_KIND, kind);
  spil_record_set_integer (record, SPIL_PAYMENT_AMOUNT, ABS (cents));
  spil_record_set_reference (record, SPIL_PAYMENT_ACTUAL, actual);
  spil_action_add (self->action, record);
  return TRUE;
}

static gboolean
release (Maker *self, SpilId commitment, int64_t cents, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autofree char *description = dup_description (self, what);

  return spil_booking_put_release (self->action, self->store, commitment, verdict->day,
                                   spil_money (cents, verdict->row->vat), description, error);
}

/* What comes back leaves the commitment that it was drawn from as it was: it holds what was paid in the end. */
static gboolean
put_release_of_refund (Maker *self, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  return verdict->release.cents <= 0 || spil_id_is_nil (verdict->row->commitment) ||
         release (self, verdict->row->commitment, verdict->release.cents, what, error);
}

/* Of the last that was made first: where two laptops awarded it both, that is the one too many. */
static gboolean
put_release (Maker *self, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autoptr (GArray) commitments = NULL;
  int64_t rest = verdict->release.cents;

  if (rest <= 0)
    return TRUE;
  commitments = spil_fund_read_commitments (self->store, verdict->row->id, error);
  if (commitments == NULL)
    return FALSE;
  for (guint i = commitments->len; rest > 0 && i-- > 0;) {
    const SpilFundCommitment *commitment = &g_array_index (commitments, SpilFundCommitment, i);
    const int64_t part = MIN (rest, commitment->open.cents);

    if (part > 0 && !release (self, commitment->id, part, what, error))
      return FALSE;
    rest -= part;
  }
  return TRUE;
}

static void
set_realised (Maker *self)
{
  const SpilFundStep *step = self->verdict->step;

  if (step->realised_avoidances >= 0)
    set_integer (self, SPIL_APPLICATION_REALISED_AVOIDANCES,
                 llround (step->realised_avoidances * SPIL_DECIMAL_ONE));
  if (step->realised_co2 >= 0)
    set_integer (self, SPIL_APPLICATION_REALISED_CO2, llround (step->realised_co2 * SPIL_DECIMAL_ONE));
  set_text (self, SPIL_APPLICATION_REALISED_SOURCE, step->realised_source);
}

/* The columns about the real cost are one group: all of them, as the step or the application states them. */
static void
set_real (Maker *self)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->has_real_cost)
    set_integer (self, SPIL_APPLICATION_SETTLED_COST, verdict->real_cost.cents);
  if (verdict->step->has_real_other)
    set_integer (self, SPIL_APPLICATION_SETTLED_OTHER, verdict->real_other.cents);
}

static gboolean
make_submission (Maker *self, GError **error)
{
  if (!spil_day_is_known (self->verdict->row->received))
    set_day (self, SPIL_APPLICATION_RECEIVED);
  return TRUE;
}

static gboolean
make_completeness (Maker *self, GError **error)
{
  set_day (self, SPIL_APPLICATION_COMPLETE);
  return TRUE;
}

static gboolean
make_assessment (Maker *self, GError **error)
{
  const SpilFundAward *test = &self->verdict->test;

  add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE, test->known && test->highest.cents > 0);
  return TRUE;
}

static gboolean
make_award (Maker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  set_integer (self, SPIL_APPLICATION_AWARDED, verdict->amount.cents);
  set_day (self, SPIL_APPLICATION_AWARDED_ON);
  set_reference (self, SPIL_APPLICATION_DECISION, verdict->step->decision);
  add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE, TRUE);
  return verdict->line == NULL ||
         put_booking (self, SPIL_BOOKING_COMMITMENT, verdict->amount.cents, _ ("Award"), NULL, error);
}

static gboolean
make_refusal (Maker *self, GError **error)
{
  const SpilFundStep *step = self->verdict->step;

  set_day (self, SPIL_APPLICATION_REFUSED_ON);
  set_reference (self, SPIL_APPLICATION_REFUSAL, step->refusal);
  set_text (self, SPIL_APPLICATION_REFUSAL_REASON, step->reason);
  add_assessment (self, SPIL_ASSESSMENT_STEP_ESTIMATE, FALSE);
  return put_release (self, _ ("Refused"), error);
}

static gboolean
make_withdrawal (Maker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->refunds)
    return put_payment (self, SPIL_PAYMENT_KIND_REFUND, -verdict->amount.cents,
                        _ ("Advance paid back"), error) && put_release_of_refund (self, _ ("Withdrawn"), error);
  set_day (self, SPIL_APPLICATION_WITHDRAWN_ON);
  set_text (self, SPIL_APPLICATION_WITHDRAWAL_REASON, verdict->step->reason);
  return put_release (self, _ ("Withdrawn"), error);
}

static gboolean
make_advance (Maker *self, GError **error)
{
  set_reference (self, SPIL_APPLICATION_DECISION, self->verdict->step->decision);
  return put_payment (self, SPIL_PAYMENT_KIND_ADVANCE, self->verdict->amount.cents, _ ("Advance"), error);
}

static gboolean
make_accountability (Maker *self, GError **error)
{
  set_day (self, SPIL_APPLICATION_ACCOUNTED_ON);
  set_real (self);
  set_realised (self);
  return TRUE;
}

static gboolean
make_settlement (Maker *self, GError **error)
{
  set_integer (self, SPIL_APPLICATION_SETTLED, self->verdict->amount.cents);
  set_day (self, SPIL_APPLICATION_SETTLED_ON);
  set_reference (self, SPIL_APPLICATION_DECISION, self->verdict->step->decision);
  set_real (self);
  set_realised (self);
  add_assessment (self, SPIL_ASSESSMENT_STEP_SETTLEMENT, TRUE);
  return put_release (self, _ ("Settlement"), error);
}

static gboolean
make_last_payment (Maker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  if (verdict->amount.cents == 0)
    return TRUE;
  if (verdict->refunds)
    return put_payment (self, SPIL_PAYMENT_KIND_REFUND, -verdict->amount.cents, _ ("Paid back"), error) &&
                        put_release_of_refund (self, _ ("Paid back"), error);
  return put_payment (self, SPIL_PAYMENT_KIND_FINAL, verdict->amount.cents, _ ("Last payment"), error);
}

static gboolean
make (Maker *self, GError **error)
{
  static const struct
  {
    int to;
    gboolean (*make) (Maker *self, GError **error);
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
  Maker maker;

  if (verdict == NULL)
    return NULL;
  if (!verdict->allowed) {
    g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, verdict->text->str);
    return NULL;
  }
  action = spil_action_new (get_label (verdict));
  maker = (Maker) { store, verdict, action,
                    spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), application) };
  set_integer (&maker, SPIL_APPLICATION_STATE, step->to);
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

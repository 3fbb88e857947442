// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-maker.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-action.h"
#include "spil-closing-query.h"
#include "spil-drawing-rule.h"
#include "spil-entity.h"

void
spil_fund_maker_set_integer (SpilFundMaker *self, int field, int64_t value)
{
  const SpilValue integer = spil_value_integer (value);

  spil_change_assign (self->change, field, &integer);
}

void
spil_fund_maker_set_text (SpilFundMaker *self, int field, const char *text)
{
  const SpilValue value = { .kind = SPIL_VALUE_TEXT, .text = (char *) text };

  if (text != NULL && *text != '\0')
    spil_change_assign (self->change, field, &value);
}

void
spil_fund_maker_set_reference (SpilFundMaker *self, int field, SpilId id)
{
  const SpilValue value = { .kind = SPIL_VALUE_ID, .id = id };

  if (!spil_id_is_nil (id))
    spil_change_assign (self->change, field, &value);
}

void
spil_fund_maker_set_day (SpilFundMaker *self, int field)
{
  spil_fund_maker_set_integer (self, field, self->verdict->day.number);
}

/* In words of one's own, or the ground of a refusal; then the arithmetic. */
void
spil_fund_maker_add_assessment (SpilFundMaker *self, int step, gboolean passed)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autofree char *ground = spil_store_dup_title (self->store, spil_entity (SPIL_ENTITY_REFUSAL_GROUND),
                                                  verdict->step->refusal);
  const char *stated = verdict->step->reason;
  const char *own = stated != NULL && *stated != '\0' ? stated : ground;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ASSESSMENT), spil_id_new ());
  g_autofree char *reason = NULL;

  if (*own != '\0' && verdict->arithmetic->len > 0)
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
dup_description (const SpilFundMaker *self, const char *what)
{
  const SpilFundApplicationRow *row = self->verdict->row;

  // TRANSLATORS: description of a booking: "Award: bicycle shed"
  return g_strdup_printf (_ ("%s: %s"), what, row->measures != NULL ? row->measures : row->organisation_name);
}

static gboolean
put_booking (SpilFundMaker *self, SpilBookingKind kind, int64_t cents, const char *what, SpilId *id,
             GError **error)
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
find_open_day (const SpilFundMaker *self, SpilDay *day, GError **error)
{
  g_autoptr (GArray) closed = spil_closing_query (self->store, error);

  if (closed == NULL)
    return FALSE;
  *day = spil_closing_open_day ((SpilClosedPeriod *) (gpointer) closed->data, closed->len, self->verdict->day,
                                spil_day_today ());
  return TRUE;
}

/* Money that goes out, or comes back (@cents below 0): an expense that draws the commitment, and the payment. */
gboolean
spil_fund_maker_put_payment (SpilFundMaker *self, int kind, int64_t cents, const char *what, GError **error)
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
release (SpilFundMaker *self, SpilId commitment, int64_t cents, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autofree char *description = dup_description (self, what);

  return spil_booking_put_release (self->action, self->store, commitment, verdict->day,
                                   spil_money (cents, verdict->row->vat), description, error);
}

/* What comes back is drawn no more, and will not be again: the commitment then holds what was paid in the end. */
gboolean
spil_fund_maker_put_release_of_refund (SpilFundMaker *self, const char *what, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;
  g_autoptr (GArray) commitments = spil_fund_read_commitments (self->store, verdict->row->id, error);

  if (commitments == NULL)
    return FALSE;
  for (guint i = 0; i < commitments->len; i++) {
    const SpilFundCommitment *commitment = &g_array_index (commitments, SpilFundCommitment, i);
    const SpilMoney drawn = spil_money (commitment->drawn.cents - verdict->amount.cents,
                                        commitment->drawn.vat);
    const int64_t open = spil_drawing_open (commitment->stands, drawn).cents;

    if (spil_id_equal (commitment->id, verdict->row->commitment) && open > 0)
      return release (self, commitment->id, open, what, error);
  }
  return TRUE;
}

/* Of the last that was made first: where two laptops awarded it both, that is the one too many. */
gboolean
spil_fund_maker_put_release (SpilFundMaker *self, const char *what, GError **error)
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

gboolean
spil_fund_maker_put_commitment (SpilFundMaker *self, GError **error)
{
  const SpilFundVerdict *verdict = self->verdict;

  return verdict->line == NULL ||
         put_booking (self, SPIL_BOOKING_COMMITMENT, verdict->amount.cents, _ ("Award"), NULL, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-query.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-read.h"

const char *
spil_fund_event_label (SpilFundEventKind what)
{
  static const char *const labels[] = {
    [SPIL_FUND_EVENT_RECEIVED] = N_ ("Received"),
    [SPIL_FUND_EVENT_CHECKED] = N_ ("Looked at"),
    [SPIL_FUND_EVENT_COMPLETE] = N_ ("Complete"),
    [SPIL_FUND_EVENT_ASSESSED] = N_ ("Tested on the estimate"),
    [SPIL_FUND_EVENT_AWARDED] = N_ ("Awarded"),
    [SPIL_FUND_EVENT_COMMITTED] = N_ ("Committed"),
    [SPIL_FUND_EVENT_REFUSED] = N_ ("Refused"),
    [SPIL_FUND_EVENT_ADVANCE] = N_ ("Advance paid"),
    [SPIL_FUND_EVENT_ENDED] = N_ ("Measure finished"),
    [SPIL_FUND_EVENT_ACCOUNTED] = N_ ("Accounted for"),
    [SPIL_FUND_EVENT_TESTED] = N_ ("Tested on the real cost"),
    [SPIL_FUND_EVENT_SETTLED] = N_ ("Settled"),
    [SPIL_FUND_EVENT_RELEASED] = N_ ("Released"),
    [SPIL_FUND_EVENT_WITHDRAWN] = N_ ("Withdrawn"),
    [SPIL_FUND_EVENT_PAID] = N_ ("Last payment"),
    [SPIL_FUND_EVENT_REFUND] = N_ ("Refund"),
    [SPIL_FUND_EVENT_LETTER] = N_ ("Letter"),
  };

  return (gsize) what < G_N_ELEMENTS (labels) ? _ (labels[what]) : "";
}

void
spil_fund_event_free (SpilFundEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

static void
add_event (GPtrArray *events, SpilFundEventKind what, SpilDay date, const SpilMoney *amount, const char *text,
           SpilId id)
{
  SpilFundEvent *event;

  if (!spil_day_is_known (date))
    return;
  event = g_new0 (SpilFundEvent, 1);
  event->what = what;
  event->date = date;
  event->has_amount = amount != NULL;
  if (amount != NULL)
    event->amount = *amount;
  event->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  event->id = id;
  g_ptr_array_add (events, event);
}

/* The dates of the application itself. */
static void
add_dates (GPtrArray *events, const SpilFundApplicationRow *row)
{
  const char *refusal = row->refusal_reason != NULL ? row->refusal_reason : row->refusal_name;

  add_event (events, SPIL_FUND_EVENT_RECEIVED, row->received, row->has_asked ? &row->asked : NULL, NULL,
             row->id);
  add_event (events, SPIL_FUND_EVENT_COMPLETE, row->complete, NULL, NULL, row->id);
  add_event (events, SPIL_FUND_EVENT_AWARDED, row->awarded_on, row->has_awarded ? &row->awarded : NULL, NULL,
             row->id);
  add_event (events, SPIL_FUND_EVENT_REFUSED, row->refused_on, NULL, refusal, row->id);
  add_event (events, SPIL_FUND_EVENT_ENDED, row->ends, NULL, NULL, row->id);
  add_event (events, SPIL_FUND_EVENT_ACCOUNTED, row->accounted_on,
             row->has_settled_cost ? &row->settled_cost : NULL, NULL, row->id);
  add_event (events, SPIL_FUND_EVENT_SETTLED, row->settled_on, row->has_settled ? &row->settled : NULL, NULL,
             row->id);
  add_event (events, SPIL_FUND_EVENT_WITHDRAWN, row->withdrawn_on, NULL, row->withdrawal_reason, row->id);
}

typedef struct
{
  GPtrArray *events;
  SpilVat vat; /* of the application, for amounts without a note of their own */
} History;

/* Columns: what (0 assessment, 1 payment, 2 commitment, 3 letter, 4 check), id, date, kind, amount, text, answer. */
enum
{
  FROM_ASSESSMENT,
  FROM_PAYMENT,
  FROM_COMMITMENT,
  FROM_LETTER,
  FROM_CHECK,
};

static SpilFundEventKind
get_kind (int from, int kind)
{
  switch (from) {
  case FROM_ASSESSMENT:
    return kind == SPIL_ASSESSMENT_STEP_SETTLEMENT ? SPIL_FUND_EVENT_TESTED : SPIL_FUND_EVENT_ASSESSED;
  case FROM_PAYMENT:
    return kind == SPIL_PAYMENT_KIND_ADVANCE  ? SPIL_FUND_EVENT_ADVANCE
           : kind == SPIL_PAYMENT_KIND_REFUND ? SPIL_FUND_EVENT_REFUND
                                              : SPIL_FUND_EVENT_PAID;
  case FROM_COMMITMENT:
    return kind != 0 ? SPIL_FUND_EVENT_RELEASED : SPIL_FUND_EVENT_COMMITTED;
  case FROM_LETTER:
    return SPIL_FUND_EVENT_LETTER;
  default:
    return SPIL_FUND_EVENT_CHECKED;
  }
}

static char *
dup_text (SpilStatement *row, int from)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_REQUIREMENT_CHECK),
                                              SPIL_REQUIREMENT_CHECK_ANSWER);
  const SpilValue answer = spil_value_integer (spil_get_int (row, 6));
  g_autofree char *words = NULL;

  if (from != FROM_CHECK)
    return spil_get_text (row, 5);
  words = spil_value_format (field, &answer);
  return g_strdup_printf ("%s: %s", spil_statement_get_text (row, 5), words);
}

static gboolean
take_event (SpilStatement *row, gpointer user_data)
{
  History *history = user_data;
  const int from = spil_get_int (row, 0);
  const SpilMoney amount = spil_money (spil_statement_get_integer (row, 4), history->vat);
  g_autofree char *text = dup_text (row, from);

  add_event (history->events, get_kind (from, spil_get_int (row, 3)), spil_get_day (row, 2),
             spil_statement_is_null (row, 4) ? NULL : &amount, text, spil_statement_get_id (row, 1));
  return TRUE;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const SpilFundEvent *left = *(SpilFundEvent *const *) a, *right = *(SpilFundEvent *const *) b;
  const int days = spil_day_compare (left->date, right->date);

  if (days != 0)
    return days;
  if (left->what != right->what)
    return left->what < right->what ? -1 : 1;
  return spil_id_compare (left->id, right->id);
}

GPtrArray *
spil_fund_query_history (SpilStore *store, SpilId application, GError **error)
{
  static const char sql[] =
      "SELECT 0, id, date, step, allowed, reason, NULL FROM assessment WHERE dead = 0 AND application = ?2"
      " UNION ALL SELECT 1, id, date, kind, amount, NULL, NULL FROM payment"
      " WHERE dead = 0 AND application = ?2"
      " UNION ALL SELECT 2, c.id, c.date, c.reverses IS NOT NULL, c.amount, c.description, NULL"
      " FROM commitment c WHERE c.dead = 0 AND (c.application = ?2"
      " OR c.reverses IN (SELECT id FROM commitment WHERE application = ?2 AND dead = 0))"
      " UNION ALL SELECT 3, id, date, 0, NULL, name, NULL FROM letter WHERE dead = 0 AND application = ?2"
      " UNION ALL SELECT 4, k.id, k.date, 0, NULL, q.name, k.answer FROM requirement_check k"
      " JOIN requirement q ON q.id = k.requirement WHERE k.dead = 0 AND k.application = ?2";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (application) };
  g_autoptr (SpilFundApplicationRow) row = spil_fund_query_application (store, application, error);
  g_autoptr (GPtrArray) events = NULL;
  History history;

  if (row == NULL)
    return NULL;
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_fund_event_free);
  history = (History) { events, row->vat };
  add_dates (events, row);
  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_event, &history, error))
    return NULL;
  g_ptr_array_sort (events, compare_events);
  return g_steal_pointer (&events);
}

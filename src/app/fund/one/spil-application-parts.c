// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-parts.h"

#include <glib/gi18n-lib.h>

#include "spil-fund-words.h"
#include "spil-number.h"

/* The figures */

static void
add_figure (SpilFigureStrip *strip, const char *caption, gboolean known, SpilMoney money, const char *note)
{
  g_autofree char *text = spil_fund_dup_money (known, money);

  spil_figure_strip_add (strip, caption, text, note, known && money.cents < 0);
}

static char *
dup_left (const SpilFundApplicationRow *row)
{
  g_autofree char *amount = spil_money_format (ABS (row->left_to_pay.cents), SPIL_MONEY_CENTS);

  if (row->left_to_pay.cents == 0)
    return NULL;
  if (row->left_to_pay.cents < 0)
    // Translators: %s is an amount.
    return g_strdup_printf (_ ("to be paid back %s"), amount);
  // Translators: %s is an amount.
  return g_strdup_printf (_ ("still to pay %s"), amount);
}

void
spil_application_fill_strip (SpilFigureStrip *strip, const SpilFundApplicationRow *row)
{
  g_autofree char *left = dup_left (row);

  spil_figure_strip_clear (strip);
  if (row->has_settled_cost)
    add_figure (strip, _ ("Real cost"), TRUE, row->settled_cost, NULL);
  else
    add_figure (strip, _ ("Cost"), row->has_cost, row->cost, NULL);
  add_figure (strip, _ ("Asked"), row->has_asked, row->asked, NULL);
  if (row->has_awarded)
    add_figure (strip, _ ("Awarded"), TRUE, row->awarded, NULL);
  if (row->has_settled)
    add_figure (strip, _ ("Settled"), TRUE, row->settled, NULL);
  if (row->has_awarded || row->paid.cents != 0)
    add_figure (strip, _ ("Paid"), TRUE, row->paid, left);
}

/* The facts */

static void
add_money (SpilFactGrid *facts, const char *label, gboolean known, SpilMoney money)
{
  g_autofree char *text = spil_fund_dup_money (known, money);

  spil_fact_grid_add (facts, label, text);
}

static void
add_day (SpilFactGrid *facts, const char *label, SpilDay day)
{
  g_autofree char *text = spil_day_is_known (day) ? spil_day_format (day) : NULL;

  if (text != NULL)
    spil_fact_grid_add (facts, label, text);
}

// A whole number with its thousands: "8.400".
static char *
dup_effect (gboolean known, int64_t millionths)
{
  if (!known)
    return g_strdup (_ ("not stated"));
  return millionths % SPIL_DECIMAL_ONE == 0 ? spil_integer_format (millionths / SPIL_DECIMAL_ONE)
                                            : spil_decimal_format (millionths);
}

// "Expected 12, realised 10 (counted at the gate)".
static char *
dup_effects (gboolean expected, int64_t before, gboolean realised, int64_t after)
{
  g_autofree char *first = dup_effect (expected, before);
  g_autofree char *second = dup_effect (realised, after);

  // Translators: what was expected of something, and what came of it.
  return g_strdup_printf (_ ("expected %s, realised %s"), first, second);
}

static void
add_effects (SpilFactGrid *facts, const SpilFundApplicationRow *row)
{
  g_autofree char *avoidances = dup_effects (row->has_avoidances, row->avoidances,
                                             row->has_realised_avoidances, row->realised_avoidances);
  g_autofree char *co2 = dup_effects (row->has_co2, row->co2, row->has_realised_co2, row->realised_co2);
  int64_t cents;

  spil_fact_grid_add (facts, _ ("Avoidances a working day"), avoidances);
  if (spil_fund_effect_per_avoidance (&row->per_avoidance, &cents))
    add_money (facts, _ ("Money of the fund for each avoidance"), TRUE, spil_money (cents, row->vat));
  spil_fact_grid_add (facts, _ ("CO₂ saved, kg a year"), co2);
  if (spil_fund_effect_per_tonne (&row->per_tonne, &cents))
    add_money (facts, _ ("Money of the fund for each tonne"), TRUE, spil_money (cents, row->vat));
  if (row->realised_source != NULL)
    spil_fact_grid_add (facts, _ ("How the realised effect was found"), row->realised_source);
}

static void
add_ending (SpilFactGrid *facts, const SpilFundApplicationRow *row)
{
  add_day (facts, _ ("Refused on"), row->refused_on);
  if (row->refusal_name != NULL)
    spil_fact_grid_add (facts, _ ("Ground for refusal"), row->refusal_name);
  if (row->refusal_rule != NULL)
    spil_fact_grid_add (facts, _ ("Where it stands in the rules"), row->refusal_rule);
  if (row->refusal_reason != NULL)
    spil_fact_grid_add (facts, _ ("Explanation of the refusal"), row->refusal_reason);
  add_day (facts, _ ("Withdrawn on"), row->withdrawn_on);
  if (row->withdrawal_reason != NULL)
    spil_fact_grid_add (facts, _ ("Reason of the withdrawal"), row->withdrawal_reason);
}

void
spil_application_fill_facts (SpilFactGrid *facts, const SpilApplicationData *data)
{
  const SpilFundApplicationRow *row = data->row;

  spil_fact_grid_clear (facts);
  spil_fact_grid_add (facts, _ ("Case number"), row->number);
  spil_fact_grid_add (facts, _ ("Scheme"), data->scheme);
  add_money (facts, _ ("Cost"), row->has_cost, row->cost);
  add_money (facts, _ ("Own contribution"), row->has_own, row->own);
  if (row->other.cents != 0)
    add_money (facts, _ ("Other subsidy"), TRUE, row->other);
  if (row->has_settled_other)
    add_money (facts, _ ("Real other subsidy"), TRUE, row->settled_other);
  spil_fact_grid_add_field (facts, data->record, SPIL_APPLICATION_VAT);
  add_day (facts, _ ("Received"), row->received);
  add_day (facts, _ ("Complete"), row->complete);
  add_day (facts, _ ("Awarded on"), row->awarded_on);
  add_day (facts, _ ("Measure finished on"), row->ends);
  add_day (facts, _ ("Accounted for on"), row->accounted_on);
  add_day (facts, _ ("Settled on"), row->settled_on);
  add_ending (facts, row);
  add_effects (facts, row);
  spil_fact_grid_add_field (facts, data->record, SPIL_APPLICATION_NOTES);
}

void
spil_application_fill_links (SpilRowGroup *links, const SpilApplicationData *data)
{
  const SpilFundApplicationRow *row = data->row;
  GtkWidget *employer = spil_text_row_new (row->organisation_name, _ ("Employer"), NULL);

  spil_row_group_begin (links);
  spil_text_row_open (employer, SPIL_ENTITY_ORGANISATION, row->organisation);
  spil_row_group_append (links, employer);
  if (row->contact_name != NULL) {
    GtkWidget *contact = spil_text_row_new (row->contact_name, _ ("Contact person"), NULL);

    spil_text_row_edit_by_id (contact, SPIL_ENTITY_PERSON, row->contact);
    spil_row_group_append (links, contact);
  }
  spil_row_group_end (links, NULL);
}

/* What happened */

// The booking or payment behind an event; 0: it is no row of money.
static int
money_entity_of (SpilFundEventKind what)
{
  switch (what) {
  case SPIL_FUND_EVENT_COMMITTED:
  case SPIL_FUND_EVENT_RELEASED:
    return SPIL_ENTITY_COMMITMENT;
  case SPIL_FUND_EVENT_ADVANCE:
  case SPIL_FUND_EVENT_PAID:
  case SPIL_FUND_EVENT_REFUND:
    return SPIL_ENTITY_PAYMENT;
  default:
    return 0;
  }
}

static GtkWidget *
make_event_row (const SpilFundEvent *event)
{
  g_autofree char *day = spil_fund_dup_day (event->date);
  g_autofree char *amount = event->has_amount ? spil_money_format (event->amount.cents, SPIL_MONEY_CENTS)
                                              : NULL;
  g_autofree char *facts = spil_join_facts (day, event->text != NULL ? event->text : "", NULL);

  return spil_text_row_new (spil_fund_event_label (event->what), facts, amount);
}

// A payment leads to the expense that it was booked as; one that was not booked, to itself.
static void
open_money (GtkWidget *row, const SpilApplicationData *data, int entity, SpilId id)
{
  for (guint i = 0; entity == SPIL_ENTITY_PAYMENT && i < data->payments->len; i++) {
    SpilRecord *payment = data->payments->pdata[i];

    if (!spil_id_equal (spil_record_get_id (payment), id) ||
        spil_record_is_null (payment, SPIL_PAYMENT_ACTUAL))
      continue;
    entity = SPIL_ENTITY_ACTUAL;
    id = spil_record_get_reference (payment, SPIL_PAYMENT_ACTUAL);
  }
  spil_text_row_open (row, entity, id);
}

void
spil_application_fill_payments (SpilRowGroup *payments, const SpilApplicationData *data)
{
  spil_row_group_begin (payments);
  for (guint i = 0; i < data->history->len; i++) {
    const SpilFundEvent *event = data->history->pdata[i];
    int entity = money_entity_of (event->what);
    GtkWidget *row;

    if (entity == 0)
      continue;
    row = make_event_row (event);
    open_money (row, data, entity, event->id);
    spil_row_group_append (payments, row);
  }
  spil_row_group_end (payments, spil_id_is_nil (data->line)
                                    ? _ ("The scheme has no budget line: nothing is booked")
                                    : _ ("Nothing is committed or paid yet"));
}

void
spil_application_fill_history (SpilRowGroup *history, const SpilApplicationData *data)
{
  spil_row_group_begin (history);
  for (guint i = data->history->len; i > 0; i--)
    spil_row_group_append (history, make_event_row (data->history->pdata[i - 1]));
  spil_row_group_end (history, _ ("Nothing happened yet"));
}

/* The cost */

char *
spil_application_dup_costs (const SpilFundApplicationRow *row)
{
  g_autofree char *estimated = spil_money_format (row->costs.estimated.cents, SPIL_MONEY_CENTS);
  g_autofree char *settled = spil_money_format (row->costs.settled.cents, SPIL_MONEY_CENTS);
  g_autofree char *amiss = NULL;
  g_autofree char *sums = NULL;

  if (row->costs.n == 0 && row->costs.other_vat == 0)
    return g_strdup (_ ("What the cost is made of. The sum is held against the cost of the application."));
  amiss = spil_fund_costs_dup_sentence (&row->costs, row->has_cost ? &row->cost : NULL);
  if (row->costs.settled.cents != 0)
    // Translators: both are amounts.
    sums = g_strdup_printf (_ ("Together estimated %s, really %s."), estimated, settled);
  else
    // Translators: %s is an amount.
    sums = g_strdup_printf (_ ("Together estimated %s."), estimated);
  return amiss != NULL ? g_strdup_printf ("%s %s", sums, amiss) : g_steal_pointer (&sums);
}

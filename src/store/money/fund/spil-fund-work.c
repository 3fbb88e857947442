// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-private.h"

#include "spil-entity.h"
#include "spil-number.h"
#include "spil-read.h"

/* What comes with a scheme while its sums are made. */
typedef struct
{
  SpilFundSchemeRow *scheme;
  GArray *receipts; /* of SpilFundReceipt */
  int64_t recent; /* cents awarded lately */
} Sums;

static void
sums_free (gpointer data)
{
  Sums *sums = data;

  g_array_unref (sums->receipts);
  g_free (sums);
}

/* The real figures once the cost is known, else the estimate: as stated, or else the sum of its cost items. */
static SpilFundCase
get_case (const SpilFundApplicationRow *self)
{
  const gboolean real = self->has_settled_cost;
  const SpilFundCosts *costs = &self->costs;
  const gboolean by_items = !self->has_cost && costs->n > 0 && costs->not_estimated == 0 &&
                            costs->other_vat == 0;

  return (SpilFundCase) { .has_cost = real || self->has_cost || by_items,
                          .cost = real       ? self->settled_cost
                                  : by_items ? costs->estimated
                                             : self->cost,
                          .other = real && self->has_settled_other ? self->settled_other : self->other,
                          .asked = self->asked };
}

/* What the application holds itself leaves room for it. */
SpilFundAward
spil_fund_test (const SpilFundApplicationRow *self, const SpilFundSchemeRow *scheme, gboolean with_room)
{
  const SpilFundCase application = get_case (self);
  SpilMoney room = spil_money (
      scheme->room.cents + (self->held.vat == scheme->room.vat ? self->held.cents : 0), scheme->room.vat);

  if (self->has_settled_cost && self->has_awarded)
    return spil_fund_highest_settlement (&scheme->terms, &application, &self->awarded);
  return spil_fund_highest_award (&scheme->terms, &application, with_room && scheme->has_room ? &room : NULL);
}

static gboolean
is_awarded (int state)
{
  return state == SPIL_APPLICATION_STATE_AWARDED || state == SPIL_APPLICATION_STATE_ADVANCED ||
         state == SPIL_APPLICATION_STATE_ACCOUNTED;
}

static gboolean
is_settled (int state)
{
  return state == SPIL_APPLICATION_STATE_SETTLED || state == SPIL_APPLICATION_STATE_PAID;
}

static void
work_out_terms (SpilFundApplicationRow *self, const SpilFundTerms *terms, SpilDay day)
{
  gboolean to_decide = self->state == SPIL_APPLICATION_STATE_COMPLETE ||
                       self->state == SPIL_APPLICATION_STATE_ASSESSED;
  gboolean to_account = self->state == SPIL_APPLICATION_STATE_AWARDED ||
                        self->state == SPIL_APPLICATION_STATE_ADVANCED;

  self->window = spil_fund_window (terms->opens, terms->closes, self->received);
  self->decide_before = to_decide ? spil_fund_term_end (self->complete, terms->decide_days) : SPIL_DAY_NONE;
  self->account_before = to_account ? spil_fund_term_end (self->ends, terms->account_days) : SPIL_DAY_NONE;
  self->late = (spil_day_is_known (self->decide_before) && spil_day_compare (day, self->decide_before) > 0) ||
               (spil_day_is_known (self->account_before) && spil_day_compare (day, self->account_before) > 0);
}

static void
work_out_money (SpilFundApplicationRow *self, const SpilFundTerms *terms)
{
  SpilMoney taken = spil_fund_taken (self->state, self->has_awarded, self->awarded, self->has_settled,
                                     self->settled);

  self->over = spil_money (0, self->vat);
  self->held = spil_fund_held (taken, self->paid);
  self->left_to_pay = spil_fund_left_to_pay (taken, self->paid);
  self->highest_advance = self->has_awarded ? spil_fund_highest_advance (terms, self->awarded)
                                            : spil_money (0, self->vat);
}

/* Per avoidance and per tonne of one application: what was realised once it is settled, else what is expected of the award, or of what may be awarded. */
static void
work_out_effect (SpilFundApplicationRow *self)
{
  SpilMoney award = self->has_awarded ? self->awarded
                                      : spil_fund_usual_award (&self->award, self->has_asked, self->asked);
  gboolean has_award = self->has_awarded || self->award.known;

  self->is_realised = self->has_settled && (self->has_realised_avoidances || self->has_realised_co2);
  if (self->is_realised) {
    spil_fund_effect_add (&self->per_avoidance,
                          self->has_realised_avoidances ? self->realised_avoidances : -1, TRUE,
                          self->settled);
    spil_fund_effect_add (&self->per_tonne, self->has_realised_co2 ? self->realised_co2 : -1, TRUE,
                          self->settled);
  } else {
    spil_fund_effect_add (&self->per_avoidance, self->has_avoidances ? self->avoidances : -1, has_award,
                          award);
    spil_fund_effect_add (&self->per_tonne, self->has_co2 ? self->co2 : -1, has_award, award);
  }
}

/* What the scheme sums of the effects: expected of all awards, realised of all settlements. */
static void
add_effects (SpilFundSchemeRow *scheme, const SpilFundApplicationRow *row)
{
  const gboolean settled = is_settled (row->state);

  if (!settled && !is_awarded (row->state))
    return;
  spil_fund_effect_add (&scheme->expected_avoidances, row->has_avoidances ? row->avoidances : -1,
                        row->has_awarded, row->awarded);
  spil_fund_effect_add (&scheme->expected_co2, row->has_co2 ? row->co2 : -1, row->has_awarded, row->awarded);
  if (!settled)
    return;
  spil_fund_effect_add (&scheme->realised_avoidances,
                        row->has_realised_avoidances ? row->realised_avoidances : -1, row->has_settled,
                        row->settled);
  spil_fund_effect_add (&scheme->realised_co2, row->has_realised_co2 ? row->realised_co2 : -1,
                        row->has_settled, row->settled);
}

SpilFundReceipt
spil_fund_receipt_of (const SpilFundApplicationRow *row)
{
  return (SpilFundReceipt) { .id = row->id,
                             .received = row->received,
                             .asked = row->has_asked ? row->asked.cents : 0,
                             .avoidances = row->avoidances,
                             .taken = row->held.cents };
}

/* First round: what is held, before anybody's room is known. */
static void
add_held (Sums *sums, SpilFundApplicationRow *row, SpilDay since, SpilDay day)
{
  SpilFundSchemeRow *scheme = sums->scheme;
  const SpilFundReceipt receipt = spil_fund_receipt_of (row);

  scheme->n_applications++;
  scheme->n_late += row->late;
  if (row->vat != scheme->taken.vat) {
    scheme->left_out++;
    return;
  }
  g_array_append_val (sums->receipts, receipt);
  scheme->taken.cents += row->held.cents;
  scheme->paid.cents += row->paid.cents;
  scheme->to_pay.cents += MAX (0, row->left_to_pay.cents);
  scheme->to_recover.cents += MAX (0, -row->left_to_pay.cents);
  add_effects (scheme, row);
  if (spil_day_is_known (since) && spil_day_is_known (row->awarded_on) &&
      spil_day_compare (row->awarded_on, since) >= 0 && spil_day_compare (row->awarded_on, day) <= 0)
    sums->recent += row->held.cents;
}

int64_t
spil_fund_likely (const SpilFundApplicationRow *row, const SpilFundSchemeRow *scheme)
{
  const SpilFundAward highest = spil_fund_test (row, scheme, FALSE);

  if (row->vat != scheme->taken.vat || !spil_fund_is_pipeline (row->state))
    return 0;
  return highest.known ? spil_fund_usual_award (&highest, row->has_asked, row->asked).cents
                       : row->asked.cents;
}

/* Second round: what may still come. */
static void
add_pipeline (SpilFundSchemeRow *scheme, const SpilFundApplicationRow *row, const SpilNorms *norms)
{
  int64_t weight;

  if (row->vat != scheme->taken.vat || !spil_fund_is_pipeline (row->state))
    return;
  scheme->n_pipeline++;
  scheme->pipeline.cents += row->asked.cents;
  if (spil_fund_weight (norms, row->state, &weight))
    scheme->weighted.cents += (int64_t) ((__int128) spil_fund_likely (row, scheme) * weight /
                                         SPIL_DECIMAL_ONE);
  else
    scheme->is_weighed = FALSE;
}

static void
share_ceiling (SpilFundBook *self, Sums *sums)
{
  SpilFundSchemeRow *scheme = sums->scheme;
  g_autoptr (GHashTable) index = spil_index_rows (self->applications);

  spil_fund_receipt_share (sums->receipts, scheme->order, scheme->terms.ceiling.cents);
  for (guint i = 0; i < sums->receipts->len; i++) {
    const SpilFundReceipt *receipt = &g_array_index (sums->receipts, SpilFundReceipt, i);
    SpilFundApplicationRow *row = g_hash_table_lookup (index, &receipt->id);

    row->over.cents = receipt->over;
    if (receipt->over == 0 || !spil_id_is_nil (row->decision))
      continue;
    scheme->n_over++;
    scheme->over.cents += receipt->over;
  }
}

static void
finish_scheme (SpilFundBook *self, Sums *sums, int recent_days)
{
  SpilFundSchemeRow *scheme = sums->scheme;
  const SpilMoney *weighted = scheme->is_weighed ? &scheme->weighted : NULL;
  const gboolean has_threshold = self->norms.known[SPIL_NORM_FUND_LOW_USE];

  if (!scheme->has_room)
    return;
  scheme->exhaustion = spil_fund_exhaustion (
      scheme->room, weighted, spil_money (sums->recent, scheme->room.vat), recent_days, self->day);
  scheme->use = spil_fund_use (&scheme->terms.ceiling, scheme->taken, weighted, scheme->from, scheme->to,
                               self->day, has_threshold ? &self->norms.value[SPIL_NORM_FUND_LOW_USE] : NULL);
  share_ceiling (self, sums);
}

static GHashTable *
make_sums (SpilFundBook *self)
{
  GHashTable *all = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL, sums_free);

  for (guint i = 0; i < self->schemes->len; i++) {
    SpilFundSchemeRow *scheme = self->schemes->pdata[i];
    Sums *sums = g_new0 (Sums, 1);

    sums->scheme = scheme;
    sums->receipts = g_array_new (FALSE, FALSE, sizeof (SpilFundReceipt));
    g_hash_table_insert (all, &scheme->id, sums);
  }
  return all;
}

void
spil_fund_book_work_out (SpilFundBook *self)
{
  const int days = spil_norms_get_whole (&self->norms, SPIL_NORM_FUND_PACE_DAYS);
  const SpilDay since = days > 0 ? spil_day_add (self->day, 1 - days) : SPIL_DAY_NONE;
  static const SpilFundTerms no_terms = { 0 };
  g_autoptr (GHashTable) all = make_sums (self);

  for (guint i = 0; i < self->applications->len; i++) {
    SpilFundApplicationRow *row = self->applications->pdata[i];
    Sums *sums = g_hash_table_lookup (all, &row->scheme);
    const SpilFundTerms *terms = sums != NULL ? &sums->scheme->terms : &no_terms;

    work_out_money (row, terms);
    work_out_terms (row, terms, self->day);
    if (sums != NULL)
      add_held (sums, row, since, self->day);
  }
  for (guint i = 0; i < self->schemes->len; i++) {
    SpilFundSchemeRow *scheme = self->schemes->pdata[i];

    if (scheme->has_room)
      scheme->room.cents = scheme->terms.ceiling.cents - scheme->taken.cents;
  }
  for (guint i = 0; i < self->applications->len; i++) {
    SpilFundApplicationRow *row = self->applications->pdata[i];
    Sums *sums = g_hash_table_lookup (all, &row->scheme);

    if (sums == NULL)
      continue;
    row->award = spil_fund_test (row, sums->scheme, TRUE);
    work_out_effect (row);
    add_pipeline (sums->scheme, row, &self->norms);
  }
  for (guint i = 0; i < self->schemes->len; i++)
    finish_scheme (self, g_hash_table_lookup (all, self->schemes->pdata[i]), days);
}

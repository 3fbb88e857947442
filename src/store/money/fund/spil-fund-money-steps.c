// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-fund-step.h"

/* The steps about money. A decision makes exceptions to limits; never to VAT notes, and never to "not more than was awarded" or "than was paid". */

#define tell spil_fund_verdict_tell
#define refuse spil_fund_verdict_refuse

static gboolean
is_by_decision (const SpilFundVerdict *self)
{
  return !spil_id_is_nil (self->step->decision) || !spil_id_is_nil (self->row->decision);
}

/* The stated amount, else the usual one; with the VAT note of the application. */
static void
take_amount (SpilFundVerdict *self, SpilMoney usual)
{
  const int64_t stated = self->step->amount.cents;

  self->amount = spil_money (stated != 0 ? stated : usual.cents, self->row->vat);
}

/* A sentence with one amount. */
static char *G_GNUC_FORMAT (1) with_amount (const char *format, SpilMoney amount)
{
  g_autofree char *shown = spil_money_format (amount.cents, SPIL_MONEY_CENTS);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (shown, parts);
}

/* Whether it fits on the budget line; @open is what a commitment covers of it already. */
static void
judge_line (SpilFundVerdict *self, SpilMoney open)
{
  SpilBudgetVerdict verdict;
  g_autofree char *sentence = NULL;

  if (self->line == NULL) {
    tell (self, g_strdup (_ ("The scheme names no budget line, so nothing is booked.")));
    return;
  }
  verdict = spil_budget_may_book (self->line, self->amount, open, is_by_decision (self));
  sentence = spil_budget_verdict_dup_sentence (&verdict, self->line);
  if (verdict.allowed)
    tell (self, g_steal_pointer (&sentence));
  else
    refuse (self, g_steal_pointer (&sentence));
}

/* Above the limit of the scheme: refused with the arithmetic, unless a decision makes the exception. */
static void
judge_limit (SpilFundVerdict *self, SpilMoney highest, gboolean is_known, const char *arithmetic)
{
  g_autofree char *amount = spil_money_format (self->amount.cents, SPIL_MONEY_CENTS);
  g_autofree char *above = spil_money_format (self->amount.cents - highest.cents, SPIL_MONEY_CENTS);

  if (is_known && self->amount.cents <= highest.cents) {
    tell (self, g_strdup (arithmetic));
  } else if (is_by_decision (self)) {
    tell (self, g_strdup (arithmetic));
    if (is_known)
      tell (self, g_strdup_printf (_ ("%s is %s more than that, by decision."), amount, above));
  } else if (!is_known) {
    refuse (self, g_strdup (arithmetic));
  } else {
    refuse (self, g_strdup_printf (_ ("%s is %s more than the rules of the scheme allow."), amount, above));
    refuse (self, g_strdup (arithmetic));
    refuse (self, g_strdup (_ ("Lower the amount, or name the decision that makes the exception.")));
  }
}

/* An award is of a complete application, received while the scheme was open. */
static void
judge_admission (SpilFundVerdict *self)
{
  const SpilFundTerms *terms = &self->scheme->terms;
  const SpilFundApplicationRow *row = self->row;
  g_autofree char *outside = spil_fund_window_dup_sentence (terms->opens, terms->closes, row->received);

  if (!spil_day_is_known (row->complete))
    refuse (self, g_strdup (_ (
                      "It is not known on which day the application was complete; fill in that day first.")));
  if (!spil_fund_is_complete (&row->completeness))
    refuse (self, spil_fund_completeness_dup_sentence (&row->completeness));
  if (outside == NULL)
    return;
  if (is_by_decision (self)) {
    tell (self, g_steal_pointer (&outside));
  } else {
    refuse (self, g_steal_pointer (&outside));
    refuse (self, g_strdup (_ ("Refuse it, or name the decision that makes the exception.")));
  }
}

/* Those that come first in the order of treatment are not passed over unseen: what they may get has to fit in what this award leaves. */
static void
tell_earlier (SpilFundVerdict *self)
{
  const SpilFundSchemeRow *scheme = self->scheme;
  const SpilFundReceipt own = spil_fund_receipt_of (self->row);
  SpilMoney likely = spil_money (0, self->row->vat);
  const SpilMoney left = spil_money (MAX (0, scheme->room.cents - self->amount.cents), self->row->vat);
  g_autofree char *asked = NULL;
  g_autofree char *room = NULL;
  int n = 0;

  for (guint i = 0; i < self->book->applications->len; i++) {
    const SpilFundApplicationRow *row = self->book->applications->pdata[i];
    const SpilFundReceipt receipt = spil_fund_receipt_of (row);
    const int64_t cents = spil_id_equal (row->scheme, scheme->id) ? spil_fund_likely (row, scheme) : 0;

    if (cents == 0 || spil_fund_receipt_compare (&receipt, &own, scheme->order) >= 0)
      continue;
    likely.cents += cents;
    n++;
  }
  if (!scheme->has_room || likely.cents <= left.cents)
    return;
  asked = spil_money_format (likely.cents, SPIL_MONEY_CENTS);
  room = spil_money_format (left.cents, SPIL_MONEY_CENTS);
  tell (
      self,
      g_strdup_printf (
          ngettext (
              "Mind the order of treatment: %d application that comes before it may get %s, and only %s of room is left then.",
              "Mind the order of treatment: %d applications that come before it may get %s, and only %s of room is left then.",
              (gulong) n),
          n, asked, room));
}

void
spil_fund_judge_award (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  g_autofree char *arithmetic = spil_fund_award_dup_sentence (&row->award);

  self->test = row->award;
  take_amount (self, spil_fund_usual_award (&row->award, row->has_asked, row->asked));
  judge_admission (self);
  if (row->award.vat_differs) {
    refuse (self, g_steal_pointer (&arithmetic));
    return;
  }
  if (self->amount.cents <= 0) {
    refuse (self, g_strdup (_ ("Nothing can be awarded.")));
    refuse (self, g_steal_pointer (&arithmetic));
    return;
  }
  tell (self, with_amount (_ ("%s is awarded."), self->amount));
  judge_limit (self, row->award.highest, row->award.known, arithmetic);
  g_string_assign (self->arithmetic, self->text->str);
  tell_earlier (self);
  judge_line (self, spil_money (0, row->vat));
}

void
spil_fund_judge_advance (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  const SpilFundTerms *terms = &self->scheme->terms;
  const SpilMoney left = spil_money (MAX (0, row->left_to_pay.cents), row->vat);
  g_autofree char *arithmetic = spil_fund_advance_dup_sentence (terms, row->awarded);
  SpilMoney highest = row->highest_advance;

  /* Where no share is stated there is no usual advance: it has to be named. */
  take_amount (self, terms->has_advance_share ? highest : spil_money (0, row->vat));
  if (self->amount.cents <= 0) {
    refuse (self, g_strdup (_ ("Fill in how much is paid in advance.")));
    refuse (self, g_steal_pointer (&arithmetic));
    return;
  }
  if (self->amount.cents > left.cents) {
    refuse (self, with_amount (_ ("More than what was awarded is never paid: %s is left of it."), left));
    return;
  }
  tell (self, with_amount (_ ("%s is paid in advance."), self->amount));
  judge_limit (self, highest, TRUE, arithmetic);
  judge_line (self, row->commitment_open);
}

/* The test at settlement, on the real cost. */
static void
test_settlement (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  const SpilFundCase real = { .has_cost = self->has_real_cost,
                              .cost = self->real_cost,
                              .other = self->real_other };

  self->test = spil_fund_highest_settlement (&self->scheme->terms, &real,
                                             row->has_awarded ? &row->awarded : NULL);
}

void
spil_fund_judge_account (SpilFundVerdict *self)
{
  if (!self->has_real_cost) {
    tell (self, g_strdup (_ ("The real cost is still to be filled in; the settlement needs it.")));
    return;
  }
  test_settlement (self);
  tell (self, with_amount (_ ("The measure cost %s."), self->real_cost));
  tell (self, spil_fund_award_dup_sentence (&self->test));
}

static void
tell_closing (SpilFundVerdict *self, const SpilFundClosing *closing)
{
  if (closing->release.cents > 0)
    tell (self, with_amount (_ ("%s of the commitment is released."), closing->release));
  if (closing->pay.cents > 0)
    tell (self, with_amount (_ ("%s is still to be paid."), closing->pay));
  if (closing->refund.cents > 0)
    tell (self, with_amount (_ ("%s was paid too much and is asked back."), closing->refund));
}

static void
judge_accountability (SpilFundVerdict *self)
{
  if (spil_fund_is_complete (&self->row->accountability) || is_by_decision (self))
    return;
  refuse (self, spil_fund_completeness_dup_sentence (&self->row->accountability));
  refuse (self, g_strdup (_ ("The accountability is complete when all that the scheme asks for is there.")));
}

void
spil_fund_judge_settlement (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  g_autofree char *arithmetic = NULL;
  SpilFundClosing closing;

  test_settlement (self);
  arithmetic = spil_fund_award_dup_sentence (&self->test);
  judge_accountability (self);
  if (!self->has_real_cost) {
    refuse (self, g_strdup (_ ("Fill in what the measure really cost: the settlement is tested on it.")));
    return;
  }
  take_amount (self, self->step->settle_nothing ? spil_money (0, row->vat) : self->test.highest);
  if (self->step->settle_nothing)
    self->amount.cents = 0;
  if (row->has_awarded && self->amount.cents > row->awarded.cents) {
    refuse (self, with_amount (_ ("A settlement is never more than what was awarded: %s."), row->awarded));
    return;
  }
  tell (self, with_amount (_ ("Settled at %s."), self->amount));
  judge_limit (self, self->test.highest, self->test.known, arithmetic);
  g_string_assign (self->arithmetic, self->text->str);
  closing = spil_fund_closing (self->amount, row->paid, row->commitment_open);
  self->release = closing.release;
  tell_closing (self, &closing);
}

void
spil_fund_judge_last_payment (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  const SpilMoney left = spil_money (ABS (row->left_to_pay.cents), row->vat);
  g_autofree char *amount = NULL;
  g_autofree char *due = spil_money_format (left.cents, SPIL_MONEY_CENTS);

  take_amount (self, left);
  self->refunds = row->left_to_pay.cents < 0;
  if (self->amount.cents != left.cents) {
    amount = spil_money_format (self->amount.cents, SPIL_MONEY_CENTS);
    refuse (self, self->refunds
                      ? g_strdup_printf (_ ("%s has to come back, not %s."), due, amount)
                      : g_strdup_printf (_ ("What is left to be paid of the settlement is %s, not %s."), due,
                                         amount));
    return;
  }
  if (left.cents == 0) {
    tell (self, g_strdup (_ ("All was paid already; nothing is booked.")));
  } else if (self->refunds) {
    tell (self, with_amount (_ ("%s that was paid too much came back."), left));
  } else {
    tell (self, with_amount (_ ("%s is paid as the last payment."), left));
    judge_line (self, row->commitment_open);
  }
}

void
spil_fund_judge_withdrawal (SpilFundVerdict *self)
{
  const SpilFundApplicationRow *row = self->row;
  const SpilFundClosing closing = spil_fund_closing (spil_money (0, row->vat), row->paid,
                                                     row->commitment_open);

  self->release = closing.release;
  tell (self, g_strdup (_ ("The application is withdrawn.")));
  if (closing.release.cents > 0)
    tell (self, with_amount (_ ("%s of the commitment is released."), closing.release));
  if (closing.refund.cents > 0)
    tell (self, with_amount (_ ("The advance of %s is asked back; book it here when it comes in."),
                             closing.refund));
}

void
spil_fund_judge_refund (SpilFundVerdict *self)
{
  const SpilMoney due = spil_money (MAX (0, self->row->paid.cents), self->row->vat);

  self->refunds = TRUE;
  take_amount (self, due);
  if (due.cents == 0)
    refuse (self, g_strdup (_ ("Nothing has to come back.")));
  else if (self->amount.cents < 0 || self->amount.cents > due.cents)
    refuse (self, with_amount (_ ("No more than %s can come back: so much was paid."), due));
  else
    tell (self, with_amount (_ ("%s of the advance came back."), self->amount));
}

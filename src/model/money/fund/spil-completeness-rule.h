// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-money.h"

G_BEGIN_DECLS

/** How far the completeness check of an application is, for one step. */
typedef struct
{
  int asked; /**< requirements of the scheme */
  int there; /**< answered yes */
  int missing; /**< answered no */
} SpilFundCompleteness;

/** Counts one requirement with its latest answer (SPIL_ANSWER_*; 0: not looked at; unknown counts as not looked at). */
void spil_fund_completeness_add (SpilFundCompleteness *self, int answer);

/** All that is asked is there; TRUE too where nothing is asked. */
gboolean spil_fund_is_complete (const SpilFundCompleteness *self);

/** "3 of 5 are there, 1 is missing, 1 was not looked at." Free with g_free(). */
char *spil_fund_completeness_dup_sentence (const SpilFundCompleteness *self);

/** The last day of a term of @days days from @from: calendar days, the first day not counted. SPIL_DAY_NONE when either is not known (@days 0: no term). */
SpilDay spil_fund_term_end (SpilDay from, int days);

/** One item of the cost of an application. */
typedef struct
{
  gboolean has_estimated, has_settled, excluded;
  SpilMoney estimated, settled;
} SpilFundCost;

/** The cost items of an application added up; those that do not count or have another VAT note are in no sum. */
typedef struct
{
  int n; /**< items that count */
  int excluded;
  int other_vat; /**< with another VAT note than the application: in no sum, never mixed */
  SpilMoney estimated;
  SpilMoney settled;
  int not_estimated, not_settled; /**< of those that count, without that amount */
} SpilFundCosts;

void spil_fund_costs_init (SpilFundCosts *self, SpilVat vat);
void spil_fund_costs_add (SpilFundCosts *self, const SpilFundCost *item);

/** What people should know: the sum differs from the stated @cost (NULL: not stated), items with another VAT note. NULL when nothing is amiss. Free with g_free(). */
char *spil_fund_costs_dup_sentence (const SpilFundCosts *self, const SpilMoney *cost);

G_END_DECLS

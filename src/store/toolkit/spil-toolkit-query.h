// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"
#include "spil-trial-ledger-rule.h"

G_BEGIN_DECLS

/** An instrument with its offers. */
typedef struct
{
  SpilId id;
  char *name;
  int kind; /**< SPIL_INSTRUMENT_KIND_* */
  char *letter; /**< NULL: none */
  gboolean has_tariff;
  SpilMoney tariff;
  SpilTrialRules rules;
  int places; /**< participants a period; 0: not stated */
  int period_every_weeks; /**< a new period starts; 0: not stated */
  char *conditions; /**< NULL: none */
  int64_t offers[SPIL_OFFER_STATE_SECURED + 1]; /**< indexed by SPIL_OFFER_STATE_* */
  int64_t participants; /**< of those offers, where known */
  int64_t expected; /**< avoidances a working day, decimal, where known */
} SpilInstrumentRow;

/** The instruments in their order, as SpilInstrumentRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_instruments (SpilStore *store, GError **error);
void spil_instrument_row_free (SpilInstrumentRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilInstrumentRow, spil_instrument_row_free)

/** A participation with what its logged weeks say. */
typedef struct
{
  SpilId id;
  char *pseudonym;
  SpilId organisation; /**< nil: not stated */
  char *organisation_name; /**< NULL: not stated */
  int uses[SPIL_TRIAL_MAX_WEEKS]; /**< -1: not logged */
  gboolean extended;
  int keeps_travelling; /**< SPIL_ANSWER_*; 0: not asked */
  gboolean has_credit_spent;
  SpilMoney credit_spent;
  SpilTrialFigures figures;
} SpilParticipationRow;

/** A trial period: the ledger of its cards. */
typedef struct
{
  SpilId id;
  char *name; /**< NULL: none */
  SpilId offer;
  SpilId instrument;
  char *instrument_name;
  SpilId organisation; /**< nil: none */
  char *organisation_name; /**< NULL: none */
  char *area_name; /**< that it was offered to; NULL: none */
  SpilDay start;
  SpilDay decide_on; /**< last day of the first period; SPIL_DAY_NONE: not known */
  int places; /**< -1: not stated */
  SpilTrialRules rules;
  int n_earned;
  int n_not_earned;
  int n_open;
  int n_extended;
  int n_to_decide; /**< earned and not extended */
  int n_keeps; /**< keeps travelling so */
  int n_asked; /**< answered yes or no to that */
  SpilMoney at_stake; /**< credit of the extensions that are open or to be decided */
  SpilMoney spent;
  SpilStake stake; /**< when its extensions are decided */
  SpilTrialLedger ledger; /**< of its cards */
  GPtrArray *participations; /**< of SpilParticipationRow, by pseudonym */
} SpilCohortRow;

/** Which trial periods. All zero bytes: all of them. */
typedef struct
{
  SpilId cohort; /**< only this one; nil: any */
  SpilId offer; /**< nil: any */
  SpilId instrument; /**< nil: any */
} SpilCohortFilter;

/** The trial periods, latest start first, as SpilCohortRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_periods (SpilStore *store, const SpilCohortFilter *filter, GError **error);
/** The same of @offer (nil: all). */
GPtrArray *spil_toolkit_query_cohorts (SpilStore *store, SpilId offer, GError **error);
void spil_cohort_row_free (SpilCohortRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCohortRow, spil_cohort_row_free)

/** The pseudonyms that are in use for @instrument, in whatever period: char *. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_pseudonyms (SpilStore *store, SpilId instrument, GError **error);

G_END_DECLS

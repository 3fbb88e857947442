// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"
#include "spil-trial-card-rule.h"

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
  int64_t offers[SPIL_OFFER_STATE_SECURED + 1]; /**< indexed by SPIL_OFFER_STATE_* */
  int64_t participants; /**< of those offers, where known */
  int64_t expected; /**< avoidances a working day, decimal, where known */
} SpilInstrumentRow;

/** The instruments in their order, as SpilInstrumentRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_instruments (SpilStore *store, GError **error);
void spil_instrument_row_free (SpilInstrumentRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilInstrumentRow, spil_instrument_row_free)

/** An offer. */
typedef struct
{
  SpilId id;
  SpilId instrument;
  char *instrument_name;
  SpilId organisation; /**< nil: none */
  SpilId area; /**< nil: none */
  char *whom; /**< name of the organisation or the area; NULL: neither */
  int state; /**< SPIL_OFFER_STATE_* */
  SpilDay start;
  SpilDay end;
  int64_t participants; /**< -1: not known */
  int64_t expected; /**< decimal; -1: not known */
  char *notes; /**< NULL: none */
} SpilOfferRow;

/** The offers of @instrument (nil: all), by state and start. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_offers (SpilStore *store, SpilId instrument, GError **error);
void spil_offer_row_free (SpilOfferRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilOfferRow, spil_offer_row_free)

/** A participation with what its logged weeks say. */
typedef struct
{
  SpilId id;
  char *pseudonym;
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
  char *instrument_name;
  SpilId organisation; /**< nil: none */
  char *organisation_name; /**< NULL: none */
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
  GPtrArray *participations; /**< of SpilParticipationRow, by pseudonym */
} SpilCohortRow;

/** The trial periods, latest start first. @offer nil: all. Free with g_ptr_array_unref(). */
GPtrArray *spil_toolkit_query_cohorts (SpilStore *store, SpilId offer, GError **error);
void spil_cohort_row_free (SpilCohortRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCohortRow, spil_cohort_row_free)

G_END_DECLS

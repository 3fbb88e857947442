// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A scheme with its figures. Amounts carry the VAT note of the scheme; others are left out and counted. */
typedef struct
{
  SpilId id;
  char *name;
  SpilFundTerms terms;
  char *application_ceiling_source; /**< NULL: not stated */
  SpilMoney taken; /**< awarded, settled where settled */
  SpilMoney paid; /**< advances and final payments less refunds */
  SpilMoney pipeline; /**< asked by applications that may still become an award */
  gboolean has_room; /**< the scheme has a ceiling */
  SpilMoney room; /**< ceiling - taken */
  int64_t n_applications;
  int64_t n_pipeline;
  int left_out; /**< applications with another VAT note */
  SpilFundExhaustion exhaustion;
} SpilFundSchemeRow;

/** The schemes by name, as SpilFundSchemeRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_schemes (SpilStore *store, SpilDay day, GError **error);
void spil_fund_scheme_row_free (SpilFundSchemeRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundSchemeRow, spil_fund_scheme_row_free)

/** An application. Zero amounts whose `has_` is FALSE are not stated. */
typedef struct
{
  SpilId id;
  SpilId scheme;
  SpilId organisation;
  char *organisation_name;
  char *measures; /**< NULL: not stated */
  int state; /**< SPIL_APPLICATION_STATE_* */
  SpilDay received;
  SpilDay complete;
  gboolean has_cost;
  SpilMoney cost;
  gboolean has_own;
  SpilMoney own;
  SpilMoney other;
  gboolean has_asked;
  SpilMoney asked;
  gboolean has_awarded;
  SpilMoney awarded;
  SpilDay awarded_on;
  gboolean has_settled;
  SpilMoney settled;
  gboolean has_settled_cost;
  SpilMoney settled_cost;
  SpilMoney paid;
  gboolean has_avoidances;
  int64_t avoidances; /**< expected a working day, decimal */
  SpilFundAward
      award; /**< the highest award now: on the real cost once that is known; what it holds already is room for it */
} SpilFundApplicationRow;

/** The applications of @scheme (nil: all), first received first, those not received last. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_applications (SpilStore *store, SpilId scheme, GError **error);
/** Those of one organisation. */
GPtrArray *spil_fund_query_organisation (SpilStore *store, SpilId organisation, GError **error);
void spil_fund_application_row_free (SpilFundApplicationRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundApplicationRow, spil_fund_application_row_free)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-query.h"

G_BEGIN_DECLS

/** What the fund page shows. */
typedef struct
{
  GPtrArray *schemes; /**< of SpilFundSchemeRow */
  const SpilFundSchemeRow *scheme; /**< the one that is shown; owned by @schemes; NULL: there is none */
  GPtrArray *items; /**< of SpilFundItem: its applications, first received first */
  SpilDay day;
  SpilId risk; /**< that too little of it is used; nil: no such risk is in the register */
  char *risk_name;
} SpilFundData;

/** @scheme nil or gone: the first. */
SpilFundData *spil_fund_data_load (SpilStore *store, SpilId scheme, SpilDay day, GError **error);
void spil_fund_data_free (SpilFundData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundData, spil_fund_data_free)

G_END_DECLS

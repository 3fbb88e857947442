// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-risk-query.h"

G_BEGIN_DECLS

/** What the page of a risk shows. */
typedef struct
{
  SpilRecord *record;
  SpilRiskRow *risk; /**< in `risks` */
  GPtrArray *risks; /**< of SpilRiskRow */
  GPtrArray *scores; /**< of SpilRiskScoreRow, oldest first */
  GPtrArray *actions; /**< of SpilRecord */
  char *trigger; /**< name of the trigger indicator; "" for none */
} SpilRiskData;

/** Reads it as of today. NULL without an error when the risk is gone. */
SpilRiskData *spil_risk_data_load (SpilStore *store, SpilId risk, GError **error);
void spil_risk_data_free (SpilRiskData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRiskData, spil_risk_data_free)

G_END_DECLS

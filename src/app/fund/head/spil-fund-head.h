// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FUND_HEAD (spil_fund_head_get_type ())

/** How a scheme stands: its terms, what waits for a decision, the figures, when the money is gone, and whether too little is used. */
G_DECLARE_FINAL_TYPE (SpilFundHead, spil_fund_head, SPIL, FUND_HEAD, AdwBin)

/** @data has a scheme. */
void spil_fund_head_set_data (SpilFundHead *self, const SpilFundData *data);

G_END_DECLS

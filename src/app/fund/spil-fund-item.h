// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

#include "spil-fund-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FUND_ITEM (spil_fund_item_get_type ())

/** An application in the list. */
G_DECLARE_FINAL_TYPE (SpilFundItem, spil_fund_item, SPIL, FUND_ITEM, GObject)

/** Takes @row. */
SpilFundItem *spil_fund_item_new (SpilFundApplicationRow *row);

const SpilFundApplicationRow *spil_fund_item_get_row (SpilFundItem *self);
/** Whether the employer's name, the measures or the case number hold @words, which are folded. */
gboolean spil_fund_item_matches (SpilFundItem *self, const char *words);

G_END_DECLS

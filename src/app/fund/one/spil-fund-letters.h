// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-query.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/** Fills the section "Letters" of the page of an application: the letters that can be made now. Hides it when there is none. */
void spil_fund_letters_fill (SpilRowGroup *letters, const SpilFundApplicationRow *row);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FUND_PAGE (spil_fund_page_get_type ())

/** The scheme and its applications. */
G_DECLARE_FINAL_TYPE (SpilFundPage, spil_fund_page, SPIL, FUND_PAGE, SpilPage)

G_END_DECLS

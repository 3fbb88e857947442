// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PERIODS_PAGE (spil_periods_page_get_type ())

/** The quarters of the budget: which are closed, what came in since, and closing and opening them. */
G_DECLARE_FINAL_TYPE (SpilPeriodsPage, spil_periods_page, SPIL, PERIODS_PAGE, SpilPage)

/** Opens it over @from. */
void spil_periods_page_open (SpilPage *from);

G_END_DECLS

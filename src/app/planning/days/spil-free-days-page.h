// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FREE_DAYS_PAGE (spil_free_days_page_get_type ())

/** On which days is worked: the days of the week, the public holidays of a year, and own closures. Opened from the planning. */
G_DECLARE_FINAL_TYPE (SpilFreeDaysPage, spil_free_days_page, SPIL, FREE_DAYS_PAGE, SpilPage)

SpilPage *spil_free_days_page_new (SpilWorker *worker);

G_END_DECLS

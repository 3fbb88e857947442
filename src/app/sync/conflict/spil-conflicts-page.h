// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CONFLICTS_PAGE (spil_conflicts_page_get_type ())

/** The whole inbox, the newest first: one by one, or one choice for several. */
G_DECLARE_FINAL_TYPE (SpilConflictsPage, spil_conflicts_page, SPIL, CONFLICTS_PAGE, SpilPage)

SpilPage *spil_conflicts_page_new (SpilWorker *worker);

G_END_DECLS

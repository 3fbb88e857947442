// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ALLIANCE_PAGE (spil_alliance_page_get_type ())

/** One alliance: its goal, members, statements of intent and promises. */
G_DECLARE_FINAL_TYPE (SpilAlliancePage, spil_alliance_page, SPIL, ALLIANCE_PAGE, SpilRowPage)

SpilPage *spil_alliance_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS

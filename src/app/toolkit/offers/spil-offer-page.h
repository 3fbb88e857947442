// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_OFFER_PAGE (spil_offer_page_get_type ())

/** One offer: its way to secured, trial periods, effect, documents and notes. */
G_DECLARE_FINAL_TYPE (SpilOfferPage, spil_offer_page, SPIL, OFFER_PAGE, SpilRowPage)

SpilPage *spil_offer_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS

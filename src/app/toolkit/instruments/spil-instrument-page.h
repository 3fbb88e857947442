// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_INSTRUMENT_PAGE (spil_instrument_page_get_type ())

/** One instrument: its rules, offers, trial periods, results and cost. */
G_DECLARE_FINAL_TYPE (SpilInstrumentPage, spil_instrument_page, SPIL, INSTRUMENT_PAGE, SpilRowPage)

SpilPage *spil_instrument_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS

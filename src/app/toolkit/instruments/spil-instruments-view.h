// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_INSTRUMENTS_VIEW (spil_instruments_view_get_type ())

/** The instruments with their rules. */
G_DECLARE_FINAL_TYPE (SpilInstrumentsView, spil_instruments_view, SPIL, INSTRUMENTS_VIEW, SpilSection)

G_END_DECLS

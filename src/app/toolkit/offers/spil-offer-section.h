// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_OFFER_SECTION (spil_offer_section_get_type ())

/** What was offered to the employer or the area that a page is about, with a button to offer something. */
G_DECLARE_FINAL_TYPE (SpilOfferSection, spil_offer_section, SPIL, OFFER_SECTION, SpilSection)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EFFECT_PAGE (spil_effect_page_get_type ())

/** One effect chain, opened down to participants, kilometres and factors. */
G_DECLARE_FINAL_TYPE (SpilEffectPage, spil_effect_page, SPIL, EFFECT_PAGE, SpilRowPage)

SpilPage *spil_effect_page_new (SpilWorker *worker, SpilId effect);

G_END_DECLS

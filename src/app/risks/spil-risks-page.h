// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RISKS_PAGE (spil_risks_page_get_type ())

/** The risk register. */
G_DECLARE_FINAL_TYPE (SpilRisksPage, spil_risks_page, SPIL, RISKS_PAGE, SpilPage)

G_END_DECLS

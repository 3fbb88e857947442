// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYERS_PAGE (spil_employers_page_get_type ())

/** Employers: search, list, and the page of one. */
G_DECLARE_FINAL_TYPE (SpilEmployersPage, spil_employers_page, SPIL, EMPLOYERS_PAGE, SpilPage)

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_HOME_PAGE (spil_home_page_get_type ())

/** The day of the user and the programme at a glance. */
G_DECLARE_FINAL_TYPE (SpilHomePage, spil_home_page, SPIL, HOME_PAGE, SpilPage)

G_END_DECLS

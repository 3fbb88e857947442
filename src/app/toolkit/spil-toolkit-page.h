// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TOOLKIT_PAGE (spil_toolkit_page_get_type ())

/** Instruments, offers and trial periods. */
G_DECLARE_FINAL_TYPE (SpilToolkitPage, spil_toolkit_page, SPIL, TOOLKIT_PAGE, SpilPage)

G_END_DECLS

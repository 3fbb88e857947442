// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SCHEME_PAGE (spil_scheme_page_get_type ())

/** A scheme: its terms, what an application has to hold, and the grounds on which it is refused. */
G_DECLARE_FINAL_TYPE (SpilSchemePage, spil_scheme_page, SPIL, SCHEME_PAGE, SpilPage)

SpilPage *spil_scheme_page_new (SpilWorker *worker, SpilId scheme);

G_END_DECLS

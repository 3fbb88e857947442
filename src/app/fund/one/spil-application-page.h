// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION_PAGE (spil_application_page_get_type ())

/** One application: where it stands, its next step and what that does, its figures, cost, completeness, payments and history. */
G_DECLARE_FINAL_TYPE (SpilApplicationPage, spil_application_page, SPIL, APPLICATION_PAGE, SpilPage)

SpilPage *spil_application_page_new (SpilWorker *worker, SpilId application);

G_END_DECLS

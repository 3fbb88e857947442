// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_PAGE (spil_employer_page_get_type ())

/** One employer: what comes next, facts, people, and all that happened. */
G_DECLARE_FINAL_TYPE (SpilEmployerPage, spil_employer_page, SPIL, EMPLOYER_PAGE, SpilPage)

SpilPage *spil_employer_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS

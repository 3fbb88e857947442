// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_VISIT_PAGE (spil_visit_page_get_type ())

/**
 * A visit to one employer: what to know of it, and beside that the notes, which in one action become a contact moment with needs, next
 * action, promises and stage. What is typed is kept as a draft until it is saved.
 */
G_DECLARE_FINAL_TYPE (SpilVisitPage, spil_visit_page, SPIL, VISIT_PAGE, SpilPage)

SpilPage *spil_visit_page_new (SpilWorker *worker, SpilId organisation);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DUPLICATES_PAGE (spil_duplicates_page_get_type ())

/** Employers that may be one, a pair at a time: what stays is chosen, they are merged or judged not to be the same, and the next pair comes. */
G_DECLARE_FINAL_TYPE (SpilDuplicatesPage, spil_duplicates_page, SPIL, DUPLICATES_PAGE, SpilPage)

SpilPage *spil_duplicates_page_new (SpilWorker *worker);

/** The same for two that a person chose. */
SpilPage *spil_duplicates_page_new_for (SpilWorker *worker, SpilId one, SpilId other);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_IMPORT_HISTORY_PAGE (spil_import_history_page_get_type ())

/** The lists that were read in, each to be undone. */
G_DECLARE_FINAL_TYPE (SpilImportHistoryPage, spil_import_history_page, SPIL, IMPORT_HISTORY_PAGE, SpilPage)

SpilPage *spil_import_history_page_new (SpilWorker *worker);

G_END_DECLS

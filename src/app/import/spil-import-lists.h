// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-import.h"

G_BEGIN_DECLS

/** A page with every refused cell; "Save as CSV" activates @action. */
AdwNavigationPage *spil_import_refusals_page_new (const SpilImportReport *report, const char *action);

/** A page with what probably exists already. */
AdwNavigationPage *spil_import_likely_page_new (const SpilImportReport *report);

G_END_DECLS

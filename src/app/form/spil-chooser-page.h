// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHOOSER_PAGE (spil_chooser_page_get_type ())

/** A page with a search field and the rows of an entity, to choose one. Signal `chosen` (SpilRecord); then it has gone back by itself. */
G_DECLARE_FINAL_TYPE (SpilChooserPage, spil_chooser_page, SPIL, CHOOSER_PAGE, AdwNavigationPage)

AdwNavigationPage *spil_chooser_page_new (SpilWorker *worker, const SpilEntity *entity, const char *title);

G_END_DECLS

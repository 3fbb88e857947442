// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_CHOOSER (spil_employer_chooser_get_type ())

/**
 * A page to find an employer by typing: those spoken last stand first, Enter takes the first. Signal `chosen` (const SpilEmployerRow *).
 */
G_DECLARE_FINAL_TYPE (SpilEmployerChooser, spil_employer_chooser, SPIL, EMPLOYER_CHOOSER, AdwNavigationPage)

AdwNavigationPage *spil_employer_chooser_new (SpilWorker *worker, const char *title);

/** Where the words are typed. */
GtkWidget *spil_employer_chooser_get_search (SpilEmployerChooser *self);

G_END_DECLS

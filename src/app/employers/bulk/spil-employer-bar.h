// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employers-data.h"
#include "spil-id-selection.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_BAR (spil_employer_bar_get_type ())

/**
 * Below the list: how many employers are selected, and what can be done with all of them. Not there while nothing is selected and nobody
 * is selecting. Signal `done`: a person wants to select no longer.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerBar, spil_employer_bar, SPIL, EMPLOYER_BAR, AdwBin)

/** @filter is what the list shows; it stays the caller's and outlives the bar's use of it. */
void spil_employer_bar_set_up (SpilEmployerBar *self, SpilWorker *worker, SpilIdSelection *selection,
                               const SpilEmployerSelection *filter);
/** What to choose from in the dialog; it stays the caller's until it is set anew. */
void spil_employer_bar_set_data (SpilEmployerBar *self, const SpilEmployersData *data);
/** A plain click selects: the bar stays, also while nothing is selected. */
void spil_employer_bar_set_selecting (SpilEmployerBar *self, gboolean selecting);
/** Only icons, in a narrow window. */
void spil_employer_bar_set_narrow (SpilEmployerBar *self, gboolean narrow);

/** Opens the dialog that changes what is selected. */
void spil_employer_bar_change (SpilEmployerBar *self);

/**
 * Hands the selected employers, or all of the list when none is, to the action `win.export-list` of the window. Its parameter: the page
 * ("employers"), the definition of the filter with @columns (see spil-filter-definition.h), whether all of that filter is meant, and the
 * ids as text: of those that are meant, or with all, of those that are not.
 */
void spil_employer_bar_export (SpilEmployerBar *self, const char *columns);

G_END_DECLS

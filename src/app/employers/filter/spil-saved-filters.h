// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-selection.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SAVED_FILTERS (spil_saved_filters_get_type ())

/**
 * A line of saved filters, to choose with a click or with Alt+1 to Alt+9, and the menu that saves, changes, renames and removes
 * them. Where there are none it proposes some.
 *
 * Signal `chosen` (SpilEmployerSelection *): a person chose this one; NULL: the chosen one was let go, all is to be shown.
 */
G_DECLARE_FINAL_TYPE (SpilSavedFilters, spil_saved_filters, SPIL, SAVED_FILTERS, AdwBin)

void spil_saved_filters_set_worker (SpilSavedFilters *self, SpilWorker *worker);
/** @filters: of SpilRecord. Keeps a reference. */
void spil_saved_filters_set_filters (SpilSavedFilters *self, GPtrArray *filters);
/** What the list asks now: it is what is saved, and tells which filter is in use. Copied. */
void spil_saved_filters_set_selection (SpilSavedFilters *self, const SpilEmployerSelection *selection);
/** The columns that are saved with a filter: names with commas between; NULL: none in particular. */
void spil_saved_filters_set_columns (SpilSavedFilters *self, const char *columns);
/** Chooses the one at @index, from 0. FALSE when there is none. */
gboolean spil_saved_filters_choose (SpilSavedFilters *self, guint index);

G_END_DECLS

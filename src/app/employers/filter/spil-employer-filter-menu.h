// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-employer-selection.h"
#include "spil-employers-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_FILTER_MENU (spil_employer_filter_menu_get_type ())

/**
 * A popover in which the filters of the list of employers are chosen; its rows are made when it is first shown. Signal `changed`: a
 * person chose; the selection holds it already.
 */
G_DECLARE_FINAL_TYPE (SpilEmployerFilterMenu, spil_employer_filter_menu, SPIL, EMPLOYER_FILTER_MENU,
                      GtkPopover)

/** The selection that is shown and changed; it stays the caller's and outlives the popover's use of it. */
void spil_employer_filter_menu_set_selection (SpilEmployerFilterMenu *self, SpilEmployerSelection *selection);
/** What there is to choose from; keeps references. */
void spil_employer_filter_menu_set_choices (SpilEmployerFilterMenu *self, const SpilEmployersData *data);
/** Shows what the selection asks now. */
void spil_employer_filter_menu_update (SpilEmployerFilterMenu *self);

G_END_DECLS

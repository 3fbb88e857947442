// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-item.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION_FILTER (spil_application_filter_get_type ())

/** One line that says which applications are shown: state, employer, too late, over the ceiling, words. Signals `changed`, and `entered`: Enter in the search field. */
G_DECLARE_FINAL_TYPE (SpilApplicationFilter, spil_application_filter, SPIL, APPLICATION_FILTER, AdwBin)

/** The filter itself, over SpilFundItems; owned by the widget. */
GtkFilter *spil_application_filter_get_filter (SpilApplicationFilter *self);

/** Offers the states and employers that @items (of SpilFundItem) have, with their numbers; what was chosen stays. */
void spil_application_filter_set_items (SpilApplicationFilter *self, GPtrArray *items);

/** Whether anything is left out. */
gboolean spil_application_filter_is_set (SpilApplicationFilter *self);
/** Shows all again. */
void spil_application_filter_clear (SpilApplicationFilter *self);
/** To the search field. */
void spil_application_filter_search (SpilApplicationFilter *self);

G_END_DECLS

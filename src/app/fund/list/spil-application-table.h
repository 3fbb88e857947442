// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-item.h"

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION_TABLE (spil_application_table_get_type ())

/**
 * Applications, to be filtered by state and words: a table, or rows of two lines where `narrow` is TRUE.
 * Signal `application-activated` (const SpilId *).
 */
G_DECLARE_FINAL_TYPE (SpilApplicationTable, spil_application_table, SPIL, APPLICATION_TABLE, AdwBin)

/** Shows @items, of SpilFundItem. */
void spil_application_table_set_items (SpilApplicationTable *self, GPtrArray *items);

/** To the search field. */
void spil_application_table_search (SpilApplicationTable *self);

G_END_DECLS

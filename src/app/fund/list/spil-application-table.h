// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_APPLICATION_TABLE (spil_application_table_get_type ())

/**
 * Applications as a table that sorts by its headings, or as rows of two lines where `narrow` is TRUE.
 * Signal `application-activated` (const SpilId *).
 */
G_DECLARE_FINAL_TYPE (SpilApplicationTable, spil_application_table, SPIL, APPLICATION_TABLE, AdwBin)

/** What is shown, of SpilFundItem; once. */
void spil_application_table_set_model (SpilApplicationTable *self, GListModel *found);

/** Moves the focus to the first application; nothing when none is shown. */
void spil_application_table_focus_first (SpilApplicationTable *self);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_VERSION_CHOOSER (spil_version_chooser_get_type ())

/**
 * The name of the version that is shown, as a button that opens the list of all: the one in force, proposals, earlier ones, those that were withdrawn.
 * Signal `version-chosen` (const SpilId *).
 */
G_DECLARE_FINAL_TYPE (SpilVersionChooser, spil_version_chooser, SPIL, VERSION_CHOOSER, AdwBin)

void spil_version_chooser_fill (SpilVersionChooser *self, const SpilBudgetData *data);

G_END_DECLS

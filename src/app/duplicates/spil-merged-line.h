// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"

G_BEGIN_DECLS

#define SPIL_TYPE_MERGED_LINE (spil_merged_line_get_type ())

/**
 * On the page of an organisation: what is merged into it, each with a button that takes that back, and a button to merge it with another. It stands
 * in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilMergedLine, spil_merged_line, SPIL, MERGED_LINE, AdwBin)

/** Reads anew what is merged into @organisation. Call in fill(). */
void spil_merged_line_show (SpilMergedLine *self, SpilId organisation);

G_END_DECLS

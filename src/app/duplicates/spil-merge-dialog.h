// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

/** Asks over @page which other organisation is the same as @id, by typing; then opens the two beside each other from that page. */
void spil_merge_dialog_present (SpilPage *page, SpilId id);

G_END_DECLS

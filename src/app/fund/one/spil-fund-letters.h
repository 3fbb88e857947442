// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-application-data.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/** Fills the section "Letters" of the page of an application: the letters that were saved, and a button that makes one. */
void spil_fund_letters_fill (SpilRowGroup *letters, const SpilApplicationData *data);

G_END_DECLS

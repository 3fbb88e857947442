// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/**
 * The share of the time from @from to @to (both in it) that is gone when @today is over, in thousandths, rounded: 0 before @from,
 * 1000 from @to on. -1 when a day is not known or @to lies before @from.
 */
int spil_elapsed_per_mille (SpilDay from, SpilDay to, SpilDay today);

G_END_DECLS

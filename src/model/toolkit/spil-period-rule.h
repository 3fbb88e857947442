// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/**
 * When the next trial period starts: every @every_weeks weeks after the latest one, @last, and not before @today (plan of 2018, "Toolkit": a new period every two
 * weeks; the number is a rule of the instrument). Where there was none, or the instrument has no such rule: the first Monday from @today on.
 */
SpilDay spil_period_next_start (int every_weeks, SpilDay last, SpilDay today);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-work-calendar.h"

G_BEGIN_DECLS

/**
 * Reads a day as people type it in a planning: what spil_day_parse() reads, and "3-9", "3/9-18", "3 sep", "ma 3 september 2018" (Dutch and English
 * names, cut as one likes) and "+5" or "-2": so many working days from @present, which then must be known. Without a year the one is meant in which the day lies
 * nearest to @near, and with a day of the week the nearest in which it is that day (within three years). FALSE, @day untouched, for anything else: also when a
 * day of the week and a year contradict each other.
 */
gboolean spil_typed_day_parse (const char *text, SpilDay present, SpilDay near,
                               const SpilWorkCalendar *calendar, SpilDay *day);

G_END_DECLS

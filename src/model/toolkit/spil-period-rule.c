// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-period-rule.h"

#include <glib.h>

SpilDay
spil_period_next_start (int every_weeks, SpilDay last, SpilDay today)
{
  int days = every_weeks * 7;
  int steps;

  if (!spil_day_is_known (last) || every_weeks <= 0)
    return spil_day_add (today, (8 - spil_day_weekday (today)) % 7);
  // At least one step on, and as many as it takes not to lie in the past.
  steps = MAX (1, (spil_day_between (last, today) + days - 1) / days);
  return spil_day_add (last, steps * days);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-elapsed-rule.h"

int
spil_elapsed_per_mille (SpilDay from, SpilDay to, SpilDay today)
{
  int64_t days;
  int64_t gone;

  if (!spil_day_is_known (from) || !spil_day_is_known (to) || !spil_day_is_known (today) ||
      spil_day_compare (to, from) < 0)
    return -1;
  days = spil_day_between (from, to) + 1;
  gone = CLAMP (spil_day_between (from, today) + 1, 0, days);
  return (int) ((gone * 2000 + days) / (2 * days));
}

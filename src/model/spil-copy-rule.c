// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy-rule.h"

SpilCopyVerdict
spil_copy_rule_judge (const SpilCopyState *state, int days, SpilDay today)
{
  const gboolean made = spil_day_is_known (state->made);
  const SpilDay since = made ? state->made : state->begun;

  if (days <= 0)
    return SPIL_COPY_FINE;
  if (state->failed)
    return SPIL_COPY_FAILED;
  if (!spil_day_is_known (since) || spil_day_between (since, today) < days)
    return SPIL_COPY_FINE;
  return made ? SPIL_COPY_DUE : SPIL_COPY_MISSING;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promise-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

SpilPromiseStanding
spil_promise_standing (int state, SpilDay due, SpilDay today, int soon)
{
  int days;

  if (state == SPIL_ACTION_STATE_DONE)
    return SPIL_PROMISE_KEPT;
  if (state == SPIL_ACTION_STATE_DROPPED)
    return SPIL_PROMISE_DROPPED;
  if (!spil_day_is_known (due))
    return SPIL_PROMISE_UNDATED;
  days = spil_day_between (today, due);
  if (days < 0)
    return SPIL_PROMISE_OVERDUE;
  return days <= soon ? SPIL_PROMISE_SOON : SPIL_PROMISE_OPEN;
}

const char *
spil_promise_standing_label (SpilPromiseStanding standing)
{
  switch (standing) {
  case SPIL_PROMISE_OVERDUE:
    return C_ ("promise", "overdue");
  case SPIL_PROMISE_SOON:
    return C_ ("promise", "due soon");
  case SPIL_PROMISE_OPEN:
    return C_ ("promise", "open");
  case SPIL_PROMISE_UNDATED:
    return C_ ("promise", "no date");
  case SPIL_PROMISE_KEPT:
    return C_ ("promise", "kept");
  case SPIL_PROMISE_DROPPED:
    return C_ ("promise", "dropped");
  case SPIL_N_PROMISES:
  default:
    g_return_val_if_reached ("");
  }
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** How a promise stands; in the order in which it asks for attention. */
typedef enum
{
  SPIL_PROMISE_OVERDUE, /**< open, and its day has passed */
  SPIL_PROMISE_SOON, /**< open, due today or within the days of the setting */
  SPIL_PROMISE_OPEN,
  SPIL_PROMISE_UNDATED, /**< open, without a day */
  SPIL_PROMISE_KEPT,
  SPIL_PROMISE_DROPPED,
  SPIL_N_PROMISES
} SpilPromiseStanding;

/** @state: SPIL_ACTION_STATE_*; @soon: days to look ahead (a setting; 0: none). */
SpilPromiseStanding spil_promise_standing (int state, SpilDay due, SpilDay today, int soon);

/** "overdue", "due soon", "open", "no date", "kept", "dropped"; owned by gettext. */
const char *spil_promise_standing_label (SpilPromiseStanding standing);

G_END_DECLS

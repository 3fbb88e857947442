// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-clock.h"

int64_t
spil_clock_time (int64_t milliseconds, int counter)
{
  return milliseconds * (1 << SPIL_CLOCK_COUNTER_BITS) + counter;
}

int64_t
spil_clock_next (SpilClock *clock, int64_t now_ms, int64_t seen)
{
  int64_t now = spil_clock_time (now_ms, 0);
  int64_t highest = spil_clock_time (now_ms + SPIL_CLOCK_MAX_LEAD_MS, 0);
  int64_t time = MAX (now, MIN (clock->time + 1, highest));

  if (seen >= time)
    time = MIN (seen, SPIL_CLOCK_MAX_TIME) + 1;
  clock->time = MIN (time, highest);
  return time;
}

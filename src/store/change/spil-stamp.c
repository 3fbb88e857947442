// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-stamp.h"

int64_t
spil_stamp_time (int64_t milliseconds, int counter)
{
  return milliseconds * (1 << SPIL_STAMP_COUNTER_BITS) + counter;
}

int64_t
spil_stamp_milliseconds (int64_t time)
{
  return time >> SPIL_STAMP_COUNTER_BITS;
}

int64_t
spil_clock_next (SpilClock *clock, int64_t now_ms, int64_t seen)
{
  int64_t now = spil_stamp_time (now_ms, 0);
  int64_t highest = spil_stamp_time (now_ms + SPIL_STAMP_MAX_LEAD_MS, 0);
  int64_t time = MAX (now, MIN (clock->time + 1, highest));

  if (seen >= time)
    time = MIN (seen, SPIL_STAMP_MAX_TIME) + 1;
  clock->time = MIN (time, highest);
  return time;
}

int
spil_stamp_compare (const SpilStamp *a, const SpilStamp *b)
{
  if (a->time != b->time)
    return a->time < b->time ? -1 : 1;
  return (a->device > b->device) - (a->device < b->device);
}

gboolean
spil_stamp_equal (const SpilStamp *a, const SpilStamp *b)
{
  return a->time == b->time && a->device == b->device && a->sequence == b->sequence;
}

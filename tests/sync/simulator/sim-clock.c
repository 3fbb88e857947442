// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-clock.h"

#include <time.h>

// A program has one clock, and the function it stands in for takes nothing to carry it in.
static int64_t set_time;

void
sim_clock_set (int64_t milliseconds)
{
  set_time = milliseconds;
}

// What is linked into a program comes before what its libraries offer.
gint64
g_get_real_time (void)
{
  struct timespec now;

  if (set_time != 0)
    return set_time * 1000;
  clock_gettime (CLOCK_REALTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

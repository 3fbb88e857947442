// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * Hybrid logical time: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16. Adding one to a full
 * counter carries into the milliseconds.
 */
#define SPIL_CLOCK_COUNTER_BITS 16

/** How far above the physical clock the clock of this database may be raised by what it has seen, in milliseconds. */
#define SPIL_CLOCK_MAX_LEAD_MS (60 * 1000)

/** No time is later: far beyond any year that means something, and one can still be added. */
#define SPIL_CLOCK_MAX_TIME (G_MAXINT64 / 2)

/** A SpilStamp as the rows of one database keep it: the device by its number there (table `device`). */
typedef struct
{
  int64_t time; /**< hybrid logical */
  int64_t device;
  int64_t sequence; /**< of the entry of that device's change log */
} SpilLocalStamp;

/** The clock of a database: the latest time it has given, held near the physical clock. */
typedef struct
{
  int64_t time;
} SpilClock;

/** Hybrid logical time of milliseconds. */
int64_t spil_clock_time (int64_t milliseconds, int counter);

/**
 * The time of the next change, made at @now_ms by the physical clock, to cells whose latest time is @seen (0: none): later than
 * these, so that an edit made having seen another always wins, and later than what @clock gave before. The clock follows, but
 * never further than SPIL_CLOCK_MAX_LEAD_MS beyond @now_ms: neither a cell with a wrong time nor a day with a wrong physical
 * clock carries it off for good.
 */
int64_t spil_clock_next (SpilClock *clock, int64_t now_ms, int64_t seen);

G_END_DECLS

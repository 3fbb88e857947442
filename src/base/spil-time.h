// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** An instant: milliseconds since 1970-01-01T00:00Z. */
typedef struct
{
  int64_t ms;
} SpilTime;

SpilTime spil_time (int64_t ms);

/** Now; its day is moved to spil_day_today() when that is played. */
SpilTime spil_time_now (void);

/**
 * The instant of a local wall-clock time on @day. A time that the clock skips in spring is the first one after it; of
 * a time that comes twice in autumn it is the second (standard time).
 */
SpilTime spil_time_from_day (SpilDay day, int hour, int minute);

/** The local day of an instant; SPIL_DAY_NONE for more than a hundred million days from 1970. */
SpilDay spil_time_day (SpilTime time);

/**
 * Reads "2018-07-31T14:02[:05[.123]][Z|+02:00]" (without a zone: local time), "31-07-2018 14:02", or a day alone
 * (its 12:00 local). T or a space stands between; further digits of the second are dropped. FALSE, @time untouched, for anything else.
 */
gboolean spil_time_parse (const char *text, SpilTime *time);

/** "31-07-2018 14:02", local. Free with g_free(). */
char *spil_time_format (SpilTime time);
/** "2018-07-31T12:02:05.123Z" (UTC, milliseconds only where not zero). Free with g_free(). */
char *spil_time_to_iso (SpilTime time);

G_END_DECLS

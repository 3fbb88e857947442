// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** A calendar day: days since 1970-01-01. Compare with spil_day_compare(). */
typedef struct
{
  int32_t number;
} SpilDay;

/** The day that is not known. It sorts before all others. */
extern const SpilDay SPIL_DAY_NONE;

/** Returns the day with that number since 1970-01-01. */
SpilDay spil_day (int32_t number);

/** Returns the day, or SPIL_DAY_NONE when it does not exist (31 February) or lies outside the years 1900-2199. */
SpilDay spil_day_from_ymd (int year, int month, int day);

/** Splits @day, which must be known; month and day count from 1. Any of the pointers may be NULL. */
void spil_day_to_ymd (SpilDay day, int *year, int *month, int *month_day);

/** Today in the local time zone; SPIL_TODAY=2018-10-01 in the environment overrules it, for tests, and spil_day_play() for demos. */
SpilDay spil_day_today (void);

/** Lets today be @day in this whole process, for data that play on a day of their own; SPIL_DAY_NONE ends that. From any thread. */
void spil_day_play (SpilDay day);
/** Whether today is another day than the calendar's. */
gboolean spil_day_is_played (void);

gboolean spil_day_is_known (SpilDay day);
int spil_day_compare (SpilDay a, SpilDay b);

/** Days from @from to @to, negative when @to is earlier. Both must be known. */
int spil_day_between (SpilDay from, SpilDay to);
/** Adds days; SPIL_DAY_NONE stays what it is. The result may lie outside the years 1900-2199. */
SpilDay spil_day_add (SpilDay day, int days);
/** Adds months; the day of the month is held within the month reached (31 January + 1 = 28 or 29 February). */
SpilDay spil_day_add_months (SpilDay day, int months);

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
int spil_day_weekday (SpilDay day);

/**
 * Reads "2018-07-31" or "31-07-2018" (also one-digit day and month, and / or . between; white space around it).
 * The year has four digits and the day exists. FALSE, @day untouched, for anything else.
 */
gboolean spil_day_parse (const char *text, SpilDay *day);

/** "31-07-2018"; "" when not known. Free with g_free(). */
char *spil_day_format (SpilDay day);
/** "31 juli 2018" with the month's name in the language of the program. Free with g_free(). */
char *spil_day_format_long (SpilDay day);
/** "2018-07-31"; "" when not known. Free with g_free(). */
char *spil_day_to_iso (SpilDay day);

/** The name of a month (1-12), in full ("juli") or short ("jul"), in the language of the program. */
const char *spil_day_month_name (int month);
const char *spil_day_month_name_short (int month);
/** The name of a day of the week (1 = Monday), in the language of the program. */
const char *spil_day_weekday_name (int weekday);

G_END_DECLS

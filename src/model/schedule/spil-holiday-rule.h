// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/*
 * Dutch public holidays, of any year of the Gregorian calendar. Sources:
 * - Algemene termijnenwet, article 3 paragraph 1: New Year's Day, Easter Monday, Ascension Day, Whit Monday, both days of Christmas, the day on which
 *   the King's birthday is celebrated, and 5 May. Easter Sunday and Whit Sunday are named for people; they are Sundays anyway.
 * - the same, paragraph 2: Good Friday counts like these for terms. Whether people work then differs, hence a choice.
 * - 5 May is a holiday each year in that law, and a day off once in five years in most collective agreements, hence a choice.
 * - the King's birthday is celebrated on 27 April since 2014, and on Saturday 26 April where the 27th is a Sunday. The Queen's was on 30 April from 1949
 *   to 2013; where that was a Sunday, on Monday 1 May until 1979 and on Saturday 29 April from 1980 on.
 */

/** Which days of the choice are free. */
typedef struct
{
  gboolean good_friday;
  int liberation_every; /**< 5 May is free in years that this divides (1: each, 5: lustrum years); 0: never */
} SpilHolidayChoice;

typedef struct
{
  SpilDay day;
  const char *name; /**< msgid */
} SpilHoliday;

/** No year has more. */
#define SPIL_HOLIDAYS_MAX 12

/** Easter Sunday: the Gregorian computus in the form of Butcher (in: Meeus, Astronomical Algorithms, chapter 8). Years 1900-2199. */
SpilDay spil_holiday_easter (int year);

/** Fills in the holidays of a year (1900-2199), in the order of the calendar, and returns how many there are. Two may fall on one day. */
int
spil_holidays_of_year (int year, const SpilHolidayChoice *choice, SpilHoliday holidays[SPIL_HOLIDAYS_MAX]);

G_END_DECLS

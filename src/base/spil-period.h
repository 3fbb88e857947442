// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_PERIOD_DAY,
  SPIL_PERIOD_WEEK,
  SPIL_PERIOD_MONTH,
  SPIL_PERIOD_QUARTER,
  SPIL_PERIOD_YEAR,
} SpilPeriodKind;

/** A calendar period: @first and @last are both in it. Weeks are ISO 8601 weeks. */
typedef struct
{
  SpilPeriodKind kind;
  SpilDay first;
  SpilDay last;
} SpilPeriod;

/** The period of that kind that holds @day. With SPIL_DAY_NONE: a period that holds no day, written as "". */
SpilPeriod spil_period_of (SpilPeriodKind kind, SpilDay day);
/** The period @count places later (negative: earlier). */
SpilPeriod spil_period_step (SpilPeriod period, int count);
gboolean spil_period_contains (SpilPeriod period, SpilDay day);

/** Reads "2018", "2018-Q4", "2018-10", "2018-W40", "2018-10-01". FALSE, @period untouched, for anything else. */
gboolean spil_period_parse (const char *text, SpilPeriod *period);
/** The form that spil_period_parse() reads. Free with g_free(). */
char *spil_period_to_text (SpilPeriod period);
/** For people: "4e kwartaal 2018", "oktober 2018", "week 40 van 2018", "2018", "1 oktober 2018", through gettext. Free with g_free(). */
char *spil_period_format (SpilPeriod period);
/** Short, for axes: "Q4", "okt", "40", "2018", "1", through gettext. Free with g_free(). */
char *spil_period_format_short (SpilPeriod period);

G_END_DECLS

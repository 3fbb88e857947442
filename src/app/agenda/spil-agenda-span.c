// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-span.h"

#include <glib/gi18n-lib.h>

static SpilDay
monday_of (SpilDay day)
{
  return spil_day_add (day, 1 - spil_day_weekday (day));
}

SpilAgendaSpan
spil_agenda_span (SpilAgendaScale scale, SpilDay day)
{
  SpilAgendaSpan span = { monday_of (day), spil_day_add (monday_of (day), 6) };
  SpilDay first;
  int year, month;

  if (scale == SPIL_AGENDA_WEEK)
    return span;
  spil_day_to_ymd (day, &year, &month, NULL);
  first = spil_day_from_ymd (year, month, 1);
  span.first = monday_of (first);
  span.last = spil_day_add (monday_of (spil_day_add (spil_day_add_months (first, 1), -1)), 6);
  return span;
}

gboolean
spil_agenda_span_has (SpilAgendaSpan span, SpilDay day)
{
  return spil_day_compare (day, span.first) >= 0 && spil_day_compare (day, span.last) <= 0;
}

SpilDay
spil_agenda_step (SpilAgendaScale scale, SpilDay day, int steps)
{
  return scale == SPIL_AGENDA_WEEK ? spil_day_add (day, 7 * steps) : spil_day_add_months (day, steps);
}

// The week belongs to the year that its Thursday is in.
int
spil_agenda_week (SpilDay day)
{
  SpilDay thursday = spil_day_add (monday_of (day), 3);
  int year;

  spil_day_to_ymd (thursday, &year, NULL, NULL);
  return spil_day_between (spil_day_from_ymd (year, 1, 1), thursday) / 7 + 1;
}

char *
spil_agenda_dup_title (SpilAgendaScale scale, SpilDay day)
{
  g_autofree char *month_text = NULL;
  int year, month;

  spil_day_to_ymd (day, &year, &month, NULL);
  month_text = g_strdup_printf ("%s %d", spil_day_month_name (month), year);
  if (scale == SPIL_AGENDA_MONTH)
    return g_steal_pointer (&month_text);
  // Translators: the number of a week, and its month with the year.
  return g_strdup_printf (_ ("Week %d, %s"), spil_agenda_week (day), month_text);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-closing-rule.h"

#include "spil-text.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 60

void
spil_closed_period_clear (gpointer data)
{
  SpilClosedPeriod *self = data;

  g_clear_pointer (&self->name, g_free);
}

const SpilClosedPeriod *
spil_closing_find (const SpilClosedPeriod *periods, gsize n, SpilDay day)
{
  const SpilClosedPeriod *found = NULL;

  if (!spil_day_is_known (day))
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (spil_day_compare (periods[i].first, day) <= 0 && spil_day_compare (day, periods[i].last) <= 0 &&
        (found == NULL || spil_day_compare (found->last, periods[i].last) < 0))
      found = &periods[i];
  return found;
}

SpilDay
spil_closing_open_day (const SpilClosedPeriod *periods, gsize n, SpilDay day, SpilDay today)
{
  const SpilClosedPeriod *period = spil_closing_find (periods, n, day);

  if (period == NULL)
    return day;
  for (; period != NULL; period = spil_closing_find (periods, n, day))
    day = spil_day_add (period->last, 1);
  if (spil_day_compare (today, day) > 0 && spil_closing_find (periods, n, today) == NULL)
    return today;
  return day;
}

char *
spil_closing_dup_refusal (const SpilClosedPeriod *period, SpilDay day, SpilDay open_day)
{
  g_autofree char *name = spil_text_one_line (period->name, NAME_CHARS);
  g_autofree char *first = spil_day_format_long (period->first);
  g_autofree char *last = spil_day_format_long (period->last);
  g_autofree char *asked = spil_day_format_long (day);
  g_autofree char *open = spil_day_format_long (open_day);

  return g_strdup_printf (
      _ ("Nothing can be booked on %s: %s (%s to %s) is closed. Book it on %s, the first day "
         "that is open, or open the period again."),
      asked, name, first, last, open);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"
#include "spil-load-private.h"

/* So many cells that stand out are named; more are counted. */
#define MOST_NAMED 4

const char *
spil_load_owner_name (const SpilLoadOwner *owner)
{
  return owner->name[0] != '\0' ? owner->name : C_ ("chart", "owner not stated");
}

char *
spil_load_hours (double hours)
{
  g_autofree char *number = spil_chart_number (hours < 1 ? ceil (hours * 10) / 10 : round (hours));

  // Translators: hours, as short as can be.
  return g_strdup_printf (C_ ("chart", "%s h"), number);
}

char *
spil_load_describe (const SpilLoadCell *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%d activity", "%d activities", (gulong) cell->running),
      cell->running);
  if (spil_load_has_hours (cell)) {
    g_autofree char *number = spil_chart_number (cell->hours);

    // Translators: a number of hours.
    g_string_append_printf (text, _ (", %s hours a week"), number);
  }
  if (cell->unstated > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, ", of %d the hours are not stated",
                                         ", of %d the hours are not stated", (gulong) cell->unstated),
                            cell->unstated);
  if (cell->high)
    g_string_append (text, _ (", above the norm"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_high (const SpilLoadChart *self, GString *text)
{
  int count = 0;

  for (int owner = 0; owner < (int) self->owners->len; owner++)
    for (int period = 0; period < (int) self->periods->len; period++) {
      if (!spil_load_owner (self, owner)->cells[period].high || ++count > MOST_NAMED)
        continue;
      g_string_append_printf (text, "%s%s (%s)", count > 1 ? "; " : _ (" Above the norm: "),
                              spil_load_owner_name (spil_load_owner (self, owner)),
                              spil_load_period (self, period)->name);
    }
  if (count > MOST_NAMED)
    g_string_append_printf (text, _ ("; and %d more"), count - MOST_NAMED);
  if (count > 0)
    g_string_append_c (text, '.');
}

char *
spil_load_summary (gconstpointer data)
{
  const SpilLoadChart *self = data;
  g_autoptr (GString) text = g_string_new (NULL);
  const int periods = (int) self->periods->len;

  if (self->owners->len == 0 || periods == 0)
    return g_strdup (_ ("No activities run in this period."));
  // Translators: the number of owners, the first and the last period.
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "Load of %d owner, %s to %s.",
                                       "Load of %d owners, %s to %s.", (gulong) self->owners->len),
                          (int) self->owners->len, spil_load_period (self, 0)->name,
                          spil_load_period (self, periods - 1)->name);
  add_high (self, text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_row (SpilChartTable *out, const SpilLoadOwner *owner, const SpilLoadPeriod *period,
         const SpilLoadCell *cell)
{
  spil_chart_table_add_row (out);
  spil_chart_table_put (out, spil_load_owner_name (owner));
  spil_chart_table_put (out, period->name);
  spil_chart_table_take (out, g_strdup_printf ("%d", cell->running));
  spil_chart_table_take (out, spil_load_has_hours (cell) ? spil_chart_number (cell->hours) : NULL);
  spil_chart_table_put (out, cell->high ? C_ ("chart", "above the norm") : "");
}

SpilChartTable *
spil_load_table (gconstpointer data)
{
  const SpilLoadChart *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Owner"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Period"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Activities"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Hours a week"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Load"), FALSE);
  for (int at = 0; at < (int) self->owners->len; at++)
    for (int period = 0; period < (int) self->periods->len; period++) {
      const SpilLoadOwner *owner = spil_load_owner (self, at);

      if (owner->cells[period].running > 0)
        add_row (out, owner, spil_load_period (self, period), &owner->cells[period]);
    }
  return out;
}

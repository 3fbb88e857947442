// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The burn-down in words and as a table. */
#include <glib/gi18n-lib.h>

#include "spil-burn-down-private.h"
#include "spil-money.h"

const SpilBurnPoint *
spil_burn_down_point (const SpilBurnDown *self, guint at)
{
  return &g_array_index (self->points, SpilBurnPoint, at);
}

const SpilBurnPoint *
spil_burn_down_now (const SpilBurnDown *self)
{
  const SpilBurnPoint *now = NULL;

  for (guint i = 0; i < self->points->len; i++)
    if (spil_burn_down_point (self, i)->has_actual)
      now = spil_burn_down_point (self, i);
  return now;
}

char *
spil_burn_down_point_text (const SpilBurnDown *self, const SpilBurnPoint *point)
{
  const int64_t free = self->total - point->actual - point->open;
  g_autofree char *spent = spil_money_chart_text (point->actual);
  g_autofree char *open = spil_money_chart_text (point->open);
  g_autofree char *left = spil_money_chart_text (ABS (free));

  return free < 0 ? g_strdup_printf (_ ("%s spent, %s committed, %s over budget"), spent, open, left)
                  : g_strdup_printf (_ ("%s spent, %s committed, %s free"), spent, open, left);
}

char *
spil_burn_down_expected_text (const SpilBurnDown *self)
{
  const int64_t most = self->total - MIN (self->low, self->high);
  const int64_t least = self->total - MAX (self->low, self->high);
  g_autofree char *from = spil_money_chart_text (least < 0 && most < 0 ? -most : ABS (least));
  g_autofree char *until = spil_money_chart_text (least < 0 && most < 0 ? -least : ABS (most));

  if (least < 0 && most < 0)
    return least == most ? g_strdup_printf (_ ("%s short"), from)
                         : g_strdup_printf (_ ("%s to %s short"), from, until);
  if (least < 0)
    // Translators: between a shortage and an amount left: "€ 5.000 short to € 12.000 left".
    return g_strdup_printf (_ ("%s short to %s left"), from, until);
  return least == most ? g_strdup_printf (_ ("%s left"), from)
                       : g_strdup_printf (_ ("%s to %s left"), from, until);
}

/* The share of the time that is gone on the evening of the day. */
static char *
elapsed_text (const SpilBurnDown *self, SpilDay day)
{
  const int64_t gone = CLAMP (spil_day_between (self->first, day) + 1, 0,
                              spil_day_between (self->first, self->last) + 1);

  return spil_money_chart_share (gone, spil_day_between (self->first, self->last) + 1);
}

static void
say_now (const SpilBurnDown *self, GString *text, const SpilBurnPoint *now)
{
  g_autofree char *day = spil_day_format (now->day);
  g_autofree char *used = spil_money_chart_share (now->actual + now->open, self->total);
  g_autofree char *elapsed = elapsed_text (self, now->day);
  g_autofree char *state = spil_burn_down_point_text (self, now);

  g_string_append (text, ". ");
  if (used != NULL)
    g_string_append_printf (text, _ ("On %s %s is used and %s of the time has passed: %s"), day, used,
                            elapsed, state);
  else
    g_string_append_printf (text, _ ("On %s: %s"), day, state);
}

char *
spil_burn_down_summary (gconstpointer data)
{
  const SpilBurnDown *self = data;
  const SpilBurnPoint *now = spil_burn_down_now (self);
  g_autofree char *total = spil_money_chart_text (self->total);
  GString *text = g_string_new (NULL);

  if (self->subject != NULL)
    g_string_append_printf (text, _ ("Budget of %s: %s"), self->subject, total);
  else
    g_string_append_printf (text, _ ("Budget of %s"), total);
  if (now != NULL)
    say_now (self, text, now);
  if (self->has_expected) {
    g_autofree char *expected = spil_burn_down_expected_text (self);

    g_string_append_printf (text, _ ("; expected at the end %s"), expected);
  }
  if (self->has_pace) {
    const int64_t left = self->total - self->pace;
    g_autofree char *amount = spil_money_chart_text (ABS (left));

    g_string_append_printf (
        text, left < 0 ? _ ("; at the pace of until now %s short") : _ ("; at the pace of until now %s left"),
        amount);
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
add_row (const SpilBurnDown *self, SpilChartTable *table, const SpilBurnPoint *point)
{
  const int64_t left = self->total - point->actual;

  spil_chart_table_add_row (table);
  spil_chart_table_take (table, spil_day_format (point->day));
  spil_chart_table_take (table, point->has_plan ? spil_money_format (point->plan, SPIL_MONEY_BRIEF) : NULL);
  if (!point->has_actual)
    return;
  spil_chart_table_take (table, spil_money_format (point->actual, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, spil_money_format (point->open, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, spil_money_format (left, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, spil_money_format (left - point->open, SPIL_MONEY_BRIEF));
}

/* A row of what is expected in the end: only spent and what is left then. */
static void
add_end (const SpilBurnDown *self, SpilChartTable *table, const char *name, int64_t spent)
{
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, name);
  spil_chart_table_take (table, NULL);
  spil_chart_table_take (table, spil_money_format (spent, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, NULL);
  spil_chart_table_take (table, spil_money_format (self->total - spent, SPIL_MONEY_BRIEF));
}

SpilChartTable *
spil_burn_down_table (gconstpointer data)
{
  const SpilBurnDown *self = data;
  SpilChartTable *table = spil_chart_table_new ();

  spil_chart_table_add_column (table, C_ ("chart", "Up to and including"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Spent by plan"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Spent"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Committed"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Remaining"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Free"), TRUE);
  for (guint i = 0; i < self->points->len; i++)
    add_row (self, table, spil_burn_down_point (self, i));
  if (self->has_expected) {
    add_end (self, table, C_ ("chart", "End, at least"), MIN (self->low, self->high));
    add_end (self, table, C_ ("chart", "End, at most"), MAX (self->low, self->high));
  }
  if (self->has_pace)
    add_end (self, table, C_ ("chart", "End, at this pace"), self->pace);
  return table;
}

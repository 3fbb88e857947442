// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-baseline-words.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"

char *
spil_baseline_dup_days (int slip)
{
  if (slip == 0)
    return g_strdup (C_ ("baseline", "no difference"));
  if (slip > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later", "%d days later", (gulong) slip),
                            slip);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day earlier", "%d days earlier", (gulong) -slip),
                          -slip);
}

static char *
dup_end (const SpilPlanBaselineFigures *baseline)
{
  g_autofree char *day = spil_day_format (baseline->last);

  /* Translators: %s is a day, "31-12-2019". */
  return spil_day_is_known (baseline->last) ? g_strdup_printf (_ ("ends on %s"), day) : NULL;
}

char *
spil_baseline_dup_facts (const SpilPlanBaselineFigures *baseline)
{
  g_autofree char *date = spil_day_format_long (baseline->date);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d activity", "%d activities", (gulong) baseline->n_tasks),
      baseline->n_tasks);
  g_autofree char *end = dup_end (baseline);
  g_autofree char *cost = spil_baseline_dup_amount (baseline->cost_known, baseline->cost);
  /* Translators: %s is the name of a report. */
  g_autofree char *report = baseline->report != NULL ? g_strdup_printf (_ ("with %s"), baseline->report)
                                                     : NULL;
  g_autofree char *facts = spil_join_facts (date, count, end != NULL ? end : "", cost != NULL ? cost : "",
                                            report != NULL ? report : "", NULL);

  return baseline->notes != NULL ? g_strdup_printf ("%s\n%s", facts, baseline->notes)
                                 : g_steal_pointer (&facts);
}

char *
spil_baseline_dup_end_slip (const SpilPlanBaselineFigures *baseline, const SpilPlan *plan)
{
  g_autofree char *days = NULL;
  int slip;

  if (!spil_day_is_known (baseline->last) || !spil_day_is_known (plan->last))
    return NULL;
  slip = spil_day_between (baseline->last, plan->last);
  days = spil_baseline_dup_days (slip);
  /* Translators: how much later the planning ends: "end 12 days later". */
  return slip != 0 ? g_strdup_printf (_ ("end %s"), days) : g_strdup (_ ("end the same"));
}

char *
spil_baseline_dup_span (SpilDay start, SpilDay end)
{
  g_autofree char *from = spil_day_format (start);
  g_autofree char *to = spil_day_format (end);

  if (!spil_day_is_known (start) && !spil_day_is_known (end))
    return g_strdup (_ ("yet to be planned"));
  if (!spil_day_is_known (start) || !spil_day_is_known (end) || spil_day_compare (start, end) == 0)
    return g_strdup (spil_day_is_known (end) ? to : from);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
spil_difference_dup_slip (const SpilPlanDifference *row)
{
  if (row->since == SPIL_PLAN_SINCE_ADDED)
    return g_strdup (C_ ("baseline", "new"));
  if (row->since == SPIL_PLAN_SINCE_GONE)
    return g_strdup (C_ ("baseline", "gone"));
  return row->slip_known ? spil_baseline_dup_days (row->slip) : NULL;
}

char *
spil_baseline_dup_amount (gboolean known, SpilMoney money)
{
  return known ? spil_money_format (money.cents, SPIL_MONEY_BRIEF) : NULL;
}

char *
spil_baseline_dup_more (gboolean known, SpilMoney more)
{
  g_autofree char *amount = spil_money_format (ABS (more.cents), SPIL_MONEY_BRIEF);

  if (!known)
    return NULL;
  if (more.cents == 0)
    return g_strdup (C_ ("baseline", "no difference"));
  /* Translators: %s is an amount. */
  return g_strdup_printf (more.cents > 0 ? C_ ("cost", "%s more") : C_ ("cost", "%s less"), amount);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cascade-words.h"

#include <glib/gi18n-lib.h>

SpilCascadeCount
spil_cascade_count (GArray *rows)
{
  SpilCascadeCount count = { 0 };

  for (guint i = 0; i < rows->len; i++) {
    const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, i);
    gboolean blocked = row->note == SPIL_CASCADE_BLOCKED_FIXED || row->note == SPIL_CASCADE_BLOCKED_DONE;

    count.n_blocked += blocked;
    count.n_past += row->note == SPIL_CASCADE_PAST_DEADLINE;
    count.n_asked += !blocked && row->because < 0;
    count.n_moved += !blocked && row->because >= 0;
  }
  return count;
}

char *
spil_cascade_dup_title (const SpilCascadeCount *count, gboolean mend)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  int n_moved = count->n_moved + (mend ? count->n_asked : 0);

  if (mend && n_moved > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d activity moves",
                                                          "%d activities move", (gulong) n_moved),
                                             n_moved));
  else if (n_moved > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d activity moves along",
                                                          "%d activities move along", (gulong) n_moved),
                                             n_moved));
  if (count->n_blocked > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d activity cannot move",
                                                   "%d activities cannot move", (gulong) count->n_blocked),
                                      count->n_blocked));
  if (count->n_past > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d comes past its deadline",
                                                   "%d come past their deadline", (gulong) count->n_past),
                                      count->n_past));
  return parts->len > 0 ? g_strjoinv (" · ", (char **) parts->pdata) : g_strdup (_ ("Nothing has to move"));
}

static const char *
name_of (const SpilPlan *plan, int task)
{
  const SpilPlanTaskRow *row = spil_plan_get_task (plan, task);

  return row != NULL ? row->name : "";
}

/* "01-10-2018 to 12-10-2018", or what is known of it. */
static char *
dup_span (SpilDay start, SpilDay end)
{
  g_autofree char *from = spil_day_format (start);
  g_autofree char *to = spil_day_format (end);

  if (!spil_day_is_known (start) && !spil_day_is_known (end))
    return g_strdup (_ ("yet to be planned"));
  if (!spil_day_is_known (start) || !spil_day_is_known (end) || spil_day_compare (start, end) == 0)
    return g_strdup (spil_day_is_known (end) ? to : from);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
dup_change (const SpilCascadeRow *row)
{
  g_autofree char *before = dup_span (row->old_start, row->old_end);
  g_autofree char *after = dup_span (row->start, row->end);

  /* Translators: the days of an activity, before and after: "01-10-2018 to 12-10-2018 becomes 08-10-2018 to 19-10-2018". */
  return g_strdup_printf (_ ("%s becomes %s"), before, after);
}

char *
spil_cascade_dup_asked (const SpilPlan *plan, GArray *rows)
{
  SpilCascadeCount count = spil_cascade_count (rows);

  if (count.n_asked > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You move %d activity", "You move %d activities",
                                         (gulong) count.n_asked),
                            count.n_asked);
  for (guint i = 0; i < rows->len; i++) {
    const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, i);
    g_autofree char *change = row->because < 0 ? dup_change (row) : NULL;

    if (change != NULL)
      /* Translators: the name of an activity and how its dates change. */
      return g_strdup_printf (_ ("“%s”: %s"), name_of (plan, row->task), change);
  }
  return NULL;
}

static char *
dup_because (const SpilPlan *plan, const SpilCascadeRow *row)
{
  /* Translators: %s is an activity that has to come first. */
  return row->because >= 0 ? g_strdup_printf (_ ("after “%s”"), name_of (plan, row->because)) : NULL;
}

char *
spil_cascade_dup_dates (const SpilPlan *plan, const SpilCascadeRow *row)
{
  g_autofree char *because = dup_because (plan, row);
  g_autofree char *span = NULL;

  switch (row->note) {
  case SPIL_CASCADE_BLOCKED_FIXED:
    span = dup_span (row->old_start, row->old_end);
    return g_strdup_printf (_ ("Cannot move, its dates are fixed: %s"), span);
  case SPIL_CASCADE_BLOCKED_DONE:
    span = dup_span (row->old_start, row->old_end);
    return g_strdup_printf (_ ("Does not move, it is done: %s"), span);
  default:
    span = dup_change (row);
  }
  return because != NULL ? g_strdup_printf ("%s · %s", span, because) : g_steal_pointer (&span);
}

/* Working days from one day to another; negative: earlier. */
static int
count_shift (const SpilPlan *plan, SpilDay from, SpilDay to)
{
  if (spil_day_compare (to, from) >= 0)
    return spil_work_calendar_count (plan->calendar, spil_day_add (from, 1), to);
  return -spil_work_calendar_count (plan->calendar, spil_day_add (to, 1), from);
}

char *
spil_cascade_dup_shift (const SpilPlan *plan, const SpilCascadeRow *row)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, row->task);
  gboolean by_end = spil_day_is_known (row->old_end) && spil_day_is_known (row->end);
  SpilDay from = by_end ? row->old_end : row->old_start;
  SpilDay to = by_end ? row->end : row->start;
  int days;

  if (row->note == SPIL_CASCADE_BLOCKED_DONE || row->note == SPIL_CASCADE_BLOCKED_FIXED)
    return NULL;
  if (row->note == SPIL_CASCADE_PAST_DEADLINE && task != NULL && spil_day_is_known (task->task.deadline) &&
      spil_day_is_known (row->end)) {
    int past = spil_day_between (task->task.deadline, row->end);

    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day past the deadline", "%d days past the deadline", (gulong) past),
        past);
  }
  if (!spil_day_is_known (from) || !spil_day_is_known (to))
    return NULL;
  days = count_shift (plan, from, to);
  if (days < 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d working day earlier", "%d working days earlier", (gulong) -days),
        -days);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d working day later", "%d working days later", (gulong) days), days);
}

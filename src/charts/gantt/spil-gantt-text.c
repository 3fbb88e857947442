// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A row of the Gantt chart in words: for tooltips and screen readers. */
#include "spil-gantt-private.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-axis.h"

const char *
spil_gantt_row_name (const SpilGanttRow *row)
{
  return row->name != NULL ? row->name : row->label;
}

const char *
spil_gantt_row_note (const SpilGanttRow *row)
{
  return row->note != NULL && *row->note != '\0' ? row->note : _ ("yet to be planned");
}

static char *
day_text (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format (day) : g_strdup (C_ ("chart", "not stated"));
}

static char *
dates_text (const SpilGanttRow *row)
{
  g_autofree char *start = day_text (row->start);
  g_autofree char *finish = day_text (row->finish);

  switch (spil_gantt_row_shape (row)) {
  case SPIL_GANTT_NO_DATES:
    return g_strdup (spil_gantt_row_note (row));
  case SPIL_GANTT_MOMENT:
    return g_strdup_printf (_ ("milestone on %s"), spil_day_is_known (row->finish) ? finish : start);
  case SPIL_GANTT_ONLY_START:
    return g_strdup_printf (_ ("from %s, end not stated"), start);
  case SPIL_GANTT_ONLY_FINISH:
    return g_strdup_printf (_ ("until %s, start not stated"), finish);
  case SPIL_GANTT_BOTH:
  default:
    return g_strdup_printf (_ ("from %s until %s"), start, finish);
  }
}

gboolean
spil_gantt_row_is_late (const SpilGanttRow *row)
{
  return spil_day_is_known (row->deadline) && spil_day_is_known (row->finish) &&
         spil_day_compare (row->finish, row->deadline) > 0;
}

/* How it goes with the words of whoever judged it, or NULL. */
static char *
light_text (const SpilGanttRow *row)
{
  static const char *const lights[] = { NULL, N_ ("light green"), N_ ("light amber"), N_ ("light red") };

  if (row->light <= SPIL_GANTT_LIGHT_NONE || row->light > SPIL_GANTT_LIGHT_RED)
    return NULL;
  if (row->headline != NULL && *row->headline != '\0')
    return g_strdup_printf ("%s (%s)", _ (lights[row->light]), row->headline);
  return g_strdup (_ (lights[row->light]));
}

/* Days outside of the calendar count as its first and last one. */
static int
held_between (SpilDay from, SpilDay to)
{
  return spil_day_between (spil_chart_hold_day (from), spil_chart_hold_day (to));
}

/* How many days later than recorded it ends, or starts when its end is not known. FALSE: not known. */
static gboolean
find_slip (const SpilGanttRow *row, int *days)
{
  if (spil_day_is_known (row->baseline_finish) && spil_day_is_known (row->finish))
    *days = held_between (row->baseline_finish, row->finish);
  else if (spil_day_is_known (row->baseline_start) && spil_day_is_known (row->start))
    *days = held_between (row->baseline_start, row->start);
  else
    return FALSE;
  return TRUE;
}

char *
spil_gantt_row_slip (const SpilGanttRow *row)
{
  int days;

  if (!find_slip (row, &days))
    return NULL;
  if (days == 0)
    return g_strdup (_ ("as in the recorded planning"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later than in the recorded planning",
                                         "%d days later than in the recorded planning", (gulong) days),
                            days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day earlier than in the recorded planning",
                                       "%d days earlier than in the recorded planning", (gulong) -days),
                          -days);
}

/* With the days of a constraint filled in, or NULL when the day is not known. */
static char *
limit_text (SpilDay day, const char *format)
{
  g_autofree char *text = spil_day_format (day);

  return spil_day_is_known (day) ? g_strdup_printf (format, text) : NULL;
}

/* Takes @part, which may be NULL. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

static char *
done_text (const SpilGanttRow *row)
{
  g_autofree char *done = row->progress >= 0 ? spil_chart_percent (row->progress) : NULL;

  return done != NULL ? g_strdup_printf (_ ("%s done"), done) : NULL;
}

static void
add_schedule (GPtrArray *parts, const SpilGanttRow *row)
{
  gboolean missed = spil_gantt_row_is_late (row);

  add_part (parts, spil_gantt_row_slip (row));
  if (row->critical)
    add_part (parts, g_strdup (_ ("on the critical path")));
  if (!row->critical && spil_day_is_known (row->float_end))
    add_part (parts, limit_text (row->float_end, _ ("may end as late as %s")));
  add_part (parts, limit_text (row->deadline, missed ? _ ("past its deadline of %s") : _ ("deadline %s")));
  add_part (parts, limit_text (row->not_before, _ ("not before %s")));
  if (row->fixed)
    add_part (parts, g_strdup (_ ("fixed")));
  if (row->late && !missed)
    add_part (parts, g_strdup (_ ("behind schedule")));
}

static char *
row_description (const SpilGanttRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row->heading)
    add_part (parts, g_strdup (_ ("heading")));
  else
    add_part (parts, dates_text (row));
  add_part (parts, done_text (row));
  if (row->owner != NULL && *row->owner != '\0')
    add_part (parts, g_strdup (row->owner));
  add_schedule (parts, row);
  add_part (parts, light_text (row));
  if (row->collapsed)
    add_part (parts, g_strdup (_ ("what is under it is hidden")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

const char *
spil_gantt_get_description (const SpilGantt *self, int index)
{
  gpointer *kept = &g_ptr_array_index (self->descriptions, index);

  if (*kept == NULL) {
    g_autofree char *text = row_description (spil_gantt_row (self, index));

    *kept = spil_gantt_is_early (self, index)
                ? g_strjoin ("; ", text, _ ("earlier than what it depends on allows"), NULL)
                : g_steal_pointer (&text);
  }
  return *kept;
}

static void
add_state (GPtrArray *parts, gboolean is, const char *word)
{
  if (is)
    g_ptr_array_add (parts, g_strdup (word));
}

char *
spil_gantt_row_state (const SpilGanttRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_state (parts, row->heading, _ ("heading"));
  add_state (parts, !row->heading && spil_gantt_row_shape (row) == SPIL_GANTT_NO_DATES,
             spil_gantt_row_note (row));
  add_state (parts, row->milestone, C_ ("chart", "milestone"));
  add_state (parts, row->summary, C_ ("chart", "summary"));
  add_state (parts, row->critical, C_ ("chart", "critical"));
  add_state (parts, spil_gantt_row_is_late (row), C_ ("chart", "too late"));
  add_state (parts, row->late && !spil_gantt_row_is_late (row), _ ("behind schedule"));
  add_state (parts, row->fixed, _ ("fixed"));
  add_part (parts, light_text (row));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

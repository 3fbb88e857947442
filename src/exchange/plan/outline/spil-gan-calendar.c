// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-gan-private.h"
#include "spil-text.h"
#include "spil-work-calendar.h"

#define NAME_CHARS 200
/* A planning that spans more years does not get its yearly days. */
#define MAX_YEARS 100

static const char *const week_days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static gboolean
take_week (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;

  gan->calendar->week_stated = TRUE;
  for (int i = 0; i < 7; i++)
    gan->calendar->week[i] = spil_outline_boolean (self, week_days[i]) != 1;
  return spil_outline_close (self, error);
}

/* Weekends may be worked and only shown as weekends. */
static gboolean
take_only_show (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;

  if (spil_outline_boolean (self, "value") == 1) {
    gan->calendar->week_stated = TRUE;
    for (int i = 0; i < 7; i++)
      gan->calendar->week[i] = TRUE;
  }
  return spil_outline_close (self, error);
}

static gboolean
take_day_types (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "day-type", NULL, NULL },
    { "default-week", " id name mon tue wed thu fri sat sun ", take_week },
    { "only-show-weekends", " value ", take_only_show },
    { "overriden-day-types", NULL, NULL },
    { "calendar", NULL, NULL },
    { "days", NULL, NULL },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

/* A day of one year, or, without a year, of every year. */
static gboolean
take_date (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;
  const int year = (int) spil_outline_number (self, "year", 1, 9999, 0);
  const int month = (int) spil_outline_number (self, "month", 1, 12, 0);
  const int day = (int) spil_outline_number (self, "date", 1, 31, 0);
  g_autofree char *type = spil_outline_dup (self, "type");
  const gboolean worked = g_strcmp0 (type, "WORKING_DAY") == 0;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (!spil_outline_take_text (self, &text, error))
    return FALSE;
  name = text[0] != '\0' ? spil_text_one_line (text, NAME_CHARS) : NULL;
  if (month == 0 || day == 0 || g_strcmp0 (type, "NEUTRAL") == 0)
    return TRUE;
  if (year == 0) {
    SpilGanYearly yearly = { month, day, worked, g_steal_pointer (&name) };

    g_array_append_val (gan->yearly, yearly);
  } else {
    const SpilDay known = spil_day_from_ymd (year, month, day);

    if (spil_day_is_known (known))
      spil_plan_file_calendar_add (gan->calendar, known, known, worked, name);
  }
  return TRUE;
}

gboolean
spil_gan_take_calendars (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "day-types", NULL, take_day_types },
    { "date", " year month date type color ", take_date },
    { NULL, NULL, NULL },
  };
  g_autofree char *base = spil_outline_dup (self, "base-id");

  if (g_strcmp0 (base, "none") != 0)
    spil_outline_note (self, "calendars", "base-id", base,
                       _ ("Only the days that stand in the file itself are taken from the calendar."));
  return spil_outline_take (self, elements, data, error);
}

/* Settling */

/* The years in which there is anything. FALSE: nothing is dated. */
static gboolean
find_years (const SpilPlanFile *plan, int *first, int *last)
{
  *first = G_MAXINT;
  *last = G_MININT;
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanFileTask *task = plan->tasks->pdata[i];
    int year;

    if (!spil_day_is_known (task->start))
      continue;
    spil_day_to_ymd (task->start, &year, NULL, NULL);
    *first = MIN (*first, year);
    *last = MAX (*last, year);
  }
  return *first <= *last;
}

static void
add_yearly (SpilGan *gan, const SpilPlanFile *plan)
{
  int first, last;

  if (!find_years (plan, &first, &last))
    return;
  /* Work that begins in the last year may go on in the next. */
  last = MIN (last + 1, first + MAX_YEARS);
  for (guint i = 0; i < gan->yearly->len; i++) {
    const SpilGanYearly *yearly = &g_array_index (gan->yearly, SpilGanYearly, i);

    for (int year = first; year <= last; year++) {
      const SpilDay day = spil_day_from_ymd (year, yearly->month, yearly->day);

      if (spil_day_is_known (day))
        spil_plan_file_calendar_add (gan->calendar, day, day, yearly->worked, yearly->name);
    }
  }
}

/* The calendar of the file: its own days, and no holidays that it does not name. */
static SpilWorkCalendar *
make_calendar (const SpilPlanFileCalendar *calendar)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SpilWorkException));
  SpilWorkWeek week = { .without_holidays = TRUE };

  for (int i = 0; i < 7; i++)
    if (calendar->week_stated ? calendar->week[i] : i < 5)
      week.weekdays |= (guint8) (1 << i);
  for (guint i = 0; i < calendar->exceptions->len; i++) {
    const SpilPlanFileException *exception = &g_array_index (calendar->exceptions, SpilPlanFileException, i);
    SpilWorkException day = { exception->first, exception->last, exception->worked, exception->name };

    g_array_append_val (all, day);
  }
  return spil_work_calendar_new (&week, (const SpilWorkException *) all->data, all->len);
}

static void
settle_previous (SpilGan *gan, const SpilPlanFile *plan, const SpilWorkCalendar *calendar)
{
  g_autoptr (GHashTable) tasks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->tasks->len; i++)
    g_hash_table_insert (tasks, ((SpilPlanFileTask *) plan->tasks->pdata[i])->uid, plan->tasks->pdata[i]);
  for (guint i = 0; i < gan->previous->len; i++) {
    const SpilGanPrevious *previous = &g_array_index (gan->previous, SpilGanPrevious, i);
    SpilPlanFileTask *task = g_hash_table_lookup (tasks, previous->uid);
    SpilPlanFileBase *base = task != NULL ? spil_plan_file_task_base (task, previous->number) : NULL;

    if (base == NULL)
      continue;
    base->start = previous->start;
    base->finish = spil_work_calendar_end_of (calendar, previous->start, previous->length);
  }
}

void
spil_gan_settle (SpilOutline *self)
{
  SpilGan *gan = self->form;
  SpilPlanFile *plan = self->plan;
  g_autoptr (SpilWorkCalendar) calendar = NULL;

  add_yearly (gan, plan);
  calendar = make_calendar (gan->calendar);
  for (guint i = 0; i < plan->tasks->len; i++) {
    SpilPlanFileTask *task = plan->tasks->pdata[i];

    if (task->follows || !spil_day_is_known (task->start))
      continue;
    task->finish = task->duration >= 0
                       ? spil_work_calendar_end_of (calendar, task->start, (int) task->duration)
                       : SPIL_DAY_NONE;
  }
  settle_previous (gan, plan, calendar);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-planner-private.h"

/* The kinds of day that every file has; others are own kinds, on which is worked in some hours. */
#define DAY_FREE "1"
#define DAY_AS_BASE "2"

static const char *const week_days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static SpilPlanFileCalendar *
get_open (SpilPlanner *planner)
{
  return g_ptr_array_index (planner->calendars, planner->calendars->len - 1);
}

static gboolean
take_week (SpilOutline *self, gpointer data, GError **error)
{
  SpilPlanFileCalendar *calendar = get_open (self->form);

  for (int i = 0; i < 7; i++) {
    const char *kind = spil_xml_attribute (self->xml, week_days[i]);

    if (kind == NULL || strcmp (kind, DAY_AS_BASE) == 0)
      continue;
    if (!calendar->week_stated)
      for (int k = 0; k < 7; k++)
        calendar->week[k] = k < 5;
    calendar->week_stated = TRUE;
    calendar->week[i] = strcmp (kind, DAY_FREE) != 0;
  }
  return spil_outline_close (self, error);
}

static gboolean
take_day (SpilOutline *self, gpointer data, GError **error)
{
  const SpilDay day = spil_outline_day (self, "date", NULL);
  const char *kind = spil_xml_attribute (self->xml, "id");

  if (spil_day_is_known (day) && kind != NULL && strcmp (kind, DAY_AS_BASE) != 0)
    spil_plan_file_calendar_add (get_open (self->form), day, day, strcmp (kind, DAY_FREE) != 0, NULL);
  return spil_outline_close (self, error);
}

static gboolean
take_days (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "day", " date type id ", take_day },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

/* A calendar in a calendar is made from the one around it. */
static gboolean
take_calendar (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "default-week", " mon tue wed thu fri sat sun ", take_week },
    { "overridden-day-types", NULL, NULL },
    { "days", NULL, take_days },
    { "calendar", " id name ", take_calendar },
    { NULL, NULL, NULL },
  };
  SpilPlanner *planner = self->form;
  SpilPlanFileCalendar *base = planner->calendars->len > 0 ? get_open (planner) : NULL;
  SpilPlanFileCalendar *calendar = spil_plan_file_add_calendar (self->plan);

  calendar->uid = spil_outline_dup (self, "id");
  calendar->name = spil_outline_dup (self, "name");
  calendar->base_uid = base != NULL ? g_strdup (base->uid) : NULL;
  if (calendar->uid == NULL)
    calendar->uid = g_strdup ("");
  g_ptr_array_add (planner->calendars, calendar);
  if (!spil_outline_take (self, elements, data, error))
    return FALSE;
  g_ptr_array_set_size (planner->calendars, (int) planner->calendars->len - 1);
  return TRUE;
}

gboolean
spil_planner_take_calendars (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "day-types", NULL, NULL },
    { "calendar", " id name ", take_calendar },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

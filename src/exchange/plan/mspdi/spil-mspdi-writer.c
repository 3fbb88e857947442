// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mspdi-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-mspdi.h"

#define CHUNK_BYTES (64 * 1024)
#define TASKS_A_LOOK 256

#define START_MINUTE (8 * 60)
#define FINISH_MINUTE (17 * 60)
#define LAST_MINUTE (23 * 60 + 59)
#define DAYS_A_MONTH 20
/* The version whose elements are written: tasks that are planned by hand. */
#define SAVE_VERSION 14
#define FIXED_DURATION 1
#define WORK 1
#define BASE_CALENDAR "-1"

/* Elements */

void
spil_mspdi_open (SpilMspdiWriting *self, const char *name)
{
  g_string_append_printf (self->text, "<%s>", name);
}

void
spil_mspdi_close (SpilMspdiWriting *self, const char *name)
{
  g_string_append_printf (self->text, "</%s>\n", name);
}

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         c >= 0x10000;
}

static void
append_char (GString *text, gunichar c)
{
  switch (c) {
  case '&':
    g_string_append (text, "&amp;");
    break;
  case '<':
    g_string_append (text, "&lt;");
    break;
  case '>':
    g_string_append (text, "&gt;");
    break;
  case '\r':
    g_string_append (text, "&#13;");
    break;
  default:
    g_string_append_unichar (text, c);
    break;
  }
}

void
spil_mspdi_text (SpilMspdiWriting *self, const char *name, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  if (valid == NULL)
    return;
  spil_mspdi_open (self, name);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (is_xml_char (c))
      append_char (self->text, c);
    else
      spil_plan_file_lose (self->lost, name, valid,
                           _ ("A character that such a file cannot hold is left out."));
  }
  spil_mspdi_close (self, name);
}

void
spil_mspdi_integer (SpilMspdiWriting *self, const char *name, int64_t value)
{
  g_string_append_printf (self->text, "<%s>%" G_GINT64_FORMAT "</%s>\n", name, value, name);
}

static void
format_number (SpilMspdiWriting *self, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.6f", value);
  g_string_append_printf (self->text, "<%s>%s</%s>\n", name, digits, name);
}

void
spil_mspdi_date (SpilMspdiWriting *self, const char *name, SpilDay day, int minute)
{
  g_autofree char *iso = spil_day_is_known (day) ? spil_day_to_iso (day) : NULL;

  if (iso != NULL)
    g_string_append_printf (self->text, "<%s>%sT%02d:%02d:00</%s>\n", name, iso, minute / 60, minute % 60,
                            name);
}

void
spil_mspdi_duration (SpilMspdiWriting *self, const char *name, double days)
{
  const int64_t minutes = llround (days * self->plan->day_minutes);

  g_string_append_printf (self->text, "<%s>PT%" G_GINT64_FORMAT "H%" G_GINT64_FORMAT "M0S</%s>\n", name,
                          minutes / 60, minutes % 60, name);
}

static gboolean
flush (SpilMspdiWriting *self, gsize least, GError **error)
{
  if (self->text->len < least)
    return TRUE;
  if (!spil_atomic_file_write (self->file, self->text->str, self->text->len, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/* The project */

static void
write_head (SpilMspdiWriting *self)
{
  const SpilPlanFile *plan = self->plan;
  g_autofree char *guid = plan->guid != NULL ? g_ascii_strup (plan->guid, -1) : NULL;

  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                               "<Project xmlns=\"" SPIL_MSPDI_SPACE "\">\n");
  spil_mspdi_integer (self, "SaveVersion", SAVE_VERSION);
  spil_mspdi_text (self, "UID", guid);
  spil_mspdi_text (self, "Name", plan->title);
  spil_mspdi_text (self, "Title", plan->title);
  spil_mspdi_date (self, "CreationDate", plan->saved, START_MINUTE);
  spil_mspdi_date (self, "LastSaved", plan->saved, START_MINUTE);
  spil_mspdi_integer (self, "ScheduleFromStart", 1);
  spil_mspdi_date (self, "StartDate", plan->start, START_MINUTE);
  spil_mspdi_integer (self, "CurrencyDigits", 2);
  spil_mspdi_text (self, "CurrencySymbol", "€");
  spil_mspdi_text (self, "CurrencyCode", plan->currency);
  spil_mspdi_text (self, "CalendarUID", plan->calendar_uid);
  spil_mspdi_text (self, "DefaultStartTime", "08:00:00");
  spil_mspdi_text (self, "DefaultFinishTime", "17:00:00");
  spil_mspdi_integer (self, "MinutesPerDay", plan->day_minutes);
  spil_mspdi_integer (self, "MinutesPerWeek", plan->week_minutes);
  spil_mspdi_integer (self, "DaysPerMonth", DAYS_A_MONTH);
  spil_mspdi_integer (self, "DefaultTaskType", FIXED_DURATION);
  spil_mspdi_integer (self, "DurationFormat", SPIL_MSPDI_FORMAT_DAYS);
  spil_mspdi_integer (self, "HonorConstraints", 1);
  spil_mspdi_integer (self, "NewTasksEffortDriven", 0);
  spil_mspdi_integer (self, "NewTasksEstimated", 0);
  spil_mspdi_integer (self, "WeekStartDay", 1);
  spil_mspdi_integer (self, "NewTasksAreManual", 1);
}

/* A baseline has no name or day in this form; they stand in custom texts of the project as a whole. */
static void
write_custom_fields (SpilMspdiWriting *self)
{
  gboolean any = FALSE;

  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++) {
    g_autofree char *field = g_strdup_printf ("Text%d", 20 + i);
    g_autofree char *alias = g_strdup_printf (_ ("Baseline %d"), i);

    if (!self->plan->baselines[i].used || self->plan->baselines[i].name == NULL)
      continue;
    if (!any)
      spil_mspdi_open (self, "ExtendedAttributes");
    any = TRUE;
    spil_mspdi_open (self, "ExtendedAttribute");
    spil_mspdi_integer (self, "FieldID", SPIL_MSPDI_BASELINE_FIELD + i);
    spil_mspdi_text (self, "FieldName", field);
    spil_mspdi_text (self, "Alias", alias);
    spil_mspdi_close (self, "ExtendedAttribute");
  }
  if (any)
    spil_mspdi_close (self, "ExtendedAttributes");
}

/* Calendars */

static void
write_hours (SpilMspdiWriting *self)
{
  spil_mspdi_open (self, "WorkingTimes");
  g_string_append (self->text,
                   "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>\n"
                   "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>\n");
  spil_mspdi_close (self, "WorkingTimes");
}

static void
write_exception (SpilMspdiWriting *self, const SpilPlanFileException *exception)
{
  spil_mspdi_open (self, "Exception");
  spil_mspdi_integer (self, "EnteredByOccurrences", 0);
  spil_mspdi_open (self, "TimePeriod");
  spil_mspdi_date (self, "FromDate", exception->first, 0);
  spil_mspdi_date (self, "ToDate", exception->last, LAST_MINUTE);
  spil_mspdi_close (self, "TimePeriod");
  spil_mspdi_integer (self, "Occurrences", spil_day_between (exception->first, exception->last) + 1);
  spil_mspdi_text (self, "Name", exception->name);
  spil_mspdi_integer (self, "Type", 1);
  spil_mspdi_integer (self, "DayWorking", exception->worked);
  if (exception->worked)
    write_hours (self);
  spil_mspdi_close (self, "Exception");
}

static void
write_calendar (SpilMspdiWriting *self, const SpilPlanFileCalendar *calendar)
{
  spil_mspdi_open (self, "Calendar");
  spil_mspdi_text (self, "UID", calendar->uid);
  spil_mspdi_text (self, "Name", calendar->name);
  spil_mspdi_integer (self, "IsBaseCalendar", 1);
  spil_mspdi_text (self, "BaseCalendarUID", BASE_CALENDAR);
  spil_mspdi_open (self, "WeekDays");
  for (int i = 0; i < 7; i++) {
    const gboolean worked = calendar->week[(i + 6) % 7]; /* Sunday first */

    spil_mspdi_open (self, "WeekDay");
    spil_mspdi_integer (self, "DayType", i + 1);
    spil_mspdi_integer (self, "DayWorking", worked);
    if (worked)
      write_hours (self);
    spil_mspdi_close (self, "WeekDay");
  }
  spil_mspdi_close (self, "WeekDays");
  if (calendar->exceptions->len > 0)
    spil_mspdi_open (self, "Exceptions");
  for (guint i = 0; i < calendar->exceptions->len; i++)
    write_exception (self, &g_array_index (calendar->exceptions, SpilPlanFileException, i));
  if (calendar->exceptions->len > 0)
    spil_mspdi_close (self, "Exceptions");
  spil_mspdi_close (self, "Calendar");
}

static void
write_calendars (SpilMspdiWriting *self)
{
  const SpilPlanFileCalendar *calendar = spil_plan_file_get_calendar (self->plan);

  if (calendar == NULL)
    return;
  spil_mspdi_open (self, "Calendars");
  write_calendar (self, calendar);
  spil_mspdi_close (self, "Calendars");
}

/* The project as a task of its own, which holds what is said of baselines. */
static void
write_project_task (SpilMspdiWriting *self)
{
  spil_mspdi_open (self, "Task");
  spil_mspdi_integer (self, "UID", 0);
  spil_mspdi_integer (self, "ID", 0);
  spil_mspdi_text (self, "Name", self->plan->title);
  spil_mspdi_integer (self, "Manual", 0);
  spil_mspdi_integer (self, "Type", FIXED_DURATION);
  spil_mspdi_integer (self, "IsNull", 0);
  spil_mspdi_text (self, "OutlineNumber", "0");
  spil_mspdi_integer (self, "OutlineLevel", 0);
  spil_mspdi_integer (self, "Summary", 1);
  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++) {
    const SpilPlanFileBaseline *baseline = &self->plan->baselines[i];
    g_autofree char *day = NULL;
    g_autofree char *value = NULL;

    if (!baseline->used || baseline->name == NULL || !spil_day_is_known (baseline->date))
      continue;
    day = spil_day_to_iso (baseline->date);
    value = g_strdup_printf ("%s %s", day, baseline->name);
    spil_mspdi_open (self, "ExtendedAttribute");
    spil_mspdi_integer (self, "FieldID", SPIL_MSPDI_BASELINE_FIELD + i);
    spil_mspdi_text (self, "Value", value);
    spil_mspdi_close (self, "ExtendedAttribute");
  }
  spil_mspdi_close (self, "Task");
}

static GPtrArray *
group_links (const SpilPlanFile *plan)
{
  GPtrArray *groups = g_ptr_array_new_full (plan->tasks->len, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < plan->tasks->len; i++)
    g_ptr_array_add (groups, g_ptr_array_new ());
  for (guint i = 0; i < plan->links->len; i++) {
    SpilPlanFileLink *link = plan->links->pdata[i];

    g_ptr_array_add (groups->pdata[link->to], link);
  }
  return groups;
}

static gboolean
write_tasks (SpilMspdiWriting *self, GError **error)
{
  const guint n = self->plan->tasks->len;
  g_autoptr (GPtrArray) links = group_links (self->plan);

  spil_mspdi_open (self, "Tasks");
  write_project_task (self);
  for (guint i = 0; i < n; i++) {
    if (i % TASKS_A_LOOK == 0 && !spil_plan_file_sink_look (self->sink, (double) i / n, error))
      return FALSE;
    spil_mspdi_write_task (self, i, links->pdata[i]);
    if (!flush (self, CHUNK_BYTES, error))
      return FALSE;
  }
  spil_mspdi_close (self, "Tasks");
  return TRUE;
}

/* People */

static gboolean
write_resources (SpilMspdiWriting *self, GError **error)
{
  if (self->plan->resources->len == 0)
    return TRUE;
  spil_mspdi_open (self, "Resources");
  for (guint i = 0; i < self->plan->resources->len; i++) {
    const SpilPlanFileResource *resource = self->plan->resources->pdata[i];

    spil_mspdi_open (self, "Resource");
    spil_mspdi_text (self, "UID", resource->uid);
    spil_mspdi_integer (self, "ID", i + 1);
    spil_mspdi_text (self, "Name", resource->name);
    spil_mspdi_integer (self, "Type", resource->person ? WORK : 0);
    spil_mspdi_integer (self, "IsNull", 0);
    spil_mspdi_integer (self, "MaxUnits", 1);
    spil_mspdi_close (self, "Resource");
    if (!flush (self, CHUNK_BYTES, error))
      return FALSE;
  }
  spil_mspdi_close (self, "Resources");
  return TRUE;
}

static gboolean
write_assignments (SpilMspdiWriting *self, GError **error)
{
  if (self->plan->assignments->len == 0)
    return TRUE;
  spil_mspdi_open (self, "Assignments");
  for (guint i = 0; i < self->plan->assignments->len; i++) {
    const SpilPlanFileAssignment *assignment = self->plan->assignments->pdata[i];

    spil_mspdi_open (self, "Assignment");
    spil_mspdi_integer (self, "UID", i + 1);
    spil_mspdi_text (self, "TaskUID", assignment->task_uid);
    spil_mspdi_text (self, "ResourceUID", assignment->resource_uid);
    if (assignment->units >= 0)
      format_number (self, "Units", assignment->units);
    spil_mspdi_close (self, "Assignment");
    if (!flush (self, CHUNK_BYTES, error))
      return FALSE;
  }
  spil_mspdi_close (self, "Assignments");
  return TRUE;
}

gboolean
spil_mspdi_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink, GPtrArray *lost,
                  GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (path, error);
  g_autoptr (GString) text = g_string_new (NULL);
  SpilMspdiWriting writing = { plan, sink, file, text, lost };

  if (file == NULL)
    return FALSE;
  write_head (&writing);
  write_custom_fields (&writing);
  write_calendars (&writing);
  if (!write_tasks (&writing, error) || !write_resources (&writing, error) ||
      !write_assignments (&writing, error))
    return FALSE;
  g_string_append (text, "</Project>\n");
  return flush (&writing, 0, error) && spil_atomic_file_finish (file, error);
}

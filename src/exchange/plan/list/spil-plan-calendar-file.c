// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-atomic-file.h"
#include "spil-content-line.h"
#include "spil-plan-list-file.h"

#define HEAD \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Spil//Spil//NL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
#define FOOT "END:VCALENDAR\r\n"

/* One event of whole days. The keys stay the same, so that a calendar knows it again. */
static void
append_event (GString *text, const SpilPlanFileTask *task, const char *suffix, const char *summary,
              SpilDay first, SpilDay last)
{
  g_autofree char *uid = g_strconcat (task->guid != NULL ? task->guid : task->uid, suffix, NULL);

  spil_content_line_append (text, "BEGIN", "VEVENT");
  spil_content_line_append (text, "UID", uid);
  spil_content_line_append_stamp (text);
  spil_content_line_append_text (text, "SUMMARY", summary);
  spil_content_line_append_text (text, "DESCRIPTION", task->notes);
  spil_content_line_append_text (text, "CONTACT", task->owner);
  spil_content_line_append_day (text, "DTSTART;VALUE=DATE", first);
  spil_content_line_append_day (text, "DTEND;VALUE=DATE", spil_day_add (last, 1));
  spil_content_line_append (text, "TRANSP", "TRANSPARENT");
  spil_content_line_append (text, "CATEGORIES", "Spil");
  spil_content_line_append (text, "END", "VEVENT");
}

/* Of what has only a start or an end, that day. */
static void
append_task (GString *text, const SpilPlanFileTask *task)
{
  const SpilDay first = spil_day_is_known (task->start) ? task->start : task->finish;
  const SpilDay last = spil_day_is_known (task->finish) ? task->finish : task->start;
  const char *name = task->name != NULL ? task->name : "";

  if (!task->follows && spil_day_is_known (first)) {
    g_autofree char *summary = NULL;

    if (!spil_day_is_known (task->finish) && task->milestone != 1)
      summary = g_strdup_printf (_ ("%s begins"), name);
    else if (!spil_day_is_known (task->start) && task->milestone != 1)
      summary = g_strdup_printf (_ ("%s ends"), name);
    else
      summary = g_strdup (name);
    append_event (text, task, "", summary, first, last);
  }
  if (spil_day_is_known (task->deadline)) {
    g_autofree char *summary = g_strdup_printf (_ ("Deadline: %s"), name);

    append_event (text, task, "-deadline", summary, task->deadline, task->deadline);
  }
}

gboolean
spil_plan_calendar_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                          GPtrArray *lost, GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (path, error);
  g_autoptr (GString) text = g_string_new (HEAD);

  for (guint i = 0; file != NULL && i < plan->tasks->len; i++)
    append_task (text, plan->tasks->pdata[i]);
  g_string_append (text, FOOT);
  return file != NULL && spil_atomic_file_write (file, text->str, text->len, error) &&
         spil_atomic_file_finish (file, error);
}

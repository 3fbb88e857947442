// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-content-line.h"
#include "spil-export-private.h"

#define BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Spil//Spil//NL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
#define END "END:VCALENDAR\r\n"

/* What a task and an event have alike. The id of the row stays the same, so that a calendar knows it again. */
static void
append_common (GString *text, SpilRecord *action, const char *uid, const char *organisation)
{
  g_autofree char *summary = organisation[0] != '\0'
                                 ? g_strdup_printf ("%s: %s", organisation, spil_record_get_title (action))
                                 : g_strdup (spil_record_get_title (action));

  spil_content_line_append (text, "UID", uid);
  spil_content_line_append_stamp (text);
  spil_content_line_append_text (text, "SUMMARY", summary);
  spil_content_line_append_text (text, "CONTACT", spil_record_get_text (action, SPIL_NEXT_ACTION_OWNER));
  spil_content_line_append (text, "CATEGORIES", "Spil");
}

static const char *
find_status (int64_t state)
{
  switch (state) {
  case SPIL_ACTION_STATE_DONE:
    return "COMPLETED";
  case SPIL_ACTION_STATE_DROPPED:
    return "CANCELLED";
  default:
    return "NEEDS-ACTION";
  }
}

static gboolean
append_action (SpilExporting *self, SpilRecord *action, GString *text, GError **error)
{
  const SpilDay due = spil_record_get_day (action, SPIL_NEXT_ACTION_DUE);
  const int64_t state = spil_record_get_integer (action, SPIL_NEXT_ACTION_STATE);
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (action));
  g_autofree char *event_uid = g_strconcat (id, "-event", NULL);
  g_autofree char *organisation = spil_store_dup_title (
      self->store, spil_entity (SPIL_ENTITY_ORGANISATION),
      spil_record_get_reference (action, SPIL_NEXT_ACTION_ORGANISATION));

  spil_content_line_append (text, "BEGIN", "VTODO");
  append_common (text, action, id, organisation);
  if (spil_day_is_known (due))
    spil_content_line_append_day (text, "DUE;VALUE=DATE", due);
  spil_content_line_append (text, "STATUS", find_status (state));
  spil_content_line_append (text, "END", "VTODO");
  if (state != SPIL_ACTION_STATE_OPEN || !spil_day_is_known (due))
    return TRUE;
  spil_content_line_append (text, "BEGIN", "VEVENT");
  append_common (text, action, event_uid, organisation);
  spil_content_line_append_day (text, "DTSTART;VALUE=DATE", due);
  spil_content_line_append_day (text, "DTEND;VALUE=DATE", spil_day_add (due, 1));
  spil_content_line_append (text, "TRANSP", "TRANSPARENT");
  spil_content_line_append (text, "END", "VEVENT");
  return TRUE;
}

gboolean
spil_export_calendar (SpilExporting *self, SpilQuery *query, GError **error)
{
  return spil_exporting_write_text (self, query, BEGIN, append_action, END, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-event-follow-up.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-row-group.h"

// A day's event is noted at noon: it says no time.
#define NOON 12

int
spil_event_count_to_follow (GPtrArray *attendances)
{
  int n = 0;

  for (guint i = 0; i < attendances->len; i++)
    n += !((const SpilAttendanceRow *) attendances->pdata[i])->followed;
  return n;
}

static void
add_contact (SpilAction *action, const SpilEventRow *event, const SpilAttendanceRow *attendance)
{
  g_autoptr (SpilRecord) contact = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT), spil_id_new ());
  SpilTime noon = spil_time_from_day (event->start, NOON, 0);
  SpilTime now = spil_time_now ();

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, attendance->organisation);
  // On the day itself before noon the contact is now: it cannot lie in the future.
  spil_record_set_time (contact, SPIL_CONTACT_TIME, spil_day_is_played () || noon.ms <= now.ms ? noon : now);
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_MEETING);
  spil_record_set_text (contact, SPIL_CONTACT_BROKER, attendance->broker);
  spil_record_set_text (contact, SPIL_CONTACT_SUMMARY, event->name);
  spil_action_add (action, contact);
}

SpilAction *
spil_event_dup_follow_up (const SpilEventRow *event, GPtrArray *attendances)
{
  int n = spil_event_count_to_follow (attendances);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d contact moment noted", "%d contact moments noted", (gulong) n), n);
  SpilAction *action;

  if (n == 0 || !spil_day_is_known (event->start) || spil_day_compare (event->start, spil_day_today ()) > 0)
    return NULL;
  action = spil_action_new (label);
  for (guint i = 0; i < attendances->len; i++) {
    const SpilAttendanceRow *attendance = g_ptr_array_index (attendances, i);

    if (!attendance->followed)
      add_contact (action, event, attendance);
  }
  return action;
}

char *
spil_event_dup_about (const SpilEventRow *event)
{
  const SpilField *kinds = spil_entity_field (spil_entity (SPIL_ENTITY_EVENT), SPIL_EVENT_KIND);
  g_autofree char *start = spil_day_format (event->start);
  g_autofree char *end = spil_day_format (event->end);
  g_autofree char *days = end[0] != '\0' && g_strcmp0 (start, end) != 0
                              ? g_strdup_printf ("%s – %s", start, end)
                              : g_strdup (start);

  return spil_join_facts (event->kind != 0 ? spil_field_choice_label (kinds, event->kind) : "",
                          days[0] != '\0' ? days : _ ("no date"),
                          event->area_name != NULL ? event->area_name : "", NULL);
}

GtkWidget *
spil_event_row_new (const SpilEventRow *event)
{
  g_autofree char *about = spil_event_dup_about (event);
  g_autofree char *came = event->n_organisations > 0
                              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d organisation",
                                                              "%d organisations",
                                                              (gulong) event->n_organisations),
                                                 event->n_organisations)
                              : NULL;
  GtkWidget *row = spil_text_row_new (event->name, about, came);

  spil_text_row_open (row, SPIL_ENTITY_EVENT, event->id);
  return row;
}

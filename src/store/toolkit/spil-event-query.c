// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-event-query.h"

#include "spil-entity.h"
#include "spil-read.h"

static gpointer
make_event (SpilStatement *row, gpointer user_data)
{
  SpilEventRow *self = g_new0 (SpilEventRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->kind = spil_get_int (row, 2);
  self->start = spil_get_day (row, 3);
  self->end = spil_get_day (row, 4);
  self->area_name = spil_get_text (row, 5);
  self->visitors = spil_get_number (row, 6, -1);
  self->notes = spil_get_text (row, 7);
  self->n_organisations = spil_get_int (row, 8);
  self->n_people = spil_statement_get_integer (row, 9);
  return self;
}

void
spil_event_row_free (SpilEventRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->area_name);
  g_free (self->notes);
  g_free (self);
}

GPtrArray *
spil_event_query (SpilStore *store, const SpilEventFilter *filter, GError **error)
{
  static const char sql[] =
      "SELECT e.id, e.name, e.kind, e.start, e.\"end\", a.name, e.visitors, e.notes,"
      " (SELECT count(*) FROM attendance t WHERE t.event = e.id AND t.dead = 0),"
      " (SELECT sum (t.people) FROM attendance t WHERE t.event = e.id AND t.dead = 0)"
      " FROM event e LEFT JOIN area a ON a.id = e.area WHERE e.dead = 0 AND e.programme = ?1"
      " AND (?2 IS NULL OR e.id = ?2) AND (?3 IS NULL OR EXISTS (SELECT 1 FROM attendance t WHERE t.event = e.id"
      " AND t.dead = 0 AND t.organisation IN " SPIL_ALIASES_SQL (
          "?3") "))"
                " ORDER BY e.start IS NOT NULL, e.start DESC, e.row DESC LIMIT ?4";
  const SpilGiven given[] = { SPIL_GIVE_ID (filter->event), SPIL_GIVE_ID (filter->organisation),
                              SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1) };

  return spil_read_all (store, sql, given, G_N_ELEMENTS (given), make_event, NULL,
                        (GDestroyNotify) spil_event_row_free, error);
}

static gpointer
make_attendance (SpilStatement *row, gpointer user_data)
{
  SpilAttendanceRow *self = g_new0 (SpilAttendanceRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = spil_get_text (row, 2);
  self->people = spil_get_number (row, 3, -1);
  self->broker = spil_get_text (row, 4);
  self->followed = spil_get_int (row, 5) != 0;
  return self;
}

void
spil_attendance_row_free (SpilAttendanceRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->broker);
  g_free (self);
}

// The day of an event in milliseconds, its end excluded; nothing where it is not known.
static gboolean
read_day (SpilStore *store, SpilId event, SpilGiven *from, SpilGiven *until, GError **error)
{
  static const char sql[] = "SELECT ifnull (start, -1000000) FROM event WHERE id = ?2 AND programme = ?1";
  const SpilGiven given[] = { SPIL_GIVE_ID (event) };
  int64_t number;
  SpilDay start;

  if (!spil_read_integer (store, sql, given, G_N_ELEMENTS (given), &number, error))
    return FALSE;
  start = spil_day ((int32_t) number);
  *from = SPIL_GIVE_INTEGER (spil_time_from_day (start, 0, 0).ms);
  *until = SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add (start, 1), 0, 0).ms);
  return TRUE;
}

GPtrArray *
spil_event_query_attendances (SpilStore *store, SpilId event, GError **error)
{
  static const char sql[] =
      "SELECT t.id, o.id, o.name, t.people, (SELECT g.mobility_broker FROM engagement g"
      " WHERE g.row = " SPIL_RELATION_ROW_SQL (
          "o.id") "), EXISTS (SELECT 1 FROM contact c"
                  " WHERE c.organisation IN " SPIL_ALIASES_SQL (
                      "o.id") " AND c.dead = 0 AND c.kind = ?3"
                              " AND c.time >= ?4 AND c.time < ?5"
                              " AND NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0))"
                              " FROM attendance t LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
                                  "t.organisation") " WHERE t.dead = 0 AND t.programme = ?1 AND t.event = ?2 ORDER BY 3, t.row";
  SpilGiven given[] = { SPIL_GIVE_ID (event), SPIL_GIVE_INTEGER (SPIL_CONTACT_KIND_MEETING), SPIL_GIVE_NULL,
                        SPIL_GIVE_NULL };

  if (!read_day (store, event, &given[2], &given[3], error))
    return NULL;
  return spil_read_all (store, sql, given, G_N_ELEMENTS (given), make_attendance, NULL,
                        (GDestroyNotify) spil_attendance_row_free, error);
}

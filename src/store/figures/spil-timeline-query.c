// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-timeline-query.h"

#include "spil-entity.h"
#include "spil-read.h"

/*
 * All kinds in one shape: kind, id, place in time, day (null: the place is an instant), choice, title, detail, who, persons,
 * needs, advice, reversed, amount, VAT. A day alone stands at noon, near enough in every time zone of the country.
 */
#define AT_NOON(day) day " * 86400000 + 39600000"
#define BORN(table) "(" table ".born_time >> 16)"

#define CONTACTS_SQL                                                                                         \
  "SELECT 0 AS kind, c.id, c.time AS place, NULL, c.kind, c.summary, c.outcome, c.broker,"                   \
  " (SELECT group_concat (p.name, ', ') FROM contact_person k JOIN person p ON p.id = k.person AND p.dead = 0"   \
  " WHERE k.contact = c.id AND k.dead = 0), c.needs, iif (c.advice_given, coalesce (c.advice, ''), NULL),"     \
  " EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0), NULL, NULL"                       \
  " FROM contact c WHERE c.dead = 0 AND c.organisation = ?2"
#define STAGES_SQL                                                                                           \
  "SELECT 1, s.id, " AT_NOON ("s.date") ", s.date, 0, t.name, s.evidence, NULL, NULL, NULL, NULL, 0, NULL, NULL"  \
  " FROM engagement e JOIN stage_change s ON s.engagement = e.id AND s.dead = 0"                               \
  " LEFT JOIN stage t ON t.id = s.\"to\" WHERE e.dead = 0 AND e.organisation = ?2 AND e.programme = ?1"
/* Done before its day: then it stands where it was agreed, for what happened does not lie ahead. */
#define ACTION_DAY "iif (a.due <= ?4, a.due, NULL)"
#define AGREED "coalesce ((SELECT c.time FROM contact c WHERE c.id = a.contact), " BORN ("a") ")"
#define ACTIONS_SQL                                                                                          \
  "SELECT 2, a.id, coalesce (" AT_NOON (ACTION_DAY) ", " AGREED "), " ACTION_DAY ", a.state, a.text, NULL, a.owner,"  \
  " NULL, NULL,"                                                                                                 \
  " NULL, 0, NULL, NULL FROM next_action a WHERE a.dead = 0 AND a.organisation = ?2 AND a.state <> ?3"
#define OFFERS_SQL                                                                                           \
  "SELECT 3, f.id, coalesce (" AT_NOON ("f.start") ", " BORN ("f") "), f.start, f.state, i.name, f.notes, NULL, NULL,"  \
  " NULL, NULL, 0, NULL, NULL FROM offer f LEFT JOIN instrument i ON i.id = f.instrument"                     \
  " WHERE f.dead = 0 AND f.organisation = ?2"
#define APPLICATIONS_SQL                                                                                     \
  "SELECT 4, a.id, coalesce (" AT_NOON ("a.received") ", " BORN ("a") "), a.received, a.state, a.measures, a.notes,"  \
  " NULL, NULL, NULL, NULL, 0, coalesce (a.awarded, a.asked), a.vat FROM application a"                         \
  " WHERE a.dead = 0 AND a.organisation = ?2"

#define TIMELINE_SQL                                                                                         \
  CONTACTS_SQL " UNION ALL " STAGES_SQL " UNION ALL " ACTIONS_SQL " UNION ALL " OFFERS_SQL " UNION ALL " APPLICATIONS_SQL

G_STATIC_ASSERT (SPIL_TIMELINE_CONTACT == 0 && SPIL_TIMELINE_STAGE == 1 && SPIL_TIMELINE_ACTION == 2 &&
                 SPIL_TIMELINE_OFFER == 3 && SPIL_TIMELINE_APPLICATION == 4);

static gpointer
make_entry (SpilStatement *row, gpointer user_data)
{
  SpilTimelineEntry *self = g_new0 (SpilTimelineEntry, 1);
  SpilDay day = spil_get_day (row, 3);

  self->kind = (SpilTimelineKind) spil_get_int (row, 0);
  self->id = spil_statement_get_id (row, 1);
  self->time = spil_day_is_known (day) ? spil_time_from_day (day, 12, 0)
                                       : spil_time (spil_statement_get_integer (row, 2));
  self->choice = spil_get_int (row, 4);
  self->title = spil_get_text (row, 5);
  self->detail = spil_get_text (row, 6);
  self->who = spil_get_text (row, 7);
  self->persons = spil_get_text (row, 8);
  self->needs = spil_statement_get_integer (row, 9);
  self->advice = g_strdup (spil_statement_get_text (row, 10));
  self->reversed = spil_statement_get_integer (row, 11) != 0;
  self->amount = spil_get_money (row, 12, 13);
  return self;
}

void
spil_timeline_entry_free (SpilTimelineEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_free (self->who);
  g_free (self->persons);
  g_free (self->advice);
  g_free (self);
}

GPtrArray *
spil_timeline_query (SpilStore *store, SpilId organisation, int64_t offset, int64_t limit, GError **error)
{
  static const char sql[] = TIMELINE_SQL " ORDER BY place DESC, kind LIMIT ?5 OFFSET ?6";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (organisation), SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN),
                                   SPIL_GIVE_INTEGER (spil_day_today ().number),
                                   SPIL_GIVE_INTEGER (limit > 0 ? limit : -1), SPIL_GIVE_INTEGER (offset) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_entry, NULL,
                        (GDestroyNotify) spil_timeline_entry_free, error);
}

gboolean
spil_timeline_query_count (SpilStore *store, SpilId organisation, int64_t *count, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (organisation), SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN),
                                   SPIL_GIVE_INTEGER (spil_day_today ().number) };

  return spil_read_integer (store, "SELECT count (*) FROM (" TIMELINE_SQL ")", parameters,
                            G_N_ELEMENTS (parameters), count, error);
}

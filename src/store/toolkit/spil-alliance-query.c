// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-alliance-query.h"

#include "spil-entity.h"
#include "spil-read.h"

// Membership b is in force on ?3; statement t says what it signed.
#define MEMBER_SQL "b.dead = 0 AND (b.start IS NULL OR b.start <= ?3) AND (b.\"end\" IS NULL OR b.\"end\" >= ?3)"
#define SIGNED_SQL \
  "EXISTS (SELECT 1 FROM statement t WHERE t.organisation = b.organisation AND t.dead = 0" \
  " AND (t.alliance IS NULL OR t.alliance = a.id)"

static gpointer
make_alliance (SpilStatement *row, gpointer user_data)
{
  SpilAllianceRow *self = g_new0 (SpilAllianceRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->goal = spil_get_text (row, 2);
  self->indicator = spil_statement_get_id (row, 3);
  self->n_members = spil_get_int (row, 4);
  self->n_signed = spil_get_int (row, 5);
  self->n_highest = spil_get_int (row, 6);
  self->n_voices = spil_get_int (row, 7);
  return self;
}

void
spil_alliance_row_free (SpilAllianceRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->goal);
  g_free (self);
}

GPtrArray *
spil_alliance_query (SpilStore *store, SpilId alliance, SpilDay today, GError **error)
{
  static const char sql[] =
      "SELECT a.id, a.name, a.goal, a.indicator,"
      " (SELECT count(*) FROM membership b WHERE b.alliance = a.id AND " MEMBER_SQL "),"
      " (SELECT count(*) FROM membership b WHERE b.alliance = a.id AND " MEMBER_SQL " AND " SIGNED_SQL ")),"
      " (SELECT count(*) FROM membership b WHERE b.alliance = a.id AND " MEMBER_SQL " AND " SIGNED_SQL
      " AND t.level IN (?5, ?6))),"
      " (SELECT count(*) FROM event e WHERE e.dead = 0 AND e.programme = ?1 AND e.start > ?4 AND e.start <= ?3"
      " AND (SELECT count(*) FROM attendance n JOIN membership b ON b.organisation = n.organisation"
      " WHERE n.event = e.id AND n.dead = 0 AND b.alliance = a.id AND " MEMBER_SQL ") >= 2"
      " AND EXISTS (SELECT 1 FROM attendance n JOIN organisation o ON o.id = n.organisation"
      " WHERE n.event = e.id AND n.dead = 0 AND o.kind = ?7))"
      " FROM alliance a WHERE a.dead = 0 AND a.programme = ?1 AND (?2 IS NULL OR a.id = ?2) ORDER BY a.name, a.row";
  const SpilGiven given[] = {
    SPIL_GIVE_ID (alliance),
    spil_give_day (today),
    spil_give_day (spil_day_add_months (today, -12)),
    SPIL_GIVE_INTEGER (SPIL_PERSON_LEVEL_BOARD),
    SPIL_GIVE_INTEGER (SPIL_PERSON_LEVEL_MANAGEMENT),
    SPIL_GIVE_INTEGER (SPIL_ORGANISATION_KIND_GOVERNMENT),
  };
  g_autoptr (GPtrArray) alliances = spil_read_all (store, sql, given, G_N_ELEMENTS (given), make_alliance,
                                                   NULL, (GDestroyNotify) spil_alliance_row_free, error);

  for (guint i = 0; alliances != NULL && i < alliances->len; i++) {
    SpilAllianceRow *row = g_ptr_array_index (alliances, i);
    const SpilPromiseFilter filter = { .alliance = row->id, .today = today };

    if (!spil_promise_query_counts (store, &filter, row->promises, error))
      return NULL;
  }
  return g_steal_pointer (&alliances);
}

static gpointer
make_member (SpilStatement *row, gpointer user_data)
{
  SpilMemberRow *self = g_new0 (SpilMemberRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = spil_get_text (row, 2);
  self->start = spil_get_day (row, 3);
  self->end = spil_get_day (row, 4);
  self->statement = spil_statement_get_id (row, 5);
  self->signed_on = spil_get_day (row, 6);
  self->level = spil_get_int (row, 7);
  self->review_date = spil_get_day (row, 8);
  return self;
}

void
spil_member_row_free (SpilMemberRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self);
}

GPtrArray *
spil_alliance_query_members (SpilStore *store, SpilId alliance, GError **error)
{
  static const char sql[] =
      "SELECT b.id, o.id, o.name, b.start, b.\"end\", t.id, t.signed_on, t.level,"
      " t.review_date FROM membership b LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "b.organisation") ""
                            " LEFT JOIN statement t ON t.row = (SELECT s.row FROM statement s WHERE s.organisation = b.organisation AND s.dead = 0"
                            " AND (s.alliance IS NULL OR s.alliance = b.alliance) ORDER BY s.alliance IS NULL, s.signed_on DESC, s.row DESC LIMIT 1)"
                            " WHERE b.dead = 0 AND b.programme = ?1 AND b.alliance = ?2 ORDER BY b.\"end\" IS NOT NULL, 3, b.row";
  const SpilGiven given[] = { SPIL_GIVE_ID (alliance) };

  return spil_read_all (store, sql, given, G_N_ELEMENTS (given), make_member, NULL,
                        (GDestroyNotify) spil_member_row_free, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rhythm-query.h"

#include "spil-entity.h"
#include "spil-read.h"

/* What is planned */

void
spil_planned_free (SpilPlanned *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->text);
  g_free (self->owner);
  g_free (self);
}

static gpointer
make_planned (SpilStatement *row, gpointer user_data)
{
  SpilPlanned *self = g_new0 (SpilPlanned, 1);

  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = spil_get_text (row, 2);
  self->text = spil_get_text (row, 3);
  self->owner = spil_get_text (row, 4);
  self->due = spil_get_day (row, 5);
  self->kind = spil_get_int (row, 6);
  return self;
}

GPtrArray *
spil_planned_query (SpilStore *store, SpilDay first, SpilDay last, const char *owner, int64_t limit,
                    GError **error)
{
  static const char sql[] =
      "SELECT a.id, o.id, o.name, a.text, a.owner, a.due, a.kind FROM next_action a"
      " JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "a.organisation") " AND o.dead = 0"
                            " WHERE a.dead = 0 AND a.programme = ?1 AND a.state = ?2 AND a.due <= ?4 AND (?3 IS NULL OR a.due >= ?3)"
                            " AND (?5 IS NULL OR a.owner = ?5) ORDER BY a.due, o.name, a.row LIMIT ?6";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN), spil_give_day (first),
                                   spil_give_day (last), SPIL_GIVE_TEXT (owner),
                                   SPIL_GIVE_INTEGER (limit > 0 ? limit : -1) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_planned, NULL,
                        (GDestroyNotify) spil_planned_free, error);
}

/* What is not */

void
spil_unplanned_free (SpilUnplanned *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->broker);
  g_free (self);
}

static gpointer
make_unplanned (SpilStatement *row, gpointer user_data)
{
  SpilUnplanned *self = g_new0 (SpilUnplanned, 1);

  self->organisation = spil_statement_get_id (row, 0);
  self->organisation_name = spil_get_text (row, 1);
  self->broker = spil_get_text (row, 2);
  if (user_data != NULL)
    *(int64_t *) user_data = spil_statement_get_integer (row, 3);
  return self;
}

#define UNPLANNED_SQL                                                                                        \
  " FROM engagement e NOT INDEXED CROSS JOIN organisation o ON o.id = e.organisation AND o.dead = 0"         \
  " WHERE e.dead = 0 AND e.programme = ?1 AND " SPIL_NOT_MERGED_SQL ("o.id")                               \
  " AND (?2 IS NULL OR ?2 IN (e.mobility_broker, e.sustainability_broker))"                                 \
  " AND o.id NOT IN (SELECT " SPIL_HEAD_SQL ("a.organisation") " FROM next_action a"                     \
  " WHERE a.dead = 0 AND a.state = ?3 AND a.organisation > x'')"

#define UNPLANNED_ORDER_SQL " ORDER BY e.tier IS NULL, e.tier, o.name, o.row LIMIT ?4"

GPtrArray *
spil_unplanned_query (SpilStore *store, const char *broker, int64_t limit, int64_t *count, GError **error)
{
  static const char sql[] =
      "SELECT o.id, o.name, coalesce (e.mobility_broker, e.sustainability_broker)" UNPLANNED_SQL
          UNPLANNED_ORDER_SQL;
  /* Counted in the same pass: by itself it would take as long again. */
  static const char counting_sql[] =
      "SELECT o.id, o.name, coalesce (e.mobility_broker, e.sustainability_broker), count (*) OVER ()" UNPLANNED_SQL
          UNPLANNED_ORDER_SQL;
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (broker), SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN),
                                   SPIL_GIVE_INTEGER (limit > 0 ? limit : -1) };

  if (count != NULL)
    *count = 0;
  return spil_read_all (store, count != NULL ? counting_sql : sql, parameters, G_N_ELEMENTS (parameters),
                        make_unplanned, count, (GDestroyNotify) spil_unplanned_free, error);
}

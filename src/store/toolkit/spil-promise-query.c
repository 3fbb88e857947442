// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promise-query.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"

// What the filter asks of promise p; state 1 is open. What is merged into an organisation counts with it.
#define WHERE_SQL \
  " WHERE p.dead = 0 AND p.programme = ?1 AND (?2 IS NULL OR p.organisation IN " SPIL_ALIASES_SQL ("?2") ")" \
  " AND (?3 IS NULL OR p.statement = ?3) AND (?4 IS NULL OR p.organisation IN (SELECT b.organisation FROM membership b" \
  " WHERE b.alliance = ?4 AND b.dead = 0 AND (b.\"end\" IS NULL OR b.\"end\" >= ?5)))" \
  " AND (?6 IS NULL OR p.organisation IN (SELECT s.organisation FROM site s WHERE s.area = ?6 AND s.dead = 0))" \
  " AND (?7 = 0 OR p.state = 1)"

#define N_GIVEN 8

G_STATIC_ASSERT (SPIL_ACTION_STATE_OPEN == 1);

static void
give (const SpilPromiseFilter *filter, SpilGiven *given)
{
  given[0] = SPIL_GIVE_ID (filter->organisation);
  given[1] = SPIL_GIVE_ID (filter->statement);
  given[2] = SPIL_GIVE_ID (filter->alliance);
  given[3] = spil_give_day (filter->today);
  given[4] = SPIL_GIVE_ID (filter->area);
  given[5] = SPIL_GIVE_INTEGER (filter->only_open);
  given[6] = SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1);
  given[7] = SPIL_GIVE_INTEGER (filter->offset);
}

// What a promise is held against.
typedef struct
{
  SpilDay today;
  int soon;
  int *counts;
} Judge;

static gboolean
judge_init (Judge *self, SpilStore *store, const SpilPromiseFilter *filter, GError **error)
{
  SpilNorms norms;

  g_return_val_if_fail (spil_day_is_known (filter->today), FALSE);

  if (!spil_norm_query (store, &norms, error))
    return FALSE;
  *self = (Judge) { .today = filter->today, .soon = spil_norms_get_whole (&norms, SPIL_NORM_PROMISE_SOON) };
  return TRUE;
}

static gpointer
make_promise (SpilStatement *row, gpointer user_data)
{
  const Judge *judge = user_data;
  SpilPromiseRow *self = g_new0 (SpilPromiseRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = spil_get_text (row, 2);
  self->statement = spil_statement_get_id (row, 3);
  self->signed_on = spil_get_day (row, 4);
  self->level = spil_get_int (row, 5);
  self->text = g_strdup (spil_statement_get_text (row, 6));
  self->due = spil_get_day (row, 7);
  self->by = spil_get_text (row, 8);
  self->state = spil_get_int (row, 9);
  self->kept_on = spil_get_day (row, 10);
  self->standing = spil_promise_standing (self->state, self->due, judge->today, judge->soon);
  return self;
}

void
spil_promise_row_free (SpilPromiseRow *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->text);
  g_free (self->by);
  g_free (self);
}

GPtrArray *
spil_promise_query (SpilStore *store, const SpilPromiseFilter *filter, GError **error)
{
  static const char sql[] =
      "SELECT p.id, o.id, o.name, p.statement, t.signed_on, t.level, p.text, p.due, p.by,"
      " p.state, p.kept_on FROM promise p LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "p.organisation") ""
                            " LEFT JOIN statement t ON t.id = p.statement" WHERE_SQL
                            " ORDER BY p.state <> 1, CASE WHEN p.state = 1 THEN p.due IS NULL END, CASE WHEN p.state = 1 THEN p.due END,"
                            " coalesce (p.kept_on, p.due) DESC, p.row LIMIT ?8 OFFSET ?9";
  SpilGiven given[N_GIVEN];
  Judge judge;

  if (!judge_init (&judge, store, filter, error))
    return NULL;
  give (filter, given);
  return spil_read_all (store, sql, given, N_GIVEN, make_promise, &judge,
                        (GDestroyNotify) spil_promise_row_free, error);
}

/* Columns: state, due, count. */
static gboolean
take_count (SpilStatement *row, gpointer user_data)
{
  Judge *judge = user_data;

  judge->counts[spil_promise_standing (spil_get_int (row, 0), spil_get_day (row, 1), judge->today,
                                       judge->soon)] += spil_get_int (row, 2);
  return TRUE;
}

gboolean
spil_promise_query_counts (SpilStore *store, const SpilPromiseFilter *filter, int counts[SPIL_N_PROMISES],
                           GError **error)
{
  static const char sql[] = "SELECT p.state, p.due, count(*) FROM promise p" WHERE_SQL
                            " GROUP BY p.state, p.due LIMIT ?8 OFFSET ?9";
  SpilPromiseFilter all = *filter;
  SpilGiven given[N_GIVEN];
  Judge judge;

  all.only_open = FALSE;
  all.limit = all.offset = 0;
  if (!judge_init (&judge, store, filter, error))
    return FALSE;
  judge.counts = counts;
  memset (counts, 0, SPIL_N_PROMISES * sizeof *counts);
  give (&all, given);
  return spil_read_each (store, sql, given, N_GIVEN, take_count, &judge, error);
}

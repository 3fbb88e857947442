// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-query.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"

typedef struct
{
  SpilNorms norms;
  GHashTable *risks; /* SpilId -> SpilRiskRow */
} Reading;

static gpointer
make_risk (SpilStatement *row, gpointer user_data)
{
  const SpilNorms *norms = user_data;
  SpilRiskRow *self = g_new0 (SpilRiskRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->number = spil_get_int (row, 1);
  self->theme = spil_get_text (row, 2);
  self->event = g_strdup (spil_statement_get_text (row, 3));
  self->effect = spil_get_text (row, 4);
  self->chance_text = spil_get_text (row, 5);
  self->time_text = spil_get_text (row, 6);
  self->money_text = spil_get_text (row, 7);
  self->owner = spil_get_text (row, 8);
  self->review_date = spil_get_day (row, 9);
  self->state = spil_get_int (row, 10);
  self->now = spil_risk_score (spil_get_int (row, 11), spil_get_int (row, 12), norms);
  self->n_actions = spil_statement_get_integer (row, 13);
  self->n_actions_open = spil_statement_get_integer (row, 14);
  self->n_actions_late = spil_statement_get_integer (row, 15);
  return self;
}

void
spil_risk_row_free (SpilRiskRow *self)
{
  if (self == NULL)
    return;
  g_free (self->theme);
  g_free (self->event);
  g_free (self->effect);
  g_free (self->chance_text);
  g_free (self->time_text);
  g_free (self->money_text);
  g_free (self->owner);
  g_free (self);
}

static gboolean
is_same (const SpilRiskFigures *a, const SpilRiskFigures *b)
{
  return a->chance == b->chance && a->impact == b->impact;
}

/* Takes one score, oldest first. Columns: risk, whether the risk has scores itself, kind, chance, effect. */
static gboolean
take_score (SpilStatement *row, gpointer user_data)
{
  Reading *reading = user_data;
  SpilId id = spil_statement_get_id (row, 0);
  gboolean own = spil_statement_get_integer (row, 1) != 0;
  int kind = spil_get_int (row, 2);
  SpilRiskRow *risk = g_hash_table_lookup (reading->risks, &id);
  SpilRiskFigures figures = spil_risk_score (spil_get_int (row, 3), spil_get_int (row, 4), &reading->norms);

  if (risk == NULL)
    return TRUE;
  if (kind == SPIL_RISK_SCORE_KIND_TARGET) {
    risk->target = figures;
    return TRUE;
  }
  if (kind == SPIL_RISK_SCORE_KIND_INHERENT)
    risk->inherent = figures;
  if (is_same (&figures, &risk->now))
    return TRUE;
  risk->before = own ? figures : risk->now;
  if (!own)
    risk->now = figures;
  return TRUE;
}

GPtrArray *
spil_risk_query (SpilStore *store, SpilDay day, gboolean closed, GError **error)
{
  static const char risks_sql[] =
      "SELECT r.id, r.number, r.theme, r.event, r.effect, r.chance_text, r.time_text, r.money_text, r.owner,"
      " r.review_date, r.state, r.chance_score, r.impact_score, count(a.row), count(a.row) FILTER (WHERE a.state = ?2),"
      " count(a.row) FILTER (WHERE a.state = ?2 AND a.due < ?3)"
      " FROM risk r LEFT JOIN risk_action a ON a.risk = r.id AND a.dead = 0"
      " WHERE r.dead = 0 AND r.programme = ?1 AND (?4 OR r.state IS NOT ?5)"
      " GROUP BY r.row ORDER BY r.number IS NULL, r.number, r.row";
  static const char scores_sql[] =
      "SELECT s.risk, coalesce (r.chance_score, 0) > 0 AND coalesce (r.impact_score, 0) > 0, s.kind, s.chance, s.impact"
      " FROM risk_score s JOIN risk r ON r.id = s.risk"
      " WHERE s.dead = 0 AND r.dead = 0 AND r.programme = ?1 AND (?2 IS NULL OR s.date <= ?2) ORDER BY s.date, s.row";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN), spil_give_day (day),
                                   SPIL_GIVE_INTEGER (closed), SPIL_GIVE_INTEGER (SPIL_RISK_STATE_CLOSED) };
  const SpilGiven until[] = { spil_give_day (day) };
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  Reading reading;

  if (!spil_norm_query (store, &reading.norms, error))
    return NULL;
  risks = spil_read_all (store, risks_sql, parameters, G_N_ELEMENTS (parameters), make_risk, &reading.norms,
                         (GDestroyNotify) spil_risk_row_free, error);
  if (risks == NULL)
    return NULL;
  reading.risks = index = spil_index_rows (risks);
  if (!spil_read_each (store, scores_sql, until, G_N_ELEMENTS (until), take_score, &reading, error))
    return NULL;
  return g_steal_pointer (&risks);
}

static gpointer
make_level (SpilStatement *row, gpointer user_data)
{
  SpilScaleLevelRow *self = g_new0 (SpilScaleLevelRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->score = spil_get_int (row, 1);
  self->name = g_strdup (spil_statement_get_text (row, 2));
  return self;
}

void
spil_scale_level_row_free (SpilScaleLevelRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

GPtrArray *
spil_risk_query_scale (SpilStore *store, int scale, GError **error)
{
  static const char sql[] = "SELECT id, score, name FROM scale_level"
                            " WHERE dead = 0 AND programme = ?1 AND scale = ?2 ORDER BY score, row";
  const SpilGiven parameters[] = { SPIL_GIVE_INTEGER (scale) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_level, NULL,
                        (GDestroyNotify) spil_scale_level_row_free, error);
}

static gpointer
make_score (SpilStatement *row, gpointer user_data)
{
  SpilRiskScoreRow *self = g_new0 (SpilRiskScoreRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->date = spil_get_day (row, 1);
  self->kind = spil_get_int (row, 2);
  self->figures = spil_risk_score (spil_get_int (row, 3), spil_get_int (row, 4), user_data);
  self->reason = spil_get_text (row, 5);
  return self;
}

void
spil_risk_score_row_free (SpilRiskScoreRow *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

GPtrArray *
spil_risk_query_scores (SpilStore *store, SpilId risk, GError **error)
{
  static const char sql[] = "SELECT id, date, kind, chance, impact, reason FROM risk_score"
                            " WHERE dead = 0 AND risk = ?2 ORDER BY date, row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (risk) };
  SpilNorms norms;

  if (!spil_norm_query (store, &norms, error))
    return NULL;
  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_score, &norms,
                        (GDestroyNotify) spil_risk_score_row_free, error);
}

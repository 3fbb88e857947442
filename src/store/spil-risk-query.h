// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-risk-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A risk of the register. */
typedef struct
{
  SpilId id;
  int number; /**< 0: none */
  char *theme; /**< NULL: none */
  char *event; /**< what can happen */
  char *effect; /**< NULL: none */
  char *chance_text; /**< as written; NULL: none */
  char *time_text;
  char *money_text;
  char *owner;
  SpilDay review_date;
  int state; /**< SPIL_RISK_STATE_* */
  SpilRiskFigures now; /**< the scores of the risk itself; where it has none, the latest scored by @day */
  /** The latest score by @day that was another (targets aside); unknown when there is none. */
  SpilRiskFigures before;
  SpilRiskFigures inherent; /**< the latest of that kind; unknown when there is none */
  SpilRiskFigures target;
  int64_t n_actions; /**< control measures */
  int64_t n_actions_open;
  int64_t n_actions_late; /**< open and past their day */
} SpilRiskRow;

/** The risks by number, as SpilRiskRow, closed ones only with @closed. Free with g_ptr_array_unref(). */
GPtrArray *spil_risk_query (SpilStore *store, SpilDay day, gboolean closed, GError **error);
void spil_risk_row_free (SpilRiskRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRiskRow, spil_risk_row_free)

/** A level of a scale. */
typedef struct
{
  SpilId id;
  int score;
  char *name;
} SpilScaleLevelRow;

/** The levels of a scale (SPIL_SCALE_KIND_*), lowest first. Free with g_ptr_array_unref(). */
GPtrArray *spil_risk_query_scale (SpilStore *store, int scale, GError **error);
void spil_scale_level_row_free (SpilScaleLevelRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilScaleLevelRow, spil_scale_level_row_free)

/** The scores of a risk in time. */
typedef struct
{
  SpilId id;
  SpilDay date;
  int kind; /**< SPIL_RISK_SCORE_KIND_* */
  SpilRiskFigures figures;
  char *reason; /**< NULL: none */
} SpilRiskScoreRow;

/** The scores of @risk, oldest first. Free with g_ptr_array_unref(). */
GPtrArray *spil_risk_query_scores (SpilStore *store, SpilId risk, GError **error);
void spil_risk_score_row_free (SpilRiskScoreRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRiskScoreRow, spil_risk_score_row_free)

G_END_DECLS

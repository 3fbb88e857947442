// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-agenda-query.h"
#include "spil-budget-rule.h"
#include "spil-chart.h"
#include "spil-home-plan.h"
#include "spil-programme-query.h"

G_BEGIN_DECLS

/** What the overview shows. What a programme does not have is NULL or empty. */
typedef struct
{
  SpilProgrammeRow *programme;
  gboolean has_employers; /**< FALSE: nobody has begun */
  GPtrArray *agenda; /**< of SpilAgendaItem, at most SPIL_HOME_ITEMS of each kind */
  int64_t counts[3]; /**< how many of each SpilAgendaKind there are */
  guint n_to_erase; /**< persons whose data have been kept long enough */
  gboolean kept; /**< there are notes or participations that have been */
  SpilChart *funnel;
  SpilBudgetTotal *budget; /**< of the version in force; NULL: there is no budget */
  GPtrArray *risks; /**< of SpilRiskRow, the highest score first, those without a score last */
  GPtrArray *indicators; /**< of SpilIndicatorRow */
  GPtrArray *double_visits; /**< of SpilDoubleVisit */
  GPtrArray *unplanned; /**< of SpilUnplanned, the first ones */
  int64_t n_unplanned; /**< how many there are */
  GPtrArray *drafts; /**< of SpilDraft */
  SpilHomePlan *plan; /**< NULL: the programme has no planning */
} SpilHomeData;

/** How many things to do of one kind are shown. */
#define SPIL_HOME_ITEMS 6

/** Reads it, as of today; on the worker's thread. */
SpilHomeData *spil_home_data_load (SpilStore *store, const char *dir, GError **error);
void spil_home_data_free (SpilHomeData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilHomeData, spil_home_data_free)

G_END_DECLS

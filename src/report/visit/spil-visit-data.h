// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-area-query.h"
#include "spil-employer-query.h"
#include "spil-programme-query.h"
#include "spil-scan-query.h"
#include "spil-timeline-query.h"

G_BEGIN_DECLS

/** An area in which the employer has a site, with what goes on there. */
typedef struct
{
  SpilAreaRow *row;
  GPtrArray *tasks; /**< activities that run there, of SpilRecord */
} SpilVisitArea;

/** Everything that a broker wants to know of one employer before a visit, as of a day. Refers to the store no longer. */
typedef struct
{
  SpilId id;
  SpilDay today;
  SpilTime made;
  SpilProgrammeRow *programme;
  SpilEmployerRow *row;
  SpilRecord *organisation;
  SpilRecord *engagement; /**< NULL: no relation yet */
  int cadence; /**< days between contacts; 0: none */
  GPtrArray *stages; /**< of SpilRecord, by number */
  GPtrArray *persons; /**< of SpilRecord, as the lists that follow unless said otherwise */
  GPtrArray *sites;
  GPtrArray *actions; /**< open, the one that is due first in front */
  GPtrArray *promises; /**< open, the one that is due first in front, undated last */
  GPtrArray *statements; /**< newest first */
  GPtrArray *offers; /**< in the pipeline, agreed or running */
  GPtrArray *cohorts; /**< trial periods of those offers, of SpilCohortRow */
  GPtrArray *contacts; /**< the latest, newest first, of SpilTimelineEntry */
  int64_t n_contacts; /**< how many there are in all */
  GPtrArray *schemes; /**< of SpilFundSchemeRow */
  GPtrArray *applications; /**< of SpilFundApplicationRow */
  GPtrArray *areas; /**< of SpilVisitArea */
  GArray *needs; /**< of SpilNeedCount: those heard in the last `need_months` */
  int need_months; /**< 0: how far back to look is not set, and all count */
  GPtrArray *scans; /**< of SpilScanRow, newest first */
  const SpilScanRow *scan; /**< the latest that is about the employer itself, in `scans`; NULL: none */
  GHashTable *titles; /**< titles (char *) of the rows that those refer to, by SpilId * */
} SpilVisitData;

/**
 * Gathers it for the organisation @id, or the one that it was merged into. NULL with SPIL_STORE_ERROR_NOT_FOUND when there is none. Free with
 * spil_visit_data_free().
 */
SpilVisitData *spil_visit_data_new (SpilStore *store, SpilId id, SpilDay today, GError **error);
void spil_visit_data_free (SpilVisitData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVisitData, spil_visit_data_free)

/** The title of the row that @field of @record refers to; NULL when there is none. */
const char *spil_visit_data_title (const SpilVisitData *self, SpilRecord *record, int field);

G_END_DECLS

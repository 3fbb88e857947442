// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-import-stage.h"
#include "spil-plan-import.h"
#include "spil-plan-query.h"

G_BEGIN_DECLS

/** A planning that is being taken in. */
typedef struct
{
  SpilStore *store;
  const SpilPlanFile *plan;
  const SpilPlanImportOptions *options;
  SpilPlanImportResult *result;
  SpilImportStage *stage;
  SpilSeries *series;
  SpilDay today;
  gboolean amounts; /**< amounts of the file are in euro */
  GPtrArray *known; /**< SpilRecord: the activities, siblings in their order */
  GHashTable *by_id; /**< SpilId -> SpilRecord of `known` */
  GHashTable *taken; /**< SpilRecord: is in the file */
  GPtrArray *matched; /**< per task of the file: SpilRecord; NULL: new */
  GArray *ids; /**< per task of the file: SpilId */
  GHashTable *refused; /**< SpilId: was left out */
  GHashTable *
      pushed; /**< SpilRecord -> SpilRecord: not in the file, and perhaps with another place among its siblings */
  GPtrArray *waiting; /**< SpilPlanImportRow of what waits in the stage, by number from 1; NULL: has no row */
} SpilPlanImporting;

/** The activities in the order in which they stand; nothing is rolled up. Of SpilRecord. */
GPtrArray *spil_plan_known_tasks (SpilStore *store, GError **error);

/** What the field `origin` of the activity of a task is. Free with g_free(). */
char *spil_plan_dup_origin (const SpilPlanFile *plan, const SpilPlanFileTask *task);
/** What the origins of all tasks of this planning begin with. Free with g_free(). */
char *spil_plan_dup_origin_prefix (const SpilPlanFile *plan);

/** Finds what the tasks of the file are in the database: sets `matched`, `ids` and `taken`. */
void spil_plan_match (SpilPlanImporting *self);

/** What the task says, on the activity. */
void spil_plan_take_task (SpilPlanImporting *self, guint place, SpilRecord *after);

/** Gives tasks that are new or come elsewhere their place among the parts of an activity. @after: SpilRecord per task of the file. */
void spil_plan_arrange (SpilPlanImporting *self, GPtrArray *after);

/** Adds a row to the result. @name: copied. */
SpilPlanImportRow *
spil_plan_importing_add (SpilPlanImporting *self, SpilPlanPart part, SpilPlanOutcome outcome, int64_t row,
                         SpilId id, const char *name);

/**
 * Writes @before (NULL: it is new) as @after, now or with what follows. @row (nullable) gets the outcome and what changes; whatever the database refuses
 * becomes refused there.
 */
gboolean spil_plan_importing_put (SpilPlanImporting *self, SpilPlanImportRow *row, SpilRecord *before,
                                  SpilRecord *after, GError **error);

/** Writes what is queued. */
gboolean spil_plan_importing_flush (SpilPlanImporting *self, GError **error);

/** Per link of the file, after the tasks: why it would close a circle, or NULL. @plan: what is in the database. Free with g_ptr_array_unref(). */
GPtrArray *spil_plan_find_circles (SpilPlanImporting *self, const SpilPlan *plan);

/* Each takes in one part of the planning. */
gboolean spil_plan_import_tasks (SpilPlanImporting *self, GError **error);
gboolean spil_plan_import_links (SpilPlanImporting *self, GError **error);
gboolean spil_plan_import_closures (SpilPlanImporting *self, GError **error);
gboolean spil_plan_import_baselines (SpilPlanImporting *self, GError **error);

G_END_DECLS

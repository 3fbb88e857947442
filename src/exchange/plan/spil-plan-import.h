// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Takes a planning from a file into the database: what is there already is changed, what is new is added, nothing is there twice. A task of the file is known
 * again by its GUID, which is the id of an activity in what Spil wrote itself; then by the field `origin` ("mspdi:<project>:<uid>"); then by its name under the same
 * activity. What the file does not state stays as it is; what is gone from the file stays too, and is told. All of it is one undo step.
 */

/** What a row of the result is about. */
typedef enum
{
  SPIL_PLAN_PART_TASK,
  SPIL_PLAN_PART_LINK,
  SPIL_PLAN_PART_CLOSURE,
  SPIL_PLAN_PART_BASELINE,
  SPIL_PLAN_N_PARTS,
} SpilPlanPart;

/** What became of it. */
typedef enum
{
  SPIL_PLAN_CREATED,
  SPIL_PLAN_UPDATED,
  SPIL_PLAN_UNCHANGED,
  SPIL_PLAN_GONE, /**< is in Spil, came from such a file before, and is not in this one: left as it is */
  SPIL_PLAN_DELETED, /**< the same, and deleted since that was asked */
  SPIL_PLAN_REFUSED, /**< left out, for a reason */
  SPIL_PLAN_N_OUTCOMES,
} SpilPlanOutcome;

typedef struct
{
  SpilPlanPart part;
  SpilPlanOutcome outcome;
  int64_t row; /**< in the file; 0: not in it */
  SpilId id; /**< of the row in the database; nil: none */
  char *name; /**< of the activity, both activities of a link ... */
  char *text; /**< what changes ("End: 31-12-2018 becomes 31-01-2019, Owner"), or why not: for people; NULL */
} SpilPlanImportRow;

/** Rows that are unchanged are counted, not listed; so are more of one outcome than this. */
#define SPIL_PLAN_IMPORT_MAX_LISTED 10000

typedef struct
{
  SpilId id; /**< of the import (spil_import_undo()); nil: a dry run, or nothing was changed */
  gboolean dry;
  int64_t counts[SPIL_PLAN_N_PARTS][SPIL_PLAN_N_OUTCOMES];
  GPtrArray
      *rows; /**< of SpilPlanImportRow: tasks in the order of the file, then links, closures, baselines */
  GPtrArray *unknown; /**< of SpilPlanFileUnknown: what is in the file and is not kept */
  GPtrArray *notes; /**< of char *: sentences about the file as a whole */
} SpilPlanImportResult;

void spil_plan_import_result_free (SpilPlanImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanImportResult, spil_plan_import_result_free)

/** How many rows of all parts had that outcome. */
int64_t spil_plan_import_result_count (const SpilPlanImportResult *self, SpilPlanOutcome outcome);

typedef struct
{
  const char
      *file; /**< name of the file, for undo and the list of imports; NULL: the title of the planning */
  gboolean dry; /**< only tell what would happen */
  gboolean delete_gone; /**< delete what came from this planning before and is not in it any more */
  SpilPlanFileSink sink;
} SpilPlanImportOptions;

/**
 * Takes in @plan, after spil_plan_file_finish(). @options: NULL for none. Errors are about the database as a whole, or G_IO_ERROR_CANCELLED; then nothing was
 * changed. A dry run is the run, taken back at its end.
 */
SpilPlanImportResult *spil_plan_import (SpilStore *store, const SpilPlanFile *plan,
                                        const SpilPlanImportOptions *options, GError **error);

/** The planning in the database, as a file can hold it: tasks in their order, with everything that belongs to them. */
SpilPlanFile *spil_plan_file_of_store (SpilStore *store, GError **error);

G_END_DECLS

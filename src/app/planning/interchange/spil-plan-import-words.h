// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-import.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/** Fills @group with the parts of a file that are not kept, of SpilPlanFileUnknown. */
void spil_plan_list_unknown (SpilRowGroup *group, GPtrArray *unknown);

/** Fills @group with the rows of the result that had that outcome, each with what changes or why not; no more than a page can hold. */
void
spil_plan_list_outcome (SpilRowGroup *group, const SpilPlanImportResult *result, SpilPlanOutcome outcome);

/** Fills @group with how many of each part are new, change and stay. */
void spil_plan_list_counts (SpilRowGroup *group, const SpilPlanImportResult *result);

G_END_DECLS

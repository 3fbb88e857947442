// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-query.h"
#include "spil-row-group.h"

G_BEGIN_DECLS

/**
 * Fills @group with the requirements of @application (of SpilRequirementRow) for @step (SPIL_ASSESSMENT_STEP_*), each with its answer: there, missing, or not looked at. A
 * click on an answer adds a check; a note goes with it. @group stands in a SpilPage.
 */
void spil_requirement_rows_fill (SpilRowGroup *group, SpilId application, GPtrArray *requirements, int step,
                                 const SpilFundCompleteness *completeness);

G_END_DECLS

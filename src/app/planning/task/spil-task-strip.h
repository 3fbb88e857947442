// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-shown.h"

G_BEGIN_DECLS

/**
 * An activity in its place, as rows of a chart (SpilPlanShownRow): what it follows on, itself, its parts, and what waits for it. Free with
 * g_ptr_array_unref().
 */
GPtrArray *spil_task_strip_rows (const SpilPlan *plan, int place);

G_END_DECLS

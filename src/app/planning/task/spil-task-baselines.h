// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-group.h"
#include "spil-task-data.h"

G_BEGIN_DECLS

/** Fills @group with the baselines: the dates that the activity had in each, and how it slipped since. */
void spil_task_baselines_fill (SpilRowGroup *group, const SpilTaskData *data);

G_END_DECLS

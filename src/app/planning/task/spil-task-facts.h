// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-group.h"
#include "spil-task-data.h"

G_BEGIN_DECLS

/** Fills @group with what the progress of the activity is counted from: the offers themselves, or where the rest is to be found. Hidden when it is typed. */
void spil_task_facts_fill (SpilRowGroup *group, const SpilTaskData *data);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-task-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TASK_LINKS (spil_task_links_get_type ())

/** What an activity follows on and what it comes before: each can be added, changed and removed. It stands in a SpilPage, whose worker it uses. */
G_DECLARE_FINAL_TYPE (SpilTaskLinks, spil_task_links, SPIL, TASK_LINKS, AdwBin)

void spil_task_links_show (SpilTaskLinks *self, const SpilTaskData *data);

G_END_DECLS

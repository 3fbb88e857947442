// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TASK_PAGE (spil_task_page_get_type ())

/** An activity: all that is known of it, what it follows on and what follows on it. */
G_DECLARE_FINAL_TYPE (SpilTaskPage, spil_task_page, SPIL, TASK_PAGE, SpilRowPage)

SpilPage *spil_task_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS

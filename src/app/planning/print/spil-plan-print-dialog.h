// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-plan-asked.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** What the planning's page shows now. */
typedef struct
{
  gboolean save; /**< somebody wants a file rather than paper */
  const SpilPlanAsked *asked; /**< which activities, in what groups, compared with what; copied */
  SpilDay first; /**< the days that are seen; SPIL_DAY_NONE: not known */
  SpilDay last;
} SpilPlanPrintWish;

/** The planning on paper: how, with what it looks like, to a printer or a file. */
#define SPIL_TYPE_PLAN_PRINT_DIALOG (spil_plan_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SpilPlanPrintDialog, spil_plan_print_dialog, SPIL, PLAN_PRINT_DIALOG, AdwDialog)

SpilPlanPrintDialog *spil_plan_print_dialog_new (SpilWorker *worker, const SpilPlanPrintWish *wish);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLAN_IMPORT_DIALOG (spil_plan_import_dialog_get_type ())

/** Reads in a planning of another program: which file, what will happen, and then it happens. Nothing changes before people have seen what. */
G_DECLARE_FINAL_TYPE (SpilPlanImportDialog, spil_plan_import_dialog, SPIL, PLAN_IMPORT_DIALOG, AdwDialog)

/** @file: nullable; then it asks. */
AdwDialog *spil_plan_import_dialog_new (SpilWorker *worker, GFile *file);

G_END_DECLS

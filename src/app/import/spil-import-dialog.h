// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_IMPORT_DIALOG (spil_import_dialog_get_type ())

/** Reads in a list of employers, step by step: the file, what it looks like, what stands where, what will happen, and what happened. */
G_DECLARE_FINAL_TYPE (SpilImportDialog, spil_import_dialog, SPIL, IMPORT_DIALOG, AdwDialog)

/** @file: nullable; then it asks. */
AdwDialog *spil_import_dialog_new (SpilWorker *worker, GFile *file);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-bulk-target.h"
#include "spil-employers-data.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BULK_DIALOG (spil_bulk_dialog_get_type ())

/** In which many employers are changed at once, as one action; it says before how many that are. */
G_DECLARE_FINAL_TYPE (SpilBulkDialog, spil_bulk_dialog, SPIL, BULK_DIALOG, AdwDialog)

/** Takes @target. @data: brokers and tags to choose from. */
AdwDialog *spil_bulk_dialog_new (SpilWorker *worker, SpilBulkTarget *target, const SpilEmployersData *data);

G_END_DECLS

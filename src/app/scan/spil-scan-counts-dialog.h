// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SCAN_COUNTS_DIALOG (spil_scan_counts_dialog_get_type ())

/** To type or paste what a quickscan counted: arrivals by hour and weekday, home work, travel modes and distances. Saves all in one action. */
G_DECLARE_FINAL_TYPE (SpilScanCountsDialog, spil_scan_counts_dialog, SPIL, SCAN_COUNTS_DIALOG, AdwDialog)

/** @rows: of the quickscan @scan, as spil_scan_read_rows() gives them; keeps a reference. */
AdwDialog *spil_scan_counts_dialog_new (SpilWorker *worker, SpilId scan, GPtrArray *rows);

G_END_DECLS

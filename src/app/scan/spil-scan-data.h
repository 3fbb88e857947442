// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-chart.h"
#include "spil-scan-query.h"

G_BEGIN_DECLS

/** What the page of a quickscan shows. */
typedef struct
{
  GPtrArray *scans; /**< of SpilScanRow, of the same organisation */
  const SpilScanRow *scan; /**< in `scans`, as the next ones */
  const SpilScanRow *before; /**< NULL: none */
  const SpilScanRow *elsewhere_before; /**< of a comparison group; NULL: none */
  const SpilScanRow *elsewhere_after;
  GPtrArray *rows; /**< of its counts, of SpilRecord */
  GPtrArray *advice; /**< of SpilRecord */
  SpilNorms norms;
} SpilScanData;

/** A SpilJobFunc; @request is the SpilId of the quickscan. NULL without an error when it is gone. */
gpointer spil_scan_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
void spil_scan_data_free (SpilScanData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilScanData, spil_scan_data_free)

/** Its peak profile, with the one of before beside it. */
SpilChart *spil_scan_data_make_profile (const SpilScanData *self);

G_END_DECLS

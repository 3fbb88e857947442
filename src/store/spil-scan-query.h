// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-scan-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A quickscan with what it counted and what follows. */
typedef struct
{
  SpilId id;
  SpilId organisation;
  char *organisation_name;
  SpilId site; /**< nil: the organisation as a whole */
  char *site_name; /**< NULL: none */
  int kind; /**< SPIL_MEASUREMENT_KIND_* */
  SpilDay date;
  char *method; /**< NULL: not stated */
  char *notes; /**< NULL: none */
  SpilScanCounts counts;
  SpilScanFigures figures;
} SpilScanRow;

/** The quickscans of @organisation and of what is merged into it, newest first, as SpilScanRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_scan_query (SpilStore *store, SpilId organisation, GError **error);

/** One of them; NULL with SPIL_STORE_ERROR_NOT_FOUND. Free with spil_scan_row_free(). */
SpilScanRow *spil_scan_query_one (SpilStore *store, SpilId scan, GError **error);

void spil_scan_row_free (SpilScanRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilScanRow, spil_scan_row_free)

/** "Zero measurement, 12-03-2018, Hanzeland": what it is, for people. Free with g_free(). */
char *spil_scan_row_dup_title (const SpilScanRow *self);

/**
 * The measurement that @scan is to be compared with, among @scans of the same organisation: for an after measurement the latest zero measurement of the
 * same site before it; NULL: none. Owned by @scans.
 */
const SpilScanRow *spil_scan_find_before (GPtrArray *scans, const SpilScanRow *scan);

/**
 * The measurement of a comparison group that goes with @scan: the one of kind comparison nearest in time; NULL: none. Owned by
 * @scans.
 */
const SpilScanRow *spil_scan_find_comparison (GPtrArray *scans, const SpilScanRow *scan);

G_END_DECLS

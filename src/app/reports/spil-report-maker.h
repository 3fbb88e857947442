// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-period.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REPORT_MAKER (spil_report_maker_get_type ())

/**
 * Makes one report to the AKT in the background and records it as made: as PDF and as ODT in the folder of the database, and a row of the
 * entity `report` with the figures it gave. Cancelled or failed, it leaves nothing.
 *
 * Signals, on the main thread: `progress` (double fraction, const char *what); then one of `done` and `failed` (const GError *).
 */
G_DECLARE_FINAL_TYPE (SpilReportMaker, spil_report_maker, SPIL, REPORT_MAKER, GObject)

/** Begins at once. */
SpilReportMaker *spil_report_maker_new (SpilWorker *worker, SpilPeriod period);
void spil_report_maker_cancel (SpilReportMaker *self);

/** What the files of a report end in, up to NULL: the one to look at, then the one to work on further. */
extern const char *const spil_report_endings[];

/** The file of the report with that id in the folder @dir of a database. Free with g_free(). */
char *spil_report_maker_dup_path (const char *dir, SpilId report, const char *ending);

G_END_DECLS

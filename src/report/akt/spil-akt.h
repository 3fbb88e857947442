// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-report-data.h"
#include "spil-report-progress.h"

G_BEGIN_DECLS

/** The period that a report is about unless somebody says otherwise: the quarter of today. */
SpilPeriod spil_report_default_period (void);

/**
 * Writes the report to the Ambtelijk Kernteam about @period, in Dutch, to @path, as ODT when that ends so and as PDF otherwise: whole, or not at all. @progress (nullable) is called on
 * this thread. Errors: G_IO_ERROR_CANCELLED when @cancellable was; else one sentence for people.
 */
gboolean
spil_report_akt_write (SpilStore *store, SpilPeriod period, const char *path, GCancellable *cancellable,
                       SpilReportProgress progress, gpointer user_data, GError **error);

/** What the report says, for any file format. Free with spil_document_free(). */
SpilDocument *spil_report_akt_new (const SpilReportData *data);

/** The key figures as canonical JSON: names sorted, amounts in cents. Free with g_free(). */
char *spil_report_akt_dup_snapshot (const SpilReportData *data);

/**
 * The action that records the report as issued, with its key figures: a row of the entity `report`, and the planning as it is, kept as a
 * baseline of that report. */
SpilAction *spil_report_akt_record (const SpilReportData *data);

G_END_DECLS

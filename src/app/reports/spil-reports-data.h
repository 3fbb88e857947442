// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-report-data.h"

G_BEGIN_DECLS

/** What the reports page shows. */
typedef struct
{
  SpilReportData *figures; /**< of the chosen period: its lights */
  GPtrArray *reports; /**< of SpilRecord, latest first */
  GPtrArray *decisions; /**< of SpilRecord, latest first */
} SpilReportsData;

/** Reads it; on the worker's thread. */
SpilReportsData *
spil_reports_data_load (SpilStore *store, SpilPeriod period, GCancellable *cancellable, GError **error);
void spil_reports_data_free (SpilReportsData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportsData, spil_reports_data_free)

G_END_DECLS

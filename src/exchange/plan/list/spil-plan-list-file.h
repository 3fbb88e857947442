// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/*
 * A planning as a list in a spreadsheet (CSV, ODS, XLSX): a row for each activity. Numbers tell what is part of what ("2.1" is part of "2"), what comes first is
 * written as people type it ("1; 2.1EB+2"), and the last column holds the id by which an activity is known again. What others make need only have a column with
 * names; Dutch and English titles are known, those of MS Project's own lists too.
 */

/** See SpilPlanFileRead. */
SpilPlanFile *spil_plan_list_read (const char *path, const SpilPlanFileSink *sink, GError **error);
/** See SpilPlanFileWrite. Baselines and the calendar do not fit in a list: they are told in @lost. */
gboolean spil_plan_list_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                               GPtrArray *lost, GError **error);

/** Writes an all-day event of each activity with dates, a day for each milestone and each deadline (RFC 5545). See SpilPlanFileWrite. */
gboolean spil_plan_calendar_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                                   GPtrArray *lost, GError **error);

G_END_DECLS

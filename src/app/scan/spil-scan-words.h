// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-scan-query.h"

G_BEGIN_DECLS

/** "62 % ± 8", "62 %" where the margin is not known; NULL: not known. Free with g_free(). */
char *spil_scan_dup_share (const SpilScanShare *share);

/** "120 of 300 people answered"; NULL: nobody said how many. Free with g_free(). */
char *spil_scan_dup_answers (const SpilScanCounts *counts);

/** "10 points less ± 6": with a sign and its margin. Free with g_free(). */
char *spil_scan_dup_change (const SpilScanChange *change);

/** "comparison group −2, taken off". Free with g_free(). */
char *spil_scan_dup_elsewhere (const SpilScanChange *change);

/** What to think of a change: "more than chance", "may be chance". Free with g_free(). */
char *spil_scan_dup_verdict (const SpilScanChange *change);

/** SpilRecordTextFuncs for a list of quickscans: "Zero measurement, 12-03-2018", and how it was done. */
char *spil_scan_dup_list_title (SpilRecord *scan, gpointer user_data);
char *spil_scan_dup_list_subtitle (SpilRecord *scan, gpointer user_data);

G_END_DECLS

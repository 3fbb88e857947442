// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-comparison.h"

G_BEGIN_DECLS

/** The same of what stands in the database on @day; tells the audit table. SPIL_STORE_ERROR too. */
gboolean
spil_comparison_export (SpilStore *store, SpilId baseline, SpilDay day, const char *path, GError **error);

/** The same as text for the clipboard: cells with tabs between them, as spreadsheets take them. Free with g_free(). */
char *spil_comparison_copy (const SpilPlanComparison *comparison);

G_END_DECLS

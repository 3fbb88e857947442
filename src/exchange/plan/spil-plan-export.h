// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"
#include "spil-store.h"

G_BEGIN_DECLS

/**
 * Writes the planning to a file whose name tells the form (spil-plan-forms.h), whole or not at all, and tells the audit table. @lost (nullable) gets what the file does
 * not hold (of SpilPlanFileUnknown). SPIL_EXCHANGE_ERROR, SPIL_STORE_ERROR, G_FILE_ERROR, G_IO_ERROR_CANCELLED.
 */
gboolean spil_plan_export (SpilStore *store, const char *path, const SpilPlanFileSink *sink, GPtrArray *lost,
                           GError **error);

G_END_DECLS

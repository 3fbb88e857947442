// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-audit-query.h"
#include "spil-export.h"

G_BEGIN_DECLS

/**
 * Writes lines of the audit table, the oldest first, to a .csv, .ods or .xlsx. Beside what people read stand the words, the time in
 * milliseconds, the device and the hash of each line: all that somebody needs to follow the chain by the rule in LOG.md. @filter NULL: all lines,
 * which is what such a check takes. As spil_export_query() for the rest.
 */
gboolean spil_export_audit (SpilStore *store, const SpilAuditFilter *filter, const char *path,
                            GCancellable *cancellable, SpilExportProgress progress, gpointer user_data,
                            GError **error);

G_END_DECLS

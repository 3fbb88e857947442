// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-list-table.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_TABLE (spil_audit_table_get_type ())

/** The lines of the audit table, of SpilAuditItem. A line opens with all that it holds. */
G_DECLARE_FINAL_TYPE (SpilAuditTable, spil_audit_table, SPIL, AUDIT_TABLE, SpilListTable)

G_END_DECLS

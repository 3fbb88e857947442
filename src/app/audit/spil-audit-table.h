// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-store-list-model.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_TABLE (spil_audit_table_get_type ())

/** The lines of the audit table: columns, or rows of two lines where it is narrow. A line opens with all that it holds. */
G_DECLARE_FINAL_TYPE (SpilAuditTable, spil_audit_table, SPIL, AUDIT_TABLE, AdwBin)

void spil_audit_table_set_model (SpilAuditTable *self, SpilStoreListModel *model);
void spil_audit_table_set_narrow (SpilAuditTable *self, gboolean narrow);
void spil_audit_table_scroll_to_top (SpilAuditTable *self);
/** Brings the keyboard to the first line. */
void spil_audit_table_focus_first (SpilAuditTable *self);

G_END_DECLS

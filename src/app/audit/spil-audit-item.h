// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-audit-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_ITEM (spil_audit_item_get_type ())

/** A line of the audit table, as an item of a list model. */
G_DECLARE_FINAL_TYPE (SpilAuditItem, spil_audit_item, SPIL, AUDIT_ITEM, GObject)

/** Owned by the item. */
const SpilAuditLine *spil_audit_item_get_line (SpilAuditItem *self);
/** The name of the laptop, for people; owned by the item. */
const char *spil_audit_item_get_device (SpilAuditItem *self);

/** A SpilListFetchFunc for a SpilAuditFilter: gives SpilAuditItems, the newest first. */
GPtrArray *spil_audit_item_fetch (SpilStore *store, gpointer filter, int64_t offset, int limit,
                                  int64_t *count, GCancellable *cancellable, GError **error);

G_END_DECLS

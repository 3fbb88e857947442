// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-audit-query.h"
#include "spil-budget-query.h"
#include "spil-export.h"

G_BEGIN_DECLS

/** The format of the parameter of `win.export-list`: what, which of them, whether all of those but the ids, or only the ids. */
#define SPIL_EXPORT_LIST_TYPE "(ssbas)"

/** A list that can be exported: what it is called, what it can become, and how it is written. */
typedef struct _SpilExportList SpilExportList;

/**
 * Reads the parameter of `win.export-list`:
 * - "employers", the definition of a filter (see spil-filter-definition.h), all, ids;
 * - "person" or "next_action", an organisation's id or "" for those of all organisations, TRUE, none.
 * - "comparison", a baseline's id, TRUE, none: the planning beside it.
 * - "budget", the id of a version or "" for the one in force, TRUE, none;
 * - "bookings", which of them: made by spil_export_list_new_bookings_parameter().
 * - "audit", which lines: made by spil_export_list_new_audit_parameter().
 * NULL when it is none of these.
 */
SpilExportList *spil_export_list_new (GVariant *parameter);
/** The parameter (floating) for the bookings that @filter selects. */
GVariant *spil_export_list_new_bookings_parameter (const SpilBookingFilter *filter);
/** The parameter (floating) for the lines of the audit table that @filter selects. */
GVariant *spil_export_list_new_audit_parameter (const SpilAuditFilter *filter);
SpilExportList *spil_export_list_ref (SpilExportList *self);
void spil_export_list_unref (SpilExportList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilExportList, spil_export_list_unref)

/** What it is called, also as a file: "Employers". */
const char *spil_export_list_get_name (SpilExportList *self);
/** Whether its rows are about persons. */
gboolean spil_export_list_is_personal (SpilExportList *self);
/** Whether it can become a file that ends so (".ods"). */
gboolean spil_export_list_takes (SpilExportList *self, const char *ending);

/** On the worker's thread; as spil_export_query(). */
gboolean
spil_export_list_write (SpilExportList *self, SpilStore *store, const char *path, GCancellable *cancellable,
                        SpilExportProgress progress, gpointer user_data, GError **error);

G_END_DECLS

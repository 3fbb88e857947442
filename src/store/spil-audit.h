// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** Adds a line to the audit table within the change of the caller. */
gboolean spil_audit_write (SpilStore *store, const char *action, const char *object, const char *result,
                           GError **error);

/** Recomputes the chain of hashes; appends a sentence to @faults where it breaks. */
gboolean spil_audit_check (SpilStore *store, GPtrArray *faults, GError **error);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AUDIT_VERDICT (spil_audit_verdict_get_type ())

/** Says whether the chain of the audit table is right. It is followed on the worker, some lines at a time, and can be stopped. */
G_DECLARE_FINAL_TYPE (SpilAuditVerdict, spil_audit_verdict, SPIL, AUDIT_VERDICT, AdwBin)

/** Checks what was not checked yet of @n lines: all, the first time. */
void spil_audit_verdict_check (SpilAuditVerdict *self, SpilWorker *worker, int64_t n);

/** Puts the button under what it says. */
void spil_audit_verdict_set_narrow (SpilAuditVerdict *self, gboolean narrow);

G_END_DECLS

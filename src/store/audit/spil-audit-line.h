// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-audit-query.h"
#include "spil-connection.h"

G_BEGIN_DECLS

/** The columns of a line, in the order of spil_audit_line_read(). */
#define SPIL_AUDIT_COLUMNS "n, time, actor, device, action, object, result, hash"

/** The line at which @statement stands. Its texts live until the next step. */
void spil_audit_line_read (SpilStatement *statement, SpilAuditLine *line);

/** SHA-256 over the hash before and the fields of the line, in the form that LOG.md describes. */
void spil_audit_line_compute_hash (const SpilAuditLine *line, const uint8_t before[SPIL_AUDIT_HASH_LENGTH],
                                   uint8_t hash[SPIL_AUDIT_HASH_LENGTH]);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-line.h"

#include <string.h>

#include "spil-bytes.h"
#include "spil-statement.h"

// A text of a damaged table may be missing.
static const char *
get_text (SpilStatement *statement, int column)
{
  const char *text = spil_statement_get_text (statement, column);

  return text != NULL ? text : "";
}

void
spil_audit_line_read (SpilStatement *statement, SpilAuditLine *line)
{
  gsize length;
  const void *hash = spil_statement_get_blob (statement, 7, &length);

  *line = (SpilAuditLine) {
    .n = spil_statement_get_integer (statement, 0),
    .time = spil_time (spil_statement_get_integer (statement, 1)),
    .actor = get_text (statement, 2),
    .device = spil_statement_get_id (statement, 3),
    .action = get_text (statement, 4),
    .object = get_text (statement, 5),
    .result = get_text (statement, 6),
    .has_hash = length == SPIL_AUDIT_HASH_LENGTH,
  };
  if (line->has_hash)
    memcpy (line->hash, hash, SPIL_AUDIT_HASH_LENGTH);
}

void
spil_audit_line_compute_hash (const SpilAuditLine *line, const uint8_t before[SPIL_AUDIT_HASH_LENGTH],
                              uint8_t hash[SPIL_AUDIT_HASH_LENGTH])
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = SPIL_AUDIT_HASH_LENGTH;

  g_byte_array_append (bytes, before, SPIL_AUDIT_HASH_LENGTH);
  spil_bytes_add_number (bytes, (uint64_t) line->n);
  spil_bytes_add_signed (bytes, line->time.ms);
  spil_bytes_add_text (bytes, line->actor);
  spil_bytes_add_id (bytes, &line->device);
  spil_bytes_add_text (bytes, line->action);
  spil_bytes_add_text (bytes, line->object);
  spil_bytes_add_text (bytes, line->result);
  g_checksum_update (checksum, bytes->data, (gssize) bytes->len);
  g_checksum_get_digest (checksum, hash, &length);
}

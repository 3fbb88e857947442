// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-audit-line.h"
#include "spil-number.h"
#include "spil-statement.h"
#include "spil-store-private.h"

// Goes one line further; FALSE when it does not follow from those before.
static gboolean
add_line (SpilAuditChain *chain, const SpilAuditLine *line)
{
  uint8_t hash[SPIL_AUDIT_HASH_LENGTH];

  spil_audit_line_compute_hash (line, chain->hash, hash);
  if (line->n != chain->n + 1 || !line->has_hash || memcmp (line->hash, hash, sizeof hash) != 0)
    return FALSE;
  if (chain->n == 0)
    chain->first = line->time;
  chain->last = line->time;
  chain->n = line->n;
  memcpy (chain->hash, hash, sizeof hash);
  return TRUE;
}

gboolean
spil_audit_chain_follow (SpilAuditChain *chain, SpilStore *store, int limit, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step;
  int followed = 0;

  spil_store_assert_thread (store);
  // Lines before the first are none of the chain either.
  statement = spil_connection_take (
      store->connection,
      chain->n == 0 ? "SELECT " SPIL_AUDIT_COLUMNS " FROM audit ORDER BY n LIMIT ?2"
                    : "SELECT " SPIL_AUDIT_COLUMNS " FROM audit WHERE n > ?1 ORDER BY n LIMIT ?2",
      error);
  if (statement == NULL)
    return FALSE;
  if (chain->n > 0)
    spil_statement_bind_integer (statement, 1, chain->n);
  spil_statement_bind_integer (statement, 2, limit);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilAuditLine line;

    spil_audit_line_read (statement, &line);
    if (!add_line (chain, &line)) {
      chain->broken = chain->n + 1;
      chain->done = TRUE;
      return TRUE;
    }
    followed++;
  }
  chain->done = followed < limit;
  return step == SPIL_STEP_DONE;
}

char *
spil_audit_chain_dup_verdict (const SpilAuditChain *chain)
{
  g_autofree char *count = spil_integer_format (chain->n);
  g_autofree char *broken = spil_integer_format (chain->broken);
  g_autofree char *first = spil_time_format (chain->first);
  g_autofree char *last = spil_time_format (chain->last);

  if (chain->broken > 0)
    // Translators: %s is the number of a line.
    return g_strdup_printf (_ ("The chain is broken: something was changed at or before line %s."), broken);
  if (chain->n == 0)
    return g_strdup (_ ("There is no line yet."));
  // Translators: a number; two times.
  return g_strdup_printf (ngettext ("The chain is right: %s line, from %s to %s.",
                                    "The chain is right: %s lines, from %s to %s.", (gulong) chain->n),
                          count, first, last);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-norm-query.h"

#include "spil-read.h"

static gboolean
take_norm (SpilStatement *row, gpointer user_data)
{
  SpilNorms *norms = user_data;
  const char *key = spil_statement_get_text (row, 0);

  for (int i = 0; i < SPIL_N_NORMS; i++)
    if (g_strcmp0 (key, spil_norm_key (i)) == 0) {
      norms->known[i] = TRUE;
      norms->value[i] = spil_statement_get_integer (row, 1);
    }
  return TRUE;
}

gboolean
spil_norm_query (SpilStore *store, SpilNorms *norms, GError **error)
{
  static const char sql[] = "SELECT key, value FROM setting"
                            " WHERE dead = 0 AND programme = ?1 AND value IS NOT NULL ORDER BY row";

  *norms = (SpilNorms) { 0 };
  return spil_read_each (store, sql, NULL, 0, take_norm, norms, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-conflict-private.h"
#include "spil-json.h"
#include "spil-store-private.h"

static int
compare_entities (const void *a, const void *b)
{
  return strcmp ((*(const SpilEntity *const *) a)->name, (*(const SpilEntity *const *) b)->name);
}

static gboolean
dump_entity (SpilStore *self, const SpilEntity *entity, SpilDumpFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;

  spil_row_append_columns (sql, entity, NULL);
  g_string_append_printf (sql, " FROM \"%s\" WHERE dead = 0 ORDER BY id", entity->name);
  statement = spil_connection_take (self->connection, sql->str, error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    g_autoptr (SpilRecord) record = spil_row_to_record (statement, entity, 0);

    g_string_truncate (line, 0);
    spil_json_append_record (line, record);
    if (!func (line->str, user_data, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE;
}

// All entities as they are at one moment.
static gboolean
dump_all (SpilStore *self, SpilDumpFunc func, gpointer user_data, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);
  g_autofree const SpilEntity **sorted = g_memdup2 (entities, sizeof *entities * (gsize) n_entities);

  qsort (sorted, (size_t) n_entities, sizeof *sorted, compare_entities);
  for (int i = 0; i < n_entities; i++)
    if (!dump_entity (self, sorted[i], func, user_data, error))
      return FALSE;
  return TRUE;
}

gboolean
spil_store_dump (SpilStore *self, SpilDumpFunc func, gpointer user_data, GError **error)
{
  gboolean dumped;

  spil_store_assert_thread (self);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!spil_connection_execute (self->connection, "BEGIN", error))
    return FALSE;
  dumped = dump_all (self, func, user_data, error);
  spil_connection_rollback (self->connection);
  return dumped;
}

static gboolean
add_to_checksum (const char *line, gpointer user_data, GError **error)
{
  g_checksum_update (user_data, (const guchar *) line, -1);
  g_checksum_update (user_data, (const guchar *) "\n", 1);
  return TRUE;
}

char *
spil_store_digest (SpilStore *self, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!spil_store_dump (self, add_to_checksum, checksum, error) ||
      !spil_conflicts_dump (self, add_to_checksum, checksum, error))
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

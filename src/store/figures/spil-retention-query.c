// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-day.h"
#include "spil-entity.h"
#include "spil-privacy.h"
#include "spil-statement.h"
#include "spil-store-private.h"

// An erased person has no name any more. Of every programme: the law knows no programmes.
GPtrArray *
spil_store_due_for_erasure (SpilStore *self, GError **error)
{
  const SpilEntity *person = spil_entity (SPIL_ENTITY_PERSON);
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step;

  spil_store_assert_thread (self);
  spil_row_append_columns (sql, person, NULL);
  g_string_append (sql, " FROM person WHERE dead = 0 AND name <> '' AND retention_date <= ?1"
                        " ORDER BY retention_date, row");
  statement = spil_connection_take (self->connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  spil_statement_bind_integer (statement, 1, spil_day_today ().number);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_ptr_array_add (due, spil_row_to_record (statement, person, 0));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&due) : NULL;
}

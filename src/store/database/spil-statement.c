// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-statement.h"

#include <string.h>

struct _SpilStatement
{
  SpilConnection *connection;
  sqlite3_stmt *handle;
  gboolean kept; // by its connection, for the next time
  gboolean taken;
};

SpilStatement *
spil_statement_new (SpilConnection *connection, const char *sql, gboolean kept, GError **error)
{
  sqlite3_stmt *handle = NULL;
  SpilStatement *self;
  int code = sqlite3_prepare_v3 (spil_connection_get_handle (connection), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                 &handle, NULL);

  if (code != SQLITE_OK) {
    spil_connection_set_error (connection, code, error);
    return NULL;
  }
  self = g_new0 (SpilStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->kept = kept;
  return self;
}

void
spil_statement_free (SpilStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

gboolean
spil_statement_is_taken (SpilStatement *self)
{
  return self->taken;
}

void
spil_statement_take (SpilStatement *self)
{
  g_assert (!self->taken);
  self->taken = TRUE;
}

void
spil_statement_release (SpilStatement *self)
{
  if (!self->kept) {
    spil_statement_free (self);
    return;
  }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->taken = FALSE;
}

void
spil_statement_bind_integer (SpilStatement *self, int place, int64_t value)
{
  sqlite3_bind_int64 (self->handle, place, value);
}

void
spil_statement_bind_text (SpilStatement *self, int place, const char *text)
{
  sqlite3_bind_text (self->handle, place, text, -1, SQLITE_STATIC);
}

void
spil_statement_bind_blob (SpilStatement *self, int place, const void *bytes, gsize length)
{
  sqlite3_bind_blob64 (self->handle, place, bytes != NULL ? bytes : "", length, SQLITE_STATIC);
}

void
spil_statement_bind_id (SpilStatement *self, int place, const SpilId *id)
{
  if (spil_id_is_nil (*id))
    sqlite3_bind_null (self->handle, place);
  else
    sqlite3_bind_blob (self->handle, place, id->bytes, sizeof id->bytes, SQLITE_STATIC);
}

void
spil_statement_bind_null (SpilStatement *self, int place)
{
  sqlite3_bind_null (self->handle, place);
}

void
spil_statement_bind_value (SpilStatement *self, int place, const SpilValue *value)
{
  switch (value->kind) {
  case SPIL_VALUE_NULL:
    spil_statement_bind_null (self, place);
    break;
  case SPIL_VALUE_INTEGER:
    spil_statement_bind_integer (self, place, value->integer);
    break;
  case SPIL_VALUE_TEXT:
    spil_statement_bind_text (self, place, value->text);
    break;
  case SPIL_VALUE_ID:
    spil_statement_bind_id (self, place, &value->id);
    break;
  default:
    g_assert_not_reached ();
  }
}

SpilStep
spil_statement_step (SpilStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return SPIL_STEP_ROW;
  if (code == SQLITE_DONE)
    return SPIL_STEP_DONE;
  spil_connection_set_error (self->connection, code, error);
  sqlite3_reset (self->handle);
  return SPIL_STEP_FAILED;
}

gboolean
spil_statement_run (SpilStatement *self, GError **error)
{
  SpilStep step = spil_statement_step (self, error);

  sqlite3_reset (self->handle);
  return step != SPIL_STEP_FAILED;
}

void
spil_statement_reset (SpilStatement *self)
{
  sqlite3_reset (self->handle);
}

gboolean
spil_statement_is_null (SpilStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

int64_t
spil_statement_get_integer (SpilStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
spil_statement_get_text (SpilStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

const void *
spil_statement_get_blob (SpilStatement *self, int column, gsize *length)
{
  const void *bytes = sqlite3_column_blob (self->handle, column);

  *length = (gsize) sqlite3_column_bytes (self->handle, column);
  return bytes;
}

SpilId
spil_statement_get_id (SpilStatement *self, int column)
{
  SpilId id = SPIL_ID_NIL;
  gsize length;
  const void *bytes = spil_statement_get_blob (self, column, &length);

  if (length == sizeof id.bytes)
    memcpy (id.bytes, bytes, sizeof id.bytes);
  return id;
}

SpilValue
spil_statement_get_value (SpilStatement *self, int column, SpilType type)
{
  if (spil_statement_is_null (self, column))
    return SPIL_VALUE_INIT;
  switch (spil_type_value_kind (type)) {
  case SPIL_VALUE_TEXT:
    return spil_value_text (spil_statement_get_text (self, column));
  case SPIL_VALUE_ID:
    return spil_value_id (spil_statement_get_id (self, column));
  case SPIL_VALUE_INTEGER:
    return spil_value_integer (spil_statement_get_integer (self, column));
  case SPIL_VALUE_NULL:
  default:
    return SPIL_VALUE_INIT;
  }
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-read.h"

#include "spil-store-private.h"

SpilGiven
spil_give_day (SpilDay day)
{
  return spil_day_is_known (day) ? SPIL_GIVE_INTEGER (day.number) : SPIL_GIVE_NULL;
}

/* The statement with all its parameters. The programme must live as long as the statement is used. */
static SpilStatement *
prepare (SpilStore *store, const char *sql, const SpilId *programme, const SpilGiven *parameters, gsize n,
         GError **error)
{
  SpilStatement *statement = spil_connection_take (store->connection, sql, error);

  if (statement == NULL)
    return NULL;
  spil_statement_bind_id (statement, 1, programme);
  for (gsize i = 0; i < n; i++)
    if (parameters[i].bytes != NULL)
      spil_statement_bind_blob (statement, (int) i + 2, parameters[i].bytes, parameters[i].length);
    else
      spil_statement_bind_value (statement, (int) i + 2, &parameters[i].value);
  return statement;
}

gboolean
spil_read_each (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n, SpilEachRow each,
                gpointer user_data, GError **error)
{
  SpilId programme = spil_store_get_programme (store);
  g_autoptr (SpilStatement) statement = prepare (store, sql, &programme, parameters, n, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    if (!each (statement, user_data))
      return TRUE;
  return step == SPIL_STEP_DONE;
}

typedef struct
{
  GPtrArray *rows;
  SpilMakeRow make;
  gpointer user_data;
} Maker;

static gboolean
make_row (SpilStatement *row, gpointer user_data)
{
  Maker *maker = user_data;

  g_ptr_array_add (maker->rows, maker->make (row, maker->user_data));
  return TRUE;
}

GPtrArray *
spil_read_all (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n, SpilMakeRow make,
               gpointer user_data, GDestroyNotify free, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free);
  Maker maker = { rows, make, user_data };

  if (!spil_read_each (store, sql, parameters, n, make_row, &maker, error))
    return NULL;
  return g_steal_pointer (&rows);
}

static gboolean
take_integer (SpilStatement *row, gpointer user_data)
{
  *(int64_t *) user_data = spil_statement_get_integer (row, 0);
  return FALSE;
}

gboolean
spil_read_integer (SpilStore *store, const char *sql, const SpilGiven *parameters, gsize n, int64_t *value,
                   GError **error)
{
  *value = 0;
  return spil_read_each (store, sql, parameters, n, take_integer, value, error);
}

GHashTable *
spil_index_rows (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (index, rows->pdata[i], rows->pdata[i]);
  return index;
}

char *
spil_get_text (SpilStatement *row, int column)
{
  const char *text = spil_statement_get_text (row, column);

  return text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;
}

int64_t
spil_get_number (SpilStatement *row, int column, int64_t unknown)
{
  return spil_statement_is_null (row, column) ? unknown : spil_statement_get_integer (row, column);
}

int
spil_get_int (SpilStatement *row, int column)
{
  return (int) CLAMP (spil_statement_get_integer (row, column), G_MININT32, G_MAXINT32);
}

SpilDay
spil_get_day (SpilStatement *row, int column)
{
  return spil_statement_is_null (row, column) ? SPIL_DAY_NONE
                                              : spil_day ((int32_t) spil_statement_get_integer (row, column));
}

SpilMoney
spil_get_money (SpilStatement *row, int column, int vat_column)
{
  return spil_money (spil_statement_get_integer (row, column),
                     (SpilVat) spil_statement_get_integer (row, vat_column));
}

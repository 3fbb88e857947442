// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-words.h"

#include "spil-schema.h"

// What waits is in memory: two records for each row.
#define MAX_WAITING 10000

// Fewer are not worth the trouble. Where so many and most rows of a table changed, its index is made anew: that takes each row once, a change twice.
#define MANY_ROWS 1000

// How many bytes FTS5 gathers: by itself, and while many rows are added. Ten thousands of rows are one piece then.
#define GATHER_BYTES (1024 * 1024)
#define GATHER_MANY_BYTES (16 * 1024 * 1024)

/** A row whose words wait. */
typedef struct
{
  const SpilEntity *entity;
  int64_t number;
  SpilRecord *written; // as the index has it; NULL: not at all
  SpilRecord *wanted; // as it should be
} SpilWordsRow;

static guint
hash_row (gconstpointer data)
{
  const SpilWordsRow *row = data;

  return g_int64_hash (&row->number) * SPIL_ENTITY_NUMBER_LIMIT + (guint) row->entity->number;
}

static gboolean
equal_rows (gconstpointer a, gconstpointer b)
{
  const SpilWordsRow *one = a;
  const SpilWordsRow *other = b;

  return one->entity == other->entity && one->number == other->number;
}

static void
free_row (gpointer data)
{
  SpilWordsRow *row = data;

  g_clear_object (&row->written);
  g_clear_object (&row->wanted);
  g_free (row);
}

void
spil_words_init (SpilWords *self, SpilTables *tables)
{
  *self = (SpilWords) { .tables = tables };
}

void
spil_words_clear (SpilWords *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
}

static gboolean
same_words (const SpilEntity *entity, SpilRecord *before, SpilRecord *after)
{
  if (before == NULL || after == NULL)
    return before == after;
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0 &&
        !spil_value_equal (spil_record_get (before, i), spil_record_get (after, i)))
      return FALSE;
  return TRUE;
}

static void
set_row (SpilWords *self, const SpilWordsRow *key, SpilRecord *before, SpilRecord *after)
{
  SpilWordsRow *row;

  if (self->rows == NULL)
    self->rows = g_hash_table_new_full (hash_row, equal_rows, free_row, NULL);
  row = g_hash_table_lookup (self->rows, key);
  if (row == NULL) {
    row = g_memdup2 (key, sizeof *key);
    g_set_object (&row->written, before);
    g_hash_table_add (self->rows, row);
  }
  g_set_object (&row->wanted, after);
}

static gboolean
set_gather (SpilWords *self, const SpilEntity *entity, int n_bytes, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO \"search_%s\" (\"search_%s\", rank) VALUES ('hashsize', %d)", entity->name, entity->name,
      n_bytes);

  return spil_connection_execute (self->tables->connection, sql, error);
}

void
spil_words_expect (SpilWords *self, guint64 n_changes)
{
  self->many = self->many || n_changes >= MANY_ROWS;
}

gboolean
spil_words_add (SpilWords *self, int64_t number, SpilRecord *record, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  if (!spil_schema_has_search (entity))
    return TRUE;
  if (self->many && !self->gathers[entity->number]) {
    if (!set_gather (self, entity, GATHER_MANY_BYTES, error))
      return FALSE;
    self->gathers[entity->number] = TRUE;
  }
  return spil_row_index (self->tables, number, record, error);
}

gboolean
spil_words_change (SpilWords *self, int64_t number, SpilRecord *before, SpilRecord *after, GError **error)
{
  SpilWordsRow key = { .entity = spil_record_get_entity (before != NULL ? before : after), .number = number };

  if (!spil_schema_has_search (key.entity) || same_words (key.entity, before, after))
    return TRUE;
  set_row (self, &key, before, after);
  return g_hash_table_size (self->rows) < MAX_WAITING || spil_words_write (self, error);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpilWordsRow *one = *(const SpilWordsRow *const *) a;
  const SpilWordsRow *other = *(const SpilWordsRow *const *) b;

  if (one->entity != other->entity)
    return one->entity->number - other->entity->number;
  return (one->number > other->number) - (one->number < other->number);
}

// Finds out whether @n_changed are most of the rows there are.
static gboolean
are_most (SpilWords *self, const SpilEntity *entity, guint n_changed, gboolean *most, GError **error)
{
  g_autofree char *highest = g_strdup_printf ("SELECT max (row) FROM \"%s\"", entity->name);
  int64_t n_rows;

  *most = FALSE;
  if (n_changed < MANY_ROWS)
    return TRUE;
  if (!spil_connection_read_integer (self->tables->connection, highest, &n_rows, error))
    return FALSE;
  *most = n_rows < 2 * (int64_t) n_changed;
  return TRUE;
}

static gboolean
make_anew (SpilWords *self, const SpilEntity *entity, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO \"search_%s\" (\"search_%s\") VALUES ('rebuild')",
                                          entity->name, entity->name);

  return spil_connection_execute (self->tables->connection, sql, error);
}

// Writes the changes of one entity.
static gboolean
write_rows (SpilWords *self, SpilWordsRow *const *rows, guint n_rows, GError **error)
{
  gboolean most;

  if (!are_most (self, rows[0]->entity, n_rows, &most, error))
    return FALSE;
  if (most)
    return make_anew (self, rows[0]->entity, error);
  for (guint i = 0; i < n_rows; i++) {
    const SpilWordsRow *row = rows[i];

    if (same_words (row->entity, row->written, row->wanted))
      continue;
    if ((row->written != NULL && !spil_row_unindex (self->tables, row->number, row->written, error)) ||
        (row->wanted != NULL && !spil_row_index (self->tables, row->number, row->wanted, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
end_adding (SpilWords *self, GError **error)
{
  for (int i = 0; i < SPIL_ENTITY_NUMBER_LIMIT; i++) {
    if (self->gathers[i] && !set_gather (self, spil_entity_by_number (i), GATHER_BYTES, error))
      return FALSE;
    self->gathers[i] = FALSE;
  }
  return TRUE;
}

gboolean
spil_words_write (SpilWords *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint start = 0;

  if (!end_adding (self, error))
    return FALSE;
  if (self->rows == NULL)
    return TRUE;
  rows = g_hash_table_get_keys_as_ptr_array (self->rows);
  g_ptr_array_sort (rows, compare_rows);
  while (start < rows->len) {
    SpilWordsRow **first = (SpilWordsRow **) &rows->pdata[start];
    guint n = 1;

    while (start + n < rows->len && first[n]->entity == first[0]->entity)
      n++;
    if (!write_rows (self, first, n, error))
      return FALSE;
    start += n;
  }
  g_hash_table_remove_all (self->rows);
  return TRUE;
}

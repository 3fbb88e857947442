// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-export-private.h"
#include "spil-title-cache.h"

/* One column: a field, or the id of a row. */
typedef struct
{
  const SpilField *field; /* NULL: the row itself */
  gboolean as_id; /* a reference by its id, not by name */
  char *title;
} FieldColumn;

/* A table under way. */
typedef struct
{
  SpilExporting *exporting;
  GArray *columns; /* of FieldColumn */
  SpilTitleCache *titles;
  SpilTableWriter *writer;
  SpilCell *cells;
} TableFile;

static void
field_column_clear (gpointer column)
{
  g_free (((FieldColumn *) column)->title);
}

static void
add_column (GArray *columns, const SpilField *field, gboolean as_id, char *title)
{
  const FieldColumn column = { field, as_id, title };

  g_array_append_val (columns, column);
}

/* First what people read, then the ids. Order keys and the programme, the same in all rows, say nothing to people. */
static GArray *
choose_columns (const SpilEntity *entity)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (FieldColumn));

  g_array_set_clear_func (columns, field_column_clear);
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 && field->type != SPIL_TYPE_ORDER &&
        (i != SPIL_FIELD_PROGRAMME || field->type != SPIL_TYPE_REFERENCE))
      add_column (columns, field, FALSE, g_strdup (spil_field_label (field)));
  }
  add_column (columns, NULL, TRUE, g_strdup ("id"));
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 && field->type == SPIL_TYPE_REFERENCE)
      add_column (columns, field, TRUE, g_strconcat (spil_field_label (field), " (id)", NULL));
  }
  return columns;
}

static SpilColumnKind
kind_of (const FieldColumn *column)
{
  static const SpilColumnKind kinds[] = {
    [SPIL_TYPE_INTEGER] = SPIL_COLUMN_NUMBER, [SPIL_TYPE_DECIMAL] = SPIL_COLUMN_NUMBER,
    [SPIL_TYPE_MONEY] = SPIL_COLUMN_MONEY,    [SPIL_TYPE_DATE] = SPIL_COLUMN_DATE,
    [SPIL_TYPE_TIME] = SPIL_COLUMN_TIME,      [SPIL_TYPE_BOOLEAN] = SPIL_COLUMN_BOOLEAN,
    [SPIL_TYPE_ORDER] = SPIL_COLUMN_TEXT,
  };

  if (column->as_id)
    return SPIL_COLUMN_ID;
  if ((column->field->flags & SPIL_FIELD_MULTILINE) != 0)
    return SPIL_COLUMN_LONG_TEXT;
  return kinds[column->field->type];
}

static SpilCell
make_cell (TableFile *self, const FieldColumn *column, SpilRecord *record)
{
  static const SpilCellKind kinds[] = {
    [SPIL_COLUMN_TEXT] = SPIL_CELL_TEXT,       [SPIL_COLUMN_LONG_TEXT] = SPIL_CELL_TEXT,
    [SPIL_COLUMN_NUMBER] = SPIL_CELL_NUMBER,   [SPIL_COLUMN_MONEY] = SPIL_CELL_NUMBER,
    [SPIL_COLUMN_DATE] = SPIL_CELL_DATE,       [SPIL_COLUMN_TIME] = SPIL_CELL_TIME,
    [SPIL_COLUMN_BOOLEAN] = SPIL_CELL_BOOLEAN, [SPIL_COLUMN_ID] = SPIL_CELL_TEXT,
  };
  const SpilField *field = column->field;
  const SpilValue *value = field != NULL ? spil_record_get (record, field->number) : NULL;
  char *text;

  if (field == NULL)
    text = spil_id_dup_text (spil_record_get_id (record));
  else if (value->kind == SPIL_VALUE_NULL)
    return (SpilCell) { SPIL_CELL_EMPTY, g_strdup ("") };
  else if (field->type == SPIL_TYPE_REFERENCE && !column->as_id)
    text = g_strdup (spil_title_cache_get (self->titles, spil_entity_by_number (field->target), value->id));
  else if (field->type == SPIL_TYPE_CHOICE || field->type == SPIL_TYPE_SET)
    text = spil_value_format (field, value);
  else if (field->type == SPIL_TYPE_TIME)
    text = spil_export_local_time (spil_time (value->integer));
  else
    text = spil_value_to_text (field, value);
  return (SpilCell) { text[0] != '\0' ? kinds[kind_of (column)] : SPIL_CELL_EMPTY, text };
}

static gboolean
on_row_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  TableFile *self = user_data;
  gboolean written;

  for (guint i = 0; i < self->columns->len; i++)
    self->cells[i] = make_cell (self, &g_array_index (self->columns, FieldColumn, i), record);
  written = spil_table_writer_add (self->writer, self->cells, error);
  for (guint i = 0; i < self->columns->len; i++)
    g_free ((char *) self->cells[i].text);
  return written && spil_exporting_count (self->exporting, error);
}

gboolean
spil_export_table (SpilExporting *self, SpilQuery *query, SpilTableFormat format, GError **error)
{
  const SpilEntity *entity = spil_query_get_entity (query);
  g_autoptr (GArray) columns = choose_columns (entity);
  g_autofree SpilTableColumn *titles = g_new0 (SpilTableColumn, columns->len);
  g_autofree SpilCell *cells = g_new0 (SpilCell, columns->len);
  g_autoptr (SpilTitleCache) cache = spil_title_cache_new (self->store);
  g_autoptr (SpilTableWriter) writer = NULL;
  TableFile table = { .exporting = self, .columns = columns, .titles = cache, .cells = cells };

  for (guint i = 0; i < columns->len; i++) {
    const FieldColumn *column = &g_array_index (columns, FieldColumn, i);

    titles[i] = (SpilTableColumn) { column->title, kind_of (column) };
  }
  writer = spil_table_writer_new (self->path, format, spil_entity_label_plural (entity), titles, columns->len,
                                  error);
  table.writer = writer;
  return writer != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         spil_store_each (self->store, query, on_row_read_cb, &table, error) &&
         spil_table_writer_finish (writer, error);
}

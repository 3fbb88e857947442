// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-export-private.h"

/* How many rows are read at a time. */
#define ROWS_AT_ONCE 500

static const struct
{
  const char *title;
  SpilColumnKind kind;
  SpilCellKind cell;
} all_columns[SPIL_EXPORT_N_COLUMNS] = {
  [SPIL_EXPORT_COLUMN_NAME] = {
      N_ ("Name"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
      [SPIL_EXPORT_COLUMN_KIND] = {
          N_ ("Kind"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
          [SPIL_EXPORT_COLUMN_TOWN] = {
              N_ ("Town"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
              [SPIL_EXPORT_COLUMN_KVK] = {
                  N_ ("KvK number"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                  [SPIL_EXPORT_COLUMN_STAFF] = {
                      N_ ("Staff"), SPIL_COLUMN_NUMBER, SPIL_CELL_NUMBER },
                      [SPIL_EXPORT_COLUMN_STAGE] = {
                          N_ ("Stage"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                          [SPIL_EXPORT_COLUMN_TIER] = {
                              N_ ("Tier"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                              [SPIL_EXPORT_COLUMN_MOBILITY_BROKER] = {
                                  N_ ("Mobility broker"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                                  [SPIL_EXPORT_COLUMN_SUSTAINABILITY_BROKER] = {
                                      N_ ("Sustainability broker"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                                      [SPIL_EXPORT_COLUMN_LAST_CONTACT] = {
                                          N_ ("Last contact"), SPIL_COLUMN_TIME, SPIL_CELL_TIME },
                                          [SPIL_EXPORT_COLUMN_ACTION] = {
                                              N_ ("Next action"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
                                              [SPIL_EXPORT_COLUMN_ACTION_DUE] = { N_ ("Due"),
                                                                                       SPIL_COLUMN_DATE,
                                                                                       SPIL_CELL_DATE },
                                                                                    [SPIL_EXPORT_COLUMN_ID] = { "id",
                                                                                                                  SPIL_COLUMN_ID,
                                                                                                                  SPIL_CELL_TEXT },
                                              };

static char *
dup_choice (int entity, int field, int number)
{
  return g_strdup (
      spil_field_choice_label (spil_entity_field (spil_entity_by_number (entity), field), number));
}

/* What is in one cell; NULL or "" for nothing. */
static char *
dup_cell (const SpilEmployerRow *row, SpilExportColumn column)
{
  switch (column) {
  case SPIL_EXPORT_COLUMN_NAME:
    return g_strdup (row->name);
  case SPIL_EXPORT_COLUMN_KIND:
    return dup_choice (SPIL_ENTITY_ORGANISATION, SPIL_ORGANISATION_KIND, row->kind);
  case SPIL_EXPORT_COLUMN_TOWN:
    return g_strdup (row->town);
  case SPIL_EXPORT_COLUMN_KVK:
    return g_strdup (row->kvk_number);
  case SPIL_EXPORT_COLUMN_STAFF:
    return row->staff >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row->staff) : NULL;
  case SPIL_EXPORT_COLUMN_STAGE:
    return g_strdup (row->stage_name);
  case SPIL_EXPORT_COLUMN_TIER:
    return dup_choice (SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_TIER, row->tier);
  case SPIL_EXPORT_COLUMN_MOBILITY_BROKER:
    return g_strdup (row->mobility_broker);
  case SPIL_EXPORT_COLUMN_SUSTAINABILITY_BROKER:
    return g_strdup (row->sustainability_broker);
  case SPIL_EXPORT_COLUMN_LAST_CONTACT:
    return row->contacted ? spil_export_local_time (row->last_contact) : NULL;
  case SPIL_EXPORT_COLUMN_ACTION:
    return g_strdup (row->action_text);
  case SPIL_EXPORT_COLUMN_ACTION_DUE:
    return row->action_text != NULL ? spil_day_to_iso (row->action_due) : NULL;
  case SPIL_EXPORT_COLUMN_ID:
    return spil_id_dup_text (row->id);
  case SPIL_EXPORT_N_COLUMNS:
  default:
    g_return_val_if_reached (NULL);
  }
}

static gboolean
write_row (SpilTableWriter *writer, const SpilEmployerRow *row, int columns, GError **error)
{
  SpilCell cells[SPIL_EXPORT_N_COLUMNS];
  guint n = 0;
  gboolean written;

  for (int i = 0; i < SPIL_EXPORT_N_COLUMNS; i++) {
    char *text;

    if ((columns & 1 << i) == 0)
      continue;
    text = dup_cell (row, (SpilExportColumn) i);
    cells[n].kind = text != NULL && text[0] != '\0' ? all_columns[i].cell : SPIL_CELL_EMPTY;
    cells[n++].text = text != NULL ? text : g_strdup ("");
  }
  written = spil_table_writer_add (writer, cells, error);
  for (guint i = 0; i < n; i++)
    g_free ((char *) cells[i].text);
  return written;
}

static gboolean
write_rows (SpilExporting *self, SpilTableWriter *writer, const SpilEmployerFilter *filter, int columns,
            GError **error)
{
  g_autoptr (GArray) ids = spil_employer_query_ids (self->store, filter, error);

  if (ids == NULL)
    return FALSE;
  for (guint at = 0; at < ids->len; at += ROWS_AT_ONCE) {
    const SpilId *from = &g_array_index (ids, SpilId, at);
    g_autoptr (GPtrArray) rows = spil_employer_query_rows (
        self->store, from, MIN (ROWS_AT_ONCE, ids->len - at), filter->today, error);

    for (guint i = 0; rows != NULL && i < rows->len; i++)
      if (!write_row (writer, rows->pdata[i], columns, error) || !spil_exporting_count (self, error))
        return FALSE;
    if (rows == NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_export_employers (SpilStore *store, const SpilEmployerFilter *filter, int columns, const char *path,
                       GCancellable *cancellable, SpilExportProgress progress, gpointer user_data,
                       GError **error)
{
  const SpilExportForm *form = spil_export_form (path, error);
  SpilExporting exporting = {
    .store = store, .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  SpilTableColumn titles[SPIL_EXPORT_N_COLUMNS];
  g_autoptr (SpilTableWriter) writer = NULL;
  guint n = 0;

  if (form == NULL)
    return FALSE;
  if (form->table == SPIL_TABLE_FOUND) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("A list of employers goes to a table; choose a name that ends in .ods, .xlsx or .csv."));
    return FALSE;
  }
  for (int i = 0; i < SPIL_EXPORT_N_COLUMNS; i++)
    if ((columns & 1 << i) != 0)
      titles[n++] = (SpilTableColumn) { _ (all_columns[i].title), all_columns[i].kind };
  writer = spil_table_writer_new (path, form->table, _ ("Employers"), titles, n, error);
  return writer != NULL && write_rows (&exporting, writer, filter, columns, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         spil_table_writer_finish (writer, error) && spil_exporting_audit (&exporting, "employers", error);
}

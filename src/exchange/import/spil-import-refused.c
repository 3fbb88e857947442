// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-import-sink.h"
#include "spil-table-writer.h"

typedef struct
{
  SpilTableWriter *writer;
  guint n_columns;
  GArray *cells; /* of SpilCell */
} SpilSavingRefused;

/* As they stood in the file, and why. */
static gboolean
write_refused (const SpilTableRow *row, const char *reasons, gpointer user_data, GError **error)
{
  SpilSavingRefused *self = user_data;
  const SpilCell empty = { SPIL_CELL_EMPTY, "" };
  const SpilCell reason = { SPIL_CELL_TEXT, reasons };

  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->n_columns; i++)
    g_array_append_vals (self->cells, i < row->n_cells ? &row->cells[i] : &empty, 1);
  g_array_append_val (self->cells, reason);
  return spil_table_writer_add (self->writer, (const SpilCell *) self->cells->data, error);
}

static SpilTableWriter *
open_writer (const SpilImportPlan *plan, const char *to, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (SpilTableColumn));

  for (guint i = 0; i <= plan->columns->len; i++) {
    SpilTableColumn column = { .kind = SPIL_COLUMN_TEXT };

    g_ptr_array_add (names, i < plan->columns->len ? spil_import_plan_dup_column_name (plan, i)
                                                   : g_strdup (_ ("Why it was refused")));
    column.title = names->pdata[i];
    g_array_append_val (columns, column);
  }
  return spil_table_writer_new (to, SPIL_TABLE_CSV, _ ("Refused rows"),
                                (const SpilTableColumn *) columns->data, columns->len, error);
}

gboolean
spil_import_save_refused (SpilStore *store, const char *path, const SpilImportPlan *plan, const char *to,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilTableWriter) writer = open_writer (plan, to, error);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SpilCell));
  SpilSavingRefused saving = { .writer = writer, .n_columns = plan->columns->len, .cells = cells };
  const SpilImportSink sink = { .refused = write_refused, .user_data = &saving, .cancellable = cancellable };
  g_autoptr (SpilImportReport) report = NULL;

  if (writer == NULL)
    return FALSE;
  report = spil_import_run_with (store, path, plan, TRUE, &sink, error);
  return report != NULL && spil_table_writer_finish (writer, error);
}

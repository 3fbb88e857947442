// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-atomic-file.h"
#include "spil-csv.h"
#include "spil-import-sink.h"

typedef struct
{
  SpilAtomicFile *file;
  guint n_columns;
  GString *line;
} SpilSavingRefused;

static gboolean
write_cells (SpilSavingRefused *self, GPtrArray *cells, GError **error)
{
  g_string_truncate (self->line, 0);
  spil_csv_append_line (self->line, (const char *const *) cells->pdata, cells->len);
  return spil_atomic_file_write (self->file, self->line->str, self->line->len, error);
}

static gboolean
write_refused (const SpilTableRow *row, const char *reasons, gpointer user_data, GError **error)
{
  SpilSavingRefused *self = user_data;
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (cells, (gpointer) (i < row->n_cells ? row->cells[i].text : ""));
  g_ptr_array_add (cells, (gpointer) reasons);
  return write_cells (self, cells, error);
}

static gboolean
write_headers (SpilSavingRefused *self, const SpilImportPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->columns->len; i++)
    g_ptr_array_add (cells, spil_import_plan_dup_column_name (plan, i));
  g_ptr_array_add (cells, g_strdup (_ ("Why it was refused")));
  return write_cells (self, cells, error);
}

gboolean
spil_import_save_refused (SpilStore *store, const char *path, const SpilImportPlan *plan, const char *to,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilAtomicFile) file = spil_atomic_file_new (to, error);
  g_autoptr (GString) line = g_string_new (NULL);
  SpilSavingRefused saving = { .file = file, .n_columns = plan->columns->len, .line = line };
  const SpilImportSink sink = { .refused = write_refused, .user_data = &saving, .cancellable = cancellable };
  g_autoptr (SpilImportReport) report = NULL;

  if (file == NULL || !write_headers (&saving, plan, error))
    return FALSE;
  report = spil_import_run_with (store, path, plan, TRUE, &sink, error);
  return report != NULL && spil_atomic_file_finish (file, error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export-audit.h"

#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-export-private.h"
#include "spil-sync-store.h"

typedef enum
{
  NUMBER,
  TIME,
  ACTOR,
  LAPTOP,
  WHAT,
  WITH,
  RESULT,
  TIME_MS,
  DEVICE,
  ACTION,
  OBJECT,
  WORD,
  HASH,
  N_COLUMNS
} Column;

// What people read first; then, exactly, what goes into the hash.
static const struct
{
  const char *title;
  SpilColumnKind kind;
  SpilCellKind cell;
} columns[N_COLUMNS] = {
  [NUMBER] = { NC_ ("audit", "Line"), SPIL_COLUMN_NUMBER, SPIL_CELL_NUMBER },
  [TIME] = { NC_ ("audit", "When"), SPIL_COLUMN_TIME, SPIL_CELL_TIME },
  [ACTOR] = { NC_ ("audit", "Who"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
  [LAPTOP] = { NC_ ("audit", "Which laptop"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
  [WHAT] = { NC_ ("audit", "What was done"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
  [WITH] = { NC_ ("audit", "With what"), SPIL_COLUMN_LONG_TEXT, SPIL_CELL_TEXT },
  [RESULT] = { NC_ ("audit", "Result"), SPIL_COLUMN_TEXT, SPIL_CELL_TEXT },
  [TIME_MS] = { NC_ ("audit", "time (ms since 1970)"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
  [DEVICE] = { NC_ ("audit", "device"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
  [ACTION] = { NC_ ("audit", "action"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
  [OBJECT] = { NC_ ("audit", "object"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
  [WORD] = { NC_ ("audit", "result"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
  [HASH] = { NC_ ("audit", "hash (SHA-256)"), SPIL_COLUMN_ID, SPIL_CELL_TEXT },
};

typedef struct
{
  SpilExporting *exporting;
  SpilTableWriter *writer;
} AuditFile;

static char *
dup_cell (SpilStore *store, const SpilAuditLine *line, Column column)
{
  switch (column) {
  case NUMBER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, line->n);
  case TIME:
    return spil_export_local_time (line->time);
  case ACTOR:
    return g_strdup (line->actor);
  case LAPTOP:
    return spil_store_dup_device_name (store, &line->device);
  case WHAT:
    return g_strdup (spil_audit_action_label (line->action));
  case WITH:
    return spil_audit_dup_object (line);
  case RESULT:
    return spil_audit_dup_result (line);
  case TIME_MS:
    return g_strdup_printf ("%" G_GINT64_FORMAT, line->time.ms);
  case DEVICE:
    return spil_id_dup_text (line->device);
  case ACTION:
    return g_strdup (line->action);
  case OBJECT:
    return g_strdup (line->object);
  case WORD:
    return g_strdup (line->result);
  case HASH:
  case N_COLUMNS:
  default:
    return spil_audit_dup_hash (line);
  }
}

static gboolean
on_line_read_cb (const SpilAuditLine *line, gpointer user_data, GError **error)
{
  AuditFile *file = user_data;
  SpilCell cells[N_COLUMNS];
  gboolean written;

  for (int i = 0; i < N_COLUMNS; i++) {
    cells[i].text = dup_cell (file->exporting->store, line, (Column) i);
    cells[i].kind = cells[i].text[0] != '\0' ? columns[i].cell : SPIL_CELL_EMPTY;
  }
  written = spil_table_writer_add (file->writer, cells, error);
  for (int i = 0; i < N_COLUMNS; i++)
    g_free ((char *) cells[i].text);
  return written && spil_exporting_count (file->exporting, error);
}

static SpilTableWriter *
begin_table (const char *path, SpilTableFormat format, GError **error)
{
  SpilTableColumn titles[N_COLUMNS];

  for (int i = 0; i < N_COLUMNS; i++)
    titles[i] = (SpilTableColumn) { .title = g_dpgettext2 (GETTEXT_PACKAGE, "audit", columns[i].title),
                                    .kind = columns[i].kind };
  return spil_table_writer_new (path, format, _ ("Who did what"), titles, N_COLUMNS, error);
}

gboolean
spil_export_audit (SpilStore *store, const SpilAuditFilter *filter, const char *path,
                   GCancellable *cancellable, SpilExportProgress progress, gpointer user_data, GError **error)
{
  const SpilAuditFilter all = SPIL_AUDIT_FILTER_ALL;
  const SpilExportForm *form = spil_export_form (path, error);
  SpilExporting exporting = {
    .store = store, .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  g_autoptr (SpilTableWriter) writer = NULL;
  AuditFile file = { .exporting = &exporting };

  if (form == NULL)
    return FALSE;
  if (form->table == SPIL_TABLE_FOUND) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("Who did what goes to a table; choose a name that ends in .ods, .xlsx or .csv."));
    return FALSE;
  }
  writer = file.writer = begin_table (path, form->table, error);
  return writer != NULL &&
         spil_audit_each (store, filter != NULL ? filter : &all, on_line_read_cb, &file, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         spil_table_writer_finish (writer, error) && spil_exporting_audit (&exporting, "audit", error);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-export-private.h"

/* How many rows are read at a time. */
#define ROWS_AT_ONCE 500

/* By SpilExportColumn. */
// clang-format off
static const struct
{
  const char *name; /* as the list names it; NULL: it comes with another only */
  const char *under; /* the list shows it under that one, so that it comes along; NULL: under none */
  SpilColumnKind kind;
  SpilCellKind cell;
  const char *title;
} all_columns[SPIL_EXPORT_N_COLUMNS] = {
  { "name", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Name") },
  { "kind", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Kind") },
  { "town", "name", SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Town") },
  { "kvk-number", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("KvK number") },
  { "staff", NULL, SPIL_COLUMN_NUMBER, SPIL_CELL_NUMBER, N_ ("Staff") },
  { "stage", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Stage") },
  { "tier", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Tier") },
  { "broker", "stage", SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Mobility broker") },
  { "sustainability-broker", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Sustainability broker") },
  { "last-contact", NULL, SPIL_COLUMN_TIME, SPIL_CELL_TIME, N_ ("Last contact") },
  { "next-action", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Next action") },
  { NULL, "next-action", SPIL_COLUMN_DATE, SPIL_CELL_DATE, N_ ("Due") },
  { "sector", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Sector") },
  { "tags", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Tags") },
  { "urgency", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Urgency") },
  { "capacity", NULL, SPIL_COLUMN_TEXT, SPIL_CELL_TEXT, N_ ("Capacity") },
  { "id", NULL, SPIL_COLUMN_ID, SPIL_CELL_TEXT, "id" },
};
// clang-format on

static char *
dup_choice (int entity, int field, int number)
{
  return g_strdup (
      spil_field_choice_label (spil_entity_field (spil_entity_by_number (entity), field), number));
}

static char *
dup_set (int entity, int field, int64_t bits)
{
  const SpilValue value = spil_value_integer (bits);

  return bits != 0 ? spil_value_format (spil_entity_field (spil_entity_by_number (entity), field), &value)
                   : NULL;
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
  case SPIL_EXPORT_COLUMN_SECTOR:
    return g_strdup (row->sector);
  case SPIL_EXPORT_COLUMN_TAGS:
    return g_strdup (row->tags);
  case SPIL_EXPORT_COLUMN_URGENCY:
    return dup_set (SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_URGENCY, row->urgency);
  case SPIL_EXPORT_COLUMN_CAPACITY:
    return dup_choice (SPIL_ENTITY_ENGAGEMENT, SPIL_ENGAGEMENT_CAPACITY, row->capacity);
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

/* The ids that are meant, in the order of the filter. */
static GArray *
find_ids (SpilStore *store, const SpilEmployerExport *what, GError **error)
{
  g_autoptr (GArray) ids = spil_employer_query_ids (store, what->filter, error);
  g_autoptr (GHashTable) named = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  guint n = 0;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; what->ids != NULL && i < what->ids->len; i++)
    g_hash_table_add (named, &g_array_index (what->ids, SpilId, i));
  for (guint i = 0; i < ids->len; i++) {
    const SpilId id = g_array_index (ids, SpilId, i);

    if (g_hash_table_contains (named, &id) != what->all)
      g_array_index (ids, SpilId, n++) = id;
  }
  g_array_set_size (ids, n);
  return g_steal_pointer (&ids);
}

static gboolean
write_rows (SpilExporting *self, SpilTableWriter *writer, const SpilEmployerExport *what, GError **error)
{
  g_autoptr (GArray) ids = find_ids (self->store, what, error);

  for (guint at = 0; ids != NULL && at < ids->len; at += ROWS_AT_ONCE) {
    const SpilId *from = &g_array_index (ids, SpilId, at);
    g_autoptr (GPtrArray) rows = spil_employer_query_rows (
        self->store, from, MIN (ROWS_AT_ONCE, ids->len - at), what->filter->today, error);

    for (guint i = 0; rows != NULL && i < rows->len; i++)
      if (!write_row (writer, rows->pdata[i], what->columns, error) || !spil_exporting_count (self, error))
        return FALSE;
    if (rows == NULL)
      return FALSE;
  }
  return ids != NULL;
}

int
spil_export_columns_of_names (const char *names)
{
  g_auto (GStrv) parts = names != NULL ? g_strsplit (names, ",", -1) : NULL;
  int columns = 1 << SPIL_EXPORT_COLUMN_ID;

  if (names == NULL)
    return SPIL_EXPORT_COLUMNS_ALL;
  for (guint i = 0; parts[i] != NULL; i++) {
    parts[i][strcspn (parts[i], ":")] = '\0';
    for (int j = 0; j < SPIL_EXPORT_N_COLUMNS; j++)
      if (g_strcmp0 (all_columns[j].name, parts[i]) == 0 || g_strcmp0 (all_columns[j].under, parts[i]) == 0)
        columns |= 1 << j;
  }
  return columns;
}

static SpilTableWriter *
begin_table (const char *path, SpilTableFormat format, int columns, GError **error)
{
  SpilTableColumn titles[SPIL_EXPORT_N_COLUMNS];
  guint n = 0;

  for (int i = 0; i < SPIL_EXPORT_N_COLUMNS; i++)
    if ((columns & 1 << i) != 0)
      titles[n++] = (SpilTableColumn) { _ (all_columns[i].title), all_columns[i].kind };
  return spil_table_writer_new (path, format, _ ("Employers"), titles, n, error);
}

gboolean
spil_export_employers (SpilStore *store, const SpilEmployerExport *what, const char *path,
                       GCancellable *cancellable, SpilExportProgress progress, gpointer user_data,
                       GError **error)
{
  const SpilExportForm *form = spil_export_form (path, error);
  SpilExporting exporting = {
    .store = store, .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  g_autoptr (SpilTableWriter) writer = NULL;

  if (form == NULL)
    return FALSE;
  if (form->table == SPIL_TABLE_FOUND) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("A list of employers goes to a table; choose a name that ends in .ods, .xlsx or .csv."));
    return FALSE;
  }
  writer = begin_table (path, form->table, what->columns, error);
  return writer != NULL && write_rows (&exporting, writer, what, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         spil_table_writer_finish (writer, error) && spil_exporting_audit (&exporting, "employers", error);
}

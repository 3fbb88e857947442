// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-import-value.h"
#include "spil-import.h"
#include "spil-synonyms.h"
#include "spil-text.h"

/* How many rows are looked at, how far down a header may stand, and how much of a cell is shown. */
#define LOOK_ROWS 60
#define HEADER_ROWS 15
#define LOOK_CHARS 200
/* How many different texts of a column are shown. */
#define SAMPLES 10

/* The first rows of a table. */
typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char * */
  GArray *numbers; /* of int64_t */
  guint n_columns;
} SpilFirstRows;

static void
clear_first (SpilFirstRows *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilFirstRows, clear_first)

static GPtrArray *
copy_cells (const SpilTableRow *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (cells, spil_text_one_line (row->cells[i].text, LOOK_CHARS));
  return cells;
}

static gboolean
read_first (SpilTableReader *reader, SpilFirstRows *first, GError **error)
{
  const SpilTableRow *row;

  while (first->rows->len < LOOK_ROWS) {
    if (!spil_table_reader_next (reader, &row, error))
      return FALSE;
    if (row == NULL)
      break;
    g_ptr_array_add (first->rows, copy_cells (row));
    g_array_append_val (first->numbers, row->number);
    first->n_columns = MAX (first->n_columns, row->n_cells);
  }
  if (first->rows->len > 0)
    return TRUE;
  g_set_error_literal (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                       _ ("There is nothing in this list. Choose another file, or another sheet of it."));
  return FALSE;
}

/* How many cells of the row are words that head columns. */
static guint
count_headers (GPtrArray *cells, const SpilEntity *entity)
{
  const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1];
  guint n = 0;

  spil_import_parts (entity, parts);
  for (guint i = 0; i < cells->len; i++) {
    g_autoptr (GArray) found = spil_synonyms_find (cells->pdata[i], parts);

    n += found->len > 0;
  }
  return n;
}

static gboolean
has_facts (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (strpbrk (cells->pdata[i], "0123456789@") != NULL)
      return TRUE;
  return FALSE;
}

/* The place of the row with the headers among the first; -1: none. Titles may stand above it. */
static int
find_header (const SpilFirstRows *first, const SpilEntity *entity)
{
  int best = -1;
  guint most = first->n_columns > 2 ? 1 : 0;

  for (guint i = 0; i < first->rows->len && i < HEADER_ROWS; i++) {
    const guint n = count_headers (first->rows->pdata[i], entity);

    if (n > most) {
      most = n;
      best = (int) i;
    }
  }
  if (best >= 0)
    return best;
  return first->rows->len > 1 && !has_facts (first->rows->pdata[0]) && has_facts (first->rows->pdata[1]) ? 0
                                                                                                         : -1;
}

static int
find_number (const SpilFirstRows *first, int64_t number)
{
  for (guint i = 0; i < first->numbers->len; i++)
    if (g_array_index (first->numbers, int64_t, i) == number)
      return (int) i;
  return -1;
}

static void
add_sample (GPtrArray *samples, const char *text)
{
  if (samples->len >= SAMPLES || spil_import_is_blank (text) ||
      g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
    return;
  g_ptr_array_add (samples, g_strdup (text));
}

static void
gather_samples (SpilImportLook *self, const SpilFirstRows *first, guint from)
{
  for (guint i = 0; i < first->n_columns; i++)
    g_ptr_array_add (self->samples, g_ptr_array_new_with_free_func (g_free));
  for (guint i = from; i < first->rows->len; i++) {
    GPtrArray *cells = first->rows->pdata[i];

    for (guint j = 0; j < cells->len; j++)
      add_sample (self->samples->pdata[j], cells->pdata[j]);
  }
}

/* The mapping that was used the last time for a table with these columns. */
static gboolean
recall (SpilStore *store, SpilImportPlan *plan, gboolean *remembered, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_IMPORT_LAYOUT));
  g_autofree char *signature = spil_import_plan_dup_signature (plan);
  g_auto (SpilValue) value = spil_value_text (signature);
  g_auto (SpilValue) name = spil_value_text (plan->entity->name);
  g_autoptr (GPtrArray) layouts = NULL;

  *remembered = FALSE;
  if (store == NULL || plan->header_row == 0)
    return TRUE;
  spil_query_where (query, SPIL_IMPORT_LAYOUT_SIGNATURE, SPIL_COMPARE_EQUAL, &value);
  spil_query_where (query, SPIL_IMPORT_LAYOUT_ENTITY_NAME, SPIL_COMPARE_EQUAL, &name);
  layouts = spil_store_list (store, query, error);
  if (layouts == NULL)
    return FALSE;
  // Two laptops may each have kept one.
  if (layouts->len > 0)
    *remembered = spil_import_plan_set_definition (
        plan, spil_record_get_text (layouts->pdata[layouts->len - 1], SPIL_IMPORT_LAYOUT_DEFINITION));
  return TRUE;
}

static gboolean
make_plan (SpilImportLook *self, SpilStore *store, const SpilFirstRows *first, const SpilEntity *entity,
           int64_t header_row, GError **error)
{
  const int header = header_row < 0   ? find_header (first, entity)
                     : header_row > 0 ? find_number (first, header_row)
                                      : -1;

  self->plan = spil_import_plan_new (entity);
  self->plan->header_row = header >= 0 ? g_array_index (first->numbers, int64_t, (guint) header) : 0;
  for (guint i = 0; i < first->n_columns; i++) {
    GPtrArray *cells = header >= 0 ? first->rows->pdata[header] : NULL;

    spil_import_plan_add_column (self->plan, cells != NULL && i < cells->len ? cells->pdata[i] : "");
  }
  gather_samples (self, first, (guint) (header + 1));
  for (guint i = (guint) MAX (header, 0); i < first->rows->len; i++)
    g_ptr_array_add (self->rows, g_ptr_array_ref (first->rows->pdata[i]));
  spil_import_plan_propose (self->plan, self->samples);
  return recall (store, self->plan, &self->remembered, error);
}

SpilImportLook *
spil_import_look (SpilStore *store, const char *path, const SpilEntity *entity,
                  const SpilTableOptions *options, int64_t header_row, GError **error)
{
  g_autoptr (SpilTableReader) reader = spil_table_reader_new (path, options, error);
  g_autoptr (SpilImportLook) self = g_new0 (SpilImportLook, 1);
  g_auto (SpilFirstRows)
      first = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                .numbers = g_array_new (FALSE, FALSE, sizeof (int64_t)) };

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (reader == NULL || !read_first (reader, &first, error) ||
      !make_plan (self, store, &first, entity, header_row, error))
    return NULL;
  self->plan->options = *spil_table_reader_get_options (reader);
  self->sheets = g_strdupv ((char **) spil_table_reader_get_sheets (reader));
  self->notes = spil_table_reader_get_notes (reader);
  return g_steal_pointer (&self);
}

void
spil_import_look_free (SpilImportLook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, spil_import_plan_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->samples);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_strfreev (self->sheets);
  g_free (self);
}

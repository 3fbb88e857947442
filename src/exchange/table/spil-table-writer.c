// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-writer.h"

#include "spil-money.h"
#include "spil-number.h"
#include "spil-table-sink.h"

/* The row under the titles. */
#define FIRST_ROW 2
/* Of the name of a sheet, in Excel. */
#define MAX_NAME 31
#define MILLIONTHS_A_CENT (SPIL_DECIMAL_ONE / 100)

struct _SpilTableWriter
{
  SpilAtomicFile *file;
  SpilTableSheet sheet;
  SpilTableSink *sink;
};

/* Sheets */

/* Without the characters that spreadsheets do not take. */
static char *
make_name (const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "[]:*?/\\'", ' ');

  return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_NAME));
}

static void
clear_sheet (SpilTableSheet *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    g_free ((char *) self->columns[i].title);
    g_free ((char *) self->columns[i].formula);
  }
  g_free (self->columns);
  g_free (self->sums);
  g_free (self->name);
  *self = (SpilTableSheet) { 0 };
}

static gboolean
begin_sheet (SpilTableWriter *self, const char *title, const SpilTableColumn *columns, guint n_columns,
             GError **error)
{
  clear_sheet (&self->sheet);
  self->sheet.name = make_name (title);
  self->sheet.n_columns = n_columns;
  self->sheet.columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->sheet.sums = g_new0 (int64_t, n_columns);
  self->sheet.row = 1;
  for (guint i = 0; i < n_columns; i++) {
    self->sheet.columns[i].title = g_strdup (columns[i].title);
    self->sheet.columns[i].formula = g_strdup (columns[i].formula);
  }
  return self->sink->klass->begin (self->sink, error);
}

static gboolean
end_sheet (SpilTableWriter *self, GError **error)
{
  if (self->sheet.last == 0)
    self->sheet.last = self->sheet.row;
  return self->sink->klass->end (self->sink, error);
}

gboolean
spil_table_writer_begin_sheet (SpilTableWriter *self, const char *title, const SpilTableColumn *columns,
                               guint n_columns, GError **error)
{
  g_return_val_if_fail (self->sink->klass->notation != SPIL_NOTATION_NONE, FALSE);
  return end_sheet (self, error) && begin_sheet (self, title, columns, n_columns, error);
}

/* Rows */

static void
add_up (SpilTableSheet *self, const SpilCell *cells)
{
  for (guint i = 0; i < self->n_columns; i++) {
    int64_t value;

    // No real table comes near what overflows.
    if (self->columns[i].total == SPIL_TOTAL_SUM && cells[i].kind == SPIL_CELL_NUMBER &&
        spil_decimal_parse (cells[i].text, &value) &&
        __builtin_add_overflow (self->sums[i], value, &self->sums[i]))
      self->sums[i] = G_MAXINT64;
  }
}

static char *
make_formula (SpilTableWriter *self, guint column, const SpilCell *cell, gboolean total)
{
  const SpilTableColumn *of = &self->sheet.columns[column];
  const SpilFormulaNotation notation = self->sink->klass->notation;

  if (notation == SPIL_NOTATION_NONE || cell->kind == SPIL_CELL_EMPTY)
    return NULL;
  if (total && of->total == SPIL_TOTAL_SUM && self->sheet.last >= FIRST_ROW)
    return spil_table_formula_of_sum (column, notation, FIRST_ROW, self->sheet.last);
  if (of->formula == NULL || cell->kind != SPIL_CELL_NUMBER || (total && of->total != SPIL_TOTAL_FORMULA))
    return NULL;
  return spil_table_formula_of_row (of->formula, notation, self->sheet.row);
}

static gboolean
put (SpilTableWriter *self, const SpilCell *cells, gboolean total, GError **error)
{
  g_autoptr (GPtrArray) formulas = g_ptr_array_new_full (self->sheet.n_columns, g_free);
  SpilTableLine line = { .cells = cells, .total = total };

  self->sheet.row++;
  for (guint i = 0; i < self->sheet.n_columns; i++)
    g_ptr_array_add (formulas, make_formula (self, i, &cells[i], total));
  line.formulas = (char *const *) formulas->pdata;
  return self->sink->klass->add (self->sink, &line, error);
}

gboolean
spil_table_writer_add (SpilTableWriter *self, const SpilCell *cells, GError **error)
{
  add_up (&self->sheet, cells);
  return put (self, cells, FALSE, error);
}

gboolean
spil_table_writer_add_total (SpilTableWriter *self, const SpilCell *cells, GError **error)
{
  const guint n = self->sheet.n_columns;
  g_autofree SpilCell *all = g_memdup2 (cells, n * sizeof *cells);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self->sheet.last == 0, FALSE);
  self->sheet.last = self->sheet.row;
  for (guint i = 0; i < n; i++)
    if (self->sheet.columns[i].total == SPIL_TOTAL_SUM) {
      const int64_t value = self->sheet.sums[i];
      char *sum = self->sheet.columns[i].kind == SPIL_COLUMN_MONEY
                      ? spil_money_to_decimal (value / MILLIONTHS_A_CENT)
                      : spil_decimal_to_text (value);

      g_ptr_array_add (texts, sum);
      all[i] = (SpilCell) { SPIL_CELL_NUMBER, sum };
    }
  return put (self, all, TRUE, error);
}

/* The file */

static SpilTableSink *
open_sink (SpilTableWriter *self, SpilTableFormat format, GError **error)
{
  switch (format) {
  case SPIL_TABLE_CSV:
    return spil_csv_writer_open (self->file, error);
  case SPIL_TABLE_ODS:
    return spil_ods_writer_open (self->file, error);
  case SPIL_TABLE_XLSX:
    return spil_xlsx_writer_open (self->file, error);
  case SPIL_TABLE_VCARD:
  case SPIL_TABLE_FOUND:
  default:
    g_return_val_if_reached (NULL);
  }
}

SpilTableWriter *
spil_table_writer_new (const char *path, SpilTableFormat format, const char *title,
                       const SpilTableColumn *columns, guint n_columns, GError **error)
{
  g_autoptr (SpilTableWriter) self = g_new0 (SpilTableWriter, 1);

  self->file = spil_atomic_file_new (path, error);
  self->sink = self->file != NULL ? open_sink (self, format, error) : NULL;
  if (self->sink == NULL)
    return NULL;
  self->sink->sheet = &self->sheet;
  return begin_sheet (self, title, columns, n_columns, error) ? g_steal_pointer (&self) : NULL;
}

void
spil_table_writer_free (SpilTableWriter *self)
{
  if (self->sink != NULL)
    self->sink->klass->free (self->sink);
  g_clear_pointer (&self->file, spil_atomic_file_free);
  clear_sheet (&self->sheet);
  g_free (self);
}

gboolean
spil_table_writer_finish (SpilTableWriter *self, GError **error)
{
  return end_sheet (self, error) && self->sink->klass->finish (self->sink, error) &&
         spil_atomic_file_finish (self->file, error);
}

int
spil_table_column_width (const SpilTableColumn *column)
{
  static const int widths[] = { 24, 48, 12, 16, 12, 17, 8, 12, 12 };
  const int titled = (int) g_utf8_strlen (column->title, -1) + 2;

  return CLAMP (titled, widths[column->kind], SPIL_COLUMN_MAX_WIDTH);
}

gboolean
spil_table_column_is_number (const SpilTableColumn *column)
{
  return column->kind == SPIL_COLUMN_NUMBER || column->kind == SPIL_COLUMN_MONEY ||
         column->kind == SPIL_COLUMN_SHARE;
}

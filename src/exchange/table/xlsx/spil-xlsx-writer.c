// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "spil-exchange-error.h"
#include "spil-day.h"
#include "spil-table-sink.h"

#define MAX_ROWS 1048576
/* What a cell of Excel holds. */
#define MAX_CHARS 32767
#define N_KINDS (SPIL_COLUMN_SHARE + 1)
#define A4 9

typedef struct
{
  SpilTableSink parent;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *formats[2][N_KINDS]; /* of rows, and of totals */
  lxw_format *heads[2]; /* of titles: of words, and of numbers */
  lxw_row_t row; /* the one under way, from 0 */
  locale_t plain; /* the library writes numbers as the locale does, which is no XML */
  char *path; /* of the temporary file: the library writes only by name */
} SpilXlsxWriter;

static gboolean
fail (const char *reason, GError **error)
{
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
      _ ("The Excel file cannot be made: %s. Make room on the disk and try again, or choose ODS or CSV."),
      reason);
  return FALSE;
}

static void
write_text (SpilXlsxWriter *self, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CHARS) {
    g_autofree char *start = g_utf8_substring (text, 0, MAX_CHARS - 1);

    cut = g_strconcat (start, "…", NULL);
  }
  worksheet_write_string (self->sheet, self->row, column, cut != NULL ? cut : text, format);
}

/* "2018-07-31" or "2018-07-31T14:02:05"; FALSE for what Excel has no number for. */
static gboolean
write_instant (SpilXlsxWriter *self, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *day_text = g_strndup (text, 10);
  lxw_datetime instant = { 0 };
  SpilDay day;

  if (strlen (text) < 10 || !spil_day_parse (day_text, &day))
    return FALSE;
  spil_day_to_ymd (day, &instant.year, &instant.month, &instant.day);
  if (strlen (text) >= 16) {
    instant.hour = (int) g_ascii_strtoll (text + 11, NULL, 10);
    instant.min = (int) g_ascii_strtoll (text + 14, NULL, 10);
    instant.sec = strlen (text) >= 19 ? (double) g_ascii_strtoll (text + 17, NULL, 10) : 0;
  }
  return worksheet_write_datetime (self->sheet, self->row, column, &instant, format) == LXW_NO_ERROR;
}

static void
write_number (SpilXlsxWriter *self, lxw_col_t column, const SpilCell *cell, const char *formula,
              lxw_format *format)
{
  const double value = g_ascii_strtod (cell->text, NULL);

  if (formula != NULL)
    worksheet_write_formula_num (self->sheet, self->row, column, formula, format, value);
  else
    worksheet_write_number (self->sheet, self->row, column, value, format);
}

static void
write_cell (SpilXlsxWriter *self, guint i, const SpilTableLine *line)
{
  lxw_format *format = self->formats[line->total][self->parent.sheet->columns[i].kind];
  const SpilCell *cell = &line->cells[i];
  const lxw_col_t column = (lxw_col_t) i;

  switch (cell->kind) {
  case SPIL_CELL_EMPTY:
    if (line->total)
      worksheet_write_blank (self->sheet, self->row, column, format);
    return;
  case SPIL_CELL_NUMBER:
    write_number (self, column, cell, line->formulas[i], format);
    return;
  case SPIL_CELL_BOOLEAN:
    worksheet_write_boolean (self->sheet, self->row, column, cell->text[0] == 't', format);
    return;
  case SPIL_CELL_DATE:
  case SPIL_CELL_TIME:
    if (write_instant (self, column, cell->text, format))
      return;
    break;
  case SPIL_CELL_TEXT:
  default:
    break;
  }
  write_text (self, column, cell->text, format);
}

/* The library takes no rows back that it has written: while the last one that is filtered is the last there is. */
static void
filter_rows (SpilXlsxWriter *self)
{
  const SpilTableSheet *sheet = self->parent.sheet;

  worksheet_autofilter (self->sheet, 0, 0, (lxw_row_t) (sheet->last - 1), (lxw_col_t) (sheet->n_columns - 1));
}

/* Enters the locale in which numbers have a point; leave it with leave(). */
static locale_t
enter (SpilXlsxWriter *self)
{
  return uselocale (self->plain);
}

static void
leave (locale_t before)
{
  uselocale (before);
}

static gboolean
xlsx_add (SpilTableSink *sink, const SpilTableLine *line, GError **error)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;
  locale_t before;

  if (sink->sheet->row > MAX_ROWS) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("An Excel sheet holds at most a million rows; choose fewer rows, or CSV."));
    return FALSE;
  }
  before = enter (self);
  if (line->total)
    filter_rows (self);
  self->row = (lxw_row_t) (sink->sheet->row - 1);
  for (guint i = 0; i < sink->sheet->n_columns; i++)
    write_cell (self, i, line);
  leave (before);
  return TRUE;
}

static gboolean
xlsx_begin (SpilTableSink *sink, GError **error)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;
  const locale_t before = enter (self);

  self->sheet = workbook_add_worksheet (self->book, sink->sheet->name);
  if (self->sheet == NULL) {
    leave (before);
    return fail (g_strerror (ENOMEM), error);
  }
  self->row = 0;
  for (guint i = 0; i < sink->sheet->n_columns; i++) {
    const SpilTableColumn *of = &sink->sheet->columns[i];
    const lxw_col_t column = (lxw_col_t) i;

    worksheet_set_column (self->sheet, column, column, spil_table_column_width (of), NULL);
    write_text (self, column, of->title, self->heads[spil_table_column_is_number (of)]);
  }
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, A4);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  leave (before);
  return TRUE;
}

static gboolean
xlsx_end (SpilTableSink *sink, GError **error)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;

  if (sink->sheet->last == sink->sheet->row)
    filter_rows (self);
  return TRUE;
}

/* Copies what the library wrote into the file that appears whole. */
static gboolean
copy (SpilXlsxWriter *self, GError **error)
{
  char block[64 * 1024];
  gboolean done = FALSE;
  const int fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = -1;

  if (fd < 0)
    return fail (g_strerror (errno), error);
  while ((n = read (fd, block, sizeof block)) > 0)
    if (!spil_atomic_file_write (self->parent.file, block, (gsize) n, error))
      break;
  done = n == 0;
  if (n < 0)
    fail (g_strerror (errno), error);
  close (fd);
  return done;
}

static gboolean
xlsx_finish (SpilTableSink *sink, GError **error)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;
  const locale_t before = enter (self);
  const lxw_error result = workbook_close (g_steal_pointer (&self->book));

  leave (before);
  if (result != LXW_NO_ERROR)
    return fail (lxw_strerror (result), error);
  return copy (self, error);
}

static void
xlsx_free (SpilTableSink *sink)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;

  if (self->book != NULL)
    workbook_close (self->book); /* the library has no other way to free all of it */
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  freelocale (self->plain);
  g_free (self);
}

static const SpilTableSinkClass xlsx_class = { SPIL_NOTATION_EXCEL, xlsx_begin, xlsx_add, xlsx_end,
                                               xlsx_finish,         xlsx_free };

static lxw_format *
make_format (SpilXlsxWriter *self, int kind, gboolean total)
{
  static const char *const codes[N_KINDS] = {
    "@",  "@", NULL,   "[$€-413] #,##0.00;[Red][$€-413] -#,##0.00", "dd-mm-yyyy", "dd-mm-yyyy hh:mm",
    NULL, "@", "0.0%",
  };
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (codes[kind] != NULL)
    format_set_num_format (format, codes[kind]);
  if (kind == SPIL_COLUMN_LONG_TEXT)
    format_set_text_wrap (format);
  if (kind == SPIL_COLUMN_ID)
    format_set_font_color (format, 0x777777);
  if (total) {
    format_set_bold (format);
    format_set_top (format, LXW_BORDER_THIN);
  }
  return format;
}

static void
make_formats (SpilXlsxWriter *self)
{
  for (int i = 0; i < 2; i++) {
    for (int kind = 0; kind < N_KINDS; kind++)
      self->formats[i][kind] = make_format (self, kind, i == 1);
    self->heads[i] = workbook_add_format (self->book);
    format_set_bold (self->heads[i]);
    format_set_bg_color (self->heads[i], 0xdde6ee);
    format_set_bottom (self->heads[i], LXW_BORDER_THIN);
    format_set_align (self->heads[i], i == 1 ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  }
}

static gboolean
open_book (SpilXlsxWriter *self, GError **error)
{
  const char *dir = g_get_user_cache_dir ();
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = dir };
  int fd = -1;

  self->path = g_build_filename (dir, "spil-table-XXXXXX", NULL);
  if (g_mkdir_with_parents (dir, 0700) == 0)
    fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) {
    g_clear_pointer (&self->path, g_free);
    return fail (g_strerror (errno), error);
  }
  close (fd);
  self->book = workbook_new_opt (self->path, &options);
  if (self->book == NULL)
    return fail (g_strerror (ENOMEM), error);
  make_formats (self);
  return TRUE;
}

SpilTableSink *
spil_xlsx_writer_open (SpilAtomicFile *file, GError **error)
{
  SpilXlsxWriter *self = g_new0 (SpilXlsxWriter, 1);

  self->parent = (SpilTableSink) { .klass = &xlsx_class, .file = file };
  self->plain = newlocale (LC_ALL_MASK, "C.UTF-8", (locale_t) 0);
  if (open_book (self, error))
    return &self->parent;
  xlsx_free (&self->parent);
  return NULL;
}

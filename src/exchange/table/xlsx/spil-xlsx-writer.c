// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "spil-exchange-error.h"
#include "spil-day.h"
#include "spil-table-sink.h"

#define MAX_ROWS 1048576
/* What a cell of Excel holds. */
#define MAX_CHARS 32767
#define N_KINDS (SPIL_COLUMN_ID + 1)

typedef struct
{
  SpilTableSink parent;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *formats[N_KINDS];
  lxw_row_t row; /* the next */
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
write_cell (SpilXlsxWriter *self, guint i, const SpilCell *cell)
{
  lxw_format *format = self->formats[self->parent.columns[i].kind];
  const lxw_col_t column = (lxw_col_t) i;

  switch (cell->kind) {
  case SPIL_CELL_EMPTY:
    return;
  case SPIL_CELL_NUMBER:
    worksheet_write_number (self->sheet, self->row, column, g_ascii_strtod (cell->text, NULL), format);
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

static gboolean
xlsx_add (SpilTableSink *sink, const SpilCell *cells, GError **error)
{
  SpilXlsxWriter *self = (SpilXlsxWriter *) sink;

  if (self->row >= MAX_ROWS) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("An Excel sheet holds at most a million rows; choose fewer rows, or CSV."));
    return FALSE;
  }
  for (guint i = 0; i < sink->n_columns; i++)
    write_cell (self, i, &cells[i]);
  self->row++;
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
  const lxw_error result = workbook_close (g_steal_pointer (&self->book));

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
  g_free (self);
}

static const SpilTableSinkClass xlsx_class = { xlsx_add, xlsx_finish, xlsx_free };

static void
make_formats (SpilXlsxWriter *self)
{
  static const char *const codes[N_KINDS] = {
    "@", "@", NULL, "[$€-413] #,##0.00;[Red][$€-413] -#,##0.00", "dd-mm-yyyy", "dd-mm-yyyy hh:mm", NULL, "@",
  };

  for (int i = 0; i < N_KINDS; i++) {
    self->formats[i] = workbook_add_format (self->book);
    format_set_align (self->formats[i], LXW_ALIGN_VERTICAL_TOP);
    if (codes[i] != NULL)
      format_set_num_format (self->formats[i], codes[i]);
  }
  format_set_text_wrap (self->formats[SPIL_COLUMN_LONG_TEXT]);
  format_set_font_color (self->formats[SPIL_COLUMN_ID], 0x777777);
}

/* The name of a sheet: at most 31 characters, without those that Excel does not take. */
static char *
make_name (const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "[]:*?/\\'", ' ');

  return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), 31));
}

static void
write_titles (SpilXlsxWriter *self)
{
  lxw_format *head = workbook_add_format (self->book);

  format_set_bold (head);
  format_set_bg_color (head, 0xdde6ee);
  format_set_bottom (head, LXW_BORDER_THIN);
  for (guint i = 0; i < self->parent.n_columns; i++) {
    const lxw_col_t column = (lxw_col_t) i;

    worksheet_set_column (self->sheet, column, column, spil_table_column_width (&self->parent.columns[i]),
                          NULL);
    write_text (self, column, self->parent.columns[i].title, head);
  }
  worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
}

static gboolean
open_book (SpilXlsxWriter *self, GError **error)
{
  const char *dir = g_get_user_cache_dir ();
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = dir };
  g_autofree char *name = make_name (self->parent.title);
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
  self->sheet = self->book != NULL ? workbook_add_worksheet (self->book, name) : NULL;
  if (self->sheet == NULL)
    return fail (g_strerror (ENOMEM), error);
  make_formats (self);
  write_titles (self);
  return TRUE;
}

SpilTableSink *
spil_xlsx_writer_open (const SpilTableSink *model, GError **error)
{
  SpilXlsxWriter *self = g_new0 (SpilXlsxWriter, 1);

  self->parent = *model;
  self->parent.klass = &xlsx_class;
  if (open_book (self, error))
    return &self->parent;
  xlsx_free (&self->parent);
  return NULL;
}

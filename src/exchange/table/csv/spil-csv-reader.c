// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "spil-csv-look.h"
#include "spil-table-source.h"
#include "spil-text-input.h"
#include "spil-text.h"

#define COMPACT_BYTES (256 * 1024)
#define END (-1)

/*
 * CSV as people make it. A cell that begins with a quotation mark goes on to the next single one, over line breaks too; in it two mean
 * one. What does not keep to that is still read, and told in a note:
 * - a mark within a cell, with more text of that line after it, is text;
 * - a cell that is never closed (the next mark, lines further, begins a cell; or there is none; or the cell passes its bound) did not
 *   begin with a mark after all: it and the rest of its line are read as they stand.
 */
typedef struct
{
  SpilTableSource parent;
  SpilTextInput *input;
  GString *text; /* what has been read and not yet passed on: from the row that is under way */
  gsize at;
  gboolean ended; /* there is nothing after `text` */
  GError *fault; /* reading failed; then it seems to have ended */
  char delimiter;
  gboolean literal; /* quotation marks mean nothing in the rest of this line */
  int64_t number; /* of the row under way */
  int64_t n_broken; /* rows whose marks do not match */
  int64_t first_broken;
  int64_t last_broken;
  GString *cell;
} SpilCsvReader;

/* The character @ahead of here, or END. */
static int
look (SpilCsvReader *self, gsize ahead)
{
  while (self->at + ahead >= self->text->len && !self->ended) {
    const gsize before = self->text->len;

    if (self->fault != NULL || !spil_text_input_read (self->input, self->text, &self->fault) ||
        self->text->len == before)
      self->ended = TRUE;
  }
  return self->at + ahead < self->text->len ? (guchar) self->text->str[self->at + ahead] : END;
}

static gboolean
ends_line (int c)
{
  return c == '\n' || c == '\r' || c == END;
}

static gboolean
ends_cell (SpilCsvReader *self, int c)
{
  return c == (guchar) self->delimiter || ends_line (c);
}

/* Passes CR, LF or both. */
static void
pass_line_end (SpilCsvReader *self)
{
  if (look (self, 0) == '\r' && look (self, 1) == '\n')
    self->at++;
  if (look (self, 0) != END)
    self->at++;
}

static void
tell_broken (SpilCsvReader *self)
{
  if (self->last_broken == self->number)
    return;
  self->last_broken = self->number;
  if (self->n_broken++ == 0)
    self->first_broken = self->number;
}

/* Up to the end of the cell; of one that is too long only as much as shows that. */
static void
read_plain (SpilCsvReader *self)
{
  while (!ends_cell (self, look (self, 0)) && self->cell->len <= SPIL_TEXT_MAX_BYTES) {
    const char *from = self->text->str + self->at;
    const char *end = self->text->str + self->text->len;
    const char *to = from;

    while (to < end && !ends_cell (self, (guchar) *to))
      to++;
    g_string_append_len (self->cell, from, to - from);
    self->at += (gsize) (to - from);
  }
}

/* Whether the mark here closes its cell: nothing but spaces between it and the end of the cell, which are passed. */
static gboolean
close_quoted (SpilCsvReader *self)
{
  gsize ahead = 1;

  while (look (self, ahead) == ' ' && ahead < 100)
    ahead++;
  if (!ends_cell (self, look (self, ahead)))
    return FALSE;
  self->at += ahead;
  return TRUE;
}

/* FALSE when the cell is not closed. */
static gboolean
read_to_close (SpilCsvReader *self)
{
  gboolean broken_off = FALSE; /* a line ended in the cell */

  while (self->cell->len <= SPIL_TEXT_MAX_BYTES) {
    const int c = look (self, 0);

    if (c == END)
      return FALSE;
    if (c == '"' && look (self, 1) == '"') {
      g_string_append_c (self->cell, '"');
      self->at += 2;
    } else if (c == '"' && close_quoted (self)) {
      return TRUE;
    } else if (c == '"' && broken_off) {
      return FALSE;
    } else if (c == '\r' || c == '\n') {
      g_string_append_c (self->cell, '\n');
      pass_line_end (self);
      broken_off = TRUE;
    } else {
      if (c == '"')
        tell_broken (self);
      g_string_append_c (self->cell, (char) c);
      self->at++;
    }
  }
  return FALSE;
}

static void
read_cell (SpilCsvReader *self)
{
  const gsize start = self->at;

  g_string_truncate (self->cell, 0);
  if (look (self, 0) == '"' && !self->literal) {
    self->at++;
    if (read_to_close (self))
      return;
    tell_broken (self);
    self->literal = TRUE;
    self->at = start;
    g_string_truncate (self->cell, 0);
  }
  read_plain (self);
}

/* What stands for a text in spreadsheets is that text: ="0038", and with an apostrophe what would be a formula ('=1+1). */
static gboolean
add_cell (SpilCsvReader *self, SpilRowMaker *row, GError **error)
{
  const char *text = self->cell->str;
  gsize length = self->cell->len;
  const gsize apostrophes = strspn (text, "'");

  if (length >= 3 && g_str_has_prefix (text, "=\"") && strchr (text + 2, '"') == text + length - 1) {
    text += 2;
    length -= 3;
  } else if (apostrophes > 0 && text[apostrophes] != '\0' &&
             strchr ("=+-@\t\r\n", text[apostrophes]) != NULL) {
    text++;
    length--;
  }
  return spil_row_maker_add (row, SPIL_CELL_TEXT, text, length, error);
}

static gboolean
read_row (SpilCsvReader *self, SpilRowMaker *row, GError **error)
{
  spil_row_maker_begin (row, self->number);
  self->literal = FALSE;
  for (;;) {
    read_cell (self);
    if (!add_cell (self, row, error))
      return FALSE;
    if (look (self, 0) != (guchar) self->delimiter)
      break;
    self->at++;
  }
  pass_line_end (self);
  self->number++;
  return TRUE;
}

static gboolean
csv_next (SpilTableSource *source, SpilRowMaker *row, gboolean *end, GError **error)
{
  SpilCsvReader *self = (SpilCsvReader *) source;

  if (self->at >= COMPACT_BYTES) {
    g_string_erase (self->text, 0, (gssize) self->at);
    self->at = 0;
  }
  *end = look (self, 0) == END;
  if (!*end && !read_row (self, row, error))
    return FALSE;
  if (self->fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->fault));
  return FALSE;
}

static double
csv_get_progress (SpilTableSource *source)
{
  return spil_text_input_get_progress (((SpilCsvReader *) source)->input);
}

static void
csv_add_notes (SpilTableSource *source, GPtrArray *notes)
{
  SpilCsvReader *self = (SpilCsvReader *) source;

  spil_text_input_add_notes (self->input, notes);
  if (self->n_broken == 1)
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("In row %" PRId64
                                         " the quotation marks do not match; it was read as it stands. Look "
                                         "at that row."),
                                      self->first_broken));
  else if (self->n_broken > 1)
    g_ptr_array_add (
        notes,
        g_strdup_printf (_ ("In %" PRId64 " rows the quotation marks do not match, first in row %" PRId64
                            "; they were read as they stand. Look at those rows."),
                         self->n_broken, self->first_broken));
}

static void
csv_free (SpilTableSource *source)
{
  SpilCsvReader *self = (SpilCsvReader *) source;

  g_clear_pointer (&self->input, spil_text_input_free);
  g_string_free (self->text, TRUE);
  g_string_free (self->cell, TRUE);
  g_clear_error (&self->fault);
  g_free (self);
}

static const SpilTableSourceClass csv_class = { csv_next, csv_get_progress, csv_add_notes, csv_free };

SpilTableSource *
spil_csv_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error)
{
  g_autoptr (SpilTextInput) input = spil_text_input_new (path, options->encoding, error);
  SpilCsvReader *self;
  char stated;

  if (input == NULL)
    return NULL;
  self = g_new0 (SpilCsvReader, 1);
  self->parent.klass = &csv_class;
  self->input = g_steal_pointer (&input);
  self->text = g_string_new (NULL);
  self->cell = g_string_new (NULL);
  self->number = 1;
  look (self, 0);
  options->encoding = spil_text_input_get_encoding (self->input);
  stated = spil_csv_stated_delimiter (self->text->str, &self->at);
  if (options->delimiter == 0)
    options->delimiter = stated != 0 ? stated : spil_csv_find_delimiter (self->text->str, self->text->len);
  self->delimiter = options->delimiter;
  return &self->parent;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* How wide the columns of a table are. */
#include "spil-pdf-table-private.h"

#include <string.h>

#define PAD_X 4.5 /* between the texts of two columns, half of it */
#define MARK_GAP 3.5

double
spil_pdf_mark_room (SpilMark mark)
{
  return mark == SPIL_MARK_NONE ? 0 : spil_pdf_font_size (SPIL_FONT_CELL) * 0.85 + MARK_GAP;
}

double
spil_pdf_mark_size (void)
{
  return spil_pdf_font_size (SPIL_FONT_CELL) * 0.85;
}

SpilFont
spil_pdf_row_font (SpilRow kind)
{
  return kind == SPIL_ROW_BODY ? SPIL_FONT_CELL : SPIL_FONT_CELL_STRONG;
}

double
spil_pdf_pad_left (int column)
{
  return column > 0 ? PAD_X : 0;
}

double
spil_pdf_pad_both (SpilDocumentTable *table, int column)
{
  return spil_pdf_pad_left (column) + (column + 1 < spil_document_table_get_n_columns (table) ? PAD_X : 0);
}

static double
text_width (SpilPdf *self, SpilFont font, const char *text)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, font, text, 0, PANGO_ALIGN_LEFT);

  return spil_pdf_layout_width (layout);
}

/* The longest word of @text, by characters; added to @longest when it is longer than what is there. */
static void
note_longest_word (const char *text, GString *longest)
{
  const char *at = text;

  while (*at != '\0') {
    const gsize length = strcspn (at, " \n");

    if (length > longest->len) {
      g_string_truncate (longest, 0);
      g_string_append_len (longest, at, (gssize) length);
    }
    at += length;
    at += strspn (at, " \n");
  }
}

/* What the title of a column needs: its longest word, and no more than two lines. */
static double
title_width (SpilPdf *self, const char *title)
{
  g_autoptr (GString) longest = g_string_new (NULL);

  note_longest_word (title, longest);
  return MAX (text_width (self, SPIL_FONT_CELL_HEAD, longest->str),
              text_width (self, SPIL_FONT_CELL_HEAD, title) * 0.55);
}

/*
 * The width of the widest text of a column. A text with few characters is not measured: it cannot be as wide as one with
 * many, and most columns of this kind hold numbers, days and a few words.
 */
static double
widest_text (SpilPdf *self, SpilDocumentTable *table, int column)
{
  const char *before = "";
  double widest = 0;
  glong longest = 0;

  for (int row = 0; row < spil_document_table_get_n_rows (table); row++) {
    const SpilRow kind = spil_document_table_get_row (table, row);
    const char *text = spil_document_table_get_text (table, row, column);
    const glong length = g_utf8_strlen (text, -1);

    if (kind == SPIL_ROW_GROUP || length * 2 < longest ||
        (kind == SPIL_ROW_BODY && strcmp (text, before) == 0))
      continue;
    before = text;
    longest = MAX (longest, length);
    widest = MAX (widest, text_width (self, spil_pdf_row_font (kind), text) +
                              spil_pdf_mark_room (spil_document_table_get_mark (table, row, column)));
  }
  return widest;
}

/* The width of the longest word of a column, so that words stay whole; an endless word does not count. */
static double
widest_word (SpilPdf *self, SpilDocumentTable *table, int column)
{
  g_autoptr (GString) longest = g_string_new (NULL);
  double room = 0;

  for (int row = 0; row < spil_document_table_get_n_rows (table); row++) {
    if (spil_document_table_get_row (table, row) == SPIL_ROW_GROUP)
      continue;
    note_longest_word (spil_document_table_get_text (table, row, column), longest);
    room = MAX (room, spil_pdf_mark_room (spil_document_table_get_mark (table, row, column)));
  }
  return MIN (text_width (self, SPIL_FONT_CELL, longest->str) + room, spil_pdf_body_width (self) / 4);
}

/* What a column needs at least. */
static double
least_width (SpilPdf *self, SpilDocumentTable *table, int column)
{
  const double title = title_width (self, spil_document_table_get_title (table, column));
  const double text = spil_document_table_get_weight (table, column) > 0 ? widest_word (self, table, column)
                                                                         : widest_text (self, table, column);

  return MAX (title, text) + spil_pdf_pad_both (table, column);
}

/* Shares @room out by weight among the columns that are not settled; one that would get less than it needs is settled at that. */
static void
share_out (SpilDocumentTable *table, double *widths, double room)
{
  const int n = spil_document_table_get_n_columns (table);
  gboolean settled[SPIL_TABLE_MAX_COLUMNS] = { FALSE };
  gboolean again = TRUE;

  while (again) {
    double weights = 0, rest = room;

    again = FALSE;
    for (int i = 0; i < n; i++) {
      settled[i] = settled[i] || spil_document_table_get_weight (table, i) <= 0;
      weights += settled[i] ? 0 : spil_document_table_get_weight (table, i);
      rest -= settled[i] ? widths[i] : 0;
    }
    for (int i = 0; i < n && weights > 0; i++)
      if (!settled[i] && rest * spil_document_table_get_weight (table, i) / weights < widths[i])
        settled[i] = again = TRUE;
    for (int i = 0; i < n && weights > 0 && !again; i++)
      if (!settled[i])
        widths[i] = rest * spil_document_table_get_weight (table, i) / weights;
  }
}

void
spil_pdf_find_widths (SpilPdf *self, SpilDocumentTable *table, double *widths)
{
  const int n = spil_document_table_get_n_columns (table);
  const double room = spil_pdf_body_width (self);
  double taken = 0;

  for (int i = 0; i < n; i++) {
    widths[i] = least_width (self, table, i);
    taken += widths[i];
  }
  /* What is short comes off all alike. */
  for (int i = 0; i < n && taken > room; i++)
    widths[i] *= room / taken;
  if (taken < room)
    share_out (table, widths, room);
}

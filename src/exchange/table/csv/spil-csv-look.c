// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-csv-look.h"

#include <string.h>

#define MAX_ROWS 100
#define MAX_COLUMNS 256

/* In the order in which they win when nothing tells them apart. */
static const char candidates[] = { ';', '\t', ',', '|' };

/* How many cells the rows of a text have with one delimiter. */
typedef struct
{
  guint n_rows;
  guint first; /* cells in the first row */
  guint rows_of[MAX_COLUMNS]; /* by number of cells */
} CellCount;

static void
end_row (CellCount *count, guint cells)
{
  if (count->n_rows == 0)
    count->first = cells;
  count->n_rows++;
  count->rows_of[MIN (cells, MAX_COLUMNS - 1)]++;
}

/* Where the cell that begins with a quote at @at ends: after its closing quote, or @end when it has none. */
static const char *
pass_quoted (const char *at, const char *end)
{
  for (at++; at < end; at++) {
    if (*at != '"')
      continue;
    if (at + 1 == end || at[1] != '"')
      return at + 1;
    at++;
  }
  return end;
}

static void
count_cells (CellCount *count, const char *text, gsize length, char delimiter)
{
  const char *end = text + length;
  gboolean begins = TRUE; /* a cell begins here */
  gboolean any = FALSE; /* the row holds something */
  guint cells = 1;

  while (text < end && count->n_rows < MAX_ROWS) {
    const char c = *text;

    if (c == '"' && begins) {
      text = pass_quoted (text, end);
      begins = FALSE;
      any = TRUE;
      continue;
    }
    begins = c == delimiter || c == '\n' || c == '\r';
    if (c == '\n' || c == '\r') {
      if (any)
        end_row (count, cells);
      any = FALSE;
      cells = 1;
    } else {
      any = TRUE;
      cells += c == delimiter;
    }
    text++;
  }
  /* The last row is cut off by the end of what is looked at, unless there is no other. */
  if (any && (count->n_rows == 0 || count->n_rows < 3))
    end_row (count, cells);
}

/* From 0 (cuts nothing) to about 1: the share of rows that have the same number of cells as most, and a little when the first has too. */
static double
rate (const CellCount *count, guint *columns)
{
  guint best = 2;

  for (guint i = 2; i < MAX_COLUMNS; i++)
    if (count->rows_of[i] > count->rows_of[best])
      best = i;
  *columns = best;
  if (count->n_rows == 0 || count->rows_of[best] == 0)
    return 0;
  return (double) count->rows_of[best] / count->n_rows + (count->first == best ? 0.1 : 0);
}

char
spil_csv_find_delimiter (const char *text, gsize length)
{
  char found = candidates[0];
  double best = 0;
  guint most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++) {
    CellCount count = { 0 };
    guint columns;
    double rating;

    count_cells (&count, text, length, candidates[i]);
    rating = rate (&count, &columns);
    if (rating > best + 0.001 || (rating > best - 0.001 && rating > 0 && columns > most)) {
      found = candidates[i];
      best = rating;
      most = columns;
    }
  }
  return best >= 0.5 ? found : candidates[0];
}

char
spil_csv_stated_delimiter (const char *text, gsize *length)
{
  gsize end = 5;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || (guchar) text[4] >= 0x80 ||
      strchr ("\r\n\"", text[4]) != NULL)
    return 0;
  if (text[end] == '\r')
    end++;
  if (text[end] == '\n')
    end++;
  if (end == 5 && text[end] != '\0')
    return 0;
  *length = end;
  return text[4];
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-distance.h"

static int
take_letters (const char *text, gunichar *letters, int room)
{
  int n = 0;

  for (; *text != '\0' && n < room; text = g_utf8_next_char (text))
    letters[n++] = g_utf8_get_char (text);
  return n;
}

/* Fills the row of the table for the first @i letters of @word, from the two before it; returns the least in it. */
static int
fill_row (int *row, const int *above, const int *twice_above, const gunichar *word, int i,
          const gunichar *other, int m)
{
  int least = row[0] = i;

  for (int j = 1; j <= m; j++) {
    row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (word[i - 1] != other[j - 1]));
    if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
      row[j] = MIN (row[j], twice_above[j - 2] + 1);
    least = MIN (least, row[j]);
  }
  return least;
}

int
spil_distance (const char *word, const char *other, int most, gboolean prefix)
{
  gunichar from[SPIL_DISTANCE_LONGEST];
  gunichar to[SPIL_DISTANCE_LONGEST];
  int rows[3][SPIL_DISTANCE_LONGEST + 1];
  int n = take_letters (word, from, SPIL_DISTANCE_LONGEST);
  // Of a beginning no more matters than could still be near.
  int m = take_letters (other, to, prefix ? MIN (SPIL_DISTANCE_LONGEST, n + most) : SPIL_DISTANCE_LONGEST);
  int least = 0;

  if (ABS (n - m) > most && !(prefix && m > n))
    return most + 1;
  for (int j = 0; j <= m; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n; i++) {
    least = fill_row (rows[i % 3], rows[(i - 1) % 3], rows[(i + 1) % 3], from, i, to, m);
    if (least > most)
      return most + 1;
  }
  return MIN (prefix ? least : rows[n % 3][m], most + 1);
}

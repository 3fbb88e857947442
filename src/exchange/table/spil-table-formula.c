// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-table-sink.h"

char *
spil_table_column_letter (guint column)
{
  g_autofree char *before = column >= 26 ? spil_table_column_letter (column / 26 - 1) : NULL;

  return g_strdup_printf ("%s%c", before != NULL ? before : "", 'A' + (int) (column % 26));
}

static GString *
begin (SpilFormulaNotation notation)
{
  return g_string_new (notation == SPIL_NOTATION_OPEN ? "of:=" : "=");
}

char *
spil_table_formula_of_row (const char *formula, SpilFormulaNotation notation, int64_t row)
{
  GString *text = begin (notation);

  for (const char *at = formula; *at != '\0'; at++)
    if (*at == '{') {
      char *end;
      g_autofree char *letter = spil_table_column_letter ((guint) g_ascii_strtoull (at + 1, &end, 10));

      g_string_append_printf (
          text, notation == SPIL_NOTATION_OPEN ? "[.%s%" G_GINT64_FORMAT "]" : "%s%" G_GINT64_FORMAT, letter,
          row);
      at = end;
    } else {
      g_string_append_c (text, *at);
    }
  return g_string_free_and_steal (text);
}

char *
spil_table_formula_of_sum (guint column, SpilFormulaNotation notation, int64_t first, int64_t last)
{
  GString *text = begin (notation);
  g_autofree char *letter = spil_table_column_letter (column);

  g_string_append_printf (text,
                          notation == SPIL_NOTATION_OPEN
                              ? "SUM([.%s%" G_GINT64_FORMAT ":.%s%" G_GINT64_FORMAT "])"
                              : "SUM(%s%" G_GINT64_FORMAT ":%s%" G_GINT64_FORMAT ")",
                          letter, first, letter, last);
  return g_string_free_and_steal (text);
}

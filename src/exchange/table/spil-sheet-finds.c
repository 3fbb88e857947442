// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sheet-finds.h"

#include <glib/gi18n-lib.h>

void
spil_sheet_finds_add_error (SpilSheetFinds *self, int64_t row)
{
  if (self->errors++ == 0)
    self->first_error = row;
}

/* Adds the sentence when there are any. */
static void
add_count (GPtrArray *notes, const char *sentence, int64_t count)
{
  if (count > 0)
    g_ptr_array_add (notes, g_strdup_printf (sentence, (int) MIN (count, G_MAXINT)));
}

void
spil_sheet_finds_add_notes (const SpilSheetFinds *self, GPtrArray *notes)
{
  add_count (notes,
             ngettext ("%d cell held a formula: its last value was read.",
                       "%d cells held formulas: their last values were read.", (gulong) self->formulas),
             self->formulas);
  add_count (
      notes,
      ngettext (
          "%d cell held a formula without a value and was taken as empty; open the file in a spreadsheet "
          "program and save it to have the value.",
          "%d cells held formulas without values and were taken as empty; open the file in a spreadsheet "
          "program and save it to have the values.",
          (gulong) self->unvalued),
      self->unvalued);
  if (self->errors > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (ngettext ("%d cell held an error such as #N/A and was taken as empty "
                                                "(first in row %d).",
                                                "%d cells held errors such as #N/A and were taken as empty "
                                                "(first in row %d).",
                                                (gulong) self->errors),
                                      (int) MIN (self->errors, G_MAXINT), (int) self->first_error));
  add_count (
      notes,
      ngettext ("%d group of merged cells: its value stands in the first of them, the others are empty.",
                "%d groups of merged cells: their values stand in the first of each, the others are empty.",
                (gulong) self->merged),
      self->merged);
  if (self->macros)
    g_ptr_array_add (notes, g_strdup (_ ("The file holds macros; they were left alone.")));
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-money-sheets.h"
#include "spil-table-cells.h"

enum
{
  DATE,
  KIND,
  NUMBER,
  LINE,
  AMOUNT,
  VAT,
  COUNTERPART,
  DESCRIPTION,
  REFERENCE,
  NATURE,
  REVERSED,
  LATE_OF,
  COMMITMENT,
  APPLICATION,
  OPEN,
  DECISION,
  ID,
  ORIGINAL,
  N_COLUMNS
};

const char *
spil_money_vat_label (SpilVat vat)
{
  return spil_field_choice_label (
      spil_entity_field (spil_entity (SPIL_ENTITY_COMMITMENT), SPIL_COMMITMENT_VAT), (int) vat);
}

static const char *
kind_label (SpilBookingKind kind)
{
  static const int entities[] = { [SPIL_BOOKING_RESERVATION] = SPIL_ENTITY_RESERVATION,
                                  [SPIL_BOOKING_COMMITMENT] = SPIL_ENTITY_COMMITMENT,
                                  [SPIL_BOOKING_ACTUAL] = SPIL_ENTITY_ACTUAL,
                                  [SPIL_BOOKING_FORECAST] = SPIL_ENTITY_FORECAST };

  return spil_entity_label (spil_entity_by_number (entities[kind]));
}

static const char *
nature_of (const SpilBudgetBookingRow *booking)
{
  if (booking->release)
    return C_ ("booking", "Release");
  if (booking->reverses)
    return C_ ("booking", "Reversal");
  return NULL;
}

static void
fill (SpilTableCells *cells, const SpilBudgetBookingRow *booking)
{
  g_autofree char *id = spil_id_dup_text (booking->id);
  g_autofree char *original = spil_id_is_nil (booking->original) ? NULL
                                                                 : spil_id_dup_text (booking->original);

  spil_table_cells_reset (cells);
  spil_table_cells_day (cells, DATE, booking->date);
  spil_table_cells_text (cells, KIND, kind_label (booking->kind));
  spil_table_cells_number (cells, NUMBER, booking->line_number);
  spil_table_cells_text (cells, LINE, booking->line_name);
  spil_table_cells_money (cells, AMOUNT, booking->amount);
  spil_table_cells_text (cells, VAT, spil_money_vat_label (booking->amount.vat));
  spil_table_cells_text (cells, COUNTERPART, booking->counterpart);
  spil_table_cells_text (cells, DESCRIPTION, booking->description);
  spil_table_cells_text (cells, REFERENCE, booking->reference);
  spil_table_cells_text (cells, NATURE, nature_of (booking));
  spil_table_cells_mark (cells, REVERSED, booking->reversed);
  spil_table_cells_day (cells, LATE_OF, booking->late_of);
  spil_table_cells_text (cells, COMMITMENT, booking->commitment_name);
  spil_table_cells_text (cells, APPLICATION, booking->application_name);
  if (booking->kind == SPIL_BOOKING_COMMITMENT || booking->kind == SPIL_BOOKING_RESERVATION)
    spil_table_cells_money (cells, OPEN, booking->open);
  spil_table_cells_mark (cells, DECISION, !spil_id_is_nil (booking->decision));
  spil_table_cells_text (cells, ID, id);
  spil_table_cells_text (cells, ORIGINAL, original);
}

gboolean
spil_money_sheet_bookings (SpilMoneyFile *self, GCancellable *cancellable, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[N_COLUMNS] = {
    { _ ("Date"), SPIL_COLUMN_DATE },
    { _ ("Kind"), SPIL_COLUMN_TEXT },
    { _ ("No."), SPIL_COLUMN_NUMBER },
    { _ ("Budget line"), SPIL_COLUMN_TEXT },
    { _ ("Amount"), SPIL_COLUMN_MONEY },
    { _ ("VAT"), SPIL_COLUMN_TEXT },
    { _ ("Counterpart"), SPIL_COLUMN_TEXT },
    { _ ("Description"), SPIL_COLUMN_LONG_TEXT },
    { _ ("Reference"), SPIL_COLUMN_TEXT },
    { _ ("Reversal or release"), SPIL_COLUMN_TEXT },
    { _ ("Was taken back"), SPIL_COLUMN_TEXT },
    { _ ("Belongs to (came in late)"), SPIL_COLUMN_DATE },
    { _ ("Draws down commitment"), SPIL_COLUMN_TEXT },
    { _ ("Application"), SPIL_COLUMN_TEXT },
    { _ ("Still open"), SPIL_COLUMN_MONEY },
    { _ ("Exception by decision"), SPIL_COLUMN_TEXT },
    { "id", SPIL_COLUMN_ID },
    { _ ("Reverses (id)"), SPIL_COLUMN_ID },
  };
  // clang-format on
  g_autoptr (GPtrArray) bookings = spil_budget_query_register (self->store, self->filter, 0, 0, NULL, error);
  g_auto (SpilTableCells) cells = { 0 };

  if (bookings == NULL || !spil_money_file_begin (self, _ ("Bookings"), columns, N_COLUMNS, error))
    return FALSE;
  spil_table_cells_init (&cells, N_COLUMNS);
  for (guint i = bookings->len; i > 0; i--) {
    fill (&cells, bookings->pdata[i - 1]);
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !spil_money_file_add (self, cells.cells, error))
      return FALSE;
  }
  return TRUE;
}

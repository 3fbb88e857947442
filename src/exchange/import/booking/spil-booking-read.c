// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-booking-private.h"
#include "spil-exchange-error.h"
#include "spil-import-private.h"
#include "spil-import-value.h"
#include "spil-synonyms.h"
#include "spil-text.h"

/* More than this is no list of bookings of a programme: all rows are in memory, to be looked at. */
#define MAX_ROWS 200000
#define ROWS_A_LOOK 500
/* So many rows that are all below zero are no credit notes, but a list with the other sign. */
#define TURNED_ROWS 3
#define MAX_CHARS 400

/* Where the facts stand, by column; -1: nowhere. */
typedef struct
{
  int date, amount, credit, sign, line, reference, commitment, vat, decision, id;
} Columns;

typedef struct
{
  SpilBookingImport *import;
  const SpilBookingFields *fields;
  SpilImporting importing;
  Columns columns;
  GHashTable *seen; /* origin -> how many rows had it */
} Reading;

/* Columns */

static int
find_field (const SpilImportPlan *plan, int field)
{
  for (guint i = 0; field != 0 && i < plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (plan, i);

    if (column->entity == plan->entity && column->field == field)
      return (int) i;
  }
  return -1;
}

/* A column that nothing goes to, called by one of @words. */
static int
find_header (const SpilImportPlan *plan, const char *const *words)
{
  for (guint i = 0; i < plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (plan, i);
    g_autofree char *header = spil_synonyms_normalise (column->header);

    if (column->entity == NULL && g_strv_contains (words, header))
      return (int) i;
  }
  return -1;
}

static gboolean
find_columns (Reading *self, GError **error)
{
  static const char *const signs[] = {
    "debetcredit",  "debitcredit", "dc",    "cd",    "debetcreditindicator",
    "dcindicator",  "indicatordc", "afbij", "bijaf", "afofbij",
    "soortboeking", "teken",       NULL
  };
  static const char *const credits[] = { "credit", "creditbedrag", "bedragcredit", "bij", "ontvangen", NULL };
  const SpilImportPlan *plan = self->import->plan;
  Columns *columns = &self->columns;

  columns->date = find_field (plan, self->fields->date);
  columns->amount = find_field (plan, self->fields->amount);
  columns->line = find_field (plan, self->fields->line);
  columns->reference = find_field (plan, self->fields->reference);
  columns->commitment = find_field (plan, self->fields->commitment);
  columns->vat = find_field (plan, self->fields->vat);
  columns->decision = find_field (plan, self->fields->decision);
  columns->sign = find_header (plan, signs);
  columns->credit = find_header (plan, credits);
  columns->id = -1;
  for (guint i = 0; i < plan->columns->len; i++)
    if (spil_import_plan_get_column (plan, i)->entity == plan->entity &&
        spil_import_plan_get_column (plan, i)->field == 0)
      columns->id = (int) i;
  if (columns->date >= 0 && (columns->amount >= 0 || columns->credit >= 0))
    return TRUE;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("No column goes to “%s”, and nothing can be read in without. Choose the column that it stands in."),
      spil_field_label (
          spil_entity_field (plan->entity, columns->date < 0 ? self->fields->date : self->fields->amount)));
  return FALSE;
}

/* Cells */

static const SpilCell *
cell_at (const SpilTableRow *row, int column)
{
  static const SpilCell empty = { SPIL_CELL_EMPTY, "" };

  return column >= 0 ? spil_import_cell (row, (guint) column) : &empty;
}

static char *
dup_text (const SpilTableRow *row, int column)
{
  const SpilCell *cell = cell_at (row, column);

  return spil_import_is_blank (cell->text) ? NULL : spil_text_one_line (cell->text, MAX_CHARS);
}

/* Several columns may go to one text. */
static char *
dup_joined (Reading *self, const SpilTableRow *row, int field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->import->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->import->plan, i);
    g_autofree char *part = NULL;

    if (column->entity != self->import->entity || column->field != field)
      continue;
    part = dup_text (row, (int) i);
    if (part != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
refuse (SpilBookingRow *row, char *fault)
{
  if (row->fault == NULL)
    row->fault = fault;
  else
    g_free (fault);
}

/* "1.234,56-", "(1.234,56)" and "1.234,56 CR" are below zero too. */
static gboolean
read_cents (Reading *self, const SpilTableRow *table_row, int column, SpilBookingRow *row, int64_t *cents)
{
  const SpilCell *cell = cell_at (table_row, column);
  const SpilField *field = spil_entity_field (self->import->entity, self->fields->amount);
  g_autofree char *text = g_strstrip (g_strdup (cell->text));
  gsize length = strlen (text);
  gboolean turned = FALSE;
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) fault = NULL;

  *cents = 0;
  if (cell->kind == SPIL_CELL_TEXT && length > 2) {
    const gboolean credit = g_str_has_suffix (text, "CR") || g_str_has_suffix (text, "Cr");
    const gboolean brackets = text[0] == '(' && text[length - 1] == ')';

    turned = credit || brackets || (text[length - 1] == '-' && text[length - 2] != ',');
    if (turned)
      text[length - (credit ? 2 : 1)] = '\0';
    if (brackets)
      text[0] = ' ';
    g_strstrip (text);
  }
  if (!spil_import_read_cell (field, &(SpilCell) { cell->kind, text }, &value, &fault)) {
    refuse (row, g_strdup (fault->message));
    return FALSE;
  }
  if (value.kind != SPIL_VALUE_INTEGER)
    return FALSE;
  *cents = turned ? -value.integer : value.integer;
  return TRUE;
}

/* Whether the row says that money comes back. */
static gboolean
says_credit (const SpilTableRow *row, int column)
{
  static const char *const words[] = { "c", "cr", "credit", "bij", "ontvangst", NULL };
  const SpilCell *cell = cell_at (row, column);
  g_autofree char *word = spil_synonyms_normalise (cell->text);

  return strcmp (cell->text, "-") == 0 || g_strv_contains (words, word);
}

static void
read_amount (Reading *self, const SpilTableRow *table_row, SpilBookingRow *row)
{
  int64_t debit, credit;
  const gboolean has_debit = read_cents (self, table_row, self->columns.amount, row, &debit);
  const gboolean has_credit = read_cents (self, table_row, self->columns.credit, row, &credit);

  // Systems that say "C" write the amount below zero, or not.
  if (has_debit && says_credit (table_row, self->columns.sign) && debit > 0)
    debit = -debit;
  row->amount.cents = debit - (has_credit ? credit : 0);
  if (row->fault != NULL)
    return;
  if (!has_debit && !has_credit)
    refuse (row, g_strdup (_ ("There is no amount.")));
  else if (row->amount.cents == 0)
    refuse (row, g_strdup (_ ("The amount is zero.")));
}

static void
read_day (Reading *self, const SpilTableRow *table_row, SpilBookingRow *row)
{
  const SpilField *field = spil_entity_field (self->import->entity, self->fields->date);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) fault = NULL;

  row->date = SPIL_DAY_NONE;
  if (!spil_import_read_cell (field, cell_at (table_row, self->columns.date), &value, &fault))
    refuse (row, g_strdup (fault->message));
  else if (value.kind == SPIL_VALUE_INTEGER)
    row->date = spil_day ((int32_t) value.integer);
  else
    refuse (row, g_strdup (_ ("There is no date.")));
}

/* A column called so may as well hold amounts of tax: those say nothing of what the other amounts are. */
static void
read_vat (Reading *self, const SpilTableRow *table_row, SpilBookingRow *row)
{
  const SpilField *field = spil_entity_field (self->import->entity, self->fields->vat);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  row->amount.vat = SPIL_VAT_UNKNOWN;
  if (!spil_import_read_cell (field, cell_at (table_row, self->columns.vat), &value, NULL) ||
      value.kind != SPIL_VALUE_INTEGER)
    return;
  row->amount.vat = (SpilVat) value.integer;
  row->vat_said = row->amount.vat != SPIL_VAT_UNKNOWN;
}

static gboolean
read_decision (Reading *self, const SpilTableRow *table_row, SpilBookingRow *row, GError **error)
{
  const SpilField *field = spil_entity_field (self->import->entity, self->fields->decision);
  const SpilCell *cell = cell_at (table_row, self->columns.decision);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  char *refusal = NULL;

  if (spil_import_is_blank (cell->text))
    return TRUE;
  if (!spil_import_refer (&self->importing, field, cell, &value, &refusal, error))
    return FALSE;
  if (refusal != NULL)
    refuse (row, refusal);
  else
    row->decision = value.id;
  return TRUE;
}

/* By what it says; the second row that says the same is another one. */
static void
set_origin (Reading *self, SpilBookingRow *row)
{
  g_autofree char *day = spil_day_to_iso (row->date);
  g_autofree char *said = g_strdup_printf (
      "%s|%" G_GINT64_FORMAT "|%s|%s|%s|%s", day, row->amount.cents,
      row->reference != NULL ? row->reference : "", row->counterpart != NULL ? row->counterpart : "",
      row->description != NULL ? row->description : "", row->code != NULL ? row->code : "");
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, said, -1);
  int n;

  sum[32] = '\0';
  n = GPOINTER_TO_INT (g_hash_table_lookup (self->seen, sum)) + 1;
  g_hash_table_insert (self->seen, g_strdup (sum), GINT_TO_POINTER (n));
  row->origin = g_strdup_printf ("list:%s.%d", sum, n);
}

/* Rows */

static void
free_row (gpointer data)
{
  SpilBookingRow *row = data;

  g_free (row->counterpart);
  g_free (row->description);
  g_free (row->reference);
  g_free (row->code);
  g_free (row->commitment_number);
  g_free (row->origin);
  g_free (row->fault);
  g_free (row->why);
  g_free (row);
}

static gboolean
read_row (Reading *self, const SpilTableRow *table_row, GError **error)
{
  SpilBookingRow *row = g_new0 (SpilBookingRow, 1);

  g_ptr_array_add (self->import->rows, row);
  row->number = table_row->number;
  row->counterpart = dup_joined (self, table_row, self->fields->counterpart);
  row->description = dup_joined (self, table_row, self->fields->description);
  row->reference = dup_text (table_row, self->columns.reference);
  row->code = dup_text (table_row, self->columns.line);
  row->commitment_number = dup_text (table_row, self->columns.commitment);
  read_day (self, table_row, row);
  read_amount (self, table_row, row);
  read_vat (self, table_row, row);
  if (!spil_id_parse (cell_at (table_row, self->columns.id)->text, &row->named))
    row->named = SPIL_ID_NIL;
  set_origin (self, row);
  return read_decision (self, table_row, row, error);
}

static gboolean
read_rows (Reading *self, SpilTableReader *reader, GCancellable *cancellable, GError **error)
{
  const SpilTableRow *row;

  for (guint n = 0;; n++) {
    if (n % ROWS_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!spil_table_reader_next (reader, &row, error))
      return FALSE;
    if (row == NULL)
      return TRUE;
    if (row->number <= self->import->plan->header_row || spil_import_is_no_row (&self->importing, row))
      continue;
    if (self->import->rows->len >= MAX_ROWS) {
      g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                   _ ("The list has more than %d rows. Choose a shorter period, or split the list."),
                   MAX_ROWS);
      return FALSE;
    }
    spil_import_add_up (&self->importing, row);
    if (!read_row (self, row, error))
      return FALSE;
  }
}

/* The list as a whole */

static void
take_note (SpilBookingImport *self, char *note)
{
  g_ptr_array_add (self->notes, note);
}

/* A list of creditors has the other sign all over. */
static void
turn_signs (SpilBookingImport *self)
{
  guint n_below = 0;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const SpilBookingRow *row = self->rows->pdata[i];

    n += row->amount.cents != 0;
    n_below += row->amount.cents < 0;
  }
  if (n < TURNED_ROWS || n_below < n)
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    SpilBookingRow *row = self->rows->pdata[i];

    row->amount.cents = -row->amount.cents;
  }
  take_note (self, g_strdup (_ (
                       "All amounts in the list are below zero; they were taken as money that was spent.")));
}

/* "Bedrag excl. btw" says it for all rows. */
static SpilVat
vat_of_header (const SpilImportPlan *plan, int column)
{
  g_autofree char *header = column >= 0
                                ? spil_text_fold (spil_import_plan_get_column (plan, (guint) column)->header)
                                : NULL;

  if (header == NULL)
    return SPIL_VAT_UNKNOWN;
  return strstr (header, "excl") != NULL   ? SPIL_VAT_EXCLUDED
         : strstr (header, "incl") != NULL ? SPIL_VAT_INCLUDED
                                           : SPIL_VAT_UNKNOWN;
}

static gboolean
all_say_vat (const SpilBookingImport *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!((const SpilBookingRow *) self->rows->pdata[i])->vat_said)
      return FALSE;
  return TRUE;
}

gboolean
spil_booking_list_read (SpilBookingImport *self, SpilStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .import = self,
                      .fields = spil_booking_list_fields (self->entity),
                      .importing = { .store = store, .plan = self->plan },
                      .seen = seen };
  g_autoptr (SpilTableReader) reader = NULL;
  gboolean read = FALSE;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  if (!find_columns (&reading, error))
    return FALSE;
  reader = spil_table_reader_new (self->path, &self->plan->options, error);
  if (reader != NULL && spil_importing_begin (&reading.importing, self->path, TRUE, cancellable, error) &&
      read_rows (&reading, reader, cancellable, error)) {
    spil_import_add_notes (&reading.importing, reader);
    for (guint i = 0; i < reading.importing.report->notes->len; i++)
      take_note (self, g_strdup (reading.importing.report->notes->pdata[i]));
    turn_signs (self);
    if (self->vat == SPIL_VAT_UNKNOWN)
      self->vat = vat_of_header (self->plan, reading.columns.amount);
    self->vat_said = self->vat != SPIL_VAT_UNKNOWN || all_say_vat (self);
    read = TRUE;
  }
  spil_importing_clear (&reading.importing);
  return read;
}

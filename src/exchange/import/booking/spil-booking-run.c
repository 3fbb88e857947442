// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-booking-private.h"
#include "spil-import-private.h"

/* From so many changes on they are written. */
#define BATCH_CHANGES 1000

static gboolean
is_booked (const SpilBookingRow *row)
{
  return row->state <= SPIL_BOOKING_ROW_REFUND;
}

/* A booking cannot do without a description. */
static char *
dup_description (const SpilBookingRow *row)
{
  if (row->description != NULL)
    return g_strdup (row->description);
  if (row->reference != NULL)
    return g_strdup_printf (_ ("Invoice %s"), row->reference);
  return g_strdup (row->counterpart != NULL ? row->counterpart : _ ("Not stated in the list"));
}

static void
set_text (SpilRecord *record, int field, const char *text)
{
  if (text != NULL)
    spil_record_set_text (record, field, text);
}

static void
set_reference (SpilRecord *record, int field, SpilId id)
{
  if (field != 0 && !spil_id_is_nil (id))
    spil_record_set_reference (record, field, id);
}

static SpilRecord *
make_record (const SpilBookingImport *self, const SpilBookingRow *row)
{
  const SpilBookingFields *fields = spil_booking_list_fields (self->entity);
  SpilRecord *record = spil_record_new (self->entity, row->id);
  g_autofree char *description = dup_description (row);

  spil_record_set_reference (record, fields->line, row->line);
  spil_record_set_day (record, fields->date, row->booked);
  if (spil_booking_row_is_late (row))
    spil_record_set_day (record, fields->late_of, row->date);
  spil_record_set_integer (record, fields->amount, row->amount.cents);
  spil_record_set_integer (record, fields->vat, row->amount.vat);
  set_text (record, fields->counterpart, row->counterpart);
  set_text (record, fields->description, description);
  set_text (record, fields->reference, row->reference);
  set_text (record, fields->origin, row->origin);
  set_reference (record, fields->commitment, row->commitment);
  set_reference (record, fields->reverses, row->reverses);
  set_reference (record, fields->decision,
                 spil_id_is_nil (row->decision) && row->exception ? self->decision : row->decision);
  // What releases a part takes nothing back.
  if (self->entity->number == SPIL_ENTITY_COMMITMENT && row->state == SPIL_BOOKING_ROW_MATCHED)
    spil_record_set_integer (record, SPIL_COMMITMENT_RELEASE, TRUE);
  return record;
}

static void
report_same (SpilImportReport *report, SpilStore *store, const SpilBookingImport *self,
             const SpilBookingRow *row)
{
  SpilImportLikely *likely;

  report->n_likely++;
  if (report->likely->len >= SPIL_IMPORT_MAX_LISTED)
    return;
  likely = g_new0 (SpilImportLikely, 1);
  likely->row = row->number;
  likely->name = dup_description (row);
  likely->existing = row->same;
  likely->existing_name = spil_id_is_nil (row->same) ? g_strdup_printf (_ ("row %d"), (int) row->same_row)
                                                     : spil_store_dup_title (store, self->entity, row->same);
  likely->reason = g_strdup (row->why);
  // It becomes a part of a sentence.
  if (g_str_has_suffix (likely->reason, "."))
    likely->reason[strlen (likely->reason) - 1] = '\0';
  g_ptr_array_add (report->likely, likely);
}

static void
report_refused (SpilImporting *importing, const SpilBookingRow *row)
{
  const SpilTableRow table_row = { .number = row->number };
  SpilImportRow refused = { .row = &table_row };

  spil_import_refuse (importing, &refused, -1, row->why);
  importing->report->rejected++;
}

static gboolean
take_row (SpilBookingImport *self, SpilImporting *importing, const SpilBookingRow *row, GError **error)
{
  g_autoptr (SpilRecord) record = NULL;

  importing->report->rows++;
  if (row->state == SPIL_BOOKING_ROW_REFUSED) {
    report_refused (importing, row);
    return TRUE;
  }
  if (!is_booked (row)) {
    importing->report->skipped++;
    if (row->state == SPIL_BOOKING_ROW_DUPLICATE)
      report_same (importing->report, importing->store, self, row);
    return TRUE;
  }
  importing->report->created++;
  record = make_record (self, row);
  spil_import_stage_begin_row (importing->stage, row->number, TRUE);
  return spil_import_stage_put (importing->stage, NULL, record, 0, error);
}

/* What a person has to know of rows that are booked. */
static void
add_notes (SpilBookingImport *self, SpilImportReport *report)
{
  int n_late = 0;

  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (report->notes, g_strdup (self->notes->pdata[i]));
  if (!self->vat_said)
    g_ptr_array_add (
        report->notes,
        g_strdup (
            self->vat == SPIL_VAT_INCLUDED
                ? _ ("The list does not say whether its amounts are with VAT; they were taken to include it.")
            : self->vat == SPIL_VAT_EXCLUDED
                ? _ ("The list does not say whether its amounts are with VAT; they were taken to exclude it, as the budget does.")
                : _ ("Neither the list nor the budget says whether amounts are with VAT.")));
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilBookingRow *row = self->rows->pdata[i];

    if (!is_booked (row))
      continue;
    n_late += spil_booking_row_is_late (row);
    if (row->why != NULL && report->notes->len < SPIL_IMPORT_MAX_LISTED)
      g_ptr_array_add (report->notes, g_strdup_printf (_ ("Row %d: %s"), (int) row->number, row->why));
  }
  if (n_late > 0)
    g_ptr_array_add (
        report->notes,
        g_strdup_printf (
            g_dngettext (
                GETTEXT_PACKAGE,
                "%d row is of a closed period; it was booked on the first open day, marked as late.",
                "%d rows are of a closed period; they were booked on the first open day, marked as late.",
                (gulong) n_late),
            n_late));
}

static gboolean
take_rows (SpilBookingImport *self, SpilImporting *importing, SpilSeries *series, GCancellable *cancellable,
           GError **error)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (!take_row (self, importing, self->rows->pdata[i], error))
      return FALSE;
    if (spil_import_stage_get_n_changes (importing->stage) < BATCH_CHANGES)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !spil_import_stage_flush (importing->stage, series, spil_import_refuse_written, importing, error))
      return FALSE;
  }
  return spil_import_stage_flush (importing->stage, series, spil_import_refuse_written, importing, error);
}

SpilImportReport *
spil_booking_import_run (SpilBookingImport *self, SpilStore *store, gboolean dry, GCancellable *cancellable,
                         GError **error)
{
  g_auto (SpilImporting) importing = { .store = store, .plan = self->plan };
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));
  const SpilId id = spil_id_new ();
  g_autoptr (SpilSeries) series = spil_series_begin (store, id, error);

  if (series == NULL || !spil_importing_begin (&importing, self->path, dry, cancellable, error) ||
      !take_rows (self, &importing, series, cancellable, error))
    return NULL;
  add_notes (self, importing.report);
  if (!dry && (g_cancellable_set_error_if_cancelled (cancellable, error) ||
               !spil_booking_codes_remember (self, store, action, error) ||
               !spil_import_end (&importing, series, action, id, error)))
    return NULL;
  return g_steal_pointer (&importing.report);
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "booking-fixture.h"

#include "spil-budget-query.h"
#include "spil-text.h"

SpilId
booking_fixture_line (ExchangeFixture *self, int number)
{
  g_autoptr (GPtrArray) lines = exchange_fixture_list (self, SPIL_ENTITY_BUDGET_LINE);

  for (guint i = 0; i < lines->len; i++)
    if (spil_record_get_integer (lines->pdata[i], SPIL_BUDGET_LINE_NUMBER) == number)
      return spil_record_get_id (lines->pdata[i]);
  g_assert_not_reached ();
}

static SpilId
find_commitment (ExchangeFixture *self, const char *reference)
{
  g_autoptr (GPtrArray) commitments = exchange_fixture_list (self, SPIL_ENTITY_COMMITMENT);

  for (guint i = 0; i < commitments->len; i++)
    if (g_strcmp0 (spil_record_get_text (commitments->pdata[i], SPIL_COMMITMENT_REFERENCE), reference) == 0)
      return spil_record_get_id (commitments->pdata[i]);
  g_assert_not_reached ();
}

SpilId
booking_fixture_book (ExchangeFixture *self, int entity, int line, const char *day, int64_t cents,
                      const char *counterpart, const char *reference, const char *commitment)
{
  const gboolean commits = entity == SPIL_ENTITY_COMMITMENT;
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity_by_number (entity), spil_id_new ());
  g_autoptr (SpilAction) action = spil_action_new ("Booked");
  g_autoptr (GError) error = NULL;
  SpilDay date;

  g_assert_true (spil_day_parse (day, &date));
  spil_record_set_reference (record, commits ? SPIL_COMMITMENT_LINE : SPIL_ACTUAL_LINE,
                             booking_fixture_line (self, line));
  spil_record_set_day (record, commits ? SPIL_COMMITMENT_DATE : SPIL_ACTUAL_DATE, date);
  spil_record_set_integer (record, commits ? SPIL_COMMITMENT_AMOUNT : SPIL_ACTUAL_AMOUNT, cents);
  spil_record_set_integer (record, commits ? SPIL_COMMITMENT_VAT : SPIL_ACTUAL_VAT, SPIL_VAT_EXCLUDED);
  spil_record_set_text (record, commits ? SPIL_COMMITMENT_DESCRIPTION : SPIL_ACTUAL_DESCRIPTION, "Werk");
  if (counterpart != NULL)
    spil_record_set_text (record, commits ? SPIL_COMMITMENT_COUNTERPART : SPIL_ACTUAL_COUNTERPART,
                          counterpart);
  if (reference != NULL)
    spil_record_set_text (record, commits ? SPIL_COMMITMENT_REFERENCE : SPIL_ACTUAL_REFERENCE, reference);
  if (commitment != NULL)
    spil_record_set_reference (record, SPIL_ACTUAL_COMMITMENT, find_commitment (self, commitment));
  spil_action_add (action, record);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  return spil_record_get_id (record);
}

SpilBookingImport *
booking_fixture_read (ExchangeFixture *self, const char *path, int entity)
{
  g_autoptr (SpilImportLook) look = look_at (self, path, entity);
  g_autoptr (GError) error = NULL;
  SpilBookingImport *import = spil_booking_import_new (self->store, path, look->plan, SPIL_VAT_UNKNOWN, TODAY,
                                                       NULL, &error);

  g_assert_no_error (error);
  return import;
}

SpilBookingImport *
booking_fixture_read_text (ExchangeFixture *self, const char *text, int entity)
{
  g_autofree char *path = write_table (self, "boekingen.csv", text);

  return booking_fixture_read (self, path, entity);
}

static void
append_commitment (GString *out, ExchangeFixture *self, SpilId id)
{
  g_autoptr (SpilRecord) record = NULL;

  if (spil_id_is_nil (id))
    return;
  record = spil_store_get (self->store, spil_entity (SPIL_ENTITY_COMMITMENT), id, NULL);
  g_string_append_printf (out, " %s",
                          record != NULL ? spil_record_get_text (record, SPIL_COMMITMENT_REFERENCE) : "?");
}

char *
booking_fixture_describe (ExchangeFixture *self, const SpilBookingImport *import)
{
  static const char *const states[] = { "new",       "matched", "reversal", "refund",
                                        "duplicate", "skipped", "refused" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < import->rows->len; i++) {
    const SpilBookingRow *row = import->rows->pdata[i];
    g_autofree char *amount = spil_money_to_decimal (row->amount.cents);
    int number = 0;

    for (guint j = 0; j < import->lines->len; j++)
      if (spil_id_equal (((SpilBudgetLineFigures *) import->lines->pdata[j])->id, row->line))
        number = ((SpilBudgetLineFigures *) import->lines->pdata[j])->number;
    g_string_append_printf (out, "%d %s %d", (int) row->number, states[row->state], number);
    append_commitment (out, self, row->commitment);
    if (row->reverses_row > 0)
      g_string_append_printf (out, " back:%d", (int) row->reverses_row);
    if (row->same_row > 0)
      g_string_append_printf (out, " same:%d", (int) row->same_row);
    g_string_append_printf (out, " %s\n", amount);
  }
  return g_string_free_and_steal (out);
}

SpilImportReport *
booking_fixture_run (ExchangeFixture *self, SpilBookingImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_of (self);
  g_autofree char *after = NULL;
  g_autoptr (SpilImportReport) dry = spil_booking_import_run (import, self->store, TRUE, NULL, &error);
  SpilImportReport *run;

  g_assert_no_error (error);
  after = digest_of (self);
  g_assert_cmpstr (before, ==, after);
  run = spil_booking_import_run (import, self->store, FALSE, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < run->refusals->len; i++) {
    const SpilImportRefusal *refusal = run->refusals->pdata[i];

    g_test_message ("%d: %s", (int) refusal->row, refusal->reason);
  }
  assert_counts (dry, (int) run->created, 0, (int) run->skipped, (int) run->rejected);
  g_assert_cmpuint (dry->notes->len, ==, run->notes->len);
  assert_sound (self);
  return run;
}

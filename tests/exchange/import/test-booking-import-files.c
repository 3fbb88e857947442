// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "booking-fixture.h"
#include "spil-budget-query.h"
#include "spil-table-writer.h"

#define HEAD "Boekdatum;Bedrag;Crediteur;Omschrijving;Factuurnummer;Kostenplaats\n"

static SpilRecord *
find_actual (ExchangeFixture *self, const char *reference)
{
  g_autoptr (GPtrArray) actuals = exchange_fixture_list (self, SPIL_ENTITY_ACTUAL);

  for (guint i = 0; i < actuals->len; i++)
    if (g_strcmp0 (spil_record_get_text (actuals->pdata[i], SPIL_ACTUAL_REFERENCE), reference) == 0)
      return g_object_ref (actuals->pdata[i]);
  return NULL;
}

static gboolean
has_note (GPtrArray *notes, const char *part)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (notes->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/* What a row becomes, in all its fields; and read in again it is there already. */
static void
test_fields (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilBookingImport) again = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (SpilRecord) actual = NULL;
  g_autofree char *described = NULL;

  exchange_fixture_use_template (self);
  booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 4, "2018-02-01", 1000000, "Bedacht BV", "V-1", NULL);
  import = booking_fixture_read_text (self, HEAD "3-9-2018;1.234,56;Bedacht BV;Uren V-1;F1;4\n",
                                      SPIL_ENTITY_ACTUAL);
  report = booking_fixture_run (self, import);
  g_assert_true (has_note (report->notes, "taken to exclude it"));
  actual = find_actual (self, "F1");
  g_assert_cmpint (spil_record_get_integer (actual, SPIL_ACTUAL_AMOUNT), ==, 123456);
  g_assert_cmpint (spil_record_get_integer (actual, SPIL_ACTUAL_VAT), ==, SPIL_VAT_EXCLUDED);
  g_assert_cmpstr (spil_record_get_text (actual, SPIL_ACTUAL_COUNTERPART), ==, "Bedacht BV");
  g_assert_cmpstr (spil_record_get_text (actual, SPIL_ACTUAL_DESCRIPTION), ==, "Uren V-1");
  g_assert_true (g_str_has_prefix (spil_record_get_text (actual, SPIL_ACTUAL_ORIGIN), "list:"));
  g_assert_false (spil_record_is_null (actual, SPIL_ACTUAL_COMMITMENT));
  g_assert_true (spil_record_is_null (actual, SPIL_ACTUAL_LATE_OF));
  g_assert_true (
      spil_id_equal (spil_record_get_reference (actual, SPIL_ACTUAL_LINE), booking_fixture_line (self, 4)));
  again = booking_fixture_read_text (self, HEAD "3-9-2018;1.234,56;Bedacht BV;Uren V-1;F1;4\n",
                                     SPIL_ENTITY_ACTUAL);
  described = booking_fixture_describe (self, again);
  g_assert_cmpstr (described, ==, "2 duplicate 0 1234.56\n");
}

static const SpilTableColumn columns[] = {
  { "Boekdatum", SPIL_COLUMN_DATE },      { "Bedrag", SPIL_COLUMN_MONEY },
  { "Crediteur", SPIL_COLUMN_TEXT },      { "Factuurnummer", SPIL_COLUMN_TEXT },
  { "Kostenplaats", SPIL_COLUMN_NUMBER },
};

/* The same in each form of file: real days and amounts, a total with a formula. */
static void
test_forms (ExchangeFixture *self, gconstpointer data)
{
  static const SpilCell rows[][G_N_ELEMENTS (columns)] = {
    { { SPIL_CELL_DATE, "2018-09-03" },
      { SPIL_CELL_NUMBER, "1234.56" },
      { SPIL_CELL_TEXT, "A" },
      { SPIL_CELL_TEXT, "F1" },
      { SPIL_CELL_NUMBER, "4" } },
    { { SPIL_CELL_DATE, "2018-09-04" },
      { SPIL_CELL_NUMBER, "-34.5" },
      { SPIL_CELL_TEXT, "=B" },
      { SPIL_CELL_TEXT, "F2" },
      { SPIL_CELL_NUMBER, "1" } },
  };
  static const SpilCell total[] = { { SPIL_CELL_EMPTY, "" },
                                    { SPIL_CELL_NUMBER, "1200.06" },
                                    { SPIL_CELL_TEXT, "Totaal" },
                                    { SPIL_CELL_EMPTY, "" },
                                    { SPIL_CELL_EMPTY, "" } };
  static const SpilTableFormat formats[] = { SPIL_TABLE_CSV, SPIL_TABLE_XLSX, SPIL_TABLE_ODS };

  exchange_fixture_use_template (self);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *path = exchange_fixture_path (self, "lijst");
    g_autoptr (SpilTableWriter)
        writer = spil_table_writer_new (path, formats[i], "Blad", columns, G_N_ELEMENTS (columns), NULL);
    g_autoptr (SpilBookingImport) import = NULL;
    g_autofree char *described = NULL;

    for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
      g_assert_true (spil_table_writer_add (writer, rows[j], NULL));
    g_assert_true (spil_table_writer_add_total (writer, total, NULL));
    g_assert_true (spil_table_writer_finish (writer, NULL));
    import = booking_fixture_read (self, path, SPIL_ENTITY_ACTUAL);
    described = booking_fixture_describe (self, import);
    g_assert_cmpstr (described, ==, "2 new 4 1234.56\n3 refund 1 -34.50\n");
    g_assert_true (has_note (import->notes, "Row 4 is a total, and was not read in."));
  }
}

/* A total that is not what the rows add up to is told. */
static void
test_wrong_total (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;

  exchange_fixture_use_template (self);
  import = booking_fixture_read_text (
      self, HEAD "3-9-2018;10,00;A;Iets;F1;4\n3-9-2018;5,00;B;Iets;F2;4\n;16,00;;Totaal;;\n",
      SPIL_ENTITY_ACTUAL);
  g_assert_true (has_note (import->notes, "16,00"));
  g_assert_true (has_note (import->notes, "15,00"));
}

/* A code that was mapped once is known the next time, also in another list, and travels as a row. */
static void
test_codes (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilBookingImport) again = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  exchange_fixture_use_template (self);
  import = booking_fixture_read_text (
      self, HEAD "3-9-2018;10,00;A;Iets;F1;FCL 6100=a;\n3-9-2018;5,00;B;Iets;F2;7\n", SPIL_ENTITY_ACTUAL);
  g_assert_cmpuint (import->codes->len, ==, 2);
  g_assert_false (spil_booking_import_map_code (import, "7", "99", &error));
  g_clear_error (&error);
  g_assert_false (spil_booking_import_map_code (import, "8", "4", &error));
  g_clear_error (&error);
  g_assert_true (spil_booking_import_map_code (import, "FCL 6100=a", "4", &error));
  spil_booking_import_judge (import);
  first = booking_fixture_describe (self, import);
  g_assert_cmpstr (first, ==, "2 new 4 10.00\n3 refused 0 5.00\n");
  report = booking_fixture_run (self, import);
  g_assert_cmpint (report->created, ==, 1);
  again = booking_fixture_read_text (self, "Datum;Bedrag;Grootboek;Factuur\n4-9-2018;1,00;FCL 6100=a;F3\n",
                                     SPIL_ENTITY_ACTUAL);
  second = booking_fixture_describe (self, again);
  g_assert_cmpstr (second, ==, "2 new 4 1.00\n");
  g_assert_nonnull (((SpilBookingCode *) again->codes->pdata[0])->why);
}

/* Taken back in one step, the mapping too. */
static void
test_undo (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SpilSeriesUndone undone;
  g_autoptr (GError) error = NULL;

  exchange_fixture_use_template (self);
  before = digest_of (self);
  import = booking_fixture_read_text (
      self, HEAD "3-9-2018;10,00;A;Iets;F1;4\n3-9-2018;-10,00;A;Terug;F1;4\n4-9-2018;1,00;A;Nog;F2;4\n",
      SPIL_ENTITY_ACTUAL);
  report = booking_fixture_run (self, import);
  g_assert_cmpint (report->created, ==, 3);
  g_assert_true (spil_import_undo (self->store, report->id, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpint (undone.left, ==, 0);
  after = digest_of (self);
  g_assert_cmpstr (before, ==, after);
}

static void
close_period (ExchangeFixture *self, const char *first, const char *last)
{
  g_autoptr (SpilRecord) period = spil_record_new (spil_entity (SPIL_ENTITY_CLOSED_PERIOD), spil_id_new ());
  g_autoptr (SpilAction) action = spil_action_new ("Closed");
  g_autoptr (GError) error = NULL;
  SpilDay day;

  spil_record_set_text (period, SPIL_CLOSED_PERIOD_NAME, "Derde kwartaal");
  g_assert_true (spil_day_parse (first, &day));
  spil_record_set_day (period, SPIL_CLOSED_PERIOD_FIRST, day);
  g_assert_true (spil_day_parse (last, &day));
  spil_record_set_day (period, SPIL_CLOSED_PERIOD_LAST, day);
  spil_record_set_day (period, SPIL_CLOSED_PERIOD_CLOSED_ON, day);
  spil_action_add (action, period);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
}

/* What belongs to a closed period goes to the first open day, and says so. */
static void
test_late (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (SpilRecord) actual = NULL;

  exchange_fixture_use_template (self);
  close_period (self, "2018-07-01", "2018-08-31");
  import = booking_fixture_read_text (self, HEAD "3-8-2018;10,00;A;Iets;F1;4\n3-9-2018;1,00;A;Iets;F2;4\n",
                                      SPIL_ENTITY_ACTUAL);
  report = booking_fixture_run (self, import);
  g_assert_cmpint (report->created, ==, 2);
  g_assert_true (has_note (report->notes, "closed period"));
  actual = find_actual (self, "F1");
  g_assert_true (spil_day_compare (spil_record_get_day (actual, SPIL_ACTUAL_DATE), TODAY) == 0);
  g_assert_true (spil_day_compare (spil_record_get_day (actual, SPIL_ACTUAL_LATE_OF),
                                   spil_day_from_ymd (2018, 8, 3)) == 0);
}

/* A decision makes room, and only where it is needed it is named. */
static void
test_decision (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilRecord) decision = spil_record_new (spil_entity (SPIL_ENTITY_DECISION), spil_id_new ());
  g_autoptr (SpilAction) action = spil_action_new ("Decided");
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (SpilRecord) fits = NULL;
  g_autoptr (SpilRecord) over = NULL;
  g_autoptr (GError) error = NULL;
  SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES];

  exchange_fixture_use_template (self);
  spil_record_set_day (decision, SPIL_DECISION_DATE, spil_day_from_ymd (2018, 9, 1));
  spil_record_set_text (decision, SPIL_DECISION_OUTCOME, "Akkoord");
  spil_record_set_integer (decision, SPIL_DECISION_AIM, 1);
  spil_action_add (action, decision);
  spil_store_commit (self->store, action, &error);
  g_assert_no_error (error);
  import = booking_fixture_read_text (
      self, HEAD "3-9-2018;100.000,00;A;Iets;F1;1\n3-9-2018;20.000,00;A;Te veel;F2;1\n", SPIL_ENTITY_ACTUAL);
  spil_booking_import_sum (import, sums);
  g_assert_cmpint (sums[SPIL_BOOKING_ROW_REFUSED].n, ==, 1);
  g_assert_cmpint (sums[SPIL_BOOKING_ROW_REFUSED].cents, ==, 2000000);
  g_assert_cmpuint (import->decisions->len, ==, 1);
  import->decision = spil_record_get_id (decision);
  spil_booking_import_judge (import);
  report = booking_fixture_run (self, import);
  g_assert_cmpint (report->created, ==, 2);
  fits = find_actual (self, "F1");
  over = find_actual (self, "F2");
  g_assert_true (spil_record_is_null (fits, SPIL_ACTUAL_DECISION));
  g_assert_true (spil_id_equal (spil_record_get_reference (over, SPIL_ACTUAL_DECISION), import->decision));
}

/* What people choose goes before what was proposed. */
static void
test_chosen (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilBookingImport) import = NULL;
  g_autofree char *described = NULL;
  SpilId one;

  exchange_fixture_use_template (self);
  one = booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 4, "2018-02-01", 1000, "Bedacht BV", "V-1", NULL);
  booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 4, "2018-02-01", 5000, "Bedacht BV", "V-2", NULL);
  import = booking_fixture_read_text (
      self,
      HEAD
      "3-9-2018;10,00;Bedacht BV;Iets;F1;4\n3-9-2018;20,00;Bedacht;Iets;F2;4\n3-9-2018;20,00;Bedacht;Iets;F2;4\n"
      "4-9-2018;1,00;X;Iets;F3;weg\n4-9-2018;1,00;X;Iets;F4;4\n",
      SPIL_ENTITY_ACTUAL);
  spil_booking_import_set_commitment (import, 0, SPIL_ID_NIL);
  spil_booking_import_set_commitment (import, 1, one);
  ((SpilBookingRow *) import->rows->pdata[2])->keep = TRUE;
  spil_booking_import_set_line (import, 3, booking_fixture_line (self, 5));
  ((SpilBookingRow *) import->rows->pdata[4])->skip = TRUE;
  spil_booking_import_judge (import);
  described = booking_fixture_describe (self, import);
  g_assert_cmpstr (
      described, ==,
      "2 new 4 10.00\n3 matched 4 V-1 20.00\n4 matched 4 V-2 20.00\n5 new 5 1.00\n6 skipped 0 1.00\n");
}

/* Nothing in a file can do harm; each says what is the matter. */
static void
test_hostile (ExchangeFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean reads;
  } cases[] = {
    { "Omschrijving;Factuurnummer\nIets;F1\n", FALSE }, // no day and no amount
    { "Boekdatum;Omschrijving\n3-9-2018;Iets\n", FALSE },
    { HEAD "3-9-2018;999999999999999999999;A;Iets;F1;4\n", TRUE },
    { HEAD "3-9-2018;-99.999.999.999,99;A;Iets;F1;4\n3-9-2018;99.999.999.999,99;A;Iets;F2;4\n", TRUE },
    { HEAD "3-9-2018;1;=HYPERLINK(1);@SUM(1);=1;4\n", TRUE },
    { HEAD "0-0-0000;1;A;Iets;F1;4\n99-99-9999;;;;;\n;;;;;;;;;;;;;;;\n", TRUE },
    { HEAD "3-9-2018;1;A;Iets;F1;%s%n;99999999999999999999\n3-9-2018;1;A;Iets;F1;99999999999999999999\n",
      TRUE },
  };

  exchange_fixture_use_template (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = write_table (self, "kwaad.csv", cases[i].text);
    g_autoptr (SpilImportLook) look = look_at (self, path, SPIL_ENTITY_ACTUAL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilBookingImport) import = spil_booking_import_new (self->store, path, look->plan,
                                                                    SPIL_VAT_UNKNOWN, TODAY, NULL, &error);

    g_assert_cmpint (import != NULL, ==, cases[i].reads);
    g_assert_cmpint (error == NULL, ==, cases[i].reads);
    if (import != NULL)
      spil_import_report_free (booking_fixture_run (self, import));
  }
}

/* As many as a year of a large municipality: every cent arrives. */
static void
test_many (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SpilBudgetVersionRow) version = NULL;
  int64_t sum = 0;
  int64_t booked = 0;

  exchange_fixture_use_template (self);
  for (int i = 0; i < 10000; i++) {
    const int cents = 100 + i % 397;

    sum += cents;
    g_string_append_printf (text, "%d-9-2018;%d,%02d;Leverancier %d;Werk;F-%d;%d\n", 1 + i % 28, cents / 100,
                            cents % 100, i % 200, i, i % 2 == 0 ? 4 : 1);
  }
  import = booking_fixture_read_text (self, text->str, SPIL_ENTITY_ACTUAL);
  report = spil_booking_import_run (import, self->store, FALSE, NULL, NULL);
  g_assert_cmpint (report->created, ==, 10000);
  g_assert_cmpint (report->rejected, ==, 0);
  version = spil_budget_query_current (self->store, TODAY, NULL);
  lines = spil_budget_query_lines (self->store, version->id, SPIL_DAY_NONE, NULL);
  for (guint i = 0; i < lines->len; i++)
    booked += ((SpilBudgetLineFigures *) lines->pdata[i])->actual.cents;
  g_assert_cmpint (booked, ==, sum);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (ExchangeFixture *self, gconstpointer data);
  } tests[] = {
    { "/booking-import/files/fields", test_fields },
    { "/booking-import/files/forms", test_forms },
    { "/booking-import/files/wrong-total", test_wrong_total },
    { "/booking-import/files/codes", test_codes },
    { "/booking-import/files/undo", test_undo },
    { "/booking-import/files/late", test_late },
    { "/booking-import/files/decision", test_decision },
    { "/booking-import/files/chosen", test_chosen },
    { "/booking-import/files/hostile", test_hostile },
    { "/booking-import/files/many", test_many },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ExchangeFixture, NULL, exchange_fixture_set_up, tests[i].func,
                exchange_fixture_tear_down);
  return g_test_run ();
}

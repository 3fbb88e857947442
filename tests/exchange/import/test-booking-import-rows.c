// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "booking-fixture.h"
#include "spil-budget-query.h"

#define HEAD "Boekdatum;Bedrag excl. btw;Crediteur;Omschrijving;Factuurnummer;Verplichtingnummer;Kostenplaats\n"

/* What is there already in each case: two commitments of one party, one of another, one on another line, and an expense. */
static void
set_up (ExchangeFixture *self)
{
  exchange_fixture_use_template (self);
  booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 4, "2018-02-01", 1000000, "Bedacht Advies BV",
                        "V-2018-01", NULL);
  booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 4, "2018-02-02", 500000, "Bedacht Advies BV",
                        "V-2018-02", NULL);
  booking_fixture_book (self, SPIL_ENTITY_COMMITMENT, 1, "2018-02-03", 200000, "Verzonnen Makelaars",
                        "V-2018-03", NULL);
  booking_fixture_book (self, SPIL_ENTITY_ACTUAL, 4, "2018-03-01", 12345, "Drukkerij Denkbeeld", "F-77",
                        NULL);
}

static const struct
{
  const char *name;
  int entity;
  const char *text;
  const char *expected;
} cases[] = {
  { "plain", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;1.234,56;Zaal;Huur;F1;;4\n", "2 new 4 1234.56\n" },
  { "by-number", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;Iemand;Termijn;F1;v 2018 01;4\n",
    "2 matched 4 V-2018-01 100.00\n" },
  { "number-gives-line", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;Iemand;Termijn;F1;V-2018-03;\n",
    "2 matched 1 V-2018-03 100.00\n" },
  { "number-in-words", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;100,00;Iemand;Termijn 2 van V-2018-02, slot;F1;;4\n", "2 matched 4 V-2018-02 100.00\n" },
  { "number-on-another-line", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;Iemand;Termijn;F1;V-2018-03;4\n",
    "2 new 4 100.00\n" },
  { "by-party", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;verzonnen makelaars;Uren;F1;;1\n",
    "2 matched 1 V-2018-03 100.00\n" },
  { "party-on-another-line", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;Verzonnen Makelaars;Uren;F1;;4\n",
    "2 new 4 100.00\n" },
  { "party-not-certain", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;100,00;Bedacht Advies;Uren;F1;;4\n",
    "2 new 4 100.00\n" },
  { "party-whole", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;5.000,00;Bedacht Advies B.V.;Uren;F1;;4\n",
    "2 matched 4 V-2018-02 5000.00\n" },
  { "party-only-fit", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;5.000,01;Bedacht Advies B.V.;Uren;F1;;4\n",
    "2 matched 4 V-2018-01 5000.01\n" },
  { "party-too-much", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;2.000,01;Verzonnen Makelaars;Uren;F1;;1\n",
    "2 new 1 2000.01\n" },
  { "party-twice", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;1.500,00;Verzonnen Makelaars;Uren;F1;;1\n4-9-2018;600,00;Verzonnen Makelaars;Uren;F2;;1\n",
    "2 matched 1 V-2018-03 1500.00\n3 new 1 600.00\n" },
  { "there-by-reference", SPIL_ENTITY_ACTUAL, HEAD "9-9-2018;123,45;Ander;Werk;f 77;;4\n",
    "2 duplicate 0 123.45\n" },
  { "there-other-amount", SPIL_ENTITY_ACTUAL, HEAD "9-9-2018;123,46;Ander;Werk;F-77;;4\n",
    "2 new 4 123.46\n" },
  { "there-by-day", SPIL_ENTITY_ACTUAL, HEAD "1-3-2018;123,45;Drukkerij Denkbeeld;Werk;;;4\n",
    "2 duplicate 0 123.45\n" },
  { "there-other-number", SPIL_ENTITY_ACTUAL, HEAD "1-3-2018;123,45;Drukkerij Denkbeeld;Werk;F-78;;4\n",
    "2 new 4 123.45\n" },
  { "twice-by-reference", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;5,00;A;Werk;F1;;4\n4-9-2018;5,00;B;Werk;F1;;4\n",
    "2 new 4 5.00\n3 duplicate 0 same:2 5.00\n" },
  { "twice-by-day", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;5,00;A bv;Werk;;;4\n3-9-2018;5,00;A;Ander;;;4\n",
    "2 new 4 5.00\n3 duplicate 0 same:2 5.00\n" },
  { "two-numbers-one-day", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;5,00;A;Werk;F1;;4\n3-9-2018;5,00;A;Werk;F2;;4\n", "2 new 4 5.00\n3 new 4 5.00\n" },
  { "taken-back", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;-123,45;Drukkerij Denkbeeld;Credit;F-77;;\n",
    "2 reversal 4 -123.45\n" },
  { "taken-back-in-list", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;100,00;Verzonnen Makelaars;Uren;F1;;1\n4-9-2018;100,00-;Verzonnen Makelaars;Uren;F1;;1\n",
    "2 matched 1 V-2018-03 100.00\n3 reversal 1 V-2018-03 back:2 -100.00\n" },
  { "taken-back-once", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;-123,45;X;Credit;F-77;;4\n4-9-2018;(123,45);Y;Credit;F-77;;4\n",
    "2 reversal 4 -123.45\n3 duplicate 0 same:2 -123.45\n" },
  { "refund", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;-10,00;X;Teruggave;R1;;4\n4-9-2018;1,00;X;Iets;R2;;4\n",
    "2 refund 4 -10.00\n3 new 4 1.00\n" },
  { "no-line", SPIL_ENTITY_ACTUAL, HEAD "3-9-2018;10,00;X;Iets;R1;;4301.22\n4-9-2018;10,00;X;Iets;R2;;\n",
    "2 refused 0 10.00\n3 refused 0 10.00\n" },
  { "unreadable", SPIL_ENTITY_ACTUAL,
    HEAD
    "31-2-2018;10,00;X;Iets;R1;;4\n3-9-2018;tien;X;Iets;R2;;4\n3-9-2018;;X;Iets;R3;;4\n3-9-2018;0,00;X;Iets;R4;;4\n",
    "2 refused 0 10.00\n3 refused 0 0.00\n4 refused 0 0.00\n5 refused 0 0.00\n" },
  { "to-come", SPIL_ENTITY_ACTUAL, HEAD "1-10-2018;10,00;X;Iets;R1;;4\n", "2 refused 4 10.00\n" },
  { "no-room", SPIL_ENTITY_ACTUAL,
    HEAD
    "3-9-2018;110.000,00;X;Iets;R1;;1\n3-9-2018;0,01;X;Iets;R2;;1\n3-9-2018;2.000,00;X;Iets;R3;V-2018-03;1\n",
    "2 new 1 110000.00\n3 refused 1 0.01\n4 matched 1 V-2018-03 2000.00\n" },
  { "total-and-head-again", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;10,00;X;Iets;R1;;4\n" HEAD ";10,00;;Totaal;;;\n", "2 new 4 10.00\n" },
  { "debit-and-credit", SPIL_ENTITY_ACTUAL,
    "Datum;D/C;Bedrag;Leverancier;Omschrijving;Factuur;Grootboek\n3-9-2018;D;10,00;X;Iets;R1;4\n3-9-2018;C;4,00;X;Iets;R2;4\n3-9-2018;C;-3,00;X;Iets;R3;4\n",
    "2 new 4 10.00\n3 refund 4 -4.00\n4 refund 4 -3.00\n" },
  { "debit-beside-credit", SPIL_ENTITY_ACTUAL,
    "Datum;Debet;Credit;Leverancier;Omschrijving;Factuur;Grootboek\n3-9-2018;10,00;;X;Iets;R1;4\n3-9-2018;;4,00;X;Iets;R2;4\n",
    "2 new 4 10.00\n3 refund 4 -4.00\n" },
  { "all-below-zero", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;-10,00;X;Iets;R1;;4\n3-9-2018;-5,00;X;Iets;R2;;4\n3-9-2018;-6,00;X;Iets;R3;;4\n",
    "2 new 4 10.00\n3 new 4 5.00\n4 new 4 6.00\n" },
  { "line-by-name", SPIL_ENTITY_ACTUAL,
    HEAD "3-9-2018;10,00;X;Iets;R1;;duurzaamheids- en mobiliteitsmakelaars\n", "2 new 1 10.00\n" },
  { "commitments", SPIL_ENTITY_COMMITMENT,
    "Datum;Bedrag;Leverancier;Omschrijving;Verplichtingnummer;Kostenplaats\n3-9-2018;10,00;X;Iets;V-9;4\n3-9-2018;10.000,00;Bedacht Advies;Werk;V-2018-01;4\n",
    "2 new 4 10.00\n3 duplicate 0 10000.00\n" },
  { "commitment-lowered", SPIL_ENTITY_COMMITMENT,
    "Datum;Bedrag;Leverancier;Omschrijving;Verplichtingnummer;Kostenplaats\n3-9-2018;-400,00;X;Minder;V-2018-03;\n4-9-2018;-1.600,01;X;Te veel;V-2018-03;\n4-9-2018;1,00;X;Iets;V-8;4\n",
    "2 matched 1 V-2018-03 -400.00\n3 refused 0 -1600.01\n4 new 4 1.00\n" },
  { "commitment-taken-back", SPIL_ENTITY_COMMITMENT,
    "Datum;Bedrag;Leverancier;Omschrijving;Verplichtingnummer;Kostenplaats\n3-9-2018;-2.000,00;X;Vervallen;V-2018-03;\n4-9-2018;1,00;X;Iets;V-8;4\n",
    "2 reversal 1 -2000.00\n3 new 4 1.00\n" },
};

static void
test_case (ExchangeFixture *self, gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (SpilBookingImport) import = NULL;
  g_autoptr (SpilImportReport) report = NULL;
  g_autofree char *described = NULL;
  SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES];
  int n_booked = 0;

  set_up (self);
  import = booking_fixture_read_text (self, cases[i].text, cases[i].entity);
  described = booking_fixture_describe (self, import);
  g_assert_cmpstr (described, ==, cases[i].expected);
  spil_booking_import_sum (import, sums);
  for (int state = 0; state <= SPIL_BOOKING_ROW_REFUND; state++)
    n_booked += sums[state].n;
  report = booking_fixture_run (self, import);
  // What was proposed is what the database did.
  g_assert_cmpint (report->created, ==, n_booked);
  g_assert_cmpint (report->rejected, ==, sums[SPIL_BOOKING_ROW_REFUSED].n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/booking-import/rows/%s", cases[i].name);

    g_test_add (path, ExchangeFixture, GSIZE_TO_POINTER (i), exchange_fixture_set_up, test_case,
                exchange_fixture_tear_down);
  }
  return g_test_run ();
}

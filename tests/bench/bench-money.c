// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * What the budget asks of a database with 100,000 bookings on 40 lines over 3 versions, and 5,000 applications. The floor is one pass of plain SQLite over the bookings, that
 * adds up their amounts.
 */
#include "bench-rows.h"
#include "spil-budget-query.h"
#include "spil-entity.h"
#include "spil-fund-query.h"
#include "spil-store.h"

#define RUNS 30
#define SCREEN 50
#define FLOOR "a pass over the bookings"

#define LINES 40
#define VERSIONS 3
#define BOOKINGS 100000
#define AT_ONCE 20000
#define APPLICATIONS 5000

typedef struct
{
  SpilStore *store;
  sqlite3 *plain;
  SpilId versions[VERSIONS];
  SpilId lines[VERSIONS][LINES];
  GArray *commitments; /* of Commitment, while the data are made */
  GRand *dice;
  SpilId application; /* one of them */
  SpilBookingFilter filter; /* what is asked now */
  int64_t offset;
  int64_t found;
} Money;

static void
add (SpilAction *action, SpilRecord *record)
{
  spil_action_add (action, record);
  g_object_unref (record);
}

static void
make_version (Money *self, SpilAction *action, int version)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION), spil_id_new ());

  self->versions[version] = spil_record_get_id (record);
  spil_record_set_text (record, SPIL_BUDGET_VERSION_NAME, "Begroting");
  spil_record_set_integer (record, SPIL_BUDGET_VERSION_YEAR, 2018);
  spil_record_set_day (record, SPIL_BUDGET_VERSION_DATE, spil_day_from_ymd (2018, 1 + 3 * version, 1));
  spil_record_set_integer (record, SPIL_BUDGET_VERSION_TOTAL, LINES * G_GINT64_CONSTANT (100000000000));
  spil_record_set_integer (record, SPIL_BUDGET_VERSION_VAT, SPIL_VAT_EXCLUDED);
  add (action, record);
  for (int i = 0; i < LINES; i++) {
    record = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_LINE), spil_id_new ());
    self->lines[version][i] = spil_record_get_id (record);
    spil_record_set_reference (record, SPIL_BUDGET_LINE_VERSION, self->versions[version]);
    spil_record_set_integer (record, SPIL_BUDGET_LINE_NUMBER, i + 1);
    spil_record_set_text (record, SPIL_BUDGET_LINE_NAME, "Post");
    spil_record_set_integer (record, SPIL_BUDGET_LINE_AMOUNT, G_GINT64_CONSTANT (100000000000));
    spil_record_set_integer (record, SPIL_BUDGET_LINE_VAT, SPIL_VAT_EXCLUDED);
    add (action, record);
  }
}

/* The fields that all kinds have have the same numbers. */
G_STATIC_ASSERT ((int) SPIL_COMMITMENT_LINE == (int) SPIL_ACTUAL_LINE &&
                 (int) SPIL_COMMITMENT_AMOUNT == (int) SPIL_FORECAST_AMOUNT &&
                 (int) SPIL_COMMITMENT_DESCRIPTION == (int) SPIL_RESERVATION_DESCRIPTION &&
                 (int) SPIL_COMMITMENT_VAT == (int) SPIL_FORECAST_VAT &&
                 (int) SPIL_COMMITMENT_DATE == (int) SPIL_RESERVATION_DATE);

static SpilRecord *
make_booking (Money *self, SpilEntityNumber entity, int number, int line)
{
  SpilRecord *record = spil_record_new (spil_entity (entity), spil_id_new ());
  g_autofree char *description = bench_note_new (number);
  g_autofree char *counterpart = g_strdup_printf ("Bureau %d", number % 977);

  spil_record_set_reference (record, SPIL_COMMITMENT_LINE, self->lines[number % VERSIONS][line]);
  spil_record_set_day (record, SPIL_COMMITMENT_DATE,
                       spil_day_add (spil_day_from_ymd (2018, 1, 1), (int) ((int64_t) number * 7919 % 365)));
  spil_record_set_integer (record, SPIL_COMMITMENT_AMOUNT, 1000 + (int64_t) number * 31 % 500000);
  spil_record_set_integer (record, SPIL_COMMITMENT_VAT, SPIL_VAT_EXCLUDED);
  spil_record_set_text (record, SPIL_COMMITMENT_COUNTERPART, counterpart);
  spil_record_set_text (record, SPIL_COMMITMENT_DESCRIPTION, description);
  return record;
}

/* A commitment with the line that it is on. */
typedef struct
{
  SpilId id;
  int line;
} Commitment;

/* Of twenty: six commitments, twelve expenses of which ten draw one down, a reservation and a forecast. */
static void
make_one (Money *self, SpilAction *action, int number)
{
  int what = number % 20, line = (int) g_rand_int_range (self->dice, 0, LINES);
  SpilEntityNumber entity = what < 6    ? SPIL_ENTITY_COMMITMENT
                            : what < 18 ? SPIL_ENTITY_ACTUAL
                            : what < 19 ? SPIL_ENTITY_RESERVATION
                                        : SPIL_ENTITY_FORECAST;
  const Commitment *drawn = NULL;
  SpilRecord *record;

  if (what >= 6 && what < 16) {
    drawn = &g_array_index (self->commitments, Commitment,
                            g_rand_int_range (self->dice, 0, (int) self->commitments->len));
    line = drawn->line;
  }
  record = make_booking (self, entity, number, line);
  if (drawn != NULL)
    spil_record_set_reference (record, SPIL_ACTUAL_COMMITMENT, drawn->id);
  if (entity == SPIL_ENTITY_COMMITMENT) {
    Commitment commitment = { spil_record_get_id (record), line };

    g_array_append_val (self->commitments, commitment);
  }
  add (action, record);
}

/* Awards of a scheme on the first line, each with its commitment. */
static void
make_application (Money *self, SpilAction *action, SpilId scheme, SpilId organisation, int number)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_APPLICATION), spil_id_new ());
  SpilId id = spil_record_get_id (record);
  SpilDay day = spil_day_add (spil_day_from_ymd (2018, 1, 1), number % 300);

  spil_record_set_reference (record, SPIL_APPLICATION_SCHEME, scheme);
  spil_record_set_reference (record, SPIL_APPLICATION_ORGANISATION, organisation);
  spil_record_set_text (record, SPIL_APPLICATION_MEASURES, "Fietsenstalling");
  spil_record_set_integer (record, SPIL_APPLICATION_COST, 250000);
  spil_record_set_integer (record, SPIL_APPLICATION_ASKED, 100000);
  spil_record_set_integer (record, SPIL_APPLICATION_VAT, SPIL_VAT_EXCLUDED);
  spil_record_set_integer (record, SPIL_APPLICATION_AWARDED, 100000);
  spil_record_set_day (record, SPIL_APPLICATION_AWARDED_ON, day);
  spil_record_set_day (record, SPIL_APPLICATION_RECEIVED, day);
  spil_record_set_day (record, SPIL_APPLICATION_COMPLETE, day);
  spil_record_set_integer (record, SPIL_APPLICATION_STATE, SPIL_APPLICATION_STATE_AWARDED);
  add (action, record);
  self->application = id;
  record = make_booking (self, SPIL_ENTITY_COMMITMENT, VERSIONS * number, 0);
  spil_record_set_integer (record, SPIL_COMMITMENT_AMOUNT, 100000);
  spil_record_set_reference (record, SPIL_COMMITMENT_APPLICATION, id);
  add (action, record);
}

static void
make_fund (Money *self, SpilAction *action)
{
  SpilRecord *organisation = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());
  SpilRecord *scheme = spil_record_new (spil_entity (SPIL_ENTITY_SCHEME), spil_id_new ());
  SpilId of = spil_record_get_id (organisation), id = spil_record_get_id (scheme);

  spil_record_set_text (organisation, SPIL_ORGANISATION_NAME, "Bakkerij");
  spil_record_set_integer (organisation, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  add (action, organisation);
  spil_record_set_text (scheme, SPIL_SCHEME_NAME, "Fonds");
  spil_record_set_integer (scheme, SPIL_SCHEME_CEILING, APPLICATIONS * G_GINT64_CONSTANT (200000));
  spil_record_set_integer (scheme, SPIL_SCHEME_VAT, SPIL_VAT_EXCLUDED);
  spil_record_set_reference (scheme, SPIL_SCHEME_LINE, self->lines[0][0]);
  add (action, scheme);
  for (int i = 0; i < APPLICATIONS; i++)
    make_application (self, action, id, of, i);
}

static void
commit (Money *self, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit_bulk (self->store, action, &error);
  bench_assert_no_error (error);
  spil_action_free (action);
}

static void
make_data (Money *self)
{
  SpilAction *budget = spil_action_new ("Begroting");

  self->store = bench_store_new ("money");
  self->dice = g_rand_new_with_seed (2018);
  self->commitments = g_array_new (FALSE, FALSE, sizeof (Commitment));
  for (int i = 0; i < VERSIONS; i++)
    make_version (self, budget, i);
  commit (self, budget);
  for (int i = 0; i < BOOKINGS; i += AT_ONCE) {
    SpilAction *action = spil_action_new ("Boekingen");

    for (int j = i; j < i + AT_ONCE; j++)
      make_one (self, action, j);
    commit (self, action);
  }
  budget = spil_action_new ("Aanvragen");
  make_fund (self, budget);
  commit (self, budget);
  g_rand_free (self->dice);
  g_array_unref (self->commitments);
}

static void
pass (gpointer data, int run)
{
  static const char sql[] = "SELECT (SELECT sum (amount) FROM commitment NOT INDEXED WHERE dead = 0),"
                            " (SELECT sum (amount) FROM actual NOT INDEXED WHERE dead = 0),"
                            " (SELECT sum (amount) FROM reservation NOT INDEXED WHERE dead = 0),"
                            " (SELECT sum (amount) FROM forecast NOT INDEXED WHERE dead = 0)";

  bench_plain_run (((Money *) data)->plain, sql);
}

static void
ask_lines (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      lines = spil_budget_query_lines (self->store, self->versions[VERSIONS - 1], self->filter.last, &error);

  bench_assert_no_error (error);
  self->found += lines->len;
}

/* What a burn-down asks in December. */
static void
ask_course (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) course = NULL;
  SpilDay days[11];

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    days[i] = spil_day_add (spil_day_from_ymd (2018, i + 2, 1), -1);
  course = spil_budget_query_course (self->store, self->versions[VERSIONS - 1], days, G_N_ELEMENTS (days),
                                     &error);
  bench_assert_no_error (error);
  self->found += course->len;
}

static void
ask_schemes (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      schemes = spil_fund_query_schemes (self->store, spil_day_from_ymd (2018, 12, 1), &error);

  bench_assert_no_error (error);
  self->found += schemes->len;
}

static void
ask_application (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilFundApplicationRow)
      row = spil_fund_query_application (self->store, self->application, &error);

  bench_assert_no_error (error);
  self->found += row->state;
}

static void
ask_check (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (self->store, &error);

  bench_assert_no_error (error);
  self->found += faults->len;
}

static void
ask_line (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetLineFigures) line = spil_budget_query_line (
      self->store, self->lines[VERSIONS - 1][run % LINES], SPIL_DAY_NONE, &error);

  bench_assert_no_error (error);
  self->found += line->number;
}

static void
ask_quarters (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) quarters = spil_budget_query_quarters (self->store, self->versions[VERSIONS - 1],
                                                            self->filter.line, &error);

  bench_assert_no_error (error);
  self->found += quarters->len;
}

static void
ask_page (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      rows = spil_budget_query_register (self->store, &self->filter, self->offset, SCREEN, NULL, &error);

  bench_assert_no_error (error);
  self->found += rows->len;
}

static void
ask_sums (gpointer data, int run)
{
  Money *self = data;
  g_autoptr (GError) error = NULL;
  SpilBookingSums sums;

  spil_budget_query_register_sums (self->store, &self->filter, &sums, &error);
  bench_assert_no_error (error);
  self->found += sums.n;
}

static void
measure (Money *self, const char *figure, BenchFunc run, double passes)
{
  const BenchThing things[] = { { NULL, run, self }, { NULL, pass, self } };
  g_auto (BenchSeries) subject = { 0 };
  g_auto (BenchSeries) floor = { 0 };
  BenchSeries series[2];

  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (RUNS), things, series, G_N_ELEMENTS (things));
  subject = series[0];
  floor = series[1];
  bench_report (&(BenchRow) { .figure = figure,
                              .floor = FLOOR,
                              .clock = BENCH_PROCESSOR,
                              .target = (BenchTarget) { .ratio = passes } },
                &subject, &floor);
}

/* A person waits for it now and then: two runs tell enough. */
static void
measure_check (Money *self)
{
  const BenchThing things[] = { { NULL, ask_check, self } };
  g_auto (BenchSeries) subject = { 0 };

  bench_series_init (&subject);
  bench_measure (2, things, &subject, 1);
  bench_report (&(BenchRow) { .figure = "Check of the whole database",
                              .clock = BENCH_PROCESSOR,
                              .target = (BenchTarget) { .median = 15 } },
                &subject, NULL);
}

static void
measure_all (Money *self)
{
  const SpilBookingFilter all = { .version = self->versions[VERSIONS - 1],
                                  .first = SPIL_DAY_NONE,
                                  .last = SPIL_DAY_NONE };

  self->filter = all;
  measure (self, "Budget: 40 lines of 100,000 bookings", ask_lines, 8);
  measure (self, "Budget: one line, for a booking", ask_line, 1);
  measure (self, "Budget: quarters of all lines", ask_quarters, 5);
  measure (self, "Budget: 40 lines at the end of 11 months", ask_course, 20);
  measure (self, "Fund: schemes with 5,000 applications", ask_schemes, 8);
  measure (self, "Fund: one application of 5,000", ask_application, 8);
  measure (self, "Bookings: newest 50 of 100,000", ask_page, 0.5);
  self->offset = BOOKINGS / 2;
  measure (self, "Bookings: 50 in the middle", ask_page, 12);
  self->offset = 0;
  measure (self, "Bookings: sums of all", ask_sums, 4);
  self->filter.text = "bureau 12";
  measure (self, "Bookings: newest 50 with words", ask_page, 6);
  self->filter = all;
  self->filter.open_only = TRUE;
  measure (self, "Bookings: newest 50 with something open", ask_page, 0.5);
  self->filter = all;
  self->filter.line = self->lines[0][0];
  measure (self, "Bookings: newest 50 of one line", ask_page, 1);
  self->filter.last = spil_day_from_ymd (2018, 6, 30);
  measure (self, "Budget: 40 lines on a day", ask_lines, 6);
}

int
main (void)
{
  Money money = { 0 };
  g_autofree char *path = NULL;

  make_data (&money);
  path = g_strdup (spil_store_get_path (money.store));
  if (sqlite3_open_v2 (path, &money.plain, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (money.plain));
  measure_all (&money);
  measure_check (&money);
  sqlite3_close (money.plain);
  spil_store_close (money.store);
  return 0;
}

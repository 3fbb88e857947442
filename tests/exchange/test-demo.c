// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo.h"

#include <string.h>

#include "exchange-fixture.h"
#include "spil-exchange-error.h"
#include "spil-validate.h"

#define TODAY "2018-11-15"

static void
make_demo (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;

  spil_demo_make (self->store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_demo_counts (ExchangeFixture *self, gconstpointer data)
{
  static const struct
  {
    int entity;
    int64_t least;
    int64_t most;
  } expected[] = {
    { SPIL_ENTITY_ORGANISATION, 252, 252 }, { SPIL_ENTITY_ENGAGEMENT, 240, 240 },
    { SPIL_ENTITY_CONTACT, 2003, 2003 },    { SPIL_ENTITY_SITE, 240, 300 },
    { SPIL_ENTITY_PERSON, 240, 720 },       { SPIL_ENTITY_CONTACT_PERSON, 2000, 3000 },
    { SPIL_ENTITY_STAGE_CHANGE, 400, 700 }, { SPIL_ENTITY_NEXT_ACTION, 500, 800 },
    { SPIL_ENTITY_OFFER, 60, 150 },         { SPIL_ENTITY_COHORT, 5, 5 },
    { SPIL_ENTITY_PARTICIPATION, 85, 85 },  { SPIL_ENTITY_EFFECT, 5, 60 },
    { SPIL_ENTITY_APPLICATION, 26, 26 },    { SPIL_ENTITY_AREA_CHECK, 8, 8 },
    { SPIL_ENTITY_BASELINE_TASK, 29, 29 },  { SPIL_ENTITY_TASK, 36, 36 },
    { SPIL_ENTITY_CLOSURE, 2, 2 },          { SPIL_ENTITY_TASK_JOURNAL, 8, 8 },
    { SPIL_ENTITY_DEPENDENCY, 12, 12 },     { SPIL_ENTITY_MEASUREMENT, 8, 8 },
    { SPIL_ENTITY_MEETING, 4, 4 },          { SPIL_ENTITY_DECISION, 6, 6 },
    { SPIL_ENTITY_BUDGET_LINE, 6, 6 },      { SPIL_ENTITY_RISK, 4, 4 },
    { SPIL_ENTITY_ALLOCATION, 9, 9 },       { SPIL_ENTITY_REQUIREMENT_CHECK, 60, 72 },
    { SPIL_ENTITY_COST_ITEM, 18, 18 },      { SPIL_ENTITY_COFINANCING, 2, 2 },
  };

  make_demo (self);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
    const int64_t n = exchange_fixture_count (self, expected[i].entity);

    g_test_message ("%s: %" G_GINT64_FORMAT, spil_entity (expected[i].entity)->name, n);
    g_assert_cmpint (n, >=, expected[i].least);
    g_assert_cmpint (n, <=, expected[i].most);
  }
}

/* Two databases with the demo are equal to the byte. */
static void
test_demo_is_the_same (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = exchange_fixture_path (self, "again");
  g_autoptr (SpilStore) again = spil_store_create (path, &error);
  g_autofree char *digest = NULL;
  g_autofree char *digest_again = NULL;

  make_demo (self);
  spil_demo_make (again, NULL, &error);
  g_assert_no_error (error);
  digest = spil_store_digest (self->store, &error);
  digest_again = spil_store_digest (again, &error);
  g_assert_cmpstr (digest, ==, digest_again);
}

static void
test_demo_is_sound (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  make_demo (self);
  faults = spil_store_check (self->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Everything is marked: the programme, the day it plays on, and the names of all employers and persons. */
static void
test_demo_is_marked (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (GPtrArray) settings = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) organisations = NULL;
  gboolean has_day = FALSE;

  make_demo (self);
  programmes = exchange_fixture_list (self, SPIL_ENTITY_PROGRAMME);
  g_assert_cmpuint (programmes->len, ==, 1);
  g_assert_true (spil_record_get_boolean (programmes->pdata[0], SPIL_PROGRAMME_DEMO));

  settings = exchange_fixture_list (self, SPIL_ENTITY_SETTING);
  for (guint i = 0; i < settings->len; i++)
    has_day = has_day ||
              (strcmp (spil_record_get_text (settings->pdata[i], SPIL_SETTING_KEY), "demo_today") == 0 &&
               strcmp (spil_record_get_text (settings->pdata[i], SPIL_SETTING_TEXT), TODAY) == 0);
  g_assert_true (has_day);

  organisations = exchange_fixture_list (self, SPIL_ENTITY_ORGANISATION);
  for (guint i = 0; i < organisations->len; i++)
    if (spil_record_get_integer (organisations->pdata[i], SPIL_ORGANISATION_KIND) ==
        SPIL_ORGANISATION_KIND_EMPLOYER)
      g_assert_true (g_str_has_suffix (spil_record_get_title (organisations->pdata[i]), "(demo)"));
  persons = exchange_fixture_list (self, SPIL_ENTITY_PERSON);
  for (guint i = 0; i < persons->len; i++)
    g_assert_true (g_str_has_suffix (spil_record_get_title (persons->pdata[i]), "(demo)"));
}

/* Nothing that says what happened lies after the day that the demo plays on, and contact moments were made in the order of time. */
static void
test_demo_time (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CONTACT));
  g_autoptr (GPtrArray) contacts = NULL;
  SpilDay today;
  SpilTime before = { 0 };

  make_demo (self);
  g_assert_true (spil_day_parse (TODAY, &today));
  spil_query_sort_by_age (query);
  contacts = spil_store_list (self->store, query, NULL);
  for (guint i = 0; i < contacts->len; i++) {
    const SpilTime time = spil_record_get_time (contacts->pdata[i], SPIL_CONTACT_TIME);

    g_assert_cmpint (time.ms, >=, before.ms);
    before = time;
  }
  for (int i = 0, n; i < (spil_entities (&n), n); i++) {
    const SpilEntity *entity = spil_entities (NULL)[i];
    g_autoptr (GPtrArray) rows = exchange_fixture_list (self, entity->number);

    for (guint row = 0; row < rows->len; row++) {
      g_autoptr (GError) error = NULL;

      spil_validate_record (rows->pdata[row], today, &error);
      g_assert_no_error (error);
    }
  }
}

/* The rules of the fund: half at most, the ceiling per application, the ceiling of the fund. */
static void
test_demo_fund (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) applications = NULL;
  guint states = 0;
  int64_t sum = 0;

  make_demo (self);
  applications = exchange_fixture_list (self, SPIL_ENTITY_APPLICATION);
  for (guint i = 0; i < applications->len; i++) {
    SpilRecord *application = applications->pdata[i];
    const int64_t cost = spil_record_get_integer (application, SPIL_APPLICATION_COST);
    const int64_t own = spil_record_get_integer (application, SPIL_APPLICATION_OWN);
    const int64_t awarded = spil_record_get_integer (application, SPIL_APPLICATION_AWARDED);
    const int64_t settled = spil_record_get_integer (application, SPIL_APPLICATION_SETTLED);

    g_assert_cmpint (2 * own, >=, cost);
    g_assert_cmpint (2 * awarded, <=, cost);
    g_assert_cmpint (awarded, <=, 5000000);
    g_assert_cmpint (2 * settled, <=, spil_record_get_integer (application, SPIL_APPLICATION_SETTLED_COST));
    sum += awarded;
    states |= 1U << spil_record_get_integer (application, SPIL_APPLICATION_STATE);
  }
  g_test_message ("awarded: %" G_GINT64_FORMAT " cents", sum);
  g_assert_cmpint (sum, <=, 20000000);
  g_assert_cmpint (sum, >=, 12000000);
  g_assert_cmpuint (states, ==, 0xffe);
}

/* Commitments that are still open and expenses stay within their lines. */
static void
test_demo_budget (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) actuals = NULL;

  make_demo (self);
  lines = exchange_fixture_list (self, SPIL_ENTITY_BUDGET_LINE);
  commitments = exchange_fixture_list (self, SPIL_ENTITY_COMMITMENT);
  actuals = exchange_fixture_list (self, SPIL_ENTITY_ACTUAL);
  for (guint i = 0; i < lines->len; i++) {
    const SpilId line = spil_record_get_id (lines->pdata[i]);
    int64_t left = spil_record_get_integer (lines->pdata[i], SPIL_BUDGET_LINE_AMOUNT);

    for (guint j = 0; j < commitments->len; j++)
      if (spil_id_equal (spil_record_get_reference (commitments->pdata[j], SPIL_COMMITMENT_LINE), line))
        left -= spil_record_get_integer (commitments->pdata[j], SPIL_COMMITMENT_AMOUNT);
    for (guint j = 0; j < actuals->len; j++)
      if (spil_id_equal (spil_record_get_reference (actuals->pdata[j], SPIL_ACTUAL_LINE), line) &&
          spil_record_is_null (actuals->pdata[j], SPIL_ACTUAL_COMMITMENT))
        left -= spil_record_get_integer (actuals->pdata[j], SPIL_ACTUAL_AMOUNT);
    g_test_message ("%s: free %" G_GINT64_FORMAT, spil_record_get_title (lines->pdata[i]), left);
    g_assert_cmpint (left, >=, 0);
  }
}

static void
test_demo_undo (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  make_demo (self);
  g_assert_true (spil_store_undo (self->store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_CONTACT), ==, 0);
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_TASK), ==, 11);
}

static void
test_demo_unknown (ExchangeFixture *self, gconstpointer data)
{
  static const char *const ids[] = { "leeg", "no-such-template" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_demo_make (self->store, ids[i], &error));
    g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN);
  }
  g_assert_cmpint (exchange_fixture_count (self, SPIL_ENTITY_PROGRAMME), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/demo/" name, ExchangeFixture, NULL, exchange_fixture_set_up, function, exchange_fixture_tear_down)
  ADD ("counts", test_demo_counts);
  ADD ("same", test_demo_is_the_same);
  ADD ("sound", test_demo_is_sound);
  ADD ("marked", test_demo_is_marked);
  ADD ("time", test_demo_time);
  ADD ("fund", test_demo_fund);
  ADD ("budget", test_demo_budget);
  ADD ("undo", test_demo_undo);
  ADD ("unknown", test_demo_unknown);
#undef ADD
  return g_test_run ();
}

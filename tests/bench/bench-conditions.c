// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * What each condition, each order, the board, Home and the areas ask of a database with 100,000 employers and 1,000,000 contact moments. The floor is one
 * pass of plain SQLite over the 100,000 rows of the employers.
 */
#include "bench-rows.h"
#include "spil-agenda-query.h"
#include "spil-area-query.h"
#include "spil-employer-query.h"
#include "spil-funnel-query.h"
#include "spil-privacy.h"
#include "spil-rhythm-query.h"

#define RUNS 50
#define SCREEN 50
#define FLOOR "a pass over the employers"

/* Each figure should cost no more than so many passes: what is quicker than a blink. */
#define PASSES 4

typedef struct
{
  SpilStore *store;
  sqlite3 *plain;
  SpilDay today;
  SpilEmployerFilter filter; /* what is asked now */
  SpilId area; /* the one with most employers */
  GPtrArray *brokers;
  GPtrArray *towns;
  int64_t found;
} Asked;

static void
pass (gpointer data, int run)
{
  bench_plain_run (((Asked *) data)->plain,
                   "SELECT count (*) FROM organisation NOT INDEXED WHERE staff_count >= 0 AND dead = 0");
}

static void
measure (Asked *self, const char *figure, BenchFunc run)
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
                              .target = (BenchTarget) { .ratio = PASSES } },
                &subject, &floor);
}

/* A screen of the list, and how many there are. */
static void
ask_page (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  int64_t count = 0;
  g_autoptr (GPtrArray) rows = spil_employer_query_page (self->store, &self->filter, &count, &error);

  bench_assert_no_error (error);
  self->found += rows->len + count;
}

static void
measure_filter (Asked *self, const char *figure, SpilEmployerFilter filter)
{
  self->filter = filter;
  self->filter.today = self->today;
  self->filter.limit = SCREEN;
  measure (self, figure, ask_page);
}

static SpilId
pick_stage (Asked *self, int64_t offset)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  spil_query_sort (query, SPIL_STAGE_NUMBER, FALSE);
  spil_query_window (query, offset, 1);
  stages = spil_store_list (self->store, query, &error);
  bench_assert_no_error (error);
  return spil_record_get_id (stages->pdata[0]);
}

static void
measure_conditions (Asked *self)
{
  const SpilId stage = pick_stage (self, 1);
  const char *broker = self->brokers->pdata[0];
  const char *town = self->towns->pdata[self->towns->len / 2];
  const struct
  {
    const char *figure;
    SpilEmployerFilter filter;
  } cases[] = {
    { "Employers: all", { 0 } },
    { "Employers: of one kind", { .kinds = 1 << SPIL_ORGANISATION_KIND_EMPLOYER } },
    { "Employers: of one stage", { .stage = stage } },
    { "Employers: without a stage", { .no_stage = TRUE } },
    { "Employers: of one area", { .area = self->area } },
    { "Employers: of one broker", { .broker = broker } },
    { "Employers: of one town", { .town = town } },
    { "Employers: overdue", { .overdue = TRUE } },
    { "Employers: of one tier", { .tier = SPIL_TIER_B } },
    { "Employers: with one tag", { .tag = "demo" } },
    { "Employers: with one need", { .need = 1 } },
    { "Employers: with one urgency", { .urgency = 1 } },
    { "Employers: of one capacity", { .capacity = 1 } },
    { "Employers: without next action", { .no_action = TRUE } },
    { "Employers: staff from 100 to 250", { .staff_from = 100, .staff_to = 250 } },
    { "Employers: one need, broker and stage", { .need = 1, .broker = broker, .stage = stage } },
    { "Employers: without next action, of one tier", { .no_action = TRUE, .tier = SPIL_TIER_A } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    measure_filter (self, cases[i].figure, cases[i].filter);
}

static void
measure_orders (Asked *self)
{
  static const char *const figures[] = {
    [SPIL_EMPLOYER_SORT_NAME] = "by name",     [SPIL_EMPLOYER_SORT_TOWN] = "by town",
    [SPIL_EMPLOYER_SORT_STAFF] = "by staff",   [SPIL_EMPLOYER_SORT_LAST_CONTACT] = "by last contact",
    [SPIL_EMPLOYER_SORT_STAGE] = "by stage",   [SPIL_EMPLOYER_SORT_TIER] = "by tier",
    [SPIL_EMPLOYER_SORT_BROKER] = "by broker", [SPIL_EMPLOYER_SORT_ACTION] = "by next action",
    [SPIL_EMPLOYER_SORT_MATCH] = NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    for (int descending = 0; figures[i] != NULL && descending < 2; descending++) {
      g_autofree char *figure = g_strdup_printf ("Employers: %s%s", figures[i],
                                                 descending ? ", last first" : "");

      measure_filter (self, figure,
                      (SpilEmployerFilter) { .sort = (SpilEmployerSort) i, .descending = descending });
    }
  measure_filter (self, "Employers: far down by tier",
                  (SpilEmployerFilter) { .sort = SPIL_EMPLOYER_SORT_TIER, .offset = 90000 });
  measure_filter (self, "Employers: far down by name", (SpilEmployerFilter) { .offset = 90000 });
  measure_filter (self, "Employers: one letter, by name", (SpilEmployerFilter) { .search = "v" });
  measure_filter (self, "Employers: one letter, by stage",
                  (SpilEmployerFilter) { .search = "v", .sort = SPIL_EMPLOYER_SORT_STAGE });
}

/* The columns of the board, one after another. */
static void
ask_board (gpointer data, int run)
{
  Asked *self = data;

  ask_page (self, run);
}

static void
measure_board (Asked *self)
{
  self->filter = (SpilEmployerFilter) { .today = self->today,
                                        .limit = SCREEN,
                                        .stage = pick_stage (self, 2),
                                        .sort = SPIL_EMPLOYER_SORT_LAST_CONTACT };
  measure (self, "Board: a column, by last contact", ask_board);
  self->filter.sort = SPIL_EMPLOYER_SORT_NAME;
  measure (self, "Board: a column, by name", ask_board);
}

static void
ask_lists (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) brokers = spil_employer_query_brokers (self->store, &error);
  g_autoptr (GPtrArray) towns = brokers != NULL ? spil_employer_query_towns (self->store, &error) : NULL;
  g_autoptr (GPtrArray) tags = towns != NULL ? spil_employer_query_tags (self->store, &error) : NULL;

  bench_assert_no_error (error);
  self->found += tags->len;
}

static void
ask_agenda (gpointer data, int run)
{
  Asked *self = data;
  SpilAgendaFilter filter = { .today = self->today, .days_ahead = 7, .limit = 8 };
  g_autoptr (GError) error = NULL;
  int64_t counts[3];
  g_autoptr (GPtrArray) items = spil_agenda_query (self->store, &filter, counts, &error);

  bench_assert_no_error (error);
  self->found += items->len;
}

static void
ask_unplanned (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  int64_t count;
  g_autoptr (GPtrArray) rows = spil_unplanned_query (self->store, NULL, 8, &count, &error);

  bench_assert_no_error (error);
  self->found += rows->len;
}

static void
ask_double_visits (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_double_visit_query (self->store, SPIL_ID_NIL, NULL, self->today, &error);

  bench_assert_no_error (error);
  self->found += rows->len;
}

static void
ask_retention (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  int64_t n_persons;
  gboolean any;

  spil_store_count_due_for_erasure (self->store, &n_persons, &error);
  bench_assert_no_error (error);
  spil_store_has_kept (self->store, &any, &error);
  bench_assert_no_error (error);
  self->found += n_persons;
}

static void
ask_funnel (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = spil_funnel_query (self->store, SPIL_ID_NIL, self->today, &error);

  bench_assert_no_error (error);
  self->found += stages->len;
}

static void
ask_areas (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = spil_area_query (self->store, self->today, &error);

  bench_assert_no_error (error);
  self->found += areas->len;
}

static void
ask_area (gpointer data, int run)
{
  Asked *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAreaRow) area = spil_area_query_one (self->store, self->area, self->today, &error);
  SpilAreaResults results;
  g_autoptr (GPtrArray) stages = NULL;

  bench_assert_no_error (error);
  spil_area_results_query (self->store, self->area, &results, &error);
  bench_assert_no_error (error);
  stages = spil_funnel_query (self->store, self->area, self->today, &error);
  bench_assert_no_error (error);
  self->found += area->n_employers;
}

static void
measure_pages (Asked *self)
{
  measure (self, "Filters: brokers, towns and tags to choose from", ask_lists);
  measure (self, "Home: what is to be done", ask_agenda);
  measure (self, "Home: nothing planned", ask_unplanned);
  measure (self, "Home: double visits", ask_double_visits);
  measure (self, "Home: kept long enough", ask_retention);
  measure (self, "Funnel", ask_funnel);
  measure (self, "Areas: all, with their hints", ask_areas);
  measure (self, "Area: one, with results and funnel", ask_area);
}

static void
gather (Asked *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = spil_area_query (self->store, self->today, &error);
  int64_t most = -1;

  bench_assert_no_error (error);
  for (guint i = 0; i < areas->len; i++) {
    const SpilAreaRow *area = areas->pdata[i];

    if (area->n_employers > most)
      self->area = area->id;
    most = MAX (most, area->n_employers);
  }
  self->brokers = spil_employer_query_brokers (self->store, &error);
  bench_assert_no_error (error);
  self->towns = spil_employer_query_towns (self->store, &error);
  bench_assert_no_error (error);
}

int
main (void)
{
  g_autofree char *dir = g_build_filename (bench_dir (), "many", NULL);
  g_autofree char *file = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GError) error = NULL;
  Asked asked = { .store = spil_store_open (dir, &error), .today = spil_day_from_ymd (2018, 10, 15) };

  bench_assert_no_error (error);
  if (sqlite3_open_v2 (file, &asked.plain, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (asked.plain));
  gather (&asked);
  measure_conditions (&asked);
  measure_orders (&asked);
  measure_board (&asked);
  measure_pages (&asked);

  g_ptr_array_unref (asked.brokers);
  g_ptr_array_unref (asked.towns);
  sqlite3_close (asked.plain);
  spil_store_close (asked.store);
  return 0;
}

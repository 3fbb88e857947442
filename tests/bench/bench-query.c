// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the lists ask of a database with 100,000 employers and 1,000,000 contact moments. */
#include <string.h>

#include "bench-rows.h"
#include "spil-employer-query.h"
#include "spil-find-query.h"

#define RUNS 500
#define SCREEN 50

typedef struct
{
  SpilStore *store;
  GPtrArray *prefixes; /* of words in names of employers */
  GPtrArray *words; /* of notes */
  int64_t found;
} Queries;

static GPtrArray *
list (Queries *self, SpilEntityNumber entity, const char *search, int64_t offset, int64_t limit)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  spil_query_search (query, search);
  spil_query_window (query, offset, limit);
  records = spil_store_list (self->store, query, &error);
  bench_assert_no_error (error);
  self->found += records->len;
  return records;
}

/* The first letters, up to four, of words of @text. */
static void
add_prefixes (GPtrArray *prefixes, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.;-\n", -1);

  for (int i = 0; words[i] != NULL; i++) {
    glong length = g_utf8_strlen (words[i], -1);

    if (length >= 2)
      g_ptr_array_add (prefixes, g_utf8_substring (words[i], 0, MIN (length, 1 + (glong) prefixes->len % 4)));
  }
}

/* Words from rows all over the table, in an order that is not that of the table. */
static void
gather (Queries *self)
{
  self->prefixes = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 100; i++) {
    int64_t offset = (int64_t) i * 61 % 100 * 990;
    g_autoptr (GPtrArray) employers = list (self, SPIL_ENTITY_ORGANISATION, NULL, offset, 2);
    g_autoptr (GPtrArray) contacts = list (self, SPIL_ENTITY_CONTACT, NULL, offset, 1);

    for (guint j = 0; j < employers->len; j++)
      add_prefixes (self->prefixes,
                    spil_record_get_text (g_ptr_array_index (employers, j), SPIL_ORGANISATION_NAME));
    for (guint j = 0; j < contacts->len; j++)
      add_prefixes (self->words,
                    spil_record_get_text (g_ptr_array_index (contacts, j), SPIL_CONTACT_SUMMARY));
  }
  if (self->prefixes->len == 0 || self->words->len == 0)
    g_error ("the database has no rows to search");
}

static const char *
pick (GPtrArray *texts, int run)
{
  return g_ptr_array_index (texts, (guint) run % texts->len);
}

static void
find_names (gpointer data, int run)
{
  Queries *self = data;

  g_ptr_array_unref (list (self, SPIL_ENTITY_ORGANISATION, pick (self->prefixes, run), 0, SCREEN));
}

static void
find_notes (gpointer data, int run)
{
  Queries *self = data;

  g_ptr_array_unref (list (self, SPIL_ENTITY_CONTACT, pick (self->words, run), 0, SCREEN));
}

static void
list_notes (gpointer data, int run)
{
  g_ptr_array_unref (list (data, SPIL_ENTITY_CONTACT, NULL, 0, SCREEN));
}

static void
find_anything (Queries *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = spil_find_query (self->store, text, NULL, NULL, &error);

  bench_assert_no_error (error);
  self->found += groups->len;
}

static void
find_in_all (gpointer data, int run)
{
  Queries *self = data;

  find_anything (self, pick (run % 2 == 0 ? self->prefixes : self->words, run));
}

/* Beginnings and ends, in several notations. */
static void
find_number (gpointer data, int run)
{
  static const char *const numbers[] = { "0381", "06-12", "+31 6 1234", "5678", "038 12", "4321" };

  find_anything (data, numbers[(gsize) run % G_N_ELEMENTS (numbers)]);
}

/* What is nowhere, but near what is. */
static void
find_slip (gpointer data, int run)
{
  static const char *const slips[] = { "zwole",    "fietsenbel", "parkern",
                                       "thuisorg", "logsitiek",  "verpakingen" };

  find_anything (data, slips[(gsize) run % G_N_ELEMENTS (slips)]);
}

static void
find_employers (Queries *self, const SpilEmployerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_employer_query (self->store, filter, &error);

  bench_assert_no_error (error);
  self->found += rows->len;
}

static void
find_as_page (gpointer data, int run)
{
  Queries *self = data;

  find_employers (self, &(SpilEmployerFilter) { .search = pick (self->prefixes, run),
                                                .today = spil_day_from_ymd (2018, 10, 15),
                                                .limit = SCREEN });
}

static void
sort_as_page (gpointer data, int run)
{
  find_employers (data, &(SpilEmployerFilter) { .today = spil_day_from_ymd (2018, 10, 15),
                                                .sort = (SpilEmployerSort) (run % 4),
                                                .descending = run / 4 % 2 != 0,
                                                .limit = SCREEN });
}

static void
measure (Queries *self, const char *figure, BenchFunc run, int runs, BenchTarget target)
{
  const BenchThing thing = { NULL, run, self };
  g_auto (BenchSeries) series = { 0 };

  bench_series_init (&series);
  bench_measure (MAX (bench_runs (runs), 100), &thing, &series, 1);
  bench_report (&(BenchRow) { .figure = figure, .clock = BENCH_ELAPSED, .target = target }, &series, NULL);
}

int
main (void)
{
  g_autofree char *dir = g_build_filename (bench_dir (), "many", NULL);
  g_autoptr (GError) error = NULL;
  Queries queries = { .store = spil_store_open (dir, &error) };

  bench_assert_no_error (error);
  gather (&queries);
  measure (&queries, "Query: 50 of 100,000 employers by a prefix", find_names, RUNS,
           (BenchTarget) { .median = 0.0005, .p99 = 0.005 });
  measure (&queries, "Query: newest 50 of 1,000,000 notes", list_notes, RUNS,
           (BenchTarget) { .median = 0.001, .p99 = 0.005 });
  measure (&queries, "Query: newest 50 notes with a prefix", find_notes, RUNS,
           (BenchTarget) { .median = 0.001, .p99 = 0.005 });
  measure (&queries, "Query: page of employers by a prefix, by name", find_as_page, RUNS,
           (BenchTarget) { 0 });
  measure (&queries, "Query: page of employers in each order", sort_as_page, RUNS, (BenchTarget) { 0 });

  measure (&queries, "Go anywhere: what a keystroke asks of all rows", find_in_all, RUNS,
           (BenchTarget) { .median = 0.008, .p99 = 0.016 });
  measure (&queries, "Go anywhere: digits of a telephone number", find_number, RUNS,
           (BenchTarget) { .median = 0.008, .p99 = 0.016 });
  measure (&queries, "Go anywhere: a slip of the pen", find_slip, RUNS, (BenchTarget) { .median = 0.04 });

  g_ptr_array_unref (queries.prefixes);
  g_ptr_array_unref (queries.words);
  spil_store_close (queries.store);
  return 0;
}

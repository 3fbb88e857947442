// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What may be the employer that is typed, and all pairs that may be one, among 100,000 employers. */
#include "bench-rows.h"
#include "spil-duplicate-query.h"
#include "spil-entity.h"

#define RUNS 500
#define SAMPLES 200

typedef struct
{
  SpilStore *store;
  GPtrArray *organisations; /* of SpilRecord, from all over the table */
  guint64 found;
} Duplicates;

static void
gather (Duplicates *self)
{
  self->organisations = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < SAMPLES; i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
    g_autoptr (GPtrArray) records = NULL;
    g_autoptr (GError) error = NULL;

    spil_query_sort_by_age (query);
    spil_query_window (query, (int64_t) i * 499, 1);
    records = spil_store_list (self->store, query, &error);
    bench_assert_no_error (error);
    if (records->len > 0)
      g_ptr_array_add (self->organisations, g_object_ref (records->pdata[0]));
  }
  if (self->organisations->len == 0)
    g_error ("the database has no employers");
}

/* As it stands on a card: without the legal form, in capitals. */
static void
find (gpointer data, int run)
{
  Duplicates *self = data;
  SpilRecord *organisation = self->organisations->pdata[(guint) run % self->organisations->len];
  SpilDuplicateFacts facts = spil_duplicate_facts_of (organisation);
  g_autofree char *name = g_utf8_strup (facts.name, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  facts.name = name;
  found = spil_duplicates_find (self->store, &facts, SPIL_ID_NIL, 3, &error);
  bench_assert_no_error (error);
  self->found += found->len;
}

static void
list_pairs (gpointer data, int run)
{
  Duplicates *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = spil_duplicates_pairs (self->store, NULL, NULL, &error);

  bench_assert_no_error (error);
  self->found += pairs->len;
}

static void
measure (Duplicates *self, const char *figure, BenchFunc run, int runs, BenchTarget target)
{
  const BenchThing thing = { NULL, run, self };
  g_auto (BenchSeries) series = { 0 };

  bench_series_init (&series);
  bench_measure (bench_runs (runs), &thing, &series, 1);
  bench_report (&(BenchRow) { .figure = figure, .clock = BENCH_ELAPSED, .target = target }, &series, NULL);
}

int
main (void)
{
  g_autofree char *dir = g_build_filename (bench_dir (), "many", NULL);
  g_autoptr (GError) error = NULL;
  Duplicates self = { .store = spil_store_open (dir, &error) };

  bench_assert_no_error (error);
  gather (&self);
  measure (&self, "Duplicates: of one among 100,000 employers", find, RUNS, (BenchTarget) { .p99 = 0.005 });
  measure (&self, "Duplicates: all pairs of 100,000 employers", list_pairs, 5, (BenchTarget) { .median = 5 });
  g_print ("# %" G_GUINT64_FORMAT " found\n", self.found);
  g_ptr_array_unref (self.organisations);
  spil_store_close (self.store);
  return 0;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A list of 100,000 organisations that is read in, with detection of duplicates, and the same rows added in bulk. */
#include <stdio.h>

#include "bench-rows.h"
#include "spil-import.h"

#define ROWS 100000
#define BATCH 20000

typedef struct
{
  SpilStore *store;
  char *path;
  SpilImportPlan *plan;
} Import;

static const char *const streets[] = { "Ertsweg", "Lange Laan", "Bedachte Kade", "Hoge Dijk", "Nieuwe Weg" };
static const char *const towns[] = { "Zwolle", "Kampen", "Hattem", "Dalfsen", "Staphorst" };

#define CELL(i, list) list[(i) % G_N_ELEMENTS (list)]

static char *
write_list (void)
{
  char *path = g_build_filename (bench_dir (), "import.csv", NULL);
  FILE *file = fopen (path, "w");

  fputs ("Bedrijfsnaam;KvK-nr;Straat;Huisnummer;Postcode;Plaats;Aantal medewerkers;Telefoon;E-mail\n", file);
  for (int i = 0; i < ROWS; i++)
    fprintf (file, "Verzonnen Bedrijf %d B.V.;%08d;%s;%d;%04d AB;%s;%d;038%07d;info@bedrijf%d.example\n", i,
             10000000 + i, CELL (i, streets), i / 9000 + 1, 1000 + i % 9000, CELL (i, towns), i % 900, i, i);
  fclose (file);
  return path;
}

static void
put_text (SpilRecord *record, int field, const char *format, int number)
{
  g_autofree char *text = g_strdup_printf ("%s%d", format, number);

  spil_record_set_text (record, field, text);
}

static void
add_row (SpilAction *action, int i)
{
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());
  g_autofree char *postcode = g_strdup_printf ("%04d AB", 1000 + i % 9000);

  spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  put_text (record, SPIL_ORGANISATION_NAME, "Verzonnen Bedrijf B.V. ", i);
  put_text (record, SPIL_ORGANISATION_KVK_NUMBER, "", 10000000 + i);
  spil_record_set_text (record, SPIL_ORGANISATION_STREET, CELL (i, streets));
  put_text (record, SPIL_ORGANISATION_HOUSE_NUMBER, "", i / 9000 + 1);
  spil_record_set_text (record, SPIL_ORGANISATION_POSTCODE, postcode);
  spil_record_set_text (record, SPIL_ORGANISATION_TOWN, CELL (i, towns));
  spil_record_set_integer (record, SPIL_ORGANISATION_STAFF_COUNT, i % 900);
  put_text (record, SPIL_ORGANISATION_PHONE, "0380", 1000000 + i);
  put_text (record, SPIL_ORGANISATION_EMAIL, "info@bedrijf", i);
  spil_action_add (action, record);
}

static void
prepare (gpointer data, int run)
{
  Import *self = data;

  g_clear_pointer (&self->store, spil_store_close);
  self->store = bench_store_new ("import");
}

static void
add_in_bulk (gpointer data, int run)
{
  Import *self = data;

  for (int i = 0; i < ROWS; i += BATCH) {
    g_autoptr (SpilAction) action = spil_action_new ("Bulk");
    g_autoptr (GError) error = NULL;

    for (int j = 0; j < BATCH; j++)
      add_row (action, i + j);
    spil_store_commit_bulk (self->store, action, &error);
    bench_assert_no_error (error);
  }
}

static void
import (gpointer data, int run)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImportReport)
      report = spil_import_run (self->store, self->path, self->plan, FALSE, NULL, NULL, NULL, &error);

  bench_assert_no_error (error);
  g_assert_cmpint (report->created, ==, ROWS);
}

/* MiB of this program, as the kernel names it: VmRSS now, VmHWM the most since the last reset. */
static double
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, name);
  return line != NULL ? g_ascii_strtod (line + strlen (name) + 1, NULL) / 1024 : 0;
}

/* In a fresh program, so that nothing that was freed before hides what it takes. */
static void
measure_memory (Import *self)
{
  BenchRow row = { .figure = "Memory for reading in 100,000 rows, above rest",
                   .unit = "MiB",
                   .target = { .median = 60 } };
  g_auto (BenchSeries) series = { 0 };
  double before;

  bench_series_init (&series);
  prepare (self, 0);
  before = read_memory ("VmRSS");
  import (self, 0);
  bench_series_add_amount (&series, read_memory ("VmHWM") - before);
  bench_report (&row, &series, NULL);
}

int
main (void)
{
  g_autofree char *path = write_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImportLook)
      look = spil_import_look (NULL, path, spil_entity (SPIL_ENTITY_ORGANISATION), NULL, -1, &error);
  Import self = { .path = path, .plan = look != NULL ? look->plan : NULL };
  const BenchThing things[] = { { prepare, add_in_bulk, &self }, { prepare, import, &self } };
  BenchSeries series[2];
  BenchRow row = { .figure = "Reading in a CSV list of 100,000 organisations",
                   .floor = "the same rows added in bulk",
                   .clock = BENCH_PROCESSOR,
                   .target = { .ratio = 2 } };

  bench_assert_no_error (error);
  measure_memory (&self);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (5), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    bench_series_clear (&series[i]);
  spil_store_close (self.store);
  return 0;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The AKT report on the demo, from the database to a PDF and an ODT on the disk, and its texts and charts drawn once. */
#include <glib/gstdio.h>
#include <string.h>

#include "bench-bare-document.h"
#include "bench.h"
#include "spil-akt.h"

typedef struct
{
  SpilStore *store;
  SpilPeriod period;
  SpilDocument *document; /* for the floor: made beforehand */
  char *path;
  char *odt_path;
  char *bare_path;
  int bare_pages;
} Report;

static void
write_report (gpointer data, int run)
{
  Report *self = data;
  g_autoptr (GError) error = NULL;

  if (!spil_report_akt_write (self->store, self->period, self->path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
write_odt (gpointer data, int run)
{
  Report *self = data;
  g_autoptr (GError) error = NULL;

  if (!spil_report_akt_write (self->store, self->period, self->odt_path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
write_bare (gpointer data, int run)
{
  Report *self = data;

  self->bare_pages = bench_bare_document_write (self->document, self->bare_path);
}

static void
make_document (gpointer data, int run)
{
  Report *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilReportData)
      figures = spil_report_data_new (self->store, self->period, NULL, NULL, NULL, &error);

  if (figures == NULL)
    g_error ("%s", error->message);
  g_clear_pointer (&self->document, spil_document_free);
  self->document = spil_report_akt_new (figures);
}

/* A line of /proc/self/status, in MB. */
static double
read_memory (const char *name)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (found = strstr (text, name)) == NULL)
    g_error ("/proc/self/status cannot be read");
  return (double) g_ascii_strtoll (found + strlen (name) + 1, NULL, 10) * 1024 / 1e6;
}

/* The highest that memory goes during a report, over what was in use before it. */
static void
measure_memory (Report *self)
{
  g_auto (BenchSeries) series = { 0 };
  double before = read_memory ("VmRSS");
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  /* "5" makes the high water mark what is in use now. */
  if (file == NULL || fputs ("5", file) == EOF || fclose (file) != 0)
    g_error ("/proc/self/clear_refs cannot be written");
  write_report (self, 0);
  bench_series_init (&series);
  bench_series_add_amount (&series, read_memory ("VmHWM") - before);
  bench_report (
      &(BenchRow) { .figure = "AKT report: memory beyond rest", .unit = "MB", .target = { .median = 40 } },
      &series, NULL);
}

static void
measure_file (const char *figure, const char *unit, double amount)
{
  g_auto (BenchSeries) series = { 0 };

  bench_series_init (&series);
  bench_series_add_amount (&series, amount);
  bench_report (&(BenchRow) { .figure = figure, .unit = unit }, &series, NULL);
}

int
main (void)
{
  g_autofree char *dir = g_build_filename (bench_dir (), "demo", NULL);
  g_autoptr (GError) error = NULL;
  Report report = { .store = spil_store_open_read_only (dir, &error) };
  const BenchThing things[] = { { NULL, write_bare, &report },
                                { NULL, write_report, &report },
                                { NULL, write_odt, &report } };
  const BenchThing gathering = { NULL, make_document, &report };
  g_auto (BenchSeries) gathered = { 0 };
  BenchSeries series[G_N_ELEMENTS (things)];
  GStatBuf status;

  if (report.store == NULL || !spil_period_parse ("2018-Q4", &report.period))
    g_error ("%s", error != NULL ? error->message : "no period");
  report.path = g_build_filename (bench_dir (), "akt.pdf", NULL);
  report.odt_path = g_build_filename (bench_dir (), "akt.odt", NULL);
  report.bare_path = g_build_filename (bench_dir (), "akt-bare.pdf", NULL);
  measure_memory (&report);
  make_document (&report, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_series_init (&series[i]);
  bench_series_init (&gathered);
  bench_measure (bench_runs (30), things, series, G_N_ELEMENTS (things));
  bench_measure (bench_runs (30), &gathering, &gathered, 1);
  bench_report (&(BenchRow) { .figure = "AKT report on the demo: PDF",
                              .floor = "its texts, cells and charts drawn once, bare Cairo and Pango",
                              .clock = BENCH_PROCESSOR,
                              .target = { .ratio = 2 } },
                &series[1], &series[0]);
  bench_report (&(BenchRow) { .figure = "AKT report on the demo: ODT",
                              .floor = "the same as PDF",
                              .clock = BENCH_PROCESSOR,
                              .target = { .ratio = 1 } },
                &series[2], &series[1]);
  bench_report (
      &(BenchRow) { .figure = "AKT report on the demo: gathering the figures", .clock = BENCH_PROCESSOR },
      &gathered, NULL);
  g_stat (report.path, &status);
  measure_file ("AKT report on the demo: size", "kB", (double) status.st_size / 1000);
  measure_file ("AKT report on the demo: pages of the floor", "pages", report.bare_pages);

  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_series_clear (&series[i]);
  spil_document_free (report.document);
  spil_store_close (report.store);
  g_free (report.path);
  g_free (report.odt_path);
  g_free (report.bare_path);
  return 0;
}

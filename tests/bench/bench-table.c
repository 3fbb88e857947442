// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Tables of 100,000 rows: how long writing and reading take, and how much memory they need at most. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "spil-table-reader.h"
#include "spil-table-writer.h"

#define ROWS 100000
#define COLUMNS 10

typedef struct
{
  SpilTableFormat format;
  const char *name;
  char *path;
  double peak; /* megabytes beyond what was there before the last run */
} Table;

/* A line of /proc/self/status, in megabytes. */
static double
status (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, key);
  g_assert_nonnull (line);
  return g_ascii_strtod (line + strlen (key), NULL) / 1024;
}

/* From here on the peak counts anew; returns what there is now. */
static double
forget_peak (void)
{
  const int fd = g_open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC, 0);

  if (fd >= 0) {
    g_assert_cmpint (write (fd, "5", 1), ==, 1);
    close (fd);
  }
  return status ("VmRSS:");
}

static void
write_table (gpointer data, int run)
{
  static const SpilTableColumn columns[COLUMNS] = {
    { "naam", SPIL_COLUMN_TEXT },     { "straat", SPIL_COLUMN_TEXT },
    { "postcode", SPIL_COLUMN_TEXT }, { "plaats", SPIL_COLUMN_TEXT },
    { "kvk", SPIL_COLUMN_TEXT },      { "medewerkers", SPIL_COLUMN_NUMBER },
    { "bedrag", SPIL_COLUMN_MONEY },  { "datum", SPIL_COLUMN_DATE },
    { "ja", SPIL_COLUMN_BOOLEAN },    { "notitie", SPIL_COLUMN_LONG_TEXT },
  };
  Table *table = data;
  g_autoptr (SpilTableWriter)
      writer = spil_table_writer_new (table->path, table->format, "Werkgevers", columns, COLUMNS, NULL);

  for (int i = 0; i < ROWS; i++) {
    char name[32], kvk[16], staff[16], amount[32];
    const SpilCell cells[COLUMNS] = {
      { SPIL_CELL_TEXT, name },      { SPIL_CELL_TEXT, "Stationsweg 12" },
      { SPIL_CELL_TEXT, "8000 AA" }, { SPIL_CELL_TEXT, "Zwolle" },
      { SPIL_CELL_TEXT, kvk },       { SPIL_CELL_NUMBER, staff },
      { SPIL_CELL_NUMBER, amount },  { SPIL_CELL_DATE, "2018-07-31" },
      { SPIL_CELL_BOOLEAN, "true" }, { SPIL_CELL_TEXT, "Gesproken over de fiets, en wat het najaar brengt" },
    };

    g_snprintf (name, sizeof name, "Werkgever %d", i);
    g_snprintf (kvk, sizeof kvk, "%08d", i);
    g_snprintf (staff, sizeof staff, "%d", i % 997);
    g_snprintf (amount, sizeof amount, "%d.50", i);
    g_assert_true (spil_table_writer_add (writer, cells, NULL));
  }
  g_assert_true (spil_table_writer_finish (writer, NULL));
}

static void
read_table (gpointer data, int run)
{
  Table *table = data;
  const double before = forget_peak ();
  g_autoptr (SpilTableReader) reader = spil_table_reader_new (table->path, NULL, NULL);
  const SpilTableRow *row;
  int n_rows = 0;

  g_assert_nonnull (reader);
  while (spil_table_reader_next (reader, &row, NULL) && row != NULL)
    n_rows++;
  g_assert_cmpint (n_rows, ==, ROWS + 1);
  table->peak = MAX (status ("VmHWM:") - before, 0);
}

static void
measure (Table *table)
{
  const BenchThing things[] = { { NULL, write_table, table }, { NULL, read_table, table } };
  BenchSeries series[2];
  g_auto (BenchSeries) peak;
  g_autofree char *write_figure = g_strdup_printf ("100,000 rows written as %s", table->name);
  g_autofree char *read_figure = g_strdup_printf ("100,000 rows read from %s", table->name);
  g_autofree char *memory_figure = g_strdup_printf ("memory for reading 100,000 rows from %s", table->name);

  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_series_init (&peak);
  bench_measure (bench_runs (5), things, series, G_N_ELEMENTS (things));
  bench_series_add_amount (&peak, table->peak);
  bench_report (&(BenchRow) { .figure = write_figure }, &series[0], NULL);
  bench_report (&(BenchRow) { .figure = read_figure, .target = { .median = 10 } }, &series[1], NULL);
  bench_report (&(BenchRow) { .figure = memory_figure, .unit = "MB", .target = { .median = 32 } }, &peak,
                NULL);
}

int
main (void)
{
  Table tables[] = {
    { .format = SPIL_TABLE_CSV, .name = "CSV" },
    { .format = SPIL_TABLE_ODS, .name = "ODS" },
    { .format = SPIL_TABLE_XLSX, .name = "XLSX" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    tables[i].path = g_build_filename (bench_dir (), "table.dat", NULL);
    measure (&tables[i]);
    g_unlink (tables[i].path);
    g_free (tables[i].path);
  }
  return 0;
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * The list of 100,000 employers in the window: a keystroke in the search until its result is painted, another order, and
 * scrolling by a page, next to a bare GtkColumnView with as many columns. And a keystroke in the dialog that goes anywhere.
 */
#include <string.h>

#include "bench-program.h"

#define COLUMNS 7
#define ROWS 100000

/* Whole words and parts of words that are in names, towns, persons and notes; and some that are nowhere. */
static const char *const searches[] = { "zebra", "zwolle",  "hotel",     "nieuwe p", "fiets",
                                        "ommen", "elske",   "leaseauto", "korte l",  "metaal",
                                        "demo",  "windmee", "hardenb",   "qqq",      "avondpl" };

typedef struct
{
  BenchProgram *spil;
  BenchProgram *bare;
} List;

/* FALSE: there is nothing to carry it out on. What changes nothing in the list is not counted. */
static gboolean
carry_out (BenchProgram *program, const char *command, BenchSeries *series)
{
  BenchCost cost;

  if (!bench_program_do (program, command, &cost))
    return FALSE;
  if (series != NULL && cost.changed)
    bench_series_add (series, cost.painted_elapsed, cost.painted_processor);
  return TRUE;
}

static void
must (gboolean done, const char *what)
{
  if (!done)
    g_error ("the page of employers has nothing %s", what);
}

/* Types the searches letter by letter into the search entry that is seen. */
static void
measure_search (BenchProgram *program, const char *figure)
{
  g_auto (BenchSeries) series = { 0 };
  int n_searches = bench_runs (30);

  bench_series_init (&series);
  for (int i = 0; i < n_searches; i++) {
    const char *text = searches[i % G_N_ELEMENTS (searches)];

    for (const char *letter = text; *letter != '\0'; letter++) {
      const char command[] = { 't', 'y', 'p', 'e', ' ', *letter, '\0' };

      must (carry_out (program, command, &series), "to search in");
    }
    carry_out (program, "clear", NULL);
  }
  bench_report (
      &(BenchRow) { .figure = figure, .clock = BENCH_ELAPSED, .target = { .median = 0.03, .p99 = 0.06 } },
      &series, NULL);
}

/* The dialog that goes anywhere, on a page without a search entry of its own. */
static void
measure_going (const char *const *argv)
{
  BenchCost cost;
  BenchProgram *program = bench_program_start (argv, &cost);

  must (carry_out (program, "action win.go", NULL), "to go from");
  measure_search (program, "Go anywhere: a keystroke that changes the answers, painted");
  bench_program_stop (program);
}

static void
measure_order (List *self, int column, const char *name)
{
  g_autofree char *command = g_strdup_printf ("sort %d", column);
  g_autofree char *figure = g_strdup_printf ("Employers: another order, by %s, painted", name);
  g_auto (BenchSeries) series = { 0 };
  int runs = bench_runs (20);

  bench_series_init (&series);
  for (int i = 0; i < runs; i++)
    must (carry_out (self->spil, command, &series), "to sort by");
  bench_report (&(BenchRow) { .figure = figure, .clock = BENCH_ELAPSED, .target = { .median = 0.04 } },
                &series, NULL);
}

static void
measure_scrolling (List *self)
{
  BenchSeries series[2];
  int runs = bench_runs (150);
  BenchRow row = {
    .figure = "Employers: scrolling by a page, painted",
    .floor = "a bare GtkColumnView with as many columns of GtkInscription",
    .clock = BENCH_PROCESSOR,
    .target = { .ratio = 1.2, .ratio_p99 = 1.2 },
  };

  for (int i = 0; i < 2; i++)
    bench_series_init (&series[i]);
  for (int i = 0; i < runs; i++) {
    must (carry_out (self->bare, "scroll", &series[0]), "to scroll");
    must (carry_out (self->spil, "scroll", &series[1]), "to scroll");
  }
  bench_report (&row, &series[1], &series[0]);
  row.clock = BENCH_ELAPSED;
  bench_report (&row, &series[1], &series[0]);
  for (int i = 0; i < 2; i++)
    bench_series_clear (&series[i]);
}

int
main (void)
{
  g_autofree char *path = bench_program_path ("spil");
  g_autofree char *bare_path = bench_program_path ("floor-list");
  g_autofree char *dir = g_build_filename (bench_dir (), "many", NULL);
  g_autofree char *columns = g_strdup_printf ("%d", COLUMNS);
  g_autofree char *rows = g_strdup_printf ("%d", ROWS);
  const char *const argv[] = { path, "--data", dir, "--page", "employers", NULL };
  const char *const going_argv[] = { path, "--data", dir, "--page", "home", NULL };
  const char *const bare_argv[] = { bare_path, columns, rows, NULL };
  BenchCost cost;
  List list = { .spil = bench_program_start (argv, &cost), .bare = bench_program_start (bare_argv, &cost) };

  /* The first of each kind also makes what the next ones have. */
  carry_out (list.spil, "scroll", NULL);
  carry_out (list.bare, "scroll", NULL);
  measure_scrolling (&list);
  measure_search (list.spil, "Employers: a keystroke that changes the list, painted");
  measure_order (&list, 1, "town");
  measure_order (&list, 2, "staff");
  measure_order (&list, 5, "last contact");
  bench_program_stop (list.spil);
  bench_program_stop (list.bare);
  measure_going (going_argv);
  return 0;
}

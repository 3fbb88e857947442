// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The lines of the table, for people and as JSON. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

/* Fewer runs than this have no 99 % that differs from the worst one. */
#define RUNS_FOR_P99 100

/* A figure and its floor, boiled down. */
typedef struct
{
  double median;
  double p99; /* NaN: too few runs, or not asked */
  double floor;
  double floor_p99;
  double processor;
  double floor_processor;
} Sums;

static double
p99 (const BenchSeries *series, BenchClock clock)
{
  return bench_series_get_length (series) < RUNS_FOR_P99 ? NAN : bench_series_quantile (series, clock, 0.99);
}

static Sums
sum_up (const BenchRow *row, const BenchSeries *subject, const BenchSeries *floor)
{
  return (Sums) {
    .median = bench_series_quantile (subject, row->clock, 0.5),
    .p99 = p99 (subject, row->clock),
    .processor = bench_series_quantile (subject, BENCH_PROCESSOR, 0.5),
    .floor = floor != NULL ? bench_series_quantile (floor, row->clock, 0.5) : NAN,
    .floor_p99 = floor != NULL ? p99 (floor, row->clock) : NAN,
    .floor_processor = floor != NULL ? bench_series_quantile (floor, BENCH_PROCESSOR, 0.5) : NAN,
  };
}

/* What is asked of a figure, in words, and how it does. */
typedef struct
{
  GString *words;
  gboolean missed;
  gboolean unknown; /* too few runs to tell */
} Judgement;

/* One of the things that a target asks. */
static void
judge (Judgement *self, double bound, double value, const char *format, const char *amount)
{
  if (!(bound > 0))
    return;
  g_string_append (self->words, self->words->len > 0 ? ", " : "");
  g_string_append_printf (self->words, format, amount);
  self->missed = self->missed || value > bound;
  self->unknown = self->unknown || isnan (value);
}

static char *
format_amount (const BenchRow *row, double value)
{
  if (isnan (value))
    return g_strdup ("-");
  if (row->unit != NULL)
    return g_strdup_printf (value < 100 ? "%.1f %s" : "%.0f %s", value, row->unit);
  value *= 1000;
  return g_strdup_printf (value < 1 ? "%.3f ms" : value < 100 ? "%.2f ms" : "%.0f ms", value);
}

/* A bound without the zeros that a measured value has. */
static char *
format_bound (const BenchRow *row, double value)
{
  return g_strdup_printf ("%g %s", row->unit != NULL ? value : value * 1000,
                          row->unit != NULL ? row->unit : "ms");
}

/* What is asked, in words, and the verdict: "-" when nothing is asked, "?" when the runs are too few to tell. */
static char *
judge_all (const BenchRow *row, const Sums *sums, const char **verdict)
{
  const BenchTarget *target = &row->target;
  Judgement all = { .words = g_string_new (NULL) };
  g_autofree char *ratio = g_strdup_printf ("%g", target->ratio);
  /* The only value that has no column of its own. */
  g_autofree char *ratio_p99 = g_strdup_printf ("%g x (%.2f)", target->ratio_p99,
                                                sums->p99 / sums->floor_p99);
  g_autofree char *more = format_bound (row, target->more);
  g_autofree char *processor = format_bound (row, target->more_processor);
  g_autofree char *median = format_bound (row, target->median);
  g_autofree char *bound_p99 = format_bound (row, target->p99);

  judge (&all, target->ratio, sums->median / sums->floor, "<= %s x", ratio);
  judge (&all, target->ratio_p99, sums->p99 / sums->floor_p99, "99 %% <= %s", ratio_p99);
  judge (&all, target->more, sums->median - sums->floor, "<= %s more", more);
  judge (&all, target->more_processor, sums->processor - sums->floor_processor, "<= %s more CPU", processor);
  judge (&all, target->median, sums->median, "<= %s", median);
  judge (&all, target->p99, sums->p99, "99 %% <= %s", bound_p99);
  *verdict = all.words->len == 0 ? "-" : all.missed ? "NO" : all.unknown ? "?" : "yes";
  if (row->floor != NULL)
    g_string_append_printf (all.words, "%s%s", all.words->len > 0 ? "; floor: " : "floor: ", row->floor);
  return g_string_free (all.words, FALSE);
}

static void
append_text (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, ",\"%s\":", name);
  if (text == NULL) {
    g_string_append (json, "null");
    return;
  }
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c (json, '\\');
    g_string_append_c (json, *text);
  }
  g_string_append_c (json, '"');
}

static void
append_number (GString *json, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ",\"%s\":%s", name,
                          isfinite (value) ? g_ascii_formatd (digits, sizeof digits, "%.9g", value) : "null");
}

static void
append_series (GString *json, const char *name, const BenchSeries *series, BenchClock clock)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, ",\"%s\":[", name);
  for (guint i = 0; series != NULL && i < series->values[clock]->len; i++)
    g_string_append_printf (
        json, "%s%s", i > 0 ? "," : "",
        g_ascii_formatd (digits, sizeof digits, "%.6g", g_array_index (series->values[clock], double, i)));
  g_string_append_c (json, ']');
}

static void
write_json (const BenchRow *row, const BenchSeries *subject, const BenchSeries *floor, const Sums *sums,
            const char *target, const char *met)
{
  const char *path = g_getenv ("SPIL_BENCH_JSON");
  g_autoptr (GString) json = g_string_new ("{\"runs\":");
  FILE *file;

  if (path == NULL)
    return;
  g_string_append_printf (json, "%d", bench_series_get_length (subject));
  append_text (json, "figure", row->figure);
  append_text (json, "unit", row->unit != NULL ? row->unit : "s");
  append_text (json, "clock",
               row->unit != NULL               ? NULL
               : row->clock == BENCH_PROCESSOR ? "processor"
                                               : "elapsed");
  append_number (json, "median", sums->median);
  append_number (json, "p99", sums->p99);
  append_text (json, "floor_is", row->floor);
  append_number (json, "floor", sums->floor);
  append_number (json, "floor_p99", sums->floor_p99);
  append_number (json, "ratio", sums->median / sums->floor);
  append_number (json, "processor", row->unit != NULL ? NAN : sums->processor);
  append_number (json, "floor_processor", row->unit != NULL ? NAN : sums->floor_processor);
  append_text (json, "target", target);
  append_text (json, "met", met);
  append_series (json, "values", subject, row->clock);
  append_series (json, "floor_values", floor, row->clock);
  g_string_append (json, "}\n");

  file = fopen (path, "a");
  if (file == NULL || fputs (json->str, file) == EOF || fclose (file) != 0)
    g_error ("%s cannot be written", path);
}

static void
print_line (const char *figure, const char *median, const char *p99_text, const char *processor,
            const char *floor, const char *ratio, const char *met, const char *target)
{
  printf ("%-60s %11s %11s %11s %11s %6s  %-3s  %s\n", figure, median, p99_text, processor, floor, ratio, met,
          target);
  fflush (stdout);
}

void
bench_print_head (void)
{
  print_line ("Figure", "median", "99 %", "CPU", "floor", "ratio", "met", "target");
}

void
bench_report (const BenchRow *row, const BenchSeries *subject, const BenchSeries *floor)
{
  Sums sums = sum_up (row, subject, floor);
  const char *verdict;
  g_autofree char *target = judge_all (row, &sums, &verdict);
  g_autofree char *median = format_amount (row, sums.median);
  g_autofree char *worst = format_amount (row, sums.p99);
  g_autofree char *under = format_amount (row, sums.floor);
  g_autofree char *ratio = floor != NULL && sums.floor > 0
                               ? g_strdup_printf ("%.2f", sums.median / sums.floor)
                               : g_strdup ("-");
  g_autofree char *figure = g_strconcat (
      row->figure, row->unit == NULL && row->clock == BENCH_PROCESSOR ? " (CPU)" : "", NULL);
  g_autofree char *processor = row->unit != NULL ? g_strdup ("-") : format_amount (row, sums.processor);

  print_line (figure, median, worst, processor, under, ratio, verdict, target);
  write_json (row, subject, floor, &sums, target, verdict);
}

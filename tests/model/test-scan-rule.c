// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <math.h>
#include <string.h>

#include "spil-scan-advice.h"

static SpilNorms
make_norms (void)
{
  static const struct
  {
    SpilNorm norm;
    double value;
  } values[] = {
    { SPIL_NORM_SCAN_PEAK_FROM, 7 },    { SPIL_NORM_SCAN_PEAK_TO, 9 },     { SPIL_NORM_SCAN_PEAK_SHARE, 0.5 },
    { SPIL_NORM_SCAN_DAY_SHARE, 0.25 }, { SPIL_NORM_SCAN_CAR_SHARE, 0.5 }, { SPIL_NORM_SCAN_BICYCLE_KM, 15 },
    { SPIL_NORM_SCAN_NEAR_SHARE, 0.3 }, { SPIL_NORM_SCAN_HOME_DAYS, 1 },
  };
  SpilNorms norms = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    norms.known[values[i].norm] = TRUE;
    norms.value[values[i].norm] = llround (values[i].value * 1e6);
  }
  return norms;
}

static void
add_band (SpilScanCounts *counts, int64_t from, int64_t to, int64_t people)
{
  SpilScanBand band = { from, to, people };

  g_array_append_val (counts->distances, band);
}

// 100 arrivals from Monday to Friday: 60 from seven to nine, 30 of all on Tuesday.
static void
fill (SpilScanCounts *counts)
{
  spil_scan_counts_init (counts);
  counts->n = 50;
  counts->population = 200;
  counts->home_days = 500000;
  counts->arrivals[SPIL_WEEKDAY_MONDAY][6] = 20;
  counts->arrivals[SPIL_WEEKDAY_TUESDAY][7] = 10;
  counts->arrivals[SPIL_WEEKDAY_TUESDAY][8] = 20;
  counts->arrivals[SPIL_WEEKDAY_WEDNESDAY][8] = 20;
  counts->arrivals[SPIL_WEEKDAY_THURSDAY][8] = 10;
  counts->arrivals[SPIL_WEEKDAY_FRIDAY][9] = 20;
  counts->arrivals[SPIL_WEEKDAY_SATURDAY][8] = 500; // no working day
  counts->modes[SPIL_TRAVEL_MODE_CAR] = 30;
  counts->modes[SPIL_TRAVEL_MODE_BICYCLE] = 10;
  counts->modes[SPIL_TRAVEL_MODE_E_BIKE] = 5;
  counts->modes[SPIL_TRAVEL_MODE_PUBLIC_TRANSPORT] = 5;
  add_band (counts, 0, 5, 10);
  add_band (counts, 5, 15, 10);
  add_band (counts, 15, 30, 20);
  add_band (counts, 30, -1, 10);
}

static void
assert_share (SpilScanShare share, double expected)
{
  g_assert_true (share.known);
  g_assert_cmpfloat_with_epsilon (share.share, expected, 1e-9);
}

static void
test_figures (void)
{
  SpilNorms norms = make_norms ();
  SpilScanCounts counts;
  SpilScanFigures figures;

  fill (&counts);
  figures = spil_scan_figures (&counts, &norms);
  assert_share (figures.peak, 0.6);
  g_assert_cmpint (figures.busiest_hour, ==, 8);
  g_assert_cmpint (figures.busiest_day, ==, SPIL_WEEKDAY_TUESDAY);
  assert_share (figures.busiest, 0.3);
  assert_share (figures.car, 0.6);
  assert_share (figures.bicycle, 0.3);
  assert_share (figures.public_transport, 0.1);
  assert_share (figures.near, 0.4);
  g_assert_cmpfloat (figures.home_days, ==, 0.5);
  g_assert_cmpfloat (spil_scan_average (&counts, 8), ==, 10);
  spil_scan_counts_clear (&counts);
}

// 1.96 x sqrt (0.6 x 0.4 / 50) = 0.1358; x sqrt ((200 - 50) / 199) = 0.1179.
static void
test_margin (void)
{
  static const struct
  {
    int64_t n;
    int64_t population;
    double margin; /* NaN: not known */
  } cases[] = {
    { 50, 200, 0.11790 }, { 50, -1, 0.13579 }, { 50, 20, 0.13579 }, { 50, 50, 0 },
    { -1, 200, NAN },     { 0, 200, NAN },     { 1, 1, 0.96019 }, // one of one: no correction there
  };
  SpilNorms norms = make_norms ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilScanCounts counts;
    SpilScanFigures figures;

    fill (&counts);
    counts.n = cases[i].n;
    counts.population = cases[i].population;
    figures = spil_scan_figures (&counts, &norms);
    g_test_message ("%d of %d", (int) cases[i].n, (int) cases[i].population);
    if (isnan (cases[i].margin))
      g_assert_true (isnan (figures.peak.margin));
    else
      g_assert_cmpfloat_with_epsilon (figures.peak.margin, cases[i].margin, 1e-4);
    spil_scan_counts_clear (&counts);
  }
}

// Nothing counted, nothing known; a norm that is not set leaves its figure out.
static void
test_nothing (void)
{
  SpilNorms norms = make_norms ();
  SpilNorms none = { 0 };
  SpilScanCounts counts;
  SpilScanFigures figures;

  spil_scan_counts_init (&counts);
  figures = spil_scan_figures (&counts, &norms);
  g_assert_false (figures.peak.known || figures.busiest.known || figures.car.known || figures.near.known);
  g_assert_cmpint (figures.busiest_hour, ==, -1);
  g_assert_cmpint (figures.busiest_day, ==, 0);
  g_assert_true (isnan (figures.home_days));
  for (int i = 0; i < SPIL_N_SCAN_ADVICES; i++)
    g_assert_false (spil_scan_advice_applies (i, &figures, &norms));
  spil_scan_counts_clear (&counts);
  fill (&counts);
  figures = spil_scan_figures (&counts, &none);
  g_assert_false (figures.peak.known || figures.near.known);
  g_assert_true (figures.car.known);
  for (int i = 0; i < SPIL_N_SCAN_ADVICES; i++)
    g_assert_false (spil_scan_advice_applies (i, &figures, &none));
  spil_scan_counts_clear (&counts);
}

static void
test_advice (void)
{
  static const struct
  {
    SpilScanAdvice advice;
    const char *words;
  } cases[] = {
    { SPIL_SCAN_ADVICE_PEAK, "60\u00a0% arrives between 7 and 9" },
    { SPIL_SCAN_ADVICE_DAY, "30\u00a0% of all arrivals" },
    { SPIL_SCAN_ADVICE_HOME, "0,5 days" },
    { SPIL_SCAN_ADVICE_BICYCLE, "40\u00a0% lives within 15 kilometres, while 60\u00a0%" },
    { SPIL_SCAN_ADVICE_PUBLIC_TRANSPORT, "60\u00a0% lives further than 15" },
    { SPIL_SCAN_ADVICE_CARPOOL, "60\u00a0% comes alone" },
  };
  SpilNorms norms = make_norms ();
  SpilScanCounts counts;
  SpilScanFigures figures;

  fill (&counts);
  figures = spil_scan_figures (&counts, &norms);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = spil_scan_advice_dup_text (cases[i].advice, &figures, &norms);

    g_test_message ("%s: %s", spil_scan_advice_key (cases[i].advice), text);
    g_assert_true (spil_scan_advice_applies (cases[i].advice, &figures, &norms));
    g_assert_nonnull (strstr (text, cases[i].words));
  }
  // Just below each threshold.
  norms.value[SPIL_NORM_SCAN_PEAK_SHARE] = 600001;
  norms.value[SPIL_NORM_SCAN_DAY_SHARE] = 300001;
  norms.value[SPIL_NORM_SCAN_CAR_SHARE] = 600001;
  norms.value[SPIL_NORM_SCAN_HOME_DAYS] = 500000;
  for (int i = 0; i < SPIL_N_SCAN_ADVICES; i++)
    g_assert_false (spil_scan_advice_applies (i, &figures, &norms));
  spil_scan_counts_clear (&counts);
}

static SpilScanShare
measured (double share, double margin)
{
  return (SpilScanShare) { .known = TRUE, .share = share, .margin = margin };
}

static void
test_compare (void)
{
  SpilScanShare before = measured (0.6, 0.06);
  SpilScanShare after = measured (0.5, 0.08);
  SpilScanShare other_before = measured (0.6, 0);
  SpilScanShare other_after = measured (0.57, 0);
  SpilScanShare unknown = { 0 };
  SpilScanShare asked_nobody = measured (0.1, NAN);
  SpilScanChange change = spil_scan_compare (&before, &after, NULL, NULL);

  g_assert_true (change.known);
  g_assert_false (change.compared);
  g_assert_cmpfloat_with_epsilon (change.change, -0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (change.margin, 0.1, 1e-9);
  g_assert_false (spil_scan_change_is_sure (&change));

  // What changed elsewhere too is no effect.
  change = spil_scan_compare (&before, &after, &other_before, &other_after);
  g_assert_true (change.compared);
  g_assert_cmpfloat_with_epsilon (change.elsewhere, -0.03, 1e-9);
  g_assert_cmpfloat_with_epsilon (change.change, -0.07, 1e-9);
  g_assert_cmpfloat_with_epsilon (change.margin, 0.1, 1e-9);

  other_after = measured (0.7, 0);
  change = spil_scan_compare (&before, &after, &other_before, &other_after);
  g_assert_cmpfloat_with_epsilon (change.change, -0.2, 1e-9);
  g_assert_true (spil_scan_change_is_sure (&change));

  change = spil_scan_compare (&before, &unknown, &other_before, &other_after);
  g_assert_false (change.known || spil_scan_change_is_sure (&change));
  change = spil_scan_compare (&before, &after, &other_before, &unknown);
  g_assert_false (change.compared);
  change = spil_scan_compare (&before, &asked_nobody, NULL, NULL);
  g_assert_true (change.known && isnan (change.margin));
  g_assert_false (spil_scan_change_is_sure (&change));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/figures", test_figures);
  g_test_add_func ("/scan/margin", test_margin);
  g_test_add_func ("/scan/nothing", test_nothing);
  g_test_add_func ("/scan/advice", test_advice);
  g_test_add_func ("/scan/compare", test_compare);
  return g_test_run ();
}

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-rule.h"

#include <math.h>

// The 95 % interval of a normal distribution reaches so many standard deviations from its middle.
#define SURE 1.96
#define WORKING_DAYS 5

void
spil_scan_counts_init (SpilScanCounts *self)
{
  *self = (SpilScanCounts) { .n = -1, .population = -1, .home_days = -1 };
  self->distances = g_array_new (FALSE, FALSE, sizeof (SpilScanBand));
}

void
spil_scan_counts_clear (SpilScanCounts *self)
{
  g_clear_pointer (&self->distances, g_array_unref);
}

static double
find_margin (double share, const SpilScanCounts *counts)
{
  double n = (double) counts->n;
  double all = (double) counts->population;
  double margin;

  if (counts->n <= 0)
    return NAN;
  margin = SURE * sqrt (share * (1 - share) / n);
  return all > 1 && all >= n ? margin * sqrt ((all - n) / (all - 1)) : margin;
}

static SpilScanShare
make_share (int64_t part, int64_t whole, const SpilScanCounts *counts)
{
  SpilScanShare self = { .known = whole > 0, .margin = NAN };

  if (!self.known)
    return self;
  self.share = (double) part / (double) whole;
  self.margin = find_margin (self.share, counts);
  return self;
}

/* Sums over Monday to Friday */

static int64_t
count_hour (const SpilScanCounts *counts, int hour)
{
  int64_t people = 0;

  for (int day = SPIL_WEEKDAY_MONDAY; day <= SPIL_WEEKDAY_FRIDAY; day++)
    people += counts->arrivals[day][hour];
  return people;
}

static int64_t
count_day (const SpilScanCounts *counts, int day)
{
  int64_t people = 0;

  for (int hour = 0; hour < SPIL_SCAN_HOURS; hour++)
    people += counts->arrivals[day][hour];
  return people;
}

static int64_t
count_hours (const SpilScanCounts *counts, int from, int to)
{
  int64_t people = 0;

  for (int hour = MAX (from, 0); hour < MIN (to, SPIL_SCAN_HOURS); hour++)
    people += count_hour (counts, hour);
  return people;
}

double
spil_scan_average (const SpilScanCounts *counts, int hour)
{
  g_return_val_if_fail (hour >= 0 && hour < SPIL_SCAN_HOURS, 0);

  return (double) count_hour (counts, hour) / WORKING_DAYS;
}

static void
find_busiest (const SpilScanCounts *counts, SpilScanFigures *figures)
{
  int64_t most = 0;
  int64_t all = count_hours (counts, 0, SPIL_SCAN_HOURS);

  for (int hour = 0; hour < SPIL_SCAN_HOURS; hour++)
    if (count_hour (counts, hour) > most) {
      most = count_hour (counts, hour);
      figures->busiest_hour = hour;
    }
  most = 0;
  for (int day = SPIL_WEEKDAY_MONDAY; day <= SPIL_WEEKDAY_FRIDAY; day++)
    if (count_day (counts, day) > most) {
      most = count_day (counts, day);
      figures->busiest_day = day;
    }
  figures->busiest = make_share (most, all, counts);
}

static void
find_peak (const SpilScanCounts *counts, const SpilNorms *norms, SpilScanFigures *figures)
{
  if (norms->known[SPIL_NORM_SCAN_PEAK_FROM] && norms->known[SPIL_NORM_SCAN_PEAK_TO])
    figures->peak = make_share (count_hours (counts, spil_norms_get_whole (norms, SPIL_NORM_SCAN_PEAK_FROM),
                                             spil_norms_get_whole (norms, SPIL_NORM_SCAN_PEAK_TO)),
                                count_hours (counts, 0, SPIL_SCAN_HOURS), counts);
}

static void
find_modes (const SpilScanCounts *counts, SpilScanFigures *figures)
{
  int64_t all = 0;

  for (int mode = 0; mode < SPIL_SCAN_MODES; mode++)
    all += counts->modes[mode];
  figures->car = make_share (counts->modes[SPIL_TRAVEL_MODE_CAR], all, counts);
  figures->bicycle = make_share (
      counts->modes[SPIL_TRAVEL_MODE_BICYCLE] + counts->modes[SPIL_TRAVEL_MODE_E_BIKE], all, counts);
  figures->public_transport = make_share (counts->modes[SPIL_TRAVEL_MODE_PUBLIC_TRANSPORT], all, counts);
}

static void
find_near (const SpilScanCounts *counts, const SpilNorms *norms, SpilScanFigures *figures)
{
  int64_t near = 0;
  int64_t all = 0;

  if (!norms->known[SPIL_NORM_SCAN_BICYCLE_KM])
    return;
  for (guint i = 0; counts->distances != NULL && i < counts->distances->len; i++) {
    const SpilScanBand *band = &g_array_index (counts->distances, SpilScanBand, i);

    all += band->people;
    if (band->to >= 0 && band->to <= spil_norms_get_whole (norms, SPIL_NORM_SCAN_BICYCLE_KM))
      near += band->people;
  }
  figures->near = make_share (near, all, counts);
}

SpilScanFigures
spil_scan_figures (const SpilScanCounts *counts, const SpilNorms *norms)
{
  SpilScanFigures figures = { .busiest_hour = -1, .home_days = NAN };

  find_peak (counts, norms, &figures);
  find_busiest (counts, &figures);
  find_modes (counts, &figures);
  find_near (counts, norms, &figures);
  if (counts->home_days >= 0)
    figures.home_days = (double) counts->home_days / 1e6;
  return figures;
}

/* Before and after */

static double
add_squared (double a, double b)
{
  return sqrt (a * a + b * b);
}

SpilScanChange
spil_scan_compare (const SpilScanShare *before, const SpilScanShare *after,
                   const SpilScanShare *elsewhere_before, const SpilScanShare *elsewhere_after)
{
  SpilScanChange self = { .known = before->known && after->known, .margin = NAN };

  if (!self.known)
    return self;
  self.change = after->share - before->share;
  self.margin = add_squared (before->margin, after->margin);
  self.compared = elsewhere_before != NULL && elsewhere_after != NULL && elsewhere_before->known &&
                  elsewhere_after->known;
  if (!self.compared)
    return self;
  self.elsewhere = elsewhere_after->share - elsewhere_before->share;
  self.change -= self.elsewhere;
  self.margin = add_squared (self.margin, add_squared (elsewhere_before->margin, elsewhere_after->margin));
  return self;
}

gboolean
spil_scan_change_is_sure (const SpilScanChange *change)
{
  return change->known && isfinite (change->margin) && fabs (change->change) > change->margin;
}

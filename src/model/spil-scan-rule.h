// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-entity.h"
#include "spil-norms.h"

G_BEGIN_DECLS

#define SPIL_SCAN_HOURS 24
#define SPIL_SCAN_WEEKDAYS (SPIL_WEEKDAY_SUNDAY + 1)
#define SPIL_SCAN_MODES (SPIL_TRAVEL_MODE_OTHER + 1)

/** People that live from @from to less than @to kilometres away; @to -1: no end. */
typedef struct
{
  int64_t from;
  int64_t to;
  int64_t people;
} SpilScanBand;

/** What a quickscan counted. All zero bytes but @n, @population and @home_days (-1: not known): nothing yet. */
typedef struct
{
  int64_t n; /**< who answered; -1: not known */
  int64_t population; /**< how many they stand for; -1: not known */
  int64_t home_days; /**< a week for each person, millionths; -1: not known */
  int64_t arrivals[SPIL_SCAN_WEEKDAYS]
                  [SPIL_SCAN_HOURS]; /**< by SPIL_WEEKDAY_*, and by the hour in which they arrive */
  int64_t home[SPIL_SCAN_WEEKDAYS]; /**< who works at home, by SPIL_WEEKDAY_* */
  int64_t modes[SPIL_SCAN_MODES]; /**< by SPIL_TRAVEL_MODE_* */
  GArray *distances; /**< of SpilScanBand, by @from; NULL: none */
} SpilScanCounts;

/** Not known before the first call of anything else. */
void spil_scan_counts_init (SpilScanCounts *self);
void spil_scan_counts_clear (SpilScanCounts *self);

/** A share of people. */
typedef struct
{
  gboolean known;
  double share; /**< 0 to 1 */
  /**
   * Half of the 95 % interval of a proportion, 1.96 x sqrt (p (1 - p) / n), less for what part of the population answered: x sqrt ((N - n) / (N - 1))
   * (W.G. Cochran, Sampling Techniques, 1977, chapter 3). NaN: nobody said how many answered.
   */
  double margin;
} SpilScanShare;

/** What follows from the counts. */
typedef struct
{
  SpilScanShare
      peak; /**< of arrivals from Monday to Friday: between the hours of the norms; not known without these */
  int busiest_hour; /**< from Monday to Friday together; -1: none */
  int busiest_day; /**< SPIL_WEEKDAY_*; 0: none */
  SpilScanShare busiest; /**< of arrivals from Monday to Friday: on that day */
  SpilScanShare car; /**< alone in a car */
  SpilScanShare bicycle; /**< by bicycle or e-bike */
  SpilScanShare public_transport;
  SpilScanShare near; /**< within cycling distance, by the norm: bands that end there or before */
  double home_days; /**< a week for each person; NaN: not known */
} SpilScanFigures;

SpilScanFigures spil_scan_figures (const SpilScanCounts *counts, const SpilNorms *norms);

/** Arrivals from Monday to Friday in the hour, for an average working day. */
double spil_scan_average (const SpilScanCounts *counts, int hour);

/** What changed between two measurements, in points of share (0.1: ten points). */
typedef struct
{
  gboolean known;
  double change; /**< after - before */
  double margin; /**< of the change: the root of the sum of both squared; NaN: not known */
  gboolean compared; /**< a comparison group was measured before and after too */
  double elsewhere; /**< its change */
} SpilScanChange;

/**
 * The change from @before to @after; with a comparison group (both nullable) less what changed there: the difference of the differences. It is @known when
 * both measurements are.
 */
SpilScanChange
spil_scan_compare (const SpilScanShare *before, const SpilScanShare *after,
                   const SpilScanShare *elsewhere_before, const SpilScanShare *elsewhere_after);

/** Whether the change is more than chance: larger than its margin. FALSE also where that is not known. */
gboolean spil_scan_change_is_sure (const SpilScanChange *change);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo-private.h"
#include "spil-number.h"

#define FIRST_HOUR 6
#define N_HOURS 6
#define N_MODES 5
#define N_BANDS 5

/* One measurement, in parts of a thousand of those that answered. */
typedef struct
{
  int kind;
  int month;
  int day;
  const char *method;
  int answered; /* of the staff */
  int hours[N_HOURS]; /* of those that come on a day */
  int modes[N_MODES]; /* in the order below */
  int home_days; /* hundredths of a day */
} Measured;

static const int modes[N_MODES] = { SPIL_TRAVEL_MODE_CAR, SPIL_TRAVEL_MODE_CARPOOL,
                                    SPIL_TRAVEL_MODE_PUBLIC_TRANSPORT, SPIL_TRAVEL_MODE_BICYCLE,
                                    SPIL_TRAVEL_MODE_E_BIKE };

static const Measured measured[] = {
  { SPIL_MEASUREMENT_KIND_ZERO,
    3,
    12,
    "Vragenlijst onder medewerkers (demo)",
    420,
    { 60, 250, 430, 190, 50, 20 },
    { 680, 40, 90, 150, 40 },
    60 },
  { SPIL_MEASUREMENT_KIND_AFTER,
    10,
    29,
    "Vragenlijst onder medewerkers (demo)",
    450,
    { 150, 200, 260, 250, 100, 40 },
    { 540, 60, 130, 170, 100 },
    110 },
  { SPIL_MEASUREMENT_KIND_COMPARISON,
    3,
    19,
    "Vergelijkbare werkgever zonder acties (demo)",
    380,
    { 70, 240, 420, 200, 50, 20 },
    { 670, 40, 100, 150, 40 },
    60 },
  { SPIL_MEASUREMENT_KIND_COMPARISON,
    11,
    5,
    "Vergelijkbare werkgever zonder acties (demo)",
    360,
    { 80, 240, 400, 210, 50, 20 },
    { 650, 45, 105, 155, 45 },
    70 },
};

/* How many of those that answered come on each day. */
static const int days[] = { 780, 880, 720, 860, 560 };

static const int bands[N_BANDS][3] = {
  { 0, 5, 180 }, { 5, 10, 220 }, { 10, 15, 160 }, { 15, 30, 260 }, { 30, -1, 180 }
};

static void
add_arrivals (SpilDemo *self, const SpilChange *scan, const Measured *of, int n, SpilDay day)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (int hour = 0; hour < N_HOURS; hour++) {
      SpilChange *arrival = spil_inventor_add (&self->inventor, SPIL_ENTITY_SCAN_ARRIVAL, day);

      spil_inventor_put_reference (arrival, SPIL_SCAN_ARRIVAL_SCAN, scan->id);
      spil_inventor_put_integer (arrival, SPIL_SCAN_ARRIVAL_WEEKDAY, SPIL_WEEKDAY_MONDAY + (int) i);
      spil_inventor_put_integer (arrival, SPIL_SCAN_ARRIVAL_HOUR, FIRST_HOUR + hour);
      spil_inventor_put_integer (arrival, SPIL_SCAN_ARRIVAL_PEOPLE,
                                 ((int64_t) n * days[i] * of->hours[hour] + 500000) / 1000000);
    }
}

static void
add_modes (SpilDemo *self, const SpilChange *scan, const Measured *of, int n, SpilDay day)
{
  for (int i = 0; i < N_MODES; i++) {
    SpilChange *mode = spil_inventor_add (&self->inventor, SPIL_ENTITY_SCAN_MODE, day);

    spil_inventor_put_reference (mode, SPIL_SCAN_MODE_SCAN, scan->id);
    spil_inventor_put_integer (mode, SPIL_SCAN_MODE_MODE, modes[i]);
    spil_inventor_put_integer (mode, SPIL_SCAN_MODE_PEOPLE, (n * of->modes[i] + 500) / 1000);
  }
}

static void
add_distances (SpilDemo *self, const SpilChange *scan, int n, SpilDay day)
{
  for (int i = 0; i < N_BANDS; i++) {
    SpilChange *distance = spil_inventor_add (&self->inventor, SPIL_ENTITY_SCAN_DISTANCE, day);

    spil_inventor_put_reference (distance, SPIL_SCAN_DISTANCE_SCAN, scan->id);
    spil_inventor_put_integer (distance, SPIL_SCAN_DISTANCE_FROM_KM, bands[i][0]);
    if (bands[i][1] >= 0)
      spil_inventor_put_integer (distance, SPIL_SCAN_DISTANCE_TO_KM, bands[i][1]);
    spil_inventor_put_integer (distance, SPIL_SCAN_DISTANCE_PEOPLE, (n * bands[i][2] + 500) / 1000);
  }
}

static void
add_scan (SpilDemo *self, const SpilInvented *employer, const Measured *of)
{
  SpilDay day = spil_day_from_ymd (2018, of->month, of->day);
  int n = employer->staff * of->answered / 1000;
  SpilChange *scan = spil_inventor_add (&self->inventor, SPIL_ENTITY_SCAN, day);

  spil_inventor_put_reference (scan, SPIL_SCAN_ORGANISATION, employer->organisation);
  spil_inventor_put_integer (scan, SPIL_SCAN_KIND, of->kind);
  spil_inventor_put_day (scan, SPIL_SCAN_DATE, day);
  spil_inventor_put_integer (scan, SPIL_SCAN_N, n);
  spil_inventor_put_integer (scan, SPIL_SCAN_POPULATION, employer->staff);
  spil_inventor_put_integer (scan, SPIL_SCAN_HOME_DAYS, of->home_days * (SPIL_DECIMAL_ONE / 100));
  spil_inventor_put_text (scan, SPIL_SCAN_METHOD, of->method);
  add_arrivals (self, scan, of, n, day);
  add_modes (self, scan, of, n, day);
  add_distances (self, scan, n, day);
}

/* One employer that was measured before and after, large enough for the figures to say something. */
void
spil_demo_add_scans (SpilDemo *self)
{
  for (guint i = 0; i < self->employers->len; i++) {
    const SpilInvented *employer = &g_array_index (self->employers, SpilInvented, i);

    if (employer->stage < SPIL_INVENTOR_STAGES || employer->staff < 300)
      continue;
    for (gsize j = 0; j < G_N_ELEMENTS (measured); j++)
      add_scan (self, employer, &measured[j]);
    return;
  }
}

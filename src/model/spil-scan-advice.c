// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-advice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-day.h"
#include "spil-number.h"

static const char *const keys[SPIL_N_SCAN_ADVICES] = {
  [SPIL_SCAN_ADVICE_PEAK] = "peak",
  [SPIL_SCAN_ADVICE_DAY] = "day",
  [SPIL_SCAN_ADVICE_HOME] = "home",
  [SPIL_SCAN_ADVICE_BICYCLE] = "bicycle",
  [SPIL_SCAN_ADVICE_PUBLIC_TRANSPORT] = "public-transport",
  [SPIL_SCAN_ADVICE_CARPOOL] = "carpool",
};

const char *
spil_scan_advice_key (SpilScanAdvice advice)
{
  g_return_val_if_fail (advice < SPIL_N_SCAN_ADVICES, "");

  return keys[advice];
}

static double
get_norm (const SpilNorms *norms, SpilNorm norm)
{
  return norms->known[norm] ? (double) norms->value[norm] / 1e6 : INFINITY;
}

static gboolean
is_from (const SpilScanShare *share, double least)
{
  return share->known && share->share >= least;
}

gboolean
spil_scan_advice_applies (SpilScanAdvice advice, const SpilScanFigures *figures, const SpilNorms *norms)
{
  double car = get_norm (norms, SPIL_NORM_SCAN_CAR_SHARE);
  double near = get_norm (norms, SPIL_NORM_SCAN_NEAR_SHARE);

  switch (advice) {
  case SPIL_SCAN_ADVICE_PEAK:
    return is_from (&figures->peak, get_norm (norms, SPIL_NORM_SCAN_PEAK_SHARE));
  case SPIL_SCAN_ADVICE_DAY:
    return is_from (&figures->busiest, get_norm (norms, SPIL_NORM_SCAN_DAY_SHARE));
  case SPIL_SCAN_ADVICE_HOME:
    return norms->known[SPIL_NORM_SCAN_HOME_DAYS] && isfinite (figures->home_days) &&
           figures->home_days < get_norm (norms, SPIL_NORM_SCAN_HOME_DAYS);
  case SPIL_SCAN_ADVICE_BICYCLE:
    return is_from (&figures->near, near) && is_from (&figures->car, car);
  case SPIL_SCAN_ADVICE_PUBLIC_TRANSPORT:
    return figures->near.known && 1 - figures->near.share >= near && is_from (&figures->car, car);
  case SPIL_SCAN_ADVICE_CARPOOL:
    return is_from (&figures->car, car);
  case SPIL_N_SCAN_ADVICES:
  default:
    return FALSE;
  }
}

static char *
dup_percent (double share)
{
  return g_strdup_printf ("%d\u00a0%%", (int) lround (share * 100));
}

static char *
dup_peak (const SpilScanFigures *figures, const SpilNorms *norms)
{
  g_autofree char *peak = dup_percent (figures->peak.share);

  return g_strdup_printf (
      // Translators: a percentage, and two hours.
      _ ("%s arrives between %d and %d o’clock. Agree with teams that can choose to begin before or after that, and move fixed meetings to later in the morning."),
      peak, spil_norms_get_whole (norms, SPIL_NORM_SCAN_PEAK_FROM),
      spil_norms_get_whole (norms, SPIL_NORM_SCAN_PEAK_TO));
}

static char *
dup_day (const SpilScanFigures *figures)
{
  g_autofree char *share = dup_percent (figures->busiest.share);

  return g_strdup_printf (
      // Translators: a percentage, and a day of the week.
      _ ("%s of all arrivals is on %s. Spread home work and team days over the week, so that the car park and the road have room on that day too."),
      share, spil_day_weekday_name (figures->busiest_day));
}

static char *
dup_home (const SpilScanFigures *figures)
{
  g_autofree char *days = spil_decimal_format (llround (figures->home_days * 1e6));

  return g_strdup_printf (
      _ ("People work at home %s days a week on average. Look per function what can be done at home, and write it down in a scheme for hybrid work."),
      days);
}

static char *
dup_bicycle (const SpilScanFigures *figures, const SpilNorms *norms)
{
  g_autofree char *near = dup_percent (figures->near.share);
  g_autofree char *car = dup_percent (figures->car.share);

  return g_strdup_printf (
      // Translators: a percentage, kilometres, and a percentage.
      _ ("%s lives within %d kilometres, while %s comes alone by car. Offer a trial with the (electric) bicycle, and look at storage, charging and showers."),
      near, spil_norms_get_whole (norms, SPIL_NORM_SCAN_BICYCLE_KM), car);
}

static char *
dup_public_transport (const SpilScanFigures *figures, const SpilNorms *norms)
{
  g_autofree char *far = dup_percent (1 - figures->near.share);
  g_autofree char *car = dup_percent (figures->car.share);

  return g_strdup_printf (
      // Translators: a percentage, kilometres, and a percentage.
      _ ("%s lives further than %d kilometres away, while %s comes alone by car. Offer the trial card for public transport to them."),
      far, spil_norms_get_whole (norms, SPIL_NORM_SCAN_BICYCLE_KM), car);
}

static char *
dup_carpool (const SpilScanFigures *figures)
{
  g_autofree char *car = dup_percent (figures->car.share);

  return g_strdup_printf (
      _ ("%s comes alone by car. Bring people from the same direction together, and keep the best parking places for those who ride along."),
      car);
}

char *
spil_scan_advice_dup_text (SpilScanAdvice advice, const SpilScanFigures *figures, const SpilNorms *norms)
{
  switch (advice) {
  case SPIL_SCAN_ADVICE_PEAK:
    return dup_peak (figures, norms);
  case SPIL_SCAN_ADVICE_DAY:
    return dup_day (figures);
  case SPIL_SCAN_ADVICE_HOME:
    return dup_home (figures);
  case SPIL_SCAN_ADVICE_BICYCLE:
    return dup_bicycle (figures, norms);
  case SPIL_SCAN_ADVICE_PUBLIC_TRANSPORT:
    return dup_public_transport (figures, norms);
  case SPIL_SCAN_ADVICE_CARPOOL:
    return dup_carpool (figures);
  case SPIL_N_SCAN_ADVICES:
  default:
    g_return_val_if_reached (NULL);
  }
}

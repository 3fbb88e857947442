// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effect-rule.h"

#include "spil-number.h"

#include <glib/gi18n-lib.h>

#define GRAMS_A_KILO 1000.0

static const struct
{
  SpilEffectLink link;
  const char *label;
} links[] = {
  { SPIL_CHAIN_PARTICIPANTS, N_ ("participants") },
  { SPIL_CHAIN_AVOIDANCES_A_DAY, N_ ("avoidances per participant a day") },
  { SPIL_CHAIN_DAYS, N_ ("days a year") },
  { SPIL_CHAIN_SHARES, N_ ("share that changes mode or stays at home") },
  { SPIL_CHAIN_KM, N_ ("kilometres a trip") },
  { SPIL_CHAIN_OLD_FACTOR, N_ ("old emission factor") },
  { SPIL_CHAIN_NEW_FACTOR, N_ ("new emission factor") },
  { SPIL_CHAIN_SAME_SCOPE, N_ ("emission factors of one scope") },
  { SPIL_CHAIN_PERSISTENCE, N_ ("share that lasts") },
  { SPIL_CHAIN_FREE_RIDERS, N_ ("share of free riders") },
};

SpilEffectChain
spil_effect_chain_unknown (void)
{
  return (SpilEffectChain) {
    .participants = SPIL_EFFECT_UNKNOWN,
    .avoidances_a_day = SPIL_EFFECT_UNKNOWN,
    .days_a_year = SPIL_EFFECT_UNKNOWN,
    .share_mode = SPIL_EFFECT_UNKNOWN,
    .share_off_peak = SPIL_EFFECT_UNKNOWN,
    .share_elsewhere = SPIL_EFFECT_UNKNOWN,
    .share_home = SPIL_EFFECT_UNKNOWN,
    .km = SPIL_EFFECT_UNKNOWN,
    .old_factor = SPIL_EFFECT_UNKNOWN,
    .new_factor = SPIL_EFFECT_UNKNOWN,
    .persistence = SPIL_EFFECT_UNKNOWN,
    .free_riders = SPIL_EFFECT_UNKNOWN,
  };
}

static SpilEffectValue
known (double value)
{
  return (SpilEffectValue) { TRUE, value };
}

static SpilEffectValue
times (SpilEffectValue a, SpilEffectValue b)
{
  return a.known && b.known ? known (a.value * b.value) : (SpilEffectValue) { FALSE, 0 };
}

static SpilEffectValue
plus (SpilEffectValue a, SpilEffectValue b)
{
  return a.known && b.known ? known (a.value + b.value) : (SpilEffectValue) { FALSE, 0 };
}

/* The value of one link; notes it as missing when it is not known. */
static SpilEffectValue
link_value (int64_t value, double unit, SpilEffectLink link, guint *missing)
{
  if (value >= 0)
    return known ((double) value / unit);
  *missing |= link;
  return (SpilEffectValue) { FALSE, 0 };
}

static double
share_or_none (int64_t share)
{
  return share >= 0 ? spil_decimal_to_double (share) : 0;
}

/* Grams saved per kilometre of an avoided trip, averaged over what the trips became. */
static SpilEffectValue
grams_a_km (const SpilEffectChain *chain, guint *missing)
{
  double mode = share_or_none (chain->share_mode), home = share_or_none (chain->share_home);
  SpilEffectValue old, new;

  if (mode + home <= 0)
    return known (0);
  old = link_value (chain->old_factor, SPIL_DECIMAL_ONE, SPIL_CHAIN_OLD_FACTOR, missing);
  if (mode <= 0)
    return times (known (home), old);
  new = link_value (chain->new_factor, SPIL_DECIMAL_ONE, SPIL_CHAIN_NEW_FACTOR, missing);
  if (old.known && new.known && chain->old_scope != chain->new_scope) {
    *missing |= SPIL_CHAIN_SAME_SCOPE;
    return (SpilEffectValue) { FALSE, 0 };
  }
  return plus (times (known (mode), plus (old, times (known (-1), new))), times (known (home), old));
}

/* Share of the avoided trips that are not driven the old way at all. */
static SpilEffectValue
saved_share (const SpilEffectChain *chain, guint *missing)
{
  if (chain->share_mode < 0 && chain->share_home < 0) {
    *missing |= SPIL_CHAIN_SHARES;
    return (SpilEffectValue) { FALSE, 0 };
  }
  return known (share_or_none (chain->share_mode) + share_or_none (chain->share_home));
}

SpilEffectFigures
spil_effect_compute (const SpilEffectChain *chain)
{
  SpilEffectFigures figures = { 0 };
  guint *missing = &figures.missing;
  SpilEffectValue people = link_value (chain->participants, 1, SPIL_CHAIN_PARTICIPANTS, missing);
  SpilEffectValue a_day = link_value (chain->avoidances_a_day, SPIL_DECIMAL_ONE, SPIL_CHAIN_AVOIDANCES_A_DAY,
                                      missing);
  SpilEffectValue days = link_value (chain->days_a_year, 1, SPIL_CHAIN_DAYS, missing);
  SpilEffectValue km = link_value (chain->km, SPIL_DECIMAL_ONE, SPIL_CHAIN_KM, missing);
  SpilEffectValue lasts = link_value (chain->persistence, SPIL_DECIMAL_ONE, SPIL_CHAIN_PERSISTENCE, missing);
  SpilEffectValue free = link_value (chain->free_riders, SPIL_DECIMAL_ONE, SPIL_CHAIN_FREE_RIDERS, missing);
  SpilEffectValue net = times (lasts, plus (known (1), times (known (-1), free)));
  SpilEffectValue share = saved_share (chain, missing);
  SpilEffectValue grams = share.known ? grams_a_km (chain, missing) : share;

  figures.a_day_gross = times (people, a_day);
  figures.a_year_gross = times (figures.a_day_gross, days);
  figures.km_gross = times (times (figures.a_year_gross, share), km);
  figures.co2_gross = times (times (times (figures.a_year_gross, km), grams), known (1 / GRAMS_A_KILO));
  figures.a_day_net = times (figures.a_day_gross, net);
  figures.a_year_net = times (figures.a_year_gross, net);
  figures.km_net = times (figures.km_gross, net);
  figures.co2_net = times (figures.co2_gross, net);
  return figures;
}

char *
spil_effect_dup_missing (guint missing)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    if ((missing & links[i].link) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _ (links[i].label));
  return list->len > 0 ? g_strdup_printf (_ ("Not known: %s."), list->str) : NULL;
}

/* A number for people, percentages to a tenth; words for one that is not known. */
static char *
dup_number (int64_t value, gboolean decimal, gboolean percent)
{
  if (value < 0)
    return g_strdup (_ ("not known"));
  if (percent) {
    g_autofree char *number = spil_decimal_format ((value + 500) / 1000 * SPIL_DECIMAL_ONE / 10);

    return g_strdup_printf ("%s\u00a0%%", number);
  }
  return decimal ? spil_decimal_format (value) : spil_integer_format (value);
}

char *
spil_effect_dup_chain (const SpilEffectChain *chain)
{
  g_autofree char *people = dup_number (chain->participants, FALSE, FALSE);
  g_autofree char *a_day = dup_number (chain->avoidances_a_day, TRUE, FALSE);
  g_autofree char *days = dup_number (chain->days_a_year, FALSE, FALSE);
  g_autofree char *mode = dup_number (chain->share_mode, TRUE, TRUE);
  g_autofree char *home = dup_number (chain->share_home, TRUE, TRUE);
  g_autofree char *km = dup_number (chain->km, TRUE, FALSE);
  g_autofree char *old = dup_number (chain->old_factor, TRUE, FALSE);
  g_autofree char *new = dup_number (chain->new_factor, TRUE, FALSE);
  g_autofree char *lasts = dup_number (chain->persistence, TRUE, TRUE);
  g_autofree char *free = dup_number (chain->free_riders, TRUE, TRUE);

  return g_strdup_printf (
      _ ("participants (%s) × avoidances a day (%s) × days a year (%s) × kilometres a trip (%s) × "
         "[other mode (%s) × (old factor (%s) − new factor (%s) g/km) + at home (%s) × old factor] "
         "× lasts (%s) × (1 − free riders (%s))"),
      people, a_day, days, km, mode, old, new, home, lasts, free);
}

static void
add_value (SpilEffectValue *total, SpilEffectValue part)
{
  total->known = total->known || part.known;
  total->value += part.known ? part.value : 0;
}

void
spil_effect_add (SpilEffectFigures *total, const SpilEffectFigures *b, int *n_unknown)
{
  add_value (&total->a_day_gross, b->a_day_gross);
  add_value (&total->a_day_net, b->a_day_net);
  add_value (&total->a_year_gross, b->a_year_gross);
  add_value (&total->a_year_net, b->a_year_net);
  add_value (&total->km_gross, b->km_gross);
  add_value (&total->km_net, b->km_net);
  add_value (&total->co2_gross, b->co2_gross);
  add_value (&total->co2_net, b->co2_net);
  total->missing |= b->missing;
  if (n_unknown != NULL && !b->co2_gross.known)
    (*n_unknown)++;
}

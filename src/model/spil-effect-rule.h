// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** The links of the chain; also the bits of what is missing. */
typedef enum
{
  SPIL_CHAIN_PARTICIPANTS = 1 << 0,
  SPIL_CHAIN_AVOIDANCES_A_DAY = 1 << 1,
  SPIL_CHAIN_DAYS = 1 << 2,
  SPIL_CHAIN_SHARES = 1 << 3, /**< neither the share of another mode nor that of home is known */
  SPIL_CHAIN_KM = 1 << 4,
  SPIL_CHAIN_OLD_FACTOR = 1 << 5,
  SPIL_CHAIN_NEW_FACTOR = 1 << 6,
  SPIL_CHAIN_SAME_SCOPE =
      1 << 7, /**< the factors are of different scopes (tank or well to wheel): no difference can be taken */
  SPIL_CHAIN_PERSISTENCE = 1 << 8,
  SPIL_CHAIN_FREE_RIDERS = 1 << 9,
} SpilEffectLink;

#define SPIL_EFFECT_UNKNOWN (-1)

/** The chain; SPIL_EFFECT_UNKNOWN for what is not known. Decimals are millionths. */
typedef struct
{
  int64_t participants;
  int64_t avoidances_a_day; /**< per participant, decimal */
  int64_t days_a_year;
  int64_t share_mode; /**< decimals: what the avoided trips became */
  int64_t share_off_peak;
  int64_t share_elsewhere;
  int64_t share_home;
  int64_t km; /**< decimal, per trip */
  int64_t old_factor; /**< decimal, grams of CO2 per km */
  int64_t new_factor;
  int old_scope; /**< SPIL_FACTOR_SCOPE_*; 0: not known */
  int new_scope;
  int64_t persistence; /**< decimal share that lasts */
  int64_t free_riders; /**< decimal share that would have done so anyway */
} SpilEffectChain;

/** A figure that may be unknown. */
typedef struct
{
  gboolean known;
  double value;
} SpilEffectValue;

/** What comes out. Gross: before, net: after persistence and free riders. */
typedef struct
{
  SpilEffectValue a_day_gross; /**< avoidances per working day */
  SpilEffectValue a_day_net;
  SpilEffectValue a_year_gross; /**< avoidances per year */
  SpilEffectValue a_year_net;
  SpilEffectValue km_gross; /**< kilometres by the old mode saved per year */
  SpilEffectValue km_net;
  SpilEffectValue co2_gross; /**< kg per year */
  SpilEffectValue co2_net;
  guint missing; /**< SpilEffectLink bits that keep a figure unknown */
} SpilEffectFigures;

/** A chain in which nothing is known. */
SpilEffectChain spil_effect_chain_unknown (void);

/**
 * avoidances a day = participants x avoidances per participant; a year = x days; CO2 = a year x km x (share other mode x (old - new factor) +
 * share home x old factor) / 1000; net = gross x persistence x (1 - free riders) (domain facts 2, "Facts for effects"). Peak avoidance is not CO2: trips that
 * became off-peak or elsewhere save nothing. A factor that is not set leaves CO2 unknown, not zero. A share that is not known counts as none of that reaction.
 */
SpilEffectFigures spil_effect_compute (const SpilEffectChain *chain);

/** "Not known: old emission factor, kilometres a trip." NULL when nothing is missing. Free with g_free(). */
char *spil_effect_dup_missing (guint missing);

/** The chain in words, link by link: "25 participants x 0,39 avoidances a day x 220 days ...". Free with g_free(). */
char *spil_effect_dup_chain (const SpilEffectChain *chain);

/** Adds @b to @total: known parts are added, and `missing` collects; a figure stays known when at least one part is. @n_unknown counts parts whose CO2 is not known. */
void spil_effect_add (SpilEffectFigures *total, const SpilEffectFigures *b, int *n_unknown);

G_END_DECLS

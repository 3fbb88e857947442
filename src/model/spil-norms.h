// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * What the rules measure by: thresholds, cadences, periods. Each is a row of the entity `setting` whose key is the name
 * below; one that is not set is not known, and a rule that needs it then proposes nothing: none stands in the code.
 *
 *   upscale-employers  employers in one area with one need that hint at an area approach
 *   upscale-months     months to look back for that
 *   cadence-tier-a     days between contacts with an employer of tier A whose relation has no cadence itself; b and c alike
 *   risk-amber-from    lowest score (chance x effect) that is amber
 *   risk-red-from      lowest score that is red
 *   light-amber-share  share (0 to 1) of what is amiss above which an aspect is amber
 *   light-red-share    share from which it is red
 *   fund-pace-days     days to look back for the pace of awards
 *   duplicate-name     share (0 to 1) of letters that two names must have alike to look alike
 *   duplicate-possible points of likeness (spil-likeness-rule.h) from which two organisations may be one; duplicate-probable alike
 */
#define SPIL_NORMS(NORM) \
  NORM (UPSCALE_EMPLOYERS, "upscale-employers") \
  NORM (UPSCALE_MONTHS, "upscale-months") \
  NORM (CADENCE_A, "cadence-tier-a") \
  NORM (CADENCE_B, "cadence-tier-b") \
  NORM (CADENCE_C, "cadence-tier-c") \
  NORM (RISK_AMBER, "risk-amber-from") \
  NORM (RISK_RED, "risk-red-from") \
  NORM (LIGHT_AMBER, "light-amber-share") \
  NORM (LIGHT_RED, "light-red-share") \
  NORM (FUND_PACE_DAYS, "fund-pace-days") \
  NORM (DUPLICATE_NAME, "duplicate-name") \
  NORM (DUPLICATE_POSSIBLE, "duplicate-possible") \
  NORM (DUPLICATE_PROBABLE, "duplicate-probable")

#define NORM(N, key) SPIL_NORM_##N,
typedef enum
{
  SPIL_NORMS (NORM) SPIL_N_NORMS
} SpilNorm;
#undef NORM

/** The settings of a programme; see spil_norm_query(). All zero bytes: nothing is set. */
typedef struct
{
  gboolean known[SPIL_N_NORMS];
  int64_t value[SPIL_N_NORMS]; /**< millionths, as the field holds them */
} SpilNorms;

/** The key of the setting: "upscale-employers". */
const char *spil_norm_key (SpilNorm norm);

/** The setting in whole units, rounded down; 0 when it is not set. */
int spil_norms_get_whole (const SpilNorms *norms, SpilNorm norm);

G_END_DECLS

// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-norms.h"

G_BEGIN_DECLS

/** The four preconditions of an area approach (plan of 2018, "Areas"). */
typedef enum
{
  SPIL_PRECONDITION_COHERENCE,
  SPIL_PRECONDITION_PROBLEM,
  SPIL_PRECONDITION_URGENCY,
  SPIL_PRECONDITION_PARK_MANAGEMENT,
  SPIL_N_PRECONDITIONS
} SpilPrecondition;

/** The approach that follows from them. */
typedef enum
{
  SPIL_APPROACH_NOT_ASSESSED,
  SPIL_APPROACH_ONE_TO_ONE,
  SPIL_APPROACH_AREA_BY_EXCEPTION,
  SPIL_APPROACH_AREA,
} SpilApproach;

/** The answers of the latest check of an area. All zero bytes: never checked. */
typedef struct
{
  int answers[SPIL_N_PRECONDITIONS]; /**< SPIL_ANSWER_YES, NO or UNKNOWN; 0: never asked */
  gboolean exception; /**< a dated exception for an area approach is recorded */
} SpilAreaAnswers;

/**
 * Area approach only with four times yes, or with a recorded exception; not assessed when no question has been answered
 * yes or no; otherwise one to one (plan of 2018; data model, "Computed").
 */
SpilApproach spil_area_approach (const SpilAreaAnswers *answers);

/** Bit 1 << SpilPrecondition for each that is not yes. */
guint spil_area_missing (const SpilAreaAnswers *answers);

/** In how many of the four the answer is yes. */
int spil_area_count_met (const SpilAreaAnswers *answers);

/** For people; owned by gettext. */
const char *spil_approach_label (SpilApproach approach);
const char *spil_precondition_label (SpilPrecondition precondition);

/** Why the approach is what it is: "Not met: urgency. Not known: active park management." Free with g_free(). */
char *spil_area_dup_reason (const SpilAreaAnswers *answers);

/** What follows from the answers, as one sentence: "One to one with employers: urgency is missing". Free with g_free(). */
char *spil_area_dup_sentence (const SpilAreaAnswers *answers);

/** Employers of one area with one and the same need. */
typedef struct
{
  int need; /**< SPIL_NEED_*; 0: no need is shared by enough employers */
  int employers; /**< how many different ones */
  int months; /**< the time looked back over */
} SpilUpscaleHint;

/**
 * The hint to scale up, for an area that has no area approach yet: the need that most employers share, when there are at least
 * as many as setting UPSCALE_EMPLOYERS. @employers: per need, indexed by SPIL_NEED_*, @n_needs long. Source: the plan of 2018 ("scale up when
 * several employers near each other have alike questions"); how many is a setting.
 */
SpilUpscaleHint
spil_area_upscale (SpilApproach approach, const int *employers, int n_needs, const SpilNorms *norms);

/** The hint as one sentence for people; NULL when there is none. Free with g_free(). */
char *spil_upscale_hint_dup_sentence (const SpilUpscaleHint *hint);

G_END_DECLS

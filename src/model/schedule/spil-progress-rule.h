// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** What is counted of the work of an activity whose progress follows from facts. All zero bytes: nothing is counted. */
typedef struct
{
  int fact; /**< SPIL_TASK_FACT_*; 0: not chosen */
  int64_t done; /**< finished, settled, met, taken */
  int64_t total; /**< of so many; 0: there are none, or their number is not known */
  int64_t goal; /**< a number that somebody stated in place of the total; 0: none */
  gboolean counted; /**< FALSE: what should be counted is not there: no area, no check of it yet */
} SpilProgressFacts;

/** How many preconditions an area has: what a full check comes to. */
#define SPIL_PROGRESS_PRECONDITIONS 4

/** What 100 % is: the goal, or else all that there are; preconditions have no goal. 0: not known. */
int64_t spil_progress_whole (const SpilProgressFacts *facts);

/**
 * Progress in per cent, rounded down so that 100 means all of it, and never more; -1: not known, because nothing is counted or it is not known of how many. Own
 * rule.
 */
int spil_progress_from_facts (const SpilProgressFacts *facts);

/** A sentence for people: "3 van 8 aanbiedingen klaar"; what is missing where progress is not known. Free with g_free(). */
char *spil_progress_describe (const SpilProgressFacts *facts);

G_END_DECLS
